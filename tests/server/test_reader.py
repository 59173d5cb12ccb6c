from __future__ import annotations

import os
import shutil
import signal
import sys
from pathlib import Path

import pytest

from journey.files.read import ROUTE, STORY
from journey.server import journeys, reader
from journey.server.reader import Reader
from journey.server.spine import State, spine
from tests.conftest import HANDCAR


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A journey without faults."""
    return shutil.copytree(HANDCAR, tmp_path / HANDCAR.name)


def test_a_process_of_its_own_tells_the_same_as_this_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = spine(folder.name, folder)
    monkeypatch.setattr(reader, "spine", None)

    with Reader() as read:
        found = read(folder.name, folder)
        (folder / STORY).write_text("id: [", "utf-8")
        faulty = read(folder.name, folder)

    assert found == here
    assert (found.state, faulty.state) == (State.SOUND, State.FAULTY)
    assert faulty.version == journeys.edition(folder).version


def test_a_relative_folder_and_one_that_is_gone_are_read_as_well(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)

    with Reader() as read:
        assert read(folder.name, Path(folder.name)).state is State.SOUND
        assert read("gone", Path("gone")).state is State.FAULTY


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes on the disk")
def test_a_pipe_in_the_place_of_a_file_keeps_nobody_waiting(folder: Path) -> None:
    (folder / ROUTE).unlink()
    os.mkfifo(folder / ROUTE)

    with Reader() as read:
        assert read(folder.name, folder).state is State.FAULTY


def test_what_takes_too_long_is_given_up_and_the_next_is_read(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with Reader(patience=600) as read:
        read(folder.name, folder)
        assert read._process
        os.kill(read._process.pid, signal.SIGSTOP)
        read._patience = 0.1
        given_up = read(folder.name, folder)
        read._patience = 600
        after = read(folder.name, folder)

    assert (given_up.state, after.state) == (State.FAULTY, State.SOUND)
    assert str(folder) in caplog.text


def test_a_process_that_dies_is_followed_by_another(folder: Path) -> None:
    with Reader() as read:
        read(folder.name, folder)
        process = read._process
        assert process
        os.kill(process.pid, signal.SIGTERM)
        process.wait(60)

        died, after = (read(folder.name, folder) for _ in range(2))

    assert (died.state, after.state) == (State.FAULTY, State.SOUND)


def test_where_no_process_can_be_started_it_is_read_here(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(folder / "no-python"))

    with Reader() as read:
        assert read(folder.name, folder) == spine(folder.name, folder)


def test_the_process_ends_with_its_reader(folder: Path) -> None:
    with Reader() as read:
        read(folder.name, folder)
        process = read._process

    assert process
    assert process.poll() is not None
