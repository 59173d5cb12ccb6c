"""The teacher's notes in a window of their own, in a real Chromium."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, expect

from journey import Track
from tests.browsing import rest
from tests.pages.presenting import ENGLISH, act, at, go, notes_of, present, steps_of
from tests.pages.test_story_browser import Watched, drawn

pytestmark = pytest.mark.browser


def test_either_window_steers_both(room: BrowserContext, lesson: Watched, handcar: Track) -> None:
    page, steps = lesson.page, steps_of(handcar)
    go(page, 2)
    notes = notes_of(room, page)
    expect(notes.locator("body")).to_contain_text(ENGLISH.pick(steps[1][0].notes or {}))
    expect(notes.locator("body")).to_contain_text(ENGLISH.pick(steps[2][0].text))

    notes.keyboard.press("PageDown")
    at(page, 3)
    at(notes, 3)
    expect(notes.locator("[data-basis]")).to_have_attribute("data-basis", "reported")
    act(notes, "back").click()
    at(page, 2)
    at(notes, 2)
    act(notes, "black").click()

    expect(page.locator(".cl-black")).to_be_visible()
    assert (lesson.errors, page.evaluate("forbidden")) == ([], [])


def test_the_notes_look_as_the_page_does_and_axe_finds_no_violation(
    room: BrowserContext, lesson: Watched
) -> None:
    go(lesson.page, 3)
    notes = notes_of(room, lesson.page)

    found = Axe().run(notes)

    assert found.violations_count == 0, found.generate_report()
    style = "getComputedStyle(document.querySelector('.cl-teacher')).maxWidth"
    assert notes.evaluate(style) == "960px"


def test_the_notes_tell_the_time_that_has_gone(room: BrowserContext, lesson: Watched) -> None:
    notes = notes_of(room, lesson.page)
    gone = notes.locator("[data-seconds]")
    before = int(gone.get_attribute("data-seconds") or "")

    lesson.page.clock.run_for(61_000)

    after = int(gone.get_attribute("data-seconds") or "")
    assert 61 <= after - before <= 120


def test_closing_the_notes_harms_nothing_and_they_open_again(
    room: BrowserContext, lesson: Watched
) -> None:
    notes_of(room, lesson.page).close()
    lesson.page.keyboard.press("ArrowRight")
    at(lesson.page, 2)
    rest(lesson.page)

    again = notes_of(room, lesson.page)

    at(again, 2)
    assert lesson.errors == []


def test_notes_that_are_loaded_anew_close_and_can_be_opened_again(
    room: BrowserContext, lesson: Watched
) -> None:
    notes = notes_of(room, lesson.page)

    with notes.expect_event("close"):
        notes.evaluate("setTimeout(() => location.reload(), 0)")

    at(notes_of(room, lesson.page), 1)
    assert lesson.errors == []


@pytest.mark.parametrize("end", ["reload", "close"])
def test_the_notes_go_with_the_page_that_opened_them(
    room: BrowserContext, lesson: Watched, end: str
) -> None:
    notes = notes_of(room, lesson.page)
    with notes.expect_event("close"):
        getattr(lesson.page, end)()

    assert notes.is_closed()
    if end == "reload":
        drawn(lesson.page)
        present(lesson.page)
        at(notes_of(room, lesson.page), 1)
    assert lesson.errors == []


@pytest.mark.parametrize("open_", ["() => null", "() => { throw new Error('no'); }"])
def test_where_no_window_opens_the_notes_stand_in_a_panel(
    room: BrowserContext, file: Path, handcar: Track, open_: str
) -> None:
    room.add_init_script(f"window.open = {open_}")
    found = Watched(room, file.as_uri())
    present(found.page)

    found.page.keyboard.press("n")

    panel = found.page.get_by_role("complementary")
    expect(panel.locator("> p")).not_to_be_empty()
    found.page.keyboard.press("ArrowRight")
    expect(panel).to_contain_text(ENGLISH.pick(steps_of(handcar)[1][0].notes or {}))
    found.page.keyboard.press("n")
    expect(panel).to_have_count(0)
    assert found.quiet(file.as_uri())
