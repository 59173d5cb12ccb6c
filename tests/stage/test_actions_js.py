"""What can be done to the stage, run in a browser without a map."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import of_stage, scripted

pytestmark = pytest.mark.browser

# Four legs of 16, 2, 1 and 1 hours, the third with a view from near, and their state.
STAGE = """
const span = [16, 2, 1, 1].map((hours) => hours * 3600);
const legs = ["a", "b", "c", "d"].map((id, i) => ({id, span: span[i], text: "One two.", jump: "",
  ride: [0, 1], waits: [], stops: [],
  unknown: [], mode: "bus", points: [[0, i], [0, i + 1]], at: [0, 1], km: [i, i + 1]}));
const steps = legs.map((_, leg) => ({leg, part: 0, text: "One two.", basis: "", note: ""}));
const data = {legs, steps, closeUp: {leg: "c"}, diagram: {shares: [.7, .1, .1, .1]},
  themes: {light: {}, dark: {}}, modes: {bus: {}}};
const A = L.journey.actions;
const tale = L.journey.tale(data);
const store = L.journey.store(L.journey.first, (state) => L.journey.view(tale, state));
const stage = (changes) => store.act(() => changes);
const act = (name, ...more) => store.act(A[name], ...more);
const now = () => store.now();
const aim = () => store.now().aim.to;
"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return scripted(browser, *of_stage("actions", "first", "store", "tale", "view"))


def run(page: Page, script: str, *asked: str) -> Any:
    """What is asked for after the script."""
    return page.evaluate(f"() => {{ {STAGE} {script}; return [{', '.join(asked)}]; }}")


def test_nothing_is_told_or_chosen_at_first(page: Page) -> None:
    assert run(page, "", "now().at", "now().leg", "aim()", "store.view().begun") == [
        None, None, "whole", False,
    ]  # fmt: skip


def test_a_leg_that_is_picked_is_chosen_and_gone_to(page: Page) -> None:
    assert run(page, "act('pick', 1)", "now().leg", "aim()", "now().visits") == [1, "leg", 1]
    assert run(page, "act('pick', 2)", "now().leg", "aim()") == [2, "close"]


def test_a_leg_that_is_picked_twice_is_chosen_no_more(page: Page) -> None:
    assert run(page, "act('pick', 1); act('pick', 1)", "now().leg", "aim()", "now().visits") == [
        None, "whole", 2,
    ]  # fmt: skip


def test_before_the_story_begins_a_pick_tells_no_moment_and_then_it_does(page: Page) -> None:
    assert run(page, "act('pick', 1)", "now().at") == [None]
    assert run(page, "act('seek', {leg: 0, part: .5}); act('pick', 1)", "now().at") == [
        {"leg": 1, "part": 0}
    ]


def test_play_begins_at_the_leg_that_is_chosen_and_goes_there(page: Page) -> None:
    told = ("now().at", "now().leg", "now().playing", "aim()")

    assert run(page, "act('toggle')", *told) == [{"leg": 0, "part": 0}, 0, True, "leg"]
    assert run(page, "act('pick', 2); act('toggle')", *told) == [
        {"leg": 2, "part": 0}, 2, True, "close",
    ]  # fmt: skip


def test_play_at_the_end_begins_anew(page: Page) -> None:
    found = run(page, "act('seek', {leg: 3, part: 1}); act('play')", "now().at", "now().leg")

    assert found == [{"leg": 0, "part": 0}, 0]


def test_in_true_time_the_camera_shows_the_whole_route(page: Page) -> None:
    assert run(page, "act('pace', 'truth'); act('play')", "aim()") == ["whole"]


def test_a_leg_in_story_pacing_takes_nine_seconds_and_halts_to_be_read(page: Page) -> None:
    found = run(
        page, "act('play'); act('tick', 4500)", "now().at.part", "now().rest",
        "(act('tick', 4500), now().at)", "now().rest > 0",
    )  # fmt: skip

    assert found == [0.5, 0, {"leg": 0, "part": 1}, True]


def test_after_the_halt_comes_the_next_leg_and_the_camera_goes_along(page: Page) -> None:
    found = run(
        page, "act('play'); act('tick', 9000); act('tick', 1e6)", "now().at", "now().leg", "aim()"
    )

    assert found == [{"leg": 1, "part": 0}, 1, "leg"]


