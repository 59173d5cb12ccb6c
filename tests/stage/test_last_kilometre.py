"""The last kilometre as it is drawn: rails, the bridge, the river, and what helps to read them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from journey.model.palette import MAP, MODES
from journey.model.railway import SIZES
from tests.browsing import DESK, ENGLISH, NAMED, PHONE, until
from tests.stage.test_route import LISTEN

pytestmark = pytest.mark.browser

HANDCAR, TRAIN = (MODES[mode].light.upper() for mode in ("handcar", "train"))
TEXT, SLEEPER = (MAP["light"][name].upper() for name in ("text", "sleeper"))


@pytest.fixture(scope="module")
def page(browser: Browser, file: Path) -> Iterator[Page]:
    """The story page of the shipped journey, whose strokes are listened to."""
    found = browser.new_page(
        viewport={"width": DESK[0], "height": DESK[1]}, reduced_motion="reduce"
    )
    found.add_init_script(LISTEN)
    found.goto(f"{file.as_uri()}#view=close")
    found.locator(NAMED).wait_for(state="attached")
    yield found
    found.close()


def seen(page: Page, act: str = "", size: tuple[int, int] = DESK) -> list[dict[str, Any]]:
    """What is stroked when the stage, seen from near, has done that."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    until(page, "(width) => L.journey.map.getSize().x === width", arg=size[0])
    found: list[dict[str, Any]] = page.evaluate(
        f"""async () => {{
            const {{ stage }} = L.journey.map.journey;
            const {{ actions }} = L.journey;
            stage.act(actions.fill, true); // The page's own text is not read then.
            const aim = {{ to: "close", cut: true }};
            stage.act(() => ({{ at: null, leg: null, over: null, aim }}));
            stage.paint();
            {act};
            stage.paint();
            window.drawn = [];
            stage.map.fire("moveend");
            Object.values(stage.map._layers).forEach((layer) => layer.redraw?.());
            const words = stage.map.getPane("labels").classList;
            const frame = () => new Promise(requestAnimationFrame);
            await frame();
            await frame();
            while (words.contains("jm-flying") || words.contains("jm-moving")) await frame();
            return window.drawn;
        }}"""
    )
    return found


def widths(strokes: list[dict[str, Any]], ink: str) -> set[float]:
    return {round(one["width"], 3) for one in strokes if one["ink"] == ink}


RAILS = round(SIZES["gauge"] + SIZES["rail"], 3)


@pytest.mark.parametrize(("size", "times"), [(DESK, 1), (PHONE, 0.8)])
def test_from_near_the_handcar_is_on_rails_with_sleepers(
    page: Page, size: tuple[int, int], times: float
) -> None:
    strokes = seen(page, size=size)

    assert max(widths(strokes, HANDCAR)) == pytest.approx(RAILS * times)
    sleepers = [one for one in strokes if one["ink"] == SLEEPER]
    # Each 2.6 px thick, one every 9.5 px.
    dashes = {tuple(map(float, one["dash"].split())) for one in sleepers}
    assert [*dashes] == [pytest.approx((2.6 * times, 6.9 * times))]


def test_from_afar_it_is_a_line_and_a_train_has_rails_from_zoom_15(page: Page) -> None:
    far = seen(page, "stage.act(actions.aim, 'whole')")
    near = seen(page, "stage.map.setView([39.24639, 125.87194], 15, { animate: false })")

    assert widths(far, HANDCAR).isdisjoint({RAILS})
    assert max(widths(near, TRAIN)) == RAILS


def test_what_is_travelled_is_strong_and_the_rest_pale(page: Page) -> None:
    strokes = seen(page, "stage.act(actions.seek, { leg: 2, part: 0.3 })")

    wide = {round(one["width"], 3) for one in strokes if not one["dash"] and 10 < one["width"] < 12}
    assert wide == {RAILS, round(SIZES["gauge"] + SIZES["rest"], 3)}


def test_the_bridge_has_parapets_and_a_bar_where_the_border_crosses(page: Page) -> None:
    strokes = seen(page)

    assert {SIZES["parapet"], SIZES["rail"]} <= widths(strokes, TEXT)


def test_the_bridge_the_point_and_the_stations_beyond_the_edge_are_named(page: Page) -> None:
    seen(page)

    for kind, count in {"bridge": 1, "point": 1, "station": 2}.items():
        expect(page.locator(f".jm-{kind}").filter(visible=True)).to_have_count(count)
    expect(page.locator(".jm-beyond .jm-mark-derived").filter(visible=True)).to_have_count(2)
    expect(page.locator(".jm-bridge .jm-mark-derived")).to_be_visible()


def test_arrows_point_to_the_west_and_to_the_north(page: Page) -> None:
    seen(page)

    turns = (
        page.locator(".jm-beyond")
        .filter(visible=True)
        .evaluate_all("(all) => all.map((one) => parseFloat(one.style.getPropertyValue('--turn')))")
    )
    # Tumangang lies west by north of the bridge, Khasan north by east: radians clockwise from east.
    west, north = sorted(turns, key=lambda turn: abs(abs(turn) - 3.14))
    assert abs(west) > 2.6
    assert -1.9 < north < -1.0


def test_where_the_pushing_began_is_said_to_be_assumed(page: Page) -> None:
    seen(page)

    expect(page.locator(".jm-end:has(.jm-mark-assumed)").filter(visible=True)).to_have_count(1)


