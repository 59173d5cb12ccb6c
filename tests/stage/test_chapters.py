"""Chapters of a timeline of many legs: by the date on which legs begin, else by their number."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from journey.stage.chapters import MANY, chapters
from journey.words.wording import Wording
from tests.conftest import Data, amount, known, leg, place, track

ENGLISH = Wording("en")
SOURCES = [{"id": "log", "title": "A log", "publisher": "P"}]


def legs(count: int, every: timedelta | None = None, **more: object) -> list[dict[str, object]]:
    """Chapters of a journey of so many legs, one begun at noon and then one each so often."""
    noon = datetime.fromisoformat("2021-05-03T12:00+09:00")
    places = [place(f"p{i}", 0, i / 100, zone="Asia/Tokyo") for i in range(count + 1)]
    told: list[Data] = [leg(f"p{i}", f"p{i + 1}", **more) for i in range(count)]
    for i, one in enumerate(told if every else []):
        one["departs"] = [known(at=(noon + i * (every or timedelta())).isoformat())]
    return chapters(track(places=places, legs=told, sources=SOURCES), ENGLISH)


def test_few_legs_have_no_chapters() -> None:
    assert legs(MANY) == []


def test_legs_that_nobody_dates_come_in_round_numbers() -> None:
    found = legs(21)

    assert [(one["first"], one["name"], one["short"], one["said"]) for one in found] == [
        (0, "Legs 1–10", "1", "10 legs"),
        (10, "Legs 11–20", "11", "10 legs"),
        (20, "Leg 21", "21", "1 leg"),
    ]


@pytest.mark.parametrize(("count", "size"), [(140, 10), (141, 20), (300, 25), (701, 100)])
def test_there_are_no_more_chapters_than_stand_side_by_side(count: int, size: int) -> None:
    found = legs(count)

    assert [one["first"] for one in found] == list(range(0, count, size))
    assert len(found) <= 14


@pytest.mark.parametrize(
    ("hours", "names"),
    [
        (6, ["Mon 3", "Tue 4", "Wed 5", "Thu 6", "Fri 7", "Sat 8"]),
        (24, ["3–9 May", "10–16 May", "17–23 May", "24 May"]),
        (24 * 20, ["May 2021", "Jun 2021", "Jul 2021", "Aug 2021", "Sept 2021"]),
        (24 * 200, ["2021", "2022", "2023"]),
    ],
)
def test_the_finest_stretch_of_the_calendar_that_has_room_makes_a_chapter(
    hours: int, names: list[str]
) -> None:
    found = legs(22, timedelta(hours=hours))

    said = [str(one["name"]).replace("\xa0", " ").replace("\u2060", "") for one in found]
    assert said[: len(names)] == names
    assert len(found) <= 14


def test_a_day_is_that_of_the_place_where_the_leg_begins() -> None:
    found = legs(22, timedelta(hours=6))

    # From noon by hours of six: two on the first day, and four on each that follows.
    assert [one["first"] for one in found] == [0, 2, 6, 10, 14, 18]


def named(*begins: str, count: int = 8) -> list[dict[str, object]]:
    """Chapters of a journey of so many legs, of which each that is named begins a chapter."""
    places = [place(f"p{i}", 0, i / 100) for i in range(count + 1)]
    more = [{"begins": {"en": name}} if name else {} for name in (*begins, *[""] * count)]
    told = [leg(f"p{i}", f"p{i + 1}", **more[i]) for i in range(count)]
    return chapters(track(places=places, legs=told), ENGLISH)


def test_chapters_that_the_journey_names_are_those_also_of_few_legs() -> None:
    found = named("Up the Yenisei", "", "", "Over the pass")

    assert [(one["first"], one["name"], one["short"], one["said"]) for one in found] == [
        (0, "Up the Yenisei", "1", "3 legs"),
        (3, "Over the pass", "2", "5 legs"),
    ]


def test_legs_before_the_first_that_begins_a_chapter_are_one_by_their_number() -> None:
    found = named("", "", "Up the Yenisei", "Over the pass")

    assert [(one["first"], one["name"]) for one in found] == [
        (0, "Legs 1–2"),
        (2, "Up the Yenisei"),
        (3, "Over the pass"),
    ]


@pytest.mark.parametrize("begins", [["One"], [f"Part {i}" for i in range(15)]])
def test_one_name_or_more_than_have_room_make_no_chapters(begins: list[str]) -> None:
    assert next(one["name"] for one in named(*begins, count=21)) == "Legs 1–10"


def test_a_time_that_somebody_has_to_assume_is_not_summed() -> None:
    sure = {"basis": "reported", "source": "log", "value": 20, "unit": "min"}

    assert legs(22, duration=[sure])[0]["said"] == "10 legs · 3 h 20 min"
    assert legs(22, duration=amount(20, "min"))[0]["said"] == "10 legs"
    assert legs(22)[0]["said"] == "10 legs"


def test_a_leg_without_a_date_belongs_to_the_day_on_both_of_its_sides_alone() -> None:
    found = track(
        places=[place(f"p{i}", 0, i / 100, zone="Asia/Tokyo") for i in range(23)],
        legs=[
            leg(f"p{i}", f"p{i + 1}", departs=[known(at=f"2021-05-{3 + i // 10:02}")])
            if i not in (5, 10)
            else leg(f"p{i}", f"p{i + 1}")
            for i in range(22)
        ],
    )

    # The eleventh may have begun on the third or on the fourth, and there is but one week.
    assert [one["name"] for one in chapters(found, ENGLISH)][:1] == ["Legs 1–10"]
