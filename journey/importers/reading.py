"""Files of any kind into a :class:`Journey`, of which nothing is written to a disk."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from zoneinfo import ZoneInfo, available_timezones

from journey.errors import NoPathError, NotReadError, NotTakenError, UnknownNameError, reason
from journey.files.folder import load
from journey.files.read import STORY
from journey.files.read import read as read_journey
from journey.importers.bringing import bring
from journey.importers.composing import Wanted
from journey.importers.content import Content, How
from journey.importers.places import slug
from journey.importers.splitting import STAY
from journey.importers.telling import told
from journey.model.claims import ID
from journey.model.journey import Journey
from journey.words.offered import tongue
from journey.words.wording import Wording

OnePath = str | os.PathLike[str]
# One path, several, or the contents of files by their names.
Files = OnePath | Iterable[OnePath] | Mapping[str, bytes]


def read(
    files: Files,
    *,
    id: str = "",
    language: str = "en",
    zone: str = "",
    encoding: str = "",
    stay: timedelta = timedelta(seconds=STAY),
    tell: Callable[[str], object] | None = None,
) -> Journey:
    """The journey that the files tell, all of them as one; nothing is written.

    ``files`` is a path or several (GPX, KML, KMZ, GeoJSON, CSV, IGC, Google
    Timeline, StoryMapJS, Linked Places, or a zip of such), or the contents of
    files by their names. What a file holds decides, and not what it is called.
    A journey's own folder, or its ``journey.yaml``, is read as ``load`` does;
    it stands alone, and none of what follows matters to it.

    The journey gets that ``id``, or one like the name of the first file, and
    its texts are in that ``language``, a code such as "en". Times that name no
    zone are those of ``zone``, such as "Europe/Paris"; texts that are no UTF-8
    are in that ``encoding``. A track is cut into legs where it stays at a place
    for longer than ``stay``. What was repaired, guessed or left out is told to
    ``tell``, one sentence in English at a time.

    Raises :class:`JourneyFileError` with every complaint where no journey can
    be made of the files, :class:`NotReadError` where one can't be read,
    :class:`JourneyNotFoundError` where a folder holds no journey,
    :class:`UnknownNameError` for a zone or a language that there is not,
    :class:`NotTakenError` where nothing is given, or a folder among files, and
    :class:`NoPathError` for what is no path.

    >>> sentences = []
    >>> points = b"time,lat,lon\\n2021-05-01T09:00Z,48,2\\n2021-05-01T09:30Z,48.03,2"
    >>> journey = read({"walk.csv": points}, tell=sentences.append)
    >>> journey.id, journey.legs[0].mode, len(journey.places)
    ('walk', 'walk', 2)
    >>> sentences[0]
    'walk.csv: 1 mode assumed from the speed; its leg says so under unknown'
    """
    given = _given(files)
    folder = _folder(given)
    if folder is not None:
        return load(folder)
    if isinstance(files, Mapping) and STORY in files:
        return read_journey(files)
    first = os.path.splitext(os.path.basename(next(iter(given))))[0]
    wanted = Wanted(id or slug(first, "journey"), language, zone or None, stay.total_seconds())
    how = How(zone_of(zone), encoding)
    _judge(wanted)
    with ExitStack() as stack:
        streams = {name: stack.enter_context(_stream(one)) for name, one in given.items()}
        contents = [Content(name, stream, how) for name, stream in streams.items()]
        made, remarks, journey = bring(contents, wanted)
    if tell is not None:
        english = Wording("en")
        for remark in remarks:
            tell(told(remark, english))
    return journey or read_journey(made, wanted.id)


def names(paths: Sequence[Path]) -> list[str]:
    """What the files are called: by their names, or by their paths where two have one."""
    found = [path.name for path in paths]
    return found if len(set(found)) == len(found) else [str(path) for path in paths]


def opened(path: Path) -> BinaryIO:
    """The file, to be read and closed; raises :class:`NotReadError` where it can't be."""
    try:
        # A pipe or a device may have no end, so that it is not even opened.
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise NotReadError(str(path), "it is no file")
        return path.open("rb")
    except (OSError, ValueError) as error:
        if isinstance(error, NotReadError):
            raise
        raise NotReadError(str(path), reason(error)) from error


def zone_of(name: str) -> ZoneInfo | None:
    """The time zone of that name, None for no name; raises where there is none of it."""
    if name and name not in available_timezones():
        raise UnknownNameError("time zone", name, ("Europe/Paris", "UTC"))
    return ZoneInfo(name) if name else None


def _given(files: Files) -> dict[str, Path | bytes]:
    """What is to be read, by the names that it is told by."""
    if isinstance(files, Mapping):
        for name, content in files.items():
            if not (isinstance(name, str) and isinstance(content, bytes)):
                raise NoPathError(name if isinstance(content, bytes) else content)
        found: dict[str, Path | bytes] = {**files}
    else:
        several = isinstance(files, Iterable) and not isinstance(files, str | bytes | os.PathLike)
        each: Iterable[object] = files if several else [files]  # type: ignore[assignment]
        paths = [_path(path) for path in each]
        found = {**dict(zip(names(paths), paths, strict=True))}
    if not found:
        raise NotTakenError("no file is given", "name one or several")
    return found


def _path(given: object) -> Path:
    if not isinstance(given, str | os.PathLike) or isinstance(os.fspath(given), bytes):
        raise NoPathError(given)
    return Path(given)


def _folder(given: Mapping[str, Path | bytes]) -> Path | None:
    """The folder of the journey that is given, or None where files are."""
    paths = [path for path in given.values() if isinstance(path, Path)]
    own = [path for path in paths if path.is_dir() or path.name == STORY]
    if own and len(paths) > 1:
        raise NotTakenError(f"{own[0]} is a journey's own among others", "read it by itself")
    return next((path if path.is_dir() else path.parent for path in own), None)


def _judge(wanted: Wanted) -> None:
    """Raise where there can be no such journey."""
    tongue(wanted.language)
    if not re.fullmatch(ID, wanted.id):
        raise NotTakenError(f"{wanted.id!r} is no id of a journey", f"try {slug(wanted.id, 'a')!r}")


def _stream(given: Path | bytes) -> BinaryIO:
    return BytesIO(given) if isinstance(given, bytes) else opened(given)
