"""How people move: the modes there are, and those that a journey defines for itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from re import split
from typing import Annotated, Any

from pydantic import AfterValidator, Field, WithJsonSchema

from journey.errors import Figures, KeyPath, close
from journey.model.claims import ID, Id, Text
from journey.model.icon import Icon
from journey.model.names import ids, nameless
from journey.model.palette import MODES, Ink
from journey.model.part import Fault, Part, items, refusal


class Mode(StrEnum):
    """Means of transport that every journey can name."""

    TRAIN = "train"
    BUS = "bus"
    HANDCAR = "handcar"
    WALK = "walk"
    SHIP = "ship"
    PLANE = "plane"
    CAR = "car"
    BICYCLE = "bicycle"
    HORSE = "horse"
    TRAM = "tram"
    UNDERGROUND = "underground"
    FERRY = "ferry"
    BOAT = "boat"
    CANOE = "canoe"
    SKI = "ski"
    CABLE_CAR = "cable-car"
    BALLOON = "balloon"
    SLEDGE = "sledge"
    RIDING = "riding"
    WHEELCHAIR = "wheelchair"
    OTHER = "other"


_SHIPPED = [mode.value for mode in Mode]
# The id of a mode, which the journey has to know.
ModeId = Annotated[
    str, WithJsonSchema({"anyOf": [{"enum": _SHIPPED}, {"type": "string", "pattern": ID}]})
]


def _in_pairs(dash: tuple[float, ...]) -> tuple[float, ...]:
    if len(dash) % 2:
        raise refusal("dash_not_in_pairs", count=len(dash))
    return dash


_Pixels = Annotated[float, Field(strict=True, allow_inf_nan=False, gt=0, le=40)]


class OwnMode(Part):
    """A mode that a journey defines.

    ``by`` is how one travels by it, in a sentence. It has the ``colour`` of one
    of the modes that there are; ``dash`` is pixels on and off, in turn, for a
    line of the usual width, and nothing for an unbroken line.
    """

    id: Id
    name: Text
    by: Text | None = None
    icon: Icon
    colour: Mode
    dash: Annotated[tuple[_Pixels, ...], Field(max_length=8), AfterValidator(_in_pairs)] = ()


@dataclass(frozen=True)
class Means:
    """How a leg is travelled: the id of its mode, and the ink of that.

    A mode of the journey's own has a ``name``, perhaps how one travels ``by``
    it, and the path of its ``icon``; those of all others are known elsewhere.
    """

    id: str
    ink: Ink
    name: Mapping[str, str] | None = field(default=None, compare=False)
    by: Mapping[str, str] | None = field(default=None, compare=False)
    icon: str = ""

    @property
    def untold(self) -> bool:
        """Whether it says nothing of how the leg is travelled."""
        return self.id == Mode.OTHER and not self.name


def means(mode: str, own: Iterable[OwnMode] = ()) -> Means:
    """The means of that mode, which is one there is or one of the journey's ``own``.

    >>> means("bus").ink.dash
    '11 5'
    """
    for found in own:
        if found.id == mode:
            dash = " ".join(f"{pixels:g}" for pixels in found.dash)
            ink = MODES[found.colour]._replace(dash=dash)
            return Means(mode, ink, found.name, found.by, found.icon)
    return Means(mode, MODES[mode])


def modes_told(data: dict[str, Any]) -> Iterator[Fault]:
    """Every name of a mode that is none, or several, and own modes with the id of another."""
    for index, one in items(data, "modes"):
        if one.get("id") in _SHIPPED:
            yield Fault(("modes", index, "id"), "mode_there_is", {"id": str(one["id"])})
    known = (*_SHIPPED, *sorted(ids(data, "modes") - set(_SHIPPED)))
    for path, name in _named(data):
        found = several(name, known)
        if len(found) > 1:
            yield Fault(path, "several_modes", {"modes": found})
        elif name not in known and not nameless(data, "modes"):
            yield Fault(path, "unknown_mode", _strange(name, known))


def several(value: object, known: Iterable[str]) -> tuple[str, ...]:
    """Those of the ``known`` modes that stand where there is room for one.

    >>> several("train, then walk", ["train", "walk"]), several("cable-car", ["cable-car", "car"])
    (('train', 'walk'), ('cable-car',))
    """
    listed = value if isinstance(value, list | tuple) else split(r"[^\w-]+", str(value))
    names = set(known)
    return tuple(dict.fromkeys(w for w in listed if isinstance(w, str) and w in names))


def _named(data: dict[str, Any]) -> Iterator[tuple[KeyPath, str]]:
    """Where modes are named."""
    teaching = data.get("teaching")
    compared = items(teaching, "compare") if isinstance(teaching, dict) else ()
    found: list[tuple[KeyPath, dict[str, Any]]] = [
        *((("legs", index, "mode"), leg) for index, leg in items(data, "legs")),
        *((("teaching", "compare", index, "mode"), item) for index, item in compared),
    ]
    for path, part in found:
        if isinstance(part.get("mode"), str):
            yield path, part["mode"]


def _strange(name: str, known: tuple[str, ...]) -> Figures:
    near = close(name.strip().lower()[:30], known) or ""
    return {"value": repr(name)[:60], "choices": known, "near": near}
