"""Numbers that are known only within bounds, and arithmetic that keeps them."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import Any

# What is told as "about" so much may be off by such a part of it.
ABOUT = 0.25
YEAR = 31_557_600.0  # seconds; a year is that of Julius Caesar, 365 days and a quarter
# How many times its lower bound the upper one is at the most of what says something.
_TELLING = 10.0
# Seconds and kilometres in each unit that a claim may be made in.
SECONDS = {"s": 1.0, "min": 60.0, "h": 3_600.0, "d": 86_400.0, "w": 604_800.0, "y": YEAR}
KILOMETRES = {"m": 0.001, "km": 1.0, "mi": 1.609344, "nmi": 1.852}
# The symbol for what people write instead of it, and for the same with an "s" at its end.
_NAMES = {
    "sec": "s", "second": "s", "minute": "min", "hr": "h", "hour": "h", "day": "d",
    "week": "w", "year": "y", "metre": "m", "meter": "m", "kilometre": "km",
    "kilometer": "km", "mile": "mi", "nautical mile": "nmi",
}  # fmt: skip
SYMBOLS = {
    **_NAMES,
    **{f"{name}s": symbol for name, symbol in _NAMES.items()},
    **{"mins": "min", "nm": "nmi", "NM": "nmi", "kmh": "km/h", "kph": "km/h"},
}


def symbol(unit: Any) -> Any:
    """The symbol of a unit by any of its names; what is none stays as it is.

    >>> symbol("weeks"), symbol("nm"), symbol("km"), symbol("parsec")
    ('w', 'nmi', 'km', 'parsec')
    """
    return SYMBOLS.get(unit, unit) if isinstance(unit, str) else unit


@dataclass(frozen=True)
class Interval:
    """A number between ``low`` and ``high``, with ``used`` for drawing.

    ``high`` is None where nothing bounds it from above ("more than"); ``rough``
    says that its bounds are only about so, and whatever is computed from it is
    rough as well. The unit is that of the one who builds it.
    """

    low: float
    used: float
    high: float | None
    rough: bool = False

    def __post_init__(self) -> None:
        high = self.used if self.high is None else self.high
        # What is no number is in no order.
        if not 0 <= self.low <= self.used <= high < inf:
            raise ValueError(f"not in order or negative: {(self.low, self.used, high)}")

    @classmethod
    def exactly(cls, value: float) -> Interval:
        """The interval that holds ``value`` alone."""
        return cls(value, value, value)

    def __add__(self, other: Interval) -> Interval:
        """The sum, whose bounds are the sums of the bounds.

        >>> Interval(1, 2, 3) + Interval(1, 1, None)
        Interval(low=2, used=3, high=None, rough=False)
        """
        open_ended = self.high is None or other.high is None
        high = None if open_ended else (self.high or 0) + (other.high or 0)
        rough = self.rough or other.rough
        return Interval(self.low + other.low, self.used + other.used, high, rough)

    def __truediv__(self, other: Interval) -> Interval | None:
        """The quotient, or None where the divisor that is used is nothing.

        It is open above where the divisor may be nothing.

        >>> Interval(10, 12, 20) / Interval(2, 3, 5)
        Interval(low=2.0, used=4.0, high=10.0, rough=False)
        >>> Interval.exactly(1) / Interval(0, 1, 2)
        Interval(low=0.5, used=1.0, high=None, rough=False)
        """
        if other.used == 0:
            return None
        low = 0.0 if other.high is None else self.low / other.high
        high = None if self.high is None or other.low == 0 else self.high / other.low
        return Interval(low, self.used / other.used, high, self.rough or other.rough)

    def scaled(self, factor: float) -> Interval:
        """The interval with every bound times ``factor``.

        >>> Interval(1, 2, None).scaled(60)
        Interval(low=60, used=120, high=None, rough=False)
        """
        high = None if self.high is None else self.high * factor
        return Interval(self.low * factor, self.used * factor, high, self.rough)

    @property
    def tells(self) -> bool:
        """Whether its bounds, if it has both, lie so near each other that it says something.

        >>> Interval(0.2, 4, 871).tells, Interval(1, 2, None).tells, Interval(3, 4, 30).tells
        (False, True, True)
        """
        return self.high is None or self.high <= _TELLING * self.low

    def overlaps(self, other: Interval) -> bool:
        """Whether some number lies in both.

        >>> Interval.exactly(1).overlaps(Interval(1, 1, None))
        True
        """
        below = self.high is not None and self.high < other.low
        above = other.high is not None and other.high < self.low
        return not (below or above)
