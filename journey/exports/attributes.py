"""Legs and places as plain attributes, for every data format alike.

All claims are kept, also those that contradict each other, each with what it
stands on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from journey.exports.facts import Fact, facts, sentence
from journey.geo.geometry import Line
from journey.model.claims import Moment
from journey.model.journey import Journey, Place
from journey.model.quantity import disagree
from journey.track.schedule import Window, claimed
from journey.track.track import LegTrack, Track
from journey.words import itinerary
from journey.words.provenance import footing, link, moment
from journey.words.wording import Wording


class LegSheet(NamedTuple):
    """A leg: its line is continuous in longitude, points ``(lat, lon)`` in degrees.

    ``departs`` and ``arrives`` bound its clock times; ``left`` and ``met`` are
    those that are claimed as exact. ``differ`` names the quantities whose claims
    can't all be true.
    """

    id: str
    mode: str
    mode_word: str
    name: str
    start: Place
    end: Place
    line: Line
    facts: tuple[Fact, ...]
    differ: tuple[str, ...]
    unknown: tuple[str, ...]
    text: str
    departs: Window | None
    arrives: Window | None
    left: datetime | None
    met: datetime | None

    def about(self, *keys: str) -> list[Fact]:
        """The facts about one of the ``keys``, in order."""
        return [fact for fact in self.facts if fact.about in keys]


class PlaceSheet(NamedTuple):
    """A place that is an end or a stop, and the ids of the legs that use it."""

    place: Place
    name: str
    facts: tuple[Fact, ...]
    legs: tuple[str, ...]


def legs(track: Track, wording: Wording) -> list[LegSheet]:
    """All legs, in order."""
    return [_leg(leg, track.journey, wording) for leg in track.legs]


def _leg(track: LegTrack, journey: Journey, wording: Wording) -> LegSheet:
    leg = track.leg
    told = {"duration": disagree(leg.duration), "distance": disagree(leg.distance)}
    return LegSheet(
        leg.id,
        leg.mode.value,
        wording.say(f"mode.{leg.mode.value}"),
        wording.pick(leg.name),
        track.start_place,
        track.end_place,
        track.line,
        tuple(facts(track, journey, wording)),
        tuple(key for key, differ in told.items() if differ),
        tuple(_unknown(track, wording)),
        wording.pick(leg.text) if leg.text else "",
        track.slot.departs,
        track.slot.arrives,
        _exact(leg.departs),
        _exact(leg.arrives),
    )


def _unknown(track: LegTrack, wording: Wording) -> Iterator[str]:
    yield from (wording.pick(text) for text in track.leg.unknown)
    if not track.leg.duration:
        yield wording.say("leg.unknown_duration")


def places(track: Track, wording: Wording) -> list[PlaceSheet]:
    """The places used, each once, in the order in which the journey comes by."""
    used: dict[str, tuple[Place, list[str]]] = {}
    for leg in track.legs:
        for place in (leg.start_place, *(halt.place for halt in leg.halts), leg.end_place):
            names = used.setdefault(place.id, (place, []))[1]
            if leg.leg.id not in names:
                names.append(leg.leg.id)
    return [_place(place, names, track.journey, wording) for place, names in used.values()]


def _place(place: Place, names: list[str], journey: Journey, wording: Wording) -> PlaceSheet:
    found = footing(place, f"{place.lat}, {place.lon}", journey, wording)
    fact = Fact("position", wording.say("export.position"), found)
    return PlaceSheet(place, wording.pick(place.name), (fact,), tuple(names))


def summary(track: Track, wording: Wording) -> list[str]:
    """What the journey is, in some sentences: of what length, when, and under what rights."""
    journey = track.journey
    total = wording.say(
        "value.known",
        value=itinerary.total(track, wording).removesuffix("."),
        basis=wording.say(f"basis.{itinerary.total_basis(track).value}"),
    )
    days = [footing(c, moment(c, None, wording), journey, wording) for c in journey.day]
    told = [wording.pick(journey.summary), total]
    told += [f"{wording.say('export.when')}: {sentence(day, wording)}" for day in days]
    return told + ([wording.pick(journey.rights)] if journey.rights else [])


def sources(track: Track, wording: Wording) -> list[tuple[str, str]]:
    """Title with publisher and day, and the address or "", of every source."""
    found = [(source, link(source, wording)) for source in track.journey.sources]
    return [(f"{source.title}. {label}", url) for source, (label, url) in found]


def names(place: Place) -> str:
    """The place's names in all its scripts."""
    return " · ".join(dict.fromkeys(place.name.values()))


def _exact(moments: Sequence[Moment]) -> datetime | None:
    """The clock time that is claimed, where it is no window and not counted on."""
    found = claimed(moments)
    return found[0][0] if found and found[0][0] == found[0][1] else None
