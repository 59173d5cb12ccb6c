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
    return scripted(
        browser, *of_lesson("tally", "timing", "along", "yardstick", "keyname", "rose", "message")
    )


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


@pytest.mark.parametrize(
    ("seconds", "planned", "said"),
    [
        (0, 1.5, {"key": "class.begun", "gone": 0, "until": 2}),
        (29, 15, {"key": "class.begun", "gone": 0, "until": 15}),
        (31, 15, {"key": "class.gone", "gone": 1, "until": 15}),
        (12 * 60 + 20, 15, {"key": "class.gone", "gone": 12, "until": 15}),
        (12 * 60 + 20, 0.1 + 0.2 + 11.7, {"key": "class.gone", "gone": 12, "until": 12}),
        (13 * 60, 12, {"key": "class.over", "gone": 13, "until": 12}),
        (-5, 2, {"key": "class.begun", "gone": 0, "until": 2}),
    ],
)
def test_time_gone_is_told_in_whole_minutes_as_a_person_would(
    page: Page, seconds: float, planned: float, said: dict[str, Any]
) -> None:
    assert run(page, f"J.timing.said({seconds}, {planned})") == said


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


@pytest.mark.parametrize(("seconds", "km"), [(-9, 0), (0, 0), (3600, 5), (99_999, 8)])
def test_a_racer_leaves_at_the_start_and_goes_no_farther_than_its_end(
    page: Page, seconds: float, km: float
) -> None:
    assert run(page, f"J.yardstick.gone({{kmh: 5, far: 8}}, {seconds})") == km


GUESS = "{low: 0, high: 10, step: 1, of: 'duration'}"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("4", {"number": 4}),
        ("many", {"fault": "class.guess_unread"}),
        ("", {"fault": "class.guess_unread"}),
        ("2e1", {"number": 20}),
        ("1e12", {"fault": "class.guess_off"}),
        ("1e999", {"fault": "class.guess_off"}),
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


def test_numbers_count_in_the_range_where_they_lie(page: Page) -> None:
    made = "[{number: 4}, {hand: 1}, {hand: 1}, {number: 10}, {number: 30}]"

    numbers, counts = run(
        page, f"[J.tally.numbers({made}), J.tally.hands({GUESS}, {made}).map(({{count}}) => count)]"
    )

    assert numbers == [4, 10, 30]
    # Of five ranges of two each; 4 begins the third, 10 ends the last, and 30 is off the scale.
    assert counts == [0, 2, 1, 0, 1]


@pytest.mark.parametrize(("count", "left"), [(3, 3), (1, 1), (0, 1)])
def test_so_many_hands_are_counted_for_a_range_and_numbers_stay(
    page: Page, count: int, left: int
) -> None:
    made = "[{number: 2}, {hand: 1}, {hand: 0}, {hand: 1}]"

    after = f"J.tally.counted({GUESS}, {made}, 1, {count})"
    hands = run(page, f"J.tally.hands({GUESS}, {after})")

    assert [one["count"] for one in hands[:2]] == [1, left]


def verdict(page: Page, guess: str, guesses: str) -> dict[str, Any]:
    found: dict[str, Any] = run(page, f"J.tally.verdict({{...{guess}}}, {guesses})")
    return found


def said(*values: float) -> str:
    return str([{"number": value} for value in values]).replace("'", "")


# A scale of 0 to 72 h in ranges of 15, whose answer is 32 h.
TRAIN = "{low: 0, high: 72, step: 1, of: 'duration', least: 32, most: 32}"


