"""The files of the base map are small, whole, in place and say where they come from."""

import gzip
import json
import math
from collections.abc import Iterator
from functools import cache
from itertools import chain, combinations, pairwise
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[2] / "data" / "basemap"
REGION = ("land", "lakes", "borders", "river", "places")
WORLD = ("world_land", "world_lakes", "world_borders", "world_places")
EVERY = REGION + WORLD
AREAS = ("land", "lakes", "world_land", "world_lakes")
WEST, SOUTH, EAST, NORTH = 123.0, 37.0, 135.0, 45.5

#: Where the border crosses the rails on the bridge, (lat, lon), OpenStreetMap.
BRIDGE = (42.415217, 130.641271)
#: Metres in a degree of latitude, on average (WGS 84).
DEGREE = 111_190

#: Kilometres that no coast of the world is drawn straight for.
STRAIGHT = 160.0

#: GeoJSON order, as in the files.
Position = tuple[float, float]


@cache
def layer(name: str) -> dict[str, Any]:
    """One file, read."""
    found: dict[str, Any] = json.loads((FOLDER / f"{name}.geojson").read_text(encoding="utf-8"))
    return found


@cache
def rings(name: str) -> list[list[Position]]:
    """Every ring or line of a layer of areas or lines."""
    return list(_rings(name))


def _rings(name: str) -> Iterator[list[Position]]:
    for feature in layer(name)["features"]:
        shape, depth = feature["geometry"], {"LineString": 0, "MultiLineString": 1}
        groups = shape["coordinates"]
        if shape["type"] == "MultiPolygon":
            groups = chain.from_iterable(groups)
        elif depth[shape["type"]] == 0:
            groups = [groups]
        for ring in groups:
            yield [(point[0], point[1]) for point in ring]


def positions(name: str) -> Iterator[Position]:
    """Every position of a layer."""
    if name.endswith("places"):
        for feature in layer(name)["features"]:
            lon, lat = feature["geometry"]["coordinates"]
            yield lon, lat
    else:
        yield from chain.from_iterable(rings(name))


def in_box(position: Position) -> bool:
    """Whether a position lies in the region's box, its edge included."""
    return WEST <= position[0] <= EAST and SOUTH <= position[1] <= NORTH


def sides(position: Position) -> set[str]:
    """The sides of the box that the position lies on."""
    lon, lat = position
    on = {"west": lon == WEST, "east": lon == EAST, "south": lat == SOUTH, "north": lat == NORTH}
    return {side for side, lies in on.items() if lies and in_box(position)}


def cuts(name: str) -> dict[str, list[float]]:
    """Where land begins and ends along each side of the box, in degrees, sorted.

    Inner vertices of a side, where one cut ends and the next begins, cancel out.
    """
    ends: dict[str, set[float]] = {"west": set(), "east": set(), "south": set(), "north": set()}
    for start, end in chain.from_iterable(pairwise(ring) for ring in rings(name)):
        for side in sides(start) & sides(end):
            axis = 1 if side in ("west", "east") else 0
            ends[side] ^= {start[axis], end[axis]}
    return {side: sorted(found) for side, found in ends.items()}


@cache
def edges(name: str) -> list[tuple[Position, Position]]:
    """Every edge of a layer of areas."""
    return list(chain.from_iterable(map(pairwise, rings(name))))


def covered(lat: float, lon: float, *names: str) -> bool:
    """Whether the point lies in a layer, by counting crossings to the east."""
    inside = False
    for (x, y), (u, v) in chain.from_iterable(edges(name) for name in names):
        if (y > lat) != (v > lat) and lon < x + (lat - y) * (u - x) / (v - y):
            inside = not inside
    return inside


def cut(start: Position, end: Position) -> bool:
    """Whether an edge is where the data is cut, and no coast."""
    sea = bool(sides(start) & sides(end))
    return sea or (start[0] == end[0] and abs(start[0]) == 180) or start[1] == end[1] == -90


def kilometres(start: Position, end: Position) -> float:
    """How long an edge is, on a plane in its middle."""
    wide = math.cos(math.radians((start[1] + end[1]) / 2))
    return math.hypot((start[0] - end[0]) * wide, start[1] - end[1]) * DEGREE / 1000


