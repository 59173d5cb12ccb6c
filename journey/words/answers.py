"""What the track answers to a guess: how long, how far, how fast, which way."""

from __future__ import annotations

from collections.abc import Callable

from journey.geo.geometry import bearing
from journey.geo.interval import KILOMETRES, SECONDS, Interval
from journey.model.claims import Basis
from journey.model.quantity import weakest
from journey.model.question import Question
from journey.track.facts import about, facts
from journey.track.track import LegTrack, Track
from journey.words import itinerary
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
        degrees = wording.measure(found.used, "deg", long=True, digits=0)
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
    lasts = known.figure if known else None if leg else track.duration
    return lasts.scaled(1 / SECONDS[question.unit or "s"]) if lasts else None


def _way(question: Question, track: Track) -> Interval:
    return (_leg(question, track) or track).distance.scaled(1 / KILOMETRES[question.unit or "km"])


def _speed(question: Question, track: Track) -> Interval | None:
    leg = _leg(question, track)
    if leg:
        return leg.speed
    # Of the whole way there is no average where the time of a part is not known.
    whole = all(leg.slot.duration for leg in track.legs)
    return track.distance / track.duration.scaled(1 / 3_600) if whole else None


def _course(question: Question, track: Track) -> Interval:
    leg = _leg(question, track)
    line = leg.line if leg else (track.legs[0].line[0], track.legs[-1].line[-1])
    course = bearing(line[0], line[-1])
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
    ends = [track.legs[0].leg.start.basis, track.legs[-1].leg.end.basis]
    found: dict[str, tuple[Basis, str]] = {
        "duration": (itinerary.total_basis(track), wording.say("answer.summed")),
        "distance": (
            weakest([leg.distance_basis for leg in track.legs]),
            wording.say("answer.summed"),
        ),
        "speed": (itinerary.total_basis(track), wording.say("leg.speed_how")),
        "direction": (weakest(ends), wording.say("answer.direction_how")),
    }
    basis, why = found[str(question.of)]
    return inferred(said, basis, why, wording)
