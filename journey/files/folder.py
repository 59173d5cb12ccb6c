"""The folders that journeys lie in, and the files of each."""

from __future__ import annotations

from hashlib import sha256
from os.path import lexists
from pathlib import Path

from journey.errors import Complaint, JourneyNotFoundError
from journey.files.read import LIMITS, ROUTE, STORY, TEACHING, Files, read
from journey.model.journey import Journey


def find(root: str | Path) -> list[Path]:
    """The folders in or at ``root`` that hold a journey, by name."""
    root = Path(root)
    if _is_file(root / STORY):
        return [root]
    return sorted(file.parent for file in root.glob(f"*/{STORY}"))


def load(folder: str | Path) -> Journey:
    """The journey in ``folder``.

    Raises :class:`JourneyNotFoundError` where there is none, and
    :class:`JourneyFileError` with every complaint where its files have faults.
    """
    folder = Path(folder)
    return read(contents(folder), folder.resolve().name, folder)


def contents(folder: str | Path) -> dict[str, bytes | Complaint]:
    """The bytes of each file of the journey in ``folder``, by its name.

    Where something stands that can't be read, a complaint takes the place of
    the bytes. Of a file over its limit, there is one byte more than that.
    Raises :class:`JourneyNotFoundError` where no journey is.
    """
    folder = Path(folder)
    if not _is_file(folder / STORY):
        raise JourneyNotFoundError(str(folder))
    paths = [folder / name for name in (STORY, ROUTE, TEACHING)]
    return {path.name: _bytes(path) for path in paths if _is_file(path) or lexists(path)}


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


def _is_file(path: Path) -> bool:
    """Whether a file is there; one that can't be looked at is told when it is read."""
    try:
        return path.is_file()
    except OSError:
        return True


def _bytes(file: Path) -> bytes | Complaint:
    """What is in the file, up to its limit and a byte, or why that can't be told."""
    # A pipe or a device may have no end, so that it is not even opened.
    if not _is_file(file):
        return Complaint(file.name, 0, (), "no_file")
    try:
        with file.open("rb") as stream:
            return stream.read(LIMITS[file.name] + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        return Complaint(file.name, 0, (), "unreadable", {"reason": reason})
