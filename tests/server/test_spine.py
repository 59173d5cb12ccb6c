from __future__ import annotations

from pathlib import Path

from journey.server.spine import judged
from journey.track.thin import MOST
from tests.conftest import journey, known, leg


def test_a_journey_of_very_many_points_is_told_in_a_line_without_how_far_it_is() -> None:
    def told(points: int) -> str:
        line = [(0.0, i / (points - 1)) for i in range(points)]
        found = journey(legs=[leg("a", "b", shape=known(line=line))])
        return judged("long", Path(), "", lambda: found).line["en"]

    few, many = told(100), told(MOST + 1)

    assert few.startswith(many)
    assert few.removeprefix(many).endswith(" km")
    assert many
