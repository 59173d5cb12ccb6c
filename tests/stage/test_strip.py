"""How the timeline looks, in a real Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from journey.model.palette import MAP
from journey.pages.story import page as page_of
from journey.words.wording import Wording
from tests.browsing import DESK, NAMED, PHONE, TABLET, across
from tests.conftest import Data, amount, known, leg, place, track

ENGLISH = Wording("en")

pytestmark = pytest.mark.browser


def opened(browser: Browser, file: Path) -> Page:
    """The story page in that file on a desk, once its words stand."""
    found = browser.new_page(viewport={"width": DESK[0], "height": DESK[1]})
    found.set_default_timeout(10_000)
    found.goto(file.as_uri())
    found.locator(NAMED).wait_for(state="attached")
    return found


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Six hours that are reported, two that are assumed, and a leg of which no time is known.

    The day is known.
    """
    reported: Data = {"basis": "reported", "source": "paper", "value": 6, "unit": "h"}
    legs = [
        leg("a", "b", mode="train", duration=[reported]),
        leg("b", "c", duration=amount(2, "h")),
        leg("c", "d", mode="walk"),
    ]
    places = [place(key, 0, lon) for lon, key in enumerate("abcd")]
    sources = [{"id": "paper", "title": "News", "publisher": "A paper"}]
    file = tmp_path_factory.mktemp("strip") / "story.html"
    told = track(places=places, sources=sources, legs=legs, day=[known(at="2021-02-25")])
    file.write_bytes(page_of(told, Wording("en")))
    found = opened(browser, file)
    yield found
    found.close()


def act(page: Page, name: str, *more: object) -> None:
    """Do that to the stage as it was at first."""
    page.evaluate(
        """([name, more]) => {
            const { stage } = L.journey.map.journey;
            stage.act(() => ({ at: null, leg: null }));
            stage.act(L.journey.actions[name], ...more);
            stage.paint();
        }""",
        [name, more],
    )


def shifted(page: Page) -> None:
    """Wait for longer than the upper row is on its way, by the time of the frames it goes by."""
    page.evaluate(
        """async () => {
            const frame = () => new Promise(requestAnimationFrame);
            const first = await frame();
            while (await frame() < first + 600);
        }"""
    )


def style(found: Locator, name: str) -> str:
    """A style of that element, as the browser has reckoned it."""
    return str(found.evaluate("(e, name) => getComputedStyle(e)[name]", name))


def test_a_time_that_is_assumed_is_hatched_and_one_that_nobody_knows_is_empty(page: Page) -> None:
    reported, assumed, unknown = page.locator(".jm-slice").all()

    assert "repeating-linear-gradient" in style(assumed, "backgroundImage")
    assert style(reported, "backgroundImage") == style(unknown, "backgroundImage") == "none"
    assert style(unknown, "backgroundColor") == "rgba(0, 0, 0, 0)"
    assert style(reported, "backgroundColor") != "rgba(0, 0, 0, 0)"


def test_the_chosen_leg_has_a_line_on_top_and_more_of_its_colour(page: Page) -> None:
    act(page, "choose", 1)

    first, chosen, _ = page.locator(".jm-segment").all()
    expect(chosen).to_have_attribute("aria-pressed", "true")
    assert "0px 3px 0px 0px inset" in style(chosen, "boxShadow")
    assert style(first, "boxShadow") == "none"
    assert style(chosen, "color") == style(first, "color")


def test_what_is_not_yet_travelled_is_veiled(page: Page) -> None:
    act(page, "seek", {"leg": 0, "part": 0.5})

    bar, veil = page.locator(".jm-true"), page.locator(".jm-ahead")
    whole, ahead = bar.bounding_box(), veil.bounding_box()

    # Of six and two hours, and a quarter of the usual four for the leg of unknown time, three
    # of nine have passed.
    assert whole is not None
    assert ahead is not None
    assert ahead["width"] / whole["width"] == pytest.approx(6 / 9, abs=0.005)
    assert ahead["x"] + ahead["width"] == pytest.approx(whole["x"] + whole["width"], abs=1)


def test_nothing_is_veiled_before_the_story_begins(page: Page) -> None:
    act(page, "choose", None)

    expect(page.locator(".jm-ahead")).to_be_hidden()


def test_the_cursor_is_a_line_in_a_casing(page: Page) -> None:
    widths = [style(path, "strokeWidth") for path in page.locator(".jm-cursor path").all()]

    assert widths == ["6px", "2.5px"]


def test_play_stands_at_the_left_of_the_rows_from_the_first_to_the_last_of_them(page: Page) -> None:
    act(page, "unfold", "controls", False)

    play, above, bar, strip = (
        page.locator(name).bounding_box()
        for name in (".jm-play", ".jm-equal", ".jm-true", ".jm-strip")
    )

    assert play
    assert above
    assert bar
    assert strip
    assert (play["width"], play["height"], strip["height"]) == (64, 72, 132)
    assert play["x"] + play["width"] < above["x"] == bar["x"]
    assert (play["y"], play["y"] + 72) == (above["y"], bar["y"] + bar["height"])


