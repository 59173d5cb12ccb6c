"""Files written whole or not at all."""

from __future__ import annotations

import os
import re
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from journey.errors import NotWrittenError, reason

_PART = re.compile(r"\.journey-[0-9a-f]{16}\.part")
# Seconds after which a file that nobody holds is one that nobody will hold: a
# write takes hold of it as soon as it is there.
_SETTLED = 2.0

if sys.platform == "win32":

    def _hold(_: BinaryIO) -> bool:
        return True  # Nobody can remove a file there that is open.

else:
    import fcntl

    def _hold(file: BinaryIO) -> bool:
        """Whether no other process holds the file; from now on this one does, until it ends."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


def write(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path``, in place of what was there, in one step.

    Raises :class:`NotWrittenError` where that fails; ``path`` is then as before.
    """
    path = _real(path)
    if os.path.exists(path) and not os.path.isfile(path):
        raise NotWrittenError(str(path), "it is no file")
    # In the same folder, for only within one file system is replacing one step.
    beside = path.with_name(f".journey-{token_hex(8)}.part")
    try:
        with beside.open("xb") as file:
            _hold(file)
            fill(file, data)
        os.replace(beside, path)
    except OSError as error:
        raise NotWrittenError(str(path), reason(error)) from error
    finally:
        _clean(beside)


def _real(path: Path) -> Path:
    """Where the file itself is or will be, behind all links."""
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError) as error:
        raise NotWrittenError(str(path), str(error)) from error


def fill(file: BinaryIO, data: bytes) -> None:
    """Put all of ``data`` into the file, and see that it is on the disk."""
    file.write(data)
    file.flush()
    # Some disks tell only now that they are full.
    os.fsync(file.fileno())


def _clean(path: Path) -> None:
    with suppress(OSError):  # Nothing was made where nothing can be, and the failure has been told.
        path.unlink(missing_ok=True)


def tidy(folder: Path) -> None:
    """Remove from the folder what writes have left there that were killed.

    These are the files with such names as :func:`write` gives, which no process
    holds any more. What can't be removed stays.
    """
    with suppress(OSError, ValueError):
        for name in os.listdir(folder):
            if _PART.fullmatch(name) and _is_left(folder / name):
                _clean(folder / name)


def _is_left(path: Path) -> bool:
    with suppress(OSError):
        found = os.lstat(path)
        if stat.S_ISREG(found.st_mode) and time.time() - found.st_mtime > _SETTLED:
            with path.open("r+b") as file:
                return _hold(file)
    return False


def make_folder(path: Path) -> None:
    """Make the folder at ``path``, and those above it, where they are missing.

    Raises :class:`NotWrittenError` where that fails.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise NotWrittenError(str(path), "it is no folder") from error
    except (OSError, ValueError) as error:
        raise NotWrittenError(str(path), reason(error)) from error
