from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import expect

from journey.exports.together import files
from journey.pages.story import page as page_of
from journey.track.track import Track
from journey.words.wording import Wording
from tests.conftest import Viewer, taught, track
from tests.pages.presenting import at

pytestmark = pytest.mark.browser


def test_the_page_in_another_language_opens_at_the_same_moment(
    viewer: Viewer, tmp_path: Path
) -> None:
    found = track(languages=["en", "de"], title={"en": "A test", "de": "Ein Test"})
    for name, make in files([found]):
        if name.endswith(".html"):
            (tmp_path / name).write_bytes(make())
    page = viewer().new_page()
    page.goto(f"{(tmp_path / 'test.en.html').as_uri()}#leg=b-c")

    page.locator("#stage #tools").get_by_role("link", name="Deutsch").click()

    expect(page).to_have_title("Ein Test")
    assert page.url.endswith("test.de.html#leg=b-c")


def test_a_lesson_opens_in_another_language_at_the_same_step_with_its_answer(
    viewer: Viewer, tmp_path: Path
) -> None:
    title = {"en": "A test", "de": "Ein Test"}
    for name, make in files([track(languages=["en", "de"], title=title, teaching=taught())]):
        if name.endswith(".html"):
            (tmp_path / name).write_bytes(make())
    page = viewer().new_page()
    page.goto(f"{(tmp_path / 'test.en.html').as_uri()}#step=3")
    at(page, 3)
    page.keyboard.press("r")

    page.locator(".cl-bar").get_by_role("link", name="Deutsch").click()

    expect(page).to_have_title("Ein Test")
    at(page, 3)
    assert page.url.endswith("test.de.html#step=3&told=1")


def test_no_place_is_named_twice_in_a_language_that_spells_it_otherwise(
    viewer: Viewer, handcar: Track, tmp_path: Path
) -> None:
    (tmp_path / "a.html").write_bytes(page_of(handcar, Wording("ru")))
    page = viewer().new_page()
    page.goto(f"{(tmp_path / 'a.html').as_uri()}#leg=bus-to-vladivostok&view=43.1,131.9,9")
    page.locator("[data-named]").wait_for(state="attached")

    named = Counter(page.locator(".jm-label:not(.jm-badge)").all_text_contents())

    assert named["Владивосток"] == 1
