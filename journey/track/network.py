"""A network of claims on time: what each allows, and what all of them allow together.

The simple temporal network of R. Dechter, I. Meiri and J. Pearl ("Temporal
constraint networks", Artificial Intelligence 49, 1991): events, and constraints
``low <= t(b) - t(a) <= high`` between two of them. Shortest paths give the
tightest bounds; a negative cycle is a contradiction. Events are numbered from
0, times are whole microseconds, so that no sum is rounded.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf
from typing import Any, NamedTuple

# How many sweeps pass before a cycle is looked for: a chain of events is done after three.
_PATIENCE = 4


class Constraint(NamedTuple):
    """``low <= t(b) - t(a) <= high``, and the ``ground`` on which it stands.

    ``high`` is ``inf`` where nothing bounds it; ``ground`` is None for what
    nobody has to claim, such as the order of events.
    """

    a: int
    b: int
    low: float
    high: float
    ground: Any = None


@dataclass(frozen=True)
class Bounds:
    """What all constraints together allow for ``t(event) - t(source)``, an event each.

    ``below`` and ``above`` name the constraint that gives the bound, -1 where
    nothing does; the next one on the path to the source is that of its other end.
    """

    source: int
    low: list[float]
    high: list[float]
    below: list[int]
    above: list[int]


class ContradictionError(ValueError):
    """The constraints of a network that can't all hold, in the order of a cycle."""

    def __init__(self, cycle: tuple[int, ...]) -> None:
        super().__init__(f"constraints {cycle} contradict each other")
        self.cycle = cycle


class Network:
    """Events, and what is claimed of the time between two of them.

    >>> net = Network(3, [Constraint(0, 1, 2, 3), Constraint(1, 2, 4, 4)])
    >>> found = net.bounds(0)
    >>> found.low, found.high
    ([0, 2, 6], [0, 3, 7])
    """

    def __init__(self, events: int, constraints: Iterable[Constraint]) -> None:
        self.events = events
        self.constraints = sorted(constraints, key=_place)
        rows = [(k, c.a, c.b, c.low, c.high) for k, c in enumerate(self.constraints)]
        self._forth, self._back = rows, rows[::-1]

    def bounds(self, source: int) -> Bounds:
        """The tightest bounds of all events, seen from ``source``.

        Raises a :exc:`ContradictionError` where constraints that can be reached
        from there can't all hold.
        """
        found = Bounds(
            source,
            [-inf] * self.events,
            [inf] * self.events,
            [-1] * self.events,
            [-1] * self.events,
        )
        found.low[source] = found.high[source] = 0
        sweeps = 0
        while _sweep(self._back if sweeps % 2 else self._forth, found):
            sweeps += 1
            beyond = found.high[source] < 0 or found.low[source] > 0
            if beyond or sweeps % _PATIENCE == 0:
                self._refuse_cycles(found)
        return found

    def _refuse_cycles(self, found: Bounds) -> None:
        for by in (found.above, found.below):
            if cycle := _cycle(by, self.constraints):
                raise ContradictionError(cycle)


def _place(constraint: Constraint) -> tuple[int, int]:
    """Where the constraint stands in a sweep: by its earlier event, then its later one."""
    a, b = constraint.a, constraint.b
    return (a, b) if a < b else (b, a)


def _sweep(rows: Sequence[tuple[int, int, int, float, float]], found: Bounds) -> bool:
    """Whether a bound became tighter when each constraint was held once against its ends."""
    lows, highs, below, above = found.low, found.high, found.below, found.above
    changed = False
    for k, a, b, low, high in rows:
        ua, ub, la, lb = highs[a], highs[b], lows[a], lows[b]
        if ua + high < ub:
            highs[b], above[b], changed = ua + high, k, True
        elif ub - low < ua:
            highs[a], above[a], changed = ub - low, k, True
        if la + low > lb:
            lows[b], below[b], changed = la + low, k, True
        elif lb - high > la:
            lows[a], below[a], changed = lb - high, k, True
    return changed


def _cycle(by: list[int], constraints: Sequence[Constraint]) -> tuple[int, ...]:
    """The constraints of a circle of paths, or () where all paths lead to the source."""
    seen = [-1] * len(by)
    for start in range(len(by)):
        event = start
        while seen[event] < 0 <= by[event]:
            seen[event] = start
            event = other(constraints[by[event]], event)
        if seen[event] == start and by[event] >= 0:
            return _round(event, by, constraints)
    return ()


def _round(event: int, by: list[int], constraints: Sequence[Constraint]) -> tuple[int, ...]:
    found: list[int] = []
    at = event
    while not found or at != event:
        found.append(by[at])
        at = other(constraints[by[at]], at)
    return tuple(found)


def other(constraint: Constraint, event: int) -> int:
    """The other of the two events that the constraint is about."""
    return constraint.a if constraint.b == event else constraint.b
