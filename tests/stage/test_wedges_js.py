"""The timeline's rows as lengths, run in a browser without a map."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import of_stage, scripted

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return scripted(browser, *of_stage("wedges"))


def wedges(page: Page, *legs: tuple[list[float], list[float]], inset: float = 0) -> Any:
    """Wedges of legs whose places above and below are told as shares of 400 pixels."""
    told = [{"above": above, "below": below} for above, below in legs]
    return page.evaluate(f"L.journey.wedges({told}, 400, 16, {inset})")


def test_legs_have_their_places_in_both_rows_in_pixels(page: Page) -> None:
    found = wedges(page, ([0, 0.5], [0, 0.25]), ([0.5, 1], [0.75, 1]))

    assert [wedge["above"] for wedge in found] == [[0, 200], [200, 400]]
    assert [wedge["below"] for wedge in found] == [[0, 100], [300, 400]]


@pytest.mark.parametrize("inset", [-1, 0, 1])
def test_a_wedge_leads_from_a_legs_place_above_to_its_place_below(page: Page, inset: int) -> None:
    legs = ([0, 0.5], [0, 0.75]), ([0.5, 1], [0.75, 1])

    for wedge in wedges(page, *legs, inset=inset):
        (a, c), (b, d) = wedge["above"], wedge["below"]
        ends = [float(n) for n in re.findall(r"-?[\d.]+", wedge["path"])]
        assert ends[:2] == [a + inset, 0]
        assert ends[6:9] == [b, 16, d]
        assert ends[-2:] == [c - inset, 0]
