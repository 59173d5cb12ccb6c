"""What ``python -m journey`` does, one verb each: 0 done, 1 faults, or 2 wrong usage."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from gzip import compress
from pathlib import Path
from typing import TypeVar

import click

from journey.basemap.own import under
from journey.errors import JourneyError, JourneyFileError, JourneyNotFoundError, UnknownNameError
from journey.exports.formats import FORMATS
from journey.exports.index import index
from journey.exports.together import files
from journey.files.beginning import begin
from journey.files.check import check as checked
from journey.files.folder import arranged, by_name, find, key_of, load, opened, passed_over
from journey.files.page import page as format_page
from journey.files.read import GROUND, STORY, below
from journey.files.schema import written
from journey.files.translating import missing, to_translate
from journey.files.verdict import refused
from journey.files.write import make_folder, tidy, write
from journey.model.journey import Journey
from journey.output import complain, say
from journey.prints.prints import PRINTS
from journey.server.journeys import root
from journey.track.track import Track
from journey.words.catalogue import untranslated
from journey.words.faults import message
from journey.words.offered import asked, codes, tongue
from journey.words.wording import Wording, languages

T = TypeVar("T")


def list_journeys() -> int:
    """Print the id, title and languages of every journey; 1 where one has faults."""
    try:
        found = _found(root())
    except JourneyError as error:
        return _tell(error)
    return max(_list(name, path) for name, path in found.items())


def _list(name: str, path: Path) -> int:
    try:
        journey = load(path)
    except JourneyError as error:
        if _is_of_files(error):
            return _tell(error)
        complain(f"{path}: it has faults; python -m journey check {path} tells them")
        return 1
    title = journey.title[journey.languages[0]]
    say(f"{name}: {title} ({_legs(journey)}; {', '.join(journey.languages)})")
    return 0


def _legs(journey: Journey) -> str:
    return Wording("en").count("strip.legs", len(journey.legs))


def _is_of_files(error: JourneyError) -> bool:
    """Whether it is not what a file says that is wrong, but what stands there."""
    if not isinstance(error, JourneyFileError):
        return True
    return len(error.complaints) == 1 and error.complaints[0].line == 0


def new(folder: Path) -> int:
    """Write a small journey into a folder that is new or empty, for somebody to change."""
    try:
        file = begin(folder)
    except JourneyError as error:
        return _tell(error)
    say(f"{file}: a journey to change; python -m journey check {folder} tells what is wrong in it")
    return 0


def basemap(key: str) -> int:
    """Cut a base map in detail around a journey, and put it into its folder.

    ``key`` is its id, or else the path of its folder.
    """
    # Loaded only here, for no other command needs it.
    from journey.basemap.detail import detail, hilly
    from journey.basemap.shading import INSTALL

    try:
        path = _one(key)
        track = Track.of(load(path))
        made = detail(*(leg.line for leg in track.legs))
        tidy(path)
        write(path / GROUND, made)
    except JourneyError as error:
        return _tell(error)
    say(f"{path / GROUND}: {len(compress(made, 9)) / 1000:.0f} kB when packed")
    if not hilly():
        say(f"it has no hills of its own; for these, python -m pip install {INSTALL}, then again")
    return 0


def check(names: Sequence[str], strict: bool) -> int:
    """Print what is wrong with each journey or folder of journeys; of none named, with all.

    A name is a path, or else the id of a journey. If ``strict``, advice counts
    as a fault.
    """
    return max(_check(name, strict) for name in names or [str(root())])


def _check(name: str, strict: bool) -> int:
    try:
        found = _at(name)
    except JourneyError as error:
        _tell_of_others(name, {})
        return _tell(error)
    others = _tell_of_others(name, found)
    return max(
        _tell_of_shelf(name, found),
        others and strict,
        *(_check_one(folder, strict) for folder in found.values()),
    )


def _tell_of_others(name: str, found: Mapping[str, Path]) -> bool:
    """Say which files at the path ``name`` seem to be journeys but for their names."""
    passed = list(passed_over(Path(name), found.values()))
    say(*(message(complaint, Wording("en")) for complaint in passed))
    return bool(passed)


def _tell_of_shelf(name: str, found: Mapping[str, Path]) -> bool:
    """Say what is wrong with how the journeys at the path ``name`` are shown together."""
    told = arranged(name)
    complaints = below((*told.complaints, *told.astray(found)), name)
    wrong = [message(complaint, Wording("en")) for complaint in complaints]
    say(*wrong)
    return bool(wrong)


def _at(name: str) -> dict[str, Path]:
    """The journeys in or at the path ``name``, or the one of that id; raises where none is."""
    found = by_name(_folder(name))
    if found or os.path.basename(name) != name:
        return found or _found(Path(name))
    known = by_name(root())
    if os.path.lexists(name) and name not in known:
        return _found(Path(name))
    return {name: _named("journey", name, known)}


def _folder(name: str) -> Path:
    """The folder at the path ``name``, which may also be that of the journey's file in it."""
    path = Path(name)
    return path.parent if path.name == STORY and path.is_file() else path


