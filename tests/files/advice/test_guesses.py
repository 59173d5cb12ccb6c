from __future__ import annotations

from typing import Any

import pytest

from journey.errors import dotted
from journey.files.advice.guesses import guesses
from tests.conftest import Data, amount, asked, guessed, leg, place, taught, track


def doubts(*questions: Data, **legs: Any) -> list[tuple[str, str]]:
    """Path and code of each doubt about the questions on a leg of 150 km."""
    ride = leg("a", "b", distance=amount(150, "km"), **legs)
    teaching = taught(questions=[asked(), *questions])
    found = guesses(
        track(legs=[ride], places=[place("a", 0, 0), place("b", 0, 1)], teaching=teaching)
    )
    return [(dotted(fault.path), fault.code) for fault in found]


@pytest.mark.parametrize(
    ("low", "high", "end"),
    [(0, 100, "high"), (160, 300, "low"), (0, 150, None), (150, 200, None)],
)
def test_a_slider_is_doubted_that_leaves_the_answer_out(
    low: float, high: float, end: str | None
) -> None:
    found = doubts(guessed("distance", "km", leg="a-b", low=low, high=high))

    assert found == ([(f"teaching.questions[1].{end}", "answer_off_the_slider")] if end else [])


def test_a_course_has_its_place_on_the_slider_as_well() -> None:
    # From A to B is due east, 90 degrees.
    assert doubts(guessed("direction", "deg", high=360)) == []
    assert doubts(guessed("direction", "deg", low=180, high=360)) == [
        ("teaching.questions[1].low", "answer_off_the_slider")
    ]


def test_a_guess_is_doubted_of_which_nobody_knows_the_answer() -> None:
    assert doubts(guessed("duration", "h", leg="a-b")) == [
        ("teaching.questions[1]", "answer_unknown")
    ]
    assert doubts(guessed("duration", "h")) == [("teaching.questions[1]", "answer_unknown")]
    assert doubts(guessed("duration", "h", leg="a-b"), duration=amount(3, "h")) == []
