from __future__ import annotations

from journey.pages import legs
from journey.stage.chapters import LONG
from journey.words.wording import Wording
from tests.conftest import Data, leg, place, track

ENGLISH = Wording("en")
SEE: list[Data] = [{"journey": "silk", "text": {"en": "Over the same <pass>"}}]


def beside(name: str) -> str:
    return f"{name}.html?a&b"


def test_a_leg_leads_to_a_journey_that_touches_it() -> None:
    found = track(legs=[leg("a", "b", text={"en": "Uphill."}, see=SEE)])

    html = legs.table(found, ENGLISH, beside=beside)

    link = '<a href="silk.html?a&amp;b" class="see">Over the same &lt;pass&gt;</a>'
    assert f"<p>Uphill. {link}</p>" in html


def test_where_its_page_is_not_there_the_words_stand_alone() -> None:
    html = legs.table(track(legs=[leg("a", "b", see=SEE)]), ENGLISH)

    assert '<span class="see">Over the same &lt;pass&gt;</span>' in html


def test_very_many_legs_lead_to_others_as_well() -> None:
    there_and_back = [leg("a", "b", see=SEE) | {"id": "first"}]
    for number in range(LONG):
        ends = ("b", "a") if number % 2 == 0 else ("a", "b")
        there_and_back.append(leg(*ends) | {"id": f"n{number}"})
    found = track(legs=there_and_back, places=[place("a", 0, 0), place("b", 0, 1)])

    assert legs.table(found, ENGLISH, beside=beside).count('class="see"') == 1
