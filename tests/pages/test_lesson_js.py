"""The arithmetic of a lesson, run in a browser without a map."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from journey.pages import presenter
from journey.stage import bundle
from tests.browsing import scripted

pytestmark = pytest.mark.browser

# Two legs: ten km drawn as five, told as twenty; then a leg that takes no time.
LEGS = (
    "[{drawn: 5, span: 3600, points: [[0, 0], [0, 2], [0, 4]], km: [0, 10, 20]},"
    " {drawn: 3, span: 0, points: [[0, 4], [3, 4]], km: [20, 23]}]"
)


def of_lesson(*names: str) -> list[Path]:
    """The arithmetic of those names, each after all that it needs."""
    found = (
        bundle.closure(f"arithmetic/{name}", presenter.STATIC, bundle.STATIC) for name in names
    )
    return list(dict.fromkeys(file for files in found for file in files))


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return scripted(browser, *of_lesson("tally", "timing", "along", "yardstick", "keyname", "rose"))


def run(page: Page, expression: str) -> Any:
    return page.evaluate(f"() => {{ const J = L.journey; return {expression}; }}")


@pytest.mark.parametrize(
    ("text", "group", "value"),
    [
        ("32", ",", 32),
        (" 2.5 ", ",", 2.5),
        ("2,5", ",", 2.5),
        ("1,000", ",", 1000),
        ("1,234.5", ",", 1234.5),
        ("1.000", ".", 1000),
        ("1.234,5", ".", 1234.5),
        ("1 000", "\u00a0", 1000),
        (".5", ",", 0.5),
        ("-3", ",", -3),
    ],
)
def test_a_number_is_read_as_people_write_it(
    page: Page, text: str, group: str, value: float
) -> None:
    assert run(page, f"J.number.read({text!r}, {group!r})") == value


@pytest.mark.parametrize(
    "text", ["", "many", "1e9", "0x10", "12 h", "1,2,3", "--1", "Infinity", "<b>"]
)
def test_what_is_no_number_is_none(page: Page, text: str) -> None:
    assert run(page, f"Number.isNaN(J.number.read({text!r}))") is True


@pytest.mark.parametrize(
    ("low", "high", "step", "ends"),
    [
        (0, 72, 1, [[0, 15], [15, 30], [30, 45], [45, 60], [60, 72]]),
        (0, 12, 0.5, [[0, 2.5], [2.5, 5], [5, 7.5], [7.5, 10], [10, 12]]),
        (0, 2, 1, [[0, 1], [1, 2]]),
        (0, 1, 5, [[0, 1]]),
    ],
)
def test_hands_are_counted_for_ranges_of_whole_steps(
    page: Page, low: float, high: float, step: float, ends: list[list[float]]
) -> None:
    assert run(page, f"J.scale.bins({low}, {high}, {step})") == ends


def test_a_scale_holds_the_slider_the_guesses_and_the_answer(page: Page) -> None:
    assert run(page, "J.scale.domain(0, 72, [10, null])") == [0, 72]
    assert run(page, "J.scale.domain(5, 72, [100, 2])") == [2, pytest.approx(105)]


def test_a_value_off_the_scale_stands_at_its_end(page: Page) -> None:
    assert run(page, "[-1, 5, 99].map((v) => J.scale.share(v, [0, 10]))") == [0, 0.5, 1]


def test_a_scale_is_marked_in_round_steps(page: Page) -> None:
    assert run(page, "J.scale.ticks([0, 72], 5)") == [0, 20, 40, 60]
    assert run(page, "J.scale.ticks([0, 12], 5)") == [0, 5, 10]


def test_the_minutes_planned_add_up(page: Page) -> None:
    assert run(page, "J.timing.plan([{minutes: 2}, {minutes: 3.5}, {minutes: 1}])") == [2, 5.5, 6.5]
    assert run(page, "J.timing.plan([])") == []


@pytest.mark.parametrize(("seconds", "text"), [(0, "0:00"), (67.9, "1:07"), (3600, "60:00")])
def test_time_gone_is_told_in_minutes_and_seconds(page: Page, seconds: float, text: str) -> None:
    assert run(page, f"J.timing.clock({seconds})") == text


@pytest.mark.parametrize(
    ("km", "place"), [(0, [0, 0]), (5, [0, 1]), (20, [0, 4]), (21.5, [1.5, 4]), (99, [3, 4])]
)
def test_a_place_is_found_by_the_way_done(page: Page, km: float, place: list[float]) -> None:
    assert run(page, f"J.along.place({LEGS}, {km})") == place


@pytest.mark.parametrize(
    ("leg", "km", "way"), [(0, 2.5, 10), (0, 5, 20), (0, 6, 21), (1, 3, 23), (1, 3.1, None)]
)
def test_a_distance_guessed_is_laid_along_the_drawn_line(
    page: Page, leg: int, km: float, way: float | None
) -> None:
    assert run(page, f"J.along.passed({LEGS}, {leg}, {km})") == way


@pytest.mark.parametrize(("now", "km"), [(0, 4), (600, 4), (4200, 9), (99_999, 12)])
def test_a_companion_leaves_at_its_time_and_goes_no_farther_than_its_end(
    page: Page, now: float, km: float
) -> None:
    way = "{seconds: 600, km: 4, kmh: 5, end: 12}"

    assert run(page, f"J.yardstick.reached({way}, {now})") == km


GUESS = "{low: 0, high: 10, step: 1, of: 'duration'}"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("4", {"number": 4}),
        ("many", {"fault": "class.guess_unread"}),
        ("", {"fault": "class.guess_unread"}),
        ("1e9", {"fault": "class.guess_unread"}),
        ("-1", {"fault": "class.guess_off"}),
        ("201", {"fault": "class.guess_off"}),
    ],
)
def test_a_guess_is_a_number_near_the_scale_or_says_what_is_wrong(
    page: Page, text: str, read: dict[str, Any]
) -> None:
    assert run(page, f"J.tally.read({GUESS}, {text!r}, ',')") == read


def test_a_direction_off_the_compass_is_refused(page: Page) -> None:
    rose = "{low: 0, high: 360, step: 1, of: 'direction'}"

    assert run(page, f"J.tally.read({rose}, '361', ',')") == {"fault": "class.guess_off"}


def test_numbers_and_hands_are_told_apart(page: Page) -> None:
    made = "[{number: 4}, {hand: 1}, {hand: 1}, {number: 30}]"

    numbers, counts = run(
        page, f"[J.tally.numbers({made}), J.tally.hands({GUESS}, {made}).map(({{count}}) => count)]"
    )

    assert numbers == [4, 30]
    assert counts == [0, 2, 0, 0, 0]


@pytest.mark.parametrize(
    ("degrees", "tip"), [(0, [50, 0]), (90, [100, 50]), (180, [50, 100]), (270, [0, 50])]
)
def test_directions_turn_clockwise_from_north(page: Page, degrees: int, tip: list[float]) -> None:
    assert run(page, f"J.rose.tip(100, {degrees}, 50)") == pytest.approx(tip)


def test_a_sector_of_the_whole_rose_is_drawn_in_two_arcs(page: Page) -> None:
    half, whole = run(page, "[J.rose.sector(100, 0, 200, 50), J.rose.sector(100, 0, 360, 50)]")

    assert (half.count("A"), whole.count("A")) == (1, 2)


@pytest.mark.parametrize(
    ("key", "code", "name"),
    [("b", "KeyB", "b"), ("B", "KeyB", "b"), ("и", "KeyB", "b"), ("Home", "Home", "Home")],
)
def test_letters_are_told_by_their_place_where_they_are_not_latin(
    page: Page, key: str, code: str, name: str
) -> None:
    assert run(page, f"J.keyname({{key: {key!r}, code: {code!r}}})") == name


def test_a_yardstick_without_a_time_has_no_way(page: Page) -> None:
    start = "{seconds: 0, km: 0, end: 23}"

    assert run(page, f"J.yardstick.way({{kmh: null, km: 690, seconds: null}}, {start})") is None


def test_a_yardstick_of_its_own_length_ends_there_and_goes_another_way(page: Page) -> None:
    start = "{seconds: 60, km: 5, end: 23}"

    way = run(page, f"J.yardstick.way({{name: 'x', kmh: null, km: 8, seconds: 1800}}, {start})")

    assert way == {"name": "x", "kmh": 16, "seconds": 60, "km": 5, "end": 13, "other": True}


@pytest.mark.parametrize(("leg", "start"), [(-1, [0, 0, 23]), (1, [3600, 20, 23]), (0, [0, 0, 20])])
def test_it_starts_with_the_leg_or_the_journey(page: Page, leg: int, start: list[float]) -> None:
    found = run(page, f"J.yardstick.start({LEGS}, {leg})")

    assert [found["seconds"], found["km"], found["end"]] == start


def test_every_script_of_the_presenter_is_sent_once_and_keeps_nothing() -> None:
    sent = [*presenter.opener(), *presenter.scripts()]

    assert sorted(sent) == sorted({*presenter.STATIC.rglob("*.js"), *sent})
    assert not set(sent) & set(bundle.scripts())
    assert not re.search(
        r"localStorage|sessionStorage|indexedDB|fetch\(|eval\(", presenter.script()
    )
