"""Playing and steering in a real Chromium."""

from __future__ import annotations

import re
from operator import sub
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import FrameLocator, Page, expect

from journey import Track
from journey.words.wording import Wording
from tests.browsing import (
    DESK,
    PHONE,
    TABLET,
    controls,
    count_messages,
    idle,
    inside,
    open_stage,
    play_on,
    play_out,
    rest,
    touching,
    until,
)
from tests.conftest import Viewer
from tests.serving import Server

ENGLISH = Wording("en")

pytestmark = pytest.mark.browser

SIZES = [DESK, TABLET, PHONE]
BY_TOUCH: dict[str, Any] = {
    "viewport": {"width": PHONE[0], "height": PHONE[1]},
    "has_touch": True,
    "is_mobile": True,
}
PACINGS = ["Story", "True time"]
END = "1,115 km of more than 1,115 km"
LEGS = [
    "By train up the east coast",
    "By bus to the border",
    "By handcar over the Tumen",
    "By bus to Vladivostok",
]


def title(frame: FrameLocator) -> Any:
    """The name of the leg on the card."""
    return frame.locator(".jm-card h2")


def play_to_the_end(page: Page, frame: FrameLocator) -> None:
    """Let it play to the end, once it plays."""
    play_out(page, frame)
    expect(frame.locator(".jm-clock")).to_contain_text(END)


def tab_to(page: Page, name: str, key: str = "Tab") -> None:
    """Press the key until what has the focus in the stage is named so."""
    for _ in range(60):
        page.keyboard.press(key)
        focused = inside(page).evaluate(
            "() => document.hasFocus() && document.activeElement.getAttribute('aria-label')"
            " || document.activeElement.textContent"
        )
        if focused.startswith(name):
            return
    raise AssertionError(f"the tab key never comes to {name}")


@pytest.mark.parametrize("pacing", PACINGS)
def test_by_mouse_it_plays_to_the_end_and_asks_the_server_nothing(
    page: Page, server: Server, pacing: str
) -> None:
    frame = open_stage(page, server.url)
    idle(page)
    sent = count_messages(page)

    controls(frame)
    frame.get_by_label(ENGLISH.say("play.speed")).select_option("4")
    frame.get_by_role("button", name=pacing).click()
    frame.get_by_role("button", name=ENGLISH.say("play.play"), exact=True).click()
    play_to_the_end(page, frame)

    expect(title(frame)).to_have_text(LEGS[3])
    assert sent == []


@pytest.mark.parametrize("pacing", PACINGS)
def test_by_keyboard_alone_it_plays_to_the_end(page: Page, server: Server, pacing: str) -> None:
    frame = open_stage(page, server.url)

    tab_to(page, "Map of the journey")
    tab_to(page, ENGLISH.say("play.controls"))
    page.keyboard.press("Enter")
    tab_to(page, pacing)
    page.keyboard.press("Enter")
    tab_to(page, "Speed of playing", "Shift+Tab")
    page.keyboard.press("End")
    tab_to(page, "Map of the journey", "Shift+Tab")
    page.keyboard.press(" ")
    play_to_the_end(page, frame)

    expect(title(frame)).to_have_text(LEGS[3])


@pytest.mark.parametrize("pacing", PACINGS)
def test_by_touch_alone_it_plays_to_the_end(viewer: Viewer, server: Server, pacing: str) -> None:
    page = viewer(**BY_TOUCH).new_page()
    frame = open_stage(page, server.url)

    frame.locator(".jm-segment").nth(3).tap()
    controls(frame)
    frame.get_by_role("button", name=pacing).tap()
    expect(title(frame)).to_have_text(LEGS[3])
    frame.get_by_role("button", name=ENGLISH.say("play.play"), exact=True).tap()
    play_to_the_end(page, frame)


