"""What a file told, the same for every format: lines, spots, a story, and what had no place.

Texts are as their file has them, but plain: no markup, no control characters.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import nan
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from journey.errors import Figures
from journey.geo.geometry import Point
from journey.model.calendar import When

Floats = NDArray[np.float64]

# What is told of an import besides its faults: of each there is an entry
# import.CODE in the catalogues, in the forms that a number needs.
Told = Literal[
    # Of the file.
    "other_suffix", "cut_off",
    # Left out or repaired.
    "positions_odd", "positions_at_zero", "times_odd", "times_back", "times_of_route",
    "dates_ambiguous",
    "heights_odd", "points_alone", "lines_at_once", "lines_again", "lines_still", "stays_at_ends",
    "markup_removed", "texts_cut",
    # What had nowhere to go.
    "extensions_unused", "routes_unused", "spots_unused", "areas_unused", "members_unused",
    "columns_unused", "fields_unused", "certainty_unused",
    # What is to be known of it.
    "heights_by_pressure", "heights_above_ellipsoid", "times_without_day",
    # What was worked out.
    "spots_in_order", "spots_without_position", "places_alike",
    "split_at_stays", "split_at_nights", "split_apart", "gaps_kept", "legs_assumed",
    "modes_assumed", "zones_unknown", "clocks_of_one_zone",
]  # fmt: skip


@dataclass(frozen=True)
class Remark:
    """What was repaired, guessed or left out in a file, and how often."""

    file: str
    code: Told
    count: int = 1
    figures: Figures = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Ends:
    """Where a leg of one of our own files starts and ends, by the ids of spots, and when."""

    start: str
    end: str
    departs: When | None = None
    arrives: When | None = None


@dataclass(frozen=True, eq=False)
class Line:
    """A way, point by point: degrees (WGS 84), metres above the sea, s since 1970 (UTC).

    ``heights`` and ``times`` are NaN where nobody knows; known times never
    fall. ``starts`` are the points at which its parts start, the first 0, and
    ``mode`` is how it was travelled in the words of the file, ``key`` the id
    that the file gives it. One with ``ends`` is a leg as it is, and stands in
    its order.
    """

    lats: Floats
    lons: Floats
    heights: Floats
    times: Floats
    starts: tuple[int, ...] = (0,)
    name: str = ""
    text: str = ""
    mode: str = ""
    key: str = ""
    ends: Ends | None = None

    def __len__(self) -> int:
        return len(self.lats)

    def point(self, index: int) -> Point:
        """The point of that index, ``(lat, lon)`` in degrees."""
        return float(self.lats[index]), float(self.lons[index])

    def some(self, which: slice | NDArray[np.bool_], starts: tuple[int, ...]) -> Line:
        """Those of its points, of which these start a part."""
        return replace(
            self,
            lats=self.lats[which],
            lons=self.lons[which],
            heights=self.heights[which],
            times=self.times[which],
            starts=starts,
        )


@dataclass(frozen=True)
class Spot:
    """A named place, where and when it was visited as far as that is told.

    ``point`` is ``(lat, lon)`` in degrees; ``mode`` is how the traveller came
    there from the spot before, ``leg`` what that way is called and ``key`` its
    id; ``km`` is how far it is from the start. ``place`` is the id that the
    file gives the place, and ``zone`` its time zone.
    """

    name: str
    point: Point | None = None
    arrives: When | None = None
    departs: When | None = None
    text: str = ""
    mode: str = ""
    km: float | None = None
    leg: str = ""
    key: str = ""
    addresses: tuple[str, ...] = ()
    place: str = ""
    zone: str = ""


@dataclass(frozen=True)
class Story:
    """What a file says of itself as a whole; empty where it says nothing."""

    title: str = ""
    text: str = ""
    author: str = ""
    rights: str = ""
    address: str = ""


@dataclass(frozen=True)
class Found:
    """All that was read from the file of that name.

    ``ordered`` says that the spots are a way in the order in which they were
    visited, and not only places beside the lines.
    """

    file: str
    lines: tuple[Line, ...] = ()
    spots: tuple[Spot, ...] = ()
    ordered: bool = False
    story: Story = field(default_factory=Story)
    remarks: tuple[Remark, ...] = ()


class Drawn:
    """A line that is being read; a million points in four columns."""

    def __init__(self) -> None:
        self._columns = tuple(array("d") for _ in range(4))
        self._starts: list[int] = []
        # Looked up once, and not for each of a million points.
        self._lat, self._lon, self._height, self._time = (one.append for one in self._columns)

    def __len__(self) -> int:
        return len(self._columns[0])

    def part(self) -> None:
        """Let the next point start a new part."""
        self._starts.append(len(self))

    def add(self, lat: float, lon: float, height: float = nan, time: float = nan) -> None:
        """Add a point."""
        self._lat(lat)
        self._lon(lon)
        self._height(height)
        self._time(time)

    def extend(self, *columns: Sequence[float]) -> None:
        """Add points: their latitudes, longitudes, heights and times."""
        for column, more in zip(self._columns, columns, strict=True):
            column.extend(more)

    def line(self, name: str = "", text: str = "", mode: str = "") -> Line:
        """The line as it is now."""
        lats, lons, heights, times = (np.array(column) for column in self._columns)
        return Line(lats, lons, heights, times, tuple(self._parts()), name, text, mode)

    def _parts(self) -> Iterator[int]:
        yield 0
        yield from (start for start in dict.fromkeys(self._starts) if 0 < start < len(self))
