"""What ``python -m journey import`` does: 0 done, 1 faults, or 2 wrong usage."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from journey.errors import JourneyError, UnknownNameError
from journey.files.beginning import fill_with, fresh
from journey.files.read import STORY
from journey.files.schema import SCHEMA, written
from journey.importers.bringing import bring
from journey.importers.composing import Wanted
from journey.importers.content import Content, How
from journey.importers.reading import names, opened, zone_of
from journey.importers.telling import told
from journey.output import complain, say
from journey.words.offered import tongue
from journey.words.wording import Wording


@dataclass(frozen=True)
class Choice:
    """What the command line says of an import; ``stay`` is in minutes."""

    to: Path
    zone: str = ""
    encoding: str = ""
    language: str = "en"
    stay: float = 20.0


def import_files(paths: Sequence[Path], choice: Choice) -> int:
    """Write the journey that the files tell into a folder that is new or empty."""
    try:
        wanted, zone = _wanted(choice)
        with ExitStack() as stack:
            streams = [stack.enter_context(opened(path)) for path in paths]
            step = stack.enter_context(_bar(paths))
            how = How(zone, choice.encoding, step)
            contents = [Content(*one, how) for one in zip(names(paths), streams, strict=True)]
            files, remarks, _ = bring(contents, wanted)
        fill_with(choice.to, {**files, SCHEMA: written()})
    except JourneyError as error:
        complain(*str(error).split("\n"))
        return 2 if isinstance(error, UnknownNameError) else 1
    english = Wording("en")
    say(*(told(remark, english) for remark in remarks))
    story = choice.to / STORY
    say(f"{story}: a journey to change; python -m journey check {choice.to} looks it over")
    return 0


def _wanted(choice: Choice) -> tuple[Wanted, ZoneInfo | None]:
    """What the journey is to be, and the zone of times that name none."""
    zone = zone_of(choice.zone)
    language = tongue(choice.language)
    name = fresh(choice.to)
    wanted = Wanted(name, language, choice.zone or None, 60 * choice.stay)
    return wanted, zone


@contextmanager
def _bar(paths: Sequence[Path]) -> Iterator[Callable[[int], None]]:
    """What is told how many bytes were read, and shows it on a terminal."""
    whole = sum(path.stat().st_size for path in paths)
    shown = sys.stderr.isatty()
    with click.progressbar(length=whole, label="Reading", file=sys.stderr, hidden=not shown) as bar:
        yield bar.update