def test_a_camera_that_was_let_go_stays(page: Page) -> None:
    found = run(page, "act('play'); act('loosen'); act('tick', 9000); act('tick', 1e6)", "aim()")

    assert found == [None]
    assert run(page, "act('seek', {leg: 2, part: 0}); act('loosen'); act('back')", "aim()") == [
        "close"
    ]


WAITS = "Object.assign(legs[0], {ride: [0, .25], waits: [{from: .25, to: 1, said: 'waits'}]});"


def waited(page: Page, script: str, *asked: str) -> Any:
    """The same where the first leg waits for three quarters of its time."""
    return page.evaluate(
        f"() => {{ {STAGE.replace('const data =', WAITS + ' const data =')} {script};"
        f" return [{', '.join(asked)}]; }}"
    )


def test_a_wait_in_story_pacing_is_over_in_two_seconds_and_told_all_the_while(page: Page) -> None:
    told = "store.view().wait?.said ?? null"

    found = waited(
        page, "act('play'); act('tick', 8999)", told, f"(act('tick', 500), {told})",
        "now().at.part < 1", f"(act('tick', 1500), {told})", "now().at.part", "now().rest < 500",
    )  # fmt: skip

    assert found == [None, "waits", True, "waits", 1, True]


def test_a_wait_in_true_time_takes_its_share(page: Page) -> None:
    # Three quarters of 16 of 20 hours, a second each, of which the way took a quarter.
    (part,) = waited(page, "act('pace', 'truth'); act('play'); act('tick', 10000)", "now().at.part")

    assert part == pytest.approx(10 / 16)


def test_in_true_time_an_hour_is_a_second_and_nothing_rests(page: Page) -> None:
    # The legs end after 16, 18, 19 and 20 hours.
    found = run(
        page,
        """act('pace', 'truth'); act('play'); const seen = []; act('tick', 250);
        for (let i = 0; i < 40; i += 1, act('tick', 500)) seen.push([now().at.leg, now().rest]);""",
        "seen.map(([leg]) => leg)", "seen.every(([, rest]) => rest === 0)", "now().playing",
    )  # fmt: skip

    assert found == [[0] * 32 + [1] * 4 + [2] * 2 + [3] * 2, True, False]


def test_a_rest_ends_where_true_time_is_chosen(page: Page) -> None:
    found = run(page, "act('play'); act('tick', 9000); act('pace', 'truth')", "now().rest")

    assert found == [0]


def test_what_rests_goes_on_resting_after_a_pause(page: Page) -> None:
    halted = "act('play'); act('tick', 9000); const all = now().rest; act('tick', 300);"

    (left,) = run(page, f"{halted} act('toggle'); act('toggle')", "all - now().rest")

    assert left == 300


def test_it_stops_at_the_end(page: Page) -> None:
    found = run(
        page, "act('seek', {leg: 3, part: .9}); act('run'); act('tick', 5000)", "now().at",
        "now().playing", "now().rest",
    )  # fmt: skip

    assert found == [{"leg": 3, "part": 1}, False, 0]


def test_twice_the_speed_is_twice_as_fast(page: Page) -> None:
    assert run(page, "act('speed', 2); act('play'); act('tick', 900)", "now().at.part") == [0.2]


@pytest.mark.parametrize(
    ("leg", "part", "by", "moment"),
    [
        (1, 0.5, 1, (2, 0)),
        (1, 0.5, -1, (1, 0)),
        (1, 0.01, -1, (0, 0)),
        (0, 0, -1, (0, 0)),
        (3, 0, 1, (3, 1)),
    ],
)
def test_a_step_leads_to_the_start_of_a_leg(
    page: Page, leg: int, part: float, by: int, moment: tuple[int, float]
) -> None:
    (found,) = run(
        page, f"act('seek', {{leg: {leg}, part: {part}}}); act('step', {by})", "now().at"
    )

    assert (found["leg"], found["part"]) == moment


def test_the_first_step_begins_the_story_and_one_from_a_chosen_leg_goes_on(page: Page) -> None:
    assert run(page, "act('step', 1)", "now().at.leg") == [0]
    assert run(page, "act('pick', 1); act('step', 1)", "now().at.leg") == [2]


def test_a_scrub_halts_the_playing_and_tells_the_moment_of_its_pacing(page: Page) -> None:
    found = run(page, "act('play'); act('scrub', 'truth', .85)", "now().at", "now().playing")

    assert found == [{"leg": 1, "part": pytest.approx(0.5)}, False]
    assert run(page, "act('scrub', 'story', .625)", "now().at") == [{"leg": 2, "part": 0.5}]


