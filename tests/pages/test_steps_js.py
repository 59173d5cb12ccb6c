"""What a lesson does, run in a browser without a page to show it on."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import scripted
from tests.pages.test_lesson_js import of_lesson

pytestmark = pytest.mark.browser

# Two legs; a title, a guess of the first leg's time, a moment, a question to discuss, and a moment
# of a leg that is not there.
LESSON = """
const S = L.journey.steps;
const asked = [
  {id: "far", leg: "a", guess: {of: "duration"}}, {id: "why", leg: null, guess: null},
];
const plan = {
  legs: [{id: "a"}, {id: "b"}], compare: [{name: "x"}, {name: "y"}], outline: {near: null},
  steps: [
    {kind: "title", leg: null, question: null}, {kind: "question", leg: "a", question: "far"},
    {kind: "moment", leg: "b", question: null}, {kind: "question", leg: null, question: "why"},
    {kind: "moment", leg: "gone", question: null},
  ],
  find: (id) => asked.find((one) => one.id === id) || null,
};
const seen = (state) => S.view(plan, state);
const does = (state, name, ...more) => ({...state, ...S[name](state, seen(state), ...more)});
"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return scripted(browser, *of_lesson("steps", "bookmark", "memory"))


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
        ([("last",)], 4),
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


def test_leaving_a_lesson_leaves_its_notes_behind_too(page: Page) -> None:
    acts = [PRESENT, ("emptied", True)]

    assert state(page, *acts)["emptied"] is True
    assert state(page, *acts, ("leave",))["emptied"] is False


def test_leaving_a_lesson_leaves_no_guess_no_time_and_no_home(page: Page) -> None:
    home = {"at": [51.5, -0.12], "near": False}
    acts = [PRESENT, ("clock", 99), ("guess", "far", {"hand": 1}), ("lay", home)]
    before, after = state(page, *acts), state(page, *acts, ("leave",))

    assert (before["guesses"], before["began"]) == ([["far", [{"hand": 1}]]], 99)
    assert before["home"] == home
    assert [after[key] for key in ("guesses", "began", "show", "home")] == [[], None, None, None]


@pytest.mark.parametrize(
    ("said", "step", "told", "strayed"),
    [
        ((3, False), 2, [], False),
        ((2, True), 1, [1], False),
        ((0, True), 0, [], True),
        ((99, False), 0, [], True),
    ],
)
def test_an_address_leads_to_a_step_or_to_the_first_and_says_so(
    page: Page, said: tuple[int, bool], step: int, told: list[int], strayed: bool
) -> None:
    show = state(page, ("arrive", {"step": said[0], "told": said[1]}))["show"]

    assert (show["step"], show["told"], show["strayed"]) == (step, told, strayed)


def test_what_strayed_is_forgotten_at_the_next_step(page: Page) -> None:
    assert not state(page, ("arrive", {"step": 99, "told": False}), ("on",))["show"]["strayed"]


def test_an_address_hides_no_answer_that_was_shown(page: Page) -> None:
    acts = [PRESENT, ("call", 2), ("reveal",), ("arrive", {"step": 2, "told": False})]

    assert state(page, *acts)["show"]["told"] == [1]


def test_a_step_whose_leg_is_not_in_the_journey_is_gone_and_shows_the_whole(page: Page) -> None:
    known, gone = (state(page, PRESENT, ("call", number))["view"] for number in (3, 5))

    assert (known["leg"], known["gone"]) == (1, False)
    assert (gone["leg"], gone["gone"]) == (-1, True)


MEMORY = """{guesses: [['far', [{number: 4}, {hand: 1}]]], told: [1], began: 60000, large: true,
  comparing: true, home: {at: [59.94, 30.31], near: false}}"""


def kept(page: Page, memory: str) -> dict[str, Any]:
    """A lesson at its second step after that was kept, at a minute after it began."""
    found: dict[str, Any] = page.evaluate(
        f"""() => {{ {LESSON}
          const memory = {memory};
          const found = L.journey.memory.unpack(plan, (name) => memory[name] ?? null, 120000);
          const told = does(does(S.first, "arrive", {{step: 2, told: false}}), "restore", found);
          return {{...told, guesses: [...told.guesses], compared: found.comparing}}; }}"""
    )
    return found


def test_what_was_kept_is_there_again(page: Page) -> None:
    found = kept(page, MEMORY)

    assert found["guesses"] == [["far", [{"number": 4}, {"hand": 1}]]]
    assert (found["show"]["told"], found["show"]["large"]) == ([1], True)
    assert (found["show"]["step"], found["began"]) == (1, 60_000)
    assert found["home"] == {"at": [59.94, 30.31], "near": False}


