from __future__ import annotations

import asyncio
import os
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

from journey.errors import JourneyFileError, JourneyNotFoundError
from journey.exports.formats import FORMATS
from journey.files.read import ROUTE, STORY
from journey.server import assets, journeys, stories
from journey.server.cache import ROOM, Cache, weight
from journey.server.journeys import EXPANSION, LOOK, REREAD, Edition, Kept, edition
from tests.conftest import HANDCAR


class Clock:
    """A clock that stands still until it is put on."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock of a cache that holds nothing yet."""
    clock = Clock()
    monkeypatch.setattr(journeys, "CACHE", Cache(clock=clock))
    return clock


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only journey there is, with a place on the disk of its own."""
    monkeypatch.setenv("JOURNEYS", str(tmp_path))
    return shutil.copytree(HANDCAR, tmp_path / "handcar-2021")


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The folders whose files were read, in order."""
    return recorded("contents", monkeypatch)


def recorded(name: str, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What the function of that name is called with from now on: the last argument each time."""
    last: list[Any] = []
    function = getattr(journeys, name)

    def call(*given: Any) -> Any:
        last.append(given[-1])
        return function(*given)

    monkeypatch.setattr(journeys, name, call)
    return last


def replace(file: Path, old: str, new: str) -> None:
    """Change a file, and leave its times as they were."""
    stat = file.stat()
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def test_an_edition_is_told_apart_by_its_content(clock: Clock, folder: Path) -> None:
    before = edition(folder)

    replace(folder / STORY, "Home by handcar", "Home again")
    clock.now += LOOK
    after = edition(folder)

    assert before.version != after.version
    assert after.track.journey.title["en"] == "Home again"
    assert before.track.journey.title["en"] == "Home by handcar"


def test_a_file_that_was_only_touched_is_the_same_edition(clock: Clock, folder: Path) -> None:
    before = edition(folder)

    os.utime(folder / STORY, (1, 1))
    clock.now += LOOK
    after = edition(folder)

    assert after.version == before.version
    assert after.track is before.track


def test_files_that_look_the_same_are_not_read_again(
    clock: Clock, folder: Path, read: list[Any]
) -> None:
    for clock.now in (0, LOOK, 2 * LOOK, REREAD - 0.1):
        edition(folder)

    assert read == [folder]


def test_a_change_that_keeps_time_and_size_is_seen_all_the_same(clock: Clock, folder: Path) -> None:
    before = edition(folder)

    replace(folder / STORY, "Home by handcar", "Back by handcar")
    clock.now += REREAD

    assert edition(folder).version != before.version


@pytest.mark.skipif(sys.platform == "win32", reason="a file's own time is that of its making")
def test_a_change_that_keeps_time_and_size_is_seen_at_the_next_look(
    clock: Clock, folder: Path
) -> None:
    before = edition(folder)

    replace(folder / STORY, "Home by handcar", "Back by handcar")
    clock.now += LOOK

    assert edition(folder).version != before.version


def test_a_file_that_comes_later_is_seen(clock: Clock, folder: Path) -> None:
    (folder / ROUTE).rename(folder / "aside")
    before = edition(folder)

    (folder / "aside").rename(folder / ROUTE)
    clock.now += LOOK

    assert set(edition(folder).files) - set(before.files) == {ROUTE}


def test_a_fault_costs_one_reading_for_each_content(
    clock: Clock, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = recorded("read", monkeypatch)
    (folder / STORY).write_text("id: [", "utf-8")

    for clock.now in (0, LOOK, REREAD, 10 * REREAD):
        with pytest.raises(JourneyFileError):
            _ = edition(folder).track

    assert names == ["handcar-2021"]


def test_a_fault_names_the_file_and_no_folder(folder: Path) -> None:
    (folder / STORY).write_text("id: [", "utf-8")

    with pytest.raises(JourneyFileError) as caught:
        _ = edition(folder).track

    assert {complaint.file for complaint in caught.value.complaints} == {STORY}


@pytest.mark.parametrize("left", [b"id: [", b"", None], ids=["broken", "empty", "gone"])
def test_files_that_break_leave_what_was_there_last(
    left: bytes | None, clock: Clock, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    before = edition(folder)

    (folder / STORY).unlink() if left is None else (folder / STORY).write_bytes(left)
    found = []
    for clock.now in (LOOK, REREAD, 2 * REREAD):
        found.append(edition(folder).version)

    assert found == 3 * [before.version]
    assert [str(folder) in record.message for record in caplog.records] == [True]


def test_files_that_are_mended_are_seen_at_the_next_look(clock: Clock, folder: Path) -> None:
    before, whole = edition(folder), (folder / STORY).read_text("utf-8")
    (folder / STORY).write_text(whole[: len(whole) // 2], "utf-8")
    clock.now += LOOK
    edition(folder)

    (folder / STORY).write_text(whole.replace("Home by handcar", "Home again"), "utf-8")
    clock.now += LOOK

    assert edition(folder).version != before.version


def test_a_folder_that_is_gone_holds_no_journey(folder: Path) -> None:
    shutil.rmtree(folder)

    with pytest.raises(JourneyNotFoundError):
        edition(folder)
    with pytest.raises(JourneyNotFoundError):
        asyncio.run(journeys.fetch(folder))
    assert journeys.folders() == {}


def test_many_who_ask_at_once_have_it_read_once(
    clock: Clock, folder: Path, read: list[Any]
) -> None:
    many = 8
    start = Barrier(many)

    def ask() -> Edition:
        start.wait(60)
        return edition(folder)

    with ThreadPoolExecutor(many) as pool:
        found = [pool.submit(ask) for _ in range(many)]

    assert len({id(answer.result()) for answer in found}) == 1
    assert read == [folder]


def test_what_is_made_of_an_edition_is_kept_by_all_that_it_is_made_of(
    clock: Clock, folder: Path
) -> None:
    made: list[tuple[str, str]] = []

    @Kept
    def page(edition: Edition, language: str) -> str:
        made.append((edition.version, language))
        return language

    first = edition(folder)
    pages = [page(first, "en"), page(first, "ko"), page(first, "en")]
    replace(folder / STORY, "Home by handcar", "Home again")
    clock.now += LOOK
    pages.append(asyncio.run(page.fetch(edition(folder), "en")))

    assert pages == ["en", "ko", "en", "en"]
    assert made == [(first.version, "en"), (first.version, "ko"), (edition(folder).version, "en")]


def test_there_is_room_for_twenty_journeys_in_five_languages(folder: Path) -> None:
    now = edition(folder)
    made = [assets.journey_script(now, "en"), *(stories.export(now, "en", f) for f in FORMATS)]

    # A track is kept once, for it is the same in every language.
    taken = 5 * sum(map(weight, made)) + EXPANSION * now.size
    assert 20 * taken < ROOM
