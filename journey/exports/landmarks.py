"""Landmarks as plain attributes, for every data format alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from journey.exports.attributes import Attribute
from journey.geo.geometry import Point
from journey.model.journey import Journey
from journey.model.landmark import Landmark
from journey.model.quantity import kilometres
from journey.stage.landmarks import sights
from journey.track.track import Track
from journey.words.provenance import footing, quantity
from journey.words.wording import Wording


class LandmarkRecord(NamedTuple):
    """A landmark: its points ``(lat, lon)`` in degrees, one or a bridge's line, and its claims."""

    landmark: Landmark
    name: str
    line: tuple[Point, ...]
    claims: tuple[Attribute, ...]


def landmarks(track: Track, wording: Wording) -> list[LandmarkRecord]:
    """All landmarks, in order."""
    return [
        LandmarkRecord(
            sight.landmark,
            sight.name,
            sight.line,
            tuple(_claims(sight.landmark, sight.name, track.journey, wording)),
        )
        for sight in sights(track, wording)
    ]


def _claims(
    landmark: Landmark, name: str, journey: Journey, wording: Wording
) -> Iterator[Attribute]:
    """That it is there, and how long it is, in km."""
    there = footing(landmark, name, journey, wording)
    yield Attribute("landmark", wording.say("export.landmark"), there)
    for claim in landmark.length:
        said = footing(claim, quantity(claim, wording), journey, wording)
        yield Attribute("length", wording.say("export.length"), said, kilometres(claim), "km")
