"""The stage's arithmetic, run in a browser without a map."""

from __future__ import annotations

from math import cos, log10, pi, radians
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import of_stage, scripted

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return scripted(browser, *of_stage("arithmetic"))


def run(page: Page, expression: str) -> Any:
    return page.evaluate(f"() => {{ const A = L.journey.arithmetic; return {expression}; }}")


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ("A.degrees(42.5, ['N', 'S'])", "42°30′ N"),
        ("A.degrees(-3, ['N', 'S'])", "3° S"),
        ("A.degrees(0, ['N', 'S'])", "0°"),
        # East of Greenwich as far as west of it.
        ("A.degrees(-180, ['E', 'W'], true)", "180°"),
        ("A.degrees(180, ['E', 'W'])", "180°"),
        ("A.degrees(180, ['E', 'W'], true)", "180°"),
        ("A.degrees(-540, ['E', 'W'], true)", "180°"),
        # Less than half a minute off, on either side.
        ("A.degrees(179.995, ['E', 'W'], true)", "180°"),
        ("A.degrees(180.005, ['E', 'W'], true)", "180°"),
        ("A.degrees(180.5, ['E', 'W'], true)", "179°30′ W"),
        ("A.degrees(190, ['E', 'W'], true)", "170° W"),
        ("A.degrees(-190, ['E', 'W'], true)", "170° E"),
    ],
)
def test_degrees_are_written_with_minutes_and_hemisphere(page: Page, call: str, words: str) -> None:
    assert run(page, call) == words


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


@pytest.mark.parametrize(
    ("whole", "count", "step"),
    [
        (10, 10, 1),
        (11, 10, 2),
        (21, 10, 5),
        (51, 10, 10),
        (801.9, 8, 200),
        (1_000, 1, 1_000),
        (1.2, 4, 0.5),
        (0.03, 3, 0.01),
        (40_075, 4, 20_000),
    ],
)
def test_a_round_step_is_the_least_of_its_kind(
    page: Page, whole: float, count: float, step: float
) -> None:
    assert run(page, f"A.roundStep({whole}, {count})") == pytest.approx(step)


@pytest.mark.parametrize("whole", [0.001, 0.7, 1, 3, 99, 1_122.9, 8e5, 1e9])
@pytest.mark.parametrize("count", [0.5, 1, 3.75, 12])
def test_round_steps_are_never_more_than_wanted(page: Page, whole: float, count: float) -> None:
    step = run(page, f"A.roundStep({whole}, {count})")

    assert whole / step <= max(count, 1) + 1e-6
    assert round(10 ** (log10(step) % 1), 6) in (1, 2, 5, 10)


@pytest.mark.parametrize(("lat", "zoom", "pixels"), [(0, 0, 256), (60, 5, 800), (-43, 17.25, 390)])
def test_a_pixel_is_as_wide_as_its_part_of_the_parallel(
    page: Page, lat: float, zoom: float, pixels: float
) -> None:
    # WGS 84's equatorial radius in km, and a world of 256 pixels doubled at each zoom.
    parallel = 2 * pi * 6_378.137 * cos(radians(lat))

    wide = run(page, f"A.widthAt({lat}, {zoom}, {pixels})")

    assert wide == pytest.approx(parallel * pixels / (256 * 2**zoom), rel=1e-6)


def test_the_zoom_for_a_width_leads_back_to_it(page: Page) -> None:
    assert run(page, "A.widthAt(43, A.zoomFor(7000, 43, 640), 640)") == pytest.approx(7)
