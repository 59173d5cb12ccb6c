from __future__ import annotations

from itertools import pairwise, product
from math import inf

from journey import Track
from journey.model.journey import Journey
from journey.track.contradictions import Settled, settled
from journey.track.schedule import schedule
from tests.track.invented import invented

HOLDING = range(150)
MICRO = 1_000_000


def shortest(found: Settled) -> list[list[float]]:
    """The most that can lie between two events (R. W. Floyd, 1962)."""
    count = found.network.events
    apart: list[list[float]] = [[0 if a == b else inf for b in range(count)] for a in range(count)]
    for c in found.network.constraints:
        apart[c.a][c.b] = min(apart[c.a][c.b], c.high)
        apart[c.b][c.a] = min(apart[c.b][c.a], -c.low)
    for k, a, b in product(range(count), repeat=3):
        apart[a][b] = min(apart[a][b], apart[a][k] + apart[k][b])
    return apart


def elapsed(journey: Journey, found: Settled) -> dict[int, float]:
    """When each event of a leg is drawn, in s."""
    moments: dict[int, float] = {}
    for slot, events in zip(schedule(journey), found.events.legs, strict=True):
        moments |= {events.departs: slot.start.used, events.arrives: slot.end.used}
        for pause, (met, left) in zip(slot.stops, events.stops, strict=True):
            moments |= {met: pause.start.used, left: pause.end.used}
    return moments


def test_claims_that_hold_do_not_contradict_each_other() -> None:
    assert [seed for seed in HOLDING if settled(invented(seed)).faults] == []


def test_what_is_drawn_is_what_every_claim_of_a_length_allows() -> None:
    held = 0
    for seed in HOLDING:
        journey = invented(seed)
        found = settled(journey)
        drawn = elapsed(journey, found)

        for c in found.network.constraints:
            if c.a in drawn and c.b in drawn:
                held += 1
                took = round((drawn[c.b] - drawn[c.a]) * MICRO)
                assert c.low - 1 <= took <= c.high + 1, (seed, c)

    assert held > 1_000


def test_what_is_drawn_is_within_the_tightest_bounds() -> None:
    for seed in HOLDING:
        for slot in schedule(invented(seed)):
            for span in (slot.start, slot.end, slot.over):
                assert span.low <= span.used <= (inf if span.high is None else span.high)
        fixes = Track.of(invented(seed)).fixes
        assert all(a.seconds <= b.seconds for a, b in pairwise(fixes)), seed


def test_a_duration_that_nobody_claims_has_the_tightest_bounds_of_all_claims() -> None:
    derived = 0
    for seed in HOLDING[:60]:
        journey = invented(seed)
        found = settled(journey)
        apart = shortest(found)

        for slot, events in zip(schedule(journey), found.events.legs, strict=True):
            least, most = (
                -apart[events.arrives][events.departs],
                apart[events.departs][events.arrives],
            )
            if slot.duration is None:
                assert (max(least, 0), most) == (0, inf)
            elif not slot.duration.claimed:
                derived += 1
                high = slot.duration.figure.high
                assert round(slot.duration.figure.low * MICRO) == max(least, 0)
                assert (inf if high is None else round(high * MICRO)) == most

    assert derived > 30