@pytest.mark.parametrize(("way", "leg"), [(-120, LEGS[2]), (120, LEGS[0]), (-20, LEGS[1])])
def test_a_swipe_over_the_card_turns_to_the_leg_beside(
    viewer: Viewer, server: Server, way: int, leg: str
) -> None:
    page = viewer(**BY_TOUCH).new_page()
    frame = open_stage(page, f"{server.url}?leg=bus-to-border")
    expect(title(frame)).to_have_text(LEGS[1])
    box = title(frame).bounding_box()
    assert box
    touch = page.context.new_cdp_session(page)

    x, y = box["x"] + 130, box["y"] + 8
    for kind, at in (("touchStart", x), ("touchMove", x + way / 2), ("touchMove", x + way)):
        points = [{"x": at, "y": y}]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    expect(title(frame)).to_have_text(leg)


def test_it_halts_at_the_end_of_a_leg_until_what_is_told_can_be_read(
    page: Page, server: Server, handcar: Track
) -> None:
    open_stage(page, f"{server.url}?leg=handcar&at=99")

    inside(page).evaluate(
        """() => {
            window.told = [];
            map.journey.stage.watch('tell', ({at}) => at, ({leg, part}) => {
              if (leg === 2 && part >= 1 || leg === 3) told.push([leg, performance.now()]);
            });
            document.querySelector('.jm-play').click();
        }"""
    )
    play_on(page, 30)

    halted = inside(page).evaluate("() => told.find(([leg]) => leg === 3)[1] - told[0][1]")
    assert handcar.journey.teaching
    told = [step for step in handcar.journey.teaching.steps if step.leg == "handcar"]
    sentences = [step.text["en"] for step in told if step.kind in ("approach", "moment")]
    words = len(" ".join(sentences).split())
    assert words > 30
    # Grown-ups read some 240 words a minute; the leg itself is shown for nine seconds before.
    assert halted + 9_000 >= words * 60_000 / 240


def test_the_strip_unfolds_into_a_diagram_with_the_same_cursor(page: Page, server: Server) -> None:
    frame = open_stage(page, f"{server.url}?leg=bus-to-border&at=50")
    unfold = frame.get_by_role("button", name=ENGLISH.say("strip.diagram"))
    expect(frame.locator(".jm-diagram")).to_be_hidden()

    unfold.click()

    expect(unfold).to_have_attribute("aria-expanded", "true")
    frame.locator(".diagram > svg > .dot").wait_for()
    dot, needle, diagram = inside(page).evaluate(
        """() => ['.diagram > svg > .dot', '.jm-cursor path', '.jm-diagram']
            .map((name) => document.querySelector(name).getBoundingClientRect().toJSON())"""
    )
    assert needle["bottom"] == pytest.approx(diagram["bottom"], abs=1)
    # The needle bends from its place in the story to that in the true time.
    assert (dot["left"] + dot["right"]) / 2 == pytest.approx(needle["right"], abs=1)


