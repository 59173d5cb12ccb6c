"""What the track answers to a guess: how long, how far, how fast, which way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from journey.geo.geometry import rhumb
from journey.geo.interval import KILOMETRES, SECONDS, Interval
from journey.model.claims import Basis
from journey.model.quantity import weakest
from journey.model.question import Question
from journey.track.facts import about, facts
from journey.track.readings import Times
from journey.track.track import LegTrack, Track
from journey.words import itinerary, totals
from journey.words.facts import footings
from journey.words.provenance import Footing, inferred, interval
from journey.words.wording import Wording

# The eight points of the compass, clockwise from north, 45 degrees apart.
COMPASS = ("n", "ne", "e", "se", "s", "sw", "w", "nw")


def span(question: Question, track: Track) -> Interval | None:
    """The number asked for, in the question's unit, or None where it is not known."""
    asked: dict[str, Callable[[], Interval | None]] = {
        "duration": lambda: _time(question, track),
        "distance": lambda: _way(question, track),
        "speed": lambda: _speed(question, track),
        "direction": lambda: _course(question, track),
    }
    return asked[question.of]() if question.of else None


def answer(question: Question, track: Track, wording: Wording) -> Footing | None:
    """The answer to a guess with what it stands on, or None where it is not known."""
    found = span(question, track)
    if found is None:
        return None
    said, leg = _said(question, found, wording), _leg(question, track)
    if leg is None:
        return _of_all(question, track, said, wording)
    return _of_leg(question, leg, track, said, wording)


def _said(question: Question, found: Interval, wording: Wording) -> str:
    if question.of == "direction":
        degrees = wording.measure(found.used, "deg", digits=0)
        return wording.say("answer.direction", degrees=degrees, point=compass(found.used, wording))
    whole = question.of == "speed" and found.used >= 10
    return interval(found, str(question.unit), wording, digits=0 if whole else 1)


def compass(degrees: float, wording: Wording) -> str:
    """The point of the compass nearest to a bearing in degrees.

    >>> compass(50, Wording("en"))
    'north-east'
    """
    return wording.say(f"compass.{COMPASS[round(degrees / 45) % 8]}")


def _leg(question: Question, track: Track) -> LegTrack | None:
    return next((leg for leg in track.legs if leg.leg.id == question.leg), None)


def _time(question: Question, track: Track) -> Interval | None:
    leg = _leg(question, track)
    known = leg.slot.duration if leg else None
    lasts = known.figure if known else None if leg else totals.seconds(track)
    # Of a time that may be anything nothing is known.
    told = lasts and (lasts.low or lasts.high is not None)
    return lasts.scaled(1 / SECONDS[question.unit or "s"]) if lasts and told else None


def _way(question: Question, track: Track) -> Interval | None:
    leg = _leg(question, track)
    if leg and leg.stays:
        return None
    way = totals.of(leg) if leg else totals.kilometres(track)
    return way.scaled(1 / KILOMETRES[question.unit or "km"])


def _speed(question: Question, track: Track) -> Interval | None:
    leg = _leg(question, track)
    if leg:
        return leg.speed if leg.speed and leg.speed.tells else None
    # Of the whole way there is no average where the time of a part is not known.
    whole = all(leg.slot.duration for leg in track.legs)
    return track.distance / track.duration.scaled(1 / 3_600) if whole else None


def _course(question: Question, track: Track) -> Interval | None:
    """The course as a ruler shows it on the map; none of a way that ends where it began."""
    leg = _leg(question, track)
    line = leg.line if leg else (track.legs[0].line[0], track.legs[-1].line[-1])
    (lat, lon), (to_lat, to_lon) = start, end = line[0], line[-1]
    if lat == to_lat and (to_lon - lon) % 360 == 0:
        return None
    course = rhumb(start, end)
    # A line is drawn from points that are only about right.
    return Interval(course, course, course, rough=True)


def _of_leg(
    question: Question, leg: LegTrack, track: Track, said: str, wording: Wording
) -> Footing:
    """What the fact asked for stands on, with the answer in the unit asked for."""
    for key in ("duration", "distance", "speed"):
        if question.of == key:
            (fact,) = about(facts(leg), key)
            return footings(fact, track.journey, wording)[0]._replace(said=said)
    basis = weakest([leg.leg.start.basis, leg.leg.end.basis])
    return inferred(said, basis, wording.say("answer.direction_how"), wording)


def _of_all(question: Question, track: Track, said: str, wording: Wording) -> Footing:
    if question.of == "duration" and question.unit == "d" and (ends := _dates(track)):
        days = wording.measure((ends[1] - ends[0]).days, "d")
        first, last = (wording.day(day) for day in ends)
        why = wording.say("answer.by_dates", first=first, last=last)
        return inferred(days, track.legs[-1].slot.basis, why, wording)
    known = [track.legs[0].leg.start.basis, track.legs[-1].leg.end.basis]
    ways = [leg.distance_basis for leg in track.legs]
    waits = any(leg.waits for leg in track.legs)
    found: dict[str, tuple[Basis, str]] = {
        "duration": (
            track.legs[-1].slot.basis,
            wording.say("answer.summed_waits" if waits else "answer.summed"),
        ),
        "distance": (weakest(ways), wording.say("answer.summed")),
        "speed": (itinerary.total_basis(track), wording.say("leg.speed_how")),
        "direction": (weakest(known), wording.say("answer.direction_how")),
    }
    basis, why = found[str(question.of)]
    return inferred(said, basis, why, wording)


def _dates(track: Track) -> tuple[date, date] | None:
    """The days of departure and arrival, where both are told and no hours are."""
    first, last = track.legs[0], track.legs[-1]
    found = []
    for window, place in (
        (first.slot.departs, first.start_place),
        (last.slot.arrives, last.end_place),
    ):
        times = Times.within(window, place.zone) if window and window.claimed else None
        early = times.early if times and times.early == times.late else None
        found.append(early if isinstance(early, date) and not isinstance(early, datetime) else None)
    waited = first.slot.before or last.slot.wait
    return (found[0], found[1]) if found[0] and found[1] and not waited else None
