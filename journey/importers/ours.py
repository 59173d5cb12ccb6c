"""The legs of our own tables, a row each, back into places and the ways between them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO

from journey.importers.content import Content
from journey.importers.found import Found, Spot
from journey.importers.objects import left, within
from journey.importers.plain import name, words
from journey.importers.points import degrees
from journey.model.calendar import When

_ENDS = {"from_lat", "from_lon", "to_lat", "to_lon"}
_READ = _ENDS | {"id", "journey", "mode", "by", "name", "text", "from", "to", "from_id", "to_id"}

Row = dict[str, str]


def looks(content: Content) -> bool:
    """Whether its first row names both ends of legs."""
    first = content.start.lstrip("\ufeff")[:10_000].partition("\n")[0]
    try:
        names = next(csv.reader([first.rstrip("\r")]), [])
    except csv.Error:
        return False
    return set(names) >= _ENDS


def read(content: Content) -> Found:
    """The ends of all legs, in order."""
    spots: list[Spot] = []
    try:
        for row in _rows(content):
            content.count_place()
            start, end = _end(row, "from", content), _end(row, "to", content)
            if not spots or (spots[-1].place, spots[-1].point) != (start.place, start.point):
                spots.append(start)
            elif start.departs:
                spots[-1] = replace(spots[-1], departs=start.departs)
            spots.append(end)
    except csv.Error as error:
        raise content.refusal(0, "import_row_odd") from error
    left(content)
    return Found(content.name, (), tuple(spots), ordered=True, remarks=content.remarks)


def _rows(content: Content) -> Iterator[Row]:
    """The rows, with text for every cell; what no journey of them can have is counted."""
    for row in csv.DictReader(StringIO(content.text, newline=None)):
        whole = {key: cell for key, cell in row.items() if key and isinstance(cell, str)}
        for key, cell in whole.items():
            known = key in _READ or key.startswith(("departs_", "arrives_"))
            content.unused[name(key, content)] += bool(cell) and not known
        yield whole


def _end(row: Row, key: str, content: Content) -> Spot:
    point = degrees(row.get(f"{key}_lat"), row.get(f"{key}_lon"), content)
    called = name(_bare(row.get(key, "")) or row.get(f"{key}_id"), content)
    place = name(row.get(f"{key}_id"), content)
    if key == "from":
        return Spot(called, point, departs=_moment(row, "departs", content), place=place)
    return Spot(
        called, point, arrives=_moment(row, "arrives", content),
        text=words(row.get("text"), content), mode=name(row.get("mode"), content),
        leg=name(row.get("name"), content),
        key=name(row.get("id"), content), place=place,
    )  # fmt: skip


def _bare(cell: str) -> str:
    """The name without what stands behind it in brackets: its basis, which may hold others.

    >>> _bare("Tumen (Korean bank) (reported: X (1) <y>)")
    'Tumen (Korean bank)'
    """
    line = cell.partition("\n")[0].strip()[:20_000]
    if not line.endswith(")"):
        return line
    depth = 0
    for index in range(len(line) - 1, -1, -1):
        depth += (line[index] == ")") - (line[index] == "(")
        if not depth:
            return line[:index].strip() or line
    return line


def _moment(row: Row, key: str, content: Content) -> When | None:
    """When it was, if to the minute; bounds of several hours are told, and left out."""
    return within(row.get(f"{key}_earliest", ""), row.get(f"{key}_latest", ""), content)