@pytest.mark.parametrize("size", SIZES)
def test_slices_dots_and_lines_of_a_leg_stand_below_each_other(
    page: Page, server: Server, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    frame = open_stage(page, f"{server.url}?leg=handcar&at=50")
    controls(frame)
    frame.get_by_role("button", name=ENGLISH.say("strip.diagram")).click()
    frame.locator(".close-up > .dot").wait_for()

    dot, near, line, piece = inside(page).evaluate(
        """() => ['.diagram > svg > .dot', '.close-up > .dot', '[data-of=handcar] path',
              '.jm-slice:nth-child(3)']
            .map((name) => document.querySelector(name).getBoundingClientRect().toJSON())"""
    )

    assert (line["left"], line["right"]) == pytest.approx((piece["left"], piece["right"]), abs=1)
    assert (dot["left"] + dot["right"]) / 2 == pytest.approx(
        (piece["left"] + piece["right"]) / 2, abs=1
    )
    assert near["width"] > 0


def test_a_drag_over_the_diagram_moves_the_moment(page: Page, server: Server) -> None:
    frame = open_stage(page, server.url)
    controls(frame)
    frame.get_by_role("button", name=ENGLISH.say("strip.diagram")).click()
    box = frame.locator(".jm-diagram").bounding_box()
    assert box

    page.mouse.move(box["x"] + 20, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 16 / 39, box["y"] + 60, steps=6)
    page.mouse.up()

    # 16 of 39 hours, and the train is half-way.
    expect(frame.locator(".jm-clock")).to_contain_text(re.compile("(15|16) hours"))
    expect(frame.locator(".jm-clock")).to_contain_text(re.compile(r"(39\d|40\d) km of"))


def test_the_card_tells_the_chapter_and_what_is_not_known(page: Page, server: Server) -> None:
    frame = open_stage(page, f"{server.url}?leg=handcar")
    card = frame.locator(".jm-card")

    expect(card).to_contain_text("Luggage and children rode")
    expect(card).to_contain_text(ENGLISH.say("claim.unknown"))
    expect(card).to_contain_text("Where the cart was put on the rails.")
    expect(card).to_contain_text("Clocks go forward here by 1 hour")


def test_where_sources_disagree_the_card_unfolds_what_each_says(page: Page, server: Server) -> None:
    frame = open_stage(page, f"{server.url}?leg=handcar")
    card = frame.locator(".jm-card")

    card.get_by_text(ENGLISH.say("claim.disagree")).first.click()

    for said in ("about 1 km", "about 1 mi", "more than 1 mi", "about 0.5 mi"):
        expect(card.locator(".jm-differ li", has_text=said).first).to_be_visible()


def test_on_a_phone_the_card_is_short_until_more_is_wanted(page: Page, server: Server) -> None:
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    frame = open_stage(page, f"{server.url}?leg=handcar")
    expect(frame.get_by_text("Where the cart was put on the rails.")).to_be_hidden()
    expect(frame.locator(".jm-legend")).to_be_visible()

    frame.get_by_role("button", name=ENGLISH.say("card.more")).click()

    expect(frame.get_by_text("Where the cart was put on the rails.")).to_be_attached()
    expect(frame.get_by_role("button", name=ENGLISH.say("card.less"))).to_have_attribute(
        "aria-expanded", "true"
    )


def test_the_scale_is_said_in_words(page: Page, server: Server) -> None:
    frame = open_stage(page, f"{server.url}?leg=handcar")
    scale = frame.locator(".jm-scale")

    expect(scale).to_contain_text(re.compile(r"\d km.*\d\d0\b"))
    *_, wide, times = re.findall(r"\d+(?:\.\d+)?", scale.inner_text())
    # The train goes 802 km.
    assert float(times) == pytest.approx(802 / float(wide), rel=0.1)


def test_zoomed_in_an_inset_shows_where_and_leads_back(page: Page, server: Server) -> None:
    frame = open_stage(page, server.url)
    inset = frame.locator(".jm-inset")
    expect(inset).to_be_hidden()
    frame.get_by_role("button", name="Over the bridge").click()
    expect(inset).to_be_visible()

    inset.click()

    expect(inset).to_be_hidden()
    expect(
        frame.get_by_role("button", name=ENGLISH.say("map.whole"), exact=True)
    ).to_have_attribute("aria-pressed", "true")


def test_both_sides_have_their_clock_an_hour_apart(page: Page, server: Server) -> None:
    frame = open_stage(page, f"{server.url}?leg=handcar&at=0")
    local = frame.locator(".jm-local")

    # Daylight at the bridge, 07:01 to 18:01, in whole hours that hold it.
    expect(local).to_contain_text("Pyongyang between Thu 07:00 and 19:00")
    expect(local).to_contain_text("Vladivostok between Thu 08:00 and 20:00")
    expect(local.locator(".jm-here")).to_contain_text("Pyongyang")
    expect(local.get_by_role("img")).to_have_attribute("aria-label", re.compile("^assumed"))


def test_beyond_the_border_the_other_clock_is_the_one_here(page: Page, server: Server) -> None:
    frame = open_stage(page, f"{server.url}?leg=handcar&at=90")

    expect(frame.locator(".jm-local .jm-here")).to_contain_text("Vladivostok")


def test_f_fills_the_screen_and_gives_it_back(page: Page, server: Server) -> None:
    frame = open_stage(page, server.url)
    frame.locator(".jm-stage").focus()
    full = "() => document.fullscreenElement?.classList.contains('jm-stage') ?? false"

    page.keyboard.press("f")
    until(inside(page), full)
    page.keyboard.press("f")

    until(inside(page), "() => document.fullscreenElement === null")


def test_the_keys_are_told_and_the_focus_comes_back(page: Page, server: Server) -> None:
    frame = open_stage(page, server.url)
    frame.locator(".jm-play").focus()

    page.keyboard.press("?")
    expect(frame.get_by_role("dialog", name=ENGLISH.say("help.title"))).to_contain_text(
        ENGLISH.say("help.play")
    )
    page.keyboard.press("Escape")

    expect(frame.get_by_role("dialog", name=ENGLISH.say("help.title"))).to_be_hidden()
    expect(frame.locator(".jm-play")).to_be_focused()


def test_each_new_leg_is_said_in_one_sentence(page: Page, server: Server) -> None:
    frame = open_stage(page, server.url)
    frame.locator(".jm-play").focus()

    page.keyboard.press("3")
    expect(frame.get_by_role("status").first).to_have_text(
        "Handcar, Tumen (Korean bank) – Khasan: 30 minutes (20\u2060–\u206060 minutes), "
        "more than 1 km."
    )
    page.keyboard.press("ArrowRight")

    expect(frame.get_by_role("status").first).to_contain_text("Bus, Khasan")


def test_without_motion_it_cuts_from_place_to_place(viewer: Viewer, server: Server) -> None:
    page = viewer(reduced_motion="reduce").new_page()
    open_stage(page, server.url)
    inside(page).evaluate(
        """() => {
            window.cuts = [];
            window.zooming = 0;
            map.on('zoomanim', () => { zooming += 1; });
            map.journey.stage.watch('tell', ({at}) => at,
              (at) => at && cuts.push(performance.now()));
            document.querySelector('.jm-play').click();
        }"""
    )

    play_on(page, 4)

    cuts, zooming = inside(page).evaluate("[cuts, zooming]")
    assert len(cuts) >= 3
    assert [gap for gap in map(sub, cuts[1:], cuts) if gap < 1_000] == []  # one a second
    assert zooming == 0


def test_scrubbing_zooming_and_pacing_ask_the_server_nothing(page: Page, server: Server) -> None:
    frame = open_stage(page, server.url)
    idle(page)
    sent = count_messages(page)
    box = frame.locator(".jm-true").bounding_box()
    assert box

    page.mouse.move(box["x"] + 5, box["y"] + 4)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 5, box["y"] + 4, steps=12)
    page.mouse.up()
    frame.get_by_role("button", name=ENGLISH.say("map.zoom_in")).click()
    frame.get_by_role("button", name=ENGLISH.say("play.truth")).click()
    frame.get_by_role("button", name=ENGLISH.say("map.whole"), exact=True).click()
    rest(page)

    assert sent == []


