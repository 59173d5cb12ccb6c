from __future__ import annotations

import json

from journey.stage.classroom import classroom
from journey.track.track import Track
from journey.words.wording import Wording
from tests.conftest import Data, guessed, known, taught, track

ENGLISH = Wording("en")
ASKS: list[Data] = [
    {"kind": "question", "minutes": 1, "text": {"en": "Ask."}, "question": "guess-distance"}
]


def test_a_journey_without_teaching_tells_the_browser_nothing() -> None:
    assert classroom(track(), ENGLISH) is None


def test_every_part_is_plain_data() -> None:
    found = classroom(track(teaching=taught()), ENGLISH)

    assert found is not None
    assert json.loads(json.dumps(found, allow_nan=False)) == found
    assert set(found) == {"questions", "steps", "compare", "outline", "told"}


def test_the_way_to_be_laid_at_home_is_told_where_there_is_something_to_compare() -> None:
    alone = classroom(track(teaching=taught(compare=[])), ENGLISH)
    beside = classroom(track(teaching=taught()), ENGLISH)

    assert alone is not None
    assert beside is not None
    assert (alone["outline"], sorted(beside["outline"])) == (None, ["near", "whole"])


def test_a_question_that_no_step_asks_is_not_sent() -> None:
    found = classroom(track(teaching=taught()), ENGLISH)

    assert found is not None
    assert [question["id"] for question in found["questions"]] == ["why"]


def test_a_guess_carries_its_slider_and_what_the_track_answers() -> None:
    found = classroom(track(teaching=taught(steps=ASKS)), ENGLISH)

    assert found is not None
    guess = found["questions"][0]["guess"]
    assert (guess["low"], guess["high"], guess["step"], guess["unit"]) == (0, 100, 1, "km")
    # A degree of the equator is 111.3 km (NGA calculator); assumed lines are told in two digits.
    assert guess["value"] == 110
    assert guess["fact"]["basis"] == "assumed"
    assert "110" in guess["fact"]["said"]


def test_a_figure_stands_on_its_sources_by_name_for_a_class_opens_none(handcar: Track) -> None:
    found = classroom(handcar, ENGLISH)

    assert found is not None
    stands = next(q for q in found["questions"] if q["id"] == "train-time")["guess"]["fact"]["why"]
    assert "SeaNews" in stands
    assert "https:" not in json.dumps(found)


def test_each_leg_has_a_line_of_who_reported_it(handcar: Track) -> None:
    found = classroom(handcar, ENGLISH)

    assert found is not None
    assert len(found["told"]) == len(handcar.legs)
    # Two are named, that of the file's first claim before the other, and the rest are counted.
    assert "The Moscow Times" in found["told"][0]
    assert all(len(line) < 80 for line in found["told"])


def test_a_leg_that_nobody_reported_says_so() -> None:
    found = classroom(track(teaching=taught()), ENGLISH)

    assert found is not None
    assert set(found["told"]) == {ENGLISH.say("class.told_by_none")}


def test_what_is_not_known_is_null() -> None:
    unknown = [guessed("duration", "h", leg="a-b")]
    steps = [{**ASKS[0], "question": "guess-duration"}]

    found = classroom(track(teaching=taught(questions=unknown, steps=steps)), ENGLISH)

    assert found is not None
    guess = found["questions"][0]["guess"]
    assert [guess[key] for key in ("value", "least", "most", "fact")] == [None] * 4


def test_a_step_names_its_leg_and_how_much_of_it_is_passed() -> None:
    found = classroom(track(teaching=taught()), ENGLISH)

    assert found is not None
    assert [(s["kind"], s["leg"], s["at"], s["question"]) for s in found["steps"]] == [
        ("title", None, None, None),
        ("approach", "a-b", 0, None),
        ("question", None, None, "why"),
    ]


def test_a_yardstick_carries_what_is_reckoned_with() -> None:
    ferry = {
        "name": {"en": "By ferry"},
        "distance": known(value=3000, unit="m"),
        "duration": known(value=30, unit="min"),
    }

    found = classroom(track(teaching=taught(compare=[ferry])), ENGLISH)

    assert found is not None
    (told,) = found["compare"]
    assert (told["kmh"], told["km"], told["seconds"]) == (None, 3, 1800)
