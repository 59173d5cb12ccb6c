"""In which units a person says how long something lasts or how far it is, and how exactly.

``arithmetic/length.js`` counts in the same way; one table of cases holds both.
"""

from __future__ import annotations

from math import ceil, floor, inf, isclose, log10
from typing import NamedTuple

from journey.geo.interval import SECONDS, YEAR, Interval

_SECONDS = {**SECONDS, "mo": YEAR / 12}  # seconds in each unit
MINUTE, HOUR, DAY = (_SECONDS[unit] for unit in ("min", "h", "d"))


class Count(NamedTuple):
    """So many of a unit."""

    number: float
    unit: str


class _Place(NamedTuple):
    """How times are counted where the longest is of ``least`` s or more.

    ``small`` is the unit that follows the ``large`` one, "" for none;
    ``decimals`` are those of the large one.
    """

    least: float
    large: str
    small: str = ""
    decimals: int = 0


_PLACES = (
    _Place(100 * YEAR, "y"),
    _Place(3 * YEAR, "y", decimals=1),
    _Place(100 * DAY, "d"),
    _Place(3 * DAY, "d", "h"),
    _Place(10 * MINUTE, "h", "min"),
    _Place(0.0, "min", "s"),
)
# From so many seconds on a time on its own is said roundly, in this unit.
_ROUND = (
    (3 * YEAR, "y"), (100 * DAY, "mo"), (3 * DAY, "d"), (2 * HOUR, "h"), (2 * MINUTE, "min"),
    (0.0, "s"),
)  # fmt: skip
# The steps in which times are told that are not known to the second.
_STEPS = (DAY, HOUR, 5 * MINUTE, MINUTE)
YEARS = 3 * YEAR  # s; nobody counts the days of a time so long, unless it is claimed so
# Up to how many of its unit a claim is said as it was made.
_COUNTED = {"s": 120.0, "min": 120.0, "h": 168.0, "d": 3_652.0, "w": 520.0, "m": 10_000.0}


def kept(claimed: list[float], unit: str) -> bool:
    """Whether a person would say those numbers in the unit they were claimed in.

    >>> kept([72], "h"), kept([43_200], "h"), kept([0.5], "km"), kept([0.014], "km")
    (True, False, True, False)
    """
    if unit == "km" and max(claimed, default=0.0) < 1:
        return all(isclose(n, round(n, 1), abs_tol=1e-9) for n in claimed)
    return max(claimed, default=0.0) < _COUNTED.get(unit, float("inf"))


def counted(seconds: float, whole: float | None = None, *, down: bool = False) -> list[Count]:
    """A length of time as one counts it where the longest is of ``whole`` s: at most two units.

    ``down`` never says more than it is. Nothing at all is so of the smaller unit,
    but of the larger where there is no whole.

    >>> counted(72 * DAY + 6 * HOUR)
    [Count(number=72, unit='d'), Count(number=6, unit='h')]
    >>> counted(391.3 * DAY, 1_000 * DAY)
    [Count(number=391, unit='d')]
    """
    place = _place(seconds if whole is None else max(seconds, whole))
    size = _SECONDS[place.large]
    if not place.small:
        return [Count(_stepped(seconds / size, 10.0**-place.decimals, down), place.large)]
    full = floor(seconds / size + 1e-9)
    over = int(_stepped((seconds - full * size) / _SECONDS[place.small], 1.0, down))
    if over * _SECONDS[place.small] >= size:
        full, over = full + 1, 0
    found = [Count(n, unit) for n, unit in ((full, place.large), (over, place.small)) if n]
    return found or [Count(0, place.large if whole is None else place.small)]


def _place(whole: float) -> _Place:
    return next(place for place in _PLACES if whole >= place.least)


def _stepped(value: float, step: float, down: bool) -> float:
    """The value as a multiple of the step, half of one counting as one, or ``down`` to the last."""
    steps = floor(value / step + (1e-9 if down else 0.5 + 1e-9))
    return steps if step == 1 else round(steps * step, 9)


def between(span: Interval) -> tuple[list[Count], list[Count]]:
    """The bounds of a time in s that is bounded, in the units that its longest asks for.

    Where they lie far apart, the small unit is left out, and nothing is left
    outside of them.

    >>> between(Interval(71.4 * DAY, 75 * DAY, 81.4 * DAY))
    ([Count(number=71, unit='d')], [Count(number=82, unit='d')])
    >>> between(Interval(0, DAY, 60.9 * DAY))
    ([Count(number=0, unit='d')], [Count(number=61, unit='d')])
    """
    high = span.used if span.high is None else span.high
    place = _place(high)
    for unit in ("d", "h") if place.large == "h" else (place.large,):
        size = _SECONDS[unit]
        apart = 2 if span.low >= size else inf if span.low else 10
        if not place.decimals and high - span.low >= apart * size:
            low, top = floor(span.low / size + 1e-9), ceil(high / size - 1e-9)
            return [Count(low, unit)], [Count(top, unit)]
    most = counted(high)
    return (most if span.low == high else counted(span.low, high)), most