def test_the_river_is_measured_from_bank_to_bank_as_assumed(page: Page) -> None:
    seen(page)

    expect(page.locator(".jm-width .jm-mark-assumed")).to_be_visible()
    metres = page.evaluate(
        """() => {
            const { map } = L.journey;
            const line = document.querySelector("line.jm-span");
            const [a, b] = [1, 2].map((end) => map.layerPointToLatLng([
              Number(line.getAttribute(`x${end}`)), Number(line.getAttribute(`y${end}`))]));
            return map.distance(a, b);
        }"""
    )
    assert metres == pytest.approx(205, abs=12)


def test_the_view_opens_when_the_traveller_leaves_the_bridge(page: Page) -> None:
    khasan = "L.journey.map.getBounds().contains([42.42806, 130.64528])"

    seen(page, "stage.act(actions.seek, { leg: 2, part: 0.2 })")
    on_the_bridge = page.evaluate(khasan)
    seen(page, "stage.act(actions.seek, { leg: 2, part: 0.9 })")

    assert (on_the_bridge, page.evaluate(khasan)) == (False, True)


def test_a_click_on_the_rails_chooses_the_leg(page: Page) -> None:
    seen(page)

    spot = page.evaluate(
        """() => {
            const { x, y } = L.journey.map.latLngToContainerPoint([42.4192, 130.646]);
            const home = L.journey.map.getContainer().getBoundingClientRect();
            return [x + home.x, y + home.y];
        }"""
    )
    page.mouse.click(*spot)

    expect(page.locator(".jm-card")).to_be_visible()
    assert page.evaluate("L.journey.map.journey.stage.now().leg") == 2


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_the_width_is_measured_off_the_bridge(page: Page, size: tuple[int, int]) -> None:
    seen(page, "stage.act(actions.aim, 'whole'); stage.act(actions.aim, 'close')", size=size)

    near = page.evaluate(
        """() => {
            const { map } = L.journey;
            const [bridge] = map.journey.stage.tale.data.landmarks.filter(({ line }) => line);
            const [a, b] = [bridge.line[0], bridge.line[bridge.line.length - 1]]
                .map((at) => map.latLngToLayerPoint(at));
            const parts = [...Array(21).keys()].map((i) => i / 20);
            return [...document.querySelectorAll("line.jm-span")].flatMap((line) => {
                const [x, y, u, v] = ["x1", "y1", "x2", "y2"]
                    .map((end) => Number(line.getAttribute(end)));
                return parts.flatMap((p) => parts.map((q) => Math.hypot(
                    x + (u - x) * p - a.x - (b.x - a.x) * q,
                    y + (v - y) * p - a.y - (b.y - a.y) * q)));
            });
        }"""
    )
    assert min(near, default=999) > SIZES["deck"] / 2 + SIZES["reach"]


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_the_leader_of_the_bridge_is_short_and_touches_its_word(
    page: Page, size: tuple[int, int]
) -> None:
    seen(page, size=size)

    word = (
        page.locator(".jm-bridge > b")
        .filter(visible=True)
        .evaluate(
            """(word) => {
            const { left, top, right, bottom } = word.parentNode.getBoundingClientRect();
            const ends = [...document.querySelectorAll("line.jm-led")].map((line) => {
                const { x, y } = line.ownerSVGElement.getBoundingClientRect();
                const [x1, y1, x2, y2] = ["x1", "y1", "x2", "y2"]
                    .map((end) => Number(line.getAttribute(end)));
                const off = Math.hypot(
                    Math.max(left - x - x2, 0, x + x2 - right),
                    Math.max(top - y - y2, 0, y + y2 - bottom));
                return { off, long: Math.hypot(x1 - x2, y1 - y2) };
            });
            return ends.sort((a, b) => a.off - b.off)[0];
        }"""
        )
    )
    assert word["off"] <= 4
    assert 14 <= word["long"] <= 40


def test_a_mark_on_the_map_says_why_when_it_has_the_focus(page: Page) -> None:
    seen(page)
    mark = page.locator(".jm-bridge .jm-mark")

    mark.focus()

    told = mark.evaluate("(mark) => getComputedStyle(mark, '::after').content")
    assert ENGLISH.say("basis.derived") in told


def test_a_point_under_a_panel_has_no_name(page: Page) -> None:
    seen(page)
    expect(page.locator(".jm-point").filter(visible=True)).to_have_count(1)

    seen(
        page,
        """
        const { at } = stage.tale.data.landmarks.find(({ kind }) => kind === "point");
        const panel = document.querySelector(".jm-inset").getBoundingClientRect();
        const home = stage.map.getContainer().getBoundingClientRect();
        const { x, y } = stage.map.latLngToContainerPoint(at);
        const middle = [panel.x + panel.width / 2 - home.x, panel.y + panel.height / 2 - home.y];
        stage.map.panBy([x - middle[0], y - middle[1]], { animate: false })
        """,
    )

    expect(page.locator(".jm-point").filter(visible=True)).to_have_count(0)


def test_the_word_of_a_width_is_no_other_words_note(page: Page) -> None:
    seen(page)

    gaps = (
        page.locator(".jm-label:not(.jm-degree)")
        .filter(visible=True)
        .evaluate_all(
            """(all) => {
            const boxes = all.map((one) => one.getBoundingClientRect());
            const own = boxes[all.findIndex((one) => one.classList.contains("jm-width"))];
            return boxes.filter((one) => one !== own).map((one) => Math.max(
                own.left - one.right, one.left - own.right,
                own.top - one.bottom, one.top - own.bottom));
        }"""
        )
    )
    # More than a line of its own letters would be off, less their rounding.
    assert min(gaps) >= 13
