"""Wheel and fingers over the map: on the page, in another page's frame, on the full screen."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from journey.words.wording import Wording
from tests.browsing import DESK, NAMED, PHONE, rest, until
from tests.conftest import Viewer

ENGLISH = Wording("en")

pytestmark = pytest.mark.browser

BY_TOUCH: dict[str, Any] = {
    "viewport": {"width": PHONE[0], "height": PHONE[1]},
    "has_touch": True,
    "is_mobile": True,
}
MAP = (700, 300)  # pixels of the window at a desk where there is nothing but map
SPOT = (190, 300)  # and on a phone
VIEW = """() => {
  const { map } = L.journey;
  const { lat, lng } = map.getCenter();
  return [lat, lng, map.getZoom()];
}"""
UNDER = """([x, y]) => {
  const {lat, lng} = L.journey.map.mouseEventToLatLng({clientX: x, clientY: y});
  return [lat, lng];
}"""
HELD = (
    "() => L.journey.map.journey.stage.view().held"  # whether the camera goes where the story does
)
POSE = re.compile(r"view=\d")  # what an address says of a map that was moved by hand
HINT = ".jm-hint"
# How often it was said how the map is moved, from now on; it goes by itself after a while.
COUNT = """() => {
  window.hints = 0;
  new MutationObserver((all) => {
    const added = all.flatMap(({ addedNodes }) => [...addedNodes]);
    window.hints += added.filter(({ className }) => className === "jm-hint").length;
  }).observe(document.getElementById("stage"), { childList: true });
}"""


def opened(viewer: Viewer, file: Path, **options: Any) -> Page:
    """The story page, drawn, in the whole route's view."""
    page = viewer(**options).new_page()
    page.goto(f"{file.as_uri()}#view=whole")
    page.locator(NAMED).wait_for(state="attached")
    rest(page)
    page.evaluate(COUNT)
    return page


def wheel(page: Page, pixels: float, key: str | None = None) -> None:
    """Turn the wheel over the map, perhaps with a key held, in steps as a mouse has them."""
    page.mouse.move(*MAP)
    if key:
        page.keyboard.down(key)
    for _ in range(round(abs(pixels) / 100)):
        page.mouse.wheel(0, 100 if pixels > 0 else -100)
    if key:
        page.keyboard.up(key)


def fingers(page: Page, *ways: list[tuple[float, float]]) -> None:
    """Lay fingers on the page, move each along its way, and lift them."""
    touch = page.context.new_cdp_session(page)
    for step, points in enumerate(zip(*ways, strict=True)):
        touch.send(
            "Input.dispatchTouchEvent",
            {
                "type": "touchMove" if step else "touchStart",
                "touchPoints": [{"x": x, "y": y, "id": i} for i, (x, y) in enumerate(points)],
            },
        )
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def along(start: tuple[float, float], by: tuple[float, float]) -> list[tuple[float, float]]:
    """A way in a straight line from there, in ten steps."""
    return [(start[0] + by[0] * i / 10, start[1] + by[1] * i / 10) for i in range(11)]


def scrolled(page: Page) -> None:
    """Wait until the page is no longer at its top."""
    until(page, "() => scrollY > 100")


def test_the_wheel_scrolls_the_page_and_leaves_the_camera_to_the_story(
    viewer: Viewer, file: Path
) -> None:
    page = opened(viewer, file)

    wheel(page, 600)
    scrolled(page)
    rest(page)

    assert page.evaluate(HELD)
    assert not POSE.search(page.url)
    expect(page.get_by_role("button", name=ENGLISH.say("map.back"))).to_be_hidden()


def test_how_the_map_is_moved_is_said_once(viewer: Viewer, file: Path) -> None:
    page = opened(viewer, file)

    wheel(page, 200)
    until(page, "hints === 1")
    assert page.locator(f"{HINT}:not([aria-hidden=true])").count() == 0
    rest(page, 5)
    expect(page.locator(HINT)).to_have_count(0)
    wheel(page, -100)
    page.evaluate("scrollTo(0, 0)")
    rest(page)

    assert page.evaluate("hints") == 1


def test_a_map_that_the_wheel_moves_at_once_is_drawn_anew_where_it_rests(
    viewer: Viewer, file: Path
) -> None:
    page = opened(viewer, file, reduced_motion="reduce")
    before = page.evaluate(VIEW)

    wheel(page, -100, "Control")
    rest(page)

    assert page.evaluate(VIEW)[2] > before[2] + 0.3
    drawn = page.locator(".leaflet-base-pane canvas").evaluate_all(
        "(all) => all.map((one) => one.style.transform)"
    )
    assert drawn
    assert not [one for one in drawn if "scale" in one]


