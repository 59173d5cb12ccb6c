"""Links to a moment, run in a browser without a map."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, parse_qsl, quote

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import of_stage, scripted

pytestmark = pytest.mark.browser

IDS = ["train", "bus", "handcar"]
NOTHING = {"leg": None, "part": None, "pacing": "story", "view": None}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return scripted(browser, *of_stage("address"))


def read(page: Page, text: str, ids: list[str] = IDS) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(
        "([text, ids]) => L.journey.address.read(text, ids)", [text, ids]
    )
    return found


def write(page: Page, text: str, **state: Any) -> str:
    found: str = page.evaluate(
        "([text, state]) => L.journey.address.write(text, state)", [text, {**NOTHING, **state}]
    )
    return found


@pytest.mark.parametrize(
    "state",
    [
        {},
        {"leg": "train"},
        {"leg": "bus", "part": 0},
        {"leg": "bus", "part": 1},
        {"leg": "handcar", "part": 0.125},
        {"leg": "train", "part": 0.5, "pacing": "truth", "view": "whole"},
        {"leg": "handcar", "part": 0.5, "view": "close"},
        {"pacing": "truth", "view": "leg"},
        {"leg": "train", "view": [42.4152, -130.6413, 12.25]},
        {"view": [-85, 180, 18]},
        {"view": [0, -180, 0]},
    ],
)
@pytest.mark.parametrize("text", ["", "?journey=handcar-2021", "#leg=bus&at=7&view=close"])
def test_what_is_written_is_read_again(page: Page, state: dict[str, Any], text: str) -> None:
    found = read(page, write(page, text, **state), IDS)

    assert found == {**NOTHING, **state}


def test_a_state_that_is_written_again_stays_as_it_is(page: Page) -> None:
    state = {"leg": "bus", "part": 1 / 3, "pacing": "truth", "view": [1 / 3, 2 / 3, 9.87]}
    once = write(page, "?x=1", **state)

    assert write(page, f"?{once}", **read(page, once)) == once


def test_a_link_is_one_that_people_can_read(page: Page) -> None:
    text = write(page, "", leg="train", part=0.5, view=[42.4, 130.65, 12])

    assert text == "leg=train&at=50&view=42.4000,130.6500,12"


def test_the_state_at_the_beginning_leaves_the_address_bare(page: Page) -> None:
    assert write(page, "?leg=bus&at=3&pacing=truth&view=leg") == ""


@pytest.mark.parametrize("mark", ["", "?", "#"])
def test_a_link_may_be_typed_by_hand(page: Page, mark: str) -> None:
    found = read(page, f"{mark}view=42.4,130.6,9&at=7.5&pacing=truth&leg=handcar")

    assert found == {
        "leg": "handcar",
        "part": pytest.approx(0.075),
        "pacing": "truth",
        "view": [42.4, 130.6, 9],
    }


def test_a_moment_without_a_leg_is_none(page: Page) -> None:
    assert read(page, "?at=50") == NOTHING
    assert write(page, "", part=0.5) == ""


@pytest.mark.parametrize("leg", ["", "ship", "TRAIN", "train ", "0", "__proto__", "constructor"])
def test_a_leg_that_is_not_on_the_journey_is_none(page: Page, leg: str) -> None:
    assert read(page, f"?leg={leg}&at=50") == NOTHING


@pytest.mark.parametrize(
    "at",
    [
        "",
        "-1",
        "-0.001",
        "101",
        "100.1",
        "abc",
        "1e9",
        "1e1",
        "NaN",
        "Infinity",
        "0x10",
        "5%",
        "+5",
        " 5",
        "5.",
        ".5",
        "5,5",
        "٣",
        "5\n",
        "null",
        "1" * 400,
    ],
)
def test_a_time_that_is_no_percentage_is_none(page: Page, at: str) -> None:
    assert read(page, f"?leg=bus&at={quote(at)}") == {**NOTHING, "leg": "bus"}


@pytest.mark.parametrize("pacing", ["", "foo", "Truth", "true", "__proto__", "story,truth"])
def test_a_pacing_that_there_is_not_is_the_story(page: Page, pacing: str) -> None:
    assert read(page, f"?pacing={pacing}") == NOTHING


@pytest.mark.parametrize(
    "view",
    [
        "",
        "foo",
        "WHOLE",
        "99,0,5",
        "-85.1,0,5",
        "0,181,5",
        "0,-180.01,5",
        "0,0,19",
        "0,0,-1",
        "1",
        "1,2",
        "1,2,3,4",
        ",,",
        "1,,3",
        "a,b,c",
        "NaN,NaN,NaN",
        "1e1,0,5",
        "whole,leg,close",
    ],
)
def test_a_view_that_there_is_not_is_none(page: Page, view: str) -> None:
    assert read(page, f"?view={view}") == NOTHING


def test_of_a_key_that_is_said_twice_the_first_is_taken(page: Page) -> None:
    found = read(page, "?leg=bus&leg=train&at=10&at=20&pacing=truth&pacing=story&view=leg&view=x")

    assert found == {"leg": "bus", "part": 0.1, "pacing": "truth", "view": "leg"}


def test_a_key_that_is_said_twice_is_written_once(page: Page) -> None:
    text = write(page, "?leg=bus&at=1&leg=train&at=2", leg="handcar", part=0)

    assert parse_qs(text) == {"leg": ["handcar"], "at": ["0"]}


def test_what_else_the_address_says_stays(page: Page) -> None:
    others = "journey=handcar-2021&lang=ko&tag=a&tag=b&q=a%2Cb+c&empty=&%D0%B8=%ED%95%9C"

    text = write(page, f"?{others}&leg=bus&at=1", leg="train", part=0.25)

    assert parse_qsl(text, keep_blank_values=True) == [
        *parse_qsl(others, keep_blank_values=True),
        ("leg", "train"),
        ("at", "25"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "?",
        "#",
        "??leg",
        "&&&===",
        "leg",
        "=train",
        "%",
        "%E0%A4%A",
        "%00",
        "?leg=%ZZ&at=%",
        "leg[]=train",
        "leg=<script>alert(1)</script>",
        "at=50;leg=train",
        "\ud800",
        "x" * 100_000,
    ],
)
def test_an_address_that_makes_no_sense_says_nothing(page: Page, text: str) -> None:
    assert read(page, text) == NOTHING


@pytest.mark.parametrize("hostile", ["a&at=9", "a=b#c?d", "%2C,", "$& $1", "평양", "<b>'\"", "+ +"])
def test_strings_of_any_kind_come_back_as_they_were(page: Page, hostile: str) -> None:
    text = write(page, f"?other={quote(hostile)}", leg=hostile, part=0.5)

    assert read(page, text, [hostile]) == {**NOTHING, "leg": hostile, "part": 0.5}
    assert parse_qs(text)["other"] == [hostile]


def test_the_northern_edge_of_the_map_can_be_linked_to(page: Page) -> None:
    # The camera keeps the view within 85.05 degrees, and its middle may come close to that.
    assert read(page, write(page, "", view=[85.04, 0, 18]))["view"] == [85.04, 0, 18]
