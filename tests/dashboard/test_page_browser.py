"""What stands below the stage: the table of the legs, the diagram, and what is folded."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import DESK, ENGLISH, PHONE, open_stage, rest, stage
from tests.conftest import Viewer
from tests.dashboard.test_first_screen_browser import box
from tests.serving import Server

pytestmark = pytest.mark.browser

SCROLLS = "div:has(> .stAppHeader)"  # what scrolls on the page
HIGH = "e => e.scrollHeight"


def opened(page: Page, server: Server, size: tuple[int, int] = DESK) -> None:
    """The page at that size, with all that comes after the stage."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    open_stage(page, server.url)
    page.locator(".folds").wait_for()


def scrolled(page: Page) -> float:
    """How far the page is scrolled, in pixels."""
    return float(page.locator(SCROLLS).evaluate("e => e.scrollTop"))


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_the_page_is_as_high_from_the_start_as_at_its_end(
    page: Page, server: Server, size: tuple[int, int]
) -> None:
    opened(page, server, size)
    around = page.locator(SCROLLS)
    before = around.evaluate(HIGH)

    for _ in range(20):
        around.evaluate("e => e.scrollBy({top: e.clientHeight, behavior: 'instant'})")
        rest(page, 0.1)

    assert scrolled(page) > 0
    assert around.evaluate(HIGH) == pytest.approx(before, rel=0.05)
    assert before < 10 * size[1]


# The length of the line tables, the time of the train, and that of the whole.
@pytest.mark.parametrize("figure", ["801.9", "32 hours", "38 to 40"])
def test_a_fact_stands_once_below_the_stage(page: Page, server: Server, figure: str) -> None:
    opened(page, server)

    below = page.locator(".hh-board:not(.st-key-top *)")
    boards = below.evaluate_all("all => all.map((one) => one.innerText)")

    assert " ".join(boards).count(figure) == 1


def test_the_rows_of_all_legs_stand_at_one_height(page: Page, server: Server) -> None:
    opened(page, server)

    tops = page.locator(".legs").evaluate(
        """e => [...e.querySelectorAll(".labels .row")].map((label) => {
            const kind = label.className.split(" ")[1];
            const rows = [...e.querySelectorAll(`.leg .${kind}`), label];
            return new Set(rows.map((row) => Math.round(row.getBoundingClientRect().top))).size;
        })"""
    )

    assert tops == [1] * 8


def test_on_a_phone_the_legs_stand_below_each_other_and_name_their_rows(
    page: Page, server: Server
) -> None:
    opened(page, server, PHONE)

    boxes = [box(leg) for leg in page.locator("article.leg").all()]

    assert len(boxes) == 4
    assert all(bottom <= top for (*_, bottom), (_, top, *_) in pairwise(boxes))
    expect(page.locator(".leg dt").first).to_be_visible()
    expect(page.locator(".labels")).to_be_hidden()


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_a_pick_far_down_shows_the_stage_and_offers_the_way_back(
    page: Page, server: Server, size: tuple[int, int]
) -> None:
    opened(page, server, size)
    button, back = page.locator(".leg [data-leg=handcar]"), page.locator(".hh-back")
    button.evaluate("e => e.scrollIntoView({block: 'start', behavior: 'instant'})")
    far = scrolled(page)

    button.click()
    expect(page.locator("article.chosen")).to_have_id("leg-handcar")
    page.wait_for_function(f"() => document.querySelector({SCROLLS!r}).scrollTop === 0")
    back.click()
    page.wait_for_function(f"() => document.querySelector({SCROLLS!r}).scrollTop > 0")

    expect(back).to_have_count(0)
    expect(button).to_be_focused()
    page.wait_for_function(f"far => document.querySelector({SCROLLS!r}).scrollTop === far", arg=far)


def test_a_pick_while_the_stage_is_seen_moves_nothing(page: Page, server: Server) -> None:
    opened(page, server)
    page.locator(SCROLLS).evaluate("e => e.scrollTo({top: 100, behavior: 'instant'})")

    page.locator(".leg [data-leg=train]").evaluate("e => e.click()")

    expect(page.locator("article.chosen")).to_have_id("leg-train")
    expect(page.locator(".hh-back")).to_have_count(0)
    assert scrolled(page) == 100


