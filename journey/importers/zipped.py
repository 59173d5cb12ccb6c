"""What lies in a zip: the files in it that may be read, and nothing that a zip can do harm by."""

from __future__ import annotations

import os
import re
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import TypeVar
from zipfile import BadZipFile, ZipFile, ZipInfo

from journey.errors import JourneyFileError
from journey.files.read import LIMITS, STORY
from journey.files.schema import SCHEMA
from journey.files.texts import named
from journey.importers.content import Content

T = TypeVar("T")
# The most that one zip may hold: files, and bytes of all of them unpacked.
MEMBERS, UNPACKED = 5_000, 256 << 20
# Text packs to a tenth; what packs to so little, and unpacks to so much, is made to do harm.
_RATIO, _SMALL = 300, 8 << 20
_START = b"PK\x03\x04"
_OUT = re.compile(r"(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[A-Za-z]:|\0")
_LOCKED = 0x1
_BROKEN = (BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, zlib.error)


def unpacked(content: Content, suffixes: set[str]) -> dict[str, bytes] | list[Content]:
    """The files of the one journey that lies in a zip, by name; else those that have a suffix.

    Of no zip it is the content itself. Other files in a zip are noted. Raises where it holds
    several journeys, or can't be trusted or read.
    """

    def read(archive: ZipFile) -> dict[str, bytes] | list[Content]:
        return _journey(content, archive) or list(_members(content, archive, suffixes))

    return _opened(content, read) or [content]


def _opened(content: Content, read: Callable[[ZipFile], T]) -> T | None:
    """What ``read`` gets out of a zip that can be trusted; None where it is none."""
    if not (content.size and content.head.startswith(_START)):
        return None
    try:
        with ZipFile(content.stream) as archive:
            _judge(content, archive.infolist())
            return read(archive)
    except JourneyFileError:
        raise
    except _BROKEN as error:
        raise content.refusal(0, "import_no_zip") from error


def _journey(content: Content, archive: ZipFile) -> dict[str, bytes] | None:
    """The files that lie beside the one ``journey.yaml`` and belong to it."""
    listed = [one.filename for one in archive.infolist() if _counts(one)]
    stories = [one for one in listed if os.path.basename(one) == STORY]
    if not stories:
        return None
    if len(stories) > 1:
        raise content.refusal(0, "import_own_files")
    folder = stories[0].removesuffix(STORY)
    names = [one.removeprefix(folder) for one in listed if one.startswith(folder)]
    names = [one for one in names if one in (*LIMITS, SCHEMA) or named(one)]
    content.note("members_unused", len(listed) - len(names))
    return {name: archive.read(folder + name) for name in names}


def _counts(one: ZipInfo) -> bool:
    """Whether it is a file, and none that a system puts into zips for itself."""
    hidden = os.path.basename(one.filename).startswith(".") or "__MACOSX" in one.filename
    return not (one.is_dir() or hidden)


def _judge(content: Content, members: list[ZipInfo]) -> None:
    """Raise where the zip would unpack to too much, or to somewhere else."""
    whole = sum(one.file_size for one in members)
    if len(members) > MEMBERS or whole > UNPACKED:
        raise content.refusal(0, "import_zip_too_large", limit=UNPACKED >> 20, files=MEMBERS)
    for one in members:
        if one.file_size > _SMALL and one.file_size > _RATIO * max(one.compress_size, 1):
            raise content.refusal(0, "import_zip_bomb")
        if _OUT.search(one.filename):
            raise content.refusal(0, "import_zip_path", name=one.filename[:100])
        if one.flag_bits & _LOCKED:
            raise content.refusal(0, "import_zip_locked")


def _members(content: Content, archive: ZipFile, suffixes: set[str]) -> Iterator[Content]:
    any_of_them = False
    for one in sorted(archive.infolist(), key=lambda one: one.filename):
        if not _counts(one):
            continue
        if os.path.splitext(one.filename)[1].lower().removeprefix(".") not in suffixes:
            content.note("members_unused")
            continue
        any_of_them = True
        yield Content(f"{content.name}/{one.filename}", BytesIO(archive.read(one)), content.how)
    if not any_of_them:
        raise content.refusal(0, "import_zip_without")
