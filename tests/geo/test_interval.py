from __future__ import annotations

from datetime import timedelta
from itertools import product
from math import inf, nan

import pytest

from journey.geo.interval import KILOMETRES, SECONDS, Interval

HOURS = Interval(2, 3, 5)
KM = Interval(10, 12, 20)
OPEN = Interval(1, 1, None)


@pytest.mark.parametrize(
    "bounds", [(2, 1, 3), (1, 4, 3), (-1, 0, 1), (nan, 1, 2), (0, inf, None), (0, 1, inf)]
)
def test_bounds_that_are_out_of_order_or_endless_are_refused(
    bounds: tuple[float, float, float | None],
) -> None:
    with pytest.raises(ValueError, match="not in order"):
        Interval(*bounds)


def test_a_sum_holds_every_sum_of_what_its_parts_hold() -> None:
    total = KM + HOURS

    sums = [a + b for a, b in product((10, 12, 20), (2, 3, 5))]
    assert (total.low, total.high) == (min(sums), max(sums))
    assert total.used == 12 + 3


def test_a_quotient_holds_every_quotient_of_what_its_parts_hold() -> None:
    speed = KM / HOURS

    quotients = [a / b for a, b in product((10, 12, 20), (2, 3, 5))]
    assert speed == Interval(min(quotients), 12 / 3, max(quotients))


@pytest.mark.parametrize("total", [OPEN + KM, KM + OPEN, OPEN + OPEN])
def test_a_sum_with_an_open_part_is_open(total: Interval) -> None:
    assert total.high is None


def test_a_quotient_by_an_open_interval_may_be_as_small_as_nothing() -> None:
    speed = KM / Interval(2, 4, None)

    assert speed == Interval(0, 3, 10)


def test_a_quotient_of_an_open_interval_is_open() -> None:
    speed = Interval(10, 10, None) / HOURS

    assert speed == Interval(10 / 5, 10 / 3, None)


def test_a_quotient_is_open_where_the_divisor_may_be_nothing() -> None:
    assert KM / Interval(0, 1, 2) == Interval(10 / 2, 12 / 1, None)


@pytest.mark.parametrize("divisor", [Interval(0, 0, 5), Interval(0, 0, None)])
def test_there_is_no_quotient_where_the_divisor_used_is_nothing(divisor: Interval) -> None:
    assert KM / divisor is None


def test_what_is_computed_from_rough_numbers_is_rough() -> None:
    rough = Interval(1, 1, 1, rough=True)

    results = [rough + KM, KM + rough, rough / KM, KM / rough, rough.scaled(2)]

    assert all(result and result.rough for result in results)
    assert not (KM + HOURS).rough


def test_scaling_keeps_what_is_open_open() -> None:
    assert (HOURS.scaled(60), OPEN.scaled(60)) == (Interval(120, 180, 300), Interval(60, 60, None))


@pytest.mark.parametrize(
    ("a", "b", "meet"),
    [
        (Interval(1, 1, 2), Interval(2, 2, 3), True),
        (Interval(1, 1, 2), Interval(2.1, 2.5, 3), False),
        (Interval(1, 1, None), Interval(5, 6, 7), True),
        (Interval(8, 8, None), Interval(5, 6, 7), False),
        (Interval(1, 1, None), Interval(9, 9, None), True),
        (Interval(0, 5, 9), Interval.exactly(4), True),
    ],
)
def test_intervals_overlap_where_some_number_lies_in_both(
    a: Interval, b: Interval, meet: bool
) -> None:
    assert a.overlaps(b) is meet
    assert b.overlaps(a) is meet


def test_units_are_those_of_yard_and_nautical_mile_by_treaty_and_of_clock_and_calendar() -> None:
    clock = {"s": timedelta(seconds=1), "min": timedelta(minutes=1)}
    clock |= {"h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}
    # The Julian year; the yard of 1959, and the nautical mile of Monaco, 1929.
    clock |= {"y": timedelta(days=365, hours=6)}

    way = {"m": 1e-3, "km": 1, "mi": 1760 * 0.9144e-3, "nmi": 1.852}
    assert pytest.approx(way) == KILOMETRES
    assert {unit: span.total_seconds() for unit, span in clock.items()} == SECONDS
