"""A leg's facts in words: what each is called, what it says, and what it stands on."""

from __future__ import annotations

from collections.abc import Sequence

from journey.geo.interval import Interval
from journey.model.claims import Basis, Duration, Quantity
from journey.model.journey import Journey, Place, Stop
from journey.track.facts import UNITS, Drawn, Fact, Follows, Statement, about
from journey.track.readings import Times
from journey.track.schedule import Reckoned
from journey.words import lengths
from journey.words.provenance import (
    Footing,
    brief,
    elapsed,
    footing,
    inferred,
    interval,
    quantity,
    times,
)
from journey.words.rounding import LEAST, held
from journey.words.wording import Wording

# Clock times that are told with their place, for there may be many of them.
_AT_STOPS = ("passes", "reaches", "leaves")


def label(fact: Fact, wording: Wording) -> str:
    """What the fact is about, such as "Distance"."""
    return wording.say(f"leg.{fact.about}")


def heading(fact: Fact, wording: Wording) -> str:
    """The same, with a remark where those who say so disagree."""
    named = label(fact, wording)
    if not fact.differ:
        return named
    return wording.say("value.known", value=named, basis=wording.say("claim.disagree"))


def footings(
    fact: Fact, journey: Journey, wording: Wording, *, placed: bool = True
) -> list[Footing]:
    """All that is said of it with what it stands on; the first is what is used.

    What is so at a stop or an end names it, unless it is not to be ``placed``.
    """
    return [_footing(fact, said, journey, wording, placed) for said in fact.statements]


def _footing(
    fact: Fact, statement: Statement, journey: Journey, wording: Wording, placed: bool
) -> Footing:
    words = said(fact, statement, wording, placed=placed)
    if statement.claim:
        return footing(statement.claim, words, journey, wording)
    return inferred(words, statement.basis, follows(statement, wording), wording)


def said(
    fact: Fact,
    statement: Statement,
    wording: Wording,
    *,
    placed: bool = True,
    local: bool = True,
) -> str:
    """The figure in words, as exact as it is known.

    ``local`` says of a clock time that it is one of its place.
    """
    match statement.figure:
        case Times() as when:
            zone = fact.place.zone if fact.place else None
            sure = statement.basis is Basis.REPORTED
            if statement.basis is Basis.ASSUMED and statement.claim is None:
                # What is reckoned with an assumed length is no more exact than "about".
                when = when._replace(off=max(when.off, LEAST))
            told = times(when if sure else held(when, zone), zone, wording, local=local)
            if fact.place is None or fact.about not in _AT_STOPS or not placed:
                return told
            return wording.say("leg.at_stop", place=wording.pick(fact.place.name), time=told)
        case Drawn(km, gap):
            return _drawn(km, gap, wording)
        case Place() as place:
            return _passed(place, statement, wording)
        case Interval() as size:
            words = _amount(fact, statement, size, wording)
            if fact.about != "wait" or (fact.place and not placed):
                return words
            return standing("leg.waits", fact.place, wording, duration=words)


def used(fact: Fact, wording: Wording, *, local: bool = True) -> str:
    """The figure that is used, in few words."""
    return said(fact, fact.used, wording, local=local)


def standing(key: str, place: Place | None, wording: Wording, **values: str) -> str:
    """What the key says of a wait at that place, or on the way between places."""
    if place is None:
        return wording.say(f"{key}.on_the_way", **values)
    return wording.say(key, place=wording.pick(place.name), **values)


def _drawn(km: float, gap: float, wording: Wording) -> str:
    told = wording.say("leg.drawn", length=interval(Interval.exactly(km), "km", wording))
    if not gap:
        return told
    return wording.say("leg.drawn.gap", drawn=told, gap=wording.span(gap))


def _passed(place: Place, statement: Statement, wording: Wording) -> str:
    name, claim = wording.pick(place.name), statement.claim
    if not isinstance(claim, Stop) or claim.km is None:
        return name
    far = interval(Interval.exactly(claim.km), "km", wording)
    return wording.say("leg.stop_at", place=name, distance=far)


def _amount(fact: Fact, statement: Statement, size: Interval, wording: Wording) -> str:
    claim, unit = statement.claim, UNITS[fact.about]
    if isinstance(claim, Quantity):
        return quantity(claim, wording)
    if unit == "s":
        return elapsed(size, wording)
    if (line := _line(statement)) is not None:
        size = lengths.measured(size, assumed=line.basis is Basis.ASSUMED)
    whole = fact.about == "speed" and size.used >= 10
    return interval(size, unit, wording, digits=0 if whole else 1)


def _line(statement: Statement) -> Statement | None:
    """The length of the line that was measured for the figure, if it is as exact as that is."""
    if statement.follows is Follows.MEASURED:
        return statement
    if statement.follows is not Follows.DIVIDED:
        return None
    return next((_line(fact.used) for fact in about(statement.grounds, "distance")), None)


def lasting(reckoned: Reckoned, wording: Wording) -> str:
    """How long it took, in few words: as it is claimed, else as it is counted."""
    claim = reckoned.claims[0] if reckoned.claimed else None
    if not isinstance(claim, Duration):
        return elapsed(reckoned.figure, wording)
    return brief(claim, wording)


def follows(statement: Statement, wording: Wording) -> str:
    """What a figure that nobody claims follows from, or ""."""
    match statement.follows:
        case Follows.DIVIDED:
            return _divided(statement.grounds, wording)
        case Follows.COUNTED:
            rough = isinstance(statement.figure, Times) and statement.figure.rough
            return wording.say("leg.counted_roughly" if rough else "leg.counted")
        case Follows.TIMES:
            ends = {fact.about for fact in statement.grounds}
            both = {"departs", "arrives"} <= ends
            return wording.say("leg.from_its_times" if both else "leg.from_times")
        case Follows.RECORDED:
            return wording.say("leg.recorded")
        case Follows.SUMMED:
            return wording.say("leg.summed")
        case Follows.MEASURED:
            return wording.say("leg.measured")
        case Follows.STRAIGHT:
            return wording.say("leg.geodesic")
        case Follows.BY_STOPS:
            return wording.say("leg.geodesic_by_stops")
    return ""


def _divided(grounds: Sequence[Fact], wording: Wording) -> str:
    figures = {fact.about: used(fact, wording.spoken()) for fact in grounds}
    return wording.say("leg.speed_from", distance=figures["distance"], duration=figures["duration"])
