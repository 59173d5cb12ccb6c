"""Files written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from secrets import token_hex

from journey.errors import NotWrittenError


def write(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path``, in place of what was there, in one step.

    Raises :class:`NotWrittenError` where that fails; ``path`` is then as before.
    """
    path = Path(os.path.realpath(path))
    if path.exists() and not path.is_file():
        raise NotWrittenError(str(path), "it is no file")
    # In the same folder, for only within one file system is replacing one step.
    beside = path.with_name(f".{token_hex(8)}.part")
    try:
        _fill(beside, data)
        os.replace(beside, path)
    except OSError as error:
        raise NotWrittenError(str(path), error.strerror or str(error)) from error
    finally:
        _clean(beside)


def _fill(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        # Some disks tell only now that they are full.
        os.fsync(file.fileno())


def _clean(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return  # Nothing was made where nothing can be, and the failure has been told.


def make_folder(path: Path) -> None:
    """Make the folder at ``path``, and those above it, where they are missing.

    Raises :class:`NotWrittenError` where that fails.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotWrittenError(str(path), error.strerror or str(error)) from error
