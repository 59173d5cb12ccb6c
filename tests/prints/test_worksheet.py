from __future__ import annotations

from journey.prints.worksheet import key, questions
from journey.words.wording import Wording
from tests.conftest import asked, guessed, taught, track
from tests.pages.test_cards import Reader

ENGLISH = Wording("en")


def test_every_question_has_its_number_and_room_to_write() -> None:
    html = str(questions(track(teaching=taught()), ENGLISH))

    assert "1. Why?" in Reader(html).text
    assert html.count('class="ask"') == 2
    assert html.count('class="line"') == 3 + 1


def test_a_guess_has_a_scale_from_its_low_to_its_high_end() -> None:
    guess = guessed("duration", "h", low=0, high=72)

    page = Reader(questions(track(teaching=taught(questions=[guess], steps=[])), ENGLISH))

    assert "".join(ENGLISH.measure(end, "h") for end in (0, 36, 72)) in page.text


def test_no_answer_stands_among_the_questions() -> None:
    assert "For a reason." not in questions(track(teaching=taught()), ENGLISH)


def test_without_questions_there_is_room_for_notes_and_no_key() -> None:
    html = str(questions(track(), ENGLISH))

    assert "ask" not in html
    assert html.count('class="line"') > 10
    assert key(track(), ENGLISH) == key(track(teaching={}), ENGLISH) == ""


def test_the_key_stands_on_a_page_of_its_own_and_says_so() -> None:
    html = str(key(track(teaching=taught()), ENGLISH))

    stamp = ENGLISH.say("handout.stamp")
    assert html.startswith(f'<section class="page"><p class="stamp">{stamp}</p>')
    assert "For a reason." in html
    # A degree of the equator (NGA calculator), as nobody claims a distance.
    assert "111.3" in html


def test_the_key_answers_in_the_order_of_the_questions() -> None:
    two = [asked(), asked(id="how", text={"en": "How?"}, answer={"en": "So."})]

    text = Reader(key(track(teaching=taught(questions=two)), ENGLISH)).text

    assert text.index("Why?") < text.index("For a reason.") < text.index("How?")
