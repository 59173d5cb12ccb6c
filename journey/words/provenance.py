"""Claims as people read them: what is said, how it is known, and by whom."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from math import floor
from typing import NamedTuple, TypeGuard

from journey.geo.interval import SECONDS, Interval
from journey.model.calendar import Grain, When, grain
from journey.model.claims import (
    NUMBERS,
    Basis,
    Claim,
    Distance,
    Duration,
    Quantity,
    Source,
    Speed,
)
from journey.model.journey import Journey
from journey.track.readings import Times
from journey.words import lengths, rounding, zones
from journey.words.lengths import Count
from journey.words.wording import Wording
from journey.words.written import alike, isolated, written


class Link(NamedTuple):
    """A source: its label, and its address or ""."""

    label: str
    url: str


class Footing(NamedTuple):
    """What a claim says and what it stands on.

    ``basis`` is the key of its mark, ``word`` the same as a word; ``why`` is the
    method or reason, ``note`` what is to be added, each "" where there is none.
    ``by`` names who published each of the ``links``.
    """

    said: str
    basis: str
    word: str
    why: str
    note: str
    links: tuple[Link, ...]
    by: tuple[str, ...] = ()


def quantity(claim: Quantity, wording: Wording) -> str:
    """A duration, distance or speed in words, as exact as it is known and no more.

    It keeps the unit that it was claimed in where a person would say it so.
    """
    say = _sayer(claim, wording)
    if claim.range is not None:
        spread = say(*claim.range)
        if claim.value is None:
            return spread
        return wording.say("value.within", value=say(claim.value, claim.value), range=spread)
    for name in ("about", "more_than", "less_than"):
        bound = getattr(claim, name)
        if bound is not None:
            return wording.say(f"value.{name}", value=say(bound, bound))
    value = claim.value or 0.0
    return say(value, value)


def _sayer(claim: Quantity, wording: Wording) -> Callable[[float, float], str]:
    """Says what lies between two numbers in the claim's unit, or just the one."""
    unit = claim.unit if isinstance(claim, Duration | Distance | Speed) else ""
    size, digits = 1.0, 2
    if not lengths.kept(_numbers(claim), unit):
        if isinstance(claim, Duration):
            return _converted(SECONDS[unit], claim.about is not None, wording)
        unit, size, digits = ("km", 0.001, 3) if unit == "m" else ("m", 1_000.0, 1)

    def say(low: float, high: float) -> str:
        low, high = low * size, high * size
        # What is small is not rounded, so that it stays as it was claimed.
        less, more = (3 if n < 1 else digits for n in (low, high))
        said = wording.measure(high, unit, digits=more)
        if low == high:
            return said
        return wording.range(wording.number(low, less), said)

    return say


def _numbers(claim: Quantity) -> list[float]:
    single = (getattr(claim, name) for name in NUMBERS)
    return [*(n for n in single if n is not None), *(claim.range or ())]


def _converted(size: float, rough: bool, wording: Wording) -> Callable[[float, float], str]:
    """Says numbers of a unit of ``size`` s in units in which a person says them."""

    def say(low: float, high: float) -> str:
        if rough:
            return wording.counts([lengths.roundly(high * size)])
        return _bounds(Interval(low * size, low * size, high * size), wording)

    return say


def brief(claim: Quantity, wording: Wording) -> str:
    """A duration or distance in few words: of a range, its bounds alone."""
    if claim.range is not None and claim.value is not None:
        claim = claim.model_copy(update={"value": None})
    return quantity(claim, wording)


def times(
    found: Times, zone: str | None, wording: Wording, *, long: bool = False, local: bool = True
) -> str:
    """A date or a clock time in words, or what it lies between; the clock is that of ``zone``.

    What may be off by a minute or more is told as about so, in rounder numbers.
    ``long`` writes the month of a date out; ``local`` says of a clock time that
    it is one of its place.
    """
    if day := rounding.whole_day(found, zone):
        return wording.dates(day, day)
    found = rounding.roundly(found, zone)
    early = _time(found.early, zone, wording, long)
    if found.late is None:
        return wording.say("leg.after", early=early)
    late = _time(found.late, zone, wording, long)
    if early != late and _is_day(found.early) and _is_day(found.late):
        return wording.dates(found.early, found.late)
    if early != late:
        end = _same_day(found.early, found.late, zone, wording) or late
        return wording.say("leg.between", early=early, late=end)
    if found.off >= rounding.LEAST:
        early = _about(found.early, zone, wording)
    timed = grain(found.early) is Grain.MINUTE
    if not (timed and local):
        return early
    if zone is None and isinstance(found.early, datetime) and not found.early.utcoffset():
        return f"{early} UTC"  # as recorded, where nobody tells what clocks showed there
    return wording.say("leg.clock_zone", time=early)