def cross(one: tuple[Position, Position], other: tuple[Position, Position]) -> bool:
    """Whether two edges cross each other between their ends."""
    (a, b), (c, d) = one, other
    if max(a[0], b[0]) <= min(c[0], d[0]) or max(c[0], d[0]) <= min(a[0], b[0]):
        return False
    return turn(a, b, c) * turn(a, b, d) < 0 and turn(c, d, a) * turn(c, d, b) < 0


def turn(a: Position, b: Position, c: Position) -> float:
    """Which side of the way from ``a`` to ``b`` the third point lies on; 0 within rounding."""
    found = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    return found if abs(found) > 1e-9 else 0.0


def metres_to(start: Position, end: Position, point: tuple[float, float] = BRIDGE) -> float:
    """How far a point (lat, lon) lies from an edge, in metres, on a plane at the point."""
    lat, lon = point
    wide = DEGREE * math.cos(math.radians(lat))
    x, y = (start[0] - lon) * wide, (start[1] - lat) * DEGREE
    u, v = (end[0] - lon) * wide - x, (end[1] - lat) * DEGREE - y
    along = max(0.0, min(1.0, -(x * u + y * v) / (u * u + v * v)))
    return math.hypot(x + along * u, y + along * v)


def packed(names: tuple[str, ...]) -> int:
    """How many bytes the layers take, each packed by gzip."""
    return sum(len(gzip.compress((FOLDER / f"{name}.geojson").read_bytes(), 9)) for name in names)


def test_the_region_is_small_enough_to_embed() -> None:
    plain = sum((FOLDER / f"{name}.geojson").stat().st_size for name in REGION)

    assert plain <= 800_000
    assert packed(REGION) <= 195_000


def test_the_world_is_light() -> None:
    assert packed(WORLD) <= 600_000


@pytest.mark.parametrize("name", EVERY)
def test_each_layer_says_whose_it_is(name: str) -> None:
    found = layer(name)

    assert found["type"] == "FeatureCollection"
    assert all(found[word] for word in ("licence", "attribution", "source"))


@pytest.mark.parametrize("name", EVERY)
def test_every_position_is_on_earth(name: str) -> None:
    assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in positions(name))


@pytest.mark.parametrize("name", REGION)
def test_the_region_keeps_to_its_box(name: str) -> None:
    assert all(map(in_box, positions(name)))


@pytest.mark.parametrize("name", WORLD)
def test_the_world_keeps_out_of_the_box(name: str) -> None:
    inside = [place for place in positions(name) if in_box(place) and not sides(place)]

    assert inside == []


@pytest.mark.parametrize("name", AREAS)
def test_every_ring_is_closed(name: str) -> None:
    assert all(len(ring) >= 4 and ring[0] == ring[-1] for ring in rings(name))


@pytest.mark.parametrize("name", AREAS)
def test_rings_run_counterclockwise_and_holes_clockwise(name: str) -> None:
    for polygon in layer(name)["features"][0]["geometry"]["coordinates"]:
        turns = [sum(x * v - u * y for (x, y), (u, v) in pairwise(ring)) for ring in polygon]

        assert turns[0] > 0
        assert all(turn < 0 for turn in turns[1:])


def test_land_is_cut_at_the_same_points_on_both_sides_of_the_box() -> None:
    inner, outer = cuts("land"), cuts("world_land")

    assert inner == outer
    assert all(inner[side] for side in ("west", "south", "east", "north"))


def test_no_lake_touches_the_edge_of_the_box() -> None:
    touching = [place for name in ("lakes", "world_lakes") for place in positions(name)]

    assert not any(map(sides, touching))


def test_borders_meet_at_the_edge_of_the_box() -> None:
    inner = {end for line in rings("borders") for end in (line[0], line[-1]) if sides(end)}
    outer = {end for line in rings("world_borders") for end in (line[0], line[-1]) if sides(end)}

    assert len(inner) == 1  # China and Russia part at the Ussuri, on the northern edge.
    assert inner == outer


