"""A folder of files into a :class:`Journey`, or every complaint about it at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from journey.document import Document, dotted, parse
from journey.errors import Complaint, JourneyFileError, JourneyNotFoundError
from journey.faults import sentence
from journey.model import Journey
from journey.route import Route, read_route

STORY, ROUTE = "journey.yaml", "route.geojson"
LIMITS = {STORY: 2 * 2**20, ROUTE: 64 * 2**20}  # bytes


def find(root: str | Path) -> list[Path]:
    """The folders in or at ``root`` that hold a journey, by name."""
    root = Path(root)
    if (root / STORY).is_file():
        return [root]
    return sorted(file.parent for file in root.glob(f"*/{STORY}"))


def stamp(folder: str | Path) -> tuple[float, ...]:
    """When the files of a journey were changed last: a part of every cache key."""
    files = (Path(folder) / name for name in (STORY, ROUTE))
    return tuple(file.stat().st_mtime if file.is_file() else 0.0 for file in files)


def load(folder: str | Path) -> Journey:
    """The journey in ``folder``.

    Raises :class:`JourneyNotFoundError` where there is none, and
    :class:`JourneyFileError` with every complaint where its files have faults.
    """
    folder = Path(folder)
    if not (folder / STORY).is_file():
        raise JourneyNotFoundError(str(folder))
    complaints: list[Complaint] = []
    document = parse(_text(folder / STORY, complaints), str(folder / STORY))
    complaints += document.complaints
    route = Route(str(folder / ROUTE), "")
    if (folder / ROUTE).is_file():
        count = len(complaints)
        text = _text(folder / ROUTE, complaints)
        if len(complaints) == count:
            route = read_route(text, str(folder / ROUTE))
            complaints += route.complaints
    if not isinstance(document.data, dict):
        if not complaints:
            complaints.append(_form(document, folder))
        raise JourneyFileError(complaints)
    complaints += _attach(document, route)
    complaints += _name(document, folder)
    return _build(document, route, complaints)


def _text(file: Path, complaints: list[Complaint]) -> str:
    limit = LIMITS[file.name]
    try:
        with file.open("rb") as stream:
            raw = stream.read(limit + 1)
        if len(raw) > limit:
            what = f"the file is larger than {limit // 2**20} MB"
            complaints.append(Complaint(str(file), 0, "", what, "shorten or simplify it"))
            return ""
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        what, mend = "this is not UTF-8 text", "save the file as UTF-8"
        complaints.append(Complaint(str(file), line, "", what, mend))
    except OSError as error:
        what = f"it can't be read: {error.strerror}"
        complaints.append(Complaint(str(file), 0, "", what, "check the file's permissions"))
    return ""


def _form(document: Document, folder: Path) -> Complaint:
    what = "it is empty" if document.data is None else "it does not start with keys"
    return Complaint(str(folder / STORY), 0, "", what, "start with id:, languages: and title:")


def _name(document: Document, folder: Path) -> Iterator[Complaint]:
    name = document.data.get("id")
    if isinstance(name, str) and name != folder.resolve().name:
        yield Complaint(
            str(folder / STORY),
            document.line(("id",)),
            "id",
            f"'{name}' is not the name of the folder",
            "name both alike",
        )


def _attach(document: Document, route: Route) -> Iterator[Complaint]:
    """Put each line into its leg's shape; yield what does not match."""
    legs = document.data.get("legs")
    named = {}
    for index, leg in enumerate(legs if isinstance(legs, list) else []):
        if not isinstance(leg, dict):
            continue
        name, shape = leg.get("id"), leg.get("shape")
        if isinstance(shape, dict) and isinstance(name, str):
            named[name] = shape
            if name in route.lines:
                shape["line"] = route.lines[name]
            elif name not in route.features:
                path = ("legs", index, "shape")
                yield Complaint(
                    _story(route),
                    document.line(path),
                    dotted(path),
                    f"{ROUTE} has no shape '{name}'",
                    "draw it there, or leave 'shape' out for a great circle",
                )
    for name, index in route.features.items():
        if name not in named:
            yield Complaint(
                route.file,
                route.line(("features", index)),
                f"features[{index}]",
                f"no leg with a 'shape' has the id '{name}'",
                "name it after its leg, and give that leg a shape",
            )


def _story(route: Route) -> str:
    return str(Path(route.file).with_name(STORY))


def _build(document: Document, route: Route, complaints: list[Complaint]) -> Journey:
    try:
        journey = Journey.model_validate(document.data)
    except ValidationError as error:
        found = [_complaint(dict(e), document, route) for e in error.errors(include_url=False)]
        shaped = {c.where.removesuffix(".shape") for c in complaints if c.where.endswith(".shape")}
        complaints += [
            c for c in dict.fromkeys(found) if not _follows(c, shaped, bool(route.complaints))
        ]
        raise JourneyFileError(complaints) from error
    if complaints:
        raise JourneyFileError(complaints)
    return journey


def _follows(complaint: Complaint, shaped: set[str], broken_route: bool) -> bool:
    """Whether a missing line only follows from a fault already told."""
    leg = complaint.where.removesuffix(".shape.line")
    return leg != complaint.where and (leg in shaped or broken_route)


def _complaint(error: Mapping[str, Any], document: Document, route: Route) -> Complaint:
    path, kind = tuple(error["loc"]), error["type"]
    if kind not in ("missing", "extra_forbidden"):
        path = _within(document.data, path)
    parent = _value(document.data, path[:-1])
    context = dict(error.get("ctx", {}))
    what, mend = sentence(kind, _axis(path), _value(document.data, path), context, _keys(parent))
    if path[:1] == ("legs",) and path[2:4] == ("shape", "line") and len(path) > 4:
        return _shape_complaint(document, route, path, what, mend)
    return Complaint(_story(route), document.line(path), dotted(path), what, mend)


def _shape_complaint(
    document: Document, route: Route, path: tuple[Any, ...], what: str, mend: str
) -> Complaint:
    """The complaint about a point, told of the file in which it stands."""
    feature = route.features[document.data["legs"][path[1]]["id"]]
    place: tuple[Any, ...] = ("features", feature, "geometry", "coordinates", path[4])
    if len(path) > 5:
        place = (*place, 1 - path[5])
    return Complaint(route.file, route.line(place), dotted(place), what, mend)


def _axis(path: tuple[Any, ...]) -> tuple[Any, ...]:
    """The path with the axis of a shape's point named, so that degrees are told."""
    return (
        (*path, "lat" if path[5] == 0 else "lon")
        if path[3:4] == ("line",) and len(path) == 6
        else path
    )


def _within(data: Any, path: tuple[Any, ...]) -> tuple[Any, ...]:
    """The part of ``path`` that is really there, without the names of alternatives."""
    for count, step in enumerate(path):
        known: Any = data if isinstance(data, dict) else ()
        if isinstance(data, list):
            known = range(len(data))
        if step not in known:
            return path[:count]
        data = data[step]
    return path


def _value(data: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _keys(parent: Any) -> list[str]:
    """Keys that a misspelt one may have meant: those of any part, less those there."""
    return sorted(_KEYS - set(parent)) if isinstance(parent, dict) else []


_KEYS = {
    key
    for part in Journey.model_json_schema()["$defs"].values()
    for key in part.get("properties", ())
}
