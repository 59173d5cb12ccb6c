from __future__ import annotations

from typing import Any

import pytest

from journey.track.fineness import DAY, HOUR, MINUTE, finest
from tests.conftest import amount, known, leg, track


def of(*durations: dict[str, Any]) -> tuple[float, ...]:
    """How finely the time is known on legs there and back that last so."""
    return finest(
        track(
            legs=[
                {**leg(*("ab" if i % 2 == 0 else "ba"), duration=[known(**said)]), "id": f"l{i}"}
                for i, said in enumerate(durations)
            ]
        )
    )


@pytest.mark.parametrize(
    ("said", "step"),
    [
        ({"value": 20, "unit": "s"}, 1),
        ({"value": 330, "unit": "min"}, MINUTE),
        ({"value": 32, "unit": "h"}, HOUR),
        ({"value": 2.5, "unit": "h"}, MINUTE),
        ({"value": 400, "unit": "d"}, DAY),
        ({"value": 1.5, "unit": "d"}, HOUR),
        ({"value": 6, "unit": "w"}, DAY),
        # Who says so does not mean each of the minutes.
        ({"about": 90, "unit": "min"}, HOUR),
        ({"range": [20, 60], "unit": "min"}, HOUR),
        ({"range": [30, 32], "unit": "min"}, MINUTE),
        ({"more_than": 30, "unit": "min"}, HOUR),
        ({"range": [24, 72], "unit": "h"}, DAY),
    ],
)
def test_time_is_known_no_finer_than_it_was_claimed(said: dict[str, Any], step: float) -> None:
    assert of(said) == (step,)


def test_what_was_rough_once_is_not_finer_later() -> None:
    exact, rough = {"value": 90, "unit": "min"}, {"about": 90, "unit": "min"}

    assert of(exact, rough, exact) == (MINUTE, HOUR, HOUR)


def test_a_wait_known_roughly_makes_the_time_rough() -> None:
    end = known(place="b", dwell=[known(about=3, unit="d")])

    assert finest(track(legs=[leg("a", "b", duration=amount(90, "min"), to=end)])) == (DAY,)


def test_of_unknown_times_nothing_is_finer_than_a_second() -> None:
    assert finest(track()) == (1, 1)


def test_clock_times_that_are_told_again_make_the_time_finer_again() -> None:
    said = [known(at=f"2025-06-0{day}T12:00Z") for day in (1, 6, 9)]
    rough = [known(about=3, unit="d")]
    legs = [
        leg("a", "b", departs=[said[0]], duration=rough),
        leg("b", "c", departs=[said[1]], arrives=[said[2]], duration=rough),
    ]

    # On the second leg each moment lies between two that are told to the minute.
    assert finest(track(legs=legs)) == (DAY, MINUTE)
    assert finest(track(legs=[legs[0], {**legs[1], "departs": []}])) == (DAY, DAY)
