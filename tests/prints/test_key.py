from __future__ import annotations

from datetime import date

from journey.basemap.layers import Layers
from journey.prints.key import key
from journey.track.track import Track
from journey.words.wording import Wording
from tests.conftest import asked, guessed, taught, track
from tests.pages.test_cards import Reader

ENGLISH = Wording("en")


def printed(found: Track) -> str:
    return key(found, ENGLISH, Layers({}), date(2026, 11, 23))


def test_the_key_says_first_that_it_is_not_for_pupils() -> None:
    html = printed(track(teaching=taught()))

    stamp = ENGLISH.say("sheet.stamp")
    assert f'<body><main><p class="stamp">{stamp}</p>' in html
    assert "For a reason." in html
    # A degree of the equator (NGA calculator), as nobody claims a distance.
    assert "about 110 km" in html


def test_the_key_answers_in_the_order_of_the_sheet() -> None:
    guess = guessed("duration", "h", low=0, high=72, text={"en": "How long?"})
    two = [asked(), asked(id="how", text={"en": "How?"}, answer={"en": "So."}), guess]

    text = Reader(printed(track(teaching=taught(questions=two, steps=[])))).text

    found = [text.index(one) for one in ("How long?", "Why?", "How?", "So.")]
    assert found == sorted(found)


def test_without_questions_the_key_says_so() -> None:
    for found in (track(), track(teaching={})):
        assert ENGLISH.say("sheet.unasked") in printed(found)


def test_the_key_of_the_handcar_has_lessons_words_and_what_to_compare(handcar: Track) -> None:
    teaching = handcar.journey.teaching
    assert teaching

    html = printed(handcar)

    for title in ("sheet.answers", "teach.compare", "teach.lessons", "teach.words"):
        assert f"<h2>{ENGLISH.say(title)}</h2>" in html
    assert str(Reader(html).text).count(ENGLISH.pick(teaching.content_note or {})) == 1
