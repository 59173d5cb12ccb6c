"""What ``journey.read`` takes, and what it says of all else."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from journey import load, read
from journey.errors import (
    JourneyFileError,
    JourneyNotFoundError,
    NoPathError,
    NotReadError,
    NotTakenError,
    UnknownNameError,
)
from journey.exports.gpx import gpx
from journey.track.track import Track
from journey.words.wording import Wording
from tests.importers.made import point, track

SHIPPED = Path("data/journeys/handcar-2021")
FIRST = track(point(46, 8, "2025-06-01T08:00:00Z"), point(46.1, 8, "2025-06-01T09:00:00Z"))
SECOND = track(point(46.1, 8, "2025-06-01T10:00:00Z"), point(46.3, 8, "2025-06-01T12:00:00Z"))


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    found = [tmp_path / "Day one.gpx", tmp_path / "b.gpx"]
    for path, text in zip(found, (FIRST, SECOND), strict=True):
        path.write_text(text, "utf-8")
    return found


def test_several_files_are_one_journey_named_after_the_first(files: list[Path]) -> None:
    journey = read(files)

    assert (journey.id, len(journey.legs)) == ("day-one", 2)


def test_a_path_is_taken_as_text_too_and_files_by_their_contents(files: list[Path]) -> None:
    by_path = read(str(files[0]))

    assert read(files[0]) == by_path
    assert read({"Day one.gpx": FIRST.encode()}) == by_path


def test_reading_leaves_the_folder_of_the_files_as_it_was(files: list[Path]) -> None:
    read(files)

    assert sorted(files[0].parent.iterdir()) == sorted(files)


@pytest.mark.parametrize("name", ["", "journey.yaml"])
def test_a_journeys_own_folder_is_read_as_load_does(name: str) -> None:
    assert read(SHIPPED / name) == load(SHIPPED)


def test_the_contents_of_a_journeys_own_files_are_read_as_such() -> None:
    own = {path.name: path.read_bytes() for path in SHIPPED.iterdir() if path.is_file()}

    assert read(own) == load(SHIPPED)


def test_an_export_comes_back_with_its_legs() -> None:
    legs = load(SHIPPED).legs
    written = gpx(Track.of(load(SHIPPED)), Wording("en"))

    found = read({"handcar.gpx": written}).legs

    assert [leg.mode for leg in found] == [leg.mode for leg in legs]


def test_what_was_guessed_is_told_one_sentence_at_a_time() -> None:
    told: list[str] = []

    read({"a.gpx": FIRST.encode()}, tell=told.append)

    assert any(one.startswith("a.gpx: 1 mode assumed") for one in told)


def test_every_file_that_cannot_be_taken_has_its_complaint() -> None:
    with pytest.raises(JourneyFileError) as found:
        read({"a.gpx": b"", "b.gpx": bytes(100)})

    assert [one.file for one in found.value.complaints] == ["a.gpx", "b.gpx"]


@pytest.mark.parametrize(
    ("given", "error", "said"),
    [
        ([], NotTakenError, "no file is given; name one or several"),
        ({}, NotTakenError, "no file is given"),
        ([SHIPPED, "a.gpx"], NotTakenError, "a journey's own among others; read it by itself"),
        ("no such.gpx", NotReadError, "no such.gpx: it can't be read"),
        ("data/basemap", JourneyNotFoundError, "data/basemap: there is no journey here"),
        (b"<gpx/>", NoPathError, "is no path of a file; give a str or a Path"),
        ([b"<gpx/>"], NoPathError, "is no path"),
        (3, NoPathError, "3 is no path"),
        ({"a.gpx": "<gpx/>"}, NoPathError, "is no path"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said(given: Any, error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=re.escape(said)):
        read(given)


@pytest.mark.parametrize(
    ("choice", "error"),
    [
        ({"zone": "Mars/Base"}, UnknownNameError),
        ({"language": "E N"}, UnknownNameError),
        ({"id": "No id"}, NotTakenError),
    ],
)
def test_what_the_journey_can_not_be_is_said(choice: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        read({"a.gpx": FIRST.encode()}, **choice)
