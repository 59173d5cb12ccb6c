"""What the parts of a journey must say of each other: ids, ends and languages.

The checks read plain data as it comes out of a file and pass over whatever is
malformed, so that they can run beside the checks of the single parts and all
faults are told at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from math import inf
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
# The clock ends with the year 9999; a journey may last this long, in s.
MILLENNIUM = 31_557_600_000
# A code of a language; what is none has been told where it stands.
_CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})?")


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
    yield from _repeated_languages(data)
    yield from _expected(data, "places", _unknown_places(data))
    yield from _expected(data, "legs", _unknown_close_up(data))
    yield from _expected(data, "sources", _unknown_sources(data, _ids(data, "sources"), ()))
    yield from _broken_chain(data)
    yield from _stray_shapes(data)
    yield from _overlong_waits(data)
    yield from _overlong_journey(data)
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


def _expected(
    data: dict[str, Any], key: str, unknown: Iterator[Disagreement]
) -> Iterator[Disagreement]:
    """The unknown names, less those that only follow from items without an id."""
    value, found = data.get(key, ()), list(unknown)
    items = value if isinstance(value, list | tuple) else ()
    nameless = sum(not isinstance(i, dict) or not isinstance(i.get("id"), str) for i in items)
    misshapen = value is not items or (key in ("places", "legs") and not items)
    if not misshapen and len({fault.what for fault in found}) > nameless:
        yield from found


def _repeated_languages(data: dict[str, Any]) -> Iterator[Disagreement]:
    languages = data.get("languages")
    for index, name in enumerate(languages if isinstance(languages, list) else ()):
        if isinstance(name, str) and name in languages[:index]:
            yield Disagreement(("languages", index), f"'{name}' is there twice", "keep one")


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
        for name in named if isinstance(named, list | tuple) else [named]:
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
    known = _ids(data, "places")
    for (_, before), (index, after) in pairwise(_items(data, "legs")):
        end, start = before.get("to"), after.get("from")
        if not (isinstance(end, dict) and isinstance(start, dict)):
            continue
        left, met = end.get("place"), start.get("place")
        if not (isinstance(left, str) and isinstance(met, str)):
            continue
        # A place that is not known has been told already.
        if left != met and {left, met} <= known:
            yield Disagreement(
                ("legs", index, "from", "place"),
                f"it starts at '{met}', but the leg before ends at '{left}'",
                "let the leg start there, or put a leg between the two",
            )


def _stray_shapes(data: dict[str, Any]) -> Iterator[Disagreement]:
    points = {
        item["id"]: (item.get("lat"), item.get("lon"))
        for _, item in _items(data, "places")
        if isinstance(item.get("id"), str)
    }
    # Which of two places, or legs, with one id is meant can't be told.
    for found in _twice(data, "places"):
        points.pop(data["places"][found.where[1]]["id"], None)
    repeated = {found.where[1] for found in _twice(data, "legs")}
    for index, leg in _items(data, "legs"):
        shape = leg.get("shape")
        line = shape.get("line") if isinstance(shape, dict) else None
        if not isinstance(line, list | tuple) or len(line) < 2 or index in repeated:
            continue
        for key, point in (("from", line[0]), ("to", line[-1])):
            end = leg.get(key)
            name = end.get("place") if isinstance(end, dict) else None
            place = points.get(name) if isinstance(name, str) else None
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
        lasts = _seconds(leg, "duration")[1]
        if sum(_seconds(stop, "dwell")[0] for _, stop in _items(leg, "stops")) > lasts:
            yield Disagreement(
                ("legs", index, "stops"),
                "the waits at its stops are longer than the leg",
                "count them within the leg's duration",
            )


def _overlong_journey(data: dict[str, Any]) -> Iterator[Disagreement]:
    spans = [_seconds(leg, "duration") for _, leg in _items(data, "legs")]
    ends = [leg.get("to") for _, leg in _items(data, "legs")]
    spans += [_seconds(end, "dwell") for end in ends if isinstance(end, dict)]
    if sum(high if high < inf else low for low, high in spans) > MILLENNIUM:
        yield Disagreement(
            ("legs",), "they last more than a thousand years", "check the durations and their units"
        )


def _seconds(part: dict[str, Any], key: str) -> tuple[float, float]:
    """The bounds of the first claim under ``key``, in seconds: 0 and infinity if none."""
    claim = next((item for _, item in _items(part, key)), {})
    unit, spread = claim.get("unit"), claim.get("range")
    said = [claim.get(name) for name in ("value", "about", "more_than", "less_than")]
    numbers = [*said, *(spread if isinstance(spread, list | tuple) else [])]
    known = [n for n in numbers if isinstance(n, int | float) and 0 <= n <= 1e9]
    if not known or not isinstance(unit, str) or unit not in SECONDS:
        return 0.0, inf
    low = 0.0 if claim.get("less_than") is not None else min(known) * SECONDS[unit]
    return low, inf if claim.get("more_than") is not None else max(known) * SECONDS[unit]


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
    first = declared[0] if isinstance(declared, list | tuple) and declared else None
    if not isinstance(first, str) or not _CODE.fullmatch(first):
        return
    texts = [(where, text) for where, text in _texts(data, ()) if text]
    without = [where for where, text in texts if first not in text]
    if len(without) == len(texts) > 1:
        yield Disagreement(
            ("languages", 0), f"no text is in '{first}'", "put the language of the texts first"
        )
        return
    for where in without:
        yield Disagreement(where, f"the text has no '{first}'", "add it: it is the first language")


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
