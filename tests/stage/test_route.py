"""How the route is drawn, its ends and who travels on it, in a real Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from journey.model.palette import HOLLOW, MAP, MODES
from journey.model.railway import SIZES
from journey.pages.story import page as page_of
from journey.words.wording import Wording
from tests.browsing import DESK, NAMED, PHONE
from tests.conftest import amount, known, leg, place, track

pytestmark = pytest.mark.browser

# Whatever is stroked or filled on any canvas, with what it is drawn with.
LISTEN = """
    window.drawn = [];
    const prototype = CanvasRenderingContext2D.prototype;
    const { arc, stroke } = prototype;
    prototype.arc = function (x, y, radius, ...more) {
      this.radius = radius;
      return arc.call(this, x, y, radius, ...more);
    };
    prototype.stroke = function (...more) {
      window.drawn.push({ink: this.strokeStyle.toUpperCase(), width: this.lineWidth,
        strong: this.globalAlpha, dash: this.getLineDash().join(" "), radius: this.radius || 0});
      this.radius = 0;
      return stroke.apply(this, more);
    };
"""
TRAIN, BUS, HANDCAR = (MODES[mode].light.upper() for mode in ("train", "bus", "handcar"))
HALO = MAP["light"]["halo"].upper()


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The story page of a way by train, a kilometre by handcar, and a way by bus."""
    spots = {"a": 0.0, "b": 12.0, "c": 12.01, "d": 20.0}
    halt = known(place="halt")
    legs = [
        leg("a", "b", mode="train", duration=amount(32, "h"), stops=[halt]),
        leg("b", "c", mode="handcar", distance=amount(1, "km")),
        leg("c", "d", mode="bus", duration=amount(4, "h")),
    ]
    places = [*(place(key, 0, lon) for key, lon in spots.items()), place("halt", 0, 6)]
    near = {"leg": "b-c", "name": {"en": "From near"}}
    file = tmp_path_factory.mktemp("route") / "story.html"
    file.write_bytes(page_of(track(places=places, legs=legs, close_up=near), Wording("en")))
    found = browser.new_page(
        viewport={"width": DESK[0], "height": DESK[1]}, reduced_motion="reduce"
    )
    found.set_default_timeout(5000)
    found.add_init_script(LISTEN)
    found.goto(file.as_uri())
    found.locator(NAMED).wait_for(state="attached")
    yield found
    found.close()


def after(page: Page, act: str) -> list[dict[str, Any]]:
    """What is drawn when that is done to the stage as it was at first, once all is drawn anew."""
    found: list[dict[str, Any]] = page.evaluate(
        f"""() => {{
            const {{ stage }} = L.journey.map.journey;
            const {{ actions }} = L.journey;
            stage.act(() => ({{ at: null, leg: null, hushed: [] }}));
            stage.act(actions.aim, "whole");
            stage.paint();
            {act};
            stage.paint();
            window.drawn = [];
            Object.values(stage.map._layers).forEach((layer) => layer.redraw?.());
            return window.drawn;
        }}"""
    )
    return found


def lines(drawn: list[dict[str, Any]], ink: str) -> list[tuple[float, float, str]]:
    """Width, strength and dash of the lines of that colour."""
    found = [one for one in drawn if one["ink"] == ink and not one["radius"]]
    return [(round(one["width"], 2), round(one["strong"], 2), one["dash"]) for one in found]


def rings(drawn: list[dict[str, Any]], ink: str) -> set[tuple[float, float]]:
    """Radius and width of the rings of that colour."""
    found = [one for one in drawn if one["ink"] == ink and one["radius"]]
    return {(one["radius"], round(one["width"], 2)) for one in found}


def test_a_leg_is_a_line_with_a_casing_and_paper_inside_as_far_as_it_is_assumed(
    page: Page,
) -> None:
    drawn = after(page, "")

    assert lines(drawn, TRAIN) == [(4.2, 1, "")]
    assert lines(drawn, BUS) == [(4.2, 1, "11 5")]
    assert (7.4, 0.95, "") in lines(drawn, HALO)
    paper = lines(drawn, MAP["light"]["paper"].upper())
    assert (round(4.2 * HOLLOW["assumed"], 2), 1, "") in paper


def test_the_way_travelled_is_wide_and_the_rest_is_pale(page: Page) -> None:
    drawn = after(page, "stage.act(actions.seek, {leg: 2, part: 0.5})")

    assert set(lines(drawn, TRAIN)) == {(6.4, 1, "")}
    assert {line[:2] for line in lines(drawn, BUS)} == {(4.6, 0.38), (6.4, 1)}


