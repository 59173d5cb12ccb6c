"""The places of a journey that is imported: named after what is near, merged where they are one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from unicodedata import normalize

import numpy as np

from journey.geo.geometry import Point, step
from journey.importers.found import Line, Spot
from journey.importers.passing import length, passed
from journey.model.ways import REACH, beside
from journey.words.sorting import BESIDE

# Ends so close to each other, in km, are one place; and so close to a spot they have its name.
ONE, NAMED = 0.2, 0.5
_CELL = 0.01  # degrees of the grid by which what is near is found
_DIGITS = 5  # decimals of a position, about a metre
_SPOTS = 20_000  # that are looked for beside lines
_STOPS = 1_000  # of a leg
_EXACT = 0.99  # of a line's length, which is measured roughly here
_LONGEST = 40  # characters of an id
# Letters that Unicode takes no further apart, as those write them who have them not.
_WHOLE = str.maketrans(BESIDE | {"ð": "d", "þ": "th", "ŧ": "t", "ŋ": "n", "ə": "e", "ĸ": "k"})


def slug(text: str, other: str) -> str:
    """An id like the text, or the other where none can be made of it.

    >>> slug("Zürich HB", "place"), slug("Łódź", "place"), slug("旅", "place")
    ('zurich-hb', 'lodz', 'place')
    """
    bare = normalize("NFKD", text.casefold()).translate(_WHOLE)
    plain = bare.encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:_LONGEST].strip("-") or other


class Ids:
    """Ids, each given once."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = defaultdict(int)
        self._given: set[str] = set()

    def new(self, text: str, other: str) -> str:
        """An id like the text, with a number where it is taken."""
        base = slug(text, other)
        found = base
        while found in self._given:
            self._taken[base] += 1
            found = f"{base}-{self._taken[base] + 1}"
        self._given.add(found)
        return found


@dataclass
class _Grid:
    """Points by where they lie, each with what it stands for."""

    cells: dict[tuple[int, int], list[tuple[Point, int]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def put(self, point: Point, index: int) -> None:
        self.cells[_cell(point)].append((point, index))

    def nearest(self, point: Point, within: float) -> int | None:
        """What stands nearest to the point, within so many km."""
        lat, lon = _cell(point)
        around = (self.cells.get((lat + i, lon + j), ()) for i in (-1, 0, 1) for j in (-1, 0, 1))
        found = ((step(point, other), index) for some in around for other, index in some)
        return min((one for one in found if one[0] < within), default=(0.0, None))[1]


def _cell(point: Point) -> tuple[int, int]:
    return int(point[0] // _CELL), int(point[1] // _CELL)


class Places:
    """The places so far, as a ``journey.yaml`` has them."""

    def __init__(
        self, spots: Iterable[Spot], language: str, zone: Callable[[Point], str | None]
    ) -> None:
        self.all: list[dict[str, Any]] = []
        named = [spot for spot in spots if spot.point and spot.name]
        self.spots, self._beyond = named[:_SPOTS], named[_SPOTS:]
        self._points = np.array([_point(spot) for spot in self.spots], dtype=float)
        self.used: set[int] = set()
        self._ids, self._language, self._zone = Ids(), language, zone
        self._ends, self._near = _Grid(), _Grid()
        self._of_spots: dict[int, str] = {}
        self._index: dict[str, int] = {}
        self._known = {spot.place: index for index, spot in enumerate(self.spots) if spot.place}
        for index, spot in enumerate(self.spots):
            self._near.put(_point(spot), index)

    def at(self, point: Point, **claims: str) -> str:
        """The id of the place at the point, which is made where there is none."""
        index = self._near.nearest(point, min(NAMED, REACH))
        if index is not None:
            return self.of(index, **claims)
        known = self._ends.nearest(point, ONE)
        if known is not None:
            return str(self.all[known]["id"])
        return self._made("", point, claims)

    def named(self, key: str, point: Point, **claims: str) -> str:
        """The id of the place that a file gives that id, or else of the one at the point."""
        index = self._known.get(key)
        return self.at(point, **claims) if index is None else self.of(index, **claims)

    def of(self, index: int, **claims: str) -> str:
        """The id of the place of the spot with that index."""
        self.used.add(index)
        if index not in self._of_spots:
            spot = self.spots[index]
            known = self._ends.nearest(_point(spot), ONE / 10)
            same = known is not None and self.all[known]["name"] == {self._language: spot.name}
            self._of_spots[index] = (
                str(self.all[known]["id"])
                if known is not None and same
                else self._made(spot.name, _point(spot), claims, spot)
            )
        return self._of_spots[index]

    def along(self, line: Line) -> list[int]:
        """The spots that the line passes, between its ends, in the order in which it does.

        On a short walk what lies some hundred metres aside was not passed.
        """
        if not len(self._points):
            return []
        return passed(line, self._points, min(NAMED, beside(_EXACT * length(line))))[:_STOPS]

    def point(self, key: str) -> Point:
        """Where the place of that id lies."""
        place = self.all[self._index[key]]
        return place["lat"], place["lon"]

    def zone(self, key: str) -> str:
        """The time zone of the place of that id, or nothing."""
        return str(self.all[self._index[key]].get("zone", ""))

    def zone_of(self, spot: Spot) -> str | None:
        """The time zone at the spot, as far as anybody knows it."""
        return spot.zone or self._zone(_point(spot))

    def name(self, key: str) -> str:
        """The name of the place of that id."""
        return str(self.all[self._index[key]]["name"][self._language])

    def _made(
        self, name: str, point: Point, claims: dict[str, str], spot: Spot | None = None
    ) -> str:
        lat, lon = (round(number, _DIGITS) for number in point)
        key = self._ids.new((spot and spot.place) or name, f"place-{len(self.all) + 1}")
        zone = self.zone_of(spot) if spot else self._zone(point)
        place = {"id": key, "name": {self._language: name or f"{lat:.3f}, {lon:.3f}"}}
        self.all.append(
            place | {"lat": lat, "lon": lon} | ({"zone": zone} if zone else {}) | claims
        )
        self._index[key] = len(self.all) - 1
        self._ends.put((lat, lon), len(self.all) - 1)
        return key

    def unused(self) -> Iterator[Spot]:
        """The spots that no leg leads to."""
        yield from (spot for index, spot in enumerate(self.spots) if index not in self.used)
        yield from self._beyond


def _point(spot: Spot) -> Point:
    assert spot.point
    return spot.point
