"""What the models find wrong, as complaints with the file and the line of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from pydantic import ValidationError

from journey.errors import Complaint, close
from journey.files.document import Document, Path, dotted
from journey.files.faults import plain, sentence
from journey.files.route import Route
from journey.model.journey import Journey

# More complaints than these help nobody; the rest is counted.
MOST = 1_000
_SCHEMA = Journey.model_json_schema()


class _Found(NamedTuple):
    """A fault: where, pydantic's name of it, what stood there, and its figures."""

    path: Path
    kind: str
    value: Any
    context: dict[str, Any]


def complaints_of(error: ValidationError, document: Document, route: Route) -> Iterator[Complaint]:
    """A complaint for each fault that is not only what follows from another."""
    found = [_found(e, document.data) for e in error.errors(include_url=False)[: 4 * MOST]]
    told = {(fault.path, fault.kind == "agreement") for fault in found}
    meant = {_meant(fault, document.data) for fault in found if fault.kind == "extra_forbidden"}
    for fault in found:
        if (fault.kind == "missing" and fault.path in meant) or _follows(fault, told):
            continue
        keys = _free(fault.path[:-1], document.data) if fault.kind == "extra_forbidden" else []
        what, mend = sentence(fault.kind, fault.path, fault.value, fault.context, keys)
        if fault.path[2:4] == ("shape", "line"):
            yield _off(document, route, fault.path, what, mend)
        else:
            yield document.complaint(fault.path, what, mend)


def bounded(complaints: Iterable[Complaint]) -> list[Complaint]:
    """The complaints once each, printable, and not more than anybody reads."""
    safe = (Complaint(c.file, c.line, *map(plain, (c.where, c.what, c.mend))) for c in complaints)
    found = sorted(dict.fromkeys(safe))
    if len(found) <= MOST:
        return found
    what = f"there are more than {MOST:,} faults"
    return [*found[:MOST], Complaint(found[0].file, 0, "", what, "mend those told first")]


def _found(error: Any, data: Any) -> _Found:
    path, kind = tuple(error["loc"]), error["type"]
    if kind == "string_pattern_mismatch" and (path[-1] == "[key]" or path[0] == "languages"):
        kind = "language"
    if kind not in ("missing", "extra_forbidden", "agreement"):
        path = _within(data, path)
    key_itself = error["loc"][-1:] == ("[key]",)
    value = path[-1] if key_itself and path else _value(data, path)
    return _Found(path, kind, value, {"what": error["msg"], **error.get("ctx", {})})


def _follows(fault: _Found, told: set[tuple[Path, bool]]) -> bool:
    """Whether the fault is only what follows from another, which is told."""
    path = fault.path
    if fault.kind == "missing":
        # The points of a shape are not written here; what they lack is told there.
        return path[2:] == ("shape", "line")
    if fault.kind == "too_short":
        # Items that have faults of their own are not counted.
        return len(fault.value or ()) >= int(fault.context["min_length"])
    if fault.kind != "agreement":
        return False
    if path[:1] == ("legs",) and path[2:] == ("from", "place") and isinstance(path[1], int):
        before: Path = ("legs", path[1] - 1, "to", "place")
        if "the leg before" in fault.context["what"] and (before, True) in told:
            return True
    return (path, False) in told or ((*path, 0), False) in told


def _meant(fault: _Found, data: Any) -> Path:
    """The path of the key that one which is not known may stand for."""
    parent = fault.path[:-1]
    near = close(str(fault.path[-1]), _free(parent, data))
    return (*parent, near) if near else ()


def _free(path: Path, data: Any) -> list[str]:
    """The keys that could stand in the part at ``path`` and do not."""
    schema = _schema(_SCHEMA)
    for step in path:
        inner = schema.get("items") if isinstance(step, int) else schema["properties"].get(step)
        schema = _schema(inner or {})
    there = _value(data, path)
    return sorted(schema["properties"].keys() - set(there if isinstance(there, dict) else ()))


def _schema(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema itself of what may be a reference to it, or nothing besides."""
    schema = next(iter(schema.get("anyOf", ())), schema)
    name = schema.get("$ref", "").rpartition("/")[2]
    return {"properties": {}, **(_SCHEMA["$defs"][name] if name else schema)}


def _off(document: Document, route: Route, path: Path, what: str, mend: str) -> Complaint:
    """The complaint about a shape's point, told of the file in which it stands."""
    feature = route.features[document.data["legs"][path[1]]["id"]]
    place: Path = ("features", feature, "geometry", "coordinates", *path[4:5])
    return Complaint(route.file, route.line(place), dotted(place), what, mend)


def _within(data: Any, path: Path) -> Path:
    """The part of ``path`` that is really there, without the names of alternatives."""
    for count, step in enumerate(path):
        known: Any = data if isinstance(data, dict) else ()
        if isinstance(data, list | tuple):
            known = range(len(data))
        if step not in known:
            return path[:count]
        data = data[step]
    return path


def _value(data: Any, path: Path) -> Any:
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data
