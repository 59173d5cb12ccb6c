from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from journey.dashboard import content, startup
from journey.server import assets, journeys
from journey.server.addresses import PUBLIC
from journey.server.cache import Cache
from tests.conftest import HANDCAR


class Idle(Executor):
    """Makes nothing."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        return Future()


@pytest.fixture
def background(monkeypatch: pytest.MonkeyPatch) -> Iterator[ThreadPoolExecutor]:
    """What makes things in the background, and a cache that holds nothing yet."""
    with ThreadPoolExecutor(1) as executor:
        monkeypatch.setattr(content, "BACKGROUND", executor)
        monkeypatch.setattr(journeys, "CACHE", Cache())
        yield executor


def test_all_that_a_viewer_asks_for_is_made_before_the_first_one_comes(
    background: ThreadPoolExecutor,
) -> None:
    startup.prepare()

    edition = journeys.edition(HANDCAR)
    for make in (
        assets.journey_script, content.page_html, content.credit_html, content.cards_html,
        content.figures_html, content.diagram_html,
    ):  # fmt: skip
        assert make.later(Idle(), edition, "en") is not None
    background.submit(lambda: None).result()  # What was to be made before it has been made.
    assert content.file_sizes.later(Idle(), edition, "en") is not None


def test_a_journey_that_cant_be_shown_does_not_keep_the_others_from_it(
    background: ThreadPoolExecutor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a-broken").mkdir()
    (tmp_path / "a-broken" / "journey.yaml").write_text("id: [", "utf-8")
    shutil.copytree(HANDCAR, tmp_path / "handcar-2021")
    monkeypatch.setenv("JOURNEYS", str(tmp_path))

    startup.prepare()

    edition = journeys.edition(tmp_path / "handcar-2021")
    assert content.page_html.later(Idle(), edition, "en") is not None


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