def test_eurasia_is_cut_alike_on_both_sides_of_the_antimeridian() -> None:
    edges = {180.0: set[float](), -180.0: set[float]()}
    for start, end in chain.from_iterable(map(pairwise, rings("world_land"))):
        if start[0] == end[0] and start[0] in edges:
            edges[start[0]] ^= {start[1], end[1]}

    assert edges[180.0] == edges[-180.0]
    assert len(edges[180.0]) >= 4


def test_antarctica_is_closed_at_the_pole() -> None:
    polar = {lon for lon, lat in positions("world_land") if lat == -90}

    assert {-180.0, 180.0} <= polar


def test_the_tumen_passes_where_the_border_crosses_the_rails() -> None:
    rivers = (
        feature["geometry"]["coordinates"]
        for feature in layer("borders")["features"]
        if feature["properties"]["kind"] == "river"
    )

    assert min(metres_to(*edge) for line in rivers for edge in pairwise(line)) < 50


def test_borders_are_of_known_kinds() -> None:
    kinds = {feature["properties"]["kind"] for feature in layer("borders")["features"]}

    assert kinds == {"river", "border", "line"}


def sided(name: str) -> Iterator[tuple[tuple[str, str], list[Position]]]:
    """The lines of a layer of borders, each with the countries left and right of it."""
    for feature in layer(name)["features"]:
        inner, pairs = feature["geometry"]["coordinates"], feature["properties"]["sides"]
        many = feature["geometry"]["type"] == "MultiLineString"
        for line, (left, right) in zip(
            inner if many else [inner], pairs if many else [pairs], strict=True
        ):
            yield (left, right), line


def facing(lat: float, lon: float, *names: str, between: set[str] | None = None) -> str:
    """The country on the side of the nearest border that a point lies on."""
    wide = math.cos(math.radians(lat))
    found: list[tuple[float, float, str]] = []
    for (left, right), line in chain.from_iterable(map(sided, names)):
        if between in (None, {left, right}):
            for (x, y), (u, v) in pairwise(line):
                way = (u - x) * wide, v - y
                to = (lon - x) * wide, lat - y
                square = way[0] ** 2 + way[1] ** 2 or 1e-12
                part = max(0.0, min(1.0, (to[0] * way[0] + to[1] * way[1]) / square))
                off = math.hypot(to[0] - part * way[0], to[1] - part * way[1])
                turn = way[0] * to[1] - way[1] * to[0]
                # Of two edges that meet where the point is nearest, it faces the one more.
                found.append((round(off, 9), -abs(turn) / square**0.5, left if turn > 0 else right))
    return min(found)[-1]


def test_every_city_of_the_region_lies_on_its_countrys_side_of_the_nearest_border() -> None:
    # South of the line of demarcation cities lie past its ends, where it has no sides.
    cities = [
        feature
        for feature in layer("places")["features"]
        if feature["properties"]["kind"] in ("city", "capital")
        and feature["properties"]["country"] != "KR"
    ]

    wrong = {
        city["properties"]["names"]["en"]
        for city in cities
        if facing(*own_point(city), "borders") != city["properties"]["country"]
    }

    assert len(cities) > 40
    assert wrong == set()


def own_point(feature: dict[str, Any]) -> tuple[float, float]:
    """The latitude and longitude of a place."""
    lon, lat = feature["geometry"]["coordinates"]
    return lat, lon


# Capitals, by any gazetteer, and a neighbour of their country.
@pytest.mark.parametrize(
    ("lat", "lon", "country", "other"),
    [
        (48.86, 2.35, "FR", "ES"),
        (40.42, -3.70, "ES", "FR"),
        (38.71, -9.14, "PT", "ES"),
        (52.52, 13.41, "DE", "PL"),
        (52.23, 21.01, "PL", "DE"),
        (28.61, 77.21, "IN", "PK"),
        (45.42, -75.70, "CA", "US"),
        (38.91, -77.04, "US", "CA"),
        (-34.60, -58.38, "AR", "CL"),
        (-33.45, -70.67, "CL", "AR"),
        (17.97, 102.60, "LA", "TH"),
        (39.90, 116.40, "CN", "MN"),
        (47.92, 106.92, "MN", "CN"),
        (47.92, 106.92, "MN", "RU"),
    ],
)
def test_a_capital_lies_on_its_countrys_side_of_the_border(
    lat: float, lon: float, country: str, other: str
) -> None:
    assert facing(lat, lon, "world_borders", between={country, other}) == country


