"""What the parts of a journey must say of each other: ids, ends and languages.

The checks read plain data as it comes out of a file and pass over whatever is
malformed, so that they can run beside the checks of the single parts and all
faults are told at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, TypeGuard

from journey.geo.geometry import distance
from journey.model.names import expected, ids, stray, twice
from journey.model.overlong import overlong
from journey.model.part import Fault, Where, items

# Keys whose value is a text by language; "unknown" is a list of such texts.
TEXT_KEYS = frozenset(
    {
        *(
            "name",
            "title",
            "summary",
            "rights",
            "text",
            "method",
            "reason",
            "note",
            "by",
            "unknown",
        ),
        *("answer", "content_note", "notes", "subject", "term"),
    }
)
# A shape may start and end this far from the places it joins, in km.
REACH = 2.0
# A code of a language; what is none has been told where it stands.
_CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})?")


def disagreements(data: Any) -> Iterator[Fault]:
    """Every place where one part of the journey contradicts another."""
    if not isinstance(data, dict):
        return
    for key in ("places", "legs", "sources", "story"):
        yield from twice(data, key)
    yield from _repeated_languages(data)
    yield from expected(data, "places", _unknown_places(data))
    yield from expected(data, "legs", _unknown_close_up(data))
    yield from expected(data, "legs", _taught(data, "leg"))
    yield from expected(data, "places", _taught(data, "place"))
    yield from expected(data, "sources", _unknown_sources(data, ids(data, "sources"), ()))
    yield from _broken_chain(data)
    yield from _stray_shapes(data)
    yield from overlong(data)
    yield from _languages(data)


def _repeated_languages(data: dict[str, Any]) -> Iterator[Fault]:
    languages = data.get("languages")
    listed = languages if isinstance(languages, list | tuple) else ()
    for index, name in enumerate(listed):
        if isinstance(name, str) and name in listed[:index]:
            yield Fault(("languages", index), f"'{name}' is there twice", "keep one")


def _ends(leg: dict[str, Any]) -> Iterator[tuple[Where, Any]]:
    for key in ("from", "to"):
        if isinstance(leg.get(key), dict):
            yield (key, "place"), leg[key].get("place")
    for index, stop in items(leg, "stops"):
        yield ("stops", index, "place"), stop.get("place")


def _unknown_places(data: dict[str, Any]) -> Iterator[Fault]:
    known = ids(data, "places")
    for index, leg in items(data, "legs"):
        for where, name in _ends(leg):
            if isinstance(name, str) and name not in known:
                yield Fault(
                    ("legs", index, *where),
                    f"there is no place '{name}'",
                    "add it to places, or use one of its ids",
                )


def _unknown_close_up(data: dict[str, Any]) -> Iterator[Fault]:
    close_up = data.get("close_up")
    name = close_up.get("leg") if isinstance(close_up, dict) else None
    if isinstance(name, str) and name not in ids(data, "legs"):
        yield Fault(
            ("close_up", "leg"), f"there is no leg '{name}'", "use the id of one of the legs"
        )


def _taught(data: dict[str, Any], key: str) -> Iterator[Fault]:
    """Legs or places that the teaching names and that are not there."""
    teaching = data.get("teaching")
    if not isinstance(teaching, dict):
        return
    known = ids(data, f"{key}s")
    for part in ("questions", "steps", "vocabulary"):
        for index, item in items(teaching, part):
            yield from stray(("teaching", part, index, key), item.get(key), key, known)


def _unknown_sources(node: Any, known: set[str], where: Where) -> Iterator[Fault]:
    if isinstance(node, dict):
        named = node.get("source")
        for name in named if isinstance(named, list | tuple) else [named]:
            if isinstance(name, str) and name not in known:
                yield Fault(
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


def _broken_chain(data: dict[str, Any]) -> Iterator[Fault]:
    for (_, before), (index, after) in pairwise(items(data, "legs")):
        end, start = before.get("to"), after.get("from")
        if not (isinstance(end, dict) and isinstance(start, dict)):
            continue
        left, met = end.get("place"), start.get("place")
        if isinstance(left, str) and isinstance(met, str) and left != met:
            yield Fault(
                ("legs", index, "from", "place"),
                f"it starts at '{met}', but the leg before ends at '{left}'",
                "let the leg start there, or put a leg between the two",
            )


def _stray_shapes(data: dict[str, Any]) -> Iterator[Fault]:
    points = {
        item["id"]: (item.get("lat"), item.get("lon"))
        for _, item in items(data, "places")
        if isinstance(item.get("id"), str)
    }
    # Which of two places, or legs, with one id is meant can't be told.
    again = {fault.where for fault in (*twice(data, "places"), *twice(data, "legs"))}
    for index, item in items(data, "places"):
        if ("places", index, "id") in again:
            points.pop(item["id"], None)
    for index, leg in items(data, "legs"):
        shape = leg.get("shape")
        line = shape.get("line") if isinstance(shape, dict) else None
        if not isinstance(line, list | tuple) or len(line) < 2 or ("legs", index, "id") in again:
            continue
        for key, point in (("from", line[0]), ("to", line[-1])):
            end = leg.get(key)
            name = end.get("place") if isinstance(end, dict) else None
            place = points.get(name) if isinstance(name, str) else None
            if place is not None and _is_point(point) and _is_point(place):
                off = distance(point, place)
                if off > REACH:
                    yield Fault(
                        ("legs", index, "shape", "line", 0 if key == "from" else len(line) - 1),
                        f"the shape is {off:.1f} km off the place where the leg "
                        + ("starts" if key == "from" else "ends"),
                        f"bring it within {REACH:g} km; are lat and lon swapped?",
                    )


def _is_point(value: Any) -> TypeGuard[tuple[float, float]]:
    return (
        isinstance(value, list | tuple)
        and len(value) == 2
        and all(isinstance(n, int | float) and not isinstance(n, bool) for n in value)
        and -90 <= value[0] <= 90
        and -180 <= value[1] <= 180
    )


def _languages(data: dict[str, Any]) -> Iterator[Fault]:
    declared = data.get("languages")
    first = declared[0] if isinstance(declared, list | tuple) and declared else None
    if not isinstance(first, str) or not _CODE.fullmatch(first):
        return
    texts = [(where, text) for where, text in _texts(data, ()) if text]
    without = [where for where, text in texts if first not in text]
    if len(without) == len(texts) > 1:
        yield Fault(
            ("languages", 0), f"no text is in '{first}'", "put the language of the texts first"
        )
        return
    for where in without:
        yield Fault(where, f"the text has no '{first}'", "add it: it is the first language")


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
