"""The address of a story page while it plays, in a real Chromium."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from journey.words.wording import Wording
from tests.browsing import NAMED, rest

ENGLISH = Wording("en")
WRITINGS = """() => {
    window.written = { pushState: 0, replaceState: 0 };
    Object.keys(window.written).forEach((name) => {
        const own = history[name].bind(history);
        history[name] = (...more) => { window.written[name] += 1; own(...more); };
    });
}"""

pytestmark = pytest.mark.browser


@pytest.fixture
def playing(page: Page, file: Path) -> Page:
    """The story page, playing from half of the train ride on; what it writes is counted."""
    page.goto(f"{file.as_uri()}#leg=train&at=50&pacing=truth")
    page.locator(NAMED).wait_for(state="attached")
    rest(page)
    page.evaluate(WRITINGS)
    page.evaluate("L.journey.map.journey.stage.act(L.journey.actions.run)")
    return page


def test_while_it_plays_the_address_says_where_one_is(playing: Page) -> None:
    rest(playing, 5)

    found = re.search(r"leg=train&at=([\d.]+)", playing.url)
    assert found is not None
    # Five of the 32 seconds that the train takes in true time; the last one may not be told yet.
    assert 4 / 32 <= float(found[1]) / 100 - 0.5 <= 5.2 / 32


def test_playing_is_no_step_of_history_and_writes_once_a_second(playing: Page) -> None:
    before = playing.evaluate("history.length")

    rest(playing, 10)

    written = playing.evaluate("window.written")
    assert written["pushState"] == 0
    assert 8 <= written["replaceState"] <= 11
    assert playing.evaluate("history.length") == before


def test_where_it_is_halted_is_told_soon(playing: Page) -> None:
    rest(playing, 2.5)
    playing.evaluate("L.journey.map.journey.stage.act(L.journey.actions.pause)")
    rest(playing, 0.5)

    part = playing.evaluate("L.journey.map.journey.stage.now().at.part")
    expect(playing).to_have_url(re.compile(rf"at={round(part * 1000) / 10:g}\b"))
