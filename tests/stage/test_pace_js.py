"""The stage's arithmetic of time, run in a browser without a map."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import of_stage, scripted

pytestmark = pytest.mark.browser

LEG = (
    "{span: 100, points: [[0, 0], [0, 2], [0, 2], [0, 4]],"
    " at: [0, 0.25, 0.75, 1], km: [0, 5, 5, 20]}"
)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return scripted(browser, *of_stage("pace"))


def run(page: Page, expression: str) -> Any:
    return page.evaluate(f"() => {{ const P = L.journey.pace; return {expression}; }}")


def test_story_pacing_gives_each_leg_alike(page: Page) -> None:
    moment = run(page, "P.story([{span: 99}, {span: 1}]).at(0.75)")

    assert moment == {"leg": 1, "part": pytest.approx(0.5)}


def test_true_time_gives_each_leg_its_share(page: Page) -> None:
    moment = run(page, "P.truth([{span: 99}, {span: 1}]).at(0.495)")

    assert moment == {"leg": 0, "part": pytest.approx(0.5)}


@pytest.mark.parametrize("whole", [0, 0.1, 0.5, 0.99, 1])
@pytest.mark.parametrize("pacing", ["story", "truth"])
def test_a_moment_leads_back_to_where_it_came_from(page: Page, pacing: str, whole: float) -> None:
    back = run(
        page,
        f"(() => {{ const d = P.{pacing}([{{span: 3}}, {{span: 1}}]);"
        f" return d.of(d.at({whole})); }})()",
    )

    assert back == pytest.approx(whole)


@pytest.mark.parametrize("whole", [-1, 2])
def test_what_lies_outside_the_journey_is_its_start_or_end(page: Page, whole: float) -> None:
    moment = run(page, f"P.story([{{span: 1}}, {{span: 1}}]).at({whole})")

    assert moment == ({"leg": 0, "part": 0} if whole < 0 else {"leg": 1, "part": 1})


def test_legs_of_unknown_time_are_alike_in_true_time_too(page: Page) -> None:
    assert run(page, "P.truth([{span: 0}, {span: 0}]).shares") == [0.5, 0.5]


def test_the_traveller_waits_where_the_fixes_wait(page: Page) -> None:
    waiting = run(page, f"[0.3, 0.5, 0.7].map((p) => P.place({LEG}, p).at)")

    assert waiting == [[0, 2], [0, 2], [0, 2]]


def test_between_two_fixes_place_and_distance_are_even(page: Page) -> None:
    found = run(page, f"P.place({LEG}, 0.875)")

    assert found["at"] == [0, pytest.approx(3)]
    assert found["km"] == pytest.approx(12.5)


def test_a_leg_of_one_point_has_one_place(page: Page) -> None:
    found = run(page, "P.place({span: 0, points: [[1, 2]], at: [0], km: [7]}, 0.5)")

    assert (found["at"], found["km"]) == ([1, 2], 7)


def test_time_that_nobody_knows_does_not_pass(page: Page) -> None:
    seconds = run(page, "P.elapsed([{span: 10}, {span: 0}, {span: 4}], {leg: 2, part: 0.5})")

    assert seconds == 12


def test_a_grown_up_reads_240_words_a_minute(page: Page) -> None:
    assert run(page, "P.reading(240) - P.reading(0)") == 60_000


def test_even_no_words_stay_for_a_moment(page: Page) -> None:
    assert run(page, "P.reading(0)") > 1_000


@pytest.mark.parametrize(("count", "seconds"), [(1, 9), (4, 9), (26, 9), (60, 4), (240, 1)])
def test_a_leg_of_many_has_a_shorter_turn(page: Page, count: int, seconds: float) -> None:
    assert run(page, f"P.turn({count})") == seconds * 1_000


@pytest.mark.parametrize("count", [1, 4, 27, 500, 2_000])
def test_a_journey_of_any_number_of_legs_takes_at_most_four_minutes(page: Page, count: int) -> None:
    assert run(page, f"P.turn({count})") * count <= 240_000


def test_the_turn_of_no_leg_is_some_time(page: Page) -> None:
    assert run(page, "P.turn(0)") == 9_000


def test_legs_in_order_have_no_fault(page: Page) -> None:
    assert run(page, f"P.fault([{LEG}, {LEG}])") == ""


def test_one_fix_is_enough_to_be_somewhere(page: Page) -> None:
    assert run(page, "P.fault([{points: [[0, 0]], at: [0], km: [0]}])") == ""


def test_a_wait_is_no_fault(page: Page) -> None:
    two = "[[0, 0], [0, 0]]"

    assert run(page, f"P.fault([{{points: {two}, at: [0, 1], km: [5, 5]}}])") == ""
    assert run(page, f"P.fault([{{points: {two}, at: [0, 0], km: [5, 5]}}])") == ""


def test_a_journey_without_a_leg_is_a_fault(page: Page) -> None:
    assert run(page, "P.fault([])") == "play.no_leg"


@pytest.mark.parametrize(
    "leg",
    [
        "{points: [], at: [], km: []}",
        "{points: [[0, 0]], at: [], km: [0]}",
        "{points: [[0, 0]], at: [0], km: []}",
        "{points: [[0, 0], [0, 1]], at: [0, 1], km: [0, 1, 2]}",
        "{points: [[0, 0], [0, 1]], at: [0, 0.5, 1], km: [0, 1]}",
    ],
)
def test_a_leg_whose_fixes_are_missing_is_a_fault(page: Page, leg: str) -> None:
    assert run(page, f"P.fault([{LEG}, {leg}])") == "play.no_fix"


@pytest.mark.parametrize(
    ("at", "km"),
    [
        ("[0, 0.6, 0.5]", "[0, 1, 2]"),
        ("[0, NaN, 1]", "[0, 1, 2]"),
        ("[NaN, 0.5, 1]", "[0, 1, 2]"),
        ("[0, 0.5, Infinity]", "[0, 1, 2]"),
        ("[0, null, 1]", "[0, 1, 2]"),
        ("[0, 0.5, 1]", "[0, 2, 1]"),
        ("[0, 0.5, 1]", "[0, NaN, 2]"),
        ("[0, 0.5, 1]", "[0, 1, undefined]"),
    ],
)
def test_fixes_out_of_order_are_a_fault(page: Page, at: str, km: str) -> None:
    leg = f"{{points: [[0, 0], [0, 1], [0, 2]], at: {at}, km: {km}}}"

    assert run(page, f"P.fault([{leg}, {LEG}])") == "play.disorder"
