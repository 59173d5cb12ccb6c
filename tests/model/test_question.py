from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from journey.errors import Figures, KeyPath
from journey.model.question import UNITS, Question
from tests.conftest import Data, asked, guessed


def errors(data: Data) -> list[Any]:
    """What is found wrong, as pydantic tells it."""
    with pytest.raises(ValidationError) as caught:
        Question.model_validate(data)
    return list(caught.value.errors())


@pytest.mark.parametrize("of", UNITS)
def test_a_guess_is_taken_in_each_of_its_units(of: str) -> None:
    for unit in UNITS[of]:
        assert Question.model_validate(guessed(of, unit)).unit == unit


def test_a_question_for_discussion_needs_no_slider() -> None:
    assert Question.model_validate(asked()).of is None


@pytest.mark.parametrize(
    ("data", "path", "kind"),
    [
        (guessed("distance", "parsec"), ("unit",), "literal_error"),
        (guessed("weight", "km"), ("of",), "literal_error"),
        (guessed("distance", "km", high=float("inf")), ("high",), "finite_number"),
        (guessed("distance", "km", low=float("nan")), ("low",), "finite_number"),
        (guessed("distance", "km", low=-1), ("low",), "greater_than_equal"),
        (guessed("distance", "km", low="0"), ("low",), "float_type"),
    ],
)
def test_a_field_takes_no_value_of_another_kind(data: Data, path: KeyPath, kind: str) -> None:
    assert [(error["loc"], error["type"]) for error in errors(data)] == [(path, kind)]


@pytest.mark.parametrize(
    ("data", "path", "code", "figures"),
    [
        (
            guessed("duration", "km"),
            ("unit",),
            "unit_of_another",
            {"quantity": "duration", "unit": "km", "units": ("s", "min", "h", "d", "w", "y")},
        ),
        (
            guessed("speed", "h"),
            ("unit",),
            "unit_of_another",
            {"quantity": "speed", "unit": "h", "units": ("km/h",)},
        ),
        (
            guessed("distance", "km", low=100),
            ("high",),
            "high_not_over_low",
            {"low": 100, "high": 100},
        ),
        (
            guessed("distance", "km", low=5, high=1),
            ("high",),
            "high_not_over_low",
            {"low": 5, "high": 1},
        ),
        (
            guessed("distance", "km", step=0),
            ("step",),
            "step_does_not_fit",
            {"step": 0, "low": 0, "high": 100},
        ),
        (
            guessed("distance", "km", step=101),
            ("step",),
            "step_does_not_fit",
            {"step": 101, "low": 0, "high": 100},
        ),
        (guessed("distance", "km", low=None), (), "guess_lacks", {"names": ("low",)}),
        (
            asked(kind="guess", of="speed"),
            (),
            "guess_lacks",
            {"names": ("unit", "low", "high", "step")},
        ),
        (asked(of="speed"), ("of",), "only_of_a_guess", {}),
        (asked(low=0), ("low",), "only_of_a_guess", {}),
    ],
)
def test_what_can_not_be_asked_can_not_be_built(
    data: Data, path: KeyPath, code: str, figures: Figures
) -> None:
    (error,) = errors(data)

    assert (error["loc"], error["type"]) == (path, code)
    assert error["ctx"]["figures"] == figures


def test_a_question_without_an_answer_is_no_question() -> None:
    data = asked()
    del data["answer"]

    assert [(error["loc"], error["type"]) for error in errors(data)] == [(("answer",), "missing")]
