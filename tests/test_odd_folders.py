"""What commands do with folders and paths that are none."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from journey.__main__ import main
from journey.files.folder import key_of
from journey.files.read import STORY
from tests.conftest import HANDCAR

Captured = pytest.CaptureFixture[str]

# Each is no journey, though it may have been meant as one.
ODD = ("dir", "pipe", "loop", "gone", "out", "link", "My trip", "b\udcff", "c\n\x1b[2J\u202e")


@pytest.fixture
def odd(library: Path) -> Path:
    """Beside a sound journey, folders that are none in all ways."""
    for name in set(ODD) - {"link"}:
        (library / name).mkdir()
    (library / "link").symlink_to("nowhere")
    (library / "dir" / STORY).mkdir()
    os.mkfifo(library / "pipe" / STORY)
    (library / "loop" / STORY).symlink_to(STORY)
    (library / "gone" / STORY).symlink_to("nowhere")
    (library / "out" / STORY).symlink_to(library / "handcar-2021" / STORY)
    for name in ODD[-3:]:
        shutil.copy(HANDCAR / STORY, library / name / STORY)
    return library


def mentions(text: str, library: Path) -> dict[str, int]:
    """How many lines tell of each folder; each line has to be fit for a terminal."""
    lines = text.splitlines()
    assert all(line.isprintable() for line in lines)
    return {name: sum(f"{library / key_of(name)}" in line for line in lines) for name in ODD}


@pytest.mark.parametrize("verb", ["list", "check", "export --all --to site"])
def test_folders_that_are_none_are_told_and_the_others_served(
    verb: str, odd: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(tmp_path)

    assert main(verb.split()) == 1
    out, err = capsys.readouterr()
    assert all(count > 0 for count in mentions(out + err, odd).values())
    served = {
        "list": out.startswith("handcar-2021: "),
        "check": f"{odd / 'handcar-2021'}: 4 " in out,
    }
    assert served.get(verb, (tmp_path / "site" / "handcar-2021.en.kml").exists())


@pytest.mark.parametrize("name", ODD)
def test_a_folder_that_is_none_is_not_exported_and_told(
    name: str, odd: Path, tmp_path: Path, capsys: Captured
) -> None:
    assert main(["export", name, "--to", str(tmp_path / "a.kml")]) == 1
    assert mentions(capsys.readouterr().err, odd)[name] > 0
    assert not (tmp_path / "a.kml").exists()


@pytest.mark.parametrize("name", ["file", "nowhere", "empty", "loop", "odd\udcff\n\x1b[2J"])
@pytest.mark.parametrize("verb", ["list", "check", "export a --to a.kml", "export --all --to a"])
def test_a_root_without_journeys_is_told_by_every_command(
    name: str, verb: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "empty").mkdir()
    (tmp_path / "loop").symlink_to("loop")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JOURNEYS", str(tmp_path / name))
    before = set(tmp_path.iterdir())

    assert main(verb.split()) == 1
    out, err = capsys.readouterr()
    (line,) = err.splitlines()
    assert (out, line.isprintable()) == ("", True)
    assert line.startswith(f"{tmp_path / key_of(name)}: ")
    assert set(tmp_path.iterdir()) == before


@pytest.mark.parametrize("to", ["", "a\0b.kml"])
@pytest.mark.parametrize("what", ["handcar-2021", "--all"])
def test_what_is_no_path_is_wrong_usage_and_nothing_is_written(
    to: str, what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(tmp_path)

    with pytest.raises(SystemExit) as caught:
        main(["export", what, "--to", to])

    assert caught.value.code == 2
    assert "--to" in capsys.readouterr().err.splitlines()[-1]
    assert list(tmp_path.iterdir()) == []


def test_check_takes_no_empty_path_for_the_folder_one_is_in() -> None:
    with pytest.raises(SystemExit) as caught:
        main(["check", ""])

    assert caught.value.code == 2


@pytest.mark.parametrize(
    ("what", "to", "code"),
    [
        ("handcar-2021", "folder.kml", 1),
        ("handcar-2021", "pipe.kml", 1),
        ("handcar-2021", "x" * 300 + ".kml", 1),
        ("handcar-2021", "nowhere/a.kml", 1),
        ("handcar-2021", "folder", 2),
        ("handcar-2021", "/dev/stdout", 2),
        ("--all", "file", 1),
        ("--all", "file/site", 1),
        ("--all", "x" * 300, 1),
        ("--all", "/dev/stdout", 1),
    ],
)
def test_where_nothing_can_be_written_is_told_on_one_line(
    what: str, to: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder.kml").mkdir()
    (tmp_path / "file").write_bytes(b"old")
    os.mkfifo(tmp_path / "pipe.kml")
    before = set(tmp_path.iterdir())

    assert main(["export", what, "--to", to]) == code
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert set(tmp_path.iterdir()) == before
    assert (tmp_path / "file").read_bytes() == b"old"