@pytest.mark.parametrize(
    ("guesses", "middle", "nearest"),
    [
        ("[]", None, []),
        (said(36), [36, 36], [[36, 36]]),
        (said(30, 20, 60), [30, 30], [[30, 30]]),
        # Of an even number it lies half-way between the two in the middle.
        (said(20, 30, 40, 50), [35, 35], [[30, 30]]),
        (said(30, 34), [32, 32], [[30, 30], [34, 34]]),
        ("[{hand: 0}, {hand: 2}, {hand: 2}]", [30, 45], [[30, 45]]),
        # Half of them are below 15 and half above 45, so the middle is anywhere between.
        ("[{hand: 0}, {hand: 3}]", [0, 60], [[45, 60]]),
        ("[{hand: 0}, {number: 20}, {number: 28}]", [15, 30], [[28, 28]]),
    ],
)
def test_the_middle_and_the_nearest_of_what_was_guessed(
    page: Page, guesses: str, middle: list[float] | None, nearest: list[list[float]]
) -> None:
    found = verdict(page, TRAIN, guesses)

    assert (found["middle"], found["nearest"]) == (middle, nearest)


# An answer of 48 degrees.
ROSE = "{low: 0, high: 360, step: 5, of: 'direction', least: 48, most: 48}"


@pytest.mark.parametrize(
    ("degrees", "middle", "nearest"),
    [
        ((350, 10, 40), 10, 40),
        ((350, 10), 0, 10),
        ((300, 120), None, 120),
        ((0, 120, 240), None, 0),
        ((230,), 230, 230),
        ((10, 10, 100), 10, 10),
    ],
)
def test_directions_have_a_middle_where_half_the_compass_holds_them(
    page: Page, degrees: tuple[int, ...], middle: int | None, nearest: int
) -> None:
    found = verdict(page, ROSE, said(*degrees))

    assert found["middle"] == (None if middle is None else [middle, middle])
    assert found["nearest"][0] == [nearest, nearest]


def test_numbers_within_an_answer_without_an_upper_bound_are_counted(page: Page) -> None:
    found = verdict(page, TRAIN.replace("most: 32", "most: null"), said(20, 32, 500))

    assert found["within"] == 2


@pytest.mark.parametrize(
    ("ends", "digits"), [((0, 72, 1), 1), ((0, 0.05, 0.01), 2), ((0, 3, 0.125), 3)]
)
def test_a_tiny_range_is_told_in_as_many_decimals_as_it_needs(
    page: Page, ends: tuple[float, ...], digits: int
) -> None:
    assert run(page, f"J.scale.digits(...{list(ends)})") == digits


@pytest.mark.parametrize(
    ("seconds", "place"), [(0, [0, 0]), (1800, [0, 2]), (3600, [0, 4]), (3601, None)]
)
def test_a_time_guessed_is_where_they_were_after_it(
    page: Page, seconds: int, place: list[float] | None
) -> None:
    legs = LEGS.replace("km: [0, 10", "at: [0, 0.5, 1], ride: [0, 1], waits: [], km: [0, 10")

    assert run(page, f"J.along.after({legs}, 0, {seconds})") == place


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


@pytest.mark.parametrize(
    ("leg", "start"),
    [(-1, [0, 0, 23, 23, False]), (0, [0, 0, 20, 20, True]), (1, [3600, 20, 23, 3, False])],
)
def test_a_race_is_run_over_the_journey_or_a_leg_by_the_clock_there_is(
    page: Page, leg: int, start: list[Any]
) -> None:
    found = run(page, f"J.yardstick.start({LEGS}, {leg})")

    assert [found[key] for key in ("seconds", "km", "end", "far", "timed")] == start


# Told as "more than 1 km" and drawn 2.2 km long, as the crossing of the Tumen is.
CROSSING = "[{drawn: 2.2, span: 1800, km: [10, 11], points: [[0, 0], [0, 1]]}]"


def test_nobody_covers_a_line_in_fewer_km_than_it_is_drawn_long(page: Page) -> None:
    start = f"J.yardstick.start({CROSSING}, 0)"

    # At 5 km/h, 1.1 of 2.2 km take 792 s; the middle of the line is told as 10.5 km.
    assert run(page, f"{start}.far") == 2.2
    assert run(page, "J.yardstick.gone({kmh: 5, far: 2.2}, 792)") == pytest.approx(1.1)
    assert run(page, f"J.yardstick.along({start}, 1.1)") == 10.5
    assert run(page, f"J.yardstick.travelled({start}, 10.5)") == pytest.approx(1.1)


