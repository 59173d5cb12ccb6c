"""Where in the page each moment is read, and how much room the text has, without a page."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from journey.pages.presenter import STATIC
from tests.browsing import of_stage, scripted

pytestmark = pytest.mark.browser

# Two legs alike; the first has a step at its start and one at 0.4, the second one at its start.
# They are read at 100, 300 and 500 pixels, and the end at 900.
THREAD = """
const division = L.journey.division([0, 1].map((leg) => ({leg, from: 0, to: 1, weight: 1})));
const steps = [[0, 0], [0, 0.4], [1, 0]].map(([leg, part]) => ({leg, part}));
const thread = L.journey.thread(steps, [100, 300, 500, 900], division);
"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    own = [STATIC / "arithmetic" / f"{name}.js" for name in ("thread", "column")]
    return scripted(browser, *of_stage("division", "extent"), *own)


def found(page: Page, *asked: str) -> Any:
    return page.evaluate(f"() => {{ {THREAD} return [{', '.join(asked)}]; }}")


@pytest.mark.parametrize(
    ("pixels", "leg", "part"),
    [
        (-50, 0, 0), (100, 0, 0), (150, 0, 0.1), (200, 0, 0.2), (300, 0, 0.4), (400, 0, 0.7),
        (500, 1, 0), (700, 1, 0.5), (900, 1, 1), (5000, 1, 1),
    ],
)  # fmt: skip
def test_time_passes_evenly_from_step_to_step(
    page: Page, pixels: float, leg: int, part: float
) -> None:
    (moment,) = found(page, f"thread.at({pixels})")

    assert moment == {"leg": leg, "part": pytest.approx(part)}


@pytest.mark.parametrize("pixels", [100, 137, 299, 300, 301.5, 444, 500, 650, 900])
def test_a_moment_is_read_where_it_was_read(page: Page, pixels: float) -> None:
    assert found(page, f"thread.of(thread.at({pixels}))") == [pytest.approx(pixels, abs=0.6)]


def test_a_step_that_stands_half_a_pixel_lower_is_told(page: Page) -> None:
    assert found(page, "thread.at(499.6)") == [{"leg": 1, "part": 0}]


def test_steps_at_one_place_of_the_whole_have_each_their_own(page: Page) -> None:
    script = "L.journey.thread([{leg: 0, part: 0}, {leg: 0, part: 0}], [0, 50, 90], division)"

    assert found(page, f"{script}.at(50)", f"{script}.of({{leg: 0, part: 0}})") == [
        {"leg": 0, "part": 0}, 50,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("size", "side"),
    [
        ((1440, 900), "aside"), ((1024, 768), "aside"), ((844, 390), "aside"),
        ((820, 1180), "under"), ((390, 844), "under"), ((320, 640), "under"),
        ((420, 260), ""), ((760, 300), ""), ((700, 400), ""),
    ],
)  # fmt: skip
def test_text_stands_beside_a_wide_map_and_under_a_high_one(
    page: Page, size: tuple[int, int], side: str
) -> None:
    strip = 56 if size[1] < 420 else 200

    room = page.evaluate(f"() => L.journey.column({size[0]}, {size[1]}, {strip})")

    assert room["side"] == side
    assert bool(room["box"]) == bool(side)


def test_where_the_timeline_leaves_no_room_there_is_no_text(page: Page) -> None:
    assert page.evaluate("() => L.journey.column(390, 844, 420).box") is None


@pytest.mark.parametrize("width", [760, 900, 1100, 1440, 2560])
def test_the_map_keeps_most_of_a_wide_screen(page: Page, width: int) -> None:
    box = page.evaluate(f"() => L.journey.column({width}, 700, 150).box")

    assert 300 <= box["w"] <= 440
    assert box["w"] <= width * 0.4
    assert box["h"] == 550
