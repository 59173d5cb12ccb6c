"""What a lesson does, run in a browser without a page to show it on."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import scripted
from tests.pages.test_lesson_js import of_lesson

pytestmark = pytest.mark.browser

# Two legs; a title, a guess of the first leg's time, a moment, and a question to discuss.
LESSON = """
const S = L.journey.steps;
const asked = [
  {id: "far", leg: "a", guess: {of: "duration"}}, {id: "why", leg: null, guess: null},
];
const plan = {
  legs: [{id: "a"}, {id: "b"}], compare: [{name: "x"}, {name: "y"}],
  steps: [
    {kind: "title", leg: null, question: null}, {kind: "question", leg: "a", question: "far"},
    {kind: "moment", leg: "b", question: null}, {kind: "question", leg: null, question: "why"},
  ],
  find: (id) => asked.find((one) => one.id === id) || null,
};
const seen = (state) => S.view(plan, state);
const does = (state, name, ...more) => ({...state, ...S[name](state, seen(state), ...more)});
"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return scripted(browser, *of_lesson("steps"))


def state(page: Page, *acts: tuple[Any, ...]) -> dict[str, Any]:
    """What a lesson is at after those acts, and what follows from that."""
    found: dict[str, Any] = page.evaluate(
        f"""(acts) => {{ {LESSON}
          const state = acts.reduce((now, [name, ...more]) => does(now, name, ...more), S.first);
          const {{plan: _, ...view}} = seen(state);
          return {{...state, guesses: [...state.guesses], view}}; }}""",
        [list(act) for act in acts],
    )
    return found


PRESENT = ("present",)


def test_a_lesson_begins_at_its_first_step_with_nothing_told(page: Page) -> None:
    show = state(page, PRESENT)["show"]

    assert (show["step"], show["told"], show["black"], show["large"]) == (0, [], False, False)


@pytest.mark.parametrize(
    ("acts", "step"),
    [
        ([("on",)], 1),
        ([("back",)], 0),
        ([("last",)], 3),
        ([("last",), ("call", 1)], 0),
        ([("call", 3)], 2),
        ([("call", 3), ("call", 99)], 2),
        ([("call", 3), ("call", 0)], 2),
        ([("call", 3), ("back",)], 1),
    ],
)
def test_each_act_leads_to_its_step_or_nowhere(page: Page, acts: list[Any], step: int) -> None:
    assert state(page, PRESENT, *acts)["show"]["step"] == step


def test_an_open_question_is_answered_before_it_goes_on(page: Page) -> None:
    asked = state(page, PRESENT, ("call", 2), ("on",))
    on = state(page, PRESENT, ("call", 2), ("on",), ("on",))

    assert (asked["show"]["step"], asked["view"]["told"]) == (1, True)
    assert (on["show"]["step"], on["view"]["told"]) == (2, False)


def test_what_was_told_stays_told_until_the_lesson_is_left(page: Page) -> None:
    acts = [("call", 2), ("reveal",), ("call", 1), ("call", 2)]

    assert state(page, PRESENT, *acts)["view"]["told"]
    assert not state(page, PRESENT, *acts, ("leave",), PRESENT, ("call", 2))["view"]["told"]


def test_only_a_step_on_from_the_one_before_may_be_played(page: Page) -> None:
    on = state(page, PRESENT, ("call", 2), ("reveal",), ("on",))
    called = state(page, PRESENT, ("call", 3))

    assert (on["show"]["onward"], called["show"]["onward"]) == (True, False)


def test_a_step_that_is_called_again_is_arrived_at_again(page: Page) -> None:
    once, twice = (state(page, PRESENT, *[("call", 1)] * count)["show"] for count in (1, 2))

    assert twice["step"] == once["step"]
    assert twice["arrivals"] > once["arrivals"]


@pytest.mark.parametrize("act", ["on", "back"])
def test_a_black_screen_is_lit_before_anything_else_is_done(page: Page, act: str) -> None:
    show = state(page, PRESENT, ("call", 3), ("black",), (act,))["show"]

    assert (show["black"], show["step"]) == (False, 2)


@pytest.mark.parametrize(
    ("acts", "secret"),
    [([], [0]), ([("call", 2)], [0]), ([("call", 2), ("reveal",)], []), ([("call", 3)], [])],
)
def test_a_time_is_secret_until_it_was_asked(
    page: Page, acts: list[Any], secret: list[int]
) -> None:
    assert state(page, PRESENT, *acts)["view"]["secret"] == secret


def test_undo_takes_back_the_last_guess_of_either_kind_and_no_more(page: Page) -> None:
    guesses = [("guess", "far", {"number": 4}), ("guess", "far", {"hand": 0})]

    assert state(page, *guesses, ("undo", "far"))["guesses"] == [["far", [{"number": 4}]]]
    assert state(page, *guesses, *[("undo", "far")] * 3)["guesses"] == [["far", []]]


def test_a_question_may_have_an_id_that_every_object_knows(page: Page) -> None:
    guesses = [("guess", "constructor", {"number": number}) for number in (4, 5)]

    told = state(page, *guesses, ("undo", "constructor"))["guesses"]

    assert told == [["constructor", [{"number": 4}]]]


def test_guesses_stay_when_the_lesson_is_left(page: Page) -> None:
    acts = [PRESENT, ("guess", "far", {"hand": 1}), ("leave",), PRESENT, ("call", 2)]

    assert state(page, *acts)["view"]["guesses"] == [{"hand": 1}]


def test_a_comparison_starts_with_the_leg_that_is_shown_or_with_the_journey(page: Page) -> None:
    assert state(page, ("compare",))["comparing"] == {"leg": -1, "pick": None}
    assert state(page, PRESENT, ("call", 3), ("compare",))["comparing"]["leg"] == 1


@pytest.mark.parametrize("act", [("on",), ("back",), ("call", 1), ("leave",), ("compare",)])
def test_a_comparison_ends_when_the_lesson_goes_elsewhere(page: Page, act: Any) -> None:
    acts = [PRESENT, ("call", 3), ("compare",), ("pick", 1), act]

    assert state(page, *acts)["comparing"] is None


def test_a_yardstick_is_picked_by_itself_and_let_go_again(page: Page) -> None:
    picks = [("compare",), ("pick", 0), ("pick", 1)]

    assert state(page, *picks)["comparing"]["pick"] == 1
    assert state(page, *picks, ("pick", 1))["comparing"]["pick"] is None


@pytest.mark.parametrize(
    "act", [("on",), ("back",), ("last",), ("call", 2), ("reveal",), ("black",), ("large",)]
)
def test_while_nothing_is_presented_nothing_is_shown(page: Page, act: Any) -> None:
    assert state(page, act)["show"] is None
