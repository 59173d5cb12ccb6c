"""The command, with real files in real folders."""

from __future__ import annotations

from pathlib import Path

import pytest

from journey.__main__ import main
from journey.files.check import check
from tests.importers.made import point, track

Captured = pytest.CaptureFixture[str]
WHOLE = track(point(46, 8, "2025-06-01T08:00:00Z"), point(46.1, 8, "2025-06-01T09:00:00Z"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.gpx"
    path.write_text(WHOLE, "utf-8")
    return path


def test_a_file_becomes_a_folder_that_passes_the_check(file: Path, tmp_path: Path) -> None:
    assert main(["import", str(file), "--to", str(tmp_path / "trip")]) == 0

    assert check(tmp_path / "trip").faults == 0


def test_a_folder_with_something_in_it_is_left_alone(file: Path, capsys: Captured) -> None:
    assert main(["import", str(file), "--to", str(file.parent)]) == 1

    assert [path.name for path in file.parent.iterdir()] == ["a.gpx"]
    assert "new or empty" in capsys.readouterr().err


def test_of_a_file_that_is_refused_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "b.gpx").write_bytes(bytes(1_000))

    assert main(["import", str(tmp_path / "b.gpx"), "--to", str(tmp_path / "trip")]) == 1
    assert not (tmp_path / "trip").exists()


@pytest.mark.parametrize(
    "words", [["--zone", "Mars/Base"], ["--lang", "E N"]], ids=["zone", "language"]
)
def test_what_there_is_not_is_wrong_usage(words: list[str], file: Path, tmp_path: Path) -> None:
    assert main(["import", str(file), "--to", str(tmp_path / "trip"), *words]) == 2


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path, capsys: Captured) -> None:
    assert main(["import", str(tmp_path), "--to", str(tmp_path / "trip")]) == 1

    assert "it is no file" in capsys.readouterr().err