def test_three_countries_meet_at_the_tumen_as_they_do() -> None:
    # The stations on both banks, and the town of China that is nearest.
    assert facing(42.4214, 130.6081, "borders") == "KP"
    assert facing(42.42806, 130.64528, "borders") == "RU"
    assert facing(42.8625, 130.3653, "borders") == "CN"


@pytest.mark.parametrize(
    ("name", "lat", "lon"),
    [
        ("Pyongyang", 39.02, 125.75),
        ("Tumangang station", 42.4214, 130.6081),
        ("Khasan station", 42.42806, 130.64528),
        ("Vladivostok station", 43.1113, 131.8818),
        ("Ulleungdo", 37.5, 130.87),
        ("Moscow", 55.75, 37.62),
        ("Beijing", 39.9, 116.4),
        ("Chicago", 41.85, -87.75),
        ("South Pole", -89.9, 10.0),
    ],
)
def test_land_is_where_land_is(name: str, lat: float, lon: float) -> None:
    assert covered(lat, lon, "land", "world_land"), name


# Points on islands and beside canals, by any gazetteer.
@pytest.mark.parametrize(
    ("name", "lat", "lon"),
    [
        ("Elephant Island", -61.13, -55.15),
        ("Niue", -19.05, -169.87),
        ("Rarotonga", -21.23, -159.78),
        ("Pitcairn", -25.07, -130.10),
        ("Easter Island", -27.12, -109.35),
        ("Saint Helena", -15.96, -5.71),
        ("Ascension", -7.95, -14.36),
        ("Tristan da Cunha", -37.11, -12.28),
        ("Bermuda", 32.31, -64.76),
        ("Nauru", -0.53, 166.93),
        ("Mykonos", 37.45, 25.38),
        ("Santorini", 36.36, 25.46),
        ("Malta", 35.88, 14.45),
        ("Capri", 40.552, 14.235),
        ("Isla de Ometepe's shore, Rivas", 11.44, -85.83),
        ("Gatun, by the Panama Canal", 9.26, -79.93),
        ("Lisbon", 38.725, -9.15),
        ("Sintra", 38.80, -9.38),
        ("Setúbal", 38.53, -8.89),
    ],
)
def test_islands_and_shores_are_land(name: str, lat: float, lon: float) -> None:
    assert covered(lat, lon, "world_land"), name


# Capes by gazetteers and pilot books, each (lat, lon).
CAPES = {
    "Cabo da Roca": (38.781, -9.500),
    "Cabo Espichel": (38.413, -9.222),
    "Cape Saint Vincent": (37.023, -8.997),
    "Europa Point": (36.109, -5.345),
    "Land's End": (50.066, -5.715),
    "North Cape": (71.170, 25.783),
    "Cape Agulhas": (-34.833, 20.000),
    "Cape Point": (-34.357, 18.497),
    "Pointe des Almadies": (14.744, -17.532),
    "Ponta do Seixas": (-7.155, -34.793),
    "Cape Comorin": (8.078, 77.541),
    "Cape Byron": (-28.638, 153.638),
    "Cape Reinga": (-34.423, 172.679),
    "Point Barrow": (71.388, -156.479),
    "Cape Matapan": (36.387, 22.483),
    "Cape Sounion": (37.650, 24.025),
}
OFF = 5_000  # metres that the drawn coast of the world may lie off a cape


@pytest.mark.parametrize("cape", CAPES)
def test_the_coast_passes_close_to_a_cape(cape: str) -> None:
    lat, lon = CAPES[cape]
    near = [
        edge
        for edge in edges("world_land")
        if min(y for _, y in edge) - 1 < lat < max(y for _, y in edge) + 1
    ]

    assert min(metres_to(*edge, point=(lat, lon)) for edge in near) < OFF


