"""Legs that lead to other journeys which do not lie beside their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journey.model.journey import Journey
from journey.model.names import stray
from journey.model.part import Fault


def leads(journey: Journey, beside: Iterable[str]) -> Iterator[Fault]:
    """The ``see`` of legs that name a journey which is not among those ``beside`` this one."""
    known = {*beside} - {journey.id}
    for index, leg in enumerate(journey.legs):
        for count, see in enumerate(leg.see):
            path = ("legs", index, "see", count, "journey")
            yield from stray(path, see.journey, "journey_not_beside", known)
