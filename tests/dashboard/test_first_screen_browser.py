"""The first screen of the dashboard, at the sizes of desks, tablets and phones."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page

from tests.browsing import DESK, PHONE, TABLET, open_stage
from tests.serving import Server

pytestmark = pytest.mark.browser

SIZES = [DESK, TABLET, (820, 1180), PHONE, (320, 640), (844, 390)]


def resized(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})


def box(found: Locator) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what was found, in pixels of the screen."""
    around = found.bounding_box()
    assert around, found
    right, bottom = around["x"] + around["width"], around["y"] + around["height"]
    return around["x"], around["y"], right, bottom


@pytest.mark.parametrize("size", SIZES)
def test_map_timeline_and_start_are_seen_without_scrolling(
    page: Page, server: Server, size: tuple[int, int]
) -> None:
    resized(page, size)
    frame = open_stage(page, server.url)

    for part in (".leaflet-map-pane", ".jm-segment >> nth=3", ".jm-start"):
        left, top, right, bottom = box(frame.locator(part))
        assert 0 <= left <= right <= size[0], part
        assert 0 <= top <= bottom <= size[1], part
    assert box(page.locator("iframe[src*=folium]"))[3] <= size[1]


def test_the_word_that_unfolds_the_summary_has_room_beside_any_title(
    page: Page, server: Server
) -> None:
    resized(page, DESK)
    open_stage(page, server.url)

    page.locator(".head h1").evaluate("title => title.textContent = 'So long a title '.repeat(20)")

    more, links = box(page.locator(".head .more")), box(page.locator(".head nav"))
    assert box(page.locator(".head h1"))[2] < more[0] < more[2] < links[0]


@pytest.mark.parametrize("size", SIZES)
def test_the_summary_takes_one_line_until_it_is_wanted(
    page: Page, server: Server, size: tuple[int, int]
) -> None:
    resized(page, size)
    open_stage(page, server.url)
    summary, stage = page.locator(".head .cut"), page.locator("iframe[src*=folium]")
    (_, above, _, below), before = box(summary), box(stage)

    page.locator(".head summary").click()

    assert below - above < 30
    left, top, right, bottom = box(summary)
    assert bottom - top > 2 * (below - above)
    assert 0 <= left <= right <= size[0]
    assert box(stage) == before


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_the_title_is_whole_in_letters_twice_as_large(
    page: Page, server: Server, size: tuple[int, int]
) -> None:
    resized(page, size)
    open_stage(page, server.url)
    page.evaluate("document.documentElement.style.fontSize = '200%'")

    found = page.locator(".head h1").evaluate(
        "e => [e.scrollWidth - e.clientWidth, e.scrollHeight > e.clientHeight + 8]"
    )

    assert found == [0, False]
    assert box(page.locator(".head h1"))[3] <= box(page.locator(".head summary"))[1] + 8
