"""Every claim about a leg as a fact of its own, in words and, where it is a size, in numbers.

Durations are in s, distances in km, speeds in km/h.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from journey.geo.interval import Interval
from journey.model.claims import Basis, Distance, Duration, Moment
from journey.model.journey import Journey, Place
from journey.model.quantity import kilometres, seconds, weakest
from journey.track.track import LegTrack
from journey.words import itinerary
from journey.words.provenance import (
    Footing,
    computed,
    footing,
    footings,
    measured,
    moment,
    quantity,
    speed,
)
from journey.words.wording import Wording


class Fact(NamedTuple):
    """One claim: what it is about, its label and footing, and its bounds in ``unit``.

    ``span`` is None and ``unit`` is "" where the claim is no quantity.
    """

    about: str
    label: str
    footing: Footing
    span: Interval | None = None
    unit: str = ""


def facts(track: LegTrack, journey: Journey, wording: Wording) -> Iterator[Fact]:
    """All claims about the leg: also those that contradict each other."""
    leg = track.leg
    start, end = (wording.pick(p.name) for p in (track.start_place, track.end_place))
    yield Fact("from", wording.say("leg.starts_at"), footing(leg.start, start, journey, wording))
    yield Fact("to", wording.say("leg.ends_at"), footing(leg.end, end, journey, wording))
    yield from _sizes("duration", "leg.duration", leg.duration, journey, wording)
    yield from _sizes("distance", "leg.distance", leg.distance, journey, wording)
    if track.measured:
        label, found = wording.say("leg.distance"), measured(track, wording)
        yield Fact("distance", label, found, track.distance, "km")
    if track.speed:
        how = itinerary.speed_from(track, wording)
        found = computed(speed(track, wording), track.speed_basis, how, wording)
        yield Fact("speed", wording.say("leg.speed"), found, track.speed, "km/h")
    yield from _times(track, journey, wording)
    yield Fact("line", wording.say("leg.shape"), _line(track, journey, wording))
    yield from _stops(track, journey, wording)


def _sizes(
    about: str,
    label: str,
    claims: Sequence[Duration] | Sequence[Distance],
    journey: Journey,
    wording: Wording,
) -> Iterator[Fact]:
    found = footings(claims, journey, wording)
    for claim, told in zip(claims, found, strict=True):
        if isinstance(claim, Duration):
            yield Fact(about, wording.say(label), told, seconds(claim), "s")
        elif isinstance(claim, Distance):
            yield Fact(about, wording.say(label), told, kilometres(claim), "km")


def _times(track: LegTrack, journey: Journey, wording: Wording) -> Iterator[Fact]:
    leg, slot, basis = track.leg, track.slot, track.slot.clock
    left, met = wording.say("leg.departs"), wording.say("export.arrives")
    yield from _moments("departs", left, leg.departs, track.start_place, journey, wording)
    yield from _moments("arrives", met, leg.arrives, track.end_place, journey, wording)
    if not leg.departs and slot.departs and basis:
        said, how = itinerary.departs(track, wording), _counted(slot.start.rough, wording)
        yield Fact("departs", left, computed(said, basis, how, wording))
    if not leg.arrives and slot.arrives and basis:
        said, how = itinerary.arrives(track, wording), _counted(slot.end.rough, wording)
        grounds = weakest([basis, *(claim.basis for claim in leg.duration[:1])])
        yield Fact("arrives", met, computed(said, grounds, how, wording))


def _counted(rough: bool, wording: Wording) -> str:
    return wording.say("export.counted_roughly" if rough else "export.counted")


def _moments(
    about: str,
    label: str,
    claims: Iterable[Moment],
    place: Place,
    journey: Journey,
    wording: Wording,
) -> Iterator[Fact]:
    for claim in claims:
        said = moment(claim, place.zone, wording)
        yield Fact(about, label, footing(claim, said, journey, wording))


def _line(track: LegTrack, journey: Journey, wording: Wording) -> Footing:
    said = wording.say("leg.drawn", length=wording.measure(track.drawn_km, "km"))
    if track.leg.shape:
        return footing(track.leg.shape, said, journey, wording)
    return computed(said, Basis.ASSUMED, wording.say("export.great_circle"), wording)


def _stops(track: LegTrack, journey: Journey, wording: Wording) -> Iterator[Fact]:
    """The stops, and what is claimed of the waits there and at the ends."""
    for halt in track.halts:
        said = wording.pick(halt.place.name)
        if halt.stop.km is not None:
            far = wording.measure(halt.stop.km, "km")
            said = wording.say("export.stop_at", place=said, distance=far)
        found = footing(halt.stop, said, journey, wording)
        yield Fact("stop", wording.say("export.stop"), found)
    ends = [(track.start_place, track.leg.start.dwell), (track.end_place, track.leg.end.dwell)]
    for place, waits in [*ends, *((halt.place, halt.stop.dwell) for halt in track.halts)]:
        for claim in waits:
            lasts = quantity(claim, wording, long=True)
            said = wording.say("export.waits", place=wording.pick(place.name), duration=lasts)
            found = footing(claim, said, journey, wording)
            yield Fact("wait", wording.say("export.wait"), found, seconds(claim), "s")


def sentence(found: Footing, wording: Wording) -> str:
    """A claim in one sentence: what it says, how it is known, by whom or why."""
    by = [f"{name} <{url}>" if url else name for name, url in found.links]
    grounds = "; ".join([*by, *filter(None, (found.why, found.note))])
    if not grounds:
        return wording.say("value.known", value=found.said, basis=found.word)
    return wording.say("export.claim", said=found.said, basis=found.word, grounds=grounds)


def named(facts: Iterable[Fact]) -> Iterator[tuple[str, Fact]]:
    """The facts with names of their own: ``duration``, ``duration_2``, and so on."""
    counts: dict[str, int] = {}
    for fact in facts:
        count = counts[fact.about] = counts.get(fact.about, 0) + 1
        yield f"{fact.about}_{count}" if count > 1 else fact.about, fact
