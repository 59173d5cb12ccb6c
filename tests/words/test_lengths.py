from __future__ import annotations

from itertools import pairwise

import pytest

from journey.geo.interval import Interval
from journey.words import lengths
from journey.words.lengths import Count
from journey.words.wording import Wording
from tests.lengths import COARSE, COUNTED, DAY, HOUR, MINUTE, YEAR

ENGLISH = Wording("en")
SIZES = {"s": 1.0, "min": MINUTE, "h": HOUR, "d": DAY, "mo": YEAR / 12, "y": YEAR}  # seconds


@pytest.mark.parametrize(("seconds", "whole", "words"), COUNTED)
def test_a_time_is_counted_in_the_units_of_its_place(
    seconds: float, whole: float, words: str
) -> None:
    assert ENGLISH.counts(lengths.counted(seconds, whole)) == words


@pytest.mark.parametrize(("seconds", "whole", "finest", "words"), COARSE)
def test_a_time_is_told_no_finer_than_it_is_known(
    seconds: float, whole: float, finest: float, words: str
) -> None:
    assert ENGLISH.counts(lengths.coarse(seconds, whole, finest)) == words


@pytest.mark.parametrize("whole", [5, 9 * MINUTE, 39 * HOUR, 20 * DAY, 300 * DAY, 26 * YEAR])
def test_no_smaller_unit_is_as_many_as_the_larger(whole: float) -> None:
    for step in range(2_001):
        counts = lengths.counted(step / 2_000 * whole, whole)
        for large, small in pairwise(counts):
            assert small.number * SIZES[small.unit] < SIZES[large.unit]


@pytest.mark.parametrize("seconds", [59.6, 2 * HOUR - 1, 8 * DAY - 1, 150.9 * DAY, 27.77 * YEAR])
def test_what_is_counted_down_is_never_more(seconds: float) -> None:
    counts = lengths.counted(seconds, down=True)

    assert sum(n * SIZES[unit] for n, unit in counts) <= seconds


@pytest.mark.parametrize(
    ("seconds", "count"),
    [
        (45, Count(45, "s")),
        (95 * MINUTE, Count(95, "min")),
        (124 * MINUTE, Count(2, "h")),
        (16 * HOUR + 35 * MINUTE, Count(17, "h")),
        (70.2 * HOUR, Count(70, "h")),
        # 134.2 / 24 = 5.6, to the next half.
        (134.2 * HOUR, Count(5.5, "d")),
        (9.3 * DAY, Count(9.5, "d")),
        (72.25 * DAY, Count(72, "d")),
        # 30.44 days a month.
        (391.2 * DAY, Count(13, "mo")),
        (1_800 * DAY, Count(5, "y")),
        (3.4 * YEAR, Count(3.5, "y")),
        (26.2 * YEAR, Count(26, "y")),
    ],
)
def test_a_time_that_is_about_so_is_told_in_one_unit(seconds: float, count: Count) -> None:
    assert lengths.roundly(seconds) == count


@pytest.mark.parametrize("seconds", [95 * MINUTE, 134 * HOUR, 391 * DAY, 1_800 * DAY, 44 * YEAR])
def test_round_bounds_hold_what_they_bound(seconds: float) -> None:
    below, above = lengths.roundly(seconds, way=-1), lengths.roundly(seconds, way=1)

    assert below.number * SIZES[below.unit] <= seconds <= above.number * SIZES[above.unit]


@pytest.mark.parametrize(
    ("numbers", "unit", "kept"),
    [
        ([72], "h", True),
        ([43_200], "h", False),
        ([20, 60], "min", True),
        ([1_408], "min", False),
        ([400], "d", True),
        ([20_000], "d", False),
        ([0.014], "km", False),
        ([0.5], "km", True),
        ([0.35, 5], "km", True),
        ([120], "min", False),
        ([801.94], "km", True),
        ([40_000], "m", False),
        ([0.5], "mi", True),
        ([15], "km/h", True),
    ],
)
def test_a_claim_keeps_its_unit_where_a_person_would_say_it_so(
    numbers: list[float], unit: str, kept: bool
) -> None:
    assert lengths.kept(numbers, unit) is kept


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        # 38 hours and a third, to 40 hours: near each other, so to the minute.
        (138_000, 144_000, "38 hours 20 minutes – 40 hours"),
        (71.4 * DAY, 81.4 * DAY, "71 days – 82 days"),
        # From a day to the day after the next: known to the day.
        (24 * HOUR, 72 * HOUR, "1 day – 3 days"),
        (30 * HOUR, 40 * HOUR, "30 hours – 40 hours"),
        (20 * MINUTE, 60 * MINUTE, "20 minutes – 1 hour"),
        (6 * DAY, 8 * DAY, "6 days – 8 days"),
        # From within one month to within another, by the clocks of two zones.
        (0, 60.9 * DAY, "0 days – 61 days"),
        (30.96 * DAY, 486.97 * DAY, "30 days – 487 days"),
        # 1,066 / 365.25 = 2.92, 1,126 / 365.25 = 3.08
        (1_066 * DAY, 1_126 * DAY, "2.9 years – 3.1 years"),
    ],
)
def test_bounds_far_apart_are_told_in_whole_units_that_hold_them(
    low: float, high: float, words: str
) -> None:
    bounds = lengths.between(Interval(low, low, high))

    assert " – ".join(map(ENGLISH.counts, bounds)) == words


@pytest.mark.parametrize(
    ("km", "unit"), [(0.014, "m"), (0.9, "m"), (1, "km"), (1_115.9, "km"), (0, "km")]
)
def test_what_is_shorter_than_a_kilometre_is_told_in_metres(km: float, unit: str) -> None:
    size, told, _ = lengths.far(Interval.exactly(km))

    assert told == unit
    assert size.used == pytest.approx(km * {"m": 1_000, "km": 1}[unit])
