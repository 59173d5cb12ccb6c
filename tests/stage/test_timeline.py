from __future__ import annotations

import pytest

from journey import Track
from journey.stage.timeline import LEAST, UNKNOWN, Timeline, part_at
from tests.conftest import amount, known, leg, track


def legs_of(*hours: float | None) -> Timeline:
    """The timeline of legs there and back that take so many hours, None where nobody knows."""
    ends = [("a", "b"), ("b", "a")]
    legs = [
        leg(
            *ends[i % 2],
            id=f"leg-{i}",
            duration=[] if lasts is None else amount(lasts, "h"),
        )
        for i, lasts in enumerate(hours)
    ]
    return Timeline.of(track(legs=legs))


def test_shares_are_those_of_the_time() -> None:
    assert legs_of(3, 1).shares == pytest.approx((0.75, 0.25))


@pytest.mark.parametrize(
    "hours", [(1,), (1, 2), (None, None), (1, None, 2), (1000, 0.001), (5,) * 1000]
)
def test_shares_fill_the_bar_and_stand_one_after_the_other(hours: tuple[float | None, ...]) -> None:
    found = legs_of(*hours)

    assert sum(found.shares) == pytest.approx(1)
    ends = [left + share for left, share in zip(found.lefts, found.shares, strict=True)]
    assert [*found.lefts[1:], 1] == pytest.approx(ends)
    assert min(found.shares) > 0


def test_a_leg_too_short_to_be_seen_is_given_the_least() -> None:
    short, long = legs_of(0.001, 1000).shares

    assert (short, long) == pytest.approx((LEAST, 1 - LEAST))


def test_a_leg_of_unknown_time_is_given_a_part_of_the_usual_time() -> None:
    known_leg, unknown = legs_of(4, None).shares

    assert unknown / known_leg == pytest.approx(UNKNOWN)


def test_where_no_time_is_known_all_legs_are_alike() -> None:
    assert legs_of(None, None).shares == (0.5, 0.5)


def test_a_wait_after_a_leg_belongs_to_it() -> None:
    waiting = leg("a", "b", duration=amount(1, "h"), to=known(place="b", dwell=amount(2, "h")))

    found = Timeline.of(track(legs=[waiting, leg("b", "c", duration=amount(1, "h"))]))

    assert found.shares == pytest.approx((0.75, 0.25))


def test_places_within_a_leg_that_waits_are_in_true_time() -> None:
    three_nights = known(place="b", dwell=amount(69, "h"))
    legs = [
        leg("a", "b", duration=amount(2, "h"), to=three_nights),
        leg("b", "c", duration=amount(3, "h")),
    ]

    found = Timeline.of(waiting := track(legs=legs))

    # Two hours of 74, the wait until the 71st, and three more.
    first = waiting.legs[0]
    assert found.within(0, part_at(first, 2 * 3_600)) == pytest.approx(2 / 74)
    assert found.at(36 * 3_600) == pytest.approx(36 / 74)
    assert found.lefts[1] == pytest.approx(71 / 74)


def test_a_leg_of_unknown_time_has_passed_at_once() -> None:
    (unknown, _) = track(legs=[leg("a", "b"), leg("b", "c")]).legs

    assert part_at(unknown, 0) == 1


@pytest.mark.parametrize(("hours", "place"), [(-1, 0), (0, 0), (1.5, 0.375), (3.5, 0.875), (9, 1)])
def test_an_instant_has_its_place(hours: float, place: float) -> None:
    assert legs_of(3, 1).at(hours * 3_600) == pytest.approx(place)


def test_in_a_leg_whose_time_is_known_instants_and_parts_agree(handcar: Track) -> None:
    found = Timeline.of(handcar)

    for index, one in enumerate(handcar.legs):
        half = one.slot.start.used + one.span / 2
        assert found.at(half) == pytest.approx(found.within(index, 0.5))


def test_time_that_passes_in_no_known_leg_takes_no_room_from_the_instants() -> None:
    found = legs_of(1, None, 1)

    assert found.at(3_599) < found.within(1, 0)
    assert found.at(3_601) > found.within(1, 1)
