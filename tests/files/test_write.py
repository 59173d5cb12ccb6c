from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from journey import JourneyError
from journey.errors import NotWrittenError
from journey.files.write import make_folder, write


def full(_: int) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_file_holds_what_was_written_and_nothing_is_beside_it(tmp_path: Path) -> None:
    write(tmp_path / "a.kml", b"new")

    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"a.kml": b"new"}


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.kml").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(
        NotWrittenError, match="No space left on device; check the folder"
    ) as caught:
        write(tmp_path / "a.kml", b"new")

    assert isinstance(caught.value, JourneyError)
    assert isinstance(caught.value, OSError)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"a.kml": b"old"}


def test_an_interrupted_write_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stopped)

    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / "a.kml", b"new")

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file_takes_no_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(NotWrittenError, match="Not a directory"):
        write(tmp_path / "file" / "a.kml", b"new")
    with pytest.raises(NotWrittenError, match="Not a directory"):
        make_folder(tmp_path / "file" / "site")


def test_what_is_no_file_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.kml").mkdir()

    with pytest.raises(NotWrittenError, match="it is no file"):
        write(tmp_path / "a.kml", b"new")

    assert (tmp_path / "a.kml").is_dir()


def test_a_link_stays_and_its_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real.kml").write_bytes(b"old")
    (tmp_path / "link.kml").symlink_to("real.kml")

    write(tmp_path / "link.kml", b"new")

    assert (tmp_path / "link.kml").is_symlink()
    assert (tmp_path / "real.kml").read_bytes() == b"new"


def test_a_new_file_has_the_mode_of_any_other(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"")

    write(tmp_path / "a.kml", b"new")

    assert (tmp_path / "a.kml").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_folders_above_are_made(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")

    assert (tmp_path / "a" / "b").is_dir()
