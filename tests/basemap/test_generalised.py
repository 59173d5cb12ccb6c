from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np
import pytest

from journey import Track
from journey.basemap.generalised import FAR, LOCAL, generalised, rows, tolerance
from journey.basemap.layers import Layer, Layers, shipped
from journey.basemap.zones import held
from journey.geo.geometry import Point
from tests.basemap.test_packing import read_runs

Pair = tuple[float, float]
BRIDGE = [(42.41, 130.64), (42.43, 130.70)]
LISBON = [(38.7, -9.1), (38.8, -9.2)]


def lines(layer: dict[str, Any]) -> list[list[Pair]]:
    """The lines of a layer, be they texts or not, with the last point of each ring."""

    def walk(node: Any) -> Iterator[Any]:
        if isinstance(node, str) or isinstance(node[0][0], int | float):
            yield node
        else:
            for inner in node:
                yield from walk(inner)

    shapes = [f["geometry"] for f in layer["features"] if f["geometry"]["type"] != "Point"]
    told = [(line, "Polygon" in s["type"]) for s in shapes for line in walk(s["coordinates"])]
    if not all(isinstance(line, str) for line, _ in told):
        return [[(lon, lat) for lon, lat in line] for line, _ in told]
    read = read_runs(line for line, _ in told)
    return [[*line, *line[: int(ring)]] for line, (_, ring) in zip(read, told, strict=True)]


def whole(name: str) -> Layer:
    """A layer as it lies in its file."""
    return shipped().by_name[name]


@cache
def around(*route: Point) -> dict[str, Layer]:
    """The base map around a route, with names in Russian."""
    return generalised(shipped(), route, "ru")


def off(point: Pair, route: list[Pair]) -> float:
    """How far a point (lon, lat) lies from the route (lat, lon), in degrees, the longer way."""
    return min(
        max(abs((point[0] - lon + 180) % 360 - 180), abs(point[1] - lat)) for lat, lon in route
    )


def test_every_layer_is_there() -> None:
    # Waters are told among the places, as far as the route touches them.
    assert set(around(*BRIDGE)) == set(shipped().by_name) - {"waters"}


def test_near_the_route_everything_stays() -> None:
    found = {point for line in lines(around(*BRIDGE)["land"]) for point in line}
    near = [p for line in lines(whole("land")) for p in line if off(p, BRIDGE) < 0.03]

    assert near
    # What lies on a straight line between its neighbours, to five metres, is not needed.
    assert sum(point in found for point in near) > 0.9 * len(near)


@pytest.mark.parametrize("route", [BRIDGE, LISBON])
def test_a_coast_is_off_by_no_more_than_its_distance_allows(route: list[Pair]) -> None:
    (longest,) = [max(lines(whole("land")), key=len)]
    thinned = max(lines(around(*route)["land"]), key=len)

    nodes = np.array(thinned)
    a, b = nodes[:-1], nodes[1:]
    way = b - a
    square = np.maximum((way * way).sum(axis=1), 1e-18)
    for point in longest[::40]:
        part = np.clip(((np.array(point) - a) * way).sum(axis=1) / square, 0, 1)[:, None]
        gap = float(np.hypot(*(a + way * part - point).T).min())
        # Rounded coordinates come on top: half of the tolerance at the most, both ways.
        allowed = float(tolerance(np.array([off(point, route)]))[0])
        assert gap <= allowed * (1 + 2**-0.5) + 1e-5


def test_a_long_straight_leg_has_its_coast_all_along() -> None:
    ends = [(38.5, 131.0), (43.5, 131.0)]
    middle = [(41.0, 131.0)]

    found = len([p for ln in lines(around(*ends)["land"]) for p in ln])
    fewer = len([p for ln in lines(around(*middle, *middle)["land"]) for p in ln])

    assert found > fewer


@pytest.mark.parametrize("route", [BRIDGE, LISBON])
def test_region_and_world_still_meet_at_every_cut(route: list[Pair]) -> None:
    found = around(*route)
    west, south, east, north = shipped().bbox or (0, 0, 0, 0)

    def cuts(name: str) -> set[Pair]:
        inside = (p for line in lines(found[name]) for p in line)
        return {
            (x, y) for x, y in inside
            if west <= x <= east and south <= y <= north
            and (x in (west, east) or y in (south, north))
        }  # fmt: skip

    corners = {(x, y) for x in (west, east) for y in (south, north)}
    assert cuts("land") - corners == cuts("world_land") - corners
    assert cuts("land")


