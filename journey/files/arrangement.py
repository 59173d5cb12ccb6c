"""How the journeys in a folder are shown together, as the ``shelf.yaml`` there says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

from journey.errors import Complaint, KeyPath, close
from journey.files.document import Document, parse
from journey.files.read import decoded
from journey.model.claims import ID
from journey.model.names import stray

T = TypeVar("T")
SHELF = "shelf.yaml"
LIMIT = 2**20  # bytes
MOST = 10_000  # journeys of which the order is told
_KEYS = ("opens", "order")


class Arrangement(NamedTuple):
    """Which journey ``opens`` where none is asked for, or "", and which come first, in order.

    What is malformed is passed over; ``complaints`` tell of it, and the
    ``document`` where all of it stands.
    """

    opens: str = ""
    order: tuple[str, ...] = ()
    complaints: tuple[Complaint, ...] = ()
    document: Document | None = None

    def arranged(self, found: Mapping[str, T]) -> dict[str, T]:
        """What is ``found`` by the names of journeys, those told of in order, then the rest.

        >>> Arrangement(order=("c", "x")).arranged({"a": 1, "b": 2, "c": 3})
        {'c': 3, 'a': 1, 'b': 2}
        """
        first = {name: found[name] for name in self.order if name in found}
        return first | {name: one for name, one in found.items() if name not in first}

    def astray(self, known: Iterable[str]) -> Iterator[Complaint]:
        """What names journeys that are not among those ``known``."""
        names, document = sorted(known), self.document or Document()
        yield from map(
            document.told, stray(("opens",), self.opens or None, "unknown_journey", names)
        )
        listed = _listed(document.data) if isinstance(document.data, dict) else []
        told = {*self.order}
        for index, name in enumerate(listed):
            if _is_id(name) and name in told:
                path = ("order", index)
                yield from map(document.told, stray(path, name, "unknown_journey", names))


@lru_cache(maxsize=16)
def arrangement(content: bytes | Complaint) -> Arrangement:
    """What the file says, whose bytes are given, or why they can't be had."""
    text, complaints = decoded(content, SHELF, LIMIT)
    if text is None:
        return Arrangement(complaints=tuple(complaints))
    document = parse(text, SHELF)
    data = document.data
    if document.complaints or data is None:
        return Arrangement(complaints=tuple(document.complaints))
    if not isinstance(data, dict):
        return Arrangement(complaints=(document.complaint((), "no_group"),))
    complaints = [*_faults(data, document)]
    opens = data.get("opens")
    return Arrangement(
        opens if isinstance(opens, str) and _is_id(opens) else "",
        tuple(dict.fromkeys(filter(_is_id, _listed(data)[:MOST]))),
        tuple(complaints),
        document,
    )


def _faults(data: dict[str, Any], document: Document) -> Iterator[Complaint]:
    for key in data:
        if key not in _KEYS:
            near = close(str(key), _KEYS) or ""
            yield document.complaint((key,), "unknown_key", name=key, near=near)
    if "opens" in data:
        yield from _no_id(("opens",), data["opens"], document)
    if not isinstance(data.get("order", []), list):
        yield document.complaint(("order",), "no_list")
    listed = _listed(data)
    if len(listed) > MOST:
        yield document.complaint(("order",), "too_many", limit=MOST)
    seen: set[str] = set()
    for index, name in enumerate(listed[:MOST]):
        yield from _no_id(("order", index), name, document)
        if _is_id(name) and name in seen:
            yield document.complaint(("order", index), "journey_twice", id=name)
        elif _is_id(name):
            seen.add(name)


def _no_id(path: KeyPath, value: object, document: Document) -> Iterator[Complaint]:
    if not _is_id(value):
        yield document.complaint(path, "no_id", value=repr(value)[:60])


def _listed(data: dict[str, Any]) -> list[Any]:
    listed = data.get("order")
    return listed if isinstance(listed, list) else []


def _is_id(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(ID, value) is not None
