from __future__ import annotations

from typing import Any

import pytest

from journey.errors import dotted
from journey.files.advice.dates import dates
from tests.conftest import amount, known, leg, track


def doubts(day: Any, **more: Any) -> list[tuple[str, str]]:
    """Path and code of each doubt about the day of a journey of one leg."""
    found = dates(track(day=[known(**day)], legs=[leg("a", "b", **more)]))
    return [(dotted(fault.path), fault.code) for fault in found]


@pytest.mark.parametrize(
    ("day", "doubted"),
    [
        ({"at": "2021-02-25"}, False),
        ({"at": "2021-02"}, False),
        ({"at": "2021"}, False),
        ({"between": ["2021-02-20", "2021-02-24"]}, False),
        ({"at": "2012-02-25"}, True),
        ({"at": "2021-04"}, True),
        ({"between": ["2019", "2020"]}, True),
    ],
)
def test_a_day_is_doubted_that_lies_beside_the_times(day: Any, doubted: bool) -> None:
    times = {
        "departs": known(at="2021-02-24T09:00+09:00"),
        "arrives": known(at="2021-02-26"),
        "duration": amount(50, "h"),
    }

    assert doubts(day, **times) == ([("day[0]", "day_off_the_times")] if doubted else [])


def test_a_day_within_the_time_that_follows_is_not_doubted() -> None:
    years = {"departs": known(at="1271"), "duration": amount(24, "y")}

    assert doubts({"at": "1295"}, **years) == []
    assert doubts({"at": "1398"}, **years) == [("day[0]", "day_off_the_times")]


def test_where_no_time_is_told_or_known_no_day_is_doubted() -> None:
    assert doubts({"at": "2012-02-25"}) == []
    assert doubts({"at": "2012-02-25"}, departs=known(at="17:30"), duration=amount(1, "h")) == []
    assert doubts({"at": "2021"}, departs=known(at="2012")) == []
