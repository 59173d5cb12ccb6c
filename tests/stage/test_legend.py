"""The legend, the scale and the credits on the map, in a real Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from journey.pages.story import page as page_of
from journey.words.wording import Wording
from tests.browsing import DESK, NAMED, PHONE, TABLET, touching
from tests.conftest import Data, amount, leg, place, track

ENGLISH = Wording("en")
SIZES = [DESK, TABLET, PHONE, (320, 640)]

pytestmark = pytest.mark.browser


def opened(browser: Browser, folder: Path, legs: list[Data]) -> Page:
    """The story page of a journey with those legs."""
    file = folder / "story.html"
    places = [place("a", 0, 0), place("b", 0, 6), place("c", 5, 9)]
    file.write_bytes(page_of(track(places=places, legs=legs), ENGLISH))
    page = browser.new_page(viewport={"width": DESK[0], "height": DESK[1]}, reduced_motion="reduce")
    page.set_default_timeout(10_000)
    page.goto(f"{file.as_uri()}#view=whole")
    page.locator(NAMED).wait_for(state="attached")
    return page


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A way by train of a line that nobody knows, and one on foot of a time that nobody does."""
    legs = [leg("a", "b", mode="train", duration=amount(9, "h")), leg("b", "c", mode="walk")]
    found = opened(browser, tmp_path_factory.mktemp("legend"), legs)
    yield found
    found.close()


def resize(page: Page, size: tuple[int, int]) -> None:
    """Give the window that size, in pixels, and wait until the map has it."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.evaluate(
        """async ([x, y]) => {
            const { map } = L.journey;
            const box = map.getContainer();
            const settled = () => innerWidth === x && innerHeight === y
                && map.getSize().x === box.clientWidth && map.getSize().y === box.clientHeight;
            while (!settled()) await new Promise(requestAnimationFrame);
        }""",
        size,
    )


def unfold(page: Page, yes: bool) -> None:
    """Open the legend, or shut it."""
    page.evaluate(
        """(yes) => {
            const { stage } = L.journey.map.journey;
            stage.act(L.journey.actions.unfold, "legend", yes);
            stage.paint();
        }""",
        yes,
    )


def rows(page: Page) -> list[str]:
    """What the legend explains."""
    return page.locator(".jm-legend li").all_text_contents()


def rects(page: Page, *names: str) -> list[tuple[str, dict[str, float]]]:
    """Where those elements are that can be seen, in pixels of the window."""
    found: list[tuple[str, dict[str, float]]] = page.evaluate(
        """(names) => names.flatMap((name) => [...document.querySelectorAll(name)]
            .filter((e) => e.getClientRects().length)
            .map((e) => [name, e.getBoundingClientRect().toJSON()]))""",
        names,
    )
    return found


def ends(page: Page) -> list[dict[str, Any]]:
    """The points of the journey's ends, as rectangles in pixels of the window."""
    found: list[dict[str, Any]] = page.evaluate(
        """() => L.journey.map.journey.stage.tale.data.ends.filter(({ outer }) => outer)
            .map(({ at }) => {
                const home = L.journey.map.getContainer().getBoundingClientRect();
                const { x, y } = L.journey.map.latLngToContainerPoint(at).add([home.x, home.y]);
                return {left: x - 1, right: x + 1, top: y - 1, bottom: y + 1};
            })"""
    )
    return found


@pytest.mark.parametrize("size", SIZES)
def test_the_legend_starts_shut(browser: Browser, file: Path, size: tuple[int, int]) -> None:
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    page.goto(f"{file.as_uri()}#view=whole")
    page.locator(NAMED).wait_for(state="attached")

    expect(page.locator(".jm-legend")).to_be_visible()
    expect(page.locator(".jm-legend-body")).to_be_hidden()
    # Firefox gives what scrolls the room of its bar, also where it is shut.
    inside = "one => getComputedStyle(one, '::details-content').overflowY"
    assert page.locator(".jm-legend").evaluate(inside) == "visible"
    page.close()


def test_the_legend_holds_what_this_journey_has(page: Page) -> None:
    said = rows(page)

    wanted = ("mode.train", "mode.walk", "map.assumed_line", "map.assumed_time",
              "leg.unknown_duration", "basis.assumed")  # fmt: skip
    missing = ("mode.bus", "map.known_line", "map.derived_line", "wait.name", "basis.reported")
    assert [key for key in wanted if ENGLISH.say(key) not in said] == []
    assert [key for key in missing if ENGLISH.say(key) in said] == []


def test_a_line_is_called_known_where_one_is(browser: Browser, tmp_path: Path) -> None:
    shape = {"basis": "reported", "source": "map", "line": [(0, 0), (0, 6)]}
    source = {"id": "map", "title": "A map", "publisher": "Surveyors"}
    file = tmp_path / "story.html"
    places = [place("a", 0, 0), place("b", 0, 6)]
    told = track(places=places, sources=[source], legs=[leg("a", "b", shape=shape)])
    file.write_bytes(page_of(told, ENGLISH))
    page = browser.new_page()
    page.goto(file.as_uri())
    page.locator(NAMED).wait_for(state="attached")

    said = rows(page)

    assert ENGLISH.say("map.known_line") in said
    assert ENGLISH.say("map.assumed_line") not in said
    page.close()