@pytest.mark.parametrize("name", ["land", "world_land", "lakes", "world_lakes"])
def test_every_ring_stays_closed(name: str) -> None:
    rings = lines(around(*BRIDGE)[name])

    assert {(ring[0] == ring[-1], len(ring) >= 4) for ring in rings} == {(True, True)}


def test_places_have_their_names_in_the_language_or_in_english() -> None:
    every = [feature["properties"] for feature in whole("places")["features"]]

    said = list(rows(around(*BRIDGE)["places"]["properties"]))
    assert [place.get("name") for place in said] == [
        about["names"].get("ru", about["names"]["en"]) if about["kind"] != "country" else None
        for about in every
    ]


def test_a_name_that_the_journey_writes_in_another_language_is_not_sent() -> None:
    places = generalised(shipped(), BRIDGE, "ru", taken={"Vladivostok"})["places"]
    names = list(places["properties"]["name"])

    assert "Владивосток" not in names
    assert names.count("") == 1


def test_nor_is_one_in_letters_that_run_from_right_to_left() -> None:
    about = {"kind": "city", "zoom": 5, "names": {"en": "Haifa", "he": "חיפה"}}
    city = {"geometry": {"type": "Point", "coordinates": [35.0, 32.8]}, "properties": about}
    base = Layers.of({"places": {"features": [city]}}, shipped())

    found = generalised(base, [(32.1, 34.8), (32.8, 35.0)], "he", taken={"חיפה"})

    assert found["places"]["properties"]["name"] == [""]


def test_places_say_whose_they_are_and_countries_only_that() -> None:
    found = around(*BRIDGE)["world_places"]
    whose = {feature["properties"]["names"]["en"]: i for i, feature in enumerate(whole_places())}

    said = list(rows(found["properties"]))
    assert found["countries"][2 * whose["France"] :][:2] == "FR"
    assert found["countries"][2 * whose["Tokyo"] :][:2] == "JP"
    assert len(found["countries"]) == 2 * len(said)
    assert "name" not in said[whose["France"]]


def whole_places() -> list[Layer]:
    features: list[Layer] = whole("world_places")["features"]
    return features


@pytest.mark.parametrize("name", ["borders", "world_borders"])
def test_every_line_of_a_border_says_what_lies_left_and_right_of_it(name: str) -> None:
    told = [
        (feature["geometry"]["coordinates"], feature["properties"]["sides"])
        for feature in around(*LISBON)[name]["features"]
    ]
    counts = [(1 if isinstance(inner, str) else len(inner), len(sides)) for inner, sides in told]

    assert counts
    assert all(4 * count == letters for count, letters in counts)
    assert {sides[:2] + sides[2:4] for _, sides in told} <= pairs(name)


def test_every_area_of_land_says_whose_it_is() -> None:
    (land,) = around(*LISBON)["world_land"]["features"]
    told = land["properties"]["countries"]
    areas = read_runs(ring for area in land["geometry"]["coordinates"] for ring in area)
    codes = [told[i : i + 2] for i in range(0, len(told), 2)]
    # Sicily and Iceland, by a point of each in the middle.
    found = {
        code
        for code, area in zip(codes, areas, strict=True)
        for spot in [(14.2, 37.5), (-18.6, 64.9)]
        if held(np.array([spot]), [np.array(area)])[0]
    }

    assert len(codes) == len(land["geometry"]["coordinates"])
    assert found == {"IT", "IS"}


def pairs(name: str) -> set[str]:
    """The sides of all lines of a layer, as four letters."""
    every = [feature["properties"]["sides"] for feature in whole(name)["features"]]
    flat = [pair for sides in every for pair in ([sides] if isinstance(sides[0], str) else sides)]
    return {left + right for left, right in flat}


@pytest.mark.parametrize("name", ["places", "world_places"])
def test_places_stand_where_the_files_have_them(name: str) -> None:
    (found,) = read_runs([around(*BRIDGE)[name]["points"]])

    told = [
        feature["geometry"]["coordinates"]
        for feature in whole(name)["features"]
        if feature["properties"]["zoom"] < LOCAL
        or off(feature["geometry"]["coordinates"], BRIDGE) <= FAR
    ]
    assert len(told) > 100
    for point, at in zip(found, told, strict=True):
        allowed = float(tolerance(np.array([off(at, BRIDGE)]))[0])
        assert point == pytest.approx(at, abs=allowed / 2 + 1e-5)


def test_the_journeys_map_is_a_third_of_the_files(handcar: Track) -> None:
    route = [point for leg in handcar.legs for point in leg.line]

    sizes = [
        len(json.dumps(layers, ensure_ascii=False).encode())
        for layers in (around(*route), shipped().by_name)
    ]

    assert sizes[0] < sizes[1] / 3