def _time(when: When, zone: str | None, wording: Wording, long: bool) -> str:
    if isinstance(when, datetime):
        return wording.clock(when, zone)
    # In the form of the clock times that may stand beside it.
    return wording.dates(when, when) if _is_day(when) and not long else wording.dated(when)


def _same_day(early: When, late: When, zone: str | None, wording: Wording) -> str:
    """The clock time of the later alone, where both are of one day and of one offset, else ""."""
    if not isinstance(early, datetime) or not isinstance(late, datetime):
        return ""
    a, b = (zones.local(when, zone) for when in (early, late))
    alike = a.date() == b.date() and a.utcoffset() == b.utcoffset()
    return wording.clock(late, zone, day=False) if alike else ""


def _is_day(when: When) -> TypeGuard[date]:
    return isinstance(when, date) and not isinstance(when, datetime)


def _about(when: When, zone: str | None, wording: Wording) -> str:
    if isinstance(when, datetime):
        return wording.clock(when, zone, rough=True)
    return wording.say("value.about", value=wording.dated(when))


def interval(span: Interval, unit: str, wording: Wording, *, digits: int = 1) -> str:
    """A computed interval in ``unit``, in words; a distance in km is told in m where it is short.

    >>> interval(Interval(1, 2, None), "km/h", Wording("en"))
    'more than 1 km/h'
    >>> interval(Interval(1115.9, 1115.9, None), "km", Wording("en"), digits=0)
    'more than 1,115 km'
    >>> interval(Interval(0.014, 0.014, 0.014, rough=True), "km", Wording("en"), digits=0)
    'about 14 m'
    """
    if unit == "km":
        span, unit, digits = lengths.far(span, digits)
    if span.high is None:
        # Rounded down, for what is more than 1,115.9 need not be more than 1,116.
        step = 10 ** lengths.decimals(span.low, digits)
        least = floor(span.low * step + 1e-6) / step
        return wording.say("value.more_than", value=wording.measure(least, unit, digits=digits))
    high = wording.measure(span.high, unit, digits=digits)
    low = wording.number(span.low, digits)
    if low == wording.number(span.high, digits):
        return wording.say("value.about", value=high) if span.rough else high
    if low == wording.number(0, digits):
        return wording.say("value.less_than", value=high)
    return wording.range(low, high)


def elapsed(span: Interval, wording: Wording) -> str:
    """A computed length of time, given in s, in words: roundly where it is known roughly.

    >>> elapsed(Interval(59_700, 59_700, 59_700, rough=True), Wording("en"))
    'about 17 hours'
    >>> elapsed(Interval.exactly(26 * 365.25 * 86_400), Wording("en"))
    '26 years'
    """
    if span.high is None:
        if not span.low:
            return wording.say("leg.unknown_duration")
        return wording.say("value.at_least", value=_least(span, wording))
    if not span.rough and (span.high < lengths.YEARS or span.low < span.high):
        return _bounds(span, wording)
    # Bounds that are exact are of days, and so are those beside them.
    alike = span.low == span.high
    low, high = (lengths.roundly(n, span.high, months=alike) for n in (span.low, span.high))
    if low == high:
        low = high = lengths.in_years(high)
    vague = span.rough or not lengths.exact(span.high, high)
    return _vaguely([low], [high], vague, wording)


def _vaguely(low: list[Count], high: list[Count], vague: bool, wording: Wording) -> str:
    """What lies between both, or below the upper one where the lower is nothing."""
    below = not low[0].number and high[0].number
    said = wording.counts(high) if below else _ends(low, high, wording)
    said = wording.say("value.about", value=said) if vague else said
    return wording.say("value.less_than", value=said) if below else said


