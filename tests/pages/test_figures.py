from __future__ import annotations

import pytest

from journey.pages import figures
from journey.words.wording import Wording
from tests.conftest import amount, leg, track
from tests.pages.test_cards import Reader

ENGLISH = Wording("en")
FAST = leg("a", "b", duration=amount(1, "h"), distance=amount(30, "km"))
SLOW = leg("b", "c", mode="walk", duration=amount(3, "h"), distance=amount(10, "km"))


def test_each_leg_of_known_time_has_its_speed_with_a_mark() -> None:
    page = Reader(figures.speeds(track(legs=[FAST, leg("b", "c")]), ENGLISH))

    assert page.tags.count("li") == 1
    assert "30 km/h" in page.text
    assert [value for name, value in page.attributes if name == "class" and "mark" in value] == [
        "mark mark-assumed"
    ]


def test_a_bar_has_a_part_for_each_mode_as_wide_as_its_share() -> None:
    page = Reader(figures.shares(track(legs=[FAST, SLOW]), ENGLISH))

    styles = [value for name, value in page.attributes if name == "style"]
    widths = [float(style.removeprefix("width:").partition("%")[0]) for style in styles]
    assert widths == pytest.approx([25, 75, 75, 25])


def test_bars_are_for_the_eye_and_words_for_readers() -> None:
    page = Reader(figures.shares(track(legs=[FAST, SLOW]), ENGLISH))

    assert [value for name, value in page.attributes if name == "aria-hidden"] == ["true"] * 2
    assert page.tags.count("li") == 2
