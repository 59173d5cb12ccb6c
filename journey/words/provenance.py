"""Claims as people read them: what is said, how it is known, and by whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from html import escape
from math import floor
from typing import NamedTuple

from journey.geo.interval import Interval
from journey.model.claims import Basis, Claim, Distance, Duration, Moment, Quantity, Source, Speed
from journey.model.journey import Journey
from journey.track.track import LegTrack
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


def moment(claim: Moment, zone: str | None, wording: Wording) -> str:
    """A day or a clock time in words, or what it lies between; the clock is that of ``zone``."""
    times = claim.between or (claim.at, claim.at)
    early, late = (
        wording.clock(when, zone) if isinstance(when, datetime) else wording.day(when)
        for when in times
        if when
    )
    if early != late:
        return wording.say("leg.between", early=early, late=late)
    return wording.say("leg.clock_zone", time=early) if isinstance(times[0], datetime) else early


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
        return wording.say("value.at_least", value=wording.span(span.low))
    low, high = wording.span(span.low), wording.span(span.high)
    if low != high:
        return wording.say("range.words", low=low, high=high)
    return wording.say("value.about", value=low) if span.rough else low


def speed(leg: LegTrack, wording: Wording) -> str:
    """The leg's average speed in words, or "" where the time is not known."""
    if leg.speed is None:
        return ""
    return interval(leg.speed, "km/h", wording, digits=0 if leg.speed.used >= 10 else 1)


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


def footings(
    claims: Sequence[Duration] | Sequence[Distance], journey: Journey, wording: Wording
) -> list[Footing]:
    """What each of the claims says and stands on."""
    return [
        footing(c, quantity(c, wording, long=isinstance(c, Duration)), journey, wording)
        for c in claims
    ]


def computed(said: str, basis: Basis, why: str, wording: Wording) -> Footing:
    """What something stands on that no source says, with ``said`` as its statement."""
    return Footing(said, basis.value, wording.say(f"basis.{basis.value}"), why, "", ())


def measured(leg: LegTrack, wording: Wording) -> Footing:
    """The leg's distance where none is claimed: the length of its line."""
    said = interval(leg.distance, "km", wording)
    return computed(said, leg.distance_basis, wording.say("leg.measured"), wording)


def link(source: Source, wording: Wording) -> Link:
    """The source by its publisher and day."""
    when = f", {wording.day(source.published)}" if source.published else ""
    return Link(f"{source.publisher}{when}", str(source.url or ""))


def mark_html(basis: str, wording: Wording, why: str = "") -> str:
    """A dot for the basis, with its word on hover, on focus and for readers."""
    word = wording.say(f"basis.{basis}")
    title = escape(f"{word}: {why}" if why else word)
    return (
        f'<span class="mark mark-{escape(basis)}" role="img" tabindex="0" '
        f'aria-label="{title}" data-tip="{title}"></span>'
    )


def footing_html(found: Footing, wording: Wording) -> str:
    """A claim as HTML: statement, mark, what it stands on, and links."""
    parts = [
        f'<span class="said">{escape(found.said)}</span> '
        f"{mark_html(found.basis, wording)} "
        f'<span class="basis">{escape(found.word)}</span>'
    ]
    parts += [f'<span class="why">{text}</span>' for text in _grounds(found)]
    return f'<span class="claim">{" ".join(parts)}</span>'


def _grounds(found: Footing) -> Iterator[str]:
    if found.links:
        yield ", ".join(link_html(link) for link in found.links) + "."
    for text in (found.why, found.note):
        if text:
            yield escape(text)


def link_html(link: Link) -> str:
    """A source as HTML, linked where it has an address."""
    if not link.url:
        return escape(link.label)
    return f'<a href="{escape(link.url)}" target="_blank" rel="noopener">{escape(link.label)}</a>'
