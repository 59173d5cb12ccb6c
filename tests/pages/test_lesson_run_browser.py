"""A whole lesson, start to end: by keyboard, clicker and touch, with a reload in the middle."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, expect

from journey.track.track import Track
from tests.conftest import Viewer
from tests.pages.presenting import (
    ROOM,
    Opener,
    act,
    at,
    from_disk,
    from_server,
    go,
    guess,
    present,
    steps_of,
    words,
)
from tests.pages.test_story_browser import watching
from tests.serving import Server

pytestmark = pytest.mark.browser

# The step at which the page is loaded anew, after its answer: how fast the train was.
RELOADED = 5
GUESSED, HOURS = 3, 20


class Means(NamedTuple):
    """What a teacher has in hand: how they present, go on, and turn the screen black and back."""

    size: tuple[int, int]
    begin: Callable[[Page], None]
    on: Callable[[Page], None]
    dark: str | None = None


def touched(page: Page) -> None:
    page.locator(".teachers .present").tap()


def pressed(key: str) -> Callable[[Page], None]:
    return lambda page: page.keyboard.press(key)


def tapped(page: Page) -> None:
    act(page, "on").tap()


MEANS = {
    "keyboard": Means(ROOM, present, pressed("ArrowRight"), "b"),
    "clicker": Means(ROOM, present, pressed("PageDown"), "."),
    "touch": Means((390, 844), touched, tapped),
}


def blacken(page: Page, key: str) -> None:
    """A moment of quiet."""
    page.keyboard.press(key)
    expect(page.locator(".cl-black")).to_be_visible()
    page.keyboard.press(key)
    expect(page.locator(".cl-black")).to_be_hidden()


def run(page: Page, means: Means, of: Track, reload: Callable[[], None]) -> None:
    """Go through all steps, each question first and then its answer."""
    for number, (_, question) in enumerate(steps_of(of), 1):
        if number > 1:
            means.on(page)
        at(page, number)
        if number == GUESSED:
            guess(page, HOURS)
            words(page).focus()  # The lesson has the keys again.
        if question:
            expect(words(page)).to_have_attribute("data-told", "false")
            means.on(page)
            expect(words(page)).to_have_attribute("data-told", "true")
        if number == RELOADED:
            reload()
            at(page, number)
            expect(words(page)).to_have_attribute("data-told", "true")
            if means.dark:
                blacken(page, means.dark)


@pytest.mark.parametrize(
    ("way", "opened"),
    [("keyboard", from_server), ("clicker", from_disk), ("touch", from_disk)],
)
def test_a_lesson_runs_from_start_to_end_also_when_it_is_loaded_anew(
    viewer: Viewer, file: Path, server: Server, handcar: Track, way: str, opened: Opener
) -> None:
    means = MEANS[way]
    around = {"width": means.size[0], "height": means.size[1]}
    touch = means.begin is touched
    context = watching(viewer(viewport=around, has_touch=touch, reduced_motion="reduce"))
    found = opened(context, file, server)
    page = found.page

    def reload() -> None:
        context.set_offline(False)
        page.reload()

    means.begin(page)
    run(page, means, handcar, reload)

    expect(page.locator("[data-kind=closing]")).to_be_visible()
    page.go_back()
    at(page, len(steps_of(handcar)) - 1)
    # What was guessed is still there, until the lesson is left.
    go(page, GUESSED)
    expect(page.locator(".cl-mark")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(words(page)).to_have_count(0)
    assert page.evaluate("sessionStorage.length") == 0
    assert found.errors == []
