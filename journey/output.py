"""What commands say on stdout and stderr, also where these are closed, full or no terminal."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import TextIO

from journey.errors import plain


def say(*lines: str) -> None:
    """Print each line so that it steers no terminal.

    Raises OSError where that is noticed to fail; what is buffered may fail later.
    """
    for line in lines:
        print(plain(line))


def complain(*lines: str) -> None:
    """Print each line on stderr; where nothing can be told there, the command's code has to do."""
    try:
        for line in lines:
            print(plain(line), file=sys.stderr, flush=True)
    except OSError:
        silence(sys.stderr)


def silence(stream: TextIO) -> None:
    """Let go of what was said and could not be written: it must not fail once more at the end."""
    with suppress(OSError, ValueError):
        number = os.open(os.devnull, os.O_WRONLY)
        os.dup2(number, stream.fileno())
        os.close(number)


def prepare() -> None:
    """Make the standard streams such that anything can be said.

    Names in any script are printed, also where the terminal knows few. One that
    is closed, as by ``>&-``, is replaced: the next file to be opened would have
    its number. Writing to such a stdout fails, as it does for other programs.
    """
    for name, mode in (("stdin", os.O_RDONLY), ("stdout", os.O_RDONLY), ("stderr", os.O_WRONLY)):
        stream = getattr(sys, name)
        if stream is None:
            number = os.open(os.devnull, mode)
            setattr(sys, name, open(number, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: SIM115
        elif isinstance(stream, TextIOWrapper) and name != "stdin":
            stream.reconfigure(errors="backslashreplace")
