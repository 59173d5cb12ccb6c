"""Whose the land in a picture is: held against what every atlas shows."""

from __future__ import annotations

import pytest

from journey.basemap.layers import Layers, shipped
from journey.basemap.projection import Projection
from journey.basemap.territory import CELL, Territory, territory


def around(south: float, west: float, north: float, east: float) -> tuple[Projection, Territory]:
    projection = Projection.around(((south, west), (north, east)), (720, 556), 0)
    return projection, territory(shipped(), projection)


def owner(found: tuple[Projection, Territory], lat: float, lon: float) -> str:
    projection, land = found
    x, y = projection.place((lat, lon))
    return str(land.owners[int(y / CELL), int(x / CELL)])


def test_land_around_the_tumen_belongs_to_three_countries_and_the_sea_to_none() -> None:
    found = around(37, 122, 45, 134)

    # Jilin, Kanggye, Ussuriysk, Wonju, the East Sea: by any gazetteer.
    spots = [(43.84, 126.55), (40.97, 126.6), (43.8, 131.95), (37.35, 127.95), (40.0, 131.5)]
    assert [owner(found, *spot) for spot in spots] == ["CN", "KP", "RU", "KR", ""]


def test_the_banks_of_the_tumen_at_the_bridge_belong_to_those_who_live_there() -> None:
    found = around(42.405, 130.61, 42.435, 130.66)

    # Khasan's station; the hills by the Korean end of the bridge; the tip of China.
    assert owner(found, 42.42806, 130.64528) == "RU"
    assert owner(found, 42.4100, 130.6250) == "KP"
    assert owner(found, 42.4290, 130.6230) == "CN"


@pytest.mark.parametrize(
    ("lat", "lon", "country"),
    [
        (42.9, -3.7, "ES"),
        (45.5, 2.5, "FR"),
        (47.9, 10.5, "DE"),
        (53.3, -7.5, "IE"),
        (44.5, 11.3, "IT"),
    ],
)
def test_countries_of_europe_are_where_they_are(lat: float, lon: float, country: str) -> None:
    assert owner(around(38, -10, 56, 18), lat, lon) == country


def test_land_without_a_border_in_sight_is_that_of_the_nearest_place_on_it() -> None:
    # The middle of France, and that of North Korea.
    assert owner(around(46.4, 2.0, 46.8, 2.7), 46.6, 2.4) == "FR"
    assert owner(around(40.2, 126.8, 40.6, 127.4), 40.4, 127.1) == "KP"


def test_a_state_too_small_for_a_border_has_none_of_the_land_of_its_neighbour() -> None:
    # The valley of the Durance, to which no place known is nearer than Monaco; Reykjavik, and
    # Iceland has no border, either.
    assert owner(around(43.9, 5.6, 44.5, 6.2), 44.2, 5.9) == "FR"
    assert owner(around(64.5, -20, 65, -19), 64.75, -19.5) == "IS"


@pytest.mark.parametrize(
    ("lat", "lon", "country"),
    [
        (40.0, 9.1, "IT"),
        (37.5, 14.2, "IT"),
        (-7.6, 110.7, "ID"),
        (0.5, 101.5, "ID"),
        (7.8, 125.0, "PH"),
        (43.4, 142.8, "JP"),
        (55.4, 11.8, "DK"),
    ],
    ids=["Sardinia", "Sicily", "Java", "Sumatra", "Mindanao", "Hokkaido", "Zealand"],
)
@pytest.mark.parametrize("wide", [2, 12])
def test_an_island_is_whose_it_is_though_another_country_is_nearer_than_its_capital(
    lat: float, lon: float, country: str, wide: float
) -> None:
    assert owner(around(lat - wide, lon - wide, lat + wide, lon + wide), lat, lon) == country


def test_a_border_says_nothing_of_land_beyond_water() -> None:
    # The Adriatic, seen so wide that Croatia's borders run a few cells off Italy's coast.
    assert owner(around(20, -30, 65, 60), 41.5, 15.0) == "IT"


def test_antarctica_is_nobodys() -> None:
    assert owner(around(-85, -60, 60, 170), -80, 60) == ""


def test_a_name_has_its_seat_in_its_country_and_a_large_one_has_none() -> None:
    projection, land = around(37, 122, 45, 134)

    first = next(land.seats("KP", 120, 15))

    assert owner((projection, land), *projection.point(first)) == "KP"
    assert list(land.seats("KP", 600, 15)) == []


def test_without_layers_there_is_no_land() -> None:
    projection = Projection.around(((0, 0), (1, 1)), (720, 556), 0)

    assert territory(Layers({}), projection).countries() == []
