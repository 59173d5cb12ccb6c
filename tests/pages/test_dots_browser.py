"""Where the dot of a figure stands: behind its last word, on the same line, and not over it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from journey import Track
from journey.pages.story import page as story_page
from journey.words.wording import Wording
from tests.conftest import place, track

pytestmark = pytest.mark.browser

# How far, in px, each dot stands behind the words before it, and whether on their line.
BESIDE = """(within) => [...document.querySelectorAll(within)].map((dot) => {
  const words = document.createRange();
  words.selectNodeContents(dot.previousElementSibling);
  const last = [...words.getClientRects()].filter(({ width }) => width > 1).at(-1);
  const { left, top, bottom } = dot.getBoundingClientRect();
  return { gap: left - last.right, same: top < last.bottom && bottom > last.top };
})"""


@pytest.fixture
def shown(page: Page, tmp_path: Path) -> Callable[[Track], Page]:
    """The story page of a track, with the parts of its text in sight."""

    def opened(told: Track) -> Page:
        file = tmp_path / "story.html"
        file.write_bytes(story_page(told, Wording("en")))
        page.goto(file.as_uri())
        page.locator(".leg-by-leg").wait_for(state="attached")
        return page

    return opened


def test_a_dot_stands_behind_a_name_that_runs_from_right_to_left(
    shown: Callable[[Track], Page],
) -> None:
    names = [{**place(key, 0, n), "name": {"en": "محطة القاهرة"}} for n, key in enumerate("abc")]

    found = shown(track(places=names)).evaluate(BESIDE, ".fact .figure .mark")

    assert len(found) > 4
    assert [one for one in found if not (one["same"] and 0 < one["gap"] < 20)] == []