@pytest.mark.parametrize("size", SIZES)
def test_the_open_legend_covers_no_end_and_no_other_panel(
    page: Page, size: tuple[int, int]
) -> None:
    resize(page, size)
    unfold(page, True)

    panels = rects(page, ".jm-legend", ".jm-ladder .jm-group", ".jm-zoom", ".jm-scale", ".jm-strip",
                   ".leaflet-control-attribution")  # fmt: skip
    points = [(f"end {i}", box) for i, box in enumerate(ends(page))]
    unfold(page, False)

    assert len(panels) >= 5
    assert touching(panels, slack=1) == []
    assert touching([*panels[:1], *points]) == []


@pytest.mark.parametrize("size", SIZES)
def test_the_bar_is_as_long_as_it_says(page: Page, size: tuple[int, int]) -> None:
    resize(page, size)
    ((_, bar),) = rects(page, ".jm-scale-bar")

    # Leaflet measures on a sphere of 6,371 km, a thousandth smaller than the equator's.
    metres = page.evaluate(
        """(wide) => {
            const { map } = L.journey;
            const { x, y } = map.getSize().divideBy(2);
            const ends = [x, x + wide].map((at) => map.containerPointToLatLng([at, y]));
            return map.distance(...ends);
        }""",
        bar["width"],
    )
    length = page.locator(".jm-scale").inner_text().split()[0]
    assert float(length.replace(",", "")) == pytest.approx(metres / 1000, rel=0.02)


@pytest.mark.parametrize(("size", "sentence"), [(DESK, True), (PHONE, False)])
def test_the_picture_is_measured_where_there_is_room_for_a_sentence(
    page: Page, size: tuple[int, int], sentence: bool
) -> None:
    resize(page, size)

    assert (len(page.locator(".jm-scale").inner_text().split()) > 2) == sentence


def test_the_whole_sentence_stands_among_the_keys(page: Page) -> None:
    resize(page, PHONE)

    page.evaluate(
        """() => {
            const { stage } = L.journey.map.journey;
            stage.act(L.journey.actions.unfold, "help", true);
            stage.paint();
        }"""
    )

    expect(page.locator(".jm-help p")).to_contain_text(page.locator(".jm-scale").inner_text())
    page.keyboard.press("Escape")


@pytest.mark.parametrize("size", SIZES)
def test_openstreetmap_is_named_and_linked_on_the_map(page: Page, size: tuple[int, int]) -> None:
    # https://osmfoundation.org/wiki/Licence/Attribution_Guidelines: on the map, without a click.
    resize(page, size)

    link = page.locator(".leaflet-control-attribution").get_by_role("link", name="OpenStreetMap")

    expect(link).to_be_visible()
    expect(link).to_have_attribute("href", "https://www.openstreetmap.org/copyright")
    ((_, credit),) = rects(page, ".leaflet-control-attribution")
    assert (credit["left"] >= 0, credit["right"] <= size[0]) == (True, True)


def test_all_credits_and_the_maps_online_are_a_click_away(page: Page) -> None:
    resize(page, DESK)

    page.get_by_text(ENGLISH.say("map.legend"), exact=True).click()

    credits = page.locator(".jm-credits")
    expect(credits).to_be_visible()
    for name in ("GSHHG", "ODbL", "CC BY 4.0", "Leaflet"):
        expect(credits).to_contain_text(name)
    expect(page.get_by_label(ENGLISH.say("map.online"))).to_be_visible()
    unfold(page, False)


def test_escape_shuts_the_legend_and_gives_the_focus_back_to_its_button(page: Page) -> None:
    resize(page, DESK)
    page.get_by_text(ENGLISH.say("map.legend"), exact=True).click()
    page.get_by_label(ENGLISH.say("map.online")).focus()

    page.keyboard.press("Escape")

    expect(page.locator(".jm-legend-body")).to_be_hidden()
    expect(page.locator(".jm-legend summary")).to_be_focused()


def test_from_nearer_than_the_land_is_drawn_for_the_map_says_so_and_offers_one_online(
    page: Page,
) -> None:
    resize(page, DESK)
    offer = page.get_by_role("button", name=ENGLISH.say("map.bare", name="OpenStreetMap"))

    page.evaluate("L.journey.map.setView([0, 3], 12, {animate: false})")
    expect(offer).to_be_visible()
    page.evaluate("L.journey.map.setView([0, 3], 7, {animate: false})")
    expect(offer).to_be_hidden()


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_what_it_says_stands_beside_what_leads_to_the_views(
    page: Page, size: tuple[int, int]
) -> None:
    resize(page, size)
    page.evaluate("L.journey.map.setView([0, 3], 12, {animate: false})")
    expect(page.locator(".jm-tiles button")).to_be_visible()
    names = [".jm-tiles button", ".jm-ladder > .jm-group", ".jm-inset", ".jm-zoom", ".jm-legend"]
    boxes = [
        (name, box)
        for name in names
        for one in page.locator(name).all()
        if one.is_visible()
        for box in [one.evaluate("(e) => e.getBoundingClientRect().toJSON()")]
    ]

    assert len(boxes) >= 4
    assert touching(boxes) == []


def test_where_the_land_is_in_detail_it_does_not(page: Page) -> None:
    resize(page, DESK)

    page.evaluate("L.journey.map.setView([42.4, 130.6], 16, {animate: false})")

    expect(page.locator(".jm-tiles button")).to_be_hidden()
