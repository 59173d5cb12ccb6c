"""The folders that journeys lie in, and the files of each."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from journey.errors import Complaint, JourneyNotFoundError, NotReadError, plain, reason
from journey.files.arrangement import LIMIT, SHELF, Arrangement, arrangement
from journey.files.read import LIMITS, ROUTE, STORY, TEACHING, Files, Reading, limit, read, reading
from journey.files.texts import named
from journey.model.claims import ID
from journey.model.journey import Journey

# How the names of a journey's files may end when people write them.
_ENDINGS = {
    STORY: ("yaml", "yml", "json", ""),
    TEACHING: ("yaml", "yml", "json", ""),
    ROUTE: ("geojson", "json", "gpx", "kml"),
}


def find(root: str | Path) -> list[Path]:
    """The folders in or at ``root`` that hold a journey or mean to, by name.

    What stands in the place of the story need not be a file: reading it tells
    what it is. A folder that can't be looked into is one as well, if its name
    is an id. Raises :class:`NotReadError` where ``root`` can't be looked into.
    """
    root = Path(root)
    if os.path.isfile(root / STORY):
        return [root]
    own = [root] if _stands(root / STORY) is True else []
    return own + [root / name for name in _inside(root) if _holds(root / name)]


def by_name(root: str | Path) -> dict[str, Path]:
    """The same folders by the names that they are shown and served by; raises what they raise.

    They come in the order that the file ``shelf.yaml`` in ``root`` gives them.
    """
    found = {name_of(folder): folder for folder in find(root)}
    return arranged(root).arranged(found) if len(found) > 1 else found


def arranged(root: str | Path) -> Arrangement:
    """How the journeys in ``root`` are shown together."""
    file = Path(root) / SHELF
    return arrangement(_bytes(file, LIMIT)) if _stands(file) is True else Arrangement()


def key_of(name: str) -> str:
    """The name of a folder as it can be shown, another one for each folder; of an id, the id.

    >>> key_of("silk-road"), key_of("silk\\udcffroad")
    ('silk-road', 'silk\\\\udcffroad')
    """
    return plain(name.replace("\\", "\\\\"))


def name_of(folder: str | Path) -> str:
    """The key of a folder's name; of a link to a folder, that of the link's."""
    return key_of(os.path.basename(os.path.abspath(folder)))


def leads_nowhere(path: Path) -> bool:
    """Whether it is a link to nothing."""
    return os.path.islink(path) and not os.path.exists(path)


def load(folder: str | Path) -> Journey:
    """The journey in ``folder``.

    Raises :class:`JourneyNotFoundError` where there is none, and
    :class:`JourneyFileError` with every complaint where its files have faults.
    """
    folder = Path(folder)
    return read(contents(folder), name_of(folder), folder)


def opened(folder: str | Path) -> Reading:
    """The same with all that is known of its files, also where they have faults.

    Raises :class:`JourneyNotFoundError` where there is no journey.
    """
    return reading(contents(folder), name_of(folder))


def contents(folder: str | Path) -> dict[str, bytes | Complaint]:
    """The bytes of each file of the journey in ``folder``, by its name.

    Where something stands that can't be read, a complaint takes the place of
    the bytes, and one that names no file where that is the folder. Of a file
    over its limit, there is one byte more than that.
    Raises :class:`JourneyNotFoundError` where no journey is.
    """
    folder = Path(folder)
    story = _stands(folder / STORY)
    if isinstance(story, OSError) and story.errno != errno.ELOOP:
        return {STORY: Complaint("", 0, (), "closed_folder", {"reason": reason(story)})}
    if story is not True and leads_nowhere(folder):
        return {STORY: Complaint("", 0, (), "link_to_nothing")}
    if story is not True:
        raise JourneyNotFoundError(str(folder))
    paths = [folder / name for name in (*LIMITS, *translated(folder))]
    return {path.name: _bytes(path, limit(path.name)) for path in paths if _stands(path)}


def translated(folder: str | Path) -> list[str]:
    """The names of the files in the folder that have texts in one language, in order."""
    return [name for name in _seen(Path(folder)) if named(name)]


def misnamed(folder: str | Path) -> Iterator[Complaint]:
    """Advice on each file in ``folder`` that is not read, and would be by another name."""
    folder = Path(folder)
    for name in _seen(folder):
        meant = _meant(name)
        if meant and name != meant and not _is_one(folder / name, folder / meant):
            yield Complaint(name, 0, (), "file_passed_over", {"name": meant})


def passed_over(root: str | Path, found: Iterable[Path]) -> Iterator[Complaint]:
    """The same of ``root`` and the folders in it that are not among the journeys ``found``."""
    root, known = Path(root), set(found)
    for folder in (root, *(root / name for name in _seen(root))):
        if folder not in known and _stands(folder / STORY) is False:
            stories = [c for c in misnamed(folder) if c.figures["name"] == STORY]
            yield from (replace(c, file=str(folder / c.file)) for c in stories)


def _seen(folder: Path) -> list[str]:
    """The names of what lies in a folder, in order; none where it can't be looked into."""
    try:
        return _inside(folder)
    except NotReadError:
        return []


