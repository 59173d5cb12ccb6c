"""Lines on the earth: lengths, courses, and points along them.

Points are ``(lat, lon)`` in degrees, WGS 84. A line may leave -180..180 in
longitude: :func:`unwrap` makes it continuous, so that a way over the
antimeridian is one line and not two. Distances are those of geodesics on the
ellipsoid of WGS 84, courses those of straight lines on a Mercator map.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from math import asinh, atan, atan2, cos, degrees, floor, hypot, radians, sin, sinh, sqrt, tan

from geographiclib.geodesic import Geodesic
from geopy.distance import geodesic

Point = tuple[float, float]
Line = tuple[Point, ...]

# WGS 84 (NGA.STND.0036): semi-major axis in km and first eccentricity squared.
_A, _E2 = 6378.137, 6.69437999014e-3
# Below this step, in degrees, the flat formula of :func:`step` is right to 1 in 100,000.
_SHORT = 0.2
# One for all lines: each new one computes the series of the ellipsoid again.
_EARTH = geodesic()
EDGE = 85.0511  # degrees of latitude at which web maps end: there a Mercator map is square
DEGREE = 111.2  # km of a great circle, about


def distance(a: Point, b: Point) -> float:
    """Length of the geodesic from ``a`` to ``b``, in km.

    >>> round(distance((0, 0), (0, 1)), 3)
    111.319
    """
    return float(_EARTH.measure(a, b))


def polar(a: Point, b: Point) -> tuple[float, float]:
    """Initial course of the geodesic from ``a`` to ``b``, and its length.

    In degrees clockwise from north, 0 where the two are one point, and in km.

    >>> course, km = polar((0, 0), (0, 1))
    >>> round(course, 3), round(km, 3)
    (90.0, 111.319)
    """
    found = Geodesic.WGS84.Inverse(*a, *b)
    length = float(found["s12"]) / 1_000
    return (float(found["azi1"]) % 360 if length else 0.0), length


def rhumb(a: Point, b: Point) -> float:
    """Course of the rhumb line from ``a`` to ``b``, in degrees clockwise from north.

    It is that of a ruler laid on a Mercator map, which web maps are drawn in:
    of a sphere, and up to the latitude where they end (Snyder, Map
    Projections: A Working Manual, 1987, 7-1 and 7-2). It goes the way round the
    earth that the longitudes do, and is 0 where the two are one point.

    >>> rhumb((0, 0), (0, 10))
    90.0
    """
    return degrees(atan2(b[1] - a[1], stretched(b[0]) - stretched(a[0]))) % 360


def stretched(lat: float) -> float:
    """How far north of the equator a latitude is on a Mercator map, in degrees of longitude.

    >>> round(stretched(45), 2)
    50.5
    """
    return degrees(asinh(tan(radians(max(-EDGE, min(EDGE, lat))))))


def shrunk(up: float) -> float:
    """The latitude that is so many degrees of longitude north of the equator on a Mercator map.

    >>> round(shrunk(stretched(45)), 9)
    45.0
    """
    return degrees(atan(sinh(radians(up))))


def step(a: Point, b: Point) -> float:
    """Length from ``a`` to ``b`` in km, fast where they are close.

    Short steps are measured on the plane that touches the ellipsoid at the
    middle latitude (meridian and prime-vertical radii of curvature, Snyder,
    Map Projections: A Working Manual, 1987, 4-18 and 4-20).
    """
    north, east = b[0] - a[0], b[1] - a[1]
    if abs(north) > _SHORT or abs(east) > _SHORT or abs(a[0]) > 85:
        return distance(a, (b[0], (b[1] + 180) % 360 - 180))
    middle = radians((a[0] + b[0]) / 2)
    flattening = 1 - _E2 * sin(middle) ** 2
    meridian = _A * (1 - _E2) / flattening**1.5
    prime = _A / sqrt(flattening)
    return hypot(radians(north) * meridian, radians(east) * prime * cos(middle))


def unwrap(line: Sequence[Point], near: float | None = None) -> Line:
    """The same line with no jump in longitude; ``near`` is where it may start.

    >>> unwrap([(50, 179), (51, -178)])
    ((50, 179), (51, 182))
    """
    nears = (line[0][1] if near is None else near, *(lon for _, lon in line))
    if all(0 <= a - b + 180 < 360 for a, b in pairwise(nears)):
        return tuple(line)
    result: list[Point] = []
    previous = near
    for lat, lon in line:
        turns = 0 if previous is None else floor((previous - lon + 180) / 360)
        result.append((lat, lon + 360 * turns if turns else lon))
        previous = result[-1][1]
    return tuple(result)


def cumulative(line: Sequence[Point]) -> tuple[float, ...]:
    """Distance from the start to each point of ``line``, in km.

    >>> [round(km, 1) for km in cumulative([(0, 0), (0, 1), (0, 2)])]
    [0.0, 111.3, 222.6]
    """
    return tuple(accumulate((step(a, b) for a, b in pairwise(line)), initial=0.0))


def along(line: Sequence[Point], reached: Sequence[float], km: float) -> Point:
    """The point of ``line`` at ``km``, where ``reached`` is its :func:`cumulative`.

    >>> along([(0, 0), (0, 2)], [0, 10], 5)
    (0.0, 1.0)
    """
    after = min(max(bisect_right(reached, km), 1), len(line) - 1)
    a, b = line[after - 1], line[after]
    span = reached[after] - reached[after - 1]
    part = min(max((km - reached[after - 1]) / span, 0.0), 1.0) if span else 0.0
    return (a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part)


def nearest(line: Sequence[Point], reached: Sequence[float], point: Point) -> tuple[float, float]:
    """Where ``line`` passes ``point`` nearest: km along it, and km off it.

    Each piece is taken as straight in latitude and longitude, with longitude
    shrunk by the cosine of the point's latitude.

    >>> at, off = nearest([(0, 0), (0, 2)], [0, 222.6], (0.1, 1))
    >>> round(at, 1), round(off, 1)
    (111.3, 11.1)
    """
    index, (_, part) = min(enumerate(_feet(line, point)), key=lambda found: found[1][0])
    return _foot(line, reached, point, index, part)


def approaches(
    line: Sequence[Point], reached: Sequence[float], point: Point, slack: float
) -> list[tuple[float, float]]:
    """Where each piece of ``line`` comes near ``point``: km along it, and km off it.

    Left out are pieces that come no nearer than ``slack`` km beyond the nearest:
    only of the others the distance is measured on the earth.

    >>> found = approaches([(0, 0), (0, 2), (9, 2)], [0, 222.6, 1217.6], (0, 1), 9)
    >>> [round(at, 1) for at, _ in found]
    [111.3]
    """
    feet = list(_feet(line, point))
    most = min(gap for gap, _ in feet) + slack / DEGREE
    return [
        _foot(line, reached, point, index, part)
        for index, (gap, part) in enumerate(feet)
        if gap <= most
    ]


def passes(
    line: Sequence[Point], reached: Sequence[float], point: Point, slack: float
) -> list[tuple[float, float]]:
    """Each time that ``line`` passes ``point``: km along it, and km off it.

    Those are meant that are no more than ``slack`` km farther off than the
    nearest; between two of them the line leads farther away.

    >>> there_and_back = [(0, 0), (0, 2), (0, 0)]
    >>> [round(at, 1) for at, _ in passes(there_and_back, [0, 222.6, 445.2], (0, 1), 0.1)]
    [111.3, 333.9]
    """
    feet = list(_feet(line, point))
    most, shrink = min(gap for gap, _ in feet) + slack / DEGREE, cos(radians(point[0]))
    found: list[int] = []
    last = -1  # the piece last met with within reach
    for index, (gap, _) in enumerate(feet):
        if gap > most:
            continue
        lat, lon = line[index]
        # Where the line starts within reach, no piece was met before.
        if not found or last < index - 1 or hypot((point[1] - lon) * shrink, point[0] - lat) > most:
            found.append(index)
        elif gap < feet[found[-1]][0]:
            found[-1] = index
        last = index
    return [_foot(line, reached, point, index, feet[index][1]) for index in found]


def _feet(line: Sequence[Point], point: Point) -> Iterator[tuple[float, float]]:
    """How far each piece is from the point, in degrees of latitude, and at what part of it."""
    shrink = cos(radians(point[0]))
    for a, b in pairwise(line):
        run, rise = (b[1] - a[1]) * shrink, b[0] - a[0]
        east, north = (point[1] - a[1]) * shrink, point[0] - a[0]
        square = run * run + rise * rise
        part = min(max((east * run + north * rise) / square, 0.0), 1.0) if square else 0.0
        yield hypot(east - run * part, north - rise * part), part


def _foot(
    line: Sequence[Point], reached: Sequence[float], point: Point, index: int, part: float
) -> tuple[float, float]:
    """Km along the line, and km from the point, at that part of a piece."""
    a, b = line[index], line[index + 1]
    foot = a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part
    return reached[index] + (reached[index + 1] - reached[index]) * part, step(foot, point)


def geodesic_line(a: Point, b: Point, step: float = 100.0) -> Line:
    """Points from ``a`` to ``b`` on the geodesic, about ``step`` km apart.

    A geodesic is the shortest way on the ellipsoid (Karney, Algorithms for
    geodesics, 2013). Longitudes are continuous.

    >>> geodesic_line((0, 0), (0, 1))
    ((0, 0), (0, 1))
    """
    pieces = max(1, round(distance(a, b) / step))
    if pieces == 1:
        return unwrap([a, b])
    way = Geodesic.WGS84.InverseLine(*a, *b)
    found = [way.Position(way.s13 * i / pieces) for i in range(1, pieces)]
    return unwrap([a, *((there["lat2"], there["lon2"]) for there in found), b])


def bounds(points: Sequence[Point]) -> tuple[Point, Point]:
    """South-west and north-east corner of ``points``.

    >>> bounds([(1, 5), (3, 2)])
    ((1, 2), (3, 5))
    """
    # A million points would be as many arguments to zip().
    lats, lons = [lat for lat, _ in points], [lon for _, lon in points]
    return (min(lats), min(lons)), (max(lats), max(lons))
