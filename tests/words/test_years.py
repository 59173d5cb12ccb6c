from __future__ import annotations

from typing import Any

import pytest

from journey import Track
from journey.words.wording import Wording
from journey.words.years import are_needed, dating
from tests.conftest import at, known, leg, place, track

ENGLISH = Wording("en")
FEBRUARY = "2021-02-25T09:00+09:00"
TITLED = {"en": "A trip in 2021"}


def left(when: Any, **more: Any) -> Track:
    """A journey whose first leg departed at that time."""
    return track(legs=[leg("a", "b", departs=[known(at=when)]), leg("b", "c")], **more)


@pytest.mark.parametrize(
    ("more", "needed"),
    [
        ({}, True),
        ({"title": {"en": "A trip of old"}, "summary": {"en": "By 20 people."}}, True),
        ({"title": TITLED}, False),
        ({"title": {"en": "A trip in 2020"}}, True),
        ({"summary": {"en": "In the winter of 2021."}}, False),
        ({"day": [known(at="2021-02-25")]}, False),
        ({"day": [known(at="2021-02")]}, False),
        ({"day": [known(at="2020-02-25")]}, True),
        ({"day": [known(between=["2020-12-01", "2021-03-01"])]}, True),
    ],
)
def test_a_clock_time_needs_a_year_unless_the_head_of_the_journey_tells_its_only_one(
    more: dict[str, Any], needed: bool
) -> None:
    assert are_needed(left(FEBRUARY, **more), ENGLISH) is needed


def test_the_year_is_that_of_the_place() -> None:
    # Ten in the evening at Greenwich is seven in the morning of the new year at Pyongyang.
    places = [place(key, 0, lon, zone="Asia/Pyongyang") for lon, key in enumerate("abc")]

    passed = left("2020-12-31T22:00Z", places=places, title=TITLED)

    assert not are_needed(passed, ENGLISH)


def test_a_journey_over_new_year_needs_years() -> None:
    legs = [
        leg("a", "b", departs=[known(at="2020-12-31T08:00Z")]),
        leg("b", "c", arrives=[known(at="2021-01-01T08:00Z")]),
    ]

    assert are_needed(track(legs=legs, title={"en": "2020 to 2021"}), ENGLISH)


def test_a_clock_time_of_a_day_that_nobody_dates_has_no_year() -> None:
    assert not are_needed(left("17:30"), ENGLISH)


def test_words_that_tell_years_already_go_on_doing_so() -> None:
    passed = left(FEBRUARY, title=TITLED)

    assert "2021" in dating(passed, ENGLISH.dating(True)).clock(at(FEBRUARY))
    assert "2021" not in dating(passed, ENGLISH).clock(at(FEBRUARY))