def _meant(name: str) -> str | None:
    """The file of a journey that has this name but for its ending and the size of letters."""
    if named(name.lower()) and not named(name):
        return name.lower()
    stem, _, ending = name.casefold().partition(".")
    for file, endings in _ENDINGS.items():
        if stem == file.partition(".")[0] and ending.removesuffix(".txt") in endings:
            return file
    return None


def _is_one(a: Path, b: Path) -> bool:
    """Whether both are one file, as where the size of letters makes no difference."""
    try:
        return os.path.samefile(a, b)
    except OSError:
        return False


def version(files: Files) -> str:
    """A short name of all that is in ``files``: 16 hexadecimal digits of a SHA-256.

    >>> version({"journey.yaml": b"id: a"}) == version({"journey.yaml": b"id: b"})
    False
    """
    digest = sha256()
    for name, content in sorted(files.items()):
        inside = content if isinstance(content, bytes) else str(content).encode()
        digest.update(f"{name}\0{type(content).__name__}\0{len(inside)}\0".encode())
        digest.update(inside)
    return digest.hexdigest()[:16]


def _inside(root: Path) -> list[str]:
    """The names of what lies in a folder, in order; none where there is no folder."""
    try:
        return sorted(os.listdir(root))
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return []
    except OSError as error:
        raise NotReadError(str(root), reason(error)) from error


def _holds(folder: Path) -> bool:
    """Whether a journey is there, or can't be looked for where one may be."""
    story = _stands(folder / STORY)
    if story is True:
        return True
    closed = isinstance(story, OSError) or leads_nowhere(folder)
    # File systems have closed folders of their own, such as lost+found.
    return closed and re.fullmatch(ID, folder.name) is not None


def _stands(path: Path) -> bool | OSError:
    """Whether anything is there, if only a link to nothing, or why that can't be told."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError as error:
        return error
    return True


def _bytes(file: Path, most: int) -> bytes | Complaint:
    """What is in the file, up to so many bytes and one more, or why that can't be told."""
    try:
        kind = file.stat().st_mode
        # A pipe or a device may have no end, so that it is not even opened.
        if not stat.S_ISREG(kind):
            return Complaint(file.name, 0, (), "no_file")
        if not Path(os.path.realpath(file)).is_relative_to(os.path.realpath(file.parent)):
            return Complaint(file.name, 0, (), "link_leads_out")
        with file.open("rb") as stream:
            return stream.read(most + 1)
    except OSError as error:
        if isinstance(error, FileNotFoundError) or error.errno == errno.ELOOP:
            return Complaint(file.name, 0, (), "link_to_nothing")
        return Complaint(file.name, 0, (), "unreadable", {"reason": reason(error)})
