from __future__ import annotations

import pytest

from journey.files.advice.modes import modes
from tests.conftest import Data, leg, track
from tests.model.test_mode import ROPE

FERRY = leg("b", "c", mode="ferry")


def doubts(own: Data, *legs: Data) -> list[tuple[str, dict[str, object]]]:
    """Code and figures of each doubt about a journey with that mode and those legs."""
    return [(fault.code, dict(fault.figures)) for fault in modes(track(modes=[own], legs=[*legs]))]


def test_a_mode_that_no_leg_has_is_doubted() -> None:
    assert doubts(ROPE, FERRY) == [("mode_unused", {"id": "rope"})]


@pytest.mark.parametrize(("dash", "alike"), [([14, 4, 3, 4], True), ([14, 4], False)])
def test_a_mode_that_is_drawn_as_another_of_the_journey_is_doubted(
    dash: list[int], alike: bool
) -> None:
    found = doubts({**ROPE, "dash": dash}, leg("a", "b", mode="rope"), FERRY)

    # That dash is the ferry's, whose colour it has as well.
    assert found == ([("modes_alike", {"id": "rope", "other": "ferry"})] if alike else [])


def test_nobody_doubts_a_line_that_looks_like_one_of_a_mode_that_is_not_there() -> None:
    assert doubts({**ROPE, "dash": [14, 4, 3, 4]}, leg("a", "b", mode="rope")) == []
