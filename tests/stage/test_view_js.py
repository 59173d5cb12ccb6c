"""What follows from a state of the stage, run in a browser without a map."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import of_stage, scripted

pytestmark = pytest.mark.browser

# Two legs of 10 and 30 seconds, 1 and 2 km; the second has a point half-way and a view from near.
TALE = """
const leg = (id, mode, span, points, km) => ({id, mode, span, points, km,
  at: points.map((_, i) => i / (points.length - 1)), text: "", jump: "", unknown: [],
  ride: [0, 1], waits: [], stops: []});
const tale = L.journey.tale({
  legs: [leg("a", "bus", 10, [[0, 0], [0, 1]], [0, 1]),
    leg("b", "ship", 30, [[0, 1], [1, 1], [1, 2]], [1, 2, 3])],
  closeUp: {leg: "b"}, diagram: {shares: [.5, .5]},
  themes: {light: {sea: "blue"}, dark: {sea: "black"}},
  modes: {bus: {light: "red", dark: "pink"}, ship: {light: "navy", dark: "cyan"}},
});
const of = (changes) => L.journey.view(tale, {...L.journey.first, ...changes});
"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return scripted(browser, *of_stage("first", "tale", "view"))


def seen(page: Page, changes: str, *asked: str) -> Any:
    """What is asked of the view of a state with those changes."""
    return page.evaluate(
        f"() => {{ {TALE} const view = of({changes}); return [{', '.join(asked)}]; }}"
    )


def test_before_the_story_begins_the_traveller_is_at_the_start(page: Page) -> None:
    found = seen(page, "{}", "view.begun", "view.seconds", "view.place.at", "view.place.km")

    assert found == [False, 0, [0, 0], 0]


def test_a_moment_has_its_place_its_seconds_and_its_part_of_the_whole(page: Page) -> None:
    found = seen(
        page,
        "{at: {leg: 1, part: .25}}",
        "view.seconds",
        "view.place.at",
        "view.place.km",
        "view.wholes.truth",
        "view.wholes.story",
        "view.wholes.bar",
    )

    assert found == [17.5, [0.5, 1], 1.5, 17.5 / 40, 0.625, 0.625]


@pytest.mark.parametrize(("leg", "rung"), [("null", "whole"), (0, "leg"), (1, "close")])
def test_each_leg_has_its_own_view(page: Page, leg: Any, rung: str) -> None:
    assert seen(page, f"{{leg: {leg}}}", "view.rung") == [rung]


@pytest.mark.parametrize(("to", "held"), [("'leg'", True), ("[1, 2, 3]", False), ("null", False)])
def test_the_camera_holds_the_map_until_a_viewer_does(page: Page, to: str, held: bool) -> None:
    assert seen(page, f"{{aim: {{to: {to}}}}}", "view.held") == [held]


@pytest.mark.parametrize(
    ("theme", "sea", "ship"), [("light", "blue", "navy"), ("dark", "black", "cyan")]
)
def test_colours_are_those_of_the_theme(page: Page, theme: str, sea: str, ship: str) -> None:
    found = seen(page, f"{{theme: '{theme}'}}", "view.colours.sea", "view.colour('ship')")

    assert found == [sea, ship]


def test_what_the_card_tells_of_stops_takes_its_time_to_be_read(page: Page) -> None:
    stop = "{name: 'Inn', facts: [{label: 'Wait', said: 'one hour'}], note: 'Two beds.'}"

    bare, noted = page.evaluate(
        f"""() => {{
            {TALE}
            const words = {{"card.stops": "On the way"}};
            const legs = tale.legs.map((leg, i) => ({{...leg, stops: i ? [{stop}] : []}}));
            return L.journey.tale({{...tale.data, legs, words}}).reads;
        }}"""
    )

    # Nine words at 240 a minute, three of the head and six of the stop; no text may count as one.
    assert noted - bare == pytest.approx(9 * 250, abs=250)


def test_what_never_changes_is_frozen(page: Page) -> None:
    assert seen(page, "{}", "Object.isFrozen(view)", "Object.isFrozen(tale)") == [True, True]
