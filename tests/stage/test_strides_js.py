"""Very many short legs drawn as few, run in a browser without a map."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import of_stage, scripted

pytestmark = pytest.mark.browser

Line = list[tuple[float, float]]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return scripted(browser, *of_stage("strides"))


def strides(page: Page, *lines: Line, apart: int = 99) -> list[dict[str, Any]]:
    """What is drawn of such legs, of which those from one on look else."""
    runs = [[{"x": [x for x, _ in line], "y": [y for _, y in line]}] for line in lines]
    found: list[dict[str, Any]] = page.evaluate(
        "([legs, at]) => L.journey.strides(legs, (a, b) => (a < at) === (b < at))", [runs, apart]
    )
    return found


def chain(*across: float) -> list[Line]:
    """Legs one after the other along a straight line, that end so far across."""
    starts = (0.0, *across)
    return [[(starts[i], 0.0), (end, 0.0)] for i, end in enumerate(across)]


def test_short_legs_are_drawn_as_the_longest_of_them(page: Page) -> None:
    found = strides(page, *chain(1, 3.5, 4.5))

    assert [one["leg"] for one in found] == [1]
    assert found[0]["line"]["x"] == [0, 3.5, 4.5]


def test_what_is_as_long_as_a_dot_is_drawn_as_it_is(page: Page) -> None:
    found = strides(page, *chain(1, 6, 7))

    assert [(one["leg"], one["line"] is None) for one in found] == [
        (0, False),
        (1, True),
        (2, False),
    ]


def test_short_legs_that_begin_elsewhere_are_not_joined(page: Page) -> None:
    found = strides(page, [(0, 0), (1, 0)], [(9, 9), (10, 9)])

    assert [one["leg"] for one in found] == [0, 1]


def test_short_legs_that_are_not_alike_are_not_joined(page: Page) -> None:
    assert len(strides(page, *chain(1, 2, 3), apart=1)) == 2


def test_a_way_to_and_fro_keeps_its_turn(page: Page) -> None:
    found = strides(page, [(0, 0), (3, 0)], [(3, 0), (0, 0)])

    assert found[0]["line"]["x"] == [0, 3, 0]


def test_a_leg_that_bends_is_drawn_as_it_is(page: Page) -> None:
    found = strides(page, [(0, 0), (2, 2), (0, 3)])

    assert found == [{"leg": 0, "line": None}]
