"""What a journey is: places, legs and the story around them, as people write them down.

Points are degrees in WGS 84. Every model is frozen and checks itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, Self
from unicodedata import normalize
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BeforeValidator,
    Field,
    PrivateAttr,
    ValidationInfo,
)

from journey.errors import Code
from journey.model.agreement import disagreements
from journey.model.calendar import ClockTime, moment
from journey.model.claims import (
    Claim,
    Day,
    Distances,
    Durations,
    Flag,
    Grounds,
    Id,
    Language,
    Moment,
    Moments,
    MomentTold,
    Number,
    Quote,
    Saying,
    Source,
    Text,
)
from journey.model.landmark import Landmark
from journey.model.mode import Means, ModeId, OwnMode, means
from journey.model.part import Fault, Part, refusal
from journey.model.teaching import Teaching
from journey.model.version import Format


def _zone(value: str) -> str:
    try:
        if value == "localtime":
            raise ValueError("this is a different zone on every machine")
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise refusal("unknown_zone", zone=repr(value), near=_zone_near(value)) from error
    return value


def _zone_near(value: str) -> str:
    """The zone of that name but for accents, spaces and the size of letters, or of that city."""
    plain = normalize("NFKD", value).encode("ascii", "ignore").decode()
    return _zones().get(plain.strip().replace(" ", "_").casefold(), "")


@cache
def _zones() -> dict[str, str]:
    """All zones by their names and their cities, in small letters."""
    names = sorted(available_timezones())
    cities = {name.rpartition("/")[2].casefold(): name for name in names}
    return cities | {name.casefold(): name for name in names}


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
    dwell: Durations = ()
    others: Annotated[tuple[OtherEnd, ...], Field(max_length=20)] = ()


def _as_the_stop(value: Any, info: ValidationInfo) -> Any:
    """A time that stands there alone, as a claim that is known as the stop is."""
    if isinstance(value, dict):
        return [value]
    if not isinstance(value, str | int):
        return value
    known = {key: info.data[key] for key in Claim.model_fields if key in info.data}
    return (Moment.model_construct(at=moment(value), **known),)


OwnMoments = Annotated[
    tuple[Moment, ...],
    BeforeValidator(_as_the_stop, json_schema_input_type=str | int | Moment | tuple[Moment, ...]),
]


class Stop(Claim):
    """A place on the way; ``km`` counts from the start of the leg.

    The traveller passes there ``at`` that time, which is known as the stop is,
    or ``arrives`` and ``departs``.
    """

    place: Id
    km: Number | None = None
    at: MomentTold | None = None
    arrives: OwnMoments = ()
    departs: OwnMoments = ()
    dwell: Durations = ()


class Shape(Claim):
    """The line of a leg on the ground: points ``(lat, lon)`` in degrees.

    ``times`` are when each of them was passed, None where nobody knows; there
    are as many as points, or none at all. So it is with ``heights``, in metres
    above the sea.
    """

    line: Annotated[tuple[tuple[Latitude, Longitude], ...], Field(min_length=2)]
    times: tuple[AwareDatetime | None, ...] = ()
    heights: tuple[float | None, ...] = ()

    @classmethod
    def _faults(cls, data: dict[str, Any]) -> Iterator[Fault]:
        yield from super()._faults(data)
        points = _count(data.get("line"))
        told: dict[str, Code] = {"times": "times_do_not_fit", "heights": "heights_do_not_fit"}
        for key, code in told.items():
            count = _count(data.get(key))
            if points and count and count != points:
                yield Fault((key,), code, {key: count, "points": points})


def _count(listed: Any) -> int:
    """How many there are; 0 where there is no list."""
    return len(listed) if isinstance(listed, list | tuple) else 0


# Chapters that stand side by side on a timeline, at the most.
CHAPTERS = 14


class See(Part):
    """Another journey that touches the leg: its id, and what leads there."""

    journey: Id
    text: Text


class Leg(Grounds):
    """One stretch by one mode. Of several durations or distances the first is used.

    ``begins`` is the name of the chapter of the timeline that begins with it,
    and ``see`` leads to other journeys.
    """

    id: Id
    mode: ModeId
    name: Text
    begins: Text | None = None
    start: Annotated[End, Field(alias="from")]
    end: Annotated[End, Field(alias="to")]
    duration: Durations = ()
    distance: Distances = ()
    departs: Moments = ()
    arrives: Moments = ()
    stops: Annotated[tuple[Stop, ...], Field(max_length=1_000)] = ()
    shape: Shape | None = None
    text: Text | None = None
    unknown: tuple[Text, ...] = ()
    see: Annotated[tuple[See, ...], Field(max_length=20)] = ()


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


class Pictures(Part):
    """What pictures there are of the journey, and the source that shows them at its address."""

    text: Text
    source: Id


class Ending(Part):
    """What to tell after the last leg: the chapter of what came next, and where pictures are."""

    chapter: Id | None = None
    pictures: Pictures | None = None


def _on_days(moments: tuple[Moment, ...]) -> tuple[Moment, ...]:
    if any(isinstance(when, ClockTime) for moment in moments for when in moment.ends):
        raise refusal("clock_without_use")
    return moments


class Correction(Part):
    """What was mended in the journey's files, and when."""

    date: Day
    text: Text


class Journey(Grounds):
    """A journey as its files tell it. The first language is the one always there.

    ``format`` is that of the files; those that name none are in format 1.
    """

    format: Format = 1
    id: Id
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    title: Text
    summary: Text
    rights: Text | None = None
    day: Annotated[Moments, AfterValidator(_on_days)] = ()
    modes: Annotated[tuple[OwnMode, ...], Field(max_length=50)] = ()
    places: Annotated[tuple[Place, ...], Field(min_length=1, max_length=20_000)]
    legs: Annotated[tuple[Leg, ...], Field(min_length=1, max_length=10_000)]
    sources: Annotated[tuple[Source, ...], Field(max_length=1_000)] = ()
    story: Annotated[tuple[Chapter, ...], Field(max_length=100)] = ()
    close_up: CloseUp | None = None
    ending: Ending | None = None
    landmarks: Annotated[tuple[Landmark, ...], Field(max_length=200)] = ()
    teaching: Teaching | None = None
    corrections: Annotated[tuple[Correction, ...], Field(max_length=200)] = ()
    _ground: bytes = PrivateAttr(default=b"")

    @property
    def ground(self) -> bytes:
        """The file of its own base map, which was read beside it; empty where it has none."""
        return self._ground

    def on(self, ground: bytes) -> Self:
        """The same journey on a base map of its own."""
        made = self.model_copy()
        made._ground = ground
        return made

    @classmethod
    def _faults(cls, data: dict[str, Any]) -> Iterator[Fault]:
        yield from super()._faults(data)
        yield from disagreements(data)

    def means(self, mode: str) -> Means:
        """How one travels by that mode."""
        return means(mode, self.modes)

    def place(self, key: str) -> Place:
        """The place with that id."""
        return next(place for place in self.places if place.id == key)

    def source(self, key: str) -> Source:
        """The source with that id."""
        return next(source for source in self.sources if source.id == key)