def roundly(
    seconds: float, whole: float | None = None, way: int = 0, *, months: bool = True
) -> Count:
    """A length of time in round numbers of one unit, that of ``whole`` s.

    ``way`` is 0 for the nearest, -1 for one below and 1 for one above it. Without
    ``months`` days are counted up to where years are.

    >>> roundly(16 * HOUR + 35 * MINUTE), roundly(1_800 * DAY), roundly(1_800 * DAY, way=-1)
    (Count(number=17, unit='h'), Count(number=5, unit='y'), Count(number=4.5, unit='y'))
    """
    size = seconds if whole is None else max(seconds, whole)
    unit = next(unit for least, unit in _ROUND if size >= least and (months or unit != "mo"))
    value = seconds / _SECONDS[unit]
    # Halves of what is less than ten, where halves are said.
    step = 0.5 if value < 10 and unit not in ("s", "min") else 1.0
    steps = (round, ceil, floor)[way](value / step + (1e-9, -1e-9, 1e-9)[way])
    number = steps * step
    return Count(int(number) if number == int(number) else number, unit)


def step(finest: float, whole: float) -> float:
    """In which steps, in s, times up to ``whole`` s are told that are known in steps of ``finest``.

    Where these would be a good part of all of it, they are smaller ones, for a
    time that is told too finely is nearer than one that is not told at all.

    >>> step(HOUR, 39 * HOUR), step(HOUR, 80 * MINUTE)
    (3600.0, 300.0)
    """
    return next((step for step in _STEPS if step <= finest and whole >= 5 * step), 1.0)


def coarse(seconds: float, whole: float, finest: float) -> list[Count]:
    """A length of time as one counts it where times are known in steps of ``finest`` s.

    >>> coarse(16 * HOUR + 35 * MINUTE, 39 * HOUR, HOUR)
    [Count(number=17, unit='h')]
    """
    size = step(finest, whole)
    if size < MINUTE:
        return counted(seconds, whole)
    near = floor(seconds / size + 0.5 + 1e-9) * size
    return counted(near, max(whole, 3 * DAY) if size == DAY else whole)


def in_years(count: Count) -> Count:
    """The same in years, where it is whole years told in months.

    >>> in_years(Count(12, "mo")), in_years(Count(18, "mo"))
    (Count(number=1, unit='y'), Count(number=18, unit='mo'))
    """
    if count.unit != "mo" or not count.number or count.number % 12:
        return count
    return Count(count.number // 12, "y")


def exact(seconds: float, count: Count) -> bool:
    """Whether the count says that time in s, but for less than half a per cent."""
    return isclose(seconds, count.number * _SECONDS[count.unit], rel_tol=0.005)


def decimals(value: float, least: int) -> int:
    """How many decimals a number needs so as not to read as nothing, ``least`` or more.

    >>> decimals(0.064, 1), decimals(12.3, 1), decimals(0.0, 1)
    (2, 1, 1)
    """
    return max(least, ceil(-log10(value) - 1e-9)) if 0 < value < 1 else least


def far(span: Interval, digits: int = 1) -> tuple[Interval, str, int]:
    """A distance in km in the unit in which one says it, with that and its decimals.

    >>> far(Interval(0.0139, 0.0139, 0.0139, rough=True), digits=0)[1:]
    ('m', 0)
    >>> far(Interval.exactly(1_115.9), digits=0)[1:], far(Interval.exactly(2.2), digits=0)[1:]
    (('km', 0), ('km', 1))
    """
    top = span.low if span.high is None else span.high
    if 0 < top < 1:
        return span.scaled(1_000), "m", 0
    return span, "km", digits if top >= 100 or top == 0 else max(digits, 1)


def fine(span: Interval, *, assumed: bool) -> float:
    """In which steps, in km, the length of a line is told: a hundredth of it or so.

    Of one that is ``assumed`` it is a tenth: nobody went straight.

    >>> fine(Interval.exactly(4_963.2), assumed=True), fine(Interval.exactly(801.9), assumed=False)
    (100.0, 1.0)
    """
    return 10.0 ** (floor(log10(span.used)) - (1 if assumed else 2)) if span.used else 0.0


def measured(span: Interval, *, assumed: bool) -> Interval:
    """The length of a line in km, as finely as it can be known.

    >>> measured(Interval.exactly(4_963.2), assumed=True).used
    5000.0
    """
    step = fine(span, assumed=assumed)
    return stepped(span, step) if step else span


def stepped(span: Interval, step: float) -> Interval:
    """A distance in km, in such steps; what it is more than is not raised."""
    if span.high is None:
        low, used = (floor(km / step + 1e-6) * step for km in (span.low, span.used))
        return Interval(low, used, None, span.rough)
    low, used, high = (round(round(km / step) * step, 9) for km in (span.low, span.used, span.high))
    return Interval(low, used, high, span.rough)


def rounded(span: Interval) -> Interval:
    """A distance in km as it stands there when it is said, so that a sum is one of what is said.

    >>> rounded(Interval(2.44, 2.46, 2.48)), rounded(Interval.exactly(0.0144)).used
    (Interval(low=2.4, used=2.5, high=2.5, rough=False), 0.014)
    """
    if span.high is None:
        # What is more than it must not be rounded to more than that.
        return span
    # The numbers that are said are of metres or of tenths of a km.
    step = 1_000 if far(span)[1] == "m" else 10
    low, used, high = (round(km * step) / step for km in (span.low, span.used, span.high))
    return Interval(low, used, high, span.rough)
