from __future__ import annotations

from itertools import pairwise, product
from math import inf

from journey import Track
from journey.model.journey import Journey
from journey.track.contradictions import Settled, settled
from journey.track.schedule import schedule
from tests.conftest import Data, amount, journey, known, leg
from tests.track.invented import invented

HOLDING = range(150)
MICRO, HOUR = 1_000_000, 3_600.0


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


def told(start: str, end: str, first: str, last: str, **more: object) -> Data:
    """A leg of which two days are known."""
    return leg(start, end, departs=[known(at=first)], arrives=[known(at=last)], **more)


def test_a_leg_of_which_one_day_is_told_is_drawn_over_a_part_of_that_day() -> None:
    # It begins and ends at the thirds of the day, which are 8 hours each.
    first, last = schedule(
        journey(legs=[told("a", "b", *["2024-06-10"] * 2), told("b", "c", *["2024-06-11"] * 2)])
    )

    assert (first.start.used, first.end.used) == (0, 8 * HOUR)
    assert (last.start.used, last.end.used) == (24 * HOUR, 32 * HOUR)


def test_legs_of_one_day_are_drawn_one_after_the_other_without_a_wait() -> None:
    # Two legs between the quarters of the day, which are 6 hours each.
    first, last = schedule(
        journey(legs=[told(*ends, *["2024-06-10"] * 2) for ends in (("a", "b"), ("b", "c"))])
    )

    assert first.wait is None
    assert (first.end.used, last.start.used, last.end.used) == (6 * HOUR, 6 * HOUR, 12 * HOUR)


def test_a_stop_told_by_the_day_of_the_departure_is_passed_as_far_as_it_lies_on_the_way() -> None:
    # Half of the way, at an even speed, is half of the eight hours.
    (slot,) = schedule(
        journey(
            legs=[
                leg(
                    "a",
                    "c",
                    departs=[known(at="2024-06-10")],
                    duration=amount(8, "h"),
                    stops=[known(place="b", at="2024-06-10")],
                )
            ]
        )
    )

    assert abs(slot.stops[0].start.used - 4 * HOUR) < 60
