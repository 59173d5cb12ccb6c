"""Legs and places as plain attributes, for every data format alike.

All claims are kept, also those that contradict each other, each with what it
stands on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from journey.exports.clock import Clock, clock
from journey.exports.passing import Passing, passing
from journey.geo.interval import Interval
from journey.model.claims import Moment
from journey.model.journey import Journey, Leg, Place
from journey.model.palette import Ink
from journey.track.events import used
from journey.track.facts import UNITS, Fact, facts
from journey.track.passage import Wait
from journey.track.readings import Times
from journey.track.schedule import Reckoned, Slot
from journey.track.track import LegTrack, Track
from journey.track.window import Window
from journey.words import itinerary
from journey.words.facts import footings, label
from journey.words.jumps import jumps
from journey.words.modes import named as named_mode
from journey.words.provenance import Footing, footing, link, sentence
from journey.words.wording import POSITION, Wording
from journey.words.written import alike, pick
from journey.words.years import dating


class Attribute(NamedTuple):
    """One claim: what it is about, its label and footing, and its bounds in ``unit``.

    Durations are in s, distances in km, speeds in km/h; ``span`` is None and
    ``unit`` is "" where the claim is no quantity. ``when`` is what a moment is
    within, and ``place`` the id of where it is so, "" for what is of the whole leg.
    """

    about: str
    label: str
    footing: Footing
    span: Interval | None = None
    unit: str = ""
    when: Clock | None = None
    place: str = ""


class PauseRecord(NamedTuple):
    """A wait, or a stop whose time is told, with the claims about it.

    ``wait`` is its length in s, None where nobody waits or nobody knows.
    """

    leg: str
    place: Place
    name: str
    claims: tuple[Attribute, ...]
    wait: Interval | None
    arrives: Clock | None
    departs: Clock | None


class LegRecord(NamedTuple):
    """A leg: its line is continuous in longitude, points ``(lat, lon)`` in degrees.

    ``departs`` and ``arrives`` bound its clock times; the line's points have the
    times that are claimed of them as exact. ``pauses`` are its stops and waits
    in their order; ``before`` and ``after`` are how long it waits at its ends,
    in s, and together with the duration come to the whole. ``differ`` names what the
    claims disagree about, so that they can't all be true.
    """

    id: str
    mode: str
    ink: Ink
    mode_word: str
    name: str
    start: Place
    end: Place
    line: Passing
    claims: tuple[Attribute, ...]
    differ: tuple[str, ...]
    unknown: tuple[str, ...]
    text: str
    departs: Clock | None
    arrives: Clock | None
    pauses: tuple[PauseRecord, ...]
    before: Interval | None
    after: Interval | None

    def about(self, *keys: str) -> list[Attribute]:
        """The claims about one of the ``keys``, in order."""
        return [claim for claim in self.claims if claim.about in keys]


class PlaceRecord(NamedTuple):
    """A place that is an end or a stop, by any claim, and the ids of the legs that use it."""

    place: Place
    name: str
    claims: tuple[Attribute, ...]
    legs: tuple[str, ...]


def legs(track: Track, wording: Wording) -> list[LegRecord]:
    """All legs, in order."""
    dated = dating(track, wording)
    return [_leg(leg, track.journey, dated) for leg in track.legs]


def _leg(track: LegTrack, journey: Journey, wording: Wording) -> LegRecord:
    leg, found = track.leg, facts(track)
    claims = tuple(claim for fact in found for claim in _attributes(fact, journey, wording))
    clocks = (
        Attribute("clocks", wording.say("leg.clocks"), said)
        for said in jumps(track, journey, wording)
    )
    return LegRecord(
        leg.id,
        leg.mode,
        track.means.ink,
        named_mode(track.means, wording),
        _named(leg, wording),
        track.start_place,
        track.end_place,
        passing(track, _exact(leg.departs), _exact(leg.arrives)),
        (*claims, *clocks),
        tuple(dict.fromkeys(fact.about for fact in found if fact.differ)),
        tuple(_unknown(track, wording)),
        wording.pick(leg.text) if leg.text else "",
        clock(track.slot.departs, track.start_place.zone),
        clock(track.slot.arrives, track.end_place.zone),
        tuple(_pauses(track, claims, wording)),
        track.slot.before.figure if track.slot.before else None,
        track.slot.wait.figure if track.slot.wait else None,
    )


def _attributes(fact: Fact, journey: Journey, wording: Wording) -> Iterator[Attribute]:
    """All that is said of it, each as an attribute of its own."""
    name, unit = label(fact, wording), UNITS.get(fact.about, "")
    place = fact.place.id if fact.place else ""
    shown = map(_plain, footings(fact, journey, wording))
    for statement, found in zip(fact.statements, shown, strict=True):
        figure = statement.figure
        span = figure if isinstance(figure, Interval) else None
        when = _within(figure) if isinstance(figure, Times) else None
        yield Attribute(fact.about, name, found, span, unit, when, place)


def _within(found: Times) -> Clock:
    return Clock(*(found.widest or (found.early, found.late)))


def _unknown(track: LegTrack, wording: Wording) -> Iterator[str]:
    yield from (wording.pick(text) for text in track.leg.unknown)
    if not track.slot.duration:
        yield wording.say("leg.unknown_duration")


def _pauses(
    track: LegTrack, claims: Sequence[Attribute], wording: Wording
) -> Iterator[PauseRecord]:
    slot = track.slot
    stops = zip(track.halts, slot.stops, strict=True)
    # Some waits at stops are claimed by nobody, and seen on a line that was recorded.
    waits = [wait for wait in track.waits if not _at_an_end(wait, slot)]
    stood = {wait.place.id: wait.reckoned for wait in waits if wait.place}
    found: list[tuple[Place, Reckoned | None, Window | None, Window | None]] = [
        (track.start_place, slot.before, None, slot.departs if slot.before else None),
        *((h.place, p.wait or stood.get(h.place.id), p.arrives, p.departs) for h, p in stops),
        (track.end_place, slot.wait, *((slot.arrives, slot.leaves) if slot.wait else (None, None))),
    ]
    for place, wait, *windows in found:
        arrives, departs = (clock(window, place.zone) for window in windows)
        if wait or arrives or departs:
            about = tuple(c for c in claims if c.place == place.id and c.about in _THERE)
            name, lasts = _named(place, wording), wait.figure if wait else None
            yield PauseRecord(track.leg.id, place, name, about, lasts, arrives, departs)


def named(claims: Iterable[Attribute]) -> Iterator[tuple[str, Attribute]]:
    """The claims with names of their own: ``duration``, ``duration_2``, and so on."""
    counts: dict[str, int] = {}
    for claim in claims:
        count = counts[claim.about] = counts.get(claim.about, 0) + 1
        yield f"{claim.about}_{count}" if count > 1 else claim.about, claim


def places(track: Track, wording: Wording) -> list[PlaceRecord]:
    """The places used, each once, in the order in which the journey comes by.

    Where others say that a leg started or ended stands after its end.
    """
    used: dict[str, tuple[Place, list[str]]] = {}
    for leg in track.legs:
        passed = (leg.start_place, *(halt.place for halt in leg.halts), leg.end_place)
        for place in (*passed, *(other.place for other in leg.elsewhere)):
            names = used.setdefault(place.id, (place, []))[1]
            if leg.leg.id not in names:
                names.append(leg.leg.id)
    return [_place(place, names, track.journey, wording) for place, names in used.values()]


def _plain(shown: Footing) -> Footing:
    """The same with the spaces in positions that it has in the files."""
    return shown._replace(said=alike(POSITION.sub(r"\1 \3", shown.said), shown.said))


def _named(part: Place | Leg, wording: Wording) -> str:
    """Its name as the files have it, without what keeps it in one line where it is shown."""
    return pick(part.name, wording.code, wording.language)


def _place(place: Place, names: list[str], journey: Journey, wording: Wording) -> PlaceRecord:
    found = footing(place, f"{place.lat}, {place.lon}", journey, wording)
    position = Attribute("position", wording.say("export.position"), found)
    return PlaceRecord(place, _named(place, wording), (position,), tuple(names))


def summary(track: Track, wording: Wording) -> list[str]:
    """What the journey is, in some sentences: of what length, when, and under what rights."""
    journey = track.journey
    total = wording.say(
        "value.known",
        value=itinerary.total(track, wording).removesuffix("."),
        basis=wording.say(f"basis.{itinerary.total_basis(track).value}"),
    )
    days = itinerary.days(journey, wording)
    sentences = [wording.pick(journey.summary), total]
    sentences += [f"{wording.say('export.when')}: {sentence(day, wording)}" for day in days]
    return sentences + ([wording.pick(journey.rights)] if journey.rights else [])


def sources(track: Track, wording: Wording) -> list[tuple[str, str]]:
    """Title with publisher and day, and the address or "", of every source."""
    found = [(source, link(source, wording)) for source in track.journey.sources]
    return [(f"{source.title}. {by.label}", by.url) for source, by in found]


def _at_an_end(wait: Wait, slot: Slot) -> bool:
    return wait.reckoned is slot.before or wait.reckoned is slot.wait


# What is said of a pause.
_THERE = ("stop", "passes", "reaches", "leaves", "wait")


def _exact(moments: Sequence[Moment]) -> datetime | None:
    """The clock time that is claimed, where it is no window and not counted on."""
    claim = used(moments)
    early, late = claim.ends if claim else (None, None)
    return early if isinstance(early, datetime) and early == late else None
