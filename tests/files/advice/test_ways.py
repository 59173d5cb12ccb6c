from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from journey.errors import dotted
from journey.files.advice.ways import ways
from tests.conftest import amount, at, known, leg, place, track

# A degree of the equator is 111.319 km long.
EAST: list[tuple[float, float]] = [(0, 0), (0, 0.5), (0, 1)]


def doubts(**more: Any) -> list[tuple[str, str]]:
    """Path and code of each doubt about one leg from A to B."""
    found = ways(track(legs=[leg("a", "b", **more)]))
    return [(dotted(fault.path), fault.code) for fault in found]


def drawn(line: list[tuple[float, float]], **more: Any) -> Any:
    return known(line=line, **more)


def test_a_leg_as_it_may_be_is_not_doubted() -> None:
    stops = [known(place="b", km=30), known(place="b", km=150)]

    assert doubts(distance=amount(200, "km"), stops=stops, shape=drawn(EAST)) == []


@pytest.mark.parametrize(
    ("said", "shape", "code"),
    [
        ({"value": 400, "unit": "km"}, EAST, "longer_than_drawn"),
        ({"value": 300, "unit": "km"}, EAST, None),  # 2.7 times the line: bends
        ({"value": 400, "unit": "km"}, None, None),  # 3.6 times a line that nobody drew
        ({"value": 300, "unit": "mi"}, None, "longer_than_drawn"),
        ({"less_than": 400, "unit": "km"}, EAST, None),
        ({"value": 120, "unit": "km"}, [(0, 0), (1, 0.5), (0, 1)], "shorter_than_drawn"),
        ({"more_than": 120, "unit": "km"}, [(0, 0), (1, 0.5), (0, 1)], None),
    ],
)
def test_a_distance_is_doubted_that_does_not_fit_the_line(
    said: Any, shape: Any, code: str | None
) -> None:
    more = {"shape": drawn(shape)} if shape else {}

    expected = [("legs[0].distance[0]", code)] if code else []
    assert doubts(distance=[known(**said)], **more) == expected


def test_a_short_walk_by_many_corners_is_not_doubted() -> None:
    walk = leg("a", "b", distance=amount(4, "km"))
    near = [
        known(id=key, name={"en": key}, lat=0, lon=east) for key, east in (("a", 0), ("b", 0.003))
    ]

    assert list(ways(track(places=near, legs=[walk]))) == []


def test_a_stop_is_doubted_beyond_a_line_that_alone_tells_the_length() -> None:
    stops = [known(place="b", km=150), known(place="b", km=180)]

    assert doubts(stops=stops, shape=drawn(EAST)) == [("legs[0].stops[1].km", "stop_beyond_line")]


def test_stops_are_doubted_that_are_counted_backwards() -> None:
    stops = [known(place="b", km=90), known(place="b"), known(place="b", km=60)]

    assert doubts(stops=stops) == [("legs[0].stops[2].km", "stops_out_of_order")]


def passing(line: list[tuple[float, float]], *points: tuple[float, float]) -> list[tuple[str, str]]:
    """The doubts about a leg from (0, 0) to (0, 1) along the line, with stops at the points."""
    ends = [(0.0, 0.0), (0.0, 1.0), *points]
    places = [
        known(id=f"p{i}", name={"en": "P"}, lat=lat, lon=lon) for i, (lat, lon) in enumerate(ends)
    ]
    stops = [known(place=f"p{i + 2}") for i in range(len(points))]
    found = ways(track(places=places, legs=[leg("p0", "p1", shape=known(line=line), stops=stops)]))
    return [(dotted(fault.path), fault.code) for fault in found]


def test_a_line_is_doubted_that_passes_its_stops_in_another_order() -> None:
    assert passing(EAST, (0, 0.2), (0, 0.7)) == []
    assert passing(EAST, (0, 0.7), (0, 0.2)) == [("legs[0].stops[1]", "stop_against_line")]


def test_a_line_that_comes_by_twice_passes_a_stop_on_its_way_back() -> None:
    there_and_back: list[tuple[float, float]] = [(0, 0), (0, 0.8), (0, 0.1), (0, 1)]

    assert passing(there_and_back, (0, 0.7), (0, 0.2)) == []