@pytest.mark.parametrize(("leg", "part"), [(-3, 0), (9, 2), (1.2, -1)])
def test_there_is_no_moment_beyond_the_journey(page: Page, leg: float, part: float) -> None:
    (found,) = run(page, f"act('seek', {{leg: {leg}, part: {part}}})", "now().at")

    assert found["leg"] in range(4)
    assert 0 <= found["part"] <= 1


def test_an_opening_lies_over_the_map_until_anything_is_told_or_picked(page: Page) -> None:
    moves = (
        "'play'", "'run'", "'pick', 1", "'turn', 1", "'step', 1", "'seek', {leg: 0, part: 0}",
        "'scrub', 'story', .2", "'page', 'b'", "'aim', 'close'",
    )  # fmt: skip

    assert run(page, "", "now().over") == ["opening"]
    for move in moves:
        assert run(page, f"stage({{drawn: 'route'}}); act({move})", "now().over") == [None], move


def test_an_opening_stays_while_the_map_is_moved_and_things_are_unfolded(page: Page) -> None:
    moves = (
        "act('loosen'); act('unfold', 'legend'); act('pace', 'truth'); act('speed', 2);"
        "act('theme', 'dark'); act('escape'); act('page', null)"
    )

    assert run(page, moves, "now().over") == ["opening"]


@pytest.mark.parametrize(
    ("said", "over"),
    [
        ("{leg: null, part: null, pacing: 'story', view: null}", "opening"),
        ("{leg: 'b', part: null, pacing: 'story', view: null}", None),
        ("{leg: null, part: null, pacing: 'truth', view: null}", None),
        ("{leg: null, part: null, pacing: 'story', view: 'whole'}", None),
        ("{leg: null, part: null, pacing: 'story', view: [1, 2, 3]}", None),
    ],
)
def test_an_opening_never_lies_over_what_a_link_leads_to(
    page: Page, said: str, over: str | None
) -> None:
    assert run(page, f"act('link', {said})", "now().over") == [over]


def test_a_step_back_does_not_bring_the_opening_again(page: Page) -> None:
    said = "{leg: null, part: null, pacing: 'story', view: null}"

    assert run(page, f"act('pick', 1); act('follow', {said})", "now().over") == [None]


ENDS = "act('seek', {leg: 3, part: .9}); act('run'); act('tick', 5000);"


def test_playing_comes_to_the_end_with_the_whole_route(page: Page) -> None:
    assert run(page, ENDS, "now().over", "aim()") == ["end", "whole"]
    assert run(page, f"act('pace', 'truth'); {ENDS}", "now().over", "aim()") == ["end", "whole"]


def test_a_camera_that_was_let_go_stays_at_the_end(page: Page) -> None:
    found = run(page, f"act('loosen'); {ENDS}", "now().over", "aim()")

    assert found == ["end", None]


@pytest.mark.parametrize(
    "move",
    ["'play'", "'run'", "'again'", "'pick', 1", "'step', -1", "'seek', {leg: 0, part: 0}",
     "'scrub', 'story', .2", "'page', 'b'", "'aim', 'close'", "'escape'"],
)  # fmt: skip
def test_any_move_leaves_the_end(page: Page, move: str) -> None:
    assert run(page, f"stage({{drawn: 'route'}}); {ENDS} act({move})", "now().over") == [None]


def test_what_is_not_played_to_its_end_has_none(page: Page) -> None:
    assert run(page, "act('seek', {leg: 3, part: 1})", "now().over") == [None]
    assert run(page, "act('scrub', 'story', 1)", "now().over") == [None]


def test_a_moment_of_the_last_leg_after_the_end_is_gone_to(page: Page) -> None:
    found = run(page, f"{ENDS} act('seek', {{leg: 3, part: .5}})", "now().leg", "aim()")

    assert found == [3, "leg"]


def test_escape_leaves_the_leg_chosen_at_the_end(page: Page) -> None:
    found = run(page, f"{ENDS} act('escape')", "now().leg", "now().at")

    assert found == [3, {"leg": 3, "part": 1}]


def test_again_tells_the_story_from_its_start_with_each_leg_alike(page: Page) -> None:
    found = run(
        page, f"act('pace', 'truth'); {ENDS} act('again')", "now().at", "now().playing",
        "now().pacing", "aim()",
    )  # fmt: skip

    assert found == [{"leg": 0, "part": 0}, True, "story", "leg"]


