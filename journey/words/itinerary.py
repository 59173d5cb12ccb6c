"""What is told of the journey as a whole: its day, its total, and the shares of its modes."""

from __future__ import annotations

from journey.model.claims import Basis
from journey.model.journey import Journey
from journey.model.quantity import weakest
from journey.track.readings import Times
from journey.track.track import WAIT, Track
from journey.words import totals
from journey.words.modes import named
from journey.words.provenance import Footing, footing, times
from journey.words.wording import Wording


def days(journey: Journey, wording: Wording) -> list[Footing]:
    """The day of the journey, as all tell it who do."""
    dated = wording.dating(True)
    told = [(claim, times(Times.of(claim), None, dated, long=True)) for claim in journey.day]
    return [footing(claim, when, journey, wording) for claim, when in told]


def total(track: Track, wording: Wording) -> str:
    """The whole of it in a sentence."""
    wording = wording.spoken()
    return wording.say(
        "itinerary.total",
        duration=totals.time(track, wording),
        distance=totals.way(track, wording),
    )


def total_basis(track: Track) -> Basis:
    """How the whole time, waits included, and the whole distance are known."""
    return weakest([track.legs[-1].slot.basis, *(leg.distance_basis for leg in track.legs)])


def shares(track: Track, wording: Wording) -> list[str]:
    """Each mode's share of the time and of the distance, a line each, and that of waits.

    A mode of which no time is known has a share of the distance alone.
    """
    time, way = track.share_of_time(), track.share_of_distance()
    waited = wording.percent(time[WAIT]) if WAIT in time else ""
    names = {means.id: named(means, wording) for means in track.means}
    known = {leg.leg.mode for leg in track.legs if leg.slot.duration}
    return [
        wording.say(
            "figure.share" if mode in known else "figure.share_of_distance",
            mode=names[mode],
            time=wording.percent(time[mode]),
            distance=wording.percent(way[mode]),
        )
        for mode in way
    ] + ([wording.say("figure.share_of_waits", time=waited)] if waited else [])


def shares_basis(track: Track) -> Basis:
    """How the shares of the time and of the distance are known."""
    waits = [wait.reckoned.basis for leg in track.legs for wait in leg.waits]
    return weakest([*(leg.speed_basis for leg in track.legs), *waits])
