"""The list of the journeys and Streamlit's menu beside it, in a real Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from journey.words.wording import Wording
from tests.browsing import DESK, PHONE, TABLET, open_stage, rested
from tests.conftest import Viewer
from tests.serving import Server, serve
from tests.shelves import put

ENGLISH = Wording("en")

pytestmark = pytest.mark.browser

SIZES = [DESK, TABLET, PHONE]
# What can be clicked on this screen and is covered by something else at one of 15 points.
COVERED = """() => {
  const kinds = "a[href], button, summary, input, select, .stSelectbox, iframe";
  const shown = (e) => e.checkVisibility({visibilityProperty: true, opacityProperty: true});
  const points = ({left, top, width, height}) => [...Array(15).keys()]
    .map((i) => [left + width * ((i % 5) + 0.5) / 5, top + height * (Math.floor(i / 5) + 0.5) / 3])
    .filter(([x, y]) => x > 0 && y > 0 && x < innerWidth && y < innerHeight);
  const covered = (e) => points(e.getBoundingClientRect()).some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return !e.contains(top) && !(top && top.contains(e) && !top.closest("header"));
  });
  return [...document.querySelectorAll(kinds)].filter(shown).filter(covered)
    .map((e) => `${e.className} ${e.textContent.slice(0, 40)}`);
}"""

# The middle of an element that is in sight.
MIDDLE = """(part) => {
  part.scrollIntoView({block: "center"});
  const {left, top, width, height} = part.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}"""


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of a journey with faults and two without."""
    root = tmp_path_factory.mktemp("three")
    put(root, "a-broken", "Broken", legs=[])
    put(root, "silk", "Along the Silk Road")
    put(root, "tea", "With the tea")
    with serve(JOURNEYS=str(root)) as running:
        yield running


def listed(page: Page) -> Locator:
    """The field with the list of the other journeys."""
    return page.get_by_role("combobox", name=ENGLISH.say("page.another"))


def titled(page: Page, title: str) -> None:
    """The page shows the journey of that title."""
    expect(page.locator("h1")).to_have_text(title)


@pytest.mark.parametrize("size", SIZES)
def test_nothing_lies_over_what_can_be_clicked(
    page: Page, three: Server, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    open_stage(page, f"{three.url}?journey=silk")
    expect(listed(page)).to_be_visible()
    expect(page.locator("a[hreflang=ko]")).to_be_visible()

    found = [page.evaluate(COVERED)]
    scrolls = page.locator("div:has(> .stAppHeader)")
    for far in (40, 400, 500):
        scrolls.evaluate("(e, far) => e.scrollTo({top: far, behavior: 'instant'})", far)
        assert scrolls.evaluate("e => e.scrollTop") == far
        found.append(page.evaluate(COVERED))

    assert found == [[]] * 4


def test_on_a_phone_the_list_has_a_row_of_its_own_below_the_longest_links(
    page: Page, three: Server
) -> None:
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    open_stage(page, f"{three.url}?journey=silk&lang=ru")
    boxes = [one.bounding_box() for one in page.locator(".hh.head nav a").all()]
    row = page.locator(".st-key-another").bounding_box()
    below = page.locator(".hh.legs, .leg-by-leg h2").first.bounding_box()

    assert row
    assert below
    assert boxes[0]
    assert boxes[0]["x"] == below["x"] == row["x"]
    assert max(box["y"] + box["height"] for box in boxes if box) <= row["y"]
    assert row["y"] + row["height"] <= below["y"]
    assert row["width"] > PHONE[0] * 0.8


def test_what_streamlit_says_in_english_is_told_to_be_that(page: Page, three: Server) -> None:
    open_stage(page, f"{three.url}?journey=silk&lang=ko")
    own = page.get_by_role("link", name="Skip to main content")
    own = own.or_(page.get_by_role("button", name="Main menu"))
    own = own.or_(page.get_by_role("button", name="Open"))

    found = own.evaluate_all("all => all.map((one) => one.closest('[lang]').lang)")

    assert found == ["en"] * 3


@pytest.mark.parametrize("size", SIZES)
def test_a_journey_is_chosen_by_a_tap_and_left_by_going_back(
    viewer: Viewer, three: Server, size: tuple[int, int]
) -> None:
    around = {"width": size[0], "height": size[1]}
    page = viewer(viewport=around, has_touch=True).new_page()
    open_stage(page, f"{three.url}?journey=silk")

    # A tap at the very middle, as a screen reader's is.
    listed(page).tap()
    page.get_by_role("option", name="With the tea").tap()

    titled(page, "With the tea")
    expect(page).to_have_url(f"{three.url}?journey=tea")
    expect(listed(page)).to_have_value("")
    page.go_back()
    titled(page, "Along the Silk Road")


@pytest.mark.parametrize("size", SIZES)
def test_the_way_in_leads_to_a_journey_by_a_tap_on_its_picture_and_back_to_all(
    viewer: Viewer, three: Server, size: tuple[int, int]
) -> None:
    around = {"width": size[0], "height": size[1]}
    page = viewer(viewport=around, has_touch=True).new_page()
    page.goto(three.url)
    picture = page.locator(".entrance li", has_text="With the tea").locator("img")
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("(img) => img.naturalWidth") > 0
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")

    middle = picture.evaluate(MIDDLE)
    page.touchscreen.tap(*middle)

    titled(page, "With the tea")
    expect(page).to_have_url(f"{three.url}?journey=tea")
    page.go_back()
    titled(page, ENGLISH.say("list.title"))


def test_the_way_in_is_gone_through_by_the_keyboard(page: Page, three: Server) -> None:
    page.goto(three.url)
    first = page.get_by_role("link", name="Along the Silk Road")
    first.focus()

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="With the tea")).to_be_focused()
    page.keyboard.press("Enter")

    titled(page, "With the tea")


