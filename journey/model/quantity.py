"""Claims about how long and how far, as intervals in one unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Any

from journey.geo.interval import KILOMETRES, SECONDS, Interval
from journey.model.claims import NUMBERS, Basis, Distance, Duration, Quantity, Speed


def stated(claim: Mapping[str, Any], factor: float = 1) -> Interval:
    """The number that the keys of a claim state, times ``factor``.

    Of a claim that states none, all that is known is that it is not negative.
    What is malformed is passed over; of several numbers the interval holds all.

    >>> stated({"range": [4, 5], "unit": "km"})
    Interval(low=4, used=4.5, high=5, rough=False)
    """
    ends = _numbers(claim.get("range"))
    single = {name: n for name in NUMBERS for n in _numbers([claim.get(name)])}
    numbers = [*single.values(), *ends]
    if not numbers:
        return Interval(0, 0, None)
    used = single.get("value", sum(ends) / len(ends)) if ends else numbers[0]
    low = 0 if claim.get("less_than") is not None else min(numbers)
    high = None if claim.get("more_than") is not None else max(numbers)
    return Interval(low, used, high, "about" in single).scaled(factor)


def _numbers(values: Any) -> list[float]:
    """Those of the values that a quantity may have."""
    listed = values if isinstance(values, list | tuple) else ()
    return [n for n in listed if isinstance(n, int | float) and 0 <= n <= 1e9]


def _interval(claim: Quantity, factor: float) -> Interval:
    return stated(vars(claim), factor)


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
