"""Files made elsewhere into the files of one journey; nothing here looks at a disk."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from journey.errors import Complaint, JourneyFileError
from journey.files.read import STORY, below, reading
from journey.files.verdict import refused
from journey.importers.composing import Wanted, composed
from journey.importers.content import Content
from journey.importers.formats import SUFFIXES, read
from journey.importers.found import Found
from journey.importers.holding import Brought
from journey.importers.zipped import unpacked

# What may hold anything, and how it is told that it holds no journey.
_ANYTHING = {"json", "csv", "tsv"}
_STRANGE = {"import_unknown", "import_not_as_named", "import_no_columns", "import_empty"}
_ID = re.compile(rb"^id:.*$", re.MULTILINE)


def bring(contents: Sequence[Content], wanted: Wanted) -> Brought:
    """The journey that the contents tell.

    Raises :class:`JourneyFileError` with what keeps each of the contents from
    being taken, if anything does.
    """
    found: list[Found] = []
    complaints: list[Complaint] = []
    for content in contents:
        try:
            inside = unpacked(content, SUFFIXES)
            if isinstance(inside, list):
                found += _found(content, inside)
            elif len(contents) == 1:
                return _taken(inside, content, wanted)
            else:
                raise content.refusal(0, "import_own_files")
        except JourneyFileError as error:
            complaints += error.complaints
    if complaints:
        raise refused(complaints)
    return composed(found, wanted)


def _found(content: Content, inside: Sequence[Content]) -> list[Found]:
    """What all that lies in a zip tells, or the content itself where it is none.

    An archive of all that somebody has, as Google's, holds settings and tables
    too, which are passed over where anything else can be read.
    """
    if inside[0] is content:
        return [read(content)]
    found: list[Found] = []
    strange: list[JourneyFileError] = []
    for one in inside:
        try:
            found.append(read(one))
        except JourneyFileError as error:
            if one.suffix not in _ANYTHING or {each.code for each in error.complaints} - _STRANGE:
                raise
            strange.append(error)
    if not found:
        raise strange[0]
    content.note("members_unused", len(strange))
    return [replace(found[0], remarks=(*content.remarks, *found[0].remarks)), *found[1:]]


def _taken(own: dict[str, bytes], content: Content, wanted: Wanted) -> Brought:
    """A journey's own files as they are, but for its id, which is that of its new folder.

    Raises :class:`JourneyFileError` with all that is wrong in them.
    """
    files = {**own, STORY: _ID.sub(f'id: "{wanted.id}"'.encode(), own[STORY], count=1)}
    found = reading(files, wanted.id)
    if found.complaints:
        raise refused(below(found.complaints, content.name))
    return Brought(files, [*content.remarks], found.journey)
