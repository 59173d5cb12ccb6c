from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from journey.errors import JourneyNotFoundError
from journey.files.folder import contents, find, load, version
from journey.files.read import LIMITS, ROUTE, STORY, TEACHING
from tests.files.test_read import DRAWN, TOLD, changed, complaints, faults, write


def test_the_contents_are_the_bytes_of_each_file_that_is_there(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / "photo.jpg").write_bytes(b"\xff")

    assert contents(folder) == {STORY: TOLD.encode(), ROUTE: DRAWN.encode()}


def test_of_a_file_over_its_limit_a_byte_more_is_read(tmp_path: Path) -> None:
    folder = write(tmp_path, b"#" * (LIMITS[STORY] + 99))

    assert contents(folder)[STORY] == b"#" * (LIMITS[STORY] + 1)


def test_a_version_is_that_of_the_contents_and_not_of_the_place(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    one, other = write(tmp_path), write(tmp_path / "other")
    before = version(contents(one))

    (one / TEACHING).write_bytes(b"")

    assert before == version(contents(other)) != version(contents(one))


def test_what_moves_from_one_file_into_the_next_makes_another_version() -> None:
    assert version({STORY: b"ab", ROUTE: b"c"}) != version({STORY: b"a", ROUTE: b"bc"})


def test_a_folder_without_a_story_is_no_journey(tmp_path: Path) -> None:
    (tmp_path / "dir" / STORY).mkdir(parents=True)
    (tmp_path / "loop").mkdir()
    (tmp_path / "loop" / STORY).symlink_to(STORY)

    for name in ("none", "dir", "loop", "a\0b"):
        with pytest.raises(JourneyNotFoundError):
            load(tmp_path / name)


def test_a_name_too_long_for_the_disk_is_a_complaint(tmp_path: Path) -> None:
    folder = tmp_path / ("x" * 300)

    assert {code for *_, code in faults(folder)} == {"unreadable"}
    assert {c.figures["reason"] for c in complaints(folder)} == {os.strerror(errno.ENAMETOOLONG)}


def test_a_story_that_may_not_be_read_is_a_complaint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    folder = write(tmp_path)
    monkeypatch.setattr(Path, "is_file", refuse)
    monkeypatch.setattr(Path, "open", refuse)

    assert [code for *_, code in faults(folder)] == ["unreadable"] * 3


def test_a_route_that_is_a_folder_is_a_complaint(tmp_path: Path) -> None:
    folder = write(tmp_path, route=None)
    (folder / ROUTE).mkdir()

    assert faults(folder) == [(ROUTE, 0, "", "no_file")]


def test_a_pipe_in_place_of_a_file_is_a_complaint_and_not_waited_for(tmp_path: Path) -> None:
    folder = write(tmp_path, changed(("train", "tram")), route=None)
    os.mkfifo(folder / ROUTE)

    assert [(file, line) for file, line, *_ in faults(folder)] == [(STORY, 12), (ROUTE, 0)]


def test_a_link_that_leads_nowhere_is_a_complaint(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / TEACHING).symlink_to("nowhere")

    assert [file for file, *_ in faults(folder)] == [TEACHING]


def test_journeys_are_found_by_name(tmp_path: Path) -> None:
    folder = write(tmp_path)

    assert find(tmp_path) == find(folder) == [folder]
