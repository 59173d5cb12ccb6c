"""What a journey is: places, legs and the story around them, as people write them down.

Points are degrees in WGS 84. Every model is frozen and checks itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field

from journey.model.agreement import disagreements
from journey.model.claims import (
    Claim,
    Day,
    Distance,
    Duration,
    Flag,
    Id,
    Language,
    Moment,
    Number,
    Quote,
    Saying,
    Source,
    Text,
)
from journey.model.mode import Mode
from journey.model.part import Fault, Part, refusal
from journey.model.teaching import Teaching


def _zone(value: str) -> str:
    try:
        if value == "localtime":
            raise ValueError("this is a different zone on every machine")
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise refusal("unknown_zone", zone=ascii(value)) from error
    return value


Zone = Annotated[str, AfterValidator(_zone)]
Latitude = Annotated[float, Field(strict=True, allow_inf_nan=False, ge=-90, le=90)]
Longitude = Annotated[float, Field(strict=True, allow_inf_nan=False, ge=-180, le=180)]


class Place(Claim):
    """A named point; the claim is about its position (degrees, WGS 84)."""

    id: Id
    name: Text
    lat: Latitude
    lon: Longitude
    zone: Zone | None = None


class OtherEnd(Claim):
    """Where else a leg starts or ends, as others tell; it is shown and not drawn to."""

    place: Id


class End(Claim):
    """Where a leg starts or ends, and how long the traveller waits there."""

    place: Id
    dwell: tuple[Duration, ...] = ()
    others: Annotated[tuple[OtherEnd, ...], Field(max_length=20)] = ()


class Stop(Claim):
    """A place on the way; ``km`` counts from the start of the leg."""

    place: Id
    km: Number | None = None
    dwell: tuple[Duration, ...] = ()


class Shape(Claim):
    """The line of a leg on the ground: points ``(lat, lon)`` in degrees."""

    line: Annotated[tuple[tuple[Latitude, Longitude], ...], Field(min_length=2)]


class Leg(Part):
    """One stretch by one mode. Of several durations or distances the first is used."""

    id: Id
    mode: Mode
    name: Text
    start: Annotated[End, Field(alias="from")]
    end: Annotated[End, Field(alias="to")]
    duration: tuple[Duration, ...] = ()
    distance: tuple[Distance, ...] = ()
    departs: tuple[Moment, ...] = ()
    arrives: tuple[Moment, ...] = ()
    stops: Annotated[tuple[Stop, ...], Field(max_length=1_000)] = ()
    shape: Shape | None = None
    text: Text | None = None
    unknown: tuple[Text, ...] = ()


class Chapter(Part):
    """A piece of background: sayings, which may disagree, and a quotation."""

    id: Id
    title: Text
    claims: Annotated[tuple[Saying, ...], Field(min_length=1)]
    disagree: Flag = False
    quote: Quote | None = None


class CloseUp(Part):
    """The leg that is worth a look from near, and the name of that view."""

    leg: Id
    name: Text


class Correction(Part):
    """What was mended in the journey's files, and when."""

    date: Day
    text: Text


class Journey(Part):
    """A journey as its files tell it. The first language is the one always there."""

    id: Id
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    title: Text
    summary: Text
    rights: Text | None = None
    day: tuple[Moment, ...] = ()
    places: Annotated[tuple[Place, ...], Field(min_length=2, max_length=10_000)]
    legs: Annotated[tuple[Leg, ...], Field(min_length=1, max_length=2_000)]
    sources: Annotated[tuple[Source, ...], Field(max_length=1_000)] = ()
    story: Annotated[tuple[Chapter, ...], Field(max_length=100)] = ()
    close_up: CloseUp | None = None
    teaching: Teaching | None = None
    corrections: Annotated[tuple[Correction, ...], Field(max_length=200)] = ()

    @classmethod
    def _faults(cls, data: dict[str, Any]) -> Iterator[Fault]:
        yield from super()._faults(data)
        yield from disagreements(data)

    def place(self, key: str) -> Place:
        """The place with that id."""
        return next(place for place in self.places if place.id == key)

    def source(self, key: str) -> Source:
        """The source with that id."""
        return next(source for source in self.sources if source.id == key)
