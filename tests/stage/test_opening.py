"""The way in, in a real Chromium: what it shows, where it stands, and what begins the story."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from journey.pages.story import page as page_of
from journey.track.track import Track
from journey.words.wording import Wording
from tests.browsing import DRAWN, ENGLISH, NAMED, touching
from tests.conftest import amount, leg, place, track

pytestmark = pytest.mark.browser

SIZES = [
    (1440, 900), (1024, 768), (820, 1180), (390, 844), (320, 640), (844, 390), (420, 260),
]  # fmt: skip
# What of the route lies on the way in, and which panels do.
COVERED = """() => {
  const { stage } = L.journey.map.journey;
  const home = stage.box.getBoundingClientRect();
  const parts = [...document.querySelectorAll(".jm-start, .jm-opening")];
  const boxes = parts.map((part) => part.getBoundingClientRect());
  const docked = stage.box.classList.contains("jm-docked");
  const within = (x, y) => boxes.some(
    (b) => x > b.left && x < b.right && y > b.top && y < b.bottom);
  const route = stage.tale.legs.flatMap(({ points }) => points)
    .map((at) => stage.map.latLngToContainerPoint(at))
    .filter(({ x, y }) => within(x + home.left, y + home.top)).length;
  const panels = [...document.querySelectorAll(".jm-ladder, .jm-legend, .jm-zoom, .jm-scale")]
    .filter((panel) => panel.checkVisibility({ visibilityProperty: true }))
    .filter((panel) => { const r = panel.getBoundingClientRect();
      return boxes.some((b) => r.left < b.right && b.left < r.right && r.top < b.bottom
        && b.top < r.bottom); }).map((panel) => panel.className);
  return { route, panels, docked };
}"""


# The names on the map, and the paper under the way in, which its outline runs round.
PAPER = """() => [...document.querySelectorAll(".jm-on-paper, .jm-label")].map((one) => {
  const name = one.matches(".jm-label") && one.textContent;
  const off = name ? 0 : parseFloat(getComputedStyle(one).outlineOffset);
  const { left, top, right, bottom } = one.getBoundingClientRect();
  const box = { left: left - off, top: top - off, right: right + off, bottom: bottom + off };
  return [name || "paper", box];
})"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page whose viewer wants no motion."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(10_000)
    yield page
    context.close()


