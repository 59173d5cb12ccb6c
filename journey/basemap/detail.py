"""Land, hills, water, borders and towns in detail around one journey, as a file beside it.

All the world is in it, the coarser the farther it lies from the route: so no
edge is ever seen, and the file is as large as the route is long. ``own`` reads it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from gzip import compress
from itertools import accumulate, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from journey.basemap import gshhg, shading, towns
from journey.basemap.corridor import Corridor
from journey.basemap.frontiers import Frontier, around, frontiers
from journey.basemap.generalised import SPECK
from journey.basemap.gshhg import Coords, Lines
from journey.basemap.holders import holders
from journey.basemap.layers import shipped
from journey.basemap.narrows import narrows
from journey.basemap.own import VERSION
from journey.basemap.sights import Sights
from journey.basemap.upland import upland
from journey.basemap.zones import Territory, held
from journey.errors import MissingPackageError, NoBaseMapError
from journey.geo.geometry import EDGE, Point
from journey.geo.simplify import ends, kept

# Bytes of the file at the most, packed by gzip.
MOST = 250_000
# Degrees that lines near the route may be off, at first, and how many times that if it is too much.
FINEST, COARSER, FINER, TRIED = 0.0001, 1.4, 1.1, 36
# Rivers are drawn within so many degrees of the route where they are so long, in degrees.
RIVERS, LONG = 2.5, 0.12
# A river is left out that is not so many times as long as lines may be off where it begins.
BROOK = 30
# Towns that stay, however coarse it has to be.
FEW = 40
# Of its tolerance, the grid that a line's points are put to first; two on one spot are one.
GRID = 1 / 4
# Decimals of a coordinate at the most, and the part of its tolerance that rounding takes.
DECIMALS, ROUNDED = 5, 0.4
# So many degrees off the route begins what is seen with it and not by itself, and is told so many
# times more coarsely.
BESIDE, ROUGH = 1.0, 1.5

# Of an area's points so many have to lie near the route for whose it is to be told by them; and so
# many in what the project ships, when they are drawn in from the coast, which is another there.
WHOLE, PART, INSIDE = 0.95, 0.25, 0.8
# Two banks that the route passes close by are held apart: each is off by no more than that part
# of how far it is from one to the other.
SAFE = 0.4

# South of this latitude, in degrees, land is cut at longitude 0, too, and joined there again.
ANTARCTIC = -60.0

Layer = dict[str, Any]
Indexes = NDArray[np.intp]
Flags = NDArray[np.bool_]


def detail(*legs: Sequence[Point]) -> bytes:
    """The file around a route, at most ``MOST`` bytes when packed.

    Each leg is a line of points ``(lat, lon)`` in degrees; around a short one
    the map is as much finer, for it fills the screen as a long one does.

    Raises :class:`NoBaseMapError` where no map can be drawn of the route, and
    :class:`MissingPackageError` where what it is cut from is not installed.
    """
    route = [point for leg in legs for point in leg]
    if all(abs(lat) > EDGE for lat, _ in route):
        raise NoBaseMapError(
            f"all of the route lies beyond {EDGE:.0f} degrees of latitude, where web maps end",
            "look at the latitudes; the journey is shown without a map of its own",
        )
    sights, every = Sights.of(legs), towns.towns()
    corridor = sights.route
    areas = _cut(sights, FINEST)
    lands = around(corridor, every)
    borders = frontiers(corridor, lands, [ring for shape in areas["land"] for ring in shape])
    found = areas, _rivers(corridor, FINEST), borders, _held(areas["land"], lands)
    places = [_place(town, zoom) for town, zoom in towns.along(every, corridor)]
    hills, least = _hills(route, corridor, areas), FINEST
    apart = False
    for _ in range(TRIED):
        made = _file(sights, found, places, least, hills, apart=apart)
        if len(compress(made, 9)) <= MOST:
            if apart:
                return made
            # To hold banks apart takes long, and room, so it is tried only from here on.
            apart = True
            continue
        least *= FINER if apart else COARSER
        places = places[: max(FEW, len(places) * 9 // 10)]
    raise NoBaseMapError(
        f"the route is too long for {MOST / 1000:g} kB",
        "leave the journey on the map of the whole world, or tell it as several",
    )


def _file(
    sights: Sights,
    found: tuple[Mapping[str, list[list[Coords]]], list[Coords], list[Frontier], list[str]],
    places: list[Layer],
    least: float,
    hills: Mapping[str, Any],
    *,
    apart: bool,
) -> bytes:
    """The file with lines off by ``least`` near its widest leg, in degrees."""
    areas, rivers, borders, codes = found
    thinned = {name: _thinner(s, sights, least, apart=apart) for name, s in areas.items()}
    told: dict[str, list[Layer]] = {name: [_areas(_drawn(s))] for name, s in thinned.items()}
    drawn = (code for code, shape in zip(codes, thinned["land"], strict=True) if len(shape[0]))
    told["land"][0]["properties"]["countries"] = "".join(drawn)
    water = thinner([[river] for river in _seen(rivers, sights, least)], sights, least)
    thin = _thin([border.line for border in borders], sights, least) if borders else ()
    lined = [(line, b.sides) for line, b in zip(thin, borders, strict=False) if len(line) > 1]
    sides = [pair for _, pair in lined]
    lines = _lines([line for line, _ in lined], kind="border", sides=sides)
    told["borders"] = [lines, _lines([line for (line,) in water], kind="river")]
    told["places"] = places
    about = {"version": VERSION, "layers": told, **({"relief": hills} if hills else {})}
    return json.dumps(about, ensure_ascii=False, separators=(",", ":")).encode()


def _held(land: list[list[Coords]], near: list[Territory]) -> list[str]:
    """For each area of land the country that has all of it, or spaces.

    Of an area that lies near the route only in part it is asked what the project ships.
    """
    world = (
        (code, [np.array(ring)[:, ::-1] for ring in rings])
        for rings, code in shipped().lands("land", "world_land")
        if code
    )
    by_own = holders(land, near, WHOLE)
    inner = [[INSIDE * ring + (1 - INSIDE) * ring.mean(axis=0)] for ring, *_ in land]
    by_world = holders(inner, list(world), PART)
    return [a if a.strip() else b for a, b in zip(by_own, by_world, strict=True)]


def hilly() -> bool:
    """Whether the package is there that hills are made from."""
    try:
        return bool(gshhg.packed(shading.SOURCE, shading.PACKAGE))
    except MissingPackageError:
        return False


def _hills(
    route: Sequence[Point], corridor: Corridor, areas: Mapping[str, list[list[Coords]]]
) -> dict[str, Any]:
    """The picture of the hills; nothing where its package is not there, for a map goes without."""
    filled = [
        (ring, 255 if (name == "land") is (i == 0) else 0)
        for name in ("land", "lakes")
        for shape in areas[name]
        for i, ring in enumerate(shape)
    ]
    return upland(route, corridor, filled) if hilly() else {}


def _cut(sights: Sights, least: float) -> dict[str, list[list[Coords]]]:
    """Land and lakes as areas: an outline and what is left out of it."""
    lines = Lines.read("gshhs")
    seen = _wide(lines, sights, least)
    rings = {
        level: thinner(
            [[lines.points(int(i))] for i in np.flatnonzero(seen & (lines.level == level))],
            sights,
            least,
        )
        for level in (gshhg.LAND, gshhg.LAKE, gshhg.ISLAND_IN_LAKE, gshhg.ANTARCTICA)
    }
    flat = {level: [ring for (ring,) in shapes] for level, shapes in rings.items()}
    south = gshhg.whole(flat[gshhg.ANTARCTICA])
    lakes = _with_islands(flat[gshhg.LAKE], flat[gshhg.ISLAND_IN_LAKE])
    return {"land": [[ring] for ring in flat[gshhg.LAND] + south], "lakes": lakes}


def _wide(lines: Lines, sights: Sights, least: float) -> NDArray[np.bool_]:
    """Which areas are wide enough to be looked at, by where they begin."""
    allowed = sights.allowed(lines.first(), least, FINEST)
    return np.asarray(np.sqrt(lines.area) / 111 * 3 >= SPECK * allowed)


def _with_islands(lakes: list[Coords], islands: list[Coords]) -> list[list[Coords]]:
    """Each lake with the islands in it."""
    found = [[lake] for lake in lakes]
    boxes = np.array([[*lake.min(axis=0), *lake.max(axis=0)] for lake in lakes]).reshape(-1, 4)
    for island in islands:
        x, y = island[0]
        inside = (boxes[:, 0] < x) & (x < boxes[:, 2]) & (boxes[:, 1] < y) & (y < boxes[:, 3])
        for i in np.flatnonzero(inside):
            if held(island[:1], [lakes[i]])[0]:
                found[i].append(island)
                break
    return found


def _rivers(corridor: Corridor, least: float) -> list[Coords]:
    """The rivers near the route, without brooks."""
    lines = Lines.read("rivers")
    near = np.flatnonzero(corridor.off(lines.first()) <= RIVERS)
    found = (lines.points(int(i)) for i in near)
    return [line for line in found if float(np.ptp(line, axis=0).max()) >= LONG]


def _seen(rivers: list[Coords], sights: Sights, least: float) -> list[Coords]:
    """The rivers that are long where they are looked at."""
    if not rivers:
        return []
    allowed = sights.allowed(np.array([river[0] for river in rivers]), least, FINEST)
    wide = np.array([float(np.ptp(river, axis=0).max()) for river in rivers])
    return [rivers[int(i)] for i in np.flatnonzero(wide >= BROOK * allowed)]


def thinner(
    shapes: list[list[Coords]], sights: Sights, least: float, *, apart: bool = False
) -> list[list[Coords]]:
    """The shapes, each of rings or lines, with no more points than their distance asks for.

    A ring that is not wide enough to be looked at is left out, and so is the
    shape whose first one that is.
    """
    return _drawn(_thinner(shapes, sights, least, apart=apart))


def _thinner(
    shapes: list[list[Coords]], sights: Sights, least: float, *, apart: bool = False
) -> list[list[Coords]]:
    """All of the shapes, in which rings that are too small are empty."""
    rings = [ring for shape in shapes for ring in shape]
    made = iter(_thin(rings, sights, least, apart=apart) if rings else ())
    return [[next(made) for _ in shape] for shape in shapes]


def _drawn(shapes: list[list[Coords]]) -> list[list[Coords]]:
    """Those that are not empty."""
    return [[ring for ring in shape if len(ring)] for shape in shapes if len(shape[0])]


def _thin(
    rings: list[Coords], sights: Sights, least: float, *, apart: bool = False
) -> Iterator[Coords]:
    """Each ring or line thinned; empty where it is too small to be looked at."""
    points = np.concatenate(rings)
    firsts = ends([len(ring) for ring in rings])
    off = sights.route.off(points)
    rough = np.where(off > BESIDE, ROUGH, 1)
    allowed = sights.allowed(points, least, FINEST) * rough
    which = np.repeat(np.arange(len(rings)), [len(ring) for ring in rings])
    lon, lat = points.T
    seam = (np.abs(lon) >= 180 - 1e-4) | (lat <= -90 + 1e-4) | ((lon == 0) & (lat < ANTARCTIC))
    fresh = _fresh(points, allowed) | firsts | seam
    if apart:
        near = fresh & sights.beside(points)
        allowed = np.minimum(allowed, _banks(points, which, fresh, near, allowed))
        # A ring ends where it begins, however finely that is told.
        bounds = np.flatnonzero(firsts)
        allowed[bounds] = np.minimum.reduceat(allowed[bounds], np.arange(0, len(bounds), 2)).repeat(
            2
        )
        fresh = _fresh(points, allowed) | firsts | seam
    which, points, allowed, cut = which[fresh], points[fresh], allowed[fresh], seam[fresh]
    stay = kept(points, allowed * (1 - GRID), firsts[fresh] | cut)
    sizes = np.bincount(which, minlength=len(rings))
    for a, b in pairwise(accumulate(sizes.tolist(), initial=0)):
        line = _rounded(points[a:b][stay[a:b]], allowed[a:b][stay[a:b]])
        closed = bool((line[0] == line[-1]).all())
        small = float(np.ptp(line, axis=0).max()) < SPECK * float(allowed[a:b].min())
        speck = small and not cut[a:b].any()
        yield line[:0] if closed and (len(line) < 4 or speck) else line


def _fresh(points: Coords, allowed: Coords) -> NDArray[np.bool_]:
    """Which points lie on another spot of the grid than the one before."""
    spots = np.floor(points / (allowed * GRID)[:, None])
    return np.append(True, (spots[1:] != spots[:-1]).any(axis=1))


def _banks(points: Coords, which: Indexes, fresh: Flags, near: Flags, allowed: Coords) -> Coords:
    """How far off each point may be drawn for the bank across to stay across, in degrees.

    Only those ``near`` are held; of others that are not ``fresh`` the one before counts.
    """
    found = np.full(len(points), np.inf)
    held = np.flatnonzero(near)
    if not held.size:
        return found
    order = np.cumsum(fresh)
    parted = (np.diff(order[held]) > 1) | (np.diff(which[held]) > 0)
    lines = np.split(points[held], np.flatnonzero(parted) + 1)
    reach = 2 * float(allowed[held].max())
    found[held] = np.maximum(np.concatenate(narrows(lines, reach)) * SAFE, FINEST)
    return np.asarray(found[np.flatnonzero(fresh)[order - 1]])


def _rounded(points: Coords, allowed: Coords) -> Coords:
    """The points, told no more finely than they may be off."""
    decimals = np.clip(np.ceil(-np.log10(allowed * ROUNDED)), 2, DECIMALS).astype(int)
    found = points.copy()
    for places in np.unique(decimals):
        found[decimals == places] = np.round(points[decimals == places], int(places))
    return found


def _areas(shapes: list[list[Coords]]) -> Layer:
    """A GeoJSON feature of areas, outlines counterclockwise and holes clockwise."""
    turned = [
        [_oriented(ring, hole=i > 0).tolist() for i, ring in enumerate(shape)] for shape in shapes
    ]
    return _feature("MultiPolygon", turned)


def _oriented(ring: Coords, *, hole: bool) -> Coords:
    (x, y), (u, v) = ring[:-1].T, ring[1:].T
    return ring[::-1] if (float((x * v - u * y).sum()) > 0) is hole else ring


def _lines(lines: list[Coords], **properties: object) -> Layer:
    return _feature("MultiLineString", [line.tolist() for line in lines], **properties)


def _feature(shape: str, coordinates: list[Any], **properties: object) -> Layer:
    geometry = {"type": shape, "coordinates": coordinates}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def _place(town: towns.Town, zoom: int) -> Layer:
    people = town.people
    kind = "city" if people >= 1e5 else "town" if people >= 1e4 else "village"
    point = {"type": "Point", "coordinates": [round(town.lon, 4), round(town.lat, 4)]}
    names = {"names": {"en": town.name}, "kind": kind, "zoom": zoom, "country": town.country}
    return {"type": "Feature", "properties": names, "geometry": point}
