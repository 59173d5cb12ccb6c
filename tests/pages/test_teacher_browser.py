"""The teacher's notes in a window of their own, in a real Chromium."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from journey import Track
from tests.browsing import rest, until
from tests.pages.presenting import ENGLISH, act, at, from_server, go, notes_of, present, steps_of
from tests.pages.test_story_browser import Watched
from tests.serving import Server

pytestmark = pytest.mark.browser


def noted(room: BrowserContext, page: Page, number: int) -> Page:
    """The window of the notes, opened at that step of what is presented."""
    go(page, number)
    return notes_of(room, page)


def test_either_window_steers_both(room: BrowserContext, lesson: Watched, handcar: Track) -> None:
    page, steps = lesson.page, steps_of(handcar)
    notes = noted(room, page, 2)
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
    notes = noted(room, lesson.page, 3)

    found = Axe().run(notes)

    assert found.violations_count == 0, found.generate_report()
    style = "getComputedStyle(document.querySelector('.cl-teacher')).maxWidth"
    assert notes.evaluate(style) == "960px"
    assert notes.locator("meta[name=viewport]").count() == 1  # On a phone it is no wider.


def test_the_keys_are_told_of_all_buttons_together_and_of_none_again(lesson: Watched) -> None:
    row = lesson.page.get_by_role("navigation", name=ENGLISH.say("class.bar"))

    expect(row).to_have_attribute("title", ENGLISH.say("class.keys"))
    expect(row.locator("[title]")).to_have_count(0)


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


def test_the_notes_stay_when_the_page_that_opened_them_is_loaded_anew(
    room: BrowserContext, either: Watched
) -> None:
    page = either.page
    present(page)
    notes = noted(room, page, 4)
    began = page.evaluate("JSON.parse(sessionStorage['handcar.lesson.handcar-2021']).began")
    room.set_offline(False)

    page.reload()
    at(page, 4)
    page.keyboard.press("PageDown")
    at(page, 5)
    rest(notes, 2)

    at(notes, 5)
    notes.keyboard.press("PageUp")
    at(page, 4)
    assert page.evaluate("JSON.parse(sessionStorage['handcar.lesson.handcar-2021']).began") == began
    page.keyboard.press("n")
    rest(page)
    assert len(room.pages) == 2
    with notes.expect_event("close"):
        page.keyboard.press("Escape")
    assert either.errors == []


@pytest.mark.parametrize("anew", [False, True])
def test_notes_that_are_loaded_anew_are_filled_again(
    room: BrowserContext, file: Path, server: Server, anew: bool
) -> None:
    """Also those that were opened before the page was ``anew``."""
    found = from_server(room, file, server)
    page = found.page
    present(page)
    notes = noted(room, page, 4)
    room.set_offline(False)
    if anew:
        page.reload()
        at(page, 4)
        rest(notes, 2)

    notes.reload()

    def filled(_: object) -> bool:
        rest(page, 1)
        return notes.locator("[data-step='4']").count() == 1

    until(page, filled)
    notes.keyboard.press("PageDown")
    at(page, 5)
    assert len(room.pages) == 2
    assert found.errors == []


@pytest.mark.parametrize("anew", [False, True])
def test_notes_that_cannot_be_filled_again_are_closed_and_it_is_said_how_to_open_them(
    room: BrowserContext, lesson: Watched, anew: bool
) -> None:
    """From a disk, also those that were opened before the page was ``anew``."""
    page = lesson.page
    notes = notes_of(room, page)
    if anew:
        page.reload()
        at(page, 1)
        rest(notes, 2)
    expect(page.locator(".cl-amiss")).to_be_empty()

    with notes.expect_event("close"):
        notes.reload(wait_until="commit")
        rest(page, 2)
    expect(page.locator(".cl-amiss")).not_to_be_empty()

    at(notes_of(room, page), 1)
    expect(page.locator(".cl-amiss")).to_be_empty()
    assert lesson.errors == []


def test_the_notes_go_with_the_page_that_opened_them(room: BrowserContext, lesson: Watched) -> None:
    notes = notes_of(room, lesson.page)

    with notes.expect_event("close"):
        lesson.page.close()
        rest(notes, 2)

    assert notes.is_closed()


def test_notes_without_an_answer_say_so_until_there_is_one(
    room: BrowserContext, lesson: Watched
) -> None:
    page, notes = lesson.page, notes_of(room, lesson.page)
    status = notes.get_by_role("status")
    expect(status).to_be_empty()

    page.evaluate("location.href = 'about:blank'")
    page.wait_for_url("about:blank")
    rest(notes, 6)
    expect(status).not_to_be_empty()
    page.go_back()
    at(page, 1)
    rest(notes, 2)

    expect(status).to_be_empty()
    at(notes, 1)


def test_neither_window_hears_what_is_none_of_their_words(
    room: BrowserContext, lesson: Watched
) -> None:
    page = lesson.page
    notes = noted(room, page, 4)
    strange = [
        None, 7, "on", {"deed": "on"}, {"lesson": "other", "deed": "on", "number": 0},
        {"lesson": "handcar-2021", "deed": "constructor", "number": 0},
        {"lesson": "handcar-2021", "deed": "call", "number": "2"},
    ]  # fmt: skip
    told = [None, "x", {"lesson": "handcar-2021", "step": 99, "began": 1}]

    # The right words from a window that is neither's; then odd ones from the right window.
    page.evaluate("postMessage({lesson: 'handcar-2021', step: 0, began: 0}, '*')")
    notes.evaluate("postMessage({lesson: 'handcar-2021', step: 0, began: 0}, '*')")
    notes.evaluate("(all) => all.forEach((one) => opener.postMessage(one, '*'))", strange)
    page.evaluate("addEventListener('message', ({source}) => { window.child = source; })")
    rest(notes, 2)
    until(page, "window.child")
    page.evaluate("(all) => all.forEach((one) => child.postMessage(one, '*'))", told)
    rest(notes, 2)

    at(page, 4)
    at(notes, 4)
    assert lesson.errors == []


def test_the_clock_of_the_notes_is_set_back(room: BrowserContext, lesson: Watched) -> None:
    notes = notes_of(room, lesson.page)
    room.clock.run_for(600_000)
    expect(notes.locator("[data-seconds]")).to_have_attribute(
        "data-seconds", re.compile(r"^6\d\d$")
    )

    act(notes, "restart").click()

    expect(notes.locator("[data-seconds]")).to_have_attribute(
        "data-seconds", re.compile(r"^\d\d?$")
    )


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
