"""What can be told of a journey without its track."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from journey.errors import JourneyError
from journey.files.folder import contents, version
from journey.files.read import read
from journey.model.journey import Journey


class State(StrEnum):
    """Whether a journey can be shown, as far as that is known."""

    SOUND = "sound"
    FAULTY = "faulty"
    UNREAD = "unread"


@dataclass(frozen=True)
class Spine:
    """A journey by its name and folder, and what reading its files has told.

    ``version`` is that of the files that were read, as in
    :class:`journey.server.journeys.Edition`, or "" where none were. Title and
    summary are texts by language, empty unless it is sound.
    """

    name: str
    folder: Path
    state: State = State.UNREAD
    version: str = ""
    title: Mapping[str, str] = field(default_factory=dict)
    summary: Mapping[str, str] = field(default_factory=dict)


def spine(name: str, folder: Path) -> Spine:
    """What the files in the folder tell now; whatever keeps them from being read is a fault."""
    try:
        files = contents(folder)
    except JourneyError:
        return Spine(name, folder, State.FAULTY)
    return judged(name, folder, version(files), lambda: read(files, name))


def judged(name: str, folder: Path, version: str, journey: Callable[[], Journey]) -> Spine:
    """The spine of the journey that is given, or of one with faults where that raises them."""
    try:
        found = journey()
    except JourneyError:
        return Spine(name, folder, State.FAULTY, version)
    return Spine(name, folder, State.SOUND, version, dict(found.title), dict(found.summary))