def _check_one(folder: Path, strict: bool) -> int:
    try:
        found = checked(folder)
    except JourneyError as error:
        say(*str(error).split("\n"))
        return 1
    english = Wording("en")
    say(*(message(complaint, english) for complaint in found.complaints))
    if found.journey and not found.faults:
        advice = f"; advice: {found.advice}" if found.advice else ""
        say(f"{folder}: {_legs(found.journey)}, no faults{advice}")
    return 1 if found.faults or (strict and found.advice) else 0


def languages_of(names: Sequence[str]) -> int:
    """Print what is missing in each language, of the interface and of the journeys named."""
    for code in languages():
        lack = untranslated(code)
        say(f"interface: {code}: {lack.missing} of {lack.messages} messages are missing")
    try:
        found = {name: path for one in names or [str(root())] for name, path in _at(one).items()}
        for path in found.values():
            told = opened(path)
            own = told.journey.languages if told.journey else ()
            for code in sorted(set(codes(own))):
                lacking = missing(told, code)
                say(f"{path}: {code}: {lacking.lacking} of {lacking.texts} texts are missing")
    except JourneyError as error:
        return _tell(error)
    return 0


def translate(key: str, language: str) -> int:
    """Write all texts of a journey into files for a translator, who fills in what is missing.

    ``key`` is its id, or else the path of its folder.
    """
    try:
        path = _one(key)
        tongue(language)
        found = opened(path)
        if found.complaints:
            raise refused(below(found.complaints, path))
        files, lacking = to_translate(found, language), missing(found, language)
        tidy(path)
        for name, text in files.items():
            write(path / name, text.encode())
            say(f"{path / name}: written")
        say(f"{path}: {language}: {lacking.lacking} of {lacking.texts} texts are missing")
    except JourneyError as error:
        return _tell(error)
    return 0


def export(key: str, to: Path, language: str) -> int:
    """Write a journey to the file ``to``, in the format of its suffix, or as the print it names.

    ``key`` is its id, or else the path of its folder.
    """
    try:
        path = _one(key)
        make = _maker(to.name)
        track = Track.of(load(path))
        wording = asked(language, track.journey.languages)
        tidy(Path(os.path.realpath(to)).parent)
        write(to, make(track, wording))
    except JourneyError as error:
        return _tell(error)
    return 0


def _maker(name: str) -> Callable[[Track, Wording], bytes]:
    """What makes a file of that name: ``a.kml`` is a format, ``a.sheet.html`` a print."""
    parts = name.lower().split(".")
    if len(parts) > 2 and parts[-1] == "html" and parts[-2] in PRINTS:
        made = PRINTS[parts[-2]].make
        return lambda track, wording: made(
            track, wording, under(track.journey.ground), date.today()
        ).encode()
    suffix = parts[-1] if len(parts) > 1 else ""
    return _named("format", suffix, FORMATS).make


def _one(key: str) -> Path:
    """The folder of the journey with the id ``key``, or at that path."""
    at_path = _folder(key)
    if key and find(at_path) == [at_path] and key_of(key) not in by_name(root()):
        return at_path
    return _named("journey", key_of(key), _found(root()))


def export_all(to: Path, language: str) -> int:
    """Write every journey in every format and language, a page that leads to all, the schema."""
    try:
        wording = asked(language)
        found = _found(root())
        make_folder(to)
        tidy(to)
        tracks, faulty = _tracks(found.values())
        _write_all(tracks, to)
        write(to / "index.html", index(tracks, wording))
        write(to / "schema.json", written())
    except JourneyError as error:
        return _tell(error)
    return faulty


def _found(path: Path) -> dict[str, Path]:
    """The folders of the journeys in or at ``path``, by name; raises where there is none."""
    found = by_name(path)
    if not found:
        raise JourneyNotFoundError(str(path))
    return found


def _tracks(folders: Iterable[Path]) -> tuple[list[Track], int]:
    """The tracks of all journeys without faults, and 1 where there are others."""
    tracks, faulty = [], 0
    for path in folders:
        try:
            tracks.append(Track.of(load(path)))
        except JourneyError as error:
            faulty = _tell(error)
    return tracks, faulty


def _write_all(tracks: Sequence[Track], to: Path) -> None:
    shown = sys.stderr.isatty()
    jobs = files(tracks)
    with click.progressbar(jobs, label="Writing", file=sys.stderr, hidden=not shown) as bar:
        for name, make in bar:
            write(to / name, make())


def schema() -> int:
    """Print the JSON Schema of ``journey.yaml``."""
    print(written().decode(), end="")
    return 0


def page() -> int:
    """Print the page that tells all keys."""
    print(format_page(), end="")
    return 0


def _named(what: str, name: str, known: Mapping[str, T]) -> T:
    """What has that name; raises :class:`UnknownNameError` where nothing has."""
    if name not in known:
        raise UnknownNameError(what, name, sorted(known))
    return known[name]


def _tell(error: JourneyError) -> int:
    """Say what went wrong on stderr; the code that a command then ends with."""
    complain(*str(error).split("\n"))
    return 2 if isinstance(error, UnknownNameError) else 1
