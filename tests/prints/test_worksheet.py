from __future__ import annotations

import re

import pytest

from journey.model.question import Question
from journey.prints import worksheet
from journey.words.wording import Wording
from tests.conftest import asked, guessed, journey, taught
from tests.pages.test_cards import Reader

ENGLISH = Wording("en")
TALK = Question.model_validate(asked())
LONG = guessed("duration", "h", low=0, high=72, step=1, text={"en": "How long?"})
WAY = guessed("direction", "deg", low=0, high=360, step=5, text={"en": "Which way?"})


def drawn(*questions: Question) -> str:
    return str(worksheet.rows([list(enumerate(questions, 1))], ENGLISH))


def test_every_question_has_its_number_and_room_to_write() -> None:
    html = drawn(TALK, TALK)

    assert "1. Why?" in Reader(html).text
    assert html.count('class="ask"') == html.count('class="lines"') == 2


def test_a_scale_has_figures_at_its_ends_alone() -> None:
    html = drawn(Question.model_validate(LONG))

    figures = re.findall(r"<text[^>]*>(\d[^<]*)</text>", html)
    assert figures == [ENGLISH.measure(0, "h"), ENGLISH.measure(72, "h")]
    assert html.count('class="blank"') == 1


def test_the_unit_beside_room_for_a_figure_has_the_form_that_many_of_it_have() -> None:
    found = worksheet.rows([[(1, Question.model_validate(LONG))]], Wording("ru"))

    assert re.findall(r"<text[^>]*>(\D+)</text>", str(found)) == ["часов"]


def test_a_direction_is_drawn_into_a_rose() -> None:
    html = drawn(Question.model_validate(WAY))

    letters = re.findall(r'class="name strong"[^>]*>([^<]*)<', html)
    assert letters == [ENGLISH.say(f"sheet.{end}") for end in ("north", "east", "south", "west")]
    assert "360" not in html


def test_guesses_come_before_what_may_tell_their_answers() -> None:
    found = journey(teaching=taught(questions=[asked(), LONG], steps=[]))

    assert [question.kind for question in worksheet.asked(found)] == ["guess", "discuss"]
    assert worksheet.asked(journey()) == []


def test_no_answer_stands_among_the_questions() -> None:
    assert "For a reason." not in drawn(TALK)


@pytest.mark.parametrize("count", [1, 2, 7, 60])
def test_all_questions_stand_on_the_sides_in_their_order(count: int) -> None:
    found = worksheet.sides([TALK] * count, 100, ENGLISH)

    numbers = [number for side in found for row in side for number, _ in row]
    assert numbers == list(range(1, count + 1))


def test_a_side_without_room_has_no_question_and_the_next_begins_with_one() -> None:
    found = worksheet.sides([TALK] * 3, 5, ENGLISH)

    assert [len(side) for side in found] == [0, 2]


def test_a_question_longer_than_a_side_stands_on_one_of_its_own() -> None:
    endless = TALK.model_copy(update={"text": {"en": "word " * 5_000}})

    assert [len(side) for side in worksheet.sides([endless] * 3, 100, ENGLISH)] == [0, 1, 1]
