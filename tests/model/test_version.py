"""The format that a journey's files are in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from journey import load
from journey.files.beginning import first
from journey.files.check import check
from journey.files.read import STORY, reading
from journey.model.version import FORMAT

FROZEN = Path(__file__).parents[1] / "data" / "format-1" / "handcar-2021"


def codes(line: str) -> list[tuple[str, int, Any]]:
    """What is wrong with a journey whose second line is that."""
    text = first("a").replace("format: 1\n", line)
    found = reading({STORY: text.encode()}, "a").complaints
    return [(one.code, one.line, one.figures.get("format")) for one in found]


def test_a_file_without_a_format_is_in_format_1() -> None:
    assert codes("") == []
    assert FORMAT == 1


def test_of_a_later_format_that_alone_is_told() -> None:
    assert codes("format: 2\nlegz: here\n") == [("later_format", 2, "2")]


@pytest.mark.parametrize(
    "value",
    ["0", "-1", "1.0", "true", "one", "'1'", "[1]", "{a: 1}", ".inf", "9" * 30, "9" * 5_000],
)
def test_what_is_no_number_of_a_format_is_told_as_that(value: str) -> None:
    assert codes(f"format: {value}\n") == [("no_format", 2, None)]


def test_a_format_left_empty_is_told() -> None:
    assert codes("format:\n") == [("nothing", 2, None)]


# These files are never changed: they stand for all that people have written in format 1.
def test_a_journey_that_was_written_in_format_1_is_read() -> None:
    journey = load(FROZEN)

    assert check(FROZEN).faults == 0
    assert [leg.mode for leg in journey.legs] == ["train", "bus", "handcar", "bus"]
    assert set(journey.languages) == {"en", "ru", "ko"}
    assert journey.teaching
    assert journey.teaching.questions
    assert any(leg.shape for leg in journey.legs)
