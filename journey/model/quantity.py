"""Claims about how long and how far, as intervals in one unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Any

from journey.geo.interval import ABOUT, KILOMETRES, SECONDS, Interval, symbol
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


def widened(claim: Mapping[str, Any], units: Mapping[str, float]) -> Interval:
    """What the claim may mean, in the unit of ``units``: its figures are rounded.

    Each may be off as far as it was rounded, one that is "about" by a quarter.
    Of a claim without such a unit nothing is known.

    >>> widened({"value": 2, "unit": "km"}, {"km": 1})
    Interval(low=1.5, used=2, high=2.5, rough=False)
    >>> widened({"about": 12, "unit": "km"}, {"km": 1})
    Interval(low=9.0, used=12, high=15.0, rough=True)
    """
    unit = symbol(claim.get("unit"))
    factor = units.get(unit) if isinstance(unit, str) else None
    if factor is None:
        return Interval(0, 0, None)
    found = stated(claim)
    part = ABOUT if found.rough else 0.0
    low = max(0.0, found.low - max(_off(found.low), found.low * part))
    high = found.high
    if high is not None:
        high += max(_off(high), high * part)
    return Interval(low, found.used, high, found.rough).scaled(factor)


def _off(number: float) -> float:
    """How far off a number may be that was rounded: half of its last digit.

    Halves and quarters are said of what was rounded to these.

    >>> _off(2), _off(1.5), _off(1.25), _off(47.3)
    (0.5, 0.25, 0.125, 0.05)
    """
    coarsest = next((part for part in (1, 2, 4) if number * part == int(number * part)), None)
    return 0.5 / coarsest if coarsest else 0.5 * 10.0 ** -decimals(number)


def decimals(number: float) -> int:
    """How many digits stand behind the point.

    >>> decimals(47.25), decimals(330)
    (2, 0)
    """
    exponent = Decimal(str(number)).as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _numbers(values: Any) -> list[float]:
    """Those of the values that a quantity may have."""
    listed = values if isinstance(values, list | tuple) else ()
    return [n for n in listed if isinstance(n, int | float) and 0 <= n <= 1e9]


def _interval(claim: Quantity, factor: float) -> Interval:
    if claim.value is not None and claim.range is None:
        return Interval.exactly(claim.value * factor)
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
