from __future__ import annotations

from itertools import pairwise

import pytest

from journey.geo.interval import YEAR
from journey.stage import ticks
from journey.stage.ticks import DAY, HOUR, MINUTE, WIDTHS
from journey.words.wording import Wording

ENGLISH = Wording("en")
COUNTS = (4, 7, 14)


@pytest.mark.parametrize(
    ("whole", "steps"),
    [
        (39 * HOUR, (12 * HOUR, 6 * HOUR, 3 * HOUR)),
        (24 * MINUTE, (10 * MINUTE, 5 * MINUTE, 5 * MINUTE)),
        (6 * DAY, (2 * DAY, DAY, DAY)),
        # Two of five days each would leave one alone on nine days.
        (8.74 * DAY, (3 * DAY, 3 * DAY, DAY)),
        # An hour and a half is no number of hours.
        (145 * MINUTE, (HOUR, HOUR, HOUR)),
        (40 * YEAR, (10 * YEAR, 10 * YEAR, 5 * YEAR)),
    ],
)
def test_steps_of_time_are_those_of_clocks_and_calendars(
    whole: float, steps: tuple[float, ...]
) -> None:
    found = ticks.times(whole, COUNTS, ENGLISH)

    for width, step in enumerate(steps):
        shown = [tick.value for tick in found if tick.width <= width]
        assert shown == pytest.approx([step * n for n in range(1, len(shown) + 1)])
        assert len(shown) == whole // step


@pytest.mark.parametrize("whole", [0.4, 14, 59, 3_599, 7_200, 1e5, 3e6, 1e8, 1e10])
@pytest.mark.parametrize("make", [ticks.times, ticks.distances])
def test_no_width_has_more_ticks_than_it_holds(make: object, whole: float) -> None:
    found = make(whole, COUNTS, ENGLISH)  # type: ignore[operator]

    for width, count in enumerate(COUNTS):
        assert sum(tick.width <= width for tick in found) <= count
    assert all(0 < tick.value <= whole * (1 + 1e-9) for tick in found)
    assert len({tick.text for tick in found}) == len(found)


@pytest.mark.parametrize("whole", [10**n * m for n in range(10) for m in (1, 1.7, 2.6, 4.5, 8.3)])
@pytest.mark.parametrize("make", [ticks.times, ticks.distances])
def test_even_an_axis_for_two_ticks_has_one(make: object, whole: float) -> None:
    found = make(whole, (2, 4, 6), ENGLISH)  # type: ignore[operator]

    assert 1 <= sum(tick.width == 0 for tick in found) <= 2


@pytest.mark.parametrize("whole", [3 * DAY + 1, 300 * DAY, 1.99 * YEAR, 2 * YEAR, 3 * YEAR])
def test_a_wide_axis_has_the_ticks_of_a_narrow_one(whole: float) -> None:
    found = ticks.times(whole, COUNTS, ENGLISH)

    steps = [
        min(tick.value for tick in found if tick.width <= width) for width in range(len(WIDTHS))
    ]
    assert all(a / b == pytest.approx(round(a / b)) for a, b in pairwise(steps))


@pytest.mark.parametrize(("whole", "unit"), [(0.014, "m"), (0.9, "m"), (1.2, "km"), (1_200, "km")])
def test_a_short_way_is_told_in_metres(whole: float, unit: str) -> None:
    found = ticks.distances(whole, (4, 4, 4), ENGLISH)

    size = {"m": 0.001, "km": 1.0}[unit]
    assert [tick.text for tick in found] == [
        ENGLISH.narrowed().measure(tick.value / size, unit) for tick in found
    ]


@pytest.mark.parametrize(
    ("whole", "unit", "size"),
    [
        (9 * MINUTE, "min", MINUTE),
        (119 * MINUTE, "min", MINUTE),
        (145 * MINUTE, "h", HOUR),
        # Text tells hours up to three days, and days from there.
        (71 * HOUR, "h", HOUR),
        (74 * HOUR, "d", DAY),
        (72 * DAY, "d", DAY),
        (391 * DAY, "d", DAY),
        # And days up to three years, then years.
        (2.9 * YEAR, "d", DAY),
        (1_800 * DAY, "y", YEAR),
        (26 * YEAR, "y", YEAR),
    ],
)
def test_an_axis_of_time_is_told_in_one_unit(whole: float, unit: str, size: float) -> None:
    found = ticks.times(whole, COUNTS, ENGLISH)

    told = ENGLISH.narrowed() if size < DAY else ENGLISH
    assert found
    assert [tick.text for tick in found] == [
        told.measure(tick.value / size, unit) for tick in found
    ]


@pytest.mark.parametrize("make", [ticks.times, ticks.distances])
def test_an_axis_without_length_has_no_ticks(make: object) -> None:
    assert make(0.0, COUNTS, ENGLISH) == []  # type: ignore[operator]
