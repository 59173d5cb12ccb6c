"""The files of a journey into a :class:`Journey`, or every complaint about them at once.

Nothing here looks at a disk: a folder is one way to get the files, and
:mod:`journey.files.folder` is that one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import Any, NamedTuple

from pydantic import ValidationError

from journey.basemap import own
from journey.errors import Code, Complaint
from journey.files.bounded import MAX_VALUES
from journey.files.distances import distances
from journey.files.document import Document, parse
from journey.files.hopeless import hopeless
from journey.files.route import Route, read_route
from journey.files.texts import named, put
from journey.files.verdict import complaints_of, contradicting, refused
from journey.model.claims import ID
from journey.model.inheritance import inherit
from journey.model.journey import Journey
from journey.model.part import DRAWN
from journey.model.version import FORMAT, wrong
from journey.track.contradictions import contradictions

# What each file holds; one that can't be had is told of in its place.
Files = Mapping[str, bytes | Complaint]

STORY, ROUTE, TEACHING = "journey.yaml", "route.geojson", "teaching.yaml"
GROUND = own.NAME
LIMITS = {  # bytes of each file but those with texts in other languages, which have the same
    STORY: 8 * 2**20, ROUTE: 64 * 2**20, TEACHING: 2 * 2**20, GROUND: own.LIMIT,
}  # fmt: skip
_EMPTY: dict[str, Code] = {STORY: "empty_story", TEACHING: "empty_teaching"}
_KEYLESS: dict[str, Code] = {STORY: "story_without_keys", TEACHING: "teaching_without_keys"}
_KEY = "teaching"


def limit(name: str) -> int:
    """How many bytes are read of the file of that name; one with texts is as its source."""
    texts = named(name)
    return LIMITS[texts.source if texts else name]


class Reading(NamedTuple):
    """The journey, where it could be built, what is wrong, and where all of it stands.

    ``passed`` is advice on what is not used, since it can't be.
    """

    journey: Journey | None
    complaints: list[Complaint]
    document: Document
    route: Route
    passed: tuple[Complaint, ...] = ()


def read(files: Files, name: str | None = None, at: str | PurePath = "") -> Journey:
    """The journey that ``files`` tell: their contents by name, such as "journey.yaml".

    ``name`` is what its id has to be, or None where any will do, and ``at`` is
    where the files lie, which complaints say before the name of a file.
    Raises :class:`JourneyFileError` with every complaint about all of them.
    """
    found = reading(files, name)
    if found.journey is None or found.complaints:
        raise refused(below(found.complaints, at))
    return found.journey


def reading(files: Files, name: str | None = None) -> Reading:
    """The same with all that is known of the files; it raises nothing."""
    return _judged(_keys(files, STORY), files, name)


def held(story: dict[str, Any], files: Files, name: str, sources: Sequence[str]) -> Reading:
    """The same of a journey that was just made: what its own file holds need not be read again.

    ``story`` gets what its claims take over from it; ``sources`` are the files from
    which its legs were made, in order, of which their faults are told.
    """
    document = Document(story, file=STORY)
    for index, source in enumerate(sources):
        document.elsewhere[("legs", index)] = Document(file=source), ("legs", index)
    if _values(story) > MAX_VALUES:
        document.complaints.append(document.complaint((), "too_many_values", limit=MAX_VALUES))
    return _judged(document, files, name)


def _values(data: Any) -> int:
    """How many values there are in it, itself among them."""
    inside = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return 1 + sum(map(_values, inside))


def _judged(document: Document, files: Files, name: str | None) -> Reading:
    part, route = _part(files), _route(files)
    complaints = [*_folder(name), *document.complaints, *route.complaints, *part.complaints]
    if not isinstance(document.data, dict):
        return Reading(None, complaints, document, route)
    if later := _later(document):
        return Reading(None, [later], document, route)
    complaints += _attach(document, route)
    complaints += _name(document, name)
    texts = list(_texts(files, document, part))
    complaints += (one for one in texts if not one.is_advice)
    complaints += _join(document, part)
    document.origins.update(inherit(document.data))
    complaints += map(document.told, distances(document.data))
    journey = None
    try:
        if beyond := hopeless(document.data):
            raise beyond
        journey = Journey.model_validate(document.data)
        complaints += contradicting(contradictions(journey), document, route)
    except ValidationError as error:
        complaints += complaints_of(error, document, route)
    ground, misread = _ground(files)
    passed = (*misread, *(one for one in texts if one.is_advice))
    return Reading(journey and journey.on(ground), complaints, document, route, passed)


def _later(document: Document) -> Complaint | None:
    """That the files are in a later format: what else they say can't be judged."""
    found = wrong(document.data.get("format", FORMAT))
    later = found is not None and found[0] == "later_format"
    return document.complaint(("format",), found[0], **found[1]) if found and later else None


