"""Folders that are no journeys, beside one that is: no viewer of that one notices."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest

from journey.files.folder import key_of
from journey.files.read import STORY
from tests.attacks.raw import ask, visit
from tests.conftest import HANDCAR
from tests.crowd import Run, arrived
from tests.serving import Server, serve

# Names that no id can be, each of a folder that holds a whole journey otherwise.
NAMES = (
    "No id", "-odd", "..odd", "con.", "a%2e", "a?b#c", "a∕b", "a\\b", "b\udcff", "c\n\x1b[2J",
    "\u202etxt", "<b>x", "x" * 255,
)  # fmt: skip
# What may stand in the place of a story: a link to somewhere, unless it is one of these.
PLACES = ("folder", "pipe", "nowhere", STORY, "/dev/zero", f"../handcar-2021/{STORY}")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped journey among folders that are none."""
    root = tmp_path_factory.mktemp("journeys")
    shutil.copytree(HANDCAR, root / "handcar-2021")
    for name in NAMES:
        shutil.copytree(HANDCAR, root / name)
    for number, kind in enumerate(PLACES):
        path = root / f"odd-{number}" / STORY
        path.parent.mkdir()
        if kind == "folder":
            path.mkdir()
        elif kind == "pipe":
            os.mkfifo(path)
        else:
            path.symlink_to(kind)
    (root / "odd-link").symlink_to("nowhere")
    (root / "odd-loop").symlink_to("odd-loop")
    return root


@pytest.fixture(scope="module")
def odd(root: Path, log: Path) -> Iterator[Server]:
    """A dashboard of that folder."""
    with serve(log=log, JOURNEYS=os.fspath(root)) as running:
        yield running


def keys(root: Path) -> list[str]:
    """What the folders are called that are none."""
    return [key_of(name) for name in os.listdir(root) if name != "handcar-2021"]


async def opened(server: Server, *links: str) -> list[tuple[Run, bool]]:
    """How the page runs for viewers who come by those links, and whether they see a stage."""
    found = []
    for link in links:
        async with arrived(server.url) as viewer:
            run = await viewer.page(link)
            found.append((run, bool(viewer.stage)))
    return found


def test_the_dashboard_shows_the_journey_to_everybody(odd: Server) -> None:
    first, linked = asyncio.run(opened(odd, "", "journey=handcar-2021"))

    assert (first[0].fault, linked[0].fault, linked[1]) == ("", "", True)


def test_who_opens_a_folder_that_is_none_gets_a_page_without_a_stage(
    odd: Server, root: Path
) -> None:
    links = [urlencode({"journey": key}) for key in keys(root)]

    found = asyncio.run(opened(odd, *links))

    assert len(found) == len(NAMES) + len(PLACES) + 2
    assert [(run.fault, staged) for run, staged in found] == [("", False)] * len(found)


def test_the_list_has_the_journey_alone(odd: Server) -> None:
    visit(odd)

    stories = json.loads(ask(odd, "/stories.json").body)["stories"]

    assert [story["id"] for story in stories] == ["handcar-2021"]
    assert ask(odd, "/story/handcar-2021").status == 200


def test_folders_that_are_none_are_served_at_no_address(odd: Server, root: Path) -> None:
    wanted = {quote(name, safe="") for key in keys(root) for name in (key, key + ".kml")}
    wanted |= {quote(os.fsencode(name), safe="") for name in NAMES}

    found = {name: ask(odd, f"/story/{name}").status for name in wanted}

    assert set(found.values()) == {404}


def test_the_log_has_no_traceback_and_nothing_that_steers_a_terminal(
    odd: Server, log: Path, root: Path
) -> None:
    asyncio.run(opened(odd, *(urlencode({"journey": key}) for key in keys(root))))

    said = log.read_text("utf-8")

    assert "http" in said
    assert "Traceback" not in said
    assert all(character.isprintable() or character == "\n" for character in said)


def test_a_server_that_is_stopped_ends_without_a_traceback(root: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    with serve(log=log, JOURNEYS=os.fspath(root)) as running:
        os.kill(running.pid, signal.SIGINT)
        os.waitid(os.P_PID, running.pid, os.WEXITED | os.WNOWAIT)

    assert "Traceback" not in log.read_text("utf-8")
