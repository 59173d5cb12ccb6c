"""The files of a journey into a :class:`Journey`, or every complaint about them at once.

Nothing here looks at a disk: a folder is one way to get the files, and
:mod:`journey.files.folder` is that one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import Any

from pydantic import ValidationError

from journey.errors import Complaint, JourneyFileError
from journey.files.document import Document, dotted, parse
from journey.files.route import Route, read_route
from journey.files.verdict import bounded, complaints_of
from journey.model.journey import Journey

# What each file holds; one that can't be had is told of in its place.
Files = Mapping[str, bytes | Complaint]

STORY, ROUTE, TEACHING = "journey.yaml", "route.geojson", "teaching.yaml"
LIMITS = {STORY: 2 * 2**20, ROUTE: 64 * 2**20, TEACHING: 2 * 2**20}  # bytes
_STARTS = {STORY: "id:, languages: and title:", TEACHING: "lessons: or questions:"}
_KEY = "teaching"
_ID = re.compile("[a-z0-9][a-z0-9-]{0,63}")


def read(files: Files, name: str | None = None, at: str | PurePath = "") -> Journey:
    """The journey that ``files`` tell: their contents by name, such as "journey.yaml".

    ``name`` is what its id has to be, or None where any will do, and ``at`` is
    where the files lie, which complaints say before the name of a file.
    Raises :class:`JourneyFileError` with every complaint about all of them.
    """
    try:
        return _read(files, name)
    except JourneyFileError as error:
        lying = [replace(c, file=str(PurePath(at, c.file))) for c in error.complaints]
        raise JourneyFileError(lying) from error.__cause__


def _read(files: Files, name: str | None) -> Journey:
    document, part, route = _keys(files, STORY), _part(files), _route(files)
    complaints = [*document.complaints, *route.complaints, *part.complaints]
    if not isinstance(document.data, dict):
        raise JourneyFileError(bounded(complaints))
    complaints += _attach(document, route)
    complaints += _name(document, name)
    complaints += _join(document, part)
    try:
        journey = Journey.model_validate(document.data)
    except ValidationError as error:
        complaints += complaints_of(error, document, route)
        raise JourneyFileError(bounded(complaints)) from error
    if complaints:
        raise JourneyFileError(bounded(complaints))
    return journey


def _keys(files: Files, name: str) -> Document:
    """The document in a file that has to start with keys."""
    text, complaints = _text(files, name)
    if text is None:
        return Document(complaints=complaints)
    document = parse(text, name)
    if not (document.complaints or isinstance(document.data, dict)):
        what = "it is empty" if document.data is None else "it does not start with keys"
        mend = f"start with {_STARTS[name]}"
        document.complaints.append(Complaint(name, document.line(()) or 1, "", what, mend))
    return document


def _route(files: Files) -> Route:
    if ROUTE not in files:
        return Route(ROUTE)
    text, complaints = _text(files, ROUTE)
    if text is None:
        return Route(ROUTE, complaints=complaints, whole=False)
    return read_route(text, ROUTE)


def _part(files: Files) -> Document:
    """The document in a file that need not be there."""
    return _keys(files, TEACHING) if TEACHING in files else Document()


def _text(files: Files, name: str) -> tuple[str | None, list[Complaint]]:
    """The text of the file, or None and what is wrong."""
    limit, line, raw = LIMITS[name], 0, files.get(name)
    if isinstance(raw, Complaint):
        return None, [raw]
    if raw is None:
        what, mend = "there is no such file", f"start one with {_STARTS[name]}"
    elif len(raw) > limit:
        what, mend = f"the file is larger than {limit // 2**20} MB", "shorten or simplify it"
    else:
        try:
            text = raw.decode("utf-8-sig")
            return text.replace("\r\n", "\n").replace("\r", "\n"), []
        except UnicodeDecodeError as error:
            line = raw[: error.start].count(b"\n") + 1
            what, mend = "this is not UTF-8 text", "save the file as UTF-8"
    return None, [Complaint(name, line, "", what, mend)]


def _name(document: Document, name: str | None) -> Iterator[Complaint]:
    given = document.data.get("id")
    # What is no id has been told as that.
    if isinstance(given, str) and _ID.fullmatch(given) and name not in (None, given):
        what = f"'{given}' is not the name of the folder"
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