def racers(page: Page, far: float, timed: bool = True) -> list[tuple[str, float]]:
    """Who runs beside a way of so many km, and how far at the most."""
    items = """[
      {name: "walk", kmh: 5}, {name: "still", kmh: 0}, {name: "plane", km: 690, seconds: null},
      {name: "train", km: 3.1, seconds: 1020}]"""
    start = f"{{seconds: 0, km: 0, end: {far}, far: {far}, timed: {str(timed).lower()}}}"
    found = run(page, f"J.yardstick.racers({items}, {start})")
    return [(one["name"], one["far"]) for one in found]


def test_who_has_a_speed_runs_and_a_way_of_its_own_where_it_can_be_seen(page: Page) -> None:
    assert racers(page, 2.2) == [("walk", 2.2), ("train", 3.1)]
    assert racers(page, 1_115) == [("walk", 1_115)]
    assert racers(page, 0.3) == [("walk", 0.3)]


def test_without_a_clock_nobody_runs(page: Page) -> None:
    assert racers(page, 2.2, timed=False) == []


@pytest.mark.parametrize(
    ("hushed", "leg", "held"),
    [("[]", -1, False), ("[0]", -1, True), ("[0]", 2, False), ("[0, 2]", 2, True)],
)
def test_a_race_that_would_tell_a_secret_holds_its_figures_back(
    page: Page, hushed: str, leg: int, held: bool
) -> None:
    assert run(page, f"J.yardstick.held({hushed}, {leg})") is held


@pytest.mark.parametrize(
    ("data", "asked"),
    [
        ("{lesson: 'x', deed: 'on', number: 0}", {"deed": "on", "number": 0}),
        ("{lesson: 'x', deed: 'call', number: 3}", {"deed": "call", "number": 3}),
        ("{lesson: 'y', deed: 'on', number: 0}", None),
        ("{lesson: 'x', deed: 'constructor', number: 0}", None),
        ("{lesson: 'x', deed: 'call', number: '3'}", None),
        ("{lesson: 'x', deed: 'call'}", None),
        ("'on'", None),
        ("null", None),
    ],
)
def test_a_page_hears_of_its_notes_what_is_a_deed_of_its_lesson(
    page: Page, data: str, asked: Any
) -> None:
    assert run(page, f"J.message.asked('x', {data})") == asked


def test_a_page_hears_of_every_deed_that_its_notes_can_ask_for(page: Page) -> None:
    heard = run(page, "J.message.deeds.map((one) => J.message.asked('x', J.message.ask('x', one)))")

    assert [one["deed"] for one in heard] == run(page, "J.message.deeds")
    assert {"on", "back", "reveal", "restart"} <= {one["deed"] for one in heard}


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("{lesson: 'x', step: 1, began: 5}", {"step": 1, "began": 5}),
        ("{lesson: 'x', step: null, began: null}", {"step": None, "began": None}),
        ("{lesson: 'x', step: 2, began: 5}", None),
        ("{lesson: 'x', step: 'length', began: 5}", None),
        ("{lesson: 'x', step: 1, began: null}", None),
        ("{lesson: 'y', step: 1, began: 5}", None),
        ("{lesson: 'x'}", None),
        ("7", None),
    ],
)
def test_notes_hear_of_their_page_a_step_that_there_is_or_that_it_was_left(
    page: Page, data: str, told: Any
) -> None:
    assert run(page, f"J.message.told('x', [{{}}, {{}}], {data})") == told


def test_every_script_of_the_presenter_is_sent_once_and_keeps_nothing_beyond_its_tab() -> None:
    sent = [*presenter.opener(), *presenter.scripts()]

    # What only a map that stands alone needs is no part of a lesson.
    others = set(presenter.alone()) - set(sent)
    assert sorted(sent) == sorted({*presenter.STATIC.rglob("*.js"), *sent} - others)
    assert not set(sent) & set(bundle.scripts())
    assert not re.search(r"localStorage|indexedDB|cookie|fetch\(|eval\(", presenter.script())