def test_pacing_speed_and_diagram_are_quiet_until_the_story_begins_or_they_are_wanted(
    page: Page,
) -> None:
    quiet = page.locator(".jm-quiet")

    act(page, "unfold", "controls", False)
    expect(quiet).to_be_hidden()
    page.get_by_role("button", name=ENGLISH.say("play.controls")).click()
    expect(quiet).to_be_visible()
    act(page, "unfold", "controls", False)
    expect(quiet).to_be_hidden()
    act(page, "seek", {"leg": 0, "part": 0})
    expect(quiet).to_be_visible()


@pytest.mark.parametrize("size", [DESK, TABLET, PHONE])
@pytest.mark.parametrize("wanted", ["controls", "diagram"])
def test_what_is_wanted_before_the_story_begins_is_wholly_in_the_timeline(
    page: Page, size: tuple[int, int], wanted: str
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    act(page, "unfold", wanted, True)

    shown = page.locator(".jm-quiet > :visible, .jm-diagram:visible").all()
    boxes = [one.bounding_box() for one in shown]
    whole = page.locator(".jm-strip").bounding_box()
    act(page, "unfold", wanted, False)
    page.set_viewport_size({"width": DESK[0], "height": DESK[1]})

    assert boxes
    assert whole
    for box in boxes:
        assert box
        assert whole["y"] <= box["y"]
        assert box["y"] + box["height"] <= whole["y"] + whole["height"]


def test_the_hours_stand_along_the_bar_with_the_sum_at_its_end(page: Page) -> None:
    marks = page.locator(".jm-axis > span").all_text_contents()
    lefts = [left for left, _ in across(page, ".jm-axis > span")]

    # Of nine hours on the bar six are the first leg's and two the second's.
    assert marks[0].startswith("0 ")
    hours = [0, *map(int, marks[1:])]
    assert hours == [*range(0, 9, 2)]
    middles = [sum(found) / 2 for found in across(page, ".jm-axis > span")[1:]]
    assert middles == pytest.approx([hour / 9 for hour in hours[1:]], abs=0.01)
    assert lefts[0] == pytest.approx(0, abs=1e-3)
    ((_, last),) = across(page, ".jm-axis > b")
    assert last == pytest.approx(1, abs=1e-3)


def test_times_of_legs_are_never_cut_also_once_wider_letters_have_arrived(page: Page) -> None:
    widen = """(space) => {
        const times = [...document.querySelectorAll(".jm-segment-time")];
        times.forEach(({ style }) => { style.letterSpacing = space; });
        L.journey.map.fire("journey:type");
        return times.map((one) => one.textContent && one.scrollWidth > one.clientWidth);
    }"""
    before = page.locator(".jm-segment-time").all_inner_texts()
    cut = page.evaluate(widen, "60px")
    page.evaluate(widen, "")

    assert any(before)
    assert not any(cut)
    assert page.locator(".jm-segment-time").all_inner_texts() == before


def test_no_hour_is_told_while_a_time_is_a_secret(page: Page) -> None:
    act(page, "hush", [1])
    told = page.locator(".jm-axis").evaluate("(one) => getComputedStyle(one).visibility")
    act(page, "hush", [])

    assert told == "hidden"


def test_in_true_time_the_upper_row_moves_into_real_proportions_and_back(page: Page) -> None:
    act(page, "pace", "truth")
    shifted(page)
    truth = across(page, ".jm-segment")
    act(page, "pace", "story")
    shifted(page)

    # Six, two and, for the leg of which nobody knows, a quarter of the usual four, of nine hours.
    assert [right for _, right in truth] == pytest.approx([6 / 9, 8 / 9, 1], abs=0.004)
    assert [right for _, right in across(page, ".jm-segment")] == pytest.approx(
        [1 / 3, 2 / 3, 1], abs=0.004
    )


def test_who_wants_no_motion_sees_no_row_on_its_way(page: Page) -> None:
    act(page, "still", True)
    act(page, "pace", "truth")
    found = across(page, ".jm-segment")
    act(page, "still", False)
    act(page, "pace", "story")

    assert [right for _, right in found] == pytest.approx([6 / 9, 8 / 9, 1], abs=0.004)


def test_a_halt_runs_out_round_play_and_true_time_has_none(page: Page) -> None:
    halt = page.locator(".jm-halt")
    rest = """([pacing, rest]) => {
        const { stage } = L.journey.map.journey;
        const at = { leg: 0, part: 1 };
        stage.act(() => ({ at, leg: 0, playing: true, flight: null, pacing, rest }));
        stage.paint();
        const ring = document.querySelector(".jm-halt");
        const left = ring.hidden ? 0 : Number(ring.style.getPropertyValue("--left"));
        stage.act(L.journey.actions.pause);
        return left / rest * stage.tale.rests[0];
    }"""

    # At once, for it goes on while it plays.
    assert page.evaluate(rest, ["story", 900]) == pytest.approx(1)
    assert page.evaluate(rest, ["truth", 900]) == 0
    act(page, "pace", "story")
    assert halt.get_attribute("aria-hidden") == "true"


def pointer(page: Page, kind: str, *events: tuple[str, float, float]) -> Any:
    """The moment that is told after those events of a pointer of that kind over the bar.

    Each has the share of the bar's width at which it is, and px below it.
    """
    act(page, "pause")
    return page.evaluate(
        """([kind, events]) => {
            const bar = document.querySelector(".jm-true");
            const { left, top, width } = bar.getBoundingClientRect();
            bar.setPointerCapture = () => {};
            events.forEach(([name, share, down]) => bar.dispatchEvent(new PointerEvent(name, {
                pointerType: kind, pointerId: 7, bubbles: true,
                clientX: left + share * width, clientY: top + down,
            })));
            return L.journey.map.journey.stage.now().at;
        }""",
        [kind, events],
    )


def test_a_swipe_over_the_bar_scrolls_and_a_tap_or_a_drag_along_it_leads_there(page: Page) -> None:
    down = ("pointerdown", 1 / 3, 2)

    assert style(page.locator(".jm-true"), "touchAction") == "pan-y"
    assert (
        pointer(page, "touch", down, ("pointermove", 1 / 3, 30), ("pointercancel", 1 / 3, 30))
        is None
    )
    for more in ([("pointerup", 1 / 3, 2)], [("pointermove", 0.2, 2), ("pointermove", 1 / 3, 2)]):
        at = pointer(page, "touch", down, *more, ("pointercancel", 1 / 3, 2))
        assert at == {"leg": 0, "part": pytest.approx(0.5)}


def test_a_mouse_on_the_bar_leads_there_at_once(page: Page) -> None:
    at = pointer(page, "mouse", ("pointerdown", 1 / 3, 2), ("pointerup", 1 / 3, 2))

    assert at == {"leg": 0, "part": pytest.approx(0.5)}


def test_a_rung_that_is_pressed_is_bold_with_a_line_below(page: Page) -> None:
    act(page, "aim", "whole")

    whole, other = page.locator(".jm-ladder .jm-button").all()[:2]
    assert (style(whole, "fontWeight"), style(other, "fontWeight")) == ("600", "400")
    assert "0px -3px 0px 0px inset" in style(whole, "boxShadow")
    assert style(whole, "backgroundColor") == style(other, "backgroundColor")


def crowd(file: Path, **changes: object) -> Path:
    """The page of a hundred legs, in that file."""
    places = [place(f"p{i}", 0, i * 0.5) for i in range(101)]
    legs = [leg(f"p{i}", f"p{i + 1}", **changes) for i in range(100)]
    sources = [{"id": "paper", "title": "News", "publisher": "A paper"}]
    told = track(places=places, sources=sources, legs=legs, day=[known(at="2021-02-25")])
    file.write_bytes(page_of(told, Wording("en")))
    return file


def bar_of(browser: Browser, file: Path, **changes: object) -> list[int]:
    """The colours along the bar of a hundred legs, a pixel each, as single numbers."""
    crowd(file, **changes)
    page = opened(browser, file)
    found: list[int] = page.evaluate(
        """() => {
            const { width, height } = document.querySelector(".jm-true canvas");
            const context = document.querySelector(".jm-true canvas").getContext("2d");
            const { data } = context.getImageData(0, height / 2, width, 1);
            return Array.from({length: width}, (_, i) => data[4 * i]);
        }"""
    )
    page.close()
    return found


def test_a_crowd_of_legs_tells_the_same_of_its_times(browser: Browser, tmp_path: Path) -> None:
    reported = {"basis": "reported", "source": "paper", "value": 1, "unit": "h"}
    file, paper = tmp_path / "story.html", int(MAP["light"]["paper"][1:3], 16)

    whole = bar_of(browser, file, duration=[reported])
    hatched = bar_of(browser, file, duration=amount(1, "h"))
    outlined = bar_of(browser, file)

    # The red of a bus, 0x2E; of a hatched bar two to four fifths, of an outlined one its edges.
    ink = [sum(red < 120 for red in bar) / len(bar) for bar in (whole, hatched, outlined)]
    assert (ink[0], 0.2 < ink[1] < 0.8, ink[2] < 0.3) == (1, True, True)
    assert outlined.count(paper) > len(outlined) / 2


def test_a_link_to_a_leg_of_a_crowd_leads_to_it_without_an_error(
    browser: Browser, tmp_path: Path
) -> None:
    page = browser.new_page(viewport={"width": DESK[0], "height": DESK[1]})
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))

    page.goto(f"{crowd(tmp_path / 'story.html').as_uri()}#leg=p50-p51")

    page.locator(NAMED).wait_for(state="attached")
    expect(page.locator(".jm-card h2")).to_have_text("p50 to p51")
    page.close()
    assert errors == []
