from __future__ import annotations

import pytest
from pydantic import ValidationError

from journey.model.question import UNITS, Question
from tests.conftest import Data, asked, guessed


def faults(data: Data) -> list[tuple[str, str]]:
    with pytest.raises(ValidationError) as caught:
        Question.model_validate(data)
    return [(".".join(map(str, e["loc"])), e["msg"]) for e in caught.value.errors()]


@pytest.mark.parametrize("of", UNITS)
def test_a_guess_is_taken_in_each_of_its_units(of: str) -> None:
    for unit in UNITS[of]:
        assert Question.model_validate(guessed(of, unit)).unit == unit


def test_a_question_for_discussion_needs_no_slider() -> None:
    assert Question.model_validate(asked()).of is None


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (guessed("duration", "km"), [("unit", "a duration is not given in km")]),
        (guessed("speed", "h"), [("unit", "a speed is not given in h")]),
        (guessed("distance", "km", low=100), [("high", "100 is not over 100, the low end")]),
        (guessed("distance", "km", low=5, high=1), [("high", "1 is not over 5, the low end")]),
        (guessed("distance", "km", step=0), [("step", "a step of 0 does not lead from 0 to 100")]),
        (
            guessed("distance", "km", step=101),
            [("step", "a step of 101 does not lead from 0 to 100")],
        ),
        (guessed("distance", "km", low=None), [("", "it is a guess but has no low")]),
        (asked(kind="guess", of="speed"), [("", "it is a guess but has no unit and no low and no "
         "high and no step")]),
        (asked(of="speed"), [("of", "only a guess has this")]),
        (asked(low=0), [("low", "only a guess has this")]),
        (guessed("distance", "parsec"), [("unit", "Input should be")]),
        (guessed("weight", "km"), [("of", "Input should be")]),
        (guessed("distance", "km", high=float("inf")), [("high", "Input should be a finite")]),
        (guessed("distance", "km", low=float("nan")), [("low", "Input should be a finite")]),
        (guessed("distance", "km", low=-1), [("low", "Input should be greater")]),
        (guessed("distance", "km", low="0"), [("low", "Input should be a valid number")]),
    ],
)  # fmt: skip
def test_what_can_not_be_asked_can_not_be_built(data: Data, told: list[tuple[str, str]]) -> None:
    found = faults(data)

    assert [where for where, _ in found] == [where for where, _ in told]
    assert all(said.startswith(what) for (_, said), (_, what) in zip(found, told, strict=True))


def test_a_question_without_an_answer_is_no_question() -> None:
    data = asked()
    del data["answer"]

    assert faults(data) == [("answer", "Field required")]