def test_the_ends_are_large_rings_and_changes_smaller_ones(page: Page) -> None:
    drawn = after(page, "")

    assert (6.5, 2.8) in rings(drawn, TRAIN) & rings(drawn, BUS)
    assert all(
        radius < 6.5 for radius, _ in rings(drawn, HANDCAR) | rings(drawn, BUS) - {(6.5, 2.8)}
    )


def test_a_leg_too_short_to_be_seen_is_a_dot_with_a_large_sign(page: Page) -> None:
    drawn = after(page, "")

    # A dot of 13 px, in a ring of casing.
    assert (6.5 + 1.6, 3.2) in rings(drawn, MAP["light"]["paper"].upper())
    sign = page.locator(".jm-speck .jm-badge")
    expect(sign).to_have_css("width", "44px")
    expect(page.locator(".jm-speck")).to_contain_text("1 km")


def test_the_dot_lies_on_the_ends_of_the_legs_beside_it(page: Page) -> None:
    drawn = after(
        page, "stage.act(actions.seek, {leg: 2, part: 0.5}); stage.act(actions.aim, 'whole')"
    )

    # The last that is drawn of the leg that is told is the disc, over the ring of its end.
    assert drawn[-1]["radius"] == 6.5 + 1.6


def test_seen_from_near_it_is_no_dot_but_rails(page: Page) -> None:
    drawn = after(page, "stage.act(() => ({ aim: { to: 'close', cut: true } }))")

    assert max(width for width, *_ in lines(drawn, HANDCAR)) == SIZES["gauge"] + SIZES["rail"]
    assert rings(drawn, MAP["light"]["paper"].upper()) == set()


def test_stops_are_drawn_of_the_leg_that_is_chosen(page: Page) -> None:
    small = {radius for radius, _ in rings(after(page, ""), TRAIN)}
    chosen = {radius for radius, _ in rings(after(page, "stage.act(actions.pick, 0)"), TRAIN)}

    assert (3 in small, 3 in chosen) == (False, True)


@pytest.mark.parametrize("size", [(844, 390), (320, 640), DESK])
def test_the_route_has_half_of_a_map_however_low_that_is(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.evaluate(
        """async (x) => {
            while (L.journey.map.getSize().x !== x) await new Promise(requestAnimationFrame);
        }""",
        size[0],
    )

    after(page, "stage.act(actions.aim, 'whole')")
    zoom: float = page.evaluate("L.journey.map.getZoom()")

    # The route is 20 degrees wide, and may have half of the map's width at the least.
    assert 256 * 2**zoom * 20 / 360 >= size[0] * 0.35


def test_words_beside_a_sign_choose_its_leg(page: Page) -> None:
    after(page, "")

    page.get_by_text("Bus, 4 hours", exact=True).click()

    assert page.evaluate("L.journey.map.journey.stage.now().leg") == 2


def test_no_sign_tells_a_time_that_is_a_secret(page: Page) -> None:
    after(page, "stage.act(actions.hush, [0])")

    expect(page.get_by_text("Train, 32 hours", exact=True)).to_have_count(0)
    expect(page.get_by_text("Bus, 4 hours", exact=True)).to_be_visible()


def test_words_stand_in_the_colour_that_can_be_read(page: Page) -> None:
    after(page, "")
    page.evaluate("document.body.append(Object.assign(document.createElement('i'), {id: 'ink'}))")
    page.evaluate(f"document.getElementById('ink').style.color = '{MODES['bus'].word_light}'")

    wanted = page.locator("#ink").evaluate("(e) => getComputedStyle(e).color")
    expect(page.get_by_text("Bus, 4 hours", exact=True)).to_have_css("color", wanted)


@pytest.mark.parametrize(("size", "wide"), [(PHONE, 35), (DESK, 46)])
def test_the_traveller_is_a_disc_in_the_colour_of_the_mode(
    page: Page, size: tuple[int, int], wide: float
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})

    after(page, "stage.act(actions.seek, {leg: 0, part: 0.5})")

    disc = page.locator(".jm-vehicle")
    expect(disc).to_have_css("width", f"{wide}px")
    expect(disc).to_have_css("border-radius", "50%")
    assert disc.evaluate("(e) => e.style.getPropertyValue('--ink')").upper() == TRAIN


def test_nobody_travels_before_the_story_begins(page: Page) -> None:
    after(page, "stage.act(actions.seek, {leg: 2, part: 0.5})")
    expect(page.locator(".jm-vehicle")).to_have_count(1)

    after(page, "")

    expect(page.locator(".jm-vehicle")).to_have_count(0)
