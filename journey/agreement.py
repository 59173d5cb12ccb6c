"""What the parts of a journey must say of each other: ids, ends and languages.

The checks read plain data as it comes out of a file and pass over whatever is
malformed, so that they can run beside the checks of the single parts and all
faults are told at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple, TypeGuard

from journey.geometry import distance
from journey.interval import SECONDS

Where = tuple[str | int, ...]

# Keys whose value is a text by language; "unknown" is a list of such texts.
TEXT_KEYS = frozenset(
    {"name", "title", "summary", "text", "method", "reason", "note", "by", "unknown"}
)
# A shape may start and end this far from the places it joins, in km.
REACH = 2.0


class Disagreement(NamedTuple):
    """Two parts that do not fit: where, what, and how to mend it."""

    where: Where
    what: str
    mend: str


def disagreements(data: Any) -> Iterator[Disagreement]:
    """Every place where one part of the journey contradicts another."""
    if not isinstance(data, dict):
        return
    for key in ("places", "legs", "sources", "story"):
        yield from _twice(data, key)
    yield from _unknown_places(data)
    yield from _unknown_close_up(data)
    yield from _unknown_sources(data, _ids(data, "sources"), ())
    yield from _broken_chain(data)
    yield from _stray_shapes(data)
    yield from _overlong_waits(data)
    yield from _languages(data)


def _items(data: dict[str, Any], key: str) -> list[tuple[int, dict[str, Any]]]:
    value = data.get(key)
    if not isinstance(value, list | tuple):
        return []
    return [(i, item) for i, item in enumerate(value) if isinstance(item, dict)]


def _ids(data: dict[str, Any], key: str) -> set[str]:
    return {item["id"] for _, item in _items(data, key) if isinstance(item.get("id"), str)}


def _twice(data: dict[str, Any], key: str) -> Iterator[Disagreement]:
    seen: set[str] = set()
    for index, item in _items(data, key):
        name = item.get("id")
        if isinstance(name, str) and name in seen:
            yield Disagreement(
                (key, index, "id"), f"'{name}' is there twice", "give each its own id"
            )
        elif isinstance(name, str):
            seen.add(name)


def _ends(leg: dict[str, Any]) -> Iterator[tuple[Where, Any]]:
    for key in ("from", "to"):
        if isinstance(leg.get(key), dict):
            yield (key, "place"), leg[key].get("place")
    for index, stop in _items(leg, "stops"):
        yield ("stops", index, "place"), stop.get("place")


def _unknown_places(data: dict[str, Any]) -> Iterator[Disagreement]:
    known = _ids(data, "places")
    for index, leg in _items(data, "legs"):
        for where, name in _ends(leg):
            if isinstance(name, str) and name not in known:
                yield Disagreement(
                    ("legs", index, *where),
                    f"there is no place '{name}'",
                    "add it to places, or use one of its ids",
                )


def _unknown_close_up(data: dict[str, Any]) -> Iterator[Disagreement]:
    close_up = data.get("close_up")
    name = close_up.get("leg") if isinstance(close_up, dict) else None
    if isinstance(name, str) and name not in _ids(data, "legs"):
        yield Disagreement(
            ("close_up", "leg"), f"there is no leg '{name}'", "use the id of one of the legs"
        )


def _unknown_sources(node: Any, known: set[str], where: Where) -> Iterator[Disagreement]:
    if isinstance(node, dict):
        named = node.get("source")
        for name in [named] if isinstance(named, str) else named or []:
            if isinstance(name, str) and name not in known:
                yield Disagreement(
                    (*where, "source"),
                    f"there is no source '{name}'",
                    "add it to sources, or use one of its ids",
                )
        for key, value in node.items():
            if key not in ("source", "line"):
                yield from _unknown_sources(value, known, (*where, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _unknown_sources(value, known, (*where, index))


def _broken_chain(data: dict[str, Any]) -> Iterator[Disagreement]:
    for (_, before), (index, after) in pairwise(_items(data, "legs")):
        end, start = before.get("to"), after.get("from")
        if not (isinstance(end, dict) and isinstance(start, dict)):
            continue
        left, met = end.get("place"), start.get("place")
        if isinstance(left, str) and isinstance(met, str) and left != met:
            yield Disagreement(
                ("legs", index, "from", "place"),
                f"it starts at '{met}', but the leg before ends at '{left}'",
                "let the leg start there, or put a leg between the two",
            )


def _stray_shapes(data: dict[str, Any]) -> Iterator[Disagreement]:
    points = {
        item.get("id"): (item.get("lat"), item.get("lon")) for _, item in _items(data, "places")
    }
    for index, leg in _items(data, "legs"):
        shape = leg.get("shape")
        line = shape.get("line") if isinstance(shape, dict) else None
        if not isinstance(line, list | tuple) or len(line) < 2:
            continue
        for key, point in (("from", line[0]), ("to", line[-1])):
            end = leg.get(key)
            place = points.get(end.get("place")) if isinstance(end, dict) else None
            if place is not None and _is_point(point) and _is_point(place):
                off = distance(point, place)
                if off > REACH:
                    yield Disagreement(
                        ("legs", index, "shape", "line", 0 if key == "from" else len(line) - 1),
                        f"the shape is {off:.1f} km off the place where the leg "
                        + ("starts" if key == "from" else "ends"),
                        f"bring it within {REACH:g} km; are lat and lon swapped?",
                    )


def _overlong_waits(data: dict[str, Any]) -> Iterator[Disagreement]:
    for index, leg in _items(data, "legs"):
        lasts = _seconds(leg)
        waits = [_seconds(stop, "dwell") or 0.0 for _, stop in _items(leg, "stops")]
        if lasts is not None and sum(waits) > lasts:
            yield Disagreement(
                ("legs", index, "stops"),
                "the waits at its stops are longer than the leg",
                "count them within the leg's duration",
            )


def _seconds(part: dict[str, Any], key: str = "duration") -> float | None:
    """The largest number of the first claim under ``key``, in seconds."""
    claims = _items(part, key)
    if not claims:
        return None
    claim = claims[0][1]
    said = [claim.get(name) for name in ("value", "about", "more_than", "less_than")]
    spread = claim.get("range")
    numbers = [*said, *(spread if isinstance(spread, list) else [])]
    known = [n for n in numbers if isinstance(n, int | float)]
    unit = claim.get("unit")
    return max(known) * SECONDS[unit] if known and unit in SECONDS else None


def _is_point(value: Any) -> TypeGuard[tuple[float, float]]:
    return (
        isinstance(value, list | tuple)
        and len(value) == 2
        and all(isinstance(n, int | float) and not isinstance(n, bool) for n in value)
        and -90 <= value[0] <= 90
        and -180 <= value[1] <= 180
    )


def _languages(data: dict[str, Any]) -> Iterator[Disagreement]:
    declared = data.get("languages")
    if not (isinstance(declared, list | tuple) and declared and isinstance(declared[0], str)):
        return
    for where, text in _texts(data, ()):
        if text and declared[0] not in text:
            yield Disagreement(
                where, f"the text has no '{declared[0]}'", "add it: it is the first language"
            )


def _texts(node: Any, where: Where) -> Iterator[tuple[Where, dict[str, Any]]]:
    if isinstance(node, list):
        for index, value in enumerate(node):
            yield from _texts(value, (*where, index))
    elif isinstance(node, dict):
        for key, value in node.items():
            texts = value if isinstance(value, list) and key == "unknown" else [value]
            if key in TEXT_KEYS:
                for index, text in enumerate(texts):
                    if isinstance(text, dict):
                        yield (*where, key, *([index] if texts is value else [])), text
            elif key != "line":
                yield from _texts(value, (*where, key))
