from __future__ import annotations

from datetime import UTC, date, datetime, time
from itertools import pairwise
from typing import Any

import pytest
from pydantic_core import PydanticCustomError

from journey.model.calendar import (
    ClockTime,
    Grain,
    Month,
    When,
    Year,
    first_day,
    grain,
    last_day,
    moment,
    span,
)
from tests.conftest import at

EIGHT = at("2021-02-25T08:00+09:00")


@pytest.mark.parametrize(
    ("told", "when"),
    [
        (1804, Year(1804)),
        (629, Year(629)),  # As YAML 1.2 reads 0629.
        ("0629", Year(629)),
        ("1804-09", Month(1804, 9)),
        ("1804-09-21", date(1804, 9, 21)),
        ("2021-02-25T08:00+09:00", EIGHT),
        ("2021-02-25 08:00:00 +09:00", EIGHT),
        ("17:30", ClockTime(0, time(17, 30))),
        ("6:10:30", ClockTime(0, time(6, 10, 30))),
        ("+1 06:10", ClockTime(1, time(6, 10))),
        (date(2021, 2, 25), date(2021, 2, 25)),
    ],
)
def test_the_form_of_a_value_says_how_precisely_a_moment_is_told(told: Any, when: When) -> None:
    found = moment(told)

    assert found == when
    assert type(found) is type(when)


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (-44, "year_before_one"),
        (0, "year_before_one"),
        ("-0044-03-15", "year_before_one"),
        ("44 BC", "year_before_one"),
        ("0000-01", "year_before_one"),
        (9_000, "year_out_of_reach"),
        ("9000-01", "year_out_of_reach"),
        (20210225, "no_date"),
        (2021.5, "no_date"),
        (True, "no_date"),
        ("1804-13", "no_date"),
        ("1804-9", "no_date"),
        ("25:00", "no_date"),
        ("+1", "no_date"),
        ("autumn 1804", "no_date"),
        ("2021-W08", "no_date"),
        ("2021-02-25T08:00", "no_offset"),
    ],
)
def test_what_tells_no_moment_is_refused(told: Any, code: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        moment(told)

    assert caught.value.type == code


@pytest.mark.parametrize("told", ["0629", "1804-09", "1804-09-21", "17:30", "+1 06:10"])
def test_a_moment_is_written_as_it_was_read(told: str) -> None:
    assert str(moment(told)) == told


def test_a_grain_is_the_greater_the_coarser_it_is() -> None:
    moments = (EIGHT, date(1804, 9, 21), Month(1804, 9), Year(1804))

    grains = [grain(when) for when in moments]

    assert grains == [Grain.MINUTE, Grain.DAY, Grain.MONTH, Grain.YEAR]
    assert all(a < b and a <= b and b > a and b >= a for a, b in pairwise(grains))
    assert grain(ClockTime(1, time(6, 10))) is Grain.MINUTE


# A calendar on paper: 1804 and 2000 had a 29 February, 1900 had none.
@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        (Month(1804, 2), date(1804, 2, 1), date(1804, 2, 29)),
        (Month(1900, 2), date(1900, 2, 1), date(1900, 2, 28)),
        (Month(2000, 2), date(2000, 2, 1), date(2000, 2, 29)),
        (Year(629), date(629, 1, 1), date(629, 12, 31)),
        (EIGHT, date(2021, 2, 25), date(2021, 2, 25)),
    ],
)
def test_a_month_or_a_year_is_all_its_days(when: When, first: date, last: date) -> None:
    assert not isinstance(when, ClockTime)
    assert (first_day(when), last_day(when)) == (first, last)


def test_a_month_is_that_of_its_zone() -> None:
    early, late = span(Month(2021, 2), "Asia/Pyongyang")

    # Midnights at UTC+9, on paper nine hours earlier by UTC.
    assert early == at("2021-01-31T15:00Z").timestamp()
    assert late == at("2021-02-28T15:00Z").timestamp()


def test_a_year_without_a_zone_begins_in_the_east_and_ends_in_the_west() -> None:
    early, late = span(Year(1970), None)

    assert (early, late) == (-14 * 3_600, (365 * 24 + 12) * 3_600)


def test_an_instant_is_one_whatever_the_zone() -> None:
    noon = datetime(1970, 1, 1, 12, tzinfo=UTC)

    assert span(noon, None) == span(noon, "Asia/Pyongyang") == (43_200, 43_200)
