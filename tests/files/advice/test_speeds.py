from __future__ import annotations

from typing import Any

import pytest

from journey.errors import dotted
from journey.files.advice.speeds import speeds
from tests.conftest import known, leg, place, track


def doubts(mode: str, km: Any, hours: Any, **more: Any) -> list[tuple[str, str]]:
    """Path and code of each doubt about a leg of so many km and hours."""
    length, time = known(unit="km", **_said(km)), known(unit="h", **_said(hours))
    ride = {**leg("a", "b", distance=length, duration=time, **more), "mode": mode}
    return [(dotted(fault.path), fault.code) for fault in speeds(track(legs=[ride]))]


def _said(figure: Any) -> Any:
    return figure if isinstance(figure, dict) else {"value": figure}


@pytest.mark.parametrize(
    ("mode", "km", "hours"),
    [
        ("walk", 120, 10),  # 12 km/h is running
        ("bicycle", 140, 2),
        ("handcar", 112, 2),
        ("horse", 160, 2),
        ("ship", 250, 2),
        ("bus", 320, 2),
        ("car", 600, 2),
        ("train", 1_000, 2),
        ("plane", 6_000, 2),
    ],
)
def test_a_speed_is_doubted_that_nothing_of_the_mode_has(
    mode: str, km: float, hours: float
) -> None:
    assert doubts(mode, km, hours) == [("legs[0].mode", "faster_than_any")]


@pytest.mark.parametrize(
    ("mode", "km", "hours"),
    [
        ("walk", 112, 20),
        ("bicycle", 112, 2.5),
        ("train", 1_318, 4.3),  # Beijing to Shanghai, by the timetable
        ("ship", 5_500, 82.67),  # United States over the Atlantic, 1952: 3 d 10 h 40 min
        ("plane", 5_850, 2.88),  # Concorde from New York to London, 1996: 2 h 52 min 59 s
        ("other", 40_000, 1),
    ],
)
def test_a_speed_that_was_reached_is_not_doubted(mode: str, km: float, hours: float) -> None:
    assert doubts(mode, km, hours) == []


def test_bounds_are_doubted_only_where_no_speed_within_them_is_possible() -> None:
    assert doubts("walk", 120, {"range": [10, 30]}) == []
    assert doubts("walk", 120, {"about": 12}) == []  # 10 km/h, a quarter more or less
    assert doubts("walk", {"more_than": 120}, 10) == [("legs[0].mode", "faster_than_any")]


def test_a_plane_is_doubted_that_would_fall_down() -> None:
    assert doubts("plane", 900, 90) == [("legs[0].mode", "slower_than_any")]
    assert doubts("plane", 900, 10) == []
    assert doubts("plane", 66, 2.75) == []  # a paraglider in the Alps
    assert doubts("plane", 900, 90, stops=[known(place="c")]) == []
    assert doubts("plane", {"more_than": 900}, 90) == []


def test_a_vehicle_is_doubted_that_hardly_moves() -> None:
    # 427 km in 200 days are 89 m an hour; a caravan may take so long, and a ship in the ice.
    assert doubts("train", 427, 4_800) == [("legs[0].mode", "slower_than_any")]
    assert doubts("ship", 427, 4_800) == doubts("horse", 427, 4_800) == []


def test_what_is_told_of_a_doubted_speed_is_the_one_that_is_shown() -> None:
    # Drawn from A to B is a degree of the equator, 111.3 km; in 4 h it is 27.8 km/h.
    ride = {**leg("a", "b", duration=known(value=4, unit="h")), "mode": "walk"}

    (fault,) = speeds(track(legs=[ride]))

    assert fault.figures["speed"] == pytest.approx(27.8, abs=0.1)


def test_a_way_that_takes_no_time_at_all_is_doubted() -> None:
    noon = known(at="2024-06-10T12:00+00:00")
    ride = leg("a", "b", departs=noon, arrives=noon)

    assert [fault.code for fault in speeds(track(legs=[ride]))] == ["faster_than_any"]
    assert doubts("train", 112, 0) == [("legs[0].mode", "faster_than_any")]
    assert doubts("train", 0.5, 0) == []


def test_a_stretch_between_two_known_times_is_doubted_as_well() -> None:
    # 111 km in 8 hours are a bus; 60 of them in a quarter of an hour are 240 km/h.
    times = {"departs": known(at="08:00"), "arrives": known(at="16:00")}
    stops = [known(place="c", km=50, at="15:00"), known(place="d", km=110, at="15:15")]
    ride = leg("a", "b", distance=known(value=112, unit="km"), stops=stops, **times)

    places = [place(key, 0, east) for key, east in zip("abcd", (0, 1, 0.45, 0.98), strict=True)]

    found = list(speeds(track(legs=[ride], places=places)))

    assert [(dotted(f.path), f.code) for f in found] == [("legs[0].stops[1]", "faster_than_any")]