@pytest.mark.parametrize(
    ("far", "off", "shown"),
    [
        (1.0, 0.015, None),  # 1.66 km off a line of 111 km
        (1.0, 0.1, 11.1),
        (0.02, 0.001, None),  # 111 m off one of 2.2 km
        (0.02, 0.005, 0.56),
        (0.0004, 0.0003, None),  # 33 m off one of 45 m: as near as a receiver is
    ],
)
def test_a_stop_is_doubted_that_the_line_misses(
    far: float, off: float, shown: float | None
) -> None:
    ends = {"a": (0.0, 0.0), "b": (0.0, far), "c": (off, far / 2)}
    places = [
        known(id=key, name={"en": key}, lat=lat, lon=lon, basis="reported", source="log")
        for key, (lat, lon) in ends.items()
    ]
    stop = {"place": "c", "basis": "reported", "source": "log"}
    walk = leg("a", "b", shape=drawn([(0, 0), (0, far)]), stops=[stop])
    log = {"id": "log", "title": "A log", "publisher": "A traveller"}

    found = list(ways(track(places=places, legs=[walk], sources=[log])))

    told = [(dotted(f.path), f.code) for f in found]
    assert told == ([("legs[0].stops[0]", "stop_off_line")] if shown else [])
    assert [f.figures["distance"] for f in found] == pytest.approx([shown] if shown else [], 0.02)


def test_a_stop_may_be_as_far_off_as_where_it_lies_is_uncertain() -> None:
    # A position that is only assumed may be a km off, and one without decimals half a degree.
    assert passing(EAST, (0.02, 0.5)) == []
    assert passing(EAST, (0.3, 0.5)) == [("legs[0].stops[0]", "stop_off_line")]


def recorded(*minutes: float, east: float = 0.001) -> Any:
    """A shape with a point for each of the minutes, so many degrees apart."""
    start = at("2025-06-01T09:00+00:00")
    times: list[datetime] = [start + timedelta(minutes=after) for after in minutes]
    line = [(0.0, index * east) for index in range(len(minutes))]
    return known(line=[*line, (0.0, 1.0)], times=[*times, None])


def test_a_gap_in_what_was_recorded_is_told_where_it_begins() -> None:
    # A point a minute, then none for an hour, while 0.111 km were made.
    found = list(ways(track(legs=[leg("a", "b", shape=recorded(0, 1, 2, 3, 63, 64, 65))])))

    assert [(dotted(f.path), f.code) for f in found] == [("legs[0].shape.line[3]", "recording_gap")]
    assert found[0].figures["time"] == 3_600


def test_a_jump_faster_than_anything_of_the_mode_is_told() -> None:
    # 0.111 km in 2 seconds are 200 km/h, and in 6 seconds 67 km/h: no bus, and a bus.
    fast = leg("a", "b", shape=recorded(0, 0.1, 0.2, 0.2 + 2 / 60, 0.4, 0.5))

    found = list(ways(track(legs=[fast])))

    assert [(dotted(f.path), f.code) for f in found] == [
        ("legs[0].shape.line[2]", "recording_jump")
    ]
    assert found[0].figures["time"] == 2


def test_a_round_trip_is_doubted_of_which_no_way_is_told() -> None:
    stops = [known(place="b")]

    assert [f.code for f in ways(track(legs=[leg("a", "a")]))] == ["leg_without_way"]
    assert [f.code for f in ways(track(legs=[leg("a", "a", stops=stops)]))] == []


def test_a_line_that_leads_nowhere_tells_no_way() -> None:
    still = known(line=[(0, 0), (0, 0)])

    assert [f.code for f in ways(track(legs=[leg("a", "a", shape=still)]))] == ["leg_without_way"]


def test_a_line_is_doubted_that_leaps_to_where_points_without_a_position_are_put() -> None:
    ends = [place("a", 48.9, 2.4), place("b", 45.5, 9.2)]
    leaps = known(line=[(48.9, 2.4), (47, 5), (0, 0), (45.5, 9.2)])

    found = list(ways(track(places=ends, legs=[leg("a", "b", mode="plane", shape=leaps)])))

    assert [(dotted(f.path), f.code) for f in found] == [("legs[0].shape.line[2]", "line_at_zero")]


def test_a_line_over_the_pole_leaves_the_map() -> None:
    # Tromsø and Utqiagvik, on nearly opposite sides of the pole.
    ends = [place("a", 69.65, 18.96), place("b", 71.29, -156.79)]

    (fault,) = ways(track(places=ends, legs=[leg("a", "b")]))

    assert (dotted(fault.path), fault.code) == ("legs[0]", "line_off_the_map")
