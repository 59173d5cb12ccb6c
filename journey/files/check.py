"""A journey's folder held against all that is known to go wrong, or to be unlikely."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from journey.errors import Complaint
from journey.files.advice.places import places, unnamed
from journey.files.folder import contents, misnamed, name_of
from journey.files.read import Reading, below, reading
from journey.files.verdict import in_order, told
from journey.model.journey import Journey
from journey.model.part import Fault


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
    found = reading(contents(folder), name_of(folder))
    said = [*found.complaints, *misnamed(folder)]
    advised = [told(fault, found.document, found.route) for fault in _advice(found)]
    return Checked(found.journey, in_order(below([*said, *advised], folder)))


def _advice(found: Reading) -> Iterator[Fault]:
    """All that is unlikely in a journey that could be built."""
    if found.journey:
        yield from places(found.journey)
        yield from unnamed(found.journey, found.document.data)
