"""Claims as people read them: what is said, how it is known, and by whom."""

from __future__ import annotations

from datetime import datetime
from math import floor
from typing import NamedTuple

from journey.geo.interval import Interval
from journey.model.calendar import Grain, When, grain
from journey.model.claims import Basis, Claim, Distance, Duration, Quantity, Source, Speed
from journey.model.journey import Journey
from journey.track.facts import Times
from journey.words.wording import Wording


class Link(NamedTuple):
    """A source: its label, and its address or ""."""

    label: str
    url: str


class Footing(NamedTuple):
    """What a claim says and what it stands on.

    ``basis`` is the key of its mark, ``word`` the same as a word; ``why`` is the
    method or reason, ``note`` what is to be added, each "" where there is none.
    """

    said: str
    basis: str
    word: str
    why: str
    note: str
    links: tuple[Link, ...]


def quantity(claim: Quantity, wording: Wording, *, long: bool = False) -> str:
    """A duration, distance or speed in words, as exact as it is known and no more."""
    unit = claim.unit if isinstance(claim, Duration | Distance | Speed) else ""
    if claim.range is not None:
        low, high = (wording.number(n) for n in claim.range)
        spread = wording.say(
            "range", low=low, high=wording.measure(claim.range[1], unit, long=long)
        )
        if claim.value is None:
            return spread if low != high else wording.measure(claim.range[0], unit, long=long)
        value = wording.measure(claim.value, unit, long=long)
        return wording.say("value.within", value=value, range=spread)
    for name in ("about", "more_than", "less_than"):
        bound = getattr(claim, name)
        if bound is not None:
            return wording.say(f"value.{name}", value=wording.measure(bound, unit, long=long))
    return wording.measure(claim.value or 0.0, unit, long=long)


def brief(claim: Quantity, wording: Wording) -> str:
    """A duration or distance in few words: of a range, its bounds alone."""
    if claim.range is not None and claim.value is not None:
        claim = claim.model_copy(update={"value": None})
    return quantity(claim, wording)


def times(found: Times, zone: str | None, wording: Wording) -> str:
    """A date or a clock time in words, or what it lies between; the clock is that of ``zone``."""
    early = _time(found.early, zone, wording)
    if found.late is None:
        return wording.say("leg.after", early=early)
    late = _time(found.late, zone, wording)
    if early != late:
        return wording.say("leg.between", early=early, late=late)
    timed = grain(found.early) is Grain.MINUTE
    return wording.say("leg.clock_zone", time=early) if timed else early


def _time(when: When, zone: str | None, wording: Wording) -> str:
    return wording.clock(when, zone) if isinstance(when, datetime) else wording.dated(when)


def interval(span: Interval, unit: str, wording: Wording, *, digits: int = 1) -> str:
    """A computed interval in ``unit``, in words.

    >>> interval(Interval(1, 2, None), "km/h", Wording("en"))
    'more than 1 km/h'
    >>> interval(Interval(1115.9, 1115.9, None), "km", Wording("en"), digits=0)
    'more than 1,115 km'
    >>> interval(Interval(1, 1, 1, rough=True), "km/h", Wording("en"))
    'about 1 km/h'
    """
    if span.high is None:
        # Rounded down, for what is more than 1,115.9 need not be more than 1,116.
        least = floor(span.low * 10**digits + 1e-6) / 10**digits
        return wording.say("value.more_than", value=wording.measure(least, unit, digits=digits))
    high = wording.measure(span.high, unit, digits=digits)
    low = wording.number(span.low, digits)
    if low == wording.number(span.high, digits):
        return wording.say("value.about", value=high) if span.rough else high
    return wording.say("range", low=low, high=high)


def elapsed(span: Interval, wording: Wording) -> str:
    """A computed length of time, given in s, in words."""
    if span.high is None:
        return wording.say("value.at_least", value=wording.span(span.low, down=True))
    low, high = wording.span(span.low), wording.span(span.high)
    if low != high:
        return wording.say("range.words", low=low, high=high)
    return wording.say("value.about", value=low) if span.rough else low


def footing(claim: Claim, said: str, journey: Journey, wording: Wording) -> Footing:
    """What ``claim`` stands on, with ``said`` as its statement."""
    why = claim.method or claim.reason
    return Footing(
        said,
        claim.basis.value,
        wording.say(f"basis.{claim.basis.value}"),
        wording.pick(why) if why else "",
        wording.pick(claim.note) if claim.note else "",
        tuple(link(journey.source(key), wording) for key in claim.source),
    )


def inferred(said: str, basis: Basis, why: str, wording: Wording) -> Footing:
    """What something stands on that no source says but that follows, with ``said`` of it."""
    return Footing(said, basis.value, wording.say(f"basis.{basis.value}"), why, "", ())


def link(source: Source, wording: Wording) -> Link:
    """The source by its author, publisher and date."""
    when = wording.dated(source.published) if source.published else None
    by = filter(None, (source.author, source.publisher, when))
    return Link(", ".join(by), str(source.url or ""))


def grounds(found: Footing) -> str:
    """What it stands on, in one text: the sources, then why, then the note, as far as there are.

    >>> links = (Link("A", ""), Link("B", ""))
    >>> grounds(Footing("1 km", "derived", "derived", "By eye.", "", links))
    'A; B. By eye.'
    """
    who = "; ".join(link.label for link in found.links)
    return " ".join(filter(None, (f"{who}." if who else "", found.why, found.note)))


def sentence(found: Footing, wording: Wording) -> str:
    """A claim in one sentence: what it says, how it is known, by whom with address, and why."""
    by = [f"{name} <{url}>" if url else name for name, url in found.links]
    stands = "; ".join([*by, *filter(None, (found.why, found.note))])
    if not stands:
        return wording.say("value.known", value=found.said, basis=found.word)
    return wording.say("export.claim", said=found.said, basis=found.word, grounds=stands)
