"""Speeds that no such vehicle has."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from journey.errors import Figures
from journey.geo.interval import ABOUT
from journey.model.mode import Mode
from journey.model.part import Fault
from journey.track.track import LegTrack, Track

# The fastest that each mode goes over a leg, in km/h. People run from 7 or 8 km/h on
# (Hreljac, 1993); pump cars are raced at up to 33; Shanghai's maglev train runs 431;
# the hydrofoils and catamarans in service make 107 (Francisco, 2013); the record over
# an hour by bicycle is 56.8 (UCI, 2022); a race horse made 70.8 (Guinness, 2008); the
# fastest passenger plane, Concorde, flew 2,179. Buses and cars are bound by roads, and
# trams are built for 100 at the most. Trains of undergrounds run 160 in Guangzhou; the
# record on skis is 255.5 (FIS, 2023); ropeways run 12.5 m/s and funiculars 14; a balloon
# in the jet stream made 322 (Fossett, 2002). Four in a racing kayak paddle 24 over 500 m,
# to which a river adds; wheelchairs race a marathon at 33; lugers reach 164.
FASTEST: dict[str, float] = {
    Mode.TRAIN: 435.0,
    Mode.BUS: 140.0,
    Mode.HANDCAR: 40.0,
    Mode.WALK: 9.0,
    Mode.SHIP: 110.0,
    Mode.PLANE: 2_200.0,
    Mode.CAR: 250.0,
    Mode.BICYCLE: 57.0,
    Mode.HORSE: 71.0,
    Mode.TRAM: 110.0,
    Mode.UNDERGROUND: 165.0,
    Mode.FERRY: 110.0,
    Mode.CANOE: 45.0,
    Mode.SKI: 256.0,
    Mode.CABLE_CAR: 51.0,
    Mode.BALLOON: 325.0,
    Mode.SLEDGE: 165.0,
    Mode.RIDING: 71.0,
    Mode.WHEELCHAIR: 60.0,
}
# Times of stops are told to the minute, each of two perhaps half a minute off; in s.
_ROUNDED = 60.0
# The slowest over a leg without a known halt, in km/h: paragliders, which are told as
# planes, make 20 or so, and nothing else here goes on for so long so slowly.
SLOWEST: dict[str, float] = {
    Mode.PLANE: 15.0,
    Mode.TRAIN: 2.0,
    Mode.BUS: 2.0,
    Mode.CAR: 2.0,
    Mode.BICYCLE: 2.0,
}


def speeds(track: Track) -> Iterator[Fault]:
    """The legs that are faster, or slower, than anything of their mode."""
    for index, leg in enumerate(track.legs):
        path = ("legs", index, "mode")
        least, most = _bounds(leg)
        fastest = FASTEST.get(leg.leg.mode)
        mode = leg.leg.mode
        # What is told of it is the speed that all views show.
        shown = leg.speed.used if leg.speed else least
        if fastest and least > fastest:
            yield Fault(path, "faster_than_any", {"mode": mode, "speed": shown, "limit": fastest})
        elif fastest and (found := _between_times(leg, fastest)):
            stop, speed = found
            figures: Figures = {"mode": mode, "speed": speed, "limit": fastest}
            at = ("stops", stop) if stop < len(leg.halts) else ("arrives",)
            yield Fault(("legs", index, *at), "faster_than_any", figures)
        slowest = SLOWEST.get(leg.leg.mode, 0.0)
        if most < slowest and _goes_through(leg):
            yield Fault(path, "slower_than_any", {"mode": mode, "speed": shown, "limit": slowest})


def _bounds(leg: LegTrack) -> tuple[float, float]:
    """The least and the greatest speed that is claimed, in km/h; "about" is a quarter off."""
    speed, lasts = leg.speed, leg.slot.duration
    if speed is None and lasts and lasts.figure.high is not None:
        # No time at all is what is shorter than it is told to.
        part = 1 - ABOUT if leg.distance.rough else 1.0
        return leg.distance.low * part / ((lasts.figure.high + _ROUNDED) / 3_600), inf
    if speed is None:
        return 0.0, inf
    quarter = ABOUT if speed.rough else 0.0
    most = inf if speed.high is None else speed.high * (1 + quarter)
    return speed.low * (1 - quarter), most


def _between_times(leg: LegTrack, fastest: float) -> tuple[int, float] | None:
    """The first stop, or end, that is reached too fast from the one before, and the speed."""
    if not leg.halts:
        return None
    part = 1 - ABOUT if leg.distance.rough or leg.slot.end.rough else 1.0
    stops = zip(leg.halts, leg.slot.stops, strict=True)
    reached = [(halt.km, pause.start, pause.end) for halt, pause in stops]
    reached.append((leg.distance.used, leg.slot.end, leg.slot.end))
    km, left = 0.0, leg.slot.start.low
    for index, (at, arrives, departs) in enumerate(reached):
        way = (at - km) * part
        hours = inf if arrives.high is None else (arrives.high - left + _ROUNDED) / 3_600
        if way > fastest * hours:
            return index, way / hours
        km, left = at, departs.low
    return None


def _goes_through(leg: LegTrack) -> bool:
    """Whether no halt on the way is known, and the leg is known to have led somewhere."""
    return bool(leg.leg.distance or leg.drawn_km) and not leg.halts
