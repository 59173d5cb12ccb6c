"""How the whole is divided among stretches of the legs, run in a browser without a map."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import of_stage, scripted

pytestmark = pytest.mark.browser

# A leg whose second half has three times the weight of its first, and one of no weight.
HALVES = (
    "[{leg: 0, from: 0, to: .5, weight: 1}, {leg: 0, from: .5, to: 1, weight: 3},"
    " {leg: 1, from: 0, to: 1, weight: 0}]"
)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return scripted(browser, *of_stage("division"))


def run(page: Page, expression: str, stretches: str = HALVES) -> Any:
    return page.evaluate(
        f"() => {{ const d = L.journey.division({stretches}); return {expression}; }}"
    )


@pytest.mark.parametrize(("whole", "part"), [(0, 0), (0.125, 0.25), (0.25, 0.5), (0.625, 0.75)])
def test_each_stretch_takes_its_weight_of_the_whole(page: Page, whole: float, part: float) -> None:
    assert run(page, f"d.at({whole})") == {"leg": 0, "part": part}
    assert run(page, f"d.of({{leg: 0, part: {part}}})") == whole


def test_a_leg_has_the_shares_of_its_stretches(page: Page) -> None:
    assert run(page, "[d.shares, d.weight]") == [[1, 0], 4]


def test_a_leg_of_no_weight_is_passed_at_once(page: Page) -> None:
    assert run(page, "d.at(1)") == {"leg": 1, "part": 1}
    assert run(page, "[d.of({leg: 1, part: 0}), d.of({leg: 1, part: 1})]") == [1, 1]


def test_where_nothing_has_a_weight_all_stretches_are_alike(page: Page) -> None:
    two = "[0, 1].map((leg) => ({leg, from: 0, to: 1, weight: 0}))"

    assert run(page, "d.at(.75)", two) == {"leg": 1, "part": 0.5}


@pytest.mark.parametrize("whole", [-1, 2])
def test_what_lies_outside_is_its_start_or_end(page: Page, whole: float) -> None:
    assert run(page, f"d.at({whole})") == (
        {"leg": 0, "part": 0} if whole < 0 else {"leg": 1, "part": 1}
    )


def test_the_whole_ends_at_the_end_whatever_the_weights(page: Page) -> None:
    one = "(weights, i) => ({leg: i, from: 0, to: 1, weight: weights})"
    ends = f"""Array.from({{length: 300}}, (_, n) => L.journey.division(
      [1 / (n + 1), 0.1, (n + 1) / 7, 0.3].map({one})).at(1))"""

    assert run(page, ends) == [{"leg": 3, "part": 1}] * 300
