from __future__ import annotations

from itertools import product
from math import inf
from random import Random

import pytest

from journey.track.network import Constraint, ContradictionError, Network, other

Distances = list[list[float]]


def made_up(seed: int) -> tuple[int, list[Constraint]]:
    """A small network; most of them contradict themselves."""
    random = Random(seed)
    events = random.randint(2, 8)
    found = []
    for _ in range(random.randint(1, 12)):
        a, b = random.sample(range(events), 2)
        low = random.randint(-10, 10)
        found.append(Constraint(a, b, low, low + random.choice([0, 1, 5, inf])))
    return events, found


def shortest(events: int, constraints: list[Constraint]) -> Distances:
    """The shortest paths between all events (R. W. Floyd, 1962)."""
    found: Distances = [[0 if a == b else inf for b in range(events)] for a in range(events)]
    for c in constraints:
        found[c.a][c.b] = min(found[c.a][c.b], c.high)
        found[c.b][c.a] = min(found[c.b][c.a], -c.low)
    for k, a, b in product(range(events), repeat=3):
        found[a][b] = min(found[a][b], found[a][k] + found[k][b])
    return found


def test_bounds_are_shortest_paths_and_what_contradicts_itself_is_refused() -> None:
    sound = 0
    for seed in range(400):
        events, constraints = made_up(seed)
        expected, network = shortest(events, constraints), Network(events, constraints)

        if any(expected[event][event] < 0 for event in range(events)):
            with pytest.raises(ContradictionError):
                [network.bounds(source) for source in range(events)]
            continue
        sound += 1
        for source in range(events):
            found = network.bounds(source)
            assert found.high == expected[source]
            assert found.low == [-expected[event][source] for event in range(events)]

    assert sound > 50


def test_the_cycle_of_a_contradiction_is_shorter_than_nothing() -> None:
    refused = 0
    for seed in range(400):
        events, constraints = made_up(seed)
        network = Network(events, constraints)
        try:
            network.bounds(0)
        except ContradictionError as error:
            refused += 1
            cycle = [network.constraints[k] for k in error.cycle]
            # Each is walked in one of its two directions, and the walk ends where it began.
            walks = product(*(((c.b, c.high), (c.a, -c.low)) for c in cycle))
            lengths = [sum(length for _, length in walk) for walk in walks]
            assert min(lengths) < 0

    assert refused > 50


def test_what_bounds_an_event_leads_back_to_the_source() -> None:
    chain = [Constraint(0, 1, 2, 3), Constraint(1, 2, 4, 5), Constraint(0, 2, 0, 7)]
    network = Network(3, chain)

    found = network.bounds(0)

    # At most 7, as one says; at least 2 and 4, as two others say.
    assert (found.high[2], found.low[2]) == (7, 6)
    most = network.constraints[found.above[2]]
    least = network.constraints[found.below[2]]
    assert (most, least) == (chain[2], chain[1])
    assert other(least, 2) == 1
    assert (found.above[0], found.below[0]) == (-1, -1)


def test_what_nothing_bounds_is_open() -> None:
    found = Network(3, [Constraint(0, 1, 0, inf)]).bounds(0)

    assert (found.low, found.high) == ([0, 0, -inf], [0, inf, inf])
    assert found.above == [-1, -1, -1]


def test_times_of_thousands_of_years_stay_exact() -> None:
    year = 31_557_600 * 1_000_000
    constraints = [Constraint(i, i + 1, year + 1, year + 1) for i in range(8_000)]

    found = Network(8_001, constraints).bounds(0)

    assert found.high[-1] == 8_000 * (year + 1)
