"""The journey as text and as a table: for readers, screen readers and print."""

from __future__ import annotations

from typing import NamedTuple

from journey.model.claims import Basis
from journey.model.quantity import weakest
from journey.track.schedule import Window
from journey.track.track import LegTrack, Track
from journey.words.provenance import elapsed, interval, measured, quantity, speed
from journey.words.wording import Wording


class Cell(NamedTuple):
    """A figure in words and its basis, "" where it is no claim."""

    words: str
    basis: str = ""


COLUMNS = ("number", "mode", "start", "end", "duration", "distance", "speed", "departs")


def heads(wording: Wording) -> list[str]:
    """The heads of the table's columns."""
    return [wording.say(f"table.{key}") for key in COLUMNS]


def rows(track: Track, wording: Wording) -> list[list[Cell]]:
    """The table, a row a leg, in the order of ``COLUMNS``."""
    return [_row(i, leg, wording) for i, leg in enumerate(track.legs, 1)]


def _row(number: int, leg: LegTrack, wording: Wording) -> list[Cell]:
    lasts, clock = leg.leg.duration, leg.slot.clock
    return [
        Cell(str(number)),
        Cell(wording.say(f"mode.{leg.leg.mode.value}")),
        Cell(wording.pick(leg.start_place.name), leg.leg.start.basis.value),
        Cell(wording.pick(leg.end_place.name), leg.leg.end.basis.value),
        Cell(duration(leg, wording), lasts[0].basis.value if lasts else ""),
        Cell(distance(leg, wording), leg.distance_basis.value),
        Cell(speed(leg, wording), leg.speed_basis.value) if leg.speed else Cell("–"),
        Cell(departs(leg, wording), clock.value) if clock else Cell("–"),
    ]


def duration(leg: LegTrack, wording: Wording) -> str:
    """How long the leg takes, as the claim that is used says it."""
    claims = leg.leg.duration
    return quantity(claims[0], wording) if claims else wording.say("leg.unknown_duration")


def distance(leg: LegTrack, wording: Wording) -> str:
    """How far the leg goes, as the claim that is used says it."""
    if leg.leg.distance:
        return quantity(leg.leg.distance[0], wording)
    return measured(leg, wording).said


def speed_from(leg: LegTrack, wording: Wording) -> str:
    """What the average speed follows from."""
    return wording.say(
        "leg.speed_from", distance=distance(leg, wording), duration=duration(leg, wording)
    )


def departs(leg: LegTrack, wording: Wording) -> str:
    """When the leg starts, in the local time of its start, or "" where nothing is known."""
    return _window(leg.slot.departs, leg.start_place.zone, wording)


def arrives(leg: LegTrack, wording: Wording) -> str:
    """When the leg ends, in the local time of its end, or "" where nothing is known."""
    return _window(leg.slot.arrives, leg.end_place.zone, wording)


def _window(window: Window | None, zone: str | None, wording: Wording) -> str:
    if window is None:
        return ""
    early = wording.clock(window[0], zone)
    if window[1] is None:
        return wording.say("leg.after", early=early)
    if window[1] == window[0]:
        return wording.say("leg.clock_zone", time=early)
    return wording.say("leg.between", early=early, late=wording.clock(window[1], zone))


def paragraphs(track: Track, wording: Wording) -> list[str]:
    """The journey told leg by leg, a paragraph each."""
    return [_paragraph(i, leg, wording) for i, leg in enumerate(track.legs, 1)]


def _paragraph(number: int, leg: LegTrack, wording: Wording) -> str:
    lasts = leg.leg.duration
    lead = wording.say(
        "itinerary.leg",
        number=number,
        mode=wording.say(f"mode.{leg.leg.mode.value}"),
        start=wording.pick(leg.start_place.name),
        end=wording.pick(leg.end_place.name),
        duration=_known(duration(leg, wording), lasts[0].basis, wording)
        if lasts
        else duration(leg, wording),
        distance=_known(distance(leg, wording), leg.distance_basis, wording),
    )
    passed = [wording.pick(halt.place.name) for halt in leg.halts]
    via = " " + wording.say("itinerary.via", places=wording.listing(passed)) if passed else ""
    text = " " + wording.pick(leg.leg.text) if leg.leg.text else ""
    return lead + via + text


def _known(said: str, basis: Basis, wording: Wording) -> str:
    """A figure followed by how it is known."""
    return wording.say("value.known", value=said, basis=wording.say(f"basis.{basis.value}"))


def total(track: Track, wording: Wording) -> str:
    """The whole of it in a sentence."""
    return wording.say(
        "itinerary.total",
        duration=elapsed(track.duration, wording),
        distance=interval(track.distance, "km", wording, digits=0),
    )


def total_basis(track: Track) -> Basis:
    """How the whole time, waits included, and the whole distance are known."""
    waits = [claim.basis for leg in track.legs for claim in leg.leg.end.dwell[:1]]
    return weakest([shares_basis(track), *waits])


def shares(track: Track, wording: Wording) -> list[str]:
    """Each mode's share of the time and of the distance, a line each."""
    time, way = track.share_of_time(), track.share_of_distance()
    return [
        wording.say(
            "figure.share",
            mode=wording.say(f"mode.{mode}"),
            time=wording.percent(time[mode]),
            distance=wording.percent(way[mode]),
        )
        for mode in time
    ]


def shares_basis(track: Track) -> Basis:
    """How the shares of the time and of the distance are known."""
    return weakest([leg.speed_basis for leg in track.legs])
