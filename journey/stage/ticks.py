"""Round ticks along an axis of time or of distance, more of them where it is wide.

What is shown from a width on stands among what is shown from the next width
on, so that a wide axis has the narrow one's ticks and others between them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import floor, log10
from typing import NamedTuple

from journey.geo.interval import SECONDS, YEAR
from journey.words.wording import Wording

# Pixels of a drawing's width from which more is shown. The style sheet has the same.
WIDTHS = (0, 560, 1000)
MINUTE, HOUR, DAY = (SECONDS[unit] for unit in ("min", "h", "d"))
_CLOCK = (1, 2, 5, 10, 15, 30)
_FIXED = (
    *_CLOCK,
    *(n * MINUTE for n in _CLOCK),
    *(n * HOUR for n in (1, 2, 3, 4, 6, 8, 12)),
    *(n * DAY for n in (1, 2, 3, 5, 10, 30, 90, 100, 180, 200, 500)),
)
# Units with their seconds, and from how many of them on an axis is told in them.
_UNITS = (("y", YEAR, 3), ("d", DAY, 3), ("h", HOUR, 2), ("min", MINUTE, 3), ("s", 1.0, 0))


class Tick(NamedTuple):
    """A mark on an axis: its value, its words, and from which of the widths it is shown."""

    value: float
    text: str
    width: int


def times(whole: float, counts: Sequence[int], wording: Wording) -> list[Tick]:
    """Ticks of an axis of ``whole`` s, at most ``counts`` of them at each width; none at 0.

    They are in the largest unit of which there are some, and whole ones of it;
    half minutes occur. Hours and less are told by their symbols, for there are many.
    """
    unit, size = _unit(whole)
    wording = wording.narrowed() if size < DAY else wording
    steps = _steps(whole, counts)
    return _ticks(steps, whole, lambda value: wording.measure(value / size, unit))


def numbers(whole: float, counts: Sequence[int], wording: Wording) -> tuple[str, list[Tick]]:
    """What stands at the start of such an axis, with the unit, and its ticks as bare numbers.

    >>> start, ticks = numbers(39 * HOUR, (4, 7, 7), Wording("en"))
    >>> start, [tick.text for tick in ticks]
    ('0 hours', ['6', '12', '18', '24', '30', '36'])
    """
    unit, size = _unit(whole)
    steps = _steps(whole, counts)
    found = _ticks(steps, whole, lambda value: wording.number(value / size))
    return wording.measure(0, unit), found


def _unit(whole: float) -> tuple[str, float]:
    """The unit in which an axis of ``whole`` s is told, and its seconds."""
    return next((unit, size) for unit, size, least in _UNITS if whole >= size * least)


def _steps(whole: float, counts: Sequence[int]) -> list[float]:
    unit, size = _unit(whole)
    least = size if size > MINUTE else size / 2
    years = (YEAR * step for step in _round(whole / YEAR))
    steps = [step for step in (years if unit == "y" else _FIXED) if step >= least]
    return _chosen(steps, whole, counts)


def distances(whole: float, counts: Sequence[int], wording: Wording) -> list[Tick]:
    """Ticks of an axis of ``whole`` km, at most ``counts`` of them at each width; none at 0."""
    steps = _chosen(tuple(_round(whole)), whole, counts)
    unit, size = ("m", 0.001) if whole < 1 or (steps and steps[-1] < 0.1) else ("km", 1.0)
    return _ticks(steps, whole, lambda value: wording.measure(value / size, unit))


def _round(whole: float) -> Iterable[float]:
    """1, 2 and 5 times the powers of ten around ``whole``, down to a thousandth of it."""
    top = floor(log10(whole)) if whole > 0 else 0
    return (n * 10.0**power for power in range(top - 3, top + 1) for n in (1, 2, 5))


def _chosen(steps: Sequence[float], whole: float, counts: Sequence[int]) -> list[float]:
    """A step for each width, the least that gives so few ticks and divides the one before."""
    found: list[float] = []
    for count in counts:
        fits = [
            step
            for step in steps
            if step <= whole and whole // step <= count
            if not found or _divides(step, found[-1])
        ]
        # Rather a tick too few than one that has hardly any axis left after it.
        best = next((step for step in fits if whole <= step * count), found[-1] if found else None)
        best = best or next(iter(fits), None)
        if best is None:
            return []
        found.append(best)
    return found


def _divides(step: float, whole: float) -> bool:
    times = whole / step
    return abs(times - round(times)) < 1e-6


def _ticks(steps: Sequence[float], whole: float, say: Callable[[float], str]) -> list[Tick]:
    if not steps:
        return []
    values = [n * steps[-1] for n in range(1, floor(whole / steps[-1] + 1e-9) + 1)]
    return [
        Tick(value, say(value), next(i for i, step in enumerate(steps) if _divides(step, value)))
        for value in values
    ]
