"""What a board tells the browser, and what the browser makes of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from journey.dashboard import board
from journey.words import catalogue
from journey.words.wording import Wording
from tests.pseudo import LEFTWARD, catalogues

RUN = """async ([script, data]) => {
    const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    const { default: board } = await import(address);
    board({ data, parentElement: document.body, setTriggerValue: () => {} });
    return [document.documentElement.lang, document.documentElement.dir];
}"""


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the head of the page tells the browser in a language that runs from right to left."""
    found: dict[str, Any] = {}
    monkeypatch.setattr(catalogue, "CATALOGUES", catalogues(tmp_path))
    catalogue.sound.cache_clear()
    monkeypatch.setattr(board, "_component", lambda: lambda **kept: found.update(kept["data"]))
    board.head("<p></p>", Wording(LEFTWARD))
    monkeypatch.undo()
    catalogue.sound.cache_clear()
    return found


@pytest.mark.browser
def test_the_whole_page_runs_as_its_language_does(
    page: Page, told: dict[str, Any], tmp_path: Path
) -> None:
    script = board.script()
    (tmp_path / "page.html").write_text("<!doctype html>", "utf-8")
    page.goto((tmp_path / "page.html").as_uri())

    assert page.evaluate(RUN, [script, told]) == [LEFTWARD, "rtl"]
    assert page.evaluate(RUN, [script, {**told, "language": "en", "runs": None}]) == ["en", ""]
