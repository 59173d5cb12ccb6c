"""The command, with real files in real folders."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from journey.__main__ import main
from journey.files.check import check
from tests.importers.made import point, track
from tests.importers.test_bringing import day

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


def test_the_session_in_the_readme_is_true(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    monkeypatch.chdir(tmp_path)
    # The packages of an extra, which know the zones, need not be there.
    monkeypatch.setitem(sys.modules, "timezonefinder", None)
    Path("day.gpx").write_text(day((0, 0), (0.02, 30), (0.0201, 60), (0.04, 90)), "utf-8")

    main(["import", "day.gpx", "--to", "my-day"])

    session = readme.partition("$ python -m journey import day.gpx --to my-day\n")[2]
    assert capsys.readouterr().out == session.partition("```")[0]
