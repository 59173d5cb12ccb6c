from __future__ import annotations

import pytest

from journey import Journey, Track
from journey.pages.lessons import Ways, lessons, readings
from journey.words.provenance import Link
from journey.words.wording import Wording
from tests.conftest import taught, told, track
from tests.pages.test_cards import HOSTILE, TAGS, Reader, poisoned

ENGLISH = Wording("en")
WAYS = Ways("#present", "#pupils", (Link("Sheet", "sheet"), Link("Key", "key")))


def section(**changes: object) -> Reader:
    return Reader(lessons(track(teaching=taught(**changes)), ENGLISH, WAYS))


def test_no_date_that_ends_with_a_stop_is_given_a_second_one(handcar: Track) -> None:
    text = Reader(readings(handcar.journey, Wording("ru"))).text

    assert "2021\u202fг. " in text
    assert ".." not in text


def test_a_journey_without_teaching_has_no_section() -> None:
    assert lessons(track(), ENGLISH, WAYS) == ""


def test_a_table_of_words_that_is_wider_than_its_room_can_be_reached_by_keys_and_has_a_name() -> (
    None
):
    found = section().attributes

    around = found[found.index(("class", "wide")) :][:4]
    name = ENGLISH.say("teach.words")
    assert set(around[1:]) == {("tabindex", "0"), ("role", "region"), ("aria-label", name)}


def test_the_section_tells_every_part() -> None:
    text = section().text

    parts = ("Mind this.", "Short", "Look at the map.", "Geography", "Why?", "On foot",
             "Over water.", "Read on")  # fmt: skip
    assert [part for part in parts if part not in text] == []


def test_an_answer_waits_until_it_is_opened() -> None:
    html = str(lessons(track(teaching=taught()), ENGLISH, WAYS))

    assert "<details><summary>Why?</summary><p>For a reason.</p></details>" in html


def test_a_guess_is_answered_by_the_track_with_its_mark() -> None:
    html = str(lessons(track(teaching=taught()), ENGLISH, WAYS))

    answer = html.partition("<details><summary>Why?</summary><p>For a reason.</p></details>")[2]
    # A degree of the equator (NGA calculator), as nobody claims a distance.
    assert "110 km" in answer.partition("</details>")[0]
    assert "mark-assumed" in answer.partition("</details>")[0]


def test_words_stand_in_every_script_in_which_they_are_given() -> None:
    page = section()

    assert [value for name, value in page.attributes if name == "lang"] == ["en", "ko"] * 2
    assert "A–The start.bridge다리Over water." in page.text


def hrefs(page: Reader) -> list[str]:
    return [value for name, value in page.attributes if name == "href"]


def test_a_class_is_shown_the_journey_given_it_and_finds_all_prints() -> None:
    found = hrefs(section())

    assert found[:4] == ["#present", "#pupils", "sheet", "key"]


def test_what_has_no_steps_is_not_presented_and_what_asks_no_guess_holds_nothing_back() -> None:
    assert hrefs(section(steps=[], questions=[]))[:2] == ["sheet", "key"]


def test_an_empty_teaching_has_no_empty_titles() -> None:
    page = Reader(lessons(track(teaching={}), ENGLISH, WAYS))

    assert page.tags.count("h3") == 0


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_out_as_text(text: str) -> None:
    data = poisoned(told(teaching=taught()), text)

    page = Reader(lessons(Track.of(Journey.model_validate(data)), ENGLISH, WAYS))

    assert set(page.tags) <= TAGS | {"ol", "table", "thead", "tbody", "tr", "th", "td"}
    assert [name for name, _ in page.attributes if name.startswith("on")] == []
    assert {*hrefs(page)} == {*WAYS[:2], "sheet", "key", "https://example.org/read"}
    assert page.open == []
    assert text in page.text
