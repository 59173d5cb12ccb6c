"""The journey racing with its yardsticks, in a real Chromium."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, FloatRect, Locator, Page, expect

from tests.browsing import PHONE, rested, until
from tests.conftest import Viewer
from tests.pages.presenting import act, at, do, go, in_room, small
from tests.pages.test_story_browser import Watched, watching

pytestmark = pytest.mark.browser

PANEL = "section:has([data-act=shut])"
LANES = "ol > li:has(> span + span + span)"
# Those on the map, by name, each with whether it is out of sight; in the order of the lanes.
RUNNERS = ".cl-runner"


def come(page: Page) -> list[float]:
    """How many km each has come, as the lanes tell: the travellers first."""
    page.evaluate("L.journey.map.journey.stage.paint()")
    found: list[str] = page.locator("[data-km]").evaluate_all(
        "(all) => all.map((x) => x.dataset.km)"
    )
    return [float(km) for km in found]


def shares(page: Page) -> list[float]:
    """How much of the longest lane each has done, 0..1, as it is drawn."""
    found: list[float] = page.locator(".cl-lane").evaluate_all(
        """(all) => {
          const most = Math.max(...all.map((x) => x.children[1].getBoundingClientRect().width));
          return all.map(({ children: [, bar] }) => bar.firstChild.offsetWidth / most);
        }"""
    )
    return found


def box_of(of: Locator) -> FloatRect:
    """Where it is in the window, in pixels."""
    box = of.bounding_box()
    assert box
    return box


def compared(context: BrowserContext, address: str) -> Watched:
    """The page there, with the comparison open."""
    found = Watched(context, address)
    found.page.keyboard.press("c")
    expect(found.page.locator(PANEL)).to_be_visible()
    return found


@pytest.fixture
def race(viewer: Viewer, file: Path) -> Watched:
    """The shipped journey from a disk, compared outside a lesson, for those who want no motion."""
    return compared(in_room(viewer, reduced_motion="reduce"), file.as_uri())


def test_all_start_together_on_the_whole_route(race: Watched) -> None:
    assert come(race.page) == [0, 0, 0]
    expect(act(race.page, "whole")).to_have_attribute("aria-pressed", "true")

    # Half of the 32 hours by train: half of the 801.9 km of that, 16 h at 5 and at 15 km/h.
    do(race.page, "seek", {"leg": 0, "part": 0.5})

    assert come(race.page) == pytest.approx([400.95, 80, 240], abs=0.01)
    assert shares(race.page) == pytest.approx([0.36, 0.072, 0.215], abs=0.01)
    assert race.errors == []


def test_the_travellers_arrive_first_and_the_others_stand_where_they_have_come_to(
    race: Watched,
) -> None:
    # 32 h, 2 h, half an hour and 4.5 h are 39 h.
    do(race.page, "seek", {"leg": 3, "part": 1})

    assert come(race.page)[1:] == [195, 585]
    assert shares(race.page)[0] == pytest.approx(1, abs=0.01)


def test_at_the_handcar_all_start_anew_and_stay_in_the_picture(race: Watched) -> None:
    act(race.page, "near").click()
    expect(act(race.page, "near")).to_have_attribute("aria-pressed", "true")
    assert come(race.page) == [0, 0, 0, 0]

    # A tenth of half an hour: of 2.2 km, 3 min at 5 and at 15 km/h, and of 3.1 km in 17 min.
    do(race.page, "seek", {"leg": 2, "part": 0.1})

    assert come(race.page) == pytest.approx([0.2206, 0.25, 0.75, 0.547], abs=0.001)
    expect(race.page.locator(RUNNERS)).to_have_count(2)
    expect(race.page.locator(f"{RUNNERS}.cl-out")).to_have_count(0)


def test_a_race_over_a_leg_ends_with_it_and_starts_anew_by_play(race: Watched) -> None:
    page = race.page
    act(page, "near").click()
    do(page, "seek", {"leg": 2, "part": 0.99})

    page.keyboard.press(" ")
    until(page, "L.journey.map.journey.stage.now().playing")
    page.clock.run_for(3_000)
    until(page, "!L.journey.map.journey.stage.now().playing")
    assert page.evaluate("L.journey.map.journey.moment()") == {"leg": 2, "part": 1}

    page.keyboard.press(" ")
    until(page, "L.journey.map.journey.stage.now().at.part < 1")


def test_who_runs_out_of_the_view_stands_at_its_edge_as_far_ahead_as_it_is(race: Watched) -> None:
    page = race.page
    do(page, "seek", {"leg": 0, "part": 0.5})
    do(page, "loosen")
    page.evaluate("L.journey.map.setView(L.journey.map.journey.stage.view().place.at, 12)")

    # 401 km less 80 and less 240, in two digits.
    out = page.locator(f"{RUNNERS}.cl-out")
    expect(out).to_have_count(2)
    assert ["320" in text and "160" not in text for text in out.all_inner_texts()] == [True, False]
    box = box_of(page.locator("#stage"))
    for one in out.locator(".cl-runner-arrow").all():
        place = box_of(one)
        assert box["x"] <= place["x"] <= box["x"] + box["width"]
        assert box["y"] <= place["y"] <= box["y"] + box["height"]


@pytest.mark.parametrize("pacing", ["story", "truth"])
def test_the_clock_alone_tells_how_far_one_has_come(race: Watched, pacing: str) -> None:
    do(race.page, "pace", pacing)
    do(race.page, "seek", {"leg": 1, "part": 1})

    assert come(race.page)[1:] == [170, 510]


def test_what_can_not_run_stands_as_a_fact_with_its_basis(race: Watched) -> None:
    facts = race.page.locator(f"{PANEL} li")

    expect(facts).to_have_count(4)
    expect(race.page.locator(".cl-lane")).to_have_count(3)
    for fact in facts.all():
        expect(fact.locator("[data-basis]")).not_to_have_count(0)


def test_the_stage_is_as_it_was_once_it_is_shut(viewer: Viewer, file: Path) -> None:
    found = Watched(in_room(viewer), f"{file.as_uri()}#leg=bus-to-border&at=0.5")
    kept = "(({at, leg, over, pacing, full}) => ({at, leg, over, pacing, full}))"
    stage = f"{kept}(L.journey.map.journey.stage.now())"
    before = found.page.evaluate(stage)

    found.page.keyboard.press("c")
    expect(found.page.locator(PANEL)).to_be_visible()
    found.page.keyboard.press("c")

    expect(found.page.locator(f"{PANEL}, .cl-lane, {RUNNERS}")).to_have_count(0)
    assert found.page.evaluate(stage) == before
    assert found.quiet(file.as_uri())


def test_a_time_that_is_still_asked_is_not_told_by_a_race(lesson: Watched) -> None:
    go(lesson.page, 3)
    lesson.page.keyboard.press("c")
    expect(lesson.page.locator(".cl-lane")).to_have_count(3)
    assert come(lesson.page) == []
    lesson.page.keyboard.press("c")

    go(lesson.page, 18)
    lesson.page.keyboard.press("c")

    expect(lesson.page.locator("[data-km]")).to_have_count(3)


def test_an_answer_is_not_pinned_to_the_map_of_a_race(lesson: Watched) -> None:
    go(lesson.page, 17)
    lesson.page.keyboard.press("r")
    expect(lesson.page.locator(".cl-worded")).to_have_count(1)

    lesson.page.keyboard.press("c")
    expect(lesson.page.locator(".cl-worded")).to_have_count(0)
    lesson.page.keyboard.press("c")

    expect(lesson.page.locator(".cl-worded")).to_have_count(1)


def test_a_lesson_races_with_the_stage_s_own_play(lesson: Watched) -> None:
    go(lesson.page, 18)
    lesson.page.keyboard.press("c")
    expect(lesson.page.locator(".jm-play")).to_be_focused()

    lesson.page.keyboard.press("Enter")

    until(lesson.page, "L.journey.map.journey.stage.now().playing")
    assert lesson.errors == []


@pytest.mark.parametrize("size", [PHONE, (320, 640), (844, 390)])
@pytest.mark.parametrize("presents", [False, True])
def test_on_a_phone_map_and_lanes_are_seen_and_the_facts_are_folded(
    viewer: Viewer, file: Path, size: tuple[int, int], presents: bool
) -> None:
    context = watching(viewer(viewport={"width": size[0], "height": size[1]}))
    page = Watched(context, file.as_uri()).page
    if presents:
        page.keyboard.press("p")
    page.keyboard.press("c")
    expect(page.locator(".cl-lane")).to_have_count(3)

    boxes = {
        name: box_of(page.locator(css))
        for name, css in (("panel", PANEL), ("lanes", "ol:has(> .cl-lane)"), ("play", ".jm-play"))
    }
    strip = box_of(page.locator(".jm-strip"))
    for name, box in boxes.items():
        assert box["y"] >= (0 if name == "panel" else strip["y"])
        assert box["y"] + box["height"] <= size[1] + 1
    assert page.locator(f"{PANEL} details").evaluate("(box) => box.open") is False
    cut = "all => all.filter(one => one.scrollWidth > one.clientWidth).length"
    assert page.locator(".cl-lane-name").evaluate_all(cut) == 0
    # A name of more than two lines ends in dots, and not in half a line.
    high = "(e) => { e.textContent = 'a runner of the race '.repeat(4); return e.offsetHeight; }"
    assert page.locator(".cl-lane-name").last.evaluate(high) <= 26
    # What of the map is seen above the lanes, beside or below the panel.
    across = boxes["panel"]["width"] > size[0] / 2
    top = boxes["panel"]["y"] + boxes["panel"]["height"] if across else 0
    free = boxes["lanes"]["y"] - (top if top < boxes["lanes"]["y"] else 0)
    assert free > size[1] / 4


def test_on_a_phone_no_name_of_the_race_lies_under_another_or_under_the_legend(
    viewer: Viewer, file: Path
) -> None:
    sized = {"width": PHONE[0], "height": PHONE[1]}
    page = compared(watching(viewer(viewport=sized, reduced_motion="reduce")), file.as_uri()).page
    names = page.locator(f"{RUNNERS} .cl-flag-text").all()
    legend = box_of(page.locator(".jm-legend > summary"))

    for far in (0, 0.05, 0.1, 0.3, 0.9):
        do(page, "seek", {"leg": 0, "part": far})
        rested(page)
        boxes = sorted((box["y"], box["y"] + box["height"]) for box in map(box_of, names))
        (_, higher), (top, low) = boxes
        assert higher <= top + 1
        assert low <= legend["y"] + 1 or far > 0.1


def test_on_a_phone_speed_and_pacing_stand_above_the_lanes(viewer: Viewer, file: Path) -> None:
    sized = {"width": PHONE[0], "height": PHONE[1]}
    page = compared(watching(viewer(viewport=sized, reduced_motion="reduce")), file.as_uri()).page

    page.locator(".jm-controls").click()

    quiet, lanes, play = (
        box_of(page.locator(css)) for css in (".jm-quiet", "ol:has(> .cl-lane)", ".jm-play")
    )
    assert quiet["y"] + quiet["height"] <= lanes["y"] + 1
    assert lanes["y"] + lanes["height"] <= play["y"]


def test_beside_the_lanes_clocks_stand_whole_and_no_tool_looks_out_from_behind(
    viewer: Viewer, file: Path
) -> None:
    page = compared(in_room(viewer), file.as_uri()).page
    expect(page.locator(".cl-lane")).to_have_count(3)

    clock = box_of(page.locator(".jm-clock"))
    assert clock["y"] + clock["height"] <= 768
    expect(page.locator("#tools")).to_be_hidden()
    page.keyboard.press("c")
    expect(page.locator("#tools")).to_be_visible()


def test_where_nobody_knows_the_time_there_are_no_lanes(viewer: Viewer, tmp_path: Path) -> None:
    page = compared(in_room(viewer), small(tmp_path)).page

    expect(page.locator(f"{PANEL} li")).not_to_have_count(0)
    expect(page.locator(f".cl-lane, {RUNNERS}")).to_have_count(0)


# What of the map's words and of the vehicle the panel covers, once the camera rests.
COVERED = """(panel) => {
  const a = panel.getBoundingClientRect();
  return [...document.querySelectorAll('.jm-label, .jm-vehicle')].filter((part) => {
    const b = part.getBoundingClientRect();
    return part.checkVisibility({ visibilityProperty: true })
      && b.left < a.right && a.left < b.right && b.top < a.bottom && a.top < b.bottom;
  }).map((part) => part.textContent || part.className);
}"""


def test_the_map_leaves_its_room_to_what_is_compared(race: Watched) -> None:
    page = race.page
    until(page, "!document.querySelector('.jm-moving')")

    until(page, f"!({COVERED})(document.querySelector('{PANEL}')).length")
    assert page.evaluate("document.querySelectorAll('.jm-vehicle').length") == 1


def home_of(page: Page) -> list[float]:
    """Where the way is laid, as it is drawn on the map: the place of its first name."""
    found: list[float] = page.evaluate(
        """() => {
          const map = L.journey.map, {left, top} = map.getContainer().getBoundingClientRect();
          const dot = document.querySelector('.cl-laid').firstChild.getBoundingClientRect();
          const {lat, lng} = map.containerPointToLatLng(
            [dot.x + dot.width / 2 - left, dot.y + dot.height / 2 - top]);
          return [lat, lng];
        }"""
    )
    return found


def laid(page: Page, text: str) -> None:
    """Lay the way over the place that is written so."""
    act(page, "home").click()
    page.locator(f"{PANEL} input").fill(text)
    act(page, "lay").click()
    expect(page.locator(".cl-laid")).not_to_have_count(0)


def at_the_handcar(page: Page, step: int) -> None:
    """Compare at that step of the lesson, over the leg that is seen from near."""
    go(page, step)
    page.keyboard.press("c")
    act(page, "near").click()


def test_the_way_is_laid_over_a_place_that_is_written_by_keyboard_alone(race: Watched) -> None:
    page = race.page
    act(page, "home").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    page.keyboard.type("51.5 N, 0.12 W")
    page.keyboard.press("Enter")

    expect(page.locator(".cl-laid")).to_have_count(3)
    until(page, lambda at: home_of(page) == pytest.approx(at, abs=0.01), [51.5, -0.12])
    expect(page.locator(f"{PANEL} [role=status]")).to_contain_text("690")
    act(page, "near").press("Enter")
    expect(page.locator(".cl-laid .cl-flag-text", has_text="1.2")).to_be_visible()
    assert race.quiet(page.url.partition("#")[0])


def test_what_is_no_place_on_the_map_is_said_and_lays_nothing(race: Watched) -> None:
    page = race.page
    act(page, "home").click()
    field = page.locator(f"{PANEL} input")

    for text in ("nowhere", "139.7, 35.7", "<b>1</b>"):
        field.fill(text)
        field.press("Enter")

        expect(page.locator(f"{PANEL} [role=alert]")).to_contain_text(text)
        expect(field).to_have_attribute("aria-invalid", "true")
    # So near a pole the way would end beyond the map.
    field.fill("84, 10")
    field.press("Enter")
    expect(page.locator(f"{PANEL} [role=status]")).to_contain_text("85")
    expect(field).to_have_attribute("aria-invalid", "false")
    expect(page.locator(".cl-laid")).to_have_count(0)


def picking(page: Page) -> Locator:
    """The cross that picks a place on the map, once it has the focus."""
    act(page, "home").click()
    act(page, "pick").click()
    expect(act(page, "here")).to_be_focused()
    return act(page, "here")


def test_a_place_is_picked_in_the_middle_of_the_map_or_by_a_click(race: Watched) -> None:
    page = race.page
    cross = picking(page)
    # As much of the world is in view as ever is, to come nearer from there.
    until(page, "(({ map }) => map.getZoom() === map.getMinZoom())(L.journey)")
    before = page.evaluate("L.journey.map.getCenter().lng")
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("L.journey.map.getCenter().lng") < before
    page.keyboard.press("Enter")
    expect(page.locator(".cl-laid")).not_to_have_count(0)
    first = home_of(page)

    act(page, "pick").click()
    page.mouse.click(120, 160)

    expect(cross).to_have_count(0)
    expect(act(page, "pick")).to_have_attribute("aria-pressed", "false")
    assert home_of(page) != pytest.approx(first, abs=0.01)


# What of the map is seen: its zoom, and the longitude of its middle in degrees.
SEEN = "[L.journey.map.getZoom(), L.journey.map.getCenter().lng]"


def test_in_a_lesson_arrows_move_the_map_under_the_cross_and_not_the_step(lesson: Watched) -> None:
    page = lesson.page
    go(page, 18)
    page.keyboard.press("c")
    picking(page)
    before = page.evaluate(SEEN)

    page.keyboard.press("ArrowLeft")

    assert page.evaluate(SEEN)[1] < before[1]
    at(page, 18)


def test_in_a_lesson_escape_takes_the_cross_away_and_leaves_nothing_else(lesson: Watched) -> None:
    page = lesson.page
    go(page, 18)
    page.keyboard.press("c")
    cross = picking(page)

    page.keyboard.press("Escape")

    expect(cross).to_have_count(0)
    expect(act(page, "pick")).to_be_focused()
    at(page, 18)
    page.keyboard.press("Escape")
    expect(act(page, "home")).to_have_count(0)


def test_the_map_that_takes_the_focus_of_the_cross_first_gives_it_back(race: Watched) -> None:
    page = race.page
    picking(page)
    page.evaluate("""() => {
        [window.later, window.setTimeout] = [[], (act) => window.later.push(act)];
    }""")

    page.keyboard.press("Escape")
    do(page, "seek", {"leg": 1, "part": 0.5})
    until(page, "document.activeElement === L.journey.map.getContainer()")
    page.evaluate("() => window.later.forEach((act) => act())")

    expect(act(page, "pick")).to_be_focused()


def test_a_key_with_a_modifier_is_not_for_the_cross(race: Watched) -> None:
    page = race.page
    picking(page)
    before = page.evaluate(SEEN)

    for keys in ("Control+=", "Alt+ArrowRight", "Meta+ArrowRight"):
        page.keyboard.press(keys)

    assert page.evaluate(SEEN) == before


# Puts the middle of the first leg where that point of the window is.
UNDER = """([x, y]) => {
  const { map } = L.journey, { left, top } = map.getContainer().getBoundingClientRect();
  const { points } = map.journey.stage.tale.legs[0];
  map.setView(points[Math.floor(points.length / 2)], 6, { animate: false });
  const { x: w, y: h } = map.getSize();
  map.panBy([w / 2 - (x - left), h / 2 - (y - top)], { animate: false });
}"""


@pytest.mark.parametrize("off", [0, 60])
def test_a_home_that_is_picked_on_the_route_picks_no_leg(race: Watched, off: int) -> None:
    page = race.page
    cross = box_of(picking(page))
    point = (cross["x"] + cross["width"] / 2 - off, cross["y"] + cross["height"] / 2)
    page.evaluate(UNDER, list(point))
    chosen = "(({ leg, visits }) => [leg, visits])(L.journey.map.journey.stage.now())"
    before = page.evaluate(chosen)

    page.mouse.click(*point)

    expect(page.locator(".cl-laid")).not_to_have_count(0)
    assert page.evaluate(chosen) == before


def test_to_pick_or_not_leaves_the_map_where_it_is(race: Watched) -> None:
    page = race.page
    laid(page, "51.5, -0.12")
    act(page, "pick").click()
    page.keyboard.press("ArrowLeft")

    act(page, "pick").click()

    expect(act(page, "here")).to_have_count(0)
    assert page.evaluate("L.journey.map.journey.stage.now().aim.to") is None


def test_home_is_gone_with_what_folds_it_and_else_there_the_next_time(race: Watched) -> None:
    page = race.page
    laid(page, "0, 0")

    page.locator("#stage").focus()
    page.keyboard.press("c")
    expect(page.locator(".cl-laid")).to_have_count(0)
    page.keyboard.press("c")
    expect(page.locator(".cl-laid")).not_to_have_count(0)
    expect(page.locator(f"{PANEL} input")).to_have_value("0, 0")

    act(page, "home").click()
    expect(page.locator(".cl-laid")).to_have_count(0)
    expect(page.locator(f"{RUNNERS} .cl-flag-text:visible")).to_have_count(2)


def test_home_is_where_it_was_on_a_page_that_is_loaded_anew_until_the_lesson_is_left(
    lesson: Watched,
) -> None:
    page = lesson.page
    at_the_handcar(page, 18)
    laid(page, "59°56′N 30°19′E")

    page.reload()

    expect(page.locator(".cl-laid")).to_have_count(3)
    expect(act(page, "near")).to_have_attribute("aria-pressed", "true")
    # The camera may still be on its way, and what it shows with it.
    there = [59 + 56 / 60, 30 + 19 / 60]
    until(page, lambda at: home_of(page) == pytest.approx(at, abs=0.001), there)
    page.locator("section[data-step]").evaluate("(slide) => slide.focus()")
    act(page, "leave").click()
    expect(page.locator("section[data-step], .cl-laid")).to_have_count(0)
    page.keyboard.press("c")
    expect(act(page, "home")).to_have_attribute("aria-expanded", "false")


def test_a_distance_that_is_still_asked_is_not_told_at_home(lesson: Watched) -> None:
    page = lesson.page
    at_the_handcar(page, 10)
    laid(page, "51.5, -0.12")
    expect(page.locator(".cl-laid")).to_have_count(3)
    assert come(page) == []
    # 2.2 km of line, and 1.2 km to where others end it.
    told = "([...all]) => all.map((one) => one.textContent).join().match(/[12][.]2 km/g)"
    assert page.evaluate(f"({told})(document.querySelectorAll('.cl-laid, [role=status]'))") is None

    act(page, "pick").focus()
    page.keyboard.press("r")

    until(page, f"({told})(document.querySelectorAll('.cl-laid, [role=status]'))?.length > 1")