def _ground(files: Files) -> tuple[bytes, tuple[Complaint, ...]]:
    """The journey's own base map, or nothing, and advice where there is one that can't be used."""
    content = files.get(GROUND, b"")
    if isinstance(content, Complaint):
        return b"", (Complaint(GROUND, 0, (), "base_map_misread"),)
    found = own.own(content) if content else ()
    if isinstance(found, tuple) and GROUND in files:
        return b"", (Complaint(GROUND, 0, found, "base_map_misread"),)
    return content, ()


def below(complaints: Iterable[Complaint], at: str | PurePath) -> Iterator[Complaint]:
    """The complaints with the files' names as they are from outside the folder ``at``."""
    return (replace(complaint, file=str(PurePath(at, complaint.file))) for complaint in complaints)


def _keys(files: Files, name: str) -> Document:
    """The document in a file that has to start with keys."""
    text, complaints = _text(files, name)
    if text is None:
        return Document(complaints=complaints)
    document = parse(text, name)
    if not (document.complaints or isinstance(document.data, dict)):
        code = (_EMPTY if document.data is None else _KEYLESS)[name]
        document.complaints.append(Complaint(name, document.line(()) or 1, (), code))
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
    return decoded(files.get(name, Complaint(name, 0, (), "no_story")), name, limit(name))


def decoded(raw: bytes | Complaint, name: str, most: int) -> tuple[str | None, list[Complaint]]:
    """The text of a file of ``most`` bytes at the most, or None and what is wrong."""
    if isinstance(raw, Complaint):
        return None, [raw]
    if len(raw) > most:
        return None, [Complaint(name, 0, (), "file_too_large", {"limit": most // 2**20})]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return None, [Complaint(name, line, (), "no_utf8")]
    return text.replace("\r\n", "\n").replace("\r", "\n"), []


def _folder(name: str | None) -> Iterator[Complaint]:
    if name is not None and not _is_id(name):
        yield Complaint("", 0, (), "folder_no_id")


def _name(document: Document, name: str | None) -> Iterator[Complaint]:
    given = document.data.get("id")
    # What is no id has been told as that.
    if name is not None and _is_id(name) and _is_id(given) and given != name:
        yield document.complaint(("id",), "other_id", id=given)


def _is_id(name: object) -> bool:
    return isinstance(name, str) and re.fullmatch(ID, name) is not None


def _texts(files: Files, document: Document, part: Document) -> Iterator[Complaint]:
    """Put the texts of files in one language beside those of the journey and of its teaching."""
    for file in sorted(files):
        texts = named(file)
        if texts is None:
            continue
        found = _document(files, file)
        yield from found.complaints
        if not isinstance(found.data, dict):
            continue
        if texts.source == TEACHING and part.data is None:
            yield from put(found, texts.language, document, (_KEY,))
        elif isinstance((into := part if texts.source == TEACHING else document).data, dict):
            yield from put(found, texts.language, into)
        _declare(document, texts.language, found)


def _document(files: Files, name: str) -> Document:
    """The document in a file with texts, which may still hold none."""
    text, complaints = _text(files, name)
    if text is None:
        return Document(complaints=complaints)
    found = parse(text, name)
    if not (found.complaints or found.data is None or isinstance(found.data, dict)):
        found.complaints.append(Complaint(name, found.line(()) or 1, (), "texts_without_keys"))
    return found


def _declare(document: Document, language: str, part: Document) -> None:
    """Put the language among those of the journey, if any text of the part is there."""
    declared = document.data.get("languages")
    if isinstance(declared, list) and language not in declared and _says(part.data):
        document.elsewhere[("languages", len(declared))] = part, ()
        declared.append(language)


def _says(given: Any) -> bool:
    """Whether any text stands in what a file holds."""
    return any(map(_says, given.values())) if isinstance(given, dict) else bool(given)


def _join(document: Document, part: Document) -> Iterator[Complaint]:
    """Put what stands in a file of its own under its key; yield where it stands twice."""
    if part.data is not None and _KEY in document.data:
        yield document.complaint((_KEY,), "teaching_twice", file=TEACHING)
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
        drawn = [key for key in DRAWN if key in shape]
        for key in drawn:
            yield document.complaint((*path, key), "points_in_story", file=ROUTE)
            del shape[key]
        if not drawn and name not in route.features and route.whole:
            yield document.complaint(path, "leg_without_shape", file=ROUTE, id=name)
        if name in route.lines:
            shape["line"] = route.lines[name]
            shape["times"] = route.times.get(name, [])
            shape["heights"] = route.heights.get(name, [])
    if _are_named(legs):
        yield from _unclaimed(route, shaped)


def _are_named(legs: Any) -> bool:
    """Whether every leg could be told by its id."""
    items: Sequence[Any] = legs if isinstance(legs, list) else ()
    return bool(items) and all(isinstance(i, dict) and isinstance(i.get("id"), str) for i in items)


def _unclaimed(route: Route, shaped: set[str]) -> Iterator[Complaint]:
    for name, index in route.features.items():
        if name not in shaped:
            yield route.complaint(("features", index), "shape_without_leg", id=name)
