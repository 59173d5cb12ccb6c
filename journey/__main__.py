"""Commands: ``python -m journey list | check | export | schema``."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from journey import commands
from journey.exports.formats import FORMATS
from journey.server.journeys import root

_EXAMPLES = """examples:
  python -m journey list
  python -m journey check data/journeys/handcar-2021
  python -m journey export handcar-2021 --to handcar.kml
  python -m journey export --all --to site
  python -m journey schema > journey.schema.json

The journeys are those in data/journeys, or in the folder that JOURNEYS names.
Ends with 0 when done, 1 for faults in data or in writing, 2 for wrong usage.
"""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m journey",
        description="Work with journeys.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    verbs = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    verbs.add_parser("list", help="print the journeys' ids, titles and languages")
    checker = verbs.add_parser(
        "check",
        help="print what is wrong with journeys' files",
        description="Reads journeys and prints every fault with file, line and mend.",
    )
    checker.add_argument(
        "folder",
        nargs="*",
        type=Path,
        help="a journey's folder or one that holds several (default: all journeys)",
    )
    _add_export(
        verbs.add_parser("export", help="write a journey to a file, or all to a folder"),
    )
    verbs.add_parser("schema", help="print the JSON Schema of journey.yaml, for editors")
    return parser


def _add_export(exporter: argparse.ArgumentParser) -> None:
    exporter.description = (
        "Writes a journey in the format of the file's suffix "
        f"({', '.join(FORMATS)}), or with --all every journey in every format and "
        "language, with an index.html: a folder for any web server."
    )
    what = exporter.add_mutually_exclusive_group(required=True)
    what.add_argument("id", nargs="?", help="the journey's id; see python -m journey list")
    what.add_argument("--all", action="store_true", help="every journey")
    exporter.add_argument("--to", type=Path, required=True, help="the file, or the folder of --all")
    exporter.add_argument(
        "--lang", default="en", help="language of the file, or of index.html (default: en)"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command in ``arguments``: 0 done, 1 faults in data, 2 wrong usage."""
    chosen = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        # Names in any script are printed, also where the terminal knows few.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _run(chosen)
        sys.stdout.flush()
    except OSError as error:
        print(f"the output can't be written: {error.strerror}", file=sys.stderr)
        # What is still to be written must not fail once more at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


def _run(chosen: argparse.Namespace) -> int:
    match chosen.command:
        case "list":
            return commands.list_journeys()
        case "check":
            return commands.check(chosen.folder or [root()])
        case "export" if chosen.all:
            return commands.export_all(chosen.to, chosen.lang)
        case "export":
            return commands.export(chosen.id, chosen.to, chosen.lang)
        case _:
            return commands.schema()


def command() -> int:
    """Run the command line as a process of its own; the code that it ends with."""
    # A command ends soon and makes little garbage: looking for it among a
    # million points takes a third of the time.
    gc.set_threshold(100_000, 50, 100)
    return main()


if __name__ == "__main__":
    sys.exit(command())
