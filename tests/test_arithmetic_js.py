"""The stage's arithmetic, run in a browser without a map."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from journey.stage.bundle import STATIC

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    page = browser.new_page()
    page.evaluate("window.L = {}")
    page.add_script_tag(content=(STATIC / "arithmetic.js").read_text("utf-8"))
    return page


def run(page: Page, expression: str) -> Any:
    return page.evaluate(f"() => {{ const A = L.journey.arithmetic; return {expression}; }}")


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ("A.degrees(42.5, ['N', 'S'])", "42°30′ N"),
        ("A.degrees(-3, ['N', 'S'])", "3° S"),
        ("A.degrees(0, ['N', 'S'])", "0°"),
        ("A.degrees(190, ['E', 'W'], true)", "170° W"),
        ("A.degrees(-190, ['E', 'W'], true)", "170° E"),
    ],
)
def test_degrees_are_written_with_minutes_and_hemisphere(page: Page, call: str, words: str) -> None:
    assert run(page, call) == words


def test_shares_fill_the_width_and_give_the_small_their_least(page: Page) -> None:
    widths = run(page, "A.shares([97, 2, 1], 100, 5)")

    assert sum(widths) == pytest.approx(100)
    assert widths[1:] == [5, 5]


def test_shares_of_nothing_are_alike(page: Page) -> None:
    assert run(page, "A.shares([0, 0], 10)") == [5, 5]


def test_boxes_find_those_they_overlap_and_no_others(page: Page) -> None:
    hits = run(
        page,
        """(() => { const b = A.boxes(); b.add({x: 0, y: 0, w: 10, h: 10});
        return [b.hits({x: 5, y: 5, w: 1, h: 1}), b.hits({x: 12, y: 0, w: 1, h: 1}),
                b.hits({x: 12, y: 0, w: 1, h: 1}, 3), b.hits({x: 500, y: 9, w: 9, h: 9})]; })()""",
    )

    assert hits == [1, 0, 1, 0]


def test_the_middle_of_a_line_lies_half_way_along_it(page: Page) -> None:
    assert run(page, "A.middle([[0, 0], [0, 2], [0, 4]])") == [0, 2]


def test_the_middle_of_a_line_of_no_length_is_its_point(page: Page) -> None:
    assert run(page, "A.middle([[1, 2], [1, 2]])") == [1, 2]


def test_an_edge_along_the_box_is_a_cut_and_one_across_is_none(page: Page) -> None:
    box = "[123, 37, 135, 45.5]"

    assert run(page, f"A.isCut([123, 38], [123, 39], {box})") is True
    assert run(page, f"A.isCut([123, 38], [124, 39], {box})") is False
    assert run(page, f"A.isCut([180, 70], [-180, 70], {box})") is False


def test_the_equator_is_256_pixels_at_zoom_nought(page: Page) -> None:
    assert run(page, "A.zoomFor(40075017, 0, 256)") == pytest.approx(0)
    assert run(page, "A.zoomFor(40075017 / 2, 0, 256)") == pytest.approx(1)


@pytest.mark.parametrize(("pixels", "zoom"), [(256, 0), (512, 1), (513, 1.25), (3840, 4)])
def test_the_world_fills_the_map_at_its_lowest_zoom(page: Page, pixels: int, zoom: float) -> None:
    assert run(page, f"A.zoomToFill({pixels})") == zoom


def test_beads_stand_along_the_line_within_the_frame(page: Page) -> None:
    found = run(page, "A.beads([{x: 0, y: 0}, {x: 30, y: 0}], 4, 10, {x: 0, y: 0, w: 99, h: 9})")

    assert [bead["x"] for bead in found] == [-2, 8, 18, 28]
