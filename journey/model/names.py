"""Ids in lists of parts: those given twice, and names that lead to none.

The checks read plain data and pass over whatever is malformed, so that they can
run beside the checks of the single parts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from math import inf
from typing import Any

from journey.errors import Code, KeyPath, close
from journey.model.part import Fault, items

# Among so many names the nearest is looked for, which takes a moment for each.
_COMPARED = 200
_GUESSED = 20  # names of a file for which that is done


def ids(data: dict[str, Any], key: str) -> set[str]:
    """The ids of the parts in the list under ``key``."""
    return {item["id"] for _, item in items(data, key) if isinstance(item.get("id"), str)}


def twice(data: dict[str, Any], key: str) -> Iterator[Fault]:
    """Every id that an earlier part of the list under ``key`` has as well."""
    seen: set[str] = set()
    for index, item in items(data, key):
        name = item.get("id")
        if isinstance(name, str) and name in seen:
            yield Fault((key, index, "id"), "id_twice", {"id": name})
        elif isinstance(name, str):
            seen.add(name)


def stray(path: KeyPath, name: object, code: Code, known: Collection[str]) -> Iterator[Fault]:
    """The fault ``code`` of a ``name`` that no part has, with the one it is nearest to.

    >>> [fault.figures for fault in stray(("leg",), "handcr", "unknown_leg", ["bus", "handcar"])]
    [{'id': 'handcr', 'near': 'handcar'}]
    """
    if isinstance(name, str) and name not in known:
        listed = sorted(known) if len(known) <= _COMPARED else []
        yield Fault(path, code, {"id": name, "near": close(name, listed) or ""})


def expected(data: dict[str, Any], key: str, unknown: Iterator[Fault]) -> Iterator[Fault]:
    """The unknown names, less those that only follow from items without an id.

    The first of them come with the names that they are nearest to.
    """
    found = list(unknown)
    if len({fault.figures["id"] for fault in found}) > nameless(data, key):
        known = ids(data, key)
        for fault in found[:_GUESSED]:
            yield from stray(fault.path, fault.figures["id"], fault.code, known)
        yield from found[_GUESSED:]


def nameless(data: dict[str, Any], key: str) -> float:
    """How many items of the list under ``key`` have no id; where it is no list, any number may."""
    value = data.get(key, ())
    listed = value if isinstance(value, list | tuple) else ()
    misshapen = value is not listed or (key in ("places", "legs") and not listed)
    # A list under a misspelt key is told as that.
    if misshapen or (key not in data and close(key, [*map(str, data)])):
        return inf
    return sum(not isinstance(i, dict) or not isinstance(i.get("id"), str) for i in listed)


def place_at(leg: dict[str, Any], key: str) -> str | None:
    """The id of the place at an end of the leg, "from" or "to"."""
    end = leg.get(key)
    name = end.get("place") if isinstance(end, dict) else None
    return name if isinstance(name, str) else None
