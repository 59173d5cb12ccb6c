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


# An hour on the way and three at its end; two hours on the way, and two at a stop between.
ENDS = "{span: 14400, ride: [0, .25], waits: [{from: .25, to: 1}]}"
STOPS = "{span: 14400, ride: [0, 1], waits: [{from: .25, to: .75}]}"


def lasting(*seconds: float) -> str:
    """Legs without a wait that last so many seconds."""
    legs = (f"{{span: {n}, ride: [0, 1], waits: []}}" for n in seconds)
    return f"[{', '.join(legs)}]"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return scripted(browser, *of_stage("pace"))


def run(page: Page, expression: str) -> Any:
    return page.evaluate(f"() => {{ const P = L.journey.pace; return {expression}; }}")


def test_story_pacing_gives_each_leg_alike(page: Page) -> None:
    moment = run(page, f"P.story({lasting(99, 1)}).at(0.75)")

    assert moment == {"leg": 1, "part": pytest.approx(0.5)}


def test_true_time_gives_each_leg_its_share(page: Page) -> None:
    moment = run(page, f"P.truth({lasting(99, 1)}).at(0.495)")

    assert moment == {"leg": 0, "part": pytest.approx(0.5)}


@pytest.mark.parametrize("whole", [0, 0.1, 0.5, 0.99, 1])
@pytest.mark.parametrize("pacing", ["story", "truth"])
def test_a_moment_leads_back_to_where_it_came_from(page: Page, pacing: str, whole: float) -> None:
    back = run(
        page,
        f"(() => {{ const d = P.{pacing}([{ENDS}, {STOPS}]); return d.of(d.at({whole})); }})()",
    )

    assert back == pytest.approx(whole)


@pytest.mark.parametrize("whole", [-1, 2])
def test_what_lies_outside_the_journey_is_its_start_or_end(page: Page, whole: float) -> None:
    moment = run(page, f"P.story({lasting(1, 1)}).at({whole})")

    assert moment == ({"leg": 0, "part": 0} if whole < 0 else {"leg": 1, "part": 1})


def test_legs_of_unknown_time_are_alike_in_true_time_too(page: Page) -> None:
    assert run(page, f"P.truth({lasting(0, 0)}).shares") == [0.5, 0.5]


def test_a_wait_at_an_end_passes_in_two_seconds_of_a_story_of_nine_a_leg(page: Page) -> None:
    leg, whole, arrived = run(
        page,
        f"(() => {{ const d = P.story([{ENDS}]);"
        " return [9 * d.shares[0] * d.weight, 9 * d.weight, d.of({leg: 0, part: .25})]; })()",
    )

    assert arrived * whole == pytest.approx(9)
    assert leg == whole <= 9 + 2


def test_waits_at_stops_take_their_time_from_that_of_their_leg(page: Page) -> None:
    starts = run(
        page,
        f"(() => {{ const d = P.story([{STOPS}]);"
        " return [d.weight, ...[.25, .75, 1].map((part) => 9 * d.of({leg: 0, part}))]; })()",
    )

    weight, halts, leaves, ends = starts
    assert (weight, ends) == pytest.approx((1, 9))
    assert 1 < leaves - halts <= 2
    # The way before the stop is as long as the one after it.
    assert halts == pytest.approx(9 - leaves)


def test_a_leg_with_very_many_stops_still_spends_half_its_turn_on_the_way(page: Page) -> None:
    waits = ", ".join(f"{{from: {n / 100 + 0.005}, to: {(n + 1) / 100}}}" for n in range(99))
    told = f"{{span: 100, ride: [0, 1], waits: [{waits}]}}"

    waited = run(
        page,
        f"(() => {{ const leg = {told}, d = P.story([leg]);"
        " const of = (part) => d.of({leg: 0, part});"
        " return leg.waits.reduce((sum, {from, to}) => sum + of(to) - of(from), 0); })()",
    )

    assert waited == pytest.approx(0.5)


def test_true_time_gives_a_wait_its_real_share(page: Page) -> None:
    assert run(page, f"P.truth([{ENDS}]).of({{leg: 0, part: .25}})") == 0.25


def test_a_leg_that_only_waits_has_its_turn_nonetheless(page: Page) -> None:
    told = "{span: 60, ride: [0, 0], waits: [{from: 0, to: 1}]}"

    assert run(page, f"P.story([{told}]).at(.5)") == {"leg": 0, "part": 0.5}


@pytest.mark.parametrize(("part", "waits"), [(0.1, False), (0.25, True), (0.6, True), (1, True)])
def test_who_has_arrived_waits_until_the_next_leg(page: Page, part: float, waits: bool) -> None:
    assert run(page, f"P.waiting({ENDS}, {part}) !== null") is waits


@pytest.mark.parametrize(("part", "waits"), [(0.6, False), (0.8, True), (1, False)])
def test_who_has_come_waits_no_longer_where_only_the_wait_has_a_length(
    page: Page, part: float, waits: bool
) -> None:
    told = "{ride: [.6, 1], waits: [{from: .6, to: 1}]}"

    assert run(page, f"P.waiting({told}, {part}) !== null") is waits


def test_after_a_wait_the_rest_is_shorter(page: Page) -> None:
    rests = [(0, 0), (0, 1_500), (5_000, 1_500)]

    assert [run(page, f"P.resting({left}, 9000, {waited})") for left, waited in rests] == [
        1_800, 300, 5_000,
    ]  # fmt: skip
    assert run(page, "P.resting(0, 9000, 4000) > 0")


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


@pytest.mark.parametrize(("hours", "seconds"), [(39, 39), (19, 20), (91, 90), (0, 20)])
def test_an_hour_is_a_second_of_true_time_where_the_whole_is_long_enough_and_not_too_long(
    page: Page, hours: float, seconds: float
) -> None:
    assert run(page, f"P.lasting({hours} * 3600)") == seconds * 1_000


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
