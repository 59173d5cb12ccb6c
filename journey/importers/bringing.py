"""Files made elsewhere into the files of one journey; nothing here looks at a disk."""

from __future__ import annotations

import re
from collections.abc import Sequence

from journey.errors import Complaint, JourneyFileError
from journey.files.read import STORY, below, reading
from journey.files.verdict import refused
from journey.importers.composing import Wanted, composed
from journey.importers.content import Content
from journey.importers.formats import SUFFIXES, read
from journey.importers.found import Found
from journey.importers.holding import Brought
from journey.importers.zipped import unpacked

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
                found += map(read, inside)
            elif len(contents) == 1:
                return _taken(inside, content, wanted)
            else:
                raise content.refusal(0, "import_own_files")
        except JourneyFileError as error:
            complaints += error.complaints
    if complaints:
        raise refused(complaints)
    return composed(found, wanted)


def _taken(own: dict[str, bytes], content: Content, wanted: Wanted) -> Brought:
    """A journey's own files as they are, but for its id, which is that of its new folder.

    Raises :class:`JourneyFileError` with all that is wrong in them.
    """
    files = {**own, STORY: _ID.sub(f'id: "{wanted.id}"'.encode(), own[STORY], count=1)}
    found = reading(files, wanted.id)
    if found.complaints:
        raise refused(below(found.complaints, content.name))
    return Brought(files, [*content.remarks], found.journey)
