"""The table of waters and islands fits the coast that the project ships."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pytest

from journey.basemap.generalised import generalised, rows
from journey.basemap.layers import shipped
from journey.basemap.zones import Coords, held
from journey.geo.geometry import Point, distance

# What is smaller, in km, the coast of the world leaves out, or is too coarse to be asked.
SMALL = {"island": 45.0, "sea": 12.0}
NAMED = [feature["properties"] for feature in shipped().by_name["waters"]["features"]]


@cache
def land() -> list[Coords]:
    return [np.array(ring)[:, ::-1] for ring in shipped().rings("land", "world_land")]


def points() -> Coords:
    every = shipped().by_name["waters"]["features"]
    return np.array([feature["geometry"]["coordinates"] for feature in every])


def test_islands_stand_on_land_and_waters_on_the_sea() -> None:
    dry = held(points(), land())

    large = [about["across"] >= SMALL[about["kind"]] for about in NAMED]
    wrong = [
        about["names"]["en"]
        for about, is_dry, is_large in zip(NAMED, dry, large, strict=True)
        if is_large and is_dry != (about["kind"] == "island")
    ]
    assert sum(large) > 200
    assert wrong == []


@pytest.mark.parametrize("name", ["Crete", "Iceland", "Sicily", "Tasmania", "Naxos", "Euboea"])
def test_an_island_is_as_wide_as_its_coast(name: str) -> None:
    at = next(i for i, about in enumerate(NAMED) if about["names"]["en"] == name)
    spot = points()[at : at + 1]

    (ring,) = (ring for ring in land() if held(spot, [ring])[0])
    (west, south), (east, north) = ring.min(axis=0), ring.max(axis=0)
    across = distance((float(south), float(west)), (float(north), float(east)))
    assert 0.6 < NAMED[at]["across"] / across < 1.2


def test_each_name_stands_once_and_has_room_from_some_zoom_on() -> None:
    names = [about["names"]["en"] for about in NAMED]

    assert len(set(names)) == len(names)
    assert all(3 <= about["zoom"] <= 11 for about in NAMED)


def named(route: list[Point]) -> set[str]:
    """What is sent of the table with a route."""
    layer: dict[str, Any] = generalised(shipped(), route, "en")["world_places"]
    kinds = ("sea", "island")
    return {said["name"] for said in rows(layer["properties"]) if said["kind"] in kinds}


def test_what_the_route_touches_is_named_and_nothing_else() -> None:
    assert named([(35.9, -5.9), (36.0, -5.3)]) == {"Strait of Gibraltar"}
    assert named([(37.1, 25.4), (36.4, 25.4)]) >= {"Naxos", "Santorini", "Aegean Sea"}
    assert named([(45.8, 6.9), (46.0, 7.1)]) == set()


@pytest.mark.parametrize(
    ("ends", "name"),
    [
        ([(31.2, 32.35), (29.9, 32.55)], "Suez Canal"),
        ([(9.35, -79.92), (8.9, -79.55)], "Panama Canal"),
        ([(53.9, 9.15), (54.36, 10.12)], "Kiel Canal"),
        ([(37.95, 22.9), (37.92, 23.05)], "Corinth Canal"),
    ],
)
def test_a_way_from_sea_to_sea_is_told_with_the_canal_that_it_takes(
    ends: list[Point], name: str
) -> None:
    assert name in named(ends)
