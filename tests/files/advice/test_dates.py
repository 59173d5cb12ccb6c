from __future__ import annotations

from typing import Any

import pytest

from journey.errors import dotted
from journey.files.advice.dates import dates
from tests.conftest import amount, known, leg, place, track


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


def moments(*legs: Any, **more: Any) -> list[tuple[str, str]]:
    """Path and code of each doubt about the times of a journey of these legs."""
    return [(dotted(fault.path), fault.code) for fault in dates(track(legs=legs, **more))]


def test_a_wait_is_doubted_that_follows_from_a_date_of_another_year() -> None:
    first = leg("a", "b", arrives=known(at="2024-06-01T09:00+02:00"), duration=amount(3, "h"))
    typed = leg("b", "c", departs=known(at="2025-06-01T10:00+02:00"), duration=amount(3, "h"))
    meant = leg("b", "c", departs=known(at="2024-06-01T10:00+02:00"), duration=amount(3, "h"))

    assert moments(first, typed) == [("legs[1].departs", "long_wait")]
    assert moments(first, meant) == []


def test_a_winter_in_camp_is_not_doubted_where_it_is_claimed() -> None:
    # Lewis and Clark were at Fort Mandan for 146 days, after 162 on the river.
    first = leg("a", "b", arrives=known(at="1804-11-02"), duration=amount(172, "d"))
    first["to"]["dwell"] = amount(156, "d")

    assert moments(first, leg("b", "c", departs=known(at="1805-04-07"))) == []


@pytest.mark.parametrize(("year", "doubted"), [("2204", True), ("2024", False), ("2023", False)])
def test_a_time_is_doubted_that_its_source_told_years_before(year: str, doubted: bool) -> None:
    source = {"id": "paper", "title": "Paper", "publisher": "Press", "published": "2023-05"}
    claim = {"at": f"{year}-06-01", "basis": "reported", "source": "paper"}

    found = moments(leg("a", "b", departs=claim), sources=[source])

    assert found == ([("legs[0].departs[0]", "told_before")] if doubted else [])


@pytest.mark.parametrize(
    ("when", "doubted"),
    [
        ("2024-01-15T10:00+01:00", False),
        ("2024-07-15T10:00+01:00", True),  # by summer time it is UTC+2
        ("2024-07-15T08:00+00:00", False),  # UTC is nobody's mistake
        ("1850-07-15T10:00+01:00", False),  # before there was a zone
    ],
)
def test_a_time_is_doubted_that_is_told_by_no_clock_of_its_place(when: str, doubted: bool) -> None:
    places = [place("a", 47.4, 8.5, zone="Europe/Zurich"), place("b", 47.4, 9.5), place("c", 0, 2)]

    found = moments(leg("a", "b", departs=known(at=when)), places=places)

    assert found == ([("legs[0].departs[0]", "offset_of_another")] if doubted else [])
