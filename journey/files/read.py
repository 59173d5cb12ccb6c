"""A folder of files into a :class:`Journey`, or every complaint about it at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from os.path import lexists
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from journey.errors import Complaint, JourneyFileError, JourneyNotFoundError
from journey.files.document import Document, dotted, parse
from journey.files.route import Route, read_route
from journey.files.verdict import bounded, complaints_of
from journey.model.journey import Journey

STORY, ROUTE, TEACHING = "journey.yaml", "route.geojson", "teaching.yaml"
LIMITS = {STORY: 2 * 2**20, ROUTE: 64 * 2**20, TEACHING: 2 * 2**20}  # bytes
_STARTS = {STORY: "id:, languages: and title:", TEACHING: "lessons: or questions:"}
_KEY = "teaching"
_ID = re.compile("[a-z0-9][a-z0-9-]{0,63}")


def find(root: str | Path) -> list[Path]:
    """The folders in or at ``root`` that hold a journey, by name."""
    root = Path(root)
    if _is_file(root / STORY):
        return [root]
    return sorted(file.parent for file in root.glob(f"*/{STORY}"))


def stamp(folder: str | Path) -> tuple[float, ...]:
    """When the files of a journey were changed last: a part of every cache key."""
    return tuple(_changed(Path(folder) / name) for name in (STORY, ROUTE, TEACHING))


def load(folder: str | Path) -> Journey:
    """The journey in ``folder``.

    Raises :class:`JourneyNotFoundError` where there is none, and
    :class:`JourneyFileError` with every complaint where its files have faults.
    """
    folder = Path(folder)
    if not _is_file(folder / STORY):
        raise JourneyNotFoundError(str(folder))
    document, route = _keys(folder / STORY), _route(folder / ROUTE)
    part = _part(folder / TEACHING)
    complaints = [*document.complaints, *route.complaints, *part.complaints]
    if not isinstance(document.data, dict):
        raise JourneyFileError(bounded(complaints))
    complaints += _attach(document, route)
    complaints += _name(document, folder)
    complaints += _join(document, part)
    try:
        journey = Journey.model_validate(document.data)
    except ValidationError as error:
        complaints += complaints_of(error, document, route)
        raise JourneyFileError(bounded(complaints)) from error
    if complaints:
        raise JourneyFileError(bounded(complaints))
    return journey


def _is_file(path: Path) -> bool:
    """Whether a file is there; one that can't be looked at is told when it is read."""
    try:
        return path.is_file()
    except OSError:
        return True


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except (OSError, ValueError):
        return 0.0


def _keys(file: Path) -> Document:
    """The document in a file that has to start with keys."""
    text, complaints = _text(file)
    if text is None:
        return Document(complaints=complaints)
    document = parse(text, str(file))
    if not (document.complaints or isinstance(document.data, dict)):
        what = "it is empty" if document.data is None else "it does not start with keys"
        mend = f"start with {_STARTS[file.name]}"
        document.complaints.append(Complaint(str(file), document.line(()) or 1, "", what, mend))
    return document


def _route(file: Path) -> Route:
    if not _is_file(file):
        complaints = _no_file(file)
        return Route(str(file), complaints=complaints, whole=not complaints)
    text, complaints = _text(file)
    if text is None:
        return Route(str(file), complaints=complaints, whole=False)
    return read_route(text, str(file))


def _part(file: Path) -> Document:
    """The document in a file that need not be there."""
    return _keys(file) if _is_file(file) else Document(complaints=_no_file(file))


def _no_file(file: Path) -> list[Complaint]:
    """What is wrong where no file is: nothing, unless something else stands there."""
    if not lexists(file):
        return []
    return [Complaint(str(file), 0, "", "it is no file", "put a file there, or nothing")]


def _text(file: Path) -> tuple[str | None, list[Complaint]]:
    """The text of the file, or None and what is wrong."""
    limit, line = LIMITS[file.name], 0
    try:
        with file.open("rb") as stream:
            raw = stream.read(limit + 1)
        if len(raw) <= limit:
            text = raw.decode("utf-8-sig")
            return text.replace("\r\n", "\n").replace("\r", "\n"), []
        what, mend = f"the file is larger than {limit // 2**20} MB", "shorten or simplify it"
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        what, mend = "this is not UTF-8 text", "save the file as UTF-8"
    except OSError as error:
        what, mend = f"it can't be read: {error.strerror}", "check the file and its permissions"
    return None, [Complaint(str(file), line, "", what, mend)]


def _name(document: Document, folder: Path) -> Iterator[Complaint]:
    name = document.data.get("id")
    # What is no id has been told as that.
    if isinstance(name, str) and _ID.fullmatch(name) and name != folder.resolve().name:
        what = f"'{name}' is not the name of the folder"
        yield document.complaint(("id",), what, "name both alike")


def _join(document: Document, part: Document) -> Iterator[Complaint]:
    """Put what stands in a file of its own under its key; yield where it stands twice."""
    if part.data is not None and _KEY in document.data:
        yield document.complaint((_KEY,), f"there is a {TEACHING} as well", "keep one of the two")
    elif isinstance(part.data, dict):
        document.attach(_KEY, part)


def _attach(document: Document, route: Route) -> Iterator[Complaint]:
    """Put each line into its leg's shape; yield what does not match."""
    shaped, legs = set(), document.data.get("legs")
    for index, leg in enumerate(legs if isinstance(legs, list) else ()):
        name, shape = (leg.get("id"), leg.get("shape")) if isinstance(leg, dict) else (None, None)
        if not isinstance(shape, dict) or not isinstance(name, str):
            continue
        shaped.add(name)
        path = ("legs", index, "shape")
        if "line" in shape:
            what, mend = "the points do not belong here", f"draw them in {ROUTE}"
            yield document.complaint((*path, "line"), what, mend)
        elif name not in route.features and route.whole:
            what = f"{ROUTE} has no shape '{name}'"
            mend = "draw it there, or leave 'shape' out for a great circle"
            yield document.complaint(path, what, mend)
        shape.pop("line", None)
        if name in route.lines:
            shape["line"] = route.lines[name]
    if _are_named(legs):
        yield from _unclaimed(route, shaped)


def _are_named(legs: Any) -> bool:
    """Whether every leg could be told by its id."""
    items: Sequence[Any] = legs if isinstance(legs, list) else ()
    return bool(items) and all(isinstance(i, dict) and isinstance(i.get("id"), str) for i in items)


def _unclaimed(route: Route, shaped: set[str]) -> Iterator[Complaint]:
    for name, index in route.features.items():
        if name not in shaped:
            path = ("features", index)
            what = f"no leg with a 'shape' has the id '{name}'"
            mend = "name it after its leg, and give that leg a shape"
            yield Complaint(route.file, route.line(path), dotted(path), what, mend)
