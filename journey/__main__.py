"""Commands: ``python -m journey check [PATH]``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from journey.errors import JourneyError, JourneyFileError, JourneyNotFoundError
from journey.load import find, load
from journey.shelf import root


def check(path: Path) -> int:
    """Print what is wrong with the journey, or all journeys, at ``path``; 0 or 1."""
    folders = find(path)
    if not folders:
        print(JourneyNotFoundError(str(path)), file=sys.stderr)
        return 1
    faults = 0
    for folder in folders:
        try:
            journey = load(folder)
        except JourneyFileError as error:
            faults += len(error.complaints)
            print(error)
        except JourneyError as error:
            faults += 1
            print(error)
        else:
            print(f"{folder}: {len(journey.legs)} legs, no faults")
    return 1 if faults else 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command in ``arguments``: 0 done, 1 faults in data, 2 wrong usage."""
    parser = argparse.ArgumentParser(prog="python -m journey", description="Work with journeys.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    checker = commands.add_parser(
        "check",
        help="print what is wrong with journeys' files",
        description="Reads one journey, or all in a folder, and prints "
        "every fault with file, line and mend.",
    )
    checker.add_argument(
        "path",
        nargs="?",
        type=Path,
        default=root(),
        help="a journey's folder or one that holds several (default: all)",
    )
    chosen = parser.parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        # Names in any script are printed, also where the terminal knows few.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    return check(chosen.path)


if __name__ == "__main__":
    sys.exit(main())