@pytest.mark.parametrize("key", ["Control", "Meta"])
def test_with_a_key_the_wheel_zooms_around_the_mouse_and_there_is_a_way_back(
    viewer: Viewer, file: Path, key: str
) -> None:
    page = opened(viewer, file)
    before, under = page.evaluate(VIEW), page.evaluate(UNDER, MAP)

    wheel(page, -300, key)
    rest(page)

    after = page.evaluate(VIEW)
    assert 2 < after[2] - before[2] <= 3.001
    assert page.evaluate(UNDER, MAP) == pytest.approx(under, abs=0.01)
    assert page.evaluate("scrollY") == 0
    page.get_by_role("button", name=ENGLISH.say("map.back")).click()
    rest(page, 5)
    assert page.evaluate(VIEW) == pytest.approx(before, abs=0.01)


def test_one_finger_scrolls_the_page_and_leaves_the_camera_to_the_story(
    viewer: Viewer, file: Path
) -> None:
    page = opened(viewer, file, **BY_TOUCH)

    fingers(page, along(SPOT, (0, -150)))
    scrolled(page)
    rest(page)

    assert page.evaluate(HELD)
    assert page.evaluate("hints") == 1


def test_two_fingers_move_the_map_and_leave_the_page_alone(viewer: Viewer, file: Path) -> None:
    page = opened(viewer, file, **BY_TOUCH)
    before = page.evaluate(VIEW)

    low, high = along((SPOT[0], 250), (0, -60)), along((SPOT[0], 330), (0, 60))
    fingers(page, low, high)
    rest(page)

    # From 80 to 200 pixels apart: by the logarithm of 2.5 to the base of 2.
    assert page.evaluate(VIEW)[2] - before[2] == pytest.approx(1.32, abs=0.2)
    assert page.evaluate("scrollY") == 0


@pytest.mark.parametrize("touches", [False, True])
def test_in_a_frame_of_another_page_that_page_scrolls_on(
    viewer: Viewer, file: Path, tmp_path: Path, touches: bool
) -> None:
    around = tmp_path / "around.html"
    around.write_text(
        f'<meta name="viewport" content="width=device-width"><body style="height: 4000px">'
        f'<iframe src="{file.as_uri()}" style="width: 90%; height: 400px"></iframe>'
    )
    page = viewer(**(BY_TOUCH if touches else {})).new_page()
    page.goto(around.as_uri())
    page.frame_locator("iframe").locator(NAMED).wait_for(state="attached")
    # As if the story had been scrolled to its end.
    page.frames[1].evaluate("document.documentElement.style.overflow = 'hidden'")

    if touches:
        fingers(page, along((190, 200), (0, -150)))
    else:
        page.mouse.move(190, 200)
        page.mouse.wheel(0, 300)

    scrolled(page)


def test_where_the_map_fills_the_screen_wheel_and_finger_are_its_own(
    viewer: Viewer, file: Path
) -> None:
    page = opened(viewer, file, has_touch=True)
    page.locator("#stage").focus()
    page.keyboard.press("f")
    until(page, "() => document.fullscreenElement?.id === 'stage'")
    rest(page)
    before = page.evaluate(VIEW)

    wheel(page, -200)
    rest(page)
    zoomed = page.evaluate(VIEW)
    fingers(page, along(MAP, (-200, 0)))
    rest(page)

    assert zoomed[2] > before[2] + 1
    assert page.evaluate(VIEW)[1] > zoomed[1]
    assert page.evaluate("hints") == 0


def test_the_map_fills_the_screen_while_a_lesson_is_shown(viewer: Viewer, file: Path) -> None:
    page = opened(viewer, file)
    full = "() => L.journey.map.journey.stage.now().full"
    assert page.evaluate(full) is False

    page.keyboard.press("p")
    until(page, full)
    page.keyboard.press("Escape")

    until(page, f"() => !({full})()")


def test_the_mouse_drags_the_map(viewer: Viewer, file: Path) -> None:
    page = opened(viewer, file, viewport={"width": DESK[0], "height": DESK[1]})
    before = page.evaluate(VIEW)

    page.mouse.move(*MAP)
    page.mouse.down()
    page.mouse.move(MAP[0] - 200, MAP[1], steps=4)
    page.mouse.up()
    rest(page)

    assert page.evaluate(VIEW)[1] > before[1]
