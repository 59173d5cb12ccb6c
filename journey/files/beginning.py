"""A first journey to begin with: small, sound, and there to be changed."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

from journey.errors import NotBegunError, NotWrittenError, reason
from journey.files.folder import leads_nowhere, name_of
from journey.files.read import STORY
from journey.files.schema import HEAD, SCHEMA, written
from journey.files.write import fill, make_folder
from journey.model.claims import ID

_PROPOSED = "my-journey"
# The id stands in quotation marks, for a folder may have the name of a number.
_FIRST = """\
format: 1
id: "my-journey"
languages: [en]
title: {en: To Calais and back}
summary: {en: By ferry over the sea and by train back under it.}
basis: reported
source: diary
sources: [{id: diary, title: My diary, author: The traveller}]
places:
  - {id: dover, name: {en: Dover}, lat: 51.127, lon: 1.327, zone: Europe/London}
  - {id: calais, name: {en: Calais}, lat: 50.967, lon: 1.862, zone: Europe/Paris}
legs:
  - {id: ferry, mode: ferry, name: {en: The ferry}, from: {place: dover}, to: {place: calais},
     departs: {at: 2024-05-04T09:30+01:00}, duration: {about: 90, unit: min}}
  - {id: train, mode: train, name: {en: The train}, from: {place: calais}, to: {place: dover},
     duration: {range: [35, 50], unit: min, basis: assumed, reason: {en: I slept.}}}
"""


def first(name: str) -> str:
    """The journey.yaml of a small journey with that id."""
    return HEAD + _FIRST.replace(_PROPOSED, name)


def begin(folder: Path) -> Path:
    """Write a first journey into ``folder``, which is made if need be; its file.

    Raises what :func:`fresh` and :func:`fill_with` raise.
    """
    fill_with(folder, {STORY: first(fresh(folder)).encode(), SCHEMA: written()})
    return folder / STORY


def fresh(folder: Path) -> str:
    """The id of a journey that can begin in ``folder``, which is new or empty.

    Raises :class:`NotBegunError` where a journey can't be or something stands
    already.
    """
    _look(folder)
    name = name_of(folder)
    if not re.fullmatch(ID, name):
        near = _near(name)
        raise NotBegunError(str(folder), f"{name!r} is no id of a journey", f"name it {near!r}")
    return name


def fill_with(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write all the files into ``folder``, which is made if need be, or none of them.

    Raises :class:`NotBegunError` where one is there already, and
    :class:`NotWrittenError` where writing fails. Nothing that is there is touched.
    """
    make_folder(folder)
    written: list[Path] = []
    try:
        for name, data in files.items():
            _put(folder / name, data)
            written.append(folder / name)
    except BaseException as error:
        for file in written:
            file.unlink(missing_ok=True)
        if isinstance(error, FileExistsError):
            raise _taken(folder) from error
        if isinstance(error, OSError):
            raise NotWrittenError(str(folder / name), reason(error)) from error
        raise


def _near(name: str) -> str:
    """An id like the name.

    >>> _near("My Trip!"), _near("旅")
    ('my-trip', 'my-journey')
    """
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:64].strip("-") or _PROPOSED


def _look(folder: Path) -> None:
    """Raise where something stands in the way."""
    try:
        if leads_nowhere(folder):
            raise NotBegunError(str(folder), "it is a link to nothing", "mend or remove the link")
        if os.path.exists(folder) and not os.path.isdir(folder):
            raise NotBegunError(str(folder), "it is no folder", "choose another name")
        held = os.listdir(folder) if os.path.isdir(folder) else []
    except OSError as error:
        raise NotWrittenError(str(folder), reason(error)) from error
    if held:
        raise _taken(folder)


def _taken(folder: Path) -> NotBegunError:
    return NotBegunError(
        str(folder), "there is something in it", "choose a folder that is new or empty"
    )


def _put(file: Path, data: bytes) -> None:
    """Write a file that is not there yet, whole or not at all."""
    with file.open("xb") as stream:
        try:
            fill(stream, data)
        except BaseException:
            file.unlink(missing_ok=True)
            raise
