from __future__ import annotations

import json

from journey.stage.classroom import classroom
from journey.track.track import Track
from journey.words.wording import Wording
from tests.conftest import guessed, known, taught, track

ENGLISH = Wording("en")


def test_a_journey_without_teaching_tells_the_browser_nothing() -> None:
    assert classroom(track(), ENGLISH) is None


def test_every_part_is_plain_data() -> None:
    found = classroom(track(teaching=taught()), ENGLISH)

    assert found is not None
    assert json.loads(json.dumps(found, allow_nan=False)) == found
    assert set(found) == {"contentNote", "lessons", "goals", "questions", "steps", "vocabulary",
                          "compare", "links"}  # fmt: skip


def test_a_guess_carries_its_slider_and_what_the_track_answers() -> None:
    found = classroom(track(teaching=taught()), ENGLISH)

    assert found is not None
    guess = found["questions"][1]["guess"]
    assert (guess["low"], guess["high"], guess["step"], guess["unit"]) == (0, 100, 1, "km")
    # A degree of the equator (NGA calculator).
    assert round(guess["value"], 1) == 111.3
    assert guess["fact"]["basis"] == "assumed"
    assert "111.3" in guess["fact"]["said"]


def test_what_is_not_known_is_null() -> None:
    unknown = [guessed("duration", "h", leg="a-b")]

    found = classroom(track(teaching=taught(questions=unknown, steps=[])), ENGLISH)

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


def test_the_handcar_journey_is_told_in_three_scripts(handcar: Track) -> None:
    found = classroom(handcar, ENGLISH)

    assert found is not None
    assert found["vocabulary"][0]["names"] == {"en": "Pyongyang", "ru": "Пхеньян", "ko": "평양"}


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
