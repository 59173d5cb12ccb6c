"""The page as pupils have it: what it tells only once an answer is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browsing import until
from tests.conftest import Viewer
from tests.pages.presenting import at, do, go, present
from tests.pages.test_story_browser import Watched, drawn, watching

PUPILS = "#pupil=1"
# Steps of the shipped lesson (teaching.yaml): what asks how long the ride by train took, and how
# fast it was, which are all guesses that are asked of it.
TRAIN = (3, 5)


@pytest.fixture
def pupil(room: BrowserContext, file: Path) -> Page:
    """The shipped journey from a disk, as a pupil opens it."""
    return Watched(room, file.as_uri() + PUPILS).page


def facts(page: Page) -> Locator:
    """What the card tells of the leg that is chosen."""
    return page.locator(".jm-card .jm-facts").first


def test_the_page_says_which_of_the_two_it_is_and_only_pupils_have_answers_held_back(
    room: BrowserContext, file: Path
) -> None:
    pupils, others = (Watched(room, file.as_uri() + end).page for end in (PUPILS, ""))

    expect(pupils.locator("#held")).to_be_visible()
    expect(pupils.locator("#answers")).to_be_visible()
    expect(pupils.locator("#text > h2")).to_be_hidden()
    expect(others.locator("#held")).to_be_hidden()
    expect(others.locator("#answers")).to_be_hidden()
    expect(others.locator("#text > h2")).to_be_visible()


def test_the_evidence_waits_until_it_is_asked_for(pupil: Page) -> None:
    pupil.locator("#answers").click()

    expect(pupil.locator("#text h2").first).to_be_hidden()
    expect(pupil.locator("#text > h2")).to_be_visible()
    expect(pupil.locator("#held")).to_be_visible()


def test_a_leg_is_told_once_all_that_is_asked_of_it_is_answered(pupil: Page) -> None:
    do(pupil, "pick", 0)
    expect(facts(pupil)).to_be_hidden()

    present(pupil)
    for step in TRAIN:
        go(pupil, step)
        pupil.keyboard.press("r")
    assert pupil.locator("#told .mode-train.held").count() == 0

    expect(pupil.locator("#told .mode-handcar.held").first).to_be_attached()
    assert pupil.evaluate("document.documentElement.classList.contains('held-chosen')") is False


def test_no_time_of_a_leg_that_is_asked_about_stands_on_the_map_or_in_the_timeline(
    pupil: Page,
) -> None:
    hushed = pupil.evaluate("[...L.journey.map.journey.stage.now().hushed]")

    # Train, handcar and the bus to Vladivostok (teaching.yaml); the time of the first bus is told.
    assert hushed == [0, 2, 3]


def test_no_figure_that_is_asked_for_is_read_in_the_text(pupil: Page) -> None:
    seen = pupil.evaluate(
        "[...document.querySelectorAll('#told p[data-basis]')]"
        ".filter((one) => getComputedStyle(one).visibility === 'visible')"
        ".map((one) => one.closest('li').className)"
    )

    # Nothing of the first bus is guessed in a step.
    assert seen == ["mode-bus", "mode-bus"]


def test_what_is_held_back_leaves_no_empty_room_in_the_timeline(viewer: Viewer, file: Path) -> None:
    page = Watched(viewer(), file.as_uri() + PUPILS).page
    until(page, "document.querySelector('.jm-hushes')")

    strip = page.locator(".jm-strip").bounding_box()
    blocks = page.locator(".jm-equal").bounding_box()

    assert strip
    assert blocks
    # As much above the blocks as below them, about.
    assert strip["y"] + strip["height"] - blocks["y"] - blocks["height"] <= 16


def test_on_a_phone_the_blocks_lie_right_above_the_button_that_starts(
    viewer: Viewer, file: Path
) -> None:
    phone = watching(viewer(viewport={"width": 390, "height": 844}))
    page = Watched(phone, file.as_uri() + PUPILS).page
    until(page, "document.querySelector('.jm-hushes')")

    start = page.locator(".jm-start").bounding_box()
    blocks = page.locator(".jm-equal").bounding_box()

    assert start
    assert blocks
    assert 0 <= start["y"] - blocks["y"] - blocks["height"] <= 16


def test_the_page_is_loaded_anew_where_its_address_becomes_that_of_the_other(pupil: Page) -> None:
    pupil.evaluate("location.hash = ''")

    expect(pupil.locator("#held")).to_be_hidden()
    drawn(pupil)
    assert pupil.evaluate("'pupil' in document.documentElement.dataset") is False


@pytest.mark.parametrize("size", [(1024, 768), (320, 640)])
def test_the_lesson_begins_where_teachers_read(
    viewer: Viewer, file: Path, size: tuple[int, int]
) -> None:
    around = {"width": size[0], "height": size[1]}
    page = Watched(watching(viewer(viewport=around)), file.as_uri()).page

    way = page.locator(".teachers .present")
    box = way.bounding_box()
    way.click()

    at(page, 1)
    assert box
    assert box["height"] >= 44
