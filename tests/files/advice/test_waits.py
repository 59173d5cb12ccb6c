"""Who tells a wait at both of its ends learns that the two are added."""

from __future__ import annotations

import pytest

from journey import Journey, Track
from journey.errors import dotted
from journey.files.advice.waits import waits
from tests.conftest import amount, known, leg, place, told


@pytest.mark.parametrize(
    ("to", "start", "expected"),
    [(3, 3, ["legs[1].from.dwell"]), (3, 2, ["legs[1].from.dwell"]), (3, 0, []), (0, 3, [])],
)
def test_a_wait_at_both_ends_is_doubted(to: int, start: int, expected: list[str]) -> None:
    places = [place(name, 48, 2 + index) for index, name in enumerate("abc")]
    end = known(place="b", dwell=amount(to, "h") if to else [])
    begin = known(place="b", dwell=amount(start, "h") if start else [])
    data = told(places=places, legs=[leg("a", "b", to=end), leg("b", "c", **{"from": begin})])

    found = list(waits(Track.of(Journey.model_validate(data))))

    assert [dotted(fault.path) for fault in found] == expected
