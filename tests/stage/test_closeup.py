from __future__ import annotations

from typing import Any

import pytest

from journey import Track
from journey.stage.closeup import FEW, SMALL, CloseUp, bounds
from journey.stage.diagram import Scales, diagram
from journey.words.wording import Wording
from tests.conftest import Data, amount, known, leg, track

ENGLISH = Wording("en")

RIDE = leg("a", "b", duration=amount(20, "h"), distance=amount(200, "km"))
PUSHED = {
    "mode": "handcar",
    "duration": [known(range=[20, 60], value=30, unit="min")],
    "distance": [known(range=[1, 2], value=1.2, unit="km")],
}
NEAR = {"leg": "b-c", "name": {"en": "Near"}}


def seen(*legs: Data, **more: Any) -> CloseUp | None:
    return diagram(track(legs=legs, **more), ENGLISH).close_up


def test_the_close_up_of_the_journey_is_what_is_looked_at() -> None:
    found = seen(RIDE, leg("b", "c", **PUSHED), close_up={"leg": "a-b", "name": {"en": "Ride"}})

    assert found is not None
    assert (found.index, found.leg.leg.id) == (0, "a-b")


def test_without_a_close_up_it_is_the_shortest_leg_if_that_cant_be_seen() -> None:
    found = seen(RIDE, leg("b", "c", **PUSHED))

    assert found is not None
    assert found.leg.leg.id == "b-c"


def test_a_leg_that_can_be_seen_needs_no_close_up() -> None:
    hours = 20 * SMALL / (1 - SMALL) * 1.1

    assert seen(RIDE, leg("b", "c", **PUSHED | {"duration": amount(hours, "h")})) is None


def test_of_very_many_legs_none_is_looked_at() -> None:
    legs = [
        leg("ab"[i % 2], "ba"[i % 2], id=f"l{i}", duration=amount(1, "h")) for i in range(FEW + 1)
    ]

    assert seen(*legs) is None


@pytest.mark.parametrize(
    "changes", [{"duration": []}, {"duration": amount(0, "min")}, {"distance": amount(0, "km")}]
)
def test_what_has_no_known_time_and_way_has_no_close_up(changes: Data) -> None:
    assert seen(RIDE, leg("b", "c", **PUSHED | changes), close_up=NEAR) is None


def test_its_axes_hold_the_longest_time_and_the_longest_way() -> None:
    found = seen(RIDE, leg("b", "c", **PUSHED))

    assert found is not None
    assert 60 * 60 < found.seconds < 1.1 * 60 * 60
    assert 2 < found.km < 1.3 * 2


@pytest.mark.parametrize("share", [0.02, 0.3, 0.7, 0.98])
def test_it_stands_in_a_corner_that_the_line_leaves_free(share: float) -> None:
    """Whether the line rises early or late."""
    slow = leg("a", "b", duration=amount(100 * share, "h"), distance=amount(900, "km"))
    fast = leg("c", "a", duration=amount(100 * (1 - share), "h"), distance=amount(900, "km"))
    journey = track(legs=[slow, leg("b", "c", **PUSHED), fast])

    drawing = diagram(journey, ENGLISH)

    found = drawing.close_up
    assert found is not None
    assert 0 <= found.low[0] < found.high[0] <= 1
    assert 0 <= found.low[1] < found.high[1] <= 1
    scales = Scales.of(journey)
    line = [place for index in range(3) for place in scales.steps(index)]
    assert not any(
        found.low[0] < x < found.high[0] and found.low[1] < y < found.high[1] for x, y in line
    )


def test_the_slowest_the_used_and_the_fastest_way_keep_to_the_claims() -> None:
    journey = track(legs=[leg("b", "c", **PUSHED)])

    found = {way: (seconds / 60, km) for way, (seconds, km) in bounds(journey.legs[0]).items()}

    assert found == {
        "slow": pytest.approx((60, 1)),
        "used": pytest.approx((30, 1.2)),
        "fast": pytest.approx((20, 2)),
    }


def test_where_nothing_bounds_the_distance_the_fastest_way_goes_the_one_that_is_used(
    handcar: Track,
) -> None:
    found = bounds(handcar.legs[2])

    assert [km for _, km in found.values()] == pytest.approx([1, 1, 1])


def test_a_way_of_unknown_time_has_no_bounds() -> None:
    assert bounds(track().legs[0]) == {}
