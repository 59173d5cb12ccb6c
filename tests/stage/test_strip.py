"""How the timeline looks, in a real Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from journey.model.palette import MAP
from journey.pages.story import page as page_of
from journey.words.wording import Wording
from tests.browsing import DESK, NAMED
from tests.conftest import Data, amount, leg, place, track

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Six hours that are reported, two that are assumed, and a leg of which no time is known."""
    reported: Data = {"basis": "reported", "source": "paper", "value": 6, "unit": "h"}
    legs = [
        leg("a", "b", mode="train", duration=[reported]),
        leg("b", "c", duration=amount(2, "h")),
        leg("c", "d", mode="walk"),
    ]
    places = [place(key, 0, lon) for lon, key in enumerate("abcd")]
    sources = [{"id": "paper", "title": "News", "publisher": "A paper"}]
    file = tmp_path_factory.mktemp("strip") / "story.html"
    file.write_bytes(page_of(track(places=places, sources=sources, legs=legs), Wording("en")))
    found = browser.new_page(viewport={"width": DESK[0], "height": DESK[1]})
    found.set_default_timeout(10_000)
    found.goto(file.as_uri())
    found.locator(NAMED).wait_for(state="attached")
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


def test_a_rung_that_is_pressed_is_bold_with_a_line_below(page: Page) -> None:
    act(page, "aim", "whole")

    whole, other = page.locator(".jm-ladder .jm-button").all()[:2]
    assert (style(whole, "fontWeight"), style(other, "fontWeight")) == ("600", "400")
    assert "0px -3px 0px 0px inset" in style(whole, "boxShadow")
    assert style(whole, "backgroundColor") == style(other, "backgroundColor")


def bar_of(browser: Browser, file: Path, **changes: object) -> list[int]:
    """The colours along the bar of a hundred legs, a pixel each, as single numbers."""
    places = [place(f"p{i}", 0, i * 0.5) for i in range(101)]
    legs = [leg(f"p{i}", f"p{i + 1}", **changes) for i in range(100)]
    sources = [{"id": "paper", "title": "News", "publisher": "A paper"}]
    file.write_bytes(page_of(track(places=places, sources=sources, legs=legs), Wording("en")))
    page = browser.new_page(viewport={"width": DESK[0], "height": DESK[1]})
    page.goto(file.as_uri())
    page.locator(NAMED).wait_for(state="attached")
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