def _least(span: Interval, wording: Wording) -> str:
    if span.rough or span.low >= lengths.YEARS:
        return wording.counts([lengths.roundly(span.low, way=-1)])
    return wording.span(span.low, down=True)


def _bounds(span: Interval, wording: Wording) -> str:
    """What lies between two lengths of time in s, counted."""
    low, high = lengths.between(span)
    if not low[0].number and span.high:
        return wording.say("value.less_than", value=wording.counts(high))
    return _ends(low, high, wording)


def _ends(low: list[Count], high: list[Count], wording: Wording) -> str:
    said = wording.counts(high)
    if low == high:
        return said
    if [count.unit for count in low] == [count.unit for count in high] and len(low) == 1:
        return wording.range(wording.number(low[0].number), said)
    key = "range.narrow" if wording.form == "narrow" else "range.words"
    return wording.say(key, low=wording.counts(low), high=said)


def footing(claim: Claim, said: str, journey: Journey, wording: Wording) -> Footing:
    """What ``claim`` stands on, with ``said`` as its statement."""
    why = claim.method or claim.reason
    sources = [journey.source(key) for key in claim.source]
    return Footing(
        said,
        claim.basis.value,
        wording.say(f"basis.{claim.basis.value}"),
        wording.pick(why) if why else "",
        wording.pick(claim.note) if claim.note else "",
        tuple(link(source, wording) for source in sources),
        tuple(called(source.by, wording) for source in sources),
    )


def inferred(said: str, basis: Basis, why: str, wording: Wording) -> Footing:
    """What something stands on that no source says but that follows, with ``said`` of it."""
    return Footing(said, basis.value, wording.say(f"basis.{basis.value}"), why, "", ())


def link(source: Source, wording: Wording) -> Link:
    """The source by its author, publisher and date."""
    when = wording.dated(source.published) if source.published else None
    who = (called(name, wording) for name in (source.author, source.publisher) if name)
    by = (*who, when) if when else who
    return Link(", ".join(map(isolated, by)), str(source.url or ""))


def called(name: str | Mapping[str, str], wording: Wording) -> str:
    """A name as it is written in all languages, or as this one has it."""
    return name if isinstance(name, str) else wording.pick(name)


def titled(source: Source, wording: Wording) -> str:
    """The title of the source as it stands there, with its language where that is known."""
    if not source.language:
        return source.title
    return written(source.title, source.language, wording.language)


# Marks after which a sentence may follow, perhaps with a mark that closes something.
_STOPPED = re.compile(r"[.!?…:;。！？][\"'”’»)」』]*$")


def stop(text: str) -> str:
    """The stop that the text lacks at its end, or "".

    >>> stop("The Paper"), stop("The Paper, 26 февраля 2021 г.")
    ('.', '')
    """
    return "" if _STOPPED.search(text) else "."


def run(texts: Iterable[str]) -> list[str]:
    """The texts that follow each other, each but the last with a stop at its end.

    >>> run(["measured along the line", "", "By eye.", "roughly"])
    ['measured along the line.', 'By eye.', 'roughly']
    """
    said = [alike(text.rstrip(), text) for text in texts if text.strip()]
    ended = [alike(text + stop(text), text) for text in said[:-1]]
    return [*ended, *said[-1:]]


def grounds(found: Footing) -> str:
    """What it stands on, in one text: the sources, then why, then the note, as far as there are.

    >>> links = (Link("A", ""), Link("B", ""))
    >>> grounds(Footing("1 km", "derived", "derived", "By eye.", "", links))
    'A; B. By eye.'
    """
    who = "; ".join(link.label for link in found.links)
    return " ".join(map(isolated, run((f"{who}{stop(who)}" if who else "", found.why, found.note))))


def sentence(found: Footing, wording: Wording) -> str:
    """A claim in one sentence: what it says, how it is known, by whom with address, and why."""
    by = [f"{name} <{url}>" if url else name for name, url in found.links]
    stands = "; ".join(map(isolated, [*by, *filter(None, (found.why, found.note))]))
    if not stands:
        return wording.say("value.known", value=found.said, basis=found.word)
    return wording.say("export.claim", said=found.said, basis=found.word, grounds=stands)