def test_tab_and_history_name_the_journey_that_is_shown(page: Page, three: Server) -> None:
    page.goto(three.url)
    expect(page).to_have_title("Handcar Home")

    page.get_by_role("link", name="Along the Silk Road").click()
    expect(page).to_have_title("Along the Silk Road")
    listed(page).click()
    page.get_by_role("option", name="With the tea").click()
    expect(page).to_have_title("With the tea")
    page.go_back()

    expect(page).to_have_title("Along the Silk Road")


def test_a_journey_is_found_by_typing(page: Page, three: Server) -> None:
    frame = open_stage(page, f"{three.url}?journey=silk&leg=a-b&lang=en")
    expect(frame.locator(".jm-card h2")).to_have_text("a to b")

    listed(page).focus()
    page.keyboard.type("tea")
    expect(page.get_by_role("option")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    titled(page, "With the tea")
    expect(page).to_have_url(f"{three.url}?lang=en&journey=tea")
    expect(page.locator("[data-leg][aria-pressed=true]")).to_have_count(0)


def test_from_a_journey_with_faults_another_can_be_chosen(page: Page, three: Server) -> None:
    page.goto(f"{three.url}?journey=a-broken")
    expect(page.get_by_role("alert")).to_contain_text("a-broken")

    listed(page).click()
    page.get_by_role("option", name="Along the Silk Road").click()

    titled(page, "Along the Silk Road")
    expect(page.get_by_role("alert")).to_have_count(0)


def test_the_menu_opens_and_goes_away_with_the_page(page: Page, three: Server) -> None:
    open_stage(page, f"{three.url}?journey=silk")
    menu = page.get_by_test_id("stMainMenuButton")

    menu.click()
    expect(page.get_by_role("menu")).to_be_visible()
    page.keyboard.press("Escape")
    page.mouse.move(8, 200)
    page.mouse.wheel(0, 2000)

    expect(menu).not_to_be_in_viewport()


@pytest.mark.parametrize(("button", "unfolded"), [("Open", "listbox"), ("Main menu", "menu")])
def test_axe_finds_nothing_in_what_unfolds_over_the_page(
    page: Page, three: Server, button: str, unfolded: Literal["listbox", "menu"]
) -> None:
    open_stage(page, f"{three.url}?journey=silk")
    page.get_by_role("button", name=button, exact=True).click()
    part = page.get_by_role("region").filter(has=page.get_by_role(unfolded))
    expect(part).to_be_visible()

    found = Axe().run(page)

    assert found.violations_count == 0, found.generate_report()


def test_the_menu_is_told_to_be_in_english(page: Page, three: Server) -> None:
    open_stage(page, f"{three.url}?journey=silk&lang=ko")

    page.get_by_test_id("stMainMenuButton").click()

    expect(page.get_by_role("region", name="Main menu")).to_have_attribute("lang", "en")


@pytest.mark.parametrize("size", SIZES)
def test_the_list_has_room_for_a_title(page: Page, three: Server, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    open_stage(page, f"{three.url}?journey=tea")
    # What scrolls shuts a list, so it is opened where it stands.
    listed(page).scroll_into_view_if_needed()
    rested(page)
    listed(page).click()
    found = page.get_by_role("option", name="Along the Silk Road").locator("div")

    left, right, hidden = found.evaluate("""(e) => {
        const {left, right} = e.getBoundingClientRect();
        return [left, right, e.scrollWidth - e.clientWidth];
    }""")

    assert (left > 0, right < size[0], hidden) == (True, True, 0)


def test_the_focus_on_what_is_streamlits_is_seen_in_forced_colours(
    viewer: Viewer, three: Server
) -> None:
    page = viewer(forced_colors="active").new_page()
    open_stage(page, f"{three.url}?journey=silk")
    page.keyboard.press("Tab")
    own = page.locator("[data-testid=stSkipToContent], .stMainMenu button, .stMain")

    found = own.evaluate_all("""(all) => all.map((one) => {
        one.focus();
        return getComputedStyle(one).outlineStyle;
    })""")
    listed(page).focus()

    assert found == ["solid"] * 3
    expect(page.locator(".st-key-another [role=group]")).to_have_css("outline-style", "solid")
