from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from journey import JourneyError
from journey.errors import NotWrittenError
from journey.files.write import make_folder, tidy, write
from tests.conftest import ROOT

# Writes a file and stops before it is whole.
STUCK = """
import os, sys, time
from pathlib import Path
from journey.files.write import write
os.fsync = lambda _: print("here", flush=True) or time.sleep(600)
write(Path(sys.argv[1]), b"new")
"""


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


@pytest.fixture
def stuck(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A process that is in the middle of writing a file."""
    command = [sys.executable, "-c", STUCK, str(tmp_path / "a.kml")]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"here\n"
        yield process
        process.kill()


def aged(folder: Path) -> list[Path]:
    """The files in the folder, as if they had been there for an hour."""
    found = sorted(folder.iterdir())
    for file in found:
        os.utime(file, (file.stat().st_mtime - 3_600,) * 2)
    return found


def test_what_a_killed_write_left_is_removed(
    tmp_path: Path, stuck: subprocess.Popen[bytes]
) -> None:
    stuck.kill()
    stuck.wait()
    (left,) = aged(tmp_path)

    tidy(tmp_path)

    assert left.name.startswith(".")
    assert list(tmp_path.iterdir()) == []


def test_what_is_being_written_is_left_alone(
    tmp_path: Path, stuck: subprocess.Popen[bytes]
) -> None:
    (part,) = aged(tmp_path)

    tidy(tmp_path)

    assert stuck.poll() is None
    assert list(tmp_path.iterdir()) == [part]


@pytest.mark.parametrize(
    "name",
    [
        "journey-0123456789abcdef.part", ".journey-0123456789abcdef.part.txt", ".journey-1.part",
        ".0123456789abcdef.part", ".journey-0123456789ABCDEF.part", "a.part",
    ],
)  # fmt: skip
def test_a_file_of_another_name_is_never_removed(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"mine")
    aged(tmp_path)

    tidy(tmp_path)

    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_what_only_has_the_name_of_a_part_is_never_removed(tmp_path: Path) -> None:
    (tmp_path / "mine").write_bytes(b"mine")
    (tmp_path / f".journey-{'0' * 16}.part").mkdir()
    (tmp_path / f".journey-{'1' * 16}.part").symlink_to("mine")
    os.mkfifo(tmp_path / f".journey-{'2' * 16}.part")
    there = aged(tmp_path)

    tidy(tmp_path)
    tidy(tmp_path / "nowhere")

    assert sorted(tmp_path.iterdir()) == there


def test_a_part_that_has_just_begun_is_left_alone(tmp_path: Path) -> None:
    part = tmp_path / f".journey-{'0' * 16}.part"
    part.write_bytes(b"")

    tidy(tmp_path)

    assert part.exists()


@pytest.mark.parametrize("name", ["x" * 300 + ".kml", "a\0b.kml"])
def test_a_name_that_no_file_can_have_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(NotWrittenError):
        write(tmp_path / name, b"new")
    with pytest.raises(NotWrittenError):
        make_folder(tmp_path / name)

    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_place_of_a_folder_is_told_as_that(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(NotWrittenError) as caught:
        make_folder(tmp_path / "file")

    assert caught.value.reason != os.strerror(errno.EEXIST)


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
