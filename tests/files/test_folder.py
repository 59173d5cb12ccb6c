from __future__ import annotations

import errno
import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from journey.errors import JourneyNotFoundError, NotReadError
from journey.files.folder import contents, find, key_of, load, name_of, passed_over, version
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


def closed(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """Let nobody look into the folders of those names, as permissions would for who is not root."""

    def refused(function: Callable[..., Any]) -> Callable[..., Any]:
        def call(path: Any, *rest: Any, **more: Any) -> Any:
            if not {Path(path).name, Path(path).parent.name}.isdisjoint(names):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            return function(path, *rest, **more)

        return call

    for name in ("lstat", "listdir"):
        monkeypatch.setattr(os, name, refused(getattr(os, name)))


def place(path: Path, kind: str) -> None:
    """Put something there that is no file."""
    match kind:
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case "socket":
            with socket.socket(socket.AF_UNIX) as server:
                server.bind(str(path))
        case _:
            path.symlink_to(kind)


def test_a_folder_without_a_story_is_no_journey(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_bytes(b"")

    for name in ("none", "empty", "file", "a\0b"):
        with pytest.raises(JourneyNotFoundError):
            load(tmp_path / name)
    assert find(tmp_path) == []


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("folder", "no_file"),
        ("pipe", "no_file"),
        ("socket", "no_file"),
        ("/dev/zero", "no_file"),
        ("nowhere", "link_to_nothing"),
        (STORY, "link_to_nothing"),
        ("../other.yaml", "link_leads_out"),
    ],
)
def test_a_story_that_is_no_file_is_a_complaint_and_the_others_are_found(
    kind: str, code: str, tmp_path: Path
) -> None:
    sound = write(tmp_path)
    (tmp_path / "odd").mkdir()
    (tmp_path / "other.yaml").write_text(TOLD, "utf-8")
    place(tmp_path / "odd" / STORY, kind)

    assert find(tmp_path) == [tmp_path / "odd", sound]
    assert faults(tmp_path / "odd") == [(STORY, 0, "", code)]


def test_a_root_with_a_story_that_is_no_file_does_not_hide_what_lies_in_it(tmp_path: Path) -> None:
    sound = write(tmp_path)
    place(tmp_path / STORY, "pipe")

    assert find(tmp_path) == [tmp_path, sound]


def test_a_link_inside_the_folder_is_as_good_as_a_file(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / "data").mkdir()
    (folder / STORY).rename(folder / "data" / STORY)
    (folder / STORY).symlink_to(f"data/{STORY}")

    assert load(folder).id == "trip"


def test_a_linked_folder_has_the_name_of_the_link(tmp_path: Path) -> None:
    write(tmp_path).rename(tmp_path / "release-7")
    (tmp_path / "trip").symlink_to("release-7")

    assert name_of(tmp_path / "trip") == load(tmp_path / "trip").id == "trip"


@pytest.mark.parametrize("target", ["nowhere", "odd"])
def test_a_folder_that_is_a_link_to_nothing_is_told(target: str, tmp_path: Path) -> None:
    (tmp_path / "odd").symlink_to(target)

    assert find(tmp_path) == [tmp_path / "odd"]
    assert faults(tmp_path / "odd") == [("odd", 0, "", "link_to_nothing")]


def test_a_folder_that_can_not_be_looked_into_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = write(tmp_path)
    (tmp_path / "shut").mkdir()
    (tmp_path / "lost+found").mkdir()
    closed(monkeypatch, "shut", "lost+found")

    assert find(tmp_path) == [tmp_path / "shut", sound]
    assert faults(tmp_path / "shut") == [("shut", 0, "", "closed_folder")]


def test_a_root_that_can_not_be_looked_into_is_no_empty_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed(monkeypatch, tmp_path.name)

    with pytest.raises(NotReadError) as caught:
        find(tmp_path)
    assert (caught.value.path, caught.value.reason) == (str(tmp_path), os.strerror(errno.EACCES))


@pytest.mark.parametrize("root", ["nowhere", "file", "a\0b"])
def test_where_no_folder_is_no_journeys_are(root: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    assert find(tmp_path / root) == []


@pytest.mark.parametrize("name", ["My trip", "..trip", "a%b?c#d", "a\n\x1b[2J", "a\udcff", "a∕b"])
def test_a_folder_whose_name_is_no_id_is_told(name: str, tmp_path: Path) -> None:
    folder = write(tmp_path).rename(tmp_path / name)

    assert find(tmp_path) == [folder]
    assert [code for *_, code in faults(folder)] == ["folder_no_id"]


def test_the_keys_of_folders_are_ids_as_they_are_and_others_all_different() -> None:
    names = ["a\udcff", "a\\udcff", "a\\\\udcff", "a\n", "a\\n", "\u202ea", "Туман"]

    keys = [key_of(name) for name in names]

    assert key_of("silk-road") == "silk-road"
    assert len(set(keys)) == len(names)
    assert all(key.isprintable() and key.encode() for key in keys)


def test_a_name_too_long_for_the_disk_is_a_complaint(tmp_path: Path) -> None:
    folder = tmp_path / ("x" * 300)

    assert "closed_folder" in {code for *_, code in faults(folder)}
    reasons = {c.figures["reason"] for c in complaints(folder) if c.figures}
    assert reasons == {os.strerror(errno.ENAMETOOLONG)}


def test_a_story_that_may_not_be_read_is_a_complaint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    folder = write(tmp_path)
    monkeypatch.setattr(Path, "open", refuse)

    assert [(file, code) for file, *_, code in faults(folder)] == [
        (STORY, "unreadable"), (ROUTE, "unreadable"),
    ]  # fmt: skip


def test_a_route_that_is_a_folder_is_a_complaint(tmp_path: Path) -> None:
    folder = write(tmp_path, route=None)
    (folder / ROUTE).mkdir()

    assert faults(folder) == [(ROUTE, 0, "", "no_file")]


def test_a_pipe_in_place_of_a_file_is_a_complaint_and_not_waited_for(tmp_path: Path) -> None:
    folder = write(tmp_path, changed(("train", "jetpack")), route=None)
    os.mkfifo(folder / ROUTE)

    assert [(file, line) for file, line, *_ in faults(folder)] == [(STORY, 12), (ROUTE, 0)]


def test_a_link_that_leads_nowhere_is_a_complaint(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / TEACHING).symlink_to("nowhere")

    assert [file for file, *_ in faults(folder)] == [TEACHING]


def test_journeys_are_found_by_name(tmp_path: Path) -> None:
    folder = write(tmp_path)

    assert find(tmp_path) == find(folder) == [folder]


@pytest.mark.parametrize("name", ["journey.yml", "Journey.yaml", "JOURNEY.YML", "journey.yaml.txt"])
def test_a_journey_that_is_skipped_for_its_name_is_told(tmp_path: Path, name: str) -> None:
    write(tmp_path)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / name).write_text(TOLD, "utf-8")
    (tmp_path / "other" / "route.json").write_text("{}", "utf-8")

    (complaint,) = passed_over(tmp_path, find(tmp_path))

    assert (complaint.file, complaint.code) == (str(tmp_path / "other" / name), "file_passed_over")
    assert complaint.figures == {"name": STORY}
