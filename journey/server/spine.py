"""What lists tell of a journey, which need its track no more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from math import ceil
from pathlib import Path
from typing import Any

from journey.errors import JourneyError
from journey.files.folder import contents, version
from journey.files.read import read
from journey.model.journey import Journey, Leg
from journey.track.thin import MOST
from journey.track.track import Track
from journey.words.opening import brief, line
from journey.words.wording import Wording, languages


class State(StrEnum):
    """Whether a journey can be shown, as far as that is known."""

    SOUND = "sound"
    FAULTY = "faulty"
    UNREAD = "unread"


@dataclass(frozen=True)
class Spine:
    """A journey by its name and folder, and what reading its files has told.

    ``version`` is that of the files that were read, as in
    :class:`journey.server.journeys.Edition`, or "" where none were. Title,
    summary and ``line`` are texts by language, empty unless it is sound; the line
    says when it was, how far and by what, in the languages of the interface.
    ``languages`` are those of the journey.
    """

    name: str
    folder: Path
    state: State = State.UNREAD
    version: str = ""
    title: Mapping[str, str] = field(default_factory=dict)
    summary: Mapping[str, str] = field(default_factory=dict)
    line: Mapping[str, str] = field(default_factory=dict)
    languages: tuple[str, ...] = ()


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
    told = dict(found.title), dict(found.summary), _lines(found), found.languages
    return Spine(name, folder, State.SOUND, version, *told)


def _lines(journey: Journey) -> dict[str, str]:
    """The journey in one line by language; without how far where measuring that takes its time."""
    count = sum(len(leg.shape.line) for leg in journey.legs if leg.shape)
    track = Track.of(_sketched(journey, ceil(count / MOST)) if count > MOST else journey)
    say = line if count > MOST else brief
    return {code: say(track, Wording(code)) for code in languages()}


def _sketched(journey: Journey, step: int) -> Journey:
    """The journey with every so many of the points of its lines, and the ends of these."""

    def some(points: tuple[Any, ...]) -> tuple[Any, ...]:
        return (*points[:-1:step], *points[-1:])

    def shaped(leg: Leg) -> Leg:
        if leg.shape is None:
            return leg
        told = {name: some(getattr(leg.shape, name)) for name in ("line", "times", "heights")}
        return leg.model_copy(update={"shape": leg.shape.model_copy(update=told)})

    return journey.model_copy(update={"legs": tuple(map(shaped, journey.legs))})