def test_a_page_that_hears_of_picks_is_told_each(page: Page) -> None:
    assert run(page, "stage({heard: true}); act('pick', 1)", "now().picks") == [
        {"count": 1, "due": "b"}
    ]
    assert run(page, "act('pick', 1)", "now().picks.count") == [0]


def test_a_page_that_has_not_heard_of_the_last_step_back_is_not_obeyed(page: Page) -> None:
    said = "{leg: null, part: null, pacing: 'story', view: null}"
    back = f"stage({{heard: true, drawn: 'route'}}); act('pick', 1); act('follow', {said});"

    assert run(page, f"{back} act('page', 'b', 1)", "now().leg") == [None]
    assert run(page, f"{back} act('page', 'b', 2)", "now().leg") == [1]
    assert run(page, f"{back} act('follow', {said})", "now().picks.count") == [2]


def test_a_page_that_has_not_heard_of_the_last_pick_is_not_obeyed(page: Page) -> None:
    picked = "stage({heard: true, drawn: 'route'}); act('pick', 1); act('pick', 2);"

    assert run(page, f"{picked} act('page', 'a', 1)", "now().leg") == [2]
    assert run(page, f"{picked} act('page', 'a', 2)", "now().leg") == [0]


def test_the_echo_of_a_pick_changes_nothing(page: Page) -> None:
    found = run(
        page,
        """stage({heard: true, drawn: 'route'}); act('pick', 1); act('seek', {leg: 3, part: 0});
        act('page', 'b', 1)""",
        "now().leg",
        "(act('page', 'b', 1), now().leg)",
    )

    assert found == [3, 1]


def test_what_the_page_chooses_is_no_visit(page: Page) -> None:
    found = run(page, "stage({drawn: 'route'}); act('page', 'b')", "now().leg", "now().visits")

    assert found == [1, 0]
    assert run(page, "stage({drawn: 'route'}); act('page', 'nonsense')", "now().leg") == [None]


def test_what_is_picked_on_a_page_that_hears_of_picks_is_a_visit_once(page: Page) -> None:
    chosen = "stage({heard: true, drawn: 'route'}); act('page', 'b');"

    assert run(page, f"{chosen} act('page', 'b')", "now().leg", "now().visits") == [1, 1]
    assert run(page, f"{chosen} act('page', null)", "now().leg", "now().visits") == [None, 2]


def test_what_such_a_page_chooses_before_all_is_drawn_is_no_visit(page: Page) -> None:
    found = run(page, "stage({heard: true}); act('page', 'b')", "now().leg", "now().visits")

    assert found == [1, 0]


def test_a_link_leads_to_its_moment_pacing_and_view(page: Page) -> None:
    said = "{leg: 'b', part: .4, pacing: 'truth', view: [1, 2, 3]}"

    found = run(page, f"act('link', {said})", "now().at", "now().leg", "now().pacing", "aim()")

    assert found == [{"leg": 1, "part": 0.4}, 1, "truth", [1, 2, 3]]


def test_a_link_without_a_view_shows_its_leg(page: Page) -> None:
    said = "{leg: 'c', part: null, pacing: 'story', view: null}"

    assert run(page, f"act('link', {said})", "now().at", "aim()") == [None, "close"]


def test_escape_closes_help_first_and_then_the_leg(page: Page) -> None:
    opened = "act('pick', 1); act('unfold', 'help');"

    assert run(page, f"{opened} act('escape')", "now().open.help", "now().leg") == [False, 1]
    assert run(page, f"{opened} act('escape'); act('escape')", "now().leg") == [None]


def test_escape_closes_the_legend_before_the_leg(page: Page) -> None:
    opened = "act('pick', 1); act('unfold', 'legend');"

    assert run(page, f"{opened} act('escape')", "now().open.legend", "now().leg") == [False, 1]


@pytest.mark.parametrize(("leg", "by", "next_leg"), [("null", 1, 0), (1, -1, 0), (3, 1, 3)])
def test_a_turn_leads_to_the_leg_beside(page: Page, leg: Any, by: int, next_leg: int) -> None:
    assert run(page, f"stage({{leg: {leg}}}); act('turn', {by})", "now().leg") == [next_leg]


