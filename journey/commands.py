"""What ``python -m journey`` does, one verb each: 0 done, 1 faults, or 2 wrong usage."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import click

from journey.errors import (
    JourneyError,
    JourneyFileError,
    JourneyNotFoundError,
    NotWrittenError,
    UnknownNameError,
)
from journey.exports.formats import FORMATS
from journey.exports.index import file_name, index
from journey.files.folder import find, load
from journey.files.write import make_folder, write
from journey.model.journey import Journey
from journey.server.journeys import folders, root
from journey.track.track import Track
from journey.words.wording import Wording, languages

T = TypeVar("T")


def list_journeys() -> int:
    """Print the id, title and languages of every journey; 1 where one has faults."""
    faulty, found = 0, folders()
    if not found:
        return _check(root())
    for name, path in found.items():
        try:
            journey = load(path)
        except JourneyError:
            faulty += 1
            _complain(f"{path}: it has faults; python -m journey check {path} tells them")
        else:
            title = journey.title[journey.languages[0]]
            print(f"{name}: {title} ({len(journey.legs)} legs; {', '.join(journey.languages)})")
    return 1 if faulty else 0


def check(paths: Sequence[Path]) -> int:
    """Print what is wrong with the journey, or all journeys, at each path."""
    return max(_check(path) for path in paths)


def _check(path: Path) -> int:
    journeys = find(path)
    if not journeys:
        _complain(str(JourneyNotFoundError(str(path))))
        return 1
    faults = 0
    for found in journeys:
        try:
            journey = load(found)
        except JourneyError as error:
            faults += 1
            print(error)
        else:
            print(f"{found}: {len(journey.legs)} legs, no faults")
    return 1 if faults else 0


def export(key: str, to: Path, language: str) -> int:
    """Write the journey ``key`` to the file ``to``, in the format of its suffix."""
    suffix = to.suffix.removeprefix(".").lower()
    try:
        path = _named("journey", key, folders())
        form = _named("format", suffix, FORMATS)
        wording = _wording(language)
    except UnknownNameError as error:
        _complain(str(error))
        return 2
    try:
        write(to, form.make(Track.of(load(path)), wording))
    except JourneyError as error:
        _complain(str(error))
        return 1
    return 0


def export_all(to: Path, language: str) -> int:
    """Write every journey in every format and language, and a page that leads to all."""
    try:
        wording = _wording(language)
    except UnknownNameError as error:
        _complain(str(error))
        return 2
    try:
        make_folder(to)
        tracks, faulty = _tracks()
        _write_all(tracks, to)
        write(to / "index.html", index([track.journey for track in tracks], wording))
    except NotWrittenError as error:
        _complain(str(error))
        return 1
    return faulty


def _tracks() -> tuple[list[Track], int]:
    """The tracks of all journeys without faults, and 1 where there are others."""
    tracks, faulty = [], 0
    for path in folders().values():
        try:
            tracks.append(Track.of(load(path)))
        except JourneyFileError as error:
            faulty = 1
            _complain(str(error))
    return tracks, faulty


def _write_all(tracks: Sequence[Track], to: Path) -> None:
    jobs = [
        (track, language, form)
        for track in tracks
        for language in languages()
        for form in FORMATS.values()
    ]
    shown = sys.stderr.isatty()
    with click.progressbar(jobs, label="Writing", file=sys.stderr, hidden=not shown) as bar:
        for track, language, form in bar:
            name = file_name(track.journey.id, language, form.suffix)
            write(to / name, form.make(track, Wording(language)))


def schema() -> int:
    """Print the JSON Schema of ``journey.yaml``."""
    found = Journey.model_json_schema()
    shape = found["$defs"]["Shape"]
    # The points of a shape stand in route.geojson, from which reading puts them in.
    del shape["properties"]["line"]
    shape["required"].remove("line")
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    print(json.dumps(dialect | found, indent=2, ensure_ascii=False))
    return 0


def _wording(language: str) -> Wording:
    return Wording(_named("language", language, {code: code for code in languages()}))


def _named(what: str, name: str, known: Mapping[str, T]) -> T:
    """What has that name; raises :class:`UnknownNameError` where nothing has."""
    if name not in known:
        raise UnknownNameError(what, name, sorted(known))
    return known[name]


def _complain(text: str) -> None:
    print(text, file=sys.stderr)
