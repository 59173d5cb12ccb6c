"""Files made elsewhere into the files of one journey; nothing here looks at a disk."""

from __future__ import annotations

from collections.abc import Sequence

from journey.errors import Complaint, JourneyFileError
from journey.files.verdict import refused
from journey.importers.composing import Wanted, composed
from journey.importers.content import Content
from journey.importers.formats import SUFFIXES, read
from journey.importers.found import Found, Remark
from journey.importers.zipped import unpacked


def bring(contents: Sequence[Content], wanted: Wanted) -> tuple[dict[str, bytes], list[Remark]]:
    """The files of the journey by name, and what is to be told of how they came about.

    Raises :class:`JourneyFileError` with what keeps each of the contents from
    being taken, if anything does.
    """
    found: list[Found] = []
    complaints: list[Complaint] = []
    for content in contents:
        try:
            found += map(read, unpacked(content, SUFFIXES))
        except JourneyFileError as error:
            complaints += error.complaints
    if complaints:
        raise refused(complaints)
    return composed(found, wanted)
