"""A journey's folder held against all that is known to go wrong, or to be unlikely."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from journey.errors import Complaint, NotReadError
from journey.files.advice.chapters import chapters
from journey.files.advice.claims import claims
from journey.files.advice.dates import dates
from journey.files.advice.ground import ground
from journey.files.advice.guesses import guesses
from journey.files.advice.leads import leads
from journey.files.advice.modes import modes
from journey.files.advice.places import places, unnamed
from journey.files.advice.speeds import speeds
from journey.files.advice.texts import texts
from journey.files.advice.turned import turned
from journey.files.advice.waits import waits
from journey.files.advice.ways import ways
from journey.files.folder import by_name, misnamed, opened
from journey.files.read import Reading, below
from journey.files.verdict import in_order, told
from journey.model.journey import Journey
from journey.model.part import Fault
from journey.track.track import Track


class Checked(NamedTuple):
    """The journey, where it could be built, and all complaints about its files, in order."""

    journey: Journey | None
    complaints: list[Complaint]

    @property
    def advice(self) -> int:
        """How many of the complaints are advice only."""
        return sum(complaint.is_advice for complaint in self.complaints)

    @property
    def faults(self) -> int:
        """How many of the complaints are faults."""
        return len(self.complaints) - self.advice


def check(folder: str | Path) -> Checked:
    """What is wrong with the journey in ``folder``, and what is unlikely in it.

    Raises :class:`JourneyNotFoundError` where there is none.
    """
    found = opened(folder)
    said = [*found.complaints, *found.passed, *misnamed(folder)]
    # Where a fault is told, what is unlikely there needs no advice.
    faulty = {(complaint.file, complaint.path) for complaint in said}
    doubts = (*_advice(found), *_leads(found, folder))
    advised = (told(fault, found.document, found.route) for fault in doubts)
    said += (advice for advice in advised if (advice.file, advice.path) not in faulty)
    return Checked(found.journey, in_order(below(said, folder)))


def _advice(found: Reading) -> Iterator[Fault]:
    """All that is unlikely in a journey that could be built."""
    if found.journey:
        data, track = found.document.data, Track.of(found.journey)
        yield from places(found.journey)
        yield from unnamed(found.journey, data)
        yield from texts(found.journey, data)
        yield from claims(data)
        for doubts in (turned, ways, speeds, dates, waits, modes, chapters, guesses, ground):
            yield from doubts(track)


def _leads(found: Reading, folder: str | Path) -> Iterator[Fault]:
    """What leads to journeys that are not in the folder in which this one's lies."""
    if found.journey and any(leg.see for leg in found.journey.legs):
        with suppress(NotReadError):  # then nobody knows
            yield from leads(found.journey, by_name(Path(folder).absolute().parent))
