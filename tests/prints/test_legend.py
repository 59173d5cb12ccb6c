from __future__ import annotations

from journey.prints.legend import EACH, height, legend
from journey.stage.chapters import LONG
from journey.words.wording import Wording
from tests.conftest import Data, leg, track
from tests.pages.test_cards import Reader

ENGLISH = Wording("en")


def to_and_fro(count: int, *modes: str) -> list[Data]:
    """So many legs there and back, by these modes in turn."""
    ends = [("a", "b"), ("b", "a")] * count
    return [leg(*ends[i], mode=modes[i % len(modes)]) | {"id": f"l{i}"} for i in range(count)]


def test_each_leg_has_its_number_its_mode_and_its_line() -> None:
    text = Reader(legend(track(legs=to_and_fro(EACH, "bus", "train")), ENGLISH)).text

    assert f"1 {ENGLISH.say('mode.bus')}" in text
    assert f"{EACH} {ENGLISH.say('mode.train')}" in text
    assert text.count(ENGLISH.say("map.assumed_line")) == EACH


def test_the_sample_of_a_line_is_no_nameless_picture_for_those_who_hear_it() -> None:
    page = Reader(legend(track(), ENGLISH))

    samples = page.tags.count("svg")
    assert samples
    assert page.attributes.count(("aria-hidden", "true")) == samples


def test_many_legs_are_told_by_the_kinds_of_their_lines() -> None:
    page = Reader(legend(track(legs=to_and_fro(40, "bus", "bus", "train")), ENGLISH))

    assert page.tags.count("li") == 2
    # The third, the sixth and so on are by train.
    assert f"{ENGLISH.say('mode.train')} 3, 6, 9, 12" in page.text
    assert f"{ENGLISH.say('mode.bus')} 1–2, 4–5, 7–8" in page.text


def test_of_very_many_legs_it_is_told_how_many_are_of_each_kind() -> None:
    page = Reader(legend(track(legs=to_and_fro(LONG + 3, "bus", "bus", "train")), ENGLISH))

    assert f"{ENGLISH.say('mode.train')} {(LONG + 3) // 3} legs" in page.text
    assert f"{ENGLISH.say('mode.bus')} {(LONG + 3) // 3 * 2} legs" in page.text


def test_the_room_of_the_legend_is_that_of_all_its_words() -> None:
    long = track(legs=[{**leg("a", "b"), "name": {"en": "Over the frozen river to the sea"}}])

    # "(line assumed)" leaves the line its room, and "(линия предполагается)" takes a second one.
    assert height(long, Wording("ru")) == 2 * height(long, ENGLISH)