def show(page: Page, file: Path, size: tuple[int, int], said: str = "") -> Locator:
    """Open the story in a window of that size; returns the button that starts it."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto("about:blank")
    page.goto(f"{file.as_uri()}{said}")
    page.locator(DRAWN).wait_for(state="attached")
    return page.locator(".jm-start")


def state(page: Page, key: str) -> object:
    """That of the state which the stage is at."""
    return page.evaluate(f"L.journey.map.journey.stage.now().{key}")


@pytest.mark.parametrize("size", SIZES)
def test_a_large_button_stands_clear_of_the_route_on_every_screen(
    page: Page, file: Path, size: tuple[int, int]
) -> None:
    start = show(page, file, size)

    expect(start).to_be_visible()
    box, covered = start.bounding_box(), page.evaluate(COVERED)
    assert box is not None
    assert box["height"] >= (44 if size[1] < 480 else 56)
    assert covered["route"] == 0
    assert covered["panels"] == []
    assert covered["docked"] == (size[0] < 760 or size[1] < 480)


def test_on_a_desk_it_is_64_pixels_high_and_on_a_phone_56_and_as_wide_as_the_timeline(
    page: Page, file: Path
) -> None:
    desk = show(page, file, (1440, 900)).bounding_box()
    phone = show(page, file, (390, 844)).bounding_box()

    assert desk is not None
    assert phone is not None
    assert desk["height"] == 64
    assert (phone["height"], phone["x"], phone["width"]) == (56, 16, 358)


def test_the_tab_key_comes_to_it_first_and_space_starts_the_story(page: Page, file: Path) -> None:
    start = show(page, file, (1440, 900))
    page.locator(".jm-stage").focus()

    page.keyboard.press("Tab")
    expect(start).to_be_focused()
    page.keyboard.press(" ")

    expect(start).to_be_hidden()
    expect(page.locator(".jm-stage")).to_be_focused()
    assert (state(page, "playing"), state(page, "over")) == (True, None)


def test_a_click_starts_it_from_the_first_moment(page: Page, file: Path) -> None:
    show(page, file, (390, 844)).click()

    expect(page.locator(".jm-way-in")).to_be_hidden()
    assert (state(page, "playing"), state(page, "leg")) == (True, 0)


def test_readers_hear_the_title_of_the_page_and_a_group_of_that_name(
    page: Page, file: Path
) -> None:
    show(page, file, (1440, 900))

    group = page.get_by_role("group", name="Home by handcar", exact=True)
    heading = page.get_by_role("heading", name="Home by handcar", exact=True)
    expect(heading).to_have_count(1)
    expect(group.get_by_role("button")).to_have_count(1)
    expect(group).to_contain_text("Vladivostok")


def test_it_never_lies_over_a_moment_that_a_link_leads_to(page: Page, file: Path) -> None:
    expect(show(page, file, (1440, 900), "#leg=handcar")).to_be_hidden()
    expect(show(page, file, (1440, 900), "#view=whole")).to_be_hidden()


ODD: dict[str, Track] = {
    "ten metres": track(places=[place("a", 0, 0), place("b", 0, 0.00009)], legs=[leg("a", "b")]),
    "half the earth": track(
        places=[place("a", 10, -90), place("b", -10, 89.5)], legs=[leg("a", "b")]
    ),
    "right to left": track(title={"en": "رحلة العودة إلى الوطن"}),
    "a long title": track(title={"en": "How " + "very " * 60 + "far it was"}),
    "120 legs": track(
        places=[place(f"p{i}", (i % 11) * 0.8, i * 0.3) for i in range(121)],
        legs=[leg(f"p{i}", f"p{i + 1}", duration=amount(1, "h")) for i in range(120)],
    ),
}


# Two towns of the Sahara, 600 km from any water.
INLAND = track(
    places=[place("a", 22.8, 5.5), place("b", 26.5, 8.5), place("c", 27.2, 2.5)],
    legs=[leg("a", "b"), leg("b", "c")],
)


def test_where_it_stands_on_land_its_paper_covers_no_name(page: Page, tmp_path: Path) -> None:
    story = tmp_path / "story.html"
    story.write_bytes(page_of(INLAND, Wording("en")))

    show(page, story, (1440, 900))
    page.locator(NAMED).wait_for(state="attached")

    boxes = page.evaluate(PAPER)
    assert {"paper", "A", "C"} <= {name for name, _ in boxes}
    assert [pair for pair in touching(boxes, 1) if "paper" in pair] == []


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
@pytest.mark.parametrize("pole", [90, -90])
def test_a_way_to_a_pole_ends_in_sight_and_is_named(
    page: Page, tmp_path: Path, pole: int, size: tuple[int, int]
) -> None:
    places = [place("a", 51.5, -3), place("b", -44, 173), place("c", pole, 0)]
    story = tmp_path / "story.html"
    story.write_bytes(page_of(track(places=places, legs=[leg("a", "b"), leg("b", "c")]), ENGLISH))

    show(page, story, size)
    page.locator(NAMED).wait_for(state="attached")

    end = page.evaluate(
        "L.journey.map.latLngToContainerPoint(L.journey.map.journey.stage.tale"
        ".legs[1].points.at(-1))"
    )
    floor = page.locator(".jm-strip").bounding_box()
    assert floor is not None
    assert 20 <= end["y"] <= floor["y"] - 20
    expect(page.locator(".jm-label", has_text="C").first).to_be_visible()
    # The route fills what there is of the map; the world is not seen again and again.
    assert page.evaluate("256 * 2 ** L.journey.map.getZoom()") > size[0] / 3


def test_letters_of_another_face_push_it_over_no_panel(page: Page, tmp_path: Path) -> None:
    story = tmp_path / "story.html"
    story.write_bytes(page_of(INLAND, Wording("en")))
    show(page, story, (1440, 900))

    bottom, strip = page.evaluate(
        """() => {
            const way = document.querySelector(".jm-way-in");
            const strip = document.querySelector(".jm-strip").getBoundingClientRect().top;
            way.style.top = `${strip - 50}px`; // as with more lines
            L.journey.map.journey.stage.map.fire("journey:type");
            return [way.getBoundingClientRect().bottom, strip];
        }"""
    )

    assert bottom <= strip


def test_a_long_word_of_broad_letters_stays_on_its_line(page: Page, tmp_path: Path) -> None:
    title = "장갑열차로 블라디보스토크까지"
    found = track(languages=["en", "ko"], title={"en": "By train", "ko": title})
    (tmp_path / "story.html").write_bytes(page_of(found, Wording("ko")))
    show(page, tmp_path / "story.html", (1440, 900))

    lines = page.locator(".jm-opening-title").evaluate(
        """(title) => {
            const word = document.createRange();
            word.setStart(title.firstChild, title.textContent.indexOf(" ") + 1);
            word.setEnd(title.firstChild, title.textContent.length);
            return word.getClientRects().length;
        }"""
    )

    assert lines == 1


@pytest.mark.parametrize("kind", ODD)
def test_any_journey_can_be_started_at_any_size(page: Page, tmp_path: Path, kind: str) -> None:
    story = tmp_path / "story.html"
    story.write_bytes(page_of(ODD[kind], Wording("en")))

    for size in ((1440, 900), (390, 844), (844, 390)):
        start = show(page, story, size)
        box = start.bounding_box()
        assert box is not None
        assert 0 <= box["x"] < box["x"] + box["width"] <= size[0]
        assert box["y"] >= 0
        assert start.evaluate("(e) => e.scrollWidth <= e.clientWidth")
    show(page, story, (1440, 900)).click()
    assert state(page, "over") is None
