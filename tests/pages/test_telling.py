from __future__ import annotations

from journey.pages.telling import column
from journey.words.telling import telling
from journey.words.wording import Wording
from tests.conftest import leg, track

ENGLISH = Wording("en")


def test_a_leg_of_more_sentences_than_facts_is_told_to_its_end() -> None:
    sentences = [f"Sentence {number} of {'many ' * 20}." for number in range(6)]
    found = track(legs=[leg("a", "b", text={"en": " ".join(sentences)})])

    steps = column(found, telling(found, ENGLISH), ENGLISH)[1]()

    assert steps.count("<li") == len(sentences)
    assert "Sentence 5" in steps
