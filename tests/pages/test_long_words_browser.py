"""The story page and the prints where an author's words have no end, in a real Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from journey.basemap.layers import shipped
from journey.pages.story import page
from journey.prints.prints import PRINTS
from journey.words.wording import Wording
from tests.browsing import PATIENCE
from tests.conftest import amount, asked, known, leg, place, taught, track

pytestmark = pytest.mark.browser

ENGLISH = Wording("en")
LONG = {"en": "Donaudampfschifffahrt" * 29}  # 609 letters and no space
# px within a sheet of A4 in portrait at 96 to the inch, 15 mm of margin at each side.
PAPER = (680, 962)
# What reaches beyond the window, but for the canvas, which is larger than the map on purpose.
BEYOND = """
() => [...document.querySelectorAll("body *:not(canvas, svg *)")]
  .filter((one) => getComputedStyle(one).visibility !== "hidden")
  .map((one) => [one.tagName, one.getBoundingClientRect()])
  .filter(([, box]) => box.width && (box.right > innerWidth + 1 || box.left < -1))
  .map(([name, box]) => `${name} ${Math.round(box.left)} to ${Math.round(box.right)}`)
"""
TRACK = track(
    title=LONG,
    summary=LONG,
    places=[place(key, 50, 8 + n) | {"name": LONG} for n, key in enumerate("abc")],
    legs=[
        leg("a", "b", name=LONG, text=LONG, unknown=[LONG], duration=amount(3, "h")),
        leg("b", "c", name=LONG, duration=[known(value=3, unit="h", reason=LONG)]),
    ],
    sources=[{"id": "s", "title": LONG["en"], "publisher": LONG["en"]}],
    teaching=taught(content_note=LONG, questions=[asked(text=LONG, answer=LONG)], steps=[]),
)


def open_at(page: Page, file: Path, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(file.as_uri())


@pytest.fixture
def looked(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    yield page
    page.close()


@pytest.mark.parametrize("size", [(1440, 900), (390, 844), (320, 640)])
def test_on_the_story_page_a_word_of_600_letters_stays_in_its_box(
    looked: Page, size: tuple[int, int], tmp_path: Path
) -> None:
    file = tmp_path / "story.html"
    file.write_bytes(page(TRACK, ENGLISH))

    open_at(looked, file, size)
    looked.locator("[data-drawn]").wait_for(state="attached")
    looked.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")

    assert looked.locator(".jm-outer").count() == 2
    assert looked.evaluate(BEYOND) == []


@pytest.mark.parametrize("name", PRINTS)
def test_on_paper_a_word_of_600_letters_stays_in_its_box(
    looked: Page, name: str, tmp_path: Path
) -> None:
    file = tmp_path / "print.html"
    file.write_text(PRINTS[name].make(TRACK, ENGLISH, shipped(), date(2026, 11, 26)), "utf-8")
    looked.emulate_media(media="print")

    open_at(looked, file, PAPER)

    assert looked.evaluate("document.documentElement.scrollWidth") == PAPER[0]
    assert looked.evaluate(BEYOND) == []
