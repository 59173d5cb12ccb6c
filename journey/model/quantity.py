"""Claims about how long and how far, as intervals in one unit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from journey.geo.interval import KILOMETRES, SECONDS, Interval
from journey.model.claims import Basis, Distance, Duration, Quantity, Speed


def _interval(claim: Quantity, factor: float) -> Interval:
    if claim.range is not None:
        low, high = claim.range
        used = (low + high) / 2 if claim.value is None else claim.value
        return Interval(low, used, high).scaled(factor)
    if claim.more_than is not None:
        return Interval(claim.more_than, claim.more_than, None).scaled(factor)
    if claim.less_than is not None:
        return Interval(0, claim.less_than, claim.less_than).scaled(factor)
    value = (claim.value if claim.about is None else claim.about) or 0.0
    return Interval(value, value, value, claim.about is not None).scaled(factor)


def seconds(claim: Duration) -> Interval:
    """The duration, in seconds."""
    return _interval(claim, SECONDS[claim.unit])


def kilometres(claim: Distance) -> Interval:
    """The distance, in km."""
    return _interval(claim, KILOMETRES[claim.unit])


def pace(claim: Speed) -> Interval:
    """The speed, in km/h."""
    return _interval(claim, 1)


def disagree(claims: Sequence[Duration] | Sequence[Distance]) -> bool:
    """Whether two of the claims can't both be true."""
    spans = [seconds(c) if isinstance(c, Duration) else kilometres(c) for c in claims]
    return any(not a.overlaps(b) for a, b in combinations(spans, 2))


def weakest(bases: Iterable[Basis]) -> Basis:
    """How something is known that follows from figures so known: no better than they.

    >>> weakest([Basis.REPORTED, Basis.ASSUMED]).value
    'assumed'
    """
    return Basis.ASSUMED if Basis.ASSUMED in bases else Basis.DERIVED
