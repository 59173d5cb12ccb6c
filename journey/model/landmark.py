"""What stands beside the way and helps to read it from near: bridges, points and stations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field

from journey.model.claims import Claim, Distances, Id, Text
from journey.model.names import expected, ids
from journey.model.part import Fault, items

# What each kind needs; a bridge has two ends and so none of the names that a place has.
_NEEDS = {
    "bridge": ("from", "to", "name"),
    "point": ("place",),
    "station": ("place",),
}
_PLACES = ("place", "from", "to")


class Landmark(Claim):
    """A bridge between two places, or a point or a station at one; the claim is that it is there.

    It has the name of its place where it has none of its own. Of several
    lengths the first is used.
    """

    kind: Literal["bridge", "point", "station"]
    name: Text | None = None
    place: Id | None = None
    start: Annotated[Id | None, Field(alias="from")] = None
    end: Annotated[Id | None, Field(alias="to")] = None
    length: Distances = ()

    @classmethod
    def _faults(cls, data: dict[str, Any]) -> Iterator[Fault]:
        yield from super()._faults(data)
        kind = data.get("kind")
        needs = _NEEDS.get(kind) if isinstance(kind, str) else None
        if needs is None:
            return
        lacking = tuple(name for name in needs if data.get(name) is None)
        if lacking and not cls.misspelt(data, lacking):
            yield Fault((), "landmark_lacks", {"kind": str(kind), "names": lacking})
        for name in _PLACES:
            if name not in needs and data.get(name) is not None:
                yield Fault((name,), "landmark_without_that", {"kind": str(kind), "name": name})

    @property
    def places(self) -> tuple[str, ...]:
        """The ids of the places that it is at: one, or the two ends of a bridge."""
        return tuple(key for key in (self.place, self.start, self.end) if key is not None)


def astray(data: dict[str, Any]) -> Iterator[Fault]:
    """Every landmark of a journey's ``data`` at a place that is not there, or that has one."""
    yield from expected(data, "places", _unknown(data))
    seen: set[tuple[str, ...]] = set()
    for index, landmark in items(data, "landmarks"):
        named = {name: landmark[name] for name in _PLACES if isinstance(landmark.get(name), str)}
        where = tuple(sorted(named.values()))
        path = ("landmarks", index, next(iter(reversed(named)), "kind"))
        if where and (where in seen or len({*where}) < len(where)):
            yield Fault(path, "landmark_twice", {"id": where[0]})
        seen.add(where)


def _unknown(data: dict[str, Any]) -> Iterator[Fault]:
    known = ids(data, "places")
    for index, landmark in items(data, "landmarks"):
        for name in _PLACES:
            place = landmark.get(name)
            if isinstance(place, str) and place not in known:
                yield Fault(("landmarks", index, name), "unknown_place", {"id": place})
