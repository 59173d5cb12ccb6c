"""The journey as text and as a table: for readers, screen readers and print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import add
from typing import NamedTuple

from journey.geo.interval import Interval
from journey.model.claims import Basis
from journey.model.journey import Journey, Place
from journey.model.quantity import weakest
from journey.track.facts import About, Fact, about, facts
from journey.track.passage import Wait
from journey.track.readings import Times
from journey.track.schedule import Reckoned
from journey.track.track import WAIT, LegTrack, Track
from journey.words import lengths
from journey.words.facts import lasting, standing, used
from journey.words.jumps import jump
from journey.words.provenance import Footing, elapsed, footing, interval, times
from journey.words.wording import Wording
from journey.words.years import dating


class Cell(NamedTuple):
    """A figure in words and its basis, "" where it is no claim."""

    words: str
    basis: str = ""


COLUMNS = (
    "number", "mode", "start", "end", "duration", "distance", "speed", "departs", "arrives",
)  # fmt: skip


def heads(wording: Wording) -> list[str]:
    """The heads of the table's columns."""
    return [wording.say(f"table.{key}") for key in COLUMNS]


def rows(track: Track, wording: Wording) -> list[list[Cell]]:
    """The table, a row a leg and a wait, in the order of ``COLUMNS``."""
    dated = dating(track, wording)
    return [row for i, leg in enumerate(track.legs, 1) for row in _rows(i, leg, dated)]


def _rows(number: int, leg: LegTrack, wording: Wording) -> Iterator[list[Cell]]:
    """The leg with the waits at its ends, and those at its stops, which are part of its time."""
    slot, wait = leg.slot, wording.say("leg.wait")
    if slot.before:
        yield _waiting(wait, leg.start_place, slot.before, wording)
    yield _row(number, leg, wording)
    for place, _, _, reckoned in leg.waits:
        if reckoned is not slot.before and reckoned is not slot.wait:
            on_leg = wording.say("table.wait_on_leg", number=number)
            yield _waiting(on_leg, place, reckoned, wording)
    if slot.wait:
        yield _waiting(wait, leg.end_place, slot.wait, wording)


def _waiting(name: str, place: Place | None, wait: Reckoned, wording: Wording) -> list[Cell]:
    cells = {
        "mode": Cell(name),
        "start": Cell(wording.pick(place.name) if place else ""),
        "duration": Cell(lasting(wait, wording), wait.basis.value),
    }
    return [cells.get(column, Cell("")) for column in COLUMNS]


def _row(number: int, leg: LegTrack, wording: Wording) -> list[Cell]:
    found = facts(leg)
    return [
        Cell(str(number)),
        Cell(wording.say(f"mode.{leg.leg.mode.value}")),
        _cell(found, "from", "", wording),
        _cell(found, "to", "", wording),
        _cell(found, "duration", wording.say("leg.unknown_duration"), wording),
        _cell(found, "distance", "", wording),
        _cell(found, "speed", "–", wording),
        _cell(found, "departs", "–", wording),
        _cell(found, "arrives", "–", wording),
    ]


def _cell(found: Sequence[Fact], key: About, unknown: str, wording: Wording) -> Cell:
    """The figure used of what the key names, or what stands there where there is none."""
    return next(
        (
            # The heads say that clock times are local.
            Cell(used(fact, wording, local=False), fact.used.basis.value)
            for fact in about(found, key)
        ),
        Cell(unknown),
    )


def paragraphs(track: Track, wording: Wording) -> list[str]:
    """The journey told leg by leg, a paragraph each."""
    return [_paragraph(leg, track.journey, wording) for leg in track.legs]


def _paragraph(leg: LegTrack, journey: Journey, wording: Wording) -> str:
    found = facts(leg)
    lead = wording.say(
        "itinerary.leg",
        mode=wording.say(f"mode.{leg.leg.mode.value}"),
        start=wording.pick(leg.start_place.name),
        end=wording.pick(leg.end_place.name),
        duration=_known(found, "duration", wording) or wording.say("leg.unknown_duration"),
        distance=_known(found, "distance", wording),
    )
    passed = [wording.pick(halt.place.name) for halt in leg.halts]
    via = wording.say("itinerary.via", places=wording.listing(passed)) if passed else ""
    waits = [(wait.end <= leg.slot.start.used, _waited(wait, wording)) for wait in leg.waits]
    before, after = ([words for first, words in waits if first is so] for so in (True, False))
    clocks = jump(leg, journey, wording)
    text = wording.pick(leg.leg.text) if leg.leg.text else ""
    return " ".join(filter(None, (*before, lead, via, *after, clocks, text)))


def _waited(wait: Wait, wording: Wording) -> str:
    basis = wording.say(f"basis.{wait.reckoned.basis.value}")
    time = wording.say("value.known", value=lasting(wait.reckoned, wording), basis=basis)
    return standing("itinerary.waits", wait.place, wording, time=time)


def _known(found: Sequence[Fact], key: About, wording: Wording) -> str:
    """The figure used followed by how it is known, or ""."""
    cell = _cell(found, key, "", wording)
    word = wording.say(f"basis.{cell.basis}") if cell.basis else ""
    return wording.say("value.known", value=cell.words, basis=word) if word else ""


def days(journey: Journey, wording: Wording) -> list[Footing]:
    """The day of the journey, as all tell it who do."""
    dated = wording.dating(True)
    told = [(claim, times(Times.of(claim), None, dated, long=True)) for claim in journey.day]
    return [footing(claim, when, journey, wording) for claim, when in told]


def total(track: Track, wording: Wording) -> str:
    """The whole of it in a sentence."""
    return wording.say(
        "itinerary.total",
        duration=elapsed(track.duration, wording, long=True),
        distance=interval(_way(track), "km", wording, digits=0),
    )


def _way(track: Track) -> Interval:
    """The whole way in km: the sum of what is said of the legs."""
    return reduce(add, (lengths.rounded(leg.distance) for leg in track.legs))


def total_basis(track: Track) -> Basis:
    """How the whole time, waits included, and the whole distance are known."""
    return weakest([track.legs[-1].slot.basis, *(leg.distance_basis for leg in track.legs)])


def shares(track: Track, wording: Wording) -> list[str]:
    """Each mode's share of the time and of the distance, a line each, and that of waits.

    A mode of which no time is known has a share of the distance alone.
    """
    time, way = track.share_of_time(), track.share_of_distance()
    waited = wording.percent(time[WAIT]) if WAIT in time else ""
    known = {leg.leg.mode.value for leg in track.legs if leg.slot.duration}
    return [
        wording.say(
            "figure.share" if mode in known else "figure.share_of_distance",
            mode=wording.say(f"mode.{mode}"),
            time=wording.percent(time[mode]),
            distance=wording.percent(way[mode]),
        )
        for mode in way
    ] + ([wording.say("figure.share_of_waits", time=waited)] if waited else [])


def shares_basis(track: Track) -> Basis:
    """How the shares of the time and of the distance are known."""
    waits = [wait.reckoned.basis for leg in track.legs for wait in leg.waits]
    return weakest([*(leg.speed_basis for leg in track.legs), *waits])