def test_a_link_in_the_head_opens_the_part_that_it_leads_to(page: Page, server: Server) -> None:
    opened(page, server)
    part = page.locator("#take")
    expect(part).to_be_hidden()

    page.locator(".head nav a").first.click()

    expect(part).to_be_visible()
    expect(part).to_be_in_viewport()


def test_all_reasons_are_opened_and_shut_by_one_button(page: Page, server: Server) -> None:
    opened(page, server)
    button = page.locator(".leg-by-leg [data-unfold]")
    folds = page.locator(".leg-by-leg details")
    states = "all => [...new Set(all.map((one) => one.open))]"

    button.click()
    after = folds.evaluate_all(states)
    button.click()

    assert after == [True]
    assert folds.evaluate_all(states) == [False]
    expect(button).to_have_attribute("aria-expanded", "false")


def test_on_paper_nothing_is_folded(page: Page, server: Server) -> None:
    opened(page, server)
    shown = """e => [...e.querySelectorAll(".leg-by-leg, .folds")]
      .flatMap((part) => [...part.querySelectorAll("details > *")])
      .map((part) => part.checkVisibility({contentVisibilityAuto: true}))"""
    around = page.locator(".stMainBlockContainer")
    on_screen = around.evaluate(shown)

    page.emulate_media(media="print")

    assert False in on_screen
    assert set(around.evaluate(shown)) == {True}


def test_on_paper_all_is_light_and_the_stage_whole_and_its_frame_has_the_journeys_name(
    viewer: Viewer, server: Server
) -> None:
    page = viewer(color_scheme="dark").new_page()
    opened(page, server)
    frame = page.locator("iframe[src*=folium]")
    wide = frame.evaluate("one => one.clientWidth")

    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    rest(page, 0.1)

    assert frame.evaluate("one => [one.clientWidth, one.title]") == [
        wide,
        ENGLISH.say("map.aria", title="Home by handcar"),
    ]
    left, _, right, _ = box(frame)
    assert right - left <= 700
    ground = page.locator(".stApp").evaluate("one => getComputedStyle(one).backgroundColor")
    assert ground == "rgb(255, 255, 255)"
    expect(stage(page).locator(".jm-stage")).to_have_attribute("data-theme", "light")


# Words of those elements that no space parts and that yet stand on more than one line.
BROKEN = """(css) => [...document.querySelectorAll(css)].flatMap((one) => {
  const range = document.createRange();
  const broken = [];
  const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    for (const { 0: word, index } of walker.currentNode.data.matchAll(/[^ \\n]+/g)) {
      range.setStart(walker.currentNode, index);
      range.setEnd(walker.currentNode, index + word.length);
      const tops = [...range.getClientRects()].map(({ top }) => Math.round(top));
      if (new Set(tops).size > 1) broken.push(word);
    }
  }
  return broken;
})"""


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_words_to_learn_and_words_of_a_basis_are_not_broken(
    viewer: Viewer, server: Server, size: tuple[int, int]
) -> None:
    page = viewer(viewport={"width": size[0], "height": size[1]}).new_page()
    page.goto(f"{server.url}?journey=handcar-2021&lang=ko")
    page.locator(".words").wait_for(state="attached")
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")

    words = page.locator(".words td:not(:last-child)")
    assert words.count() > 30
    assert page.evaluate(BROKEN, ".words td:not(:last-child)") == []
    assert page.evaluate(BROKEN, ".story .basis") == []
    wide = "(one) => one.parentElement.scrollWidth - one.parentElement.clientWidth"
    assert page.locator(".words").evaluate(wide) <= 1


def test_a_moment_beside_many_legs_breaks_between_words_alone(
    viewer: Viewer, server: Server
) -> None:
    page = viewer(viewport={"width": DESK[0], "height": DESK[1]}).new_page()
    page.goto(f"{server.url}?journey=nellie-bly-1889&lang=ko")
    page.locator(".many .row-ends").first.wait_for()

    assert page.locator(".many .row-ends .timed strong").count() > 20
    assert page.evaluate(BROKEN, ".many .row-ends .timed strong") == []


def test_the_page_has_its_styles_before_it_has_run(page: Page, server: Server) -> None:
    page.route_web_socket("**/_stcore/stream", lambda socket: None)
    page.goto(server.url)

    found = page.evaluate("""() => {
        const box = document.body.appendChild(document.createElement("div"));
        box.className = "stMainBlockContainer";
        return getComputedStyle(box).position;
    }""")

    assert found == "relative"
