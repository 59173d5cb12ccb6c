"""A lesson that nothing breaks: reloads, Back and Forward, wrong keys and links, full storage."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browsing import rest, until
from tests.conftest import Viewer
from tests.pages.presenting import act, at, go, guess, in_room, present, small, step, words
from tests.pages.test_story_browser import Watched

pytestmark = pytest.mark.browser

KEPT = "handcar.lesson.handcar-2021"
# What a browser does that keeps nothing for a page, and one whose storage is full.
FORBIDDEN = """Object.defineProperty(window, "sessionStorage", {
  get() { throw new DOMException("no", "SecurityError"); },
})"""
FULL = """Storage.prototype.setItem = () => {
  throw new DOMException("full", "QuotaExceededError");
}"""


def hashed(page: Page) -> dict[str, str]:
    """What the address says of the lesson."""
    said: dict[str, str] = page.evaluate(
        "Object.fromEntries(new URLSearchParams(location.hash.slice(1)))"
    )
    return {key: said[key] for key in ("step", "told") if key in said}


def says(page: Page, **said: str) -> None:
    """Wait until the address says that of the lesson, and no more of it."""
    until(
        page,
        """(said) => { const now = new URLSearchParams(location.hash.slice(1));
          return ["step", "told"].every((key) => now.get(key) === (said[key] ?? null)); }""",
        arg=said,
    )


def test_a_page_that_is_loaded_anew_is_where_it_was(room: BrowserContext, either: Watched) -> None:
    page = either.page
    present(page)
    go(page, 3)
    guess(page, 20)
    page.keyboard.press("r")
    page.keyboard.press("l")
    says(page, step="3", told="1")
    began = page.evaluate(f"JSON.parse(sessionStorage['{KEPT}']).began")

    room.set_offline(False)
    page.reload()

    at(page, 3)
    expect(words(page)).to_have_attribute("data-told", "true")
    expect(page.locator("html.cl-large")).to_have_count(1)
    expect(page.locator(".cl-mark")).to_have_count(1)
    assert page.evaluate(f"JSON.parse(sessionStorage['{KEPT}']).began") == began


def test_back_is_the_step_before_and_from_the_first_leaves(
    room: BrowserContext, file: Path
) -> None:
    page = Watched(room, file.as_uri()).page
    present(page)
    says(page, step="1")
    go(page, 4)
    says(page, step="4")

    for number in (3, 2, 1):
        page.go_back()
        at(page, number)
    page.go_forward()
    at(page, 2)
    page.keyboard.press("PageUp")
    says(page, step="1")
    page.go_back()

    expect(words(page)).to_have_count(0)
    assert hashed(page) == {}


def test_leaving_leads_back_where_it_was_begun(room: BrowserContext, file: Path) -> None:
    page = Watched(room, file.as_uri()).page
    page.evaluate("scrollTo(0, 700)")
    rest(page)
    before = page.evaluate("scrollY")
    present(page)
    go(page, 5)
    says(page, step="5")
    page.reload()
    at(page, 5)

    page.keyboard.press("Escape")

    expect(words(page)).to_have_count(0)
    says(page)
    rest(page)
    assert page.evaluate("scrollY") == pytest.approx(before, abs=1)
    assert page.evaluate(f"sessionStorage.getItem('{KEPT}')") is None


def test_keys_pressed_faster_than_the_browser_goes_back_end_at_the_right_step(
    lesson: Watched,
) -> None:
    page = lesson.page
    go(page, 6)
    says(page, step="6")

    page.evaluate(
        """() => ["PageUp", "PageUp", "PageUp", "PageDown", "PageUp"].forEach((key) =>
          dispatchEvent(new KeyboardEvent("keydown", { key, cancelable: true })))"""
    )

    # A question in between is answered first; the state leads, and the address follows it.
    number = words(page).get_attribute("data-step") or ""
    says(page, step=number, **({"told": "1"} if number == "3" else {}))
    page.go_back()
    at(page, int(number) - 1)


@pytest.mark.parametrize(("said", "number"), [("step=5", 5), ("leg=bus-rason&step=2&told=1", 2)])
def test_a_link_to_a_step_presents_it(
    room: BrowserContext, file: Path, said: str, number: int
) -> None:
    found = Watched(room, f"{file.as_uri()}#{said}")

    at(found.page, number)
    expect(found.page.locator(".cl-amiss")).to_be_empty()
    found.page.go_back()
    at(found.page, number - 1)
    assert found.errors == []


@pytest.mark.parametrize("said", ["step=99", "step=many", "step="])
def test_a_link_to_no_step_says_so_and_presents_the_first(
    room: BrowserContext, file: Path, said: str
) -> None:
    page = Watched(room, f"{file.as_uri()}#{said}").page

    at(page, 1)
    expect(page.locator(".cl-amiss")).not_to_be_empty()
    says(page, step="1")
    page.keyboard.press("PageDown")
    expect(page.locator(".cl-amiss")).to_be_empty()


def test_a_link_to_a_step_of_no_lesson_says_so(room: BrowserContext, tmp_path: Path) -> None:
    found = Watched(room, f"{small(tmp_path, steps=[])}#step=3")

    expect(found.page.locator(".jm-message:not([hidden])")).not_to_be_empty()
    expect(words(found.page)).to_have_count(0)
    assert found.errors == []


@pytest.mark.parametrize("script", [FORBIDDEN, FULL])
def test_where_nothing_can_be_kept_it_goes_on_and_says_so(
    room: BrowserContext, file: Path, script: str
) -> None:
    room.add_init_script(script)
    found = Watched(room, file.as_uri())
    present(found.page)

    expect(found.page.locator(".cl-amiss")).not_to_be_empty()
    go(found.page, 3)
    guess(found.page, 20)

    expect(found.page.locator(".cl-mark")).to_have_count(1)
    assert found.quiet(file.as_uri())


@pytest.mark.parametrize("junk", ["[", "7", "null", '"x"', '{"guesses": [[[]]], "told": "x"}'])
def test_what_is_not_ours_in_the_storage_harms_nothing(
    room: BrowserContext, file: Path, junk: str
) -> None:
    room.add_init_script(f"sessionStorage['{KEPT}'] ||= {junk!r}")

    found = Watched(room, f"{file.as_uri()}#step=3")

    at(found.page, 3)
    expect(found.page.locator(".cl-mark")).to_have_count(0)
    assert found.errors == []


def test_two_tabs_keep_separate_guesses(room: BrowserContext, file: Path) -> None:
    first, second = (Watched(room, f"{file.as_uri()}#step=3").page for _ in range(2))

    guess(first, 20)
    guess(first, 30)
    guess(second, 40)
    first.reload()
    second.reload()

    expect(first.locator(".cl-mark")).to_have_count(2)
    expect(second.locator(".cl-mark")).to_have_count(1)


def test_a_step_whose_leg_is_gone_is_shown_and_says_so(
    room: BrowserContext, tmp_path: Path
) -> None:
    url = small(tmp_path, steps=[step("title"), step("moment", leg="a-b", at=0.5), step("closing")])
    path = tmp_path / "small.html"
    path.write_text(path.read_text("utf-8").replace('"leg":"a-b","at":0.5', '"leg":"z","at":0.5'))
    found = Watched(room, url)
    present(found.page)

    found.page.keyboard.press("PageDown")

    at(found.page, 2)
    expect(found.page.locator(".cl-amiss")).not_to_be_empty()
    found.page.keyboard.press("PageDown")
    at(found.page, 3)
    expect(found.page.locator(".cl-amiss")).to_be_empty()
    assert found.quiet(url)


SLIDER = ("ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown")
PRESSED = ("ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "Home", "End")


@pytest.mark.parametrize(
    ("focus", "keys"),
    [
        (".cl-slider", (*SLIDER, " ")),
        (".cl-field", (*PRESSED, " ")),
        (".cl-add", PRESSED),
        ("[data-act=on]", PRESSED),
        (".jm-segment", PRESSED),
    ],
)
def test_keys_belong_to_what_has_the_focus(
    lesson: Watched, focus: str, keys: tuple[str, ...]
) -> None:
    page = lesson.page
    go(page, 3)
    page.locator(focus).first.focus()
    leg = page.evaluate("L.journey.map.journey.stage.view().moment")

    for key in keys:
        page.keyboard.press(key)

    at(page, 3)
    expect(words(page)).to_have_attribute("data-told", "false")
    expect(page.locator(focus).first).to_be_focused()
    assert page.evaluate("L.journey.map.journey.stage.view().moment") == leg


def test_a_slider_is_moved_by_its_own_keys(lesson: Watched) -> None:
    page, slider = lesson.page, lesson.page.locator(".cl-slider")
    go(page, 3)
    slider.focus()

    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowLeft")

    low, by = (float(slider.get_attribute(name) or "") for name in ("min", "step"))
    assert float(slider.input_value()) == low + 2 * by


def test_space_presses_the_button_that_has_the_focus(lesson: Watched) -> None:
    page = lesson.page
    go(page, 3)
    act(page, "reveal").focus()

    page.keyboard.press(" ")

    at(page, 3)
    expect(words(page)).to_have_attribute("data-told", "true")
    act(page, "back").focus()
    page.keyboard.press(" ")
    at(page, 2)


def test_whoever_presses_by_hand_has_the_keys_again(lesson: Watched) -> None:
    page = lesson.page
    act(page, "on").click()
    at(page, 2)

    page.keyboard.press("ArrowRight")

    at(page, 3)


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768), (390, 844), (320, 640), (844, 390)])
def test_next_is_the_largest_button_and_leave_stands_apart(
    viewer: Viewer, file: Path, size: tuple[int, int]
) -> None:
    page = Watched(
        in_room(viewer, screen={"width": size[0], "height": size[1]}), f"{file.as_uri()}#step=3"
    ).page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    more = act(page, "more")
    if more.is_visible():
        expect(act(page, "leave")).to_be_hidden()
        more.click()

    found = {name: act(page, name).bounding_box() for name in ("back", "on", "black", "leave")}
    boxes = {name: box for name, box in found.items() if box}

    areas = {name: box["width"] * box["height"] for name, box in boxes.items()}
    assert max(areas, key=lambda name: areas[name]) == "on"
    assert boxes["on"]["height"] >= 44
    assert all(
        box["x"] >= 0 and box["x"] + box["width"] <= size[0] and box["y"] + box["height"] <= size[1]
        for box in boxes.values()
    )
    across = boxes["leave"]["x"] - boxes["black"]["x"] - boxes["black"]["width"]
    assert across >= 16 or boxes["leave"]["y"] >= boxes["on"]["y"] + boxes["on"]["height"]