def test_a_scrub_shows_its_new_position_within_one_frame(page: Page, server: Server) -> None:
    open_stage(page, server.url)

    moved = inside(page).evaluate(
        """() => new Promise((resolve) => {
            const bar = document.querySelector('.jm-true');
            const {left, width, top} = bar.getBoundingClientRect();
            const at = () => document.querySelector('.jm-cursor path').getAttribute('d');
            const press = (share) => bar.dispatchEvent(new PointerEvent('pointerdown',
              {clientX: left + share * width, clientY: top + 2, pointerId: 1, bubbles: true}));
            press(0.2);
            const before = [at(), document.querySelector('.jm-vehicle').style.transform];
            press(0.7);
            requestAnimationFrame(() => resolve([before,
              [at(), document.querySelector('.jm-vehicle').style.transform]]));
        })"""
    )

    assert moved[0][0] != moved[1][0]
    assert moved[0][1] != moved[1][1]


@pytest.mark.parametrize("size", SIZES)
def test_no_panel_covers_another(page: Page, server: Server, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    for state in ("", "?leg=handcar&at=50", "?leg=train", "?leg=bus-to-border"):
        frame = open_stage(page, server.url + state)
        if state == "?leg=bus-to-border":
            controls(frame)
            frame.get_by_role("button", name=ENGLISH.say("strip.diagram")).click()
        rest(page)

        boxes = inside(page).evaluate(
            """() => ['ladder > *', 'zoom', 'card', 'legend', 'inset', 'strip', 'scale']
                .flatMap((name) => [...document.querySelectorAll('.jm-' + name)])
                .concat([...document.querySelectorAll('.leaflet-control')])
                .filter((e) => e.getClientRects().length)
                .map((e) => [e.className, e.getBoundingClientRect().toJSON()])"""
        )

        assert len(boxes) >= 4, state
        assert touching(boxes, slack=1) == [], state


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_on_the_stage(viewer: Viewer, server: Server, scheme: str) -> None:
    page = viewer(color_scheme=scheme).new_page()
    frame = open_stage(page, f"{server.url}?leg=handcar&at=30")
    frame.get_by_role("button", name=ENGLISH.say("strip.diagram")).click()
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        rest(page)

        found = Axe().run(inside(page))

        assert found.violations_count == 0, found.generate_report()


def test_the_slider_is_moved_by_keys_and_says_where_it_is(page: Page, server: Server) -> None:
    frame = open_stage(page, server.url)
    slider = frame.get_by_role("slider")

    slider.focus()
    for _ in range(10):
        page.keyboard.press("ArrowRight")

    expect(slider).to_have_attribute("aria-valuenow", "10")
    assert ENGLISH.measure(4, "h") in (slider.get_attribute("aria-valuetext") or "")


def test_a_drag_over_the_equal_shares_moves_the_moment(page: Page, server: Server) -> None:
    frame = open_stage(page, server.url)
    box = frame.locator(".jm-equal").bounding_box()
    assert box
    middle = box["y"] + box["height"] / 2

    page.mouse.move(box["x"] + box["width"] * 0.1, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.625, middle, steps=8)
    page.mouse.up()

    expect(frame.locator(".jm-card h2")).to_have_text("By handcar over the Tumen")
    expect(frame.locator(".jm-clock")).to_contain_text(ENGLISH.measure(34, "h"))


def test_keys_play_step_and_pick(page: Page, server: Server) -> None:
    frame = open_stage(page, server.url)
    frame.locator(".jm-stage").focus()

    page.keyboard.press("3")
    expect(frame.locator(".jm-card h2")).to_have_text("By handcar over the Tumen")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("End")
    expect(frame.locator(".jm-clock")).to_contain_text("1,115 km of more than 1,115 km")
    page.keyboard.press("Home")
    expect(frame.locator(".jm-clock")).to_contain_text("0 km of more than 1,115 km")
    page.keyboard.press(" ")
    frame.get_by_role("button", name=ENGLISH.say("play.pause")).wait_for()


def test_the_camera_lets_go_when_the_viewer_drags_and_comes_back(
    page: Page, server: Server
) -> None:
    frame = open_stage(page, server.url)
    frame.get_by_role("button", name=ENGLISH.say("play.play"), exact=True).click()
    back = frame.get_by_role("button", name=ENGLISH.say("map.back"))
    expect(back).to_be_hidden()
    play_on(page, 1)  # A map in flight can't be dragged.

    page.mouse.move(900, 420)
    page.mouse.down()
    page.mouse.move(700, 380, steps=5)
    page.mouse.up()

    expect(back).to_be_visible()
    back.click()
    expect(back).to_be_hidden()
