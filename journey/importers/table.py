"""Tables as CSV or TSV: the points of a track, or stations with their times, a row each.

What stands between cells, and which column holds what, is told by the row of
names. A decimal comma is one; a clock time without a date is counted on from
the row before, past midnight into the next day.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import chain, islice
from math import nan
from zoneinfo import ZoneInfo

from journey.importers.cells import Clocks
from journey.importers.columns import Header, Kind, header, tabular
from journey.importers.content import Content, unmarked
from journey.importers.found import Drawn, Found, Spot
from journey.importers.plain import name, words
from journey.importers.points import degrees, metres
from journey.importers.zones import zone

_OTHER = ("<", "{", "[")  # what XML and JSON begin with
_SUFFIXES = {"csv", "tsv"}
_SAMPLE = 1_000  # rows by which it is told what a table is
_FOOT = 0.3048  # m
# Spreadsheets, and our own table, keep text from being a formula by an apostrophe.
_KEPT = re.compile(r"'(?=[=+\-@\t\r])")
_ANGLE = re.compile(
    r"([NSEW])?\s*([+-]?\d+(?:\.\d*)?)\s*°?\s*"
    r"(?:(?<=[°\s])([0-5]?\d(?:\.\d*)?)\s*['′]?\s*"
    r"(?:(?<=['′\s])([0-5]?\d(?:\.\d*)?)\s*(?:[\"″]|'')?\s*)?)?([NSEW])?",
    re.IGNORECASE,
)
_PAIR = re.compile(r"\s*[;/]\s*|\s*,\s+|\s+|,")
# Both in one cell, told apart by their letters: N 48° 51.5 E 2° 21, or 48.86 N 2.35 E.
_SIDES = re.compile(r"([NS][^NSEW]+|[^NSEW]+[NS])([EW][^NSEW]+|[^NSEW]+[EW])", re.IGNORECASE)
_OFFSET = re.compile(r"[+-]\d\d:?\d\d")
_HIGH = re.compile(r"(.*\d)\s*(m|ft|feet)\.?", re.IGNORECASE)

Row = Sequence[str]


def looks(content: Content) -> bool:
    """Whether its columns say where something is, or its name says that it is a table."""
    text = content.start
    if unmarked(content.head) or text.lstrip().startswith(_OTHER):
        return False
    # Some loggers fill cells up with zero bytes; else these are of no text.
    plain = "\0" not in text and content.suffix in _SUFFIXES and tabular(text)
    return header(text) is not None or plain


def read(content: Content) -> Found:
    """What the table tells."""
    head = header(content.text)
    if head is None:
        raise content.refusal(1, "import_no_columns")
    if head.others:
        content.note("columns_unused", len(head.others), names=head.others[:5])
    rows = _rows(content, head)
    sample = list(islice(rows, _SAMPLE))
    table = _Table(content, head, sample)
    return table.stations(chain(sample, rows)) if table.named else table.track(chain(sample, rows))


def _rows(content: Content, head: Header) -> Iterator[Row]:
    """The rows below the names that hold anything."""
    reader = csv.reader(StringIO(content.text, newline=None), delimiter=head.delimiter)
    try:
        for row in islice(reader, head.above + 1, None):
            if any(cell and not cell.isspace() for cell in row):
                content.count()
                yield row
    except csv.Error as error:
        raise content.refusal(reader.line_num, "import_row_odd") from error


class _Table:
    """The rows of a table, by its columns."""

    def __init__(self, content: Content, head: Header, sample: Sequence[Row]) -> None:
        self.content, self.head = content, head
        self._at = head.columns
        self.clocks = Clocks(content, [cell for row in sample for cell in self._times(row)])
        told = [cell for row in sample if (cell := self._cell(row, "name").strip())]
        self.names = set(told)
        timed = "arrives" in self._at or "departs" in self._at
        numbers = all(re.fullmatch(r"[\d.,:\s-]*", cell) for cell in told)
        self.named = timed or (2 * len(told) >= len(sample) and not numbers and len(self.names) > 1)

    def stations(self, rows: Iterator[Row]) -> Found:
        """A place for each row, in the order in which they were visited."""
        spots = tuple(map(self._station, rows))
        return Found(self.content.name, (), spots, ordered=True, remarks=self.content.remarks)

    def track(self, rows: Iterator[Row]) -> Found:
        """A point for each row; those with a name are places as well."""
        drawn, spots = Drawn(), list[Spot]()
        alone = len(self.names) == 1
        for row in rows:
            point = self._point(row)
            if point is None:
                continue
            self._zone(row)
            drawn.add(*point, self._height(row), self.clocks.seconds(*self._moment(row)))
            if not alone and (told := self._cell(row, "name").strip()):
                self.content.count_place()
                text = words(self._cell(row, "text"), self.content)
                spots.append(Spot(name(told, self.content), point, text=text))
        title = name(next(iter(self.names)), self.content) if alone else ""
        lines = (drawn.line(title),) if len(drawn) else ()
        return Found(self.content.name, lines, tuple(spots), remarks=self.content.remarks)

    def _station(self, row: Row) -> Spot:
        self.content.count_place()
        key = self._zone(row)
        day, clock = self._moment(row)
        self.clocks.day(day)
        either = self.clocks.when(clock or ("" if "time" in self._at else day))
        arrives = self.clocks.when(self._cell(row, "arrives")) or either
        departs = self.clocks.when(self._cell(row, "departs"))
        point = self._point(row) if any(map(str.strip, self._where(row))) else None
        return Spot(
            name(self._cell(row, "name"), self.content), point, arrives, departs,
            words(self._cell(row, "text"), self.content),
            name(self._cell(row, "mode"), self.content), zone=key,
        )  # fmt: skip

    def _zone(self, row: Row) -> str:
        """The zone that the row names; its clock times are of that."""
        key = zone(self._cell(row, "zone").strip())
        self.clocks.zone = ZoneInfo(key) if key else self.content.how.zone
        return key

    def _cell(self, row: Row, kind: Kind) -> str:
        index = self._at.get(kind, len(row))
        return _KEPT.sub("", row[index], count=1) if index < len(row) else ""

    def _times(self, row: Row) -> Iterator[str]:
        kinds: tuple[Kind, ...] = ("date", "time", "arrives", "departs")
        yield from (self._cell(row, kind) for kind in kinds)

    def _moment(self, row: Row) -> tuple[str, str]:
        """The cells of the day and of the time."""
        day, clock = self._cell(row, "date").strip(), self._cell(row, "time").strip()
        offset = self._cell(row, "offset").strip()
        return day, clock + offset if clock and _OFFSET.fullmatch(offset) else clock

    def _where(self, row: Row) -> tuple[str, str]:
        """The cells of latitude and longitude."""
        if "lat" in self._at and "lon" in self._at:
            lat, lon = self._cell(row, "lat"), self._cell(row, "lon")
            return _sided(lat, self._cell(row, "north")), _sided(lon, self._cell(row, "east"))
        both = self._cell(row, "both").strip("()[] \t")[:100]
        sides = _SIDES.fullmatch(both)
        parts = [one.strip(" ,;/") for one in sides.groups()] if sides else _PAIR.split(both)
        return (parts[0], parts[1]) if len(parts) == 2 else (both, "")

    def _point(self, row: Row) -> tuple[float, float] | None:
        lat, lon = self._where(row)
        return degrees(_angle(lat), _angle(lon), self.content)

    def _height(self, row: Row) -> float:
        cell, unit = self._cell(row, "height").strip()[:40], ""
        if told := _HIGH.fullmatch(cell):
            cell, unit = told[1], told[2].lower()
        height = metres(_decimal(cell), self.content) if cell else nan
        feet = unit.startswith("f") or (self.head.feet and not unit)
        return height * _FOOT if feet else height


def _decimal(cell: str) -> str:
    """The number with a point where a comma stands for it.

    >>> _decimal(" 12,5 "), _decimal("1,234.5")
    ('12.5', '1,234.5')
    """
    text = cell.strip()[:40]
    return text.replace(",", ".") if text.count(",") == 1 and "." not in text else text


def _sided(cell: str, side: str) -> str:
    """The degrees with the letter of their side, which a cell of its own tells.

    >>> _sided("0.1", "W"), _sided("0.1", "")
    ('0.1 W', '0.1')
    """
    letter = side.strip()[:1].upper()
    return f"{cell} {letter}" if letter and letter in "NSEW" else cell


def _angle(cell: str) -> str | float:
    """The degrees that a cell tells, also in minutes and seconds; else the cell.

    >>> _angle("46° 30' S"), _angle("8,5"), _angle("W8 30.0"), _angle("")
    (-46.5, 8.5, -8.5, '')
    """
    text = _decimal(cell)
    try:
        return float(text)
    except ValueError:
        pass
    found = _ANGLE.fullmatch(text)
    if not found or not (found[1] or found[5] or any(sign in text for sign in "°'′")):
        return text
    size = abs(float(found[2])) + float(found[3] or 0) / 60 + float(found[4] or 0) / 3_600
    south = (found[1] or found[5] or "").upper() in ("S", "W")
    return -size if south or found[2].startswith("-") else size