def test_no_sea_lies_along_the_suez_canal() -> None:
    # From Port Said to Suez the canal runs close to longitude 32.4, and land is on both its sides.
    rows = [30.1 + 0.05 * step for step in range(20)]
    wet = [
        (lat, lon)
        for lat in rows
        for lon in (32.05, 32.25, 32.32, 32.45, 32.58, 32.7)
        if not covered(lat, lon, "world_land")
    ]

    assert wet == []


def test_no_coast_is_drawn_straight_for_long() -> None:
    # GSHHG has edges of ice that are that long where it was not surveyed more closely.
    long = [
        (start, end)
        for start, end in edges("world_land")
        if not cut(start, end) and kilometres(start, end) > STRAIGHT
    ]

    assert long == []


def test_no_line_of_the_coast_crosses_another() -> None:
    cells: dict[tuple[int, int], list[tuple[Position, Position]]] = {}
    for edge in edges("world_land"):
        (x, y), (u, v) = edge
        for column in range(math.floor(min(x, u)), math.floor(max(x, u)) + 1):
            for row in range(math.floor(min(y, v)), math.floor(max(y, v)) + 1):
                cells.setdefault((column, row), []).append(edge)

    crossing = [pair for here in cells.values() for pair in combinations(here, 2) if cross(*pair)]

    assert len(cells) > 5_000
    assert crossing == []


@pytest.mark.parametrize(
    ("name", "lat", "lon"),
    [
        ("East Sea", 40.0, 131.0),
        ("Amur Bay", 43.1, 131.75),
        ("Korea Bay", 39.2, 124.2),
        ("Wonsan Bay", 39.25, 127.55),
        ("Yellow Sea", 35.5, 123.0),
        ("Black Sea", 43.0, 34.0),
        ("Pacific", 0.0, -150.0),
    ],
)
def test_sea_is_where_sea_is(name: str, lat: float, lon: float) -> None:
    assert not covered(lat, lon, "land", "world_land"), name


def test_khanka_and_baikal_are_lakes() -> None:
    assert covered(44.9, 132.4, "lakes")
    assert covered(53.5, 108.2, "world_lakes")


@pytest.mark.parametrize("name", ["places", "world_places"])
def test_every_place_has_an_english_name_a_kind_and_a_zoom(name: str) -> None:
    kinds = {"country", "capital", "city", "town", "village", "sea", "river"}
    for feature in layer(name)["features"]:
        about = feature["properties"]

        assert about["names"]["en"].strip()
        assert about["kind"] in kinds
        assert 2 <= about["zoom"] <= 13


@pytest.mark.parametrize("name", ["places", "world_places"])
def test_names_are_in_the_letters_of_their_language(name: str) -> None:
    letters = {"en": (0x20, 0x24F), "ru": (0x400, 0x45F), "ko": (0xAC00, 0xD7A3)}
    for feature in layer(name)["features"]:
        for language, (first, last) in letters.items():
            word = feature["properties"]["names"].get(language, "")
            strange = [letter for letter in word if not first <= ord(letter) <= last]

            assert set("".join(strange)) <= set(" ,.-—/()‘’2"), word


def test_a_place_of_the_region_is_named_as_each_language_has_it() -> None:
    found = {
        feature["properties"]["names"]["en"]: feature["properties"]["names"]
        for feature in layer("places")["features"]
    }

    assert found["Tumangang"]["ko"] == "두만강"
    assert found["Khasan"]["ru"] == "Хасан"


@pytest.mark.parametrize("name", ["places", "world_places", "waters"])
def test_every_name_of_the_base_map_is_there_in_three_languages(name: str) -> None:
    names = [feature["properties"]["names"] for feature in layer(name)["features"]]

    assert names
    assert [spoken["en"] for spoken in names if not {"en", "ko", "ru"} <= set(spoken)] == []


def test_a_view_of_the_whole_region_is_not_crowded() -> None:
    cities = [
        feature
        for feature in layer("places")["features"]
        if feature["properties"]["kind"] in ("capital", "city", "town", "village")
    ]
    shown = {zoom: sum(city["properties"]["zoom"] <= zoom for city in cities) for zoom in (6, 7)}

    assert 10 <= shown[6] <= shown[7] <= 45
