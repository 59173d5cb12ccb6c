from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from journey.dashboard import content, startup
from journey.files.read import STORY
from journey.server import assets, journeys, preview
from journey.server.addresses import PUBLIC
from tests.serving import PROJECT
from tests.shelves import copied


class Idle(Executor):
    """Makes nothing."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        return Future()


def drawn(folder: Path, *, files: bool = False) -> bool:
    """Whether all that the page shows of a journey is made, or its files."""
    edition = journeys.edition(folder)
    if files:
        return content.file_sizes.later(Idle(), edition, "en") is not None
    plain = (
        preview.picture, assets.journey_script, assets.journey_words, content.head_html,
        content.told,
    )  # fmt: skip
    return None not in [make.later(Idle(), edition, "en") for make in plain]


@pytest.fixture
def several(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Two journeys without faults, after one with."""
    monkeypatch.setenv("JOURNEYS", str(tmp_path))
    (copied(tmp_path, "a") / STORY).write_text("id: [", "utf-8")
    return [copied(tmp_path, name) for name in "bc"]


def test_the_page_of_the_first_sound_journey_is_made_while_the_server_serves(
    background: ThreadPoolExecutor, several: list[Path]
) -> None:
    free = Event()
    background.submit(free.wait, 60)

    startup.prepare()
    at_once = [drawn(folder) for folder in several]
    free.set()
    background.submit(lambda: None).result()  # What was to be made before it has been made.

    assert at_once == [False, False]
    assert [drawn(folder) for folder in several] == [True, False]
    assert [drawn(folder, files=True) for folder in several] == [True, False]


def test_folium_is_imported_before_the_server_serves() -> None:
    program = """
import sys
from journey.dashboard import content, startup
from journey.files.read import STORY
before = "folium" in sys.modules
content.BACKGROUND.submit = lambda _: None
startup.prepare()
print(before, "folium" in sys.modules)
"""

    told = subprocess.run([sys.executable, "-c", program], capture_output=True, cwd=PROJECT)

    assert told.stdout.split() == [b"False", b"True"]
    assert told.stderr == b""


def test_what_is_wrongly_configured_ends_the_server_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(PUBLIC, "maps.example")

    with pytest.raises(SystemExit) as caught:
        startup.check()

    assert str(caught.value.code).startswith(f"{PUBLIC}: 'maps.example' ")


def test_what_is_well_configured_lets_it_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PUBLIC, "https://maps.example")

    startup.check()
