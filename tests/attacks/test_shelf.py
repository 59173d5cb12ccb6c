"""Shelves on which journeys are many, faulty, slow, or come and go, and their server."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree

import pytest

from journey.files.read import STORY
from journey.server.headers import PRIVATE, SHARED, UNKEPT
from tests.attacks.raw import ask
from tests.serving import Server, serve
from tests.shelves import put

LISTS = ("/stories", "/stories.json")
MISSING = ("/story/no-such", "/story/no-such.csv", "/oembed?url=/story/no-such")
READER = "journey.server.reader"
# Every Python that starts runs this first: who reads journeys waits for a file.
HOLD = f"""
import os, sys, time
while {READER!r} in sys.orig_argv and not os.path.exists(os.environ["FREE"]):
    time.sleep(0.05)
"""


@contextmanager
def held(root: Path, free: Path) -> Iterator[Server]:
    """A server that reads nothing ahead until ``free`` is there."""
    hold = free.parent / "hold"
    hold.mkdir()
    (hold / "sitecustomize.py").write_text(HOLD, "utf-8")
    try:
        with serve(JOURNEYS=str(root), PYTHONPATH=str(hold), FREE=str(free)) as server:
            yield server
    finally:
        free.touch()


def listed(server: Server) -> tuple[dict[str, str], int]:
    """The titles in the list by id, and how many journeys are still to be read."""
    found = json.loads(ask(server, "/stories.json").body)
    return {story["id"]: story["title"] for story in found["stories"]}, found.get("unread", 0)


def wait(until: Callable[[], bool]) -> None:
    """Wait for it; that it never comes is the only failure."""
    deadline = time.monotonic() + 300
    while not until():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_all_is_answered_while_journeys_are_still_to_be_read(tmp_path: Path) -> None:
    root, free = tmp_path / "root", tmp_path / "free"
    put(root, "a", legs=[])
    for name in ("b", "c", "d"):
        put(root, name)
    os.mkfifo(put(root, "pipe") / "route.geojson")

    with held(root, free) as server:
        wait(lambda: listed(server) == ({"b": "A test"}, 3))  # The page that is shown first.
        early = {path: ask(server, path) for path in (*LISTS, *MISSING)}
        title = json.loads(ask(server, "/oembed?url=/story/d").body)["title"]
        free.touch()
        wait(lambda: listed(server) == (dict.fromkeys("bcd", "A test"), 0))
        late = {path: ask(server, path).one("cache-control") for path in LISTS}

    assert [early[path].status for path in (*LISTS, *MISSING)] == [200, 200, 404, 404, 404]
    assert {early[path].one("cache-control") for path in LISTS} == {UNKEPT}
    assert title == "A test"
    assert late == {"/stories": SHARED, "/stories.json": PRIVATE}


def test_journeys_that_change_come_and_go_are_seen_while_the_server_runs(tmp_path: Path) -> None:
    put(tmp_path, "a")
    put(tmp_path, "b")

    with serve(JOURNEYS=str(tmp_path)) as server:
        wait(lambda: listed(server) == ({"a": "A test", "b": "A test"}, 0))
        put(tmp_path, "a", title="Another")
        put(tmp_path, "c")
        rmtree(tmp_path / "b")
        wait(lambda: listed(server) == ({"a": "Another", "c": "A test"}, 0))
        statuses = [ask(server, f"/story/{name}").status for name in "ab"]
        put(tmp_path, "c", legs=[])
        wait(lambda: listed(server) == ({"a": "Another"}, 0))
        wait(lambda: ask(server, "/story/c").status == 404)

    assert statuses == [200, 404]


def test_a_journey_that_breaks_while_it_is_served_is_shown_as_it_was(tmp_path: Path) -> None:
    folder, log = put(tmp_path / "all", "a", title="Whole"), tmp_path / "log"

    with serve(log=log, JOURNEYS=str(tmp_path / "all")) as server:
        wait(lambda: b"Whole" in ask(server, "/story/a").body)
        whole = (folder / STORY).read_bytes()
        (folder / STORY).write_bytes(whole[: len(whole) // 2])
        wait(lambda: str(folder) in log.read_text())
        kept = b"Whole" in ask(server, "/story/a").body, listed(server)
        put(tmp_path / "all", "a", title="Mended")
        wait(lambda: b"Mended" in ask(server, "/story/a").body)

    assert kept == (True, ({"a": "Whole"}, 0))


def readers(server: int) -> list[int]:
    """The processes that read journeys for that of the server."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            parent = (process / "stat").read_text().rpartition(")")[2].split()[1]
            command = (process / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if int(parent) == server and READER.encode() in command:
            found.append(int(process.name))
    return found


def runs(process: int) -> bool:
    """Whether the process still does anything."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


@pytest.mark.skipif(not Path("/proc").exists(), reason="the system does not tell of processes")
def test_who_reads_ahead_ends_with_a_server_that_is_killed(tmp_path: Path) -> None:
    root, free = tmp_path / "root", tmp_path / "free"
    put(root, "a")
    put(root, "b")

    with held(root, free) as server:
        wait(lambda: bool(readers(server.pid)))
        (reader,) = readers(server.pid)
        os.kill(server.pid, signal.SIGKILL)
    wait(lambda: not runs(reader))

    assert not readers(server.pid)
