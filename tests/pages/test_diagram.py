from __future__ import annotations

from journey import Track
from journey.pages.diagram import captioned
from journey.words.wording import Wording
from tests.conftest import amount, known, leg, track

ENGLISH = Wording("en")
NEAR = {"leg": "a-b", "name": {"en": "Near"}}


def test_a_diagram_with_a_close_up_says_what_that_shows(handcar: Track) -> None:
    caption = captioned(handcar, ENGLISH).partition("<figcaption>")[2]

    assert ENGLISH.say("page.close_up_caption") in caption


def test_a_close_up_that_nothing_bounds_above_says_so() -> None:
    open_above = [known(more_than=10, unit="km")]
    legs = [leg("a", "b", duration=amount(1, "h"), distance=open_above)]

    caption = captioned(track(legs=legs, close_up=NEAR), ENGLISH)

    assert ENGLISH.say("page.open_ended") in caption


def test_of_a_leg_known_exactly_no_dashed_lines_and_no_bars_are_told() -> None:
    exact = [leg("a", "b", duration=amount(1, "h"), distance=[known(value=10, unit="km")])]
    rough = [leg("a", "b", duration=[known(range=[1, 2], unit="h")])]

    told = captioned(track(legs=exact, close_up=NEAR), ENGLISH)
    bounded = captioned(track(legs=rough, close_up=NEAR), ENGLISH)

    for words in (ENGLISH.say("page.close_up_caption"), ENGLISH.say("page.bars_caption")):
        assert words not in told
        assert words in bounded


def test_a_close_up_of_a_leg_of_unknown_time_says_why_it_is_not_drawn() -> None:
    caption = captioned(track(legs=[leg("a", "b")], close_up=NEAR), ENGLISH)

    assert ENGLISH.say("leg.speed_unknown") in caption
    assert ENGLISH.say("page.close_up_caption") not in caption


def test_without_a_close_up_there_is_nothing_to_say_of_one() -> None:
    caption = captioned(track(), ENGLISH)

    assert caption.endswith(
        f"<figcaption>{ENGLISH.say('page.space_time_caption')}</figcaption></figure>"
    )