def test_a_comparison_that_was_open_is_known_and_opens_after_the_step(page: Page) -> None:
    found = kept(page, MEMORY)

    assert (found["compared"], found["comparing"]) == (True, False)


def test_what_is_packed_is_what_is_kept(page: Page) -> None:
    packed = page.evaluate(
        f"""() => {{ {LESSON}
          const acts = [["present"], ["call", 2], ["reveal"], ["guess", "far", {{number: 4}}],
            ["guess", "far", {{hand: 1}}], ["clock", 60000], ["large"], ["compare"],
            ["lay", {{at: [59.94, 30.31], near: false}}]];
          const state = acts.reduce((now, [name, ...more]) => does(now, name, ...more), S.first);
          return [L.journey.memory.pack(state), {MEMORY}]; }}"""
    )

    assert packed[0] == packed[1]


@pytest.mark.parametrize(
    "memory",
    [
        "{}",
        "{guesses: 7, told: 'x', began: 'x', large: 'yes'}",
        "{guesses: [[1], ['none', [{number: 1}]], null], told: [99, -1, null, {}], began: -1}",
        "{guesses: [], told: {}, began: 120001, large: 1, comparing: 1}",
        "{home: 'London'}",
        "{home: {at: [51.5], near: true}}",
        "{home: {at: ['51.5', null], near: true}}",
    ],
)
def test_what_cannot_have_been_kept_is_not_believed(page: Page, memory: str) -> None:
    found = kept(page, memory)

    assert (found["guesses"], found["began"], found["home"]) == ([], None, None)
    assert (found["show"]["told"], found["show"]["large"]) == ([], False)
    assert found["compared"] is False


def test_where_nothing_is_seen_from_near_the_whole_way_is_laid(page: Page) -> None:
    found = kept(page, "{home: {at: [51.5, -0.12], near: true}}")

    assert found["home"] == {"at": [51.5, -0.12], "near": False}


def test_a_guess_that_is_none_is_dropped_alone(page: Page) -> None:
    made = "[{number: 4}, {number: null}, {number: '5'}, {}, null, 6, {hand: 0}]"

    assert kept(page, f"{{guesses: [['far', {made}]]}}")["guesses"] == [
        ["far", [{"number": 4}, {"hand": 0}]]
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("#step=3&told=1&leg=a", {"step": 3, "told": True}),
        ("#leg=a&step=4", {"step": 4, "told": False}),
        ("#step=", {"step": 0, "told": False}),
        ("#step=-1&told=yes", {"step": 0, "told": False}),
        ("#step=1e9", {"step": 0, "told": False}),
        ("#leg=a", None),
        ("", None),
    ],
)
def test_an_address_says_a_step_or_none(page: Page, text: str, said: Any) -> None:
    assert page.evaluate("(text) => L.journey.bookmark.read(text)", text) == said


@pytest.mark.parametrize(
    ("text", "at", "said"),
    [
        ("#leg=a&at=5", {"step": 2, "told": False}, "leg=a&at=5&step=2"),
        ("#view=1,2,3&step=2&told=1", {"step": 3, "told": False}, "view=1,2,3&step=3"),
        ("#step=2", {"step": 2, "told": True}, "step=2&told=1"),
        ("#pupil=1&step=2&told=1", None, "pupil=1"),
    ],
)
def test_a_step_is_written_beside_what_an_address_says(
    page: Page, text: str, at: Any, said: str
) -> None:
    assert page.evaluate("([text, at]) => L.journey.bookmark.write(text, at)", [text, at]) == said


def test_a_comparison_opens_in_a_lesson_and_without_one(page: Page) -> None:
    assert state(page, ("compare",))["comparing"] is True
    assert state(page, PRESENT, ("call", 3), ("compare",))["comparing"] is True


@pytest.mark.parametrize("act", [("on",), ("back",), ("call", 1), ("leave",), ("compare",)])
def test_a_comparison_ends_when_the_lesson_goes_elsewhere(page: Page, act: Any) -> None:
    acts = [PRESENT, ("call", 3), ("compare",), act]

    assert state(page, *acts)["comparing"] is False


@pytest.mark.parametrize(
    "act", [("on",), ("back",), ("last",), ("call", 2), ("reveal",), ("black",), ("large",)]
)
def test_while_nothing_is_presented_nothing_is_shown(page: Page, act: Any) -> None:
    assert state(page, act)["show"] is None
