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
  steps: [[0, 0, "Off."], [1, 0, "On."], [1, 0.5, "Past the cape and the light, home."]]
    .map(([leg, part, text]) => ({leg, part, text, basis: "", note: ""})),
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


def tale_of(page: Page, changes: str, *asked: str) -> Any:
    """What is asked of the tale whose legs have those changes."""
    return page.evaluate(
        f"""() => {{
            {TALE}
            const words = {{"card.stops": "On the way"}};
            const legs = tale.legs.map((leg, i) => ({{...leg, ...{changes}}}));
            const made = L.journey.tale({{...tale.data, legs, words}});
            return [{", ".join(asked)}];
        }}"""
    )


def test_a_leg_is_read_as_long_as_its_steps_take(page: Page) -> None:
    rested = [
        page.evaluate(
            f"""() => {{
                {TALE}
                const text = "so ".repeat({words}).trim();
                const steps = [{{leg: 0, part: 0, text, basis: "", note: "One hour"}}];
                return L.journey.tale({{...tale.data, steps}}).rests[0];
            }}"""
        )
        for words in (60, 70)
    ]

    # Ten words at 240 a minute.
    assert rested[1] - rested[0] == pytest.approx(10 * 250)


@pytest.mark.parametrize(
    ("changes", "step"),
    [
        ("{}", None),
        ("{leg: 1}", 1),
        ("{leg: 0, at: {leg: 0, part: 1}}", 0),
        ("{leg: 1, at: {leg: 1, part: 0.499}}", 1),
        ("{leg: 1, at: {leg: 1, part: 0.5}}", 2),
    ],
)
def test_a_step_is_told_from_its_moment_to_the_next(
    page: Page, changes: str, step: int | None
) -> None:
    assert seen(page, changes, "view.step") == [step]


def test_after_the_last_leg_nothing_rests(page: Page) -> None:
    rests, plays = tale_of(page, "{}", "made.rests", "made.plays.story")

    # Two legs of nine seconds, and the least rest that a leg has.
    assert rests == [1_800, 0]
    assert plays >= 18_000 + 1_800


@pytest.mark.parametrize(("hours", "seconds"), [(0, 20), (10, 20), (39, 39), (500, 90)])
def test_true_time_plays_a_second_for_each_hour_within_bounds(
    page: Page, hours: float, seconds: float
) -> None:
    (plays,) = tale_of(page, f"{{span: {hours * 1_800}}}", "made.plays.truth")

    assert plays == pytest.approx(seconds * 1_000)


@pytest.mark.parametrize(
    ("changes", "halt"),
    [
        ("{playing: true, rest: 600}", [600, 1_800]),
        ("{playing: true, flight: {lasts: 900, left: 300}}", [300, 900]),
        ("{playing: false, rest: 600}", None),
        ("{playing: true, pacing: 'truth', flight: {lasts: 900, left: 300}}", None),
        ("{playing: true}", None),
    ],
)
def test_what_rests_while_it_plays_is_a_halt(page: Page, changes: str, halt: Any) -> None:
    told = f"{{at: {{leg: 0, part: 1}}, ...{changes}}}"

    assert seen(page, told, "view.halt && [view.halt.left, view.halt.lasts]") == [halt]


def test_what_never_changes_is_frozen(page: Page) -> None:
    assert seen(page, "{}", "Object.isFrozen(view)", "Object.isFrozen(tale)") == [True, True]
