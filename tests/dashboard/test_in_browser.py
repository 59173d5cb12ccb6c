"""The dashboard in a real Chromium, with the real buttons."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import FrameLocator, Page, Route, expect

from journey.words.wording import Wording
from tests.browsing import DESK, PHONE, TABLET, idle, inside, open_stage, rest, touching
from tests.conftest import Viewer
from tests.serving import PROJECT, Server, serve

ENGLISH = Wording("en")

pytestmark = pytest.mark.browser

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def test_opening_asks_no_other_machine_and_complains_of_nothing(page: Page, server: Server) -> None:
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))

    open_stage(page, server.url)
    idle(page)
    rest(page)

    assert server.url in asked
    assert [url for url in asked if not url.startswith((server.url, "data:", "blob:"))] == []
    assert errors == []


def test_the_strip_names_every_leg_with_time_and_places(page: Page, server: Server) -> None:
    frame = open_stage(page, server.url)

    labels = [button.get_attribute("aria-label") for button in frame.locator(".jm-segment").all()]

    assert len(labels) == 4
    assert labels[0] == "32 hours Pyongyang – Rajin: By train up the east coast"


def test_the_lower_bar_shows_real_shares_of_the_time(page: Page, server: Server) -> None:
    frame = open_stage(page, server.url)

    widths = [s.bounding_box()["width"] for s in frame.locator(".jm-slice").all()]  # type: ignore[index]

    assert widths[0] / sum(widths) == pytest.approx(32 / 39, abs=0.01)
    assert widths[2] / sum(widths) == pytest.approx(0.5 / 39, abs=0.005)


def test_a_leg_picked_in_the_stage_is_chosen_everywhere_and_nothing_reloads(
    page: Page, server: Server
) -> None:
    frame = open_stage(page, server.url)
    frame.locator("body").evaluate("document.body.dataset.kept = 'yes'")

    frame.locator(".jm-segment").nth(2).click()

    expect(frame.locator(".jm-card h2")).to_have_text("By handcar over the Tumen")
    expect(page.locator(".leg.chosen h3")).to_have_text("By handcar over the Tumen")
    expect(page).to_have_url(f"{server.url}?leg=handcar")
    assert frame.locator("body").get_attribute("data-kept") == "yes"


def test_a_leg_chosen_in_the_page_is_chosen_in_the_stage(page: Page, server: Server) -> None:
    frame = open_stage(page, server.url)
    frame.locator("body").evaluate("document.body.dataset.kept = 'yes'")

    page.get_by_role("button", name="By bus to the border").click()

    expect(frame.locator(".jm-card h2")).to_have_text("By bus to the border")
    expect(frame.locator(".jm-segment").nth(1)).to_have_attribute("aria-pressed", "true")
    assert frame.locator("body").get_attribute("data-kept") == "yes"


def test_quick_picks_end_at_the_last_one(page: Page, server: Server) -> None:
    frame = open_stage(page, server.url)

    for number in (0, 1, 2, 3):
        frame.locator(".jm-segment").nth(number).click()
    expect(page).to_have_url(f"{server.url}?leg=bus-to-vladivostok")
    idle(page)
    rest(page)

    expect(frame.locator(".jm-card h2")).to_have_text("By bus to Vladivostok")
    expect(page.locator(".leg.chosen h3")).to_have_text("By bus to Vladivostok")
    expect(page).to_have_url(f"{server.url}?leg=bus-to-vladivostok")


def test_a_link_opens_at_its_leg(page: Page, server: Server) -> None:
    frame = open_stage(page, f"{server.url}?leg=handcar")

    expect(frame.locator(".jm-card h2")).to_have_text("By handcar over the Tumen")
    expect(frame.get_by_role("button", name="Over the bridge")).to_have_attribute(
        "aria-pressed", "true"
    )


def test_a_link_to_no_leg_shows_the_whole_route(page: Page, server: Server) -> None:
    frame = open_stage(page, f"{server.url}?leg=nonsense")

    expect(frame.locator(".jm-card")).to_be_hidden()
    expect(frame.get_by_role("button", name=ENGLISH.say("map.whole"))).to_have_attribute(
        "aria-pressed", "true"
    )


def test_the_back_button_goes_back_to_the_leg_before(page: Page, server: Server) -> None:
    frame = open_stage(page, f"{server.url}?leg=train")
    frame.locator(".jm-segment").nth(1).click()
    expect(page).to_have_url(f"{server.url}?leg=bus-to-border")

    page.go_back()

    expect(frame.locator(".jm-card h2")).to_have_text("By train up the east coast")


def test_legs_are_picked_by_keyboard(page: Page, server: Server) -> None:
    frame = open_stage(page, server.url)

    frame.locator(".jm-segment").nth(3).focus()
    page.keyboard.press("Enter")

    expect(frame.locator(".jm-card h2")).to_have_text("By bus to Vladivostok")


@pytest.mark.parametrize("size", [DESK, TABLET, PHONE, (3840, 2160)])
def test_no_label_covers_another(page: Page, server: Server, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    for leg in ("", "?leg=train", "?leg=handcar", "?leg=bus-to-vladivostok"):
        frame = open_stage(page, server.url + leg)
        rest(page)

        boxes = frame.locator("body").evaluate(
            """() => [...document.querySelectorAll('.jm-label')]
                .filter((e) => getComputedStyle(e).visibility === 'visible')
                .map((e) => [e.textContent, e.getBoundingClientRect().toJSON()])"""
        )

        assert len(boxes) >= 3, leg
        assert touching(boxes) == [], leg


@pytest.mark.parametrize("size", [DESK, TABLET, PHONE])
def test_the_page_never_scrolls_sideways(page: Page, server: Server, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    open_stage(page, server.url)

    wide, shown = page.locator("div:has(> .stMain)").evaluate("e => [e.scrollWidth, e.clientWidth]")

    assert wide <= shown


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_stage_follows_the_theme_of_the_page(
    viewer: Viewer, server: Server, scheme: str
) -> None:
    frame = open_stage(viewer(color_scheme=scheme).new_page(), server.url)

    expect(frame.locator(".jm-stage")).to_have_attribute("data-theme", scheme)


def choose_tiles(frame: FrameLocator) -> None:
    frame.get_by_text(ENGLISH.say("map.legend"), exact=True).click()
    frame.get_by_label(ENGLISH.say("map.online")).select_option(label="OpenStreetMap")


def test_online_tiles_come_only_when_asked_for(page: Page, server: Server) -> None:
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(body=PIXEL, content_type="image/png")

    page.route("https://tile.openstreetmap.org/**", answer)
    frame = open_stage(page, server.url)
    before = len(asked)
    choose_tiles(frame)
    frame.locator(".leaflet-tile-loaded").first.wait_for(state="attached")

    assert before == 0
    assert asked


@pytest.mark.parametrize("fault", ["500", "404", "429", "no image", "cut off"])
def test_tiles_that_fail_leave_the_map_and_a_sentence(
    page: Page, server: Server, fault: str
) -> None:
    def answer(route: Route) -> None:
        if fault == "cut off":
            route.abort("connectionreset")
        elif fault == "no image":
            route.fulfill(body="<html>no</html>", content_type="image/png")
        else:
            route.fulfill(status=int(fault), body="")

    page.route("https://tile.openstreetmap.org/**", answer)
    frame = open_stage(page, server.url)
    choose_tiles(frame)

    expect(frame.locator(".jm-tiles .jm-message")).to_have_text(
        "OpenStreetMap does not answer. The map’s own background stays."
    )
    expect(frame.get_by_label(ENGLISH.say("map.online"))).to_have_value("")


def test_tiles_that_never_answer_are_given_up(page: Page, server: Server) -> None:
    page.route("https://tile.openstreetmap.org/**", lambda route: None)
    frame = open_stage(page, server.url)
    choose_tiles(frame)
    expect(frame.get_by_label(ENGLISH.say("map.online"))).not_to_have_value("")

    page.clock.fast_forward(60_000)

    expect(frame.get_by_label(ENGLISH.say("map.online"))).to_have_value("")
    expect(frame.locator(".jm-tiles .jm-message")).to_be_visible()


def strip_layers(route: Route) -> None:
    """Answers with the script of a journey whose base map is missing."""
    answer = route.fetch()
    route.fulfill(response=answer, body=f"{answer.text()}\nL.journey.base.layers = {{}};")


def test_without_its_base_map_the_route_still_stands(page: Page, server: Server) -> None:
    page.route("**/assets/journeys/**", strip_layers)
    frame = open_stage(page, server.url)

    expect(frame.locator(".jm-base-failed")).to_be_visible()
    expect(frame.locator(".jm-label.jm-outer").first).to_be_visible()


def test_every_mark_says_its_word_on_focus(page: Page, server: Server) -> None:
    frame = open_stage(page, f"{server.url}?leg=handcar")
    first = frame.locator(".jm-card .jm-mark").filter(visible=True).first
    first.focus()

    assert "assumed" in first.evaluate("e => getComputedStyle(e, '::after').content")

    names = [
        mark.get_attribute("aria-label") or ""
        for mark in frame.locator(".jm-card dd > .jm-kept > .jm-mark").all()
    ]

    # Time, distance, speed, start, the border on the way, and end.
    bases = ["assumed", "reported", "assumed", "assumed", "reported", "reported"]
    assert [name.partition(":")[0] for name in names] == bases


def test_hostile_words_of_a_journey_stay_words(page: Page, tmp_path: Path) -> None:
    hostile = "<img src=x onerror=window.top.hacked=1></script><script>window.top.hacked=1</script>"
    target = tmp_path / "handcar-2021"
    shutil.copytree(PROJECT / "data" / "journeys" / "handcar-2021", target)
    text = (target / "journey.yaml").read_text("utf-8")
    for name in (
        "Home by handcar",
        "By handcar over the Tumen",
        "Rajin",
        "Pyongyang",
        "The weather.",
    ):
        text = text.replace(f"en: {name}", f"en: '{name} {hostile}'")
    (target / "journey.yaml").write_text(text, "utf-8")

    with serve(JOURNEYS=str(tmp_path)) as server:
        frame = open_stage(page, f"{server.url}?leg=handcar")
        frame.locator(".jm-segment").nth(0).hover()
        rest(page)

        assert page.evaluate("window.hacked") is None
        assert hostile in (page.locator(".head h1").text_content() or "")
        assert hostile in (frame.locator(".jm-card h2").text_content() or "")


def test_what_the_stage_puts_on_the_map_it_takes_away_again(page: Page, server: Server) -> None:
    frame = open_stage(page, server.url)
    frame.locator(".jm-play").click()

    left = frame.locator("body").evaluate(
        """() => {
            map.journey.remove();
            const box = map.getContainer();
            const left = [...document.querySelectorAll('[class*="jm-"]')].map((e) => e.className);
            return [left, box.dataset.theme, box.getAttribute('role'), 'journey' in map];
        }"""
    )

    assert left == [[], None, None, False]


@pytest.mark.parametrize("size", [PHONE, DESK, (3840, 2160)])
def test_the_world_never_ends_in_sight(page: Page, server: Server, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    frame = open_stage(page, server.url)

    frame.locator("body").evaluate("() => map.setZoom(0, {animate: false})")
    frame.locator("body").evaluate("() => map.panBy([0, -9000], {animate: false})")
    rest(page)
    north, wide = frame.locator("body").evaluate(
        "() => [map.getBounds().getNorth(), 256 * 2 ** map.getZoom() - map.getSize().x]"
    )

    assert north <= 85.2
    assert wide >= 0


def test_the_frame_says_in_which_language_it_is(page: Page, server: Server) -> None:
    open_stage(page, f"{server.url}?lang=ko")

    assert inside(page).evaluate("document.documentElement.lang") == "ko"
