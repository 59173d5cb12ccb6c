"""Files made elsewhere into the files of one journey; nothing here looks at a disk."""

from __future__ import annotations

import re
from collections.abc import Sequence

from journey.errors import Complaint, JourneyFileError
from journey.files.read import STORY, below, reading
from journey.files.verdict import refused
from journey.importers import zipped
from journey.importers.composing import Wanted, composed
from journey.importers.content import Content
from journey.importers.formats import SUFFIXES, read
from journey.importers.found import Found, Remark

_ID = re.compile(rb"^id:.*$", re.MULTILINE)


def bring(contents: Sequence[Content], wanted: Wanted) -> tuple[dict[str, bytes], list[Remark]]:
    """The files of the journey by name, and what is to be told of how they came about.

    Raises :class:`JourneyFileError` with what keeps each of the contents from
    being taken, if anything does.
    """
    found: list[Found] = []
    complaints: list[Complaint] = []
    for content in contents:
        try:
            own = zipped.own(content)
            if own and len(contents) == 1:
                return _taken(own, content, wanted)
            if own:
                raise content.refusal(0, "import_own_files")
            found += map(read, zipped.unpacked(content, SUFFIXES))
        except JourneyFileError as error:
            complaints += error.complaints
    if complaints:
        raise refused(complaints)
    return composed(found, wanted)


def _taken(
    own: dict[str, bytes], content: Content, wanted: Wanted
) -> tuple[dict[str, bytes], list[Remark]]:
    """A journey's own files as they are, but for its id, which is that of its new folder.

    Raises :class:`JourneyFileError` with all that is wrong in them.
    """
    files = {**own, STORY: _ID.sub(f'id: "{wanted.id}"'.encode(), own[STORY], count=1)}
    complaints = reading(files, wanted.id).complaints
    if complaints:
        raise refused(below(complaints, content.name))
    return files, [*content.remarks]