def test_the_times_of_legs_are_kept_secret_until_they_are_not(page: Page) -> None:
    assert run(page, "act('hush', [1, 2])", "now().hushed") == [[1, 2]]
    assert run(page, "act('hush', [1]); act('hush', [])", "now().hushed") == [[]]


def test_any_number_of_acts_leaves_a_state_that_makes_sense(page: Page) -> None:
    found = run(
        page,
        """let seed = 7;
        const random = (n) => { seed = (seed * 16807) % 2147483647; return seed % n; };
        const acts = [["tick", 700], ["play"], ["pause"], ["toggle"], ["speed", 4], ["step", 1],
          ["pace", "truth"], ["pace", "story"], ["scrub", "story", .3], ["scrub", "truth", 1],
          ["step", -1], ["pick", 0], ["pick", 3], ["turn", 1], ["turn", -1], ["page", "b"],
          ["page", null], ["aim", "leg"], ["aim", "close"], ["back"], ["loosen"], ["escape"],
          ["unfold", "help"], ["run"], ["again"],
          ["link", {leg: "c", part: null, pacing: "truth", view: null}]];
        const wrong = new Set();
        for (let i = 0; i < 20000; i += 1) {
          const [name, ...more] = acts[random(acts.length)];
          if (name !== "tick" || now().playing) act(name, ...more);
          const {at, leg, rest, playing, over} = now();
          if (over === "opening" && at) wrong.add(`opening over what is told ${name}`);
          if (over === "end" && !(at.leg === 3 && at.part === 1)) wrong.add(`end ${name}`);
          if (at && !(at.part >= 0 && at.part <= 1 && legs[at.leg])) wrong.add(`moment ${name}`);
          if (leg !== null && !legs[leg]) wrong.add(`leg ${name}`);
          if (playing && !at) wrong.add(`plays nothing ${name}`);
          if (rest > 0 && at.part < 1) wrong.add(`rest ${name}`);
        }""",
        "[...wrong]",
    )

    assert found == [[]]


def test_a_story_begins_no_leg_before_the_camera_is_there(page: Page) -> None:
    flying = "act('play'); act('fly', 900); act('tick', 500)"

    assert run(page, flying, "now().flight.lasts", "now().at") == [900, {"leg": 0, "part": 0}]
    assert run(page, f"{flying}; act('fly', 0); act('tick', 500)", "now().flight") == [None]
    assert run(page, f"{flying}; act('fly', 0); act('tick', 500)", "now().at.part")[0] > 0


def test_true_time_waits_for_no_camera(page: Page) -> None:
    script = "act('pace', 'truth'); act('play'); act('fly', 900); act('tick', 500)"

    assert run(page, script, "now().at.part")[0] > 0


def test_a_reader_who_moves_on_stops_what_plays(page: Page) -> None:
    script = "act('play'); act('tick', 900); act('read', {leg: 1, part: .5})"

    assert run(page, script, "now().playing", "now().at", "now().leg", "now().by", "aim()") == [
        False, {"leg": 1, "part": 0.5}, 1, "read", "leg",
    ]  # fmt: skip


def test_reading_takes_the_camera_back(page: Page) -> None:
    script = "act('play'); act('loosen'); act('read', {leg: 2, part: .5})"

    assert run(page, script, "aim()") == ["close"]


def test_who_reads_to_the_end_has_come_to_the_end(page: Page) -> None:
    assert run(page, "act('read', {leg: 3, part: 1})", "now().over", "aim()") == ["end", "whole"]


def test_who_reads_back_to_the_start_is_where_the_story_has_not_begun(page: Page) -> None:
    script = "act('read', {leg: 1, part: .5}); act('read', null)"

    assert run(page, script, "now().at", "now().leg", "now().over", "aim()") == [
        None, None, "opening", "whole",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("act", "who"),
    [
        ("'play'", "play"), ("'tick', 100", "play"), ("'scrub', 'story', .6", "scrub"),
        ("'step', 1", "pick"), ("'pick', 2", "pick"), ("'page', 'c'", "page"),
        ("'link', {leg: 'b', part: .5, pacing: 'story', view: null}", "link"),
        ("'aim', 'whole'", "read"), ("'pause'", "read"), ("'speed', 2", "read"),
    ],
)  # fmt: skip
def test_who_moved_the_moment_last_is_known(page: Page, act: str, who: str) -> None:
    script = f"act('drawn', 'route'); act('read', {{leg: 1, part: .5}}); act({act})"

    assert run(page, script, "now().by") == [who]
