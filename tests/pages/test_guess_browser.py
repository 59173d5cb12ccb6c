"""Guesses of a class, and the answers beside them, in a real Chromium."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from journey import Track
from journey.words.answers import answer, span
from tests.conftest import guessed
from tests.pages.presenting import ENGLISH, act, at, go, present, small, step, steps_of, words
from tests.pages.test_story_browser import Watched

pytestmark = pytest.mark.browser


def counted(page: Page, number: int) -> None:
    expect(page.locator("[data-guesses]")).to_have_attribute("data-guesses", str(number))


def test_nonsense_is_told_and_loses_nothing(lesson: Watched) -> None:
    page = lesson.page
    go(page, 3)
    field, message = page.locator(".cl-field"), words(page).get_by_role("status")
    field.fill("30")
    field.press("Enter")
    counted(page, 1)

    for text in ("many", "", "<img src=x onerror=alert(1)>", "-3", "99999"):
        field.fill(text)
        act(page, "add").click()
        fault = "class.guess_off" if text in ("-3", "99999") else "class.guess_unread"
        expect(message).to_have_attribute("data-fault", fault)
        expect(message).not_to_be_empty()
        expect(field).to_have_attribute("aria-invalid", "true")

    counted(page, 1)
    expect(page.locator(".cl-mark")).to_have_count(1)
    at(page, 3)


def test_guesses_come_by_slider_by_number_and_by_hands_and_stay(lesson: Watched) -> None:
    page = lesson.page
    go(page, 3)
    page.locator(".cl-slider").fill("20")
    act(page, "add").click()
    act(page, "raise").nth(2).click(click_count=2)
    page.locator(".cl-slider").focus()
    page.keyboard.press("+")
    expect(page.locator(".cl-field")).to_have_value("21")

    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowRight")

    counted(page, 3)
    expect(page.locator(".cl-mark")).to_have_count(1)
    expect(page.locator(".cl-column")).to_have_count(1)
    act(page, "undo").click()
    counted(page, 2)


def test_the_answer_has_its_basis_and_a_range_is_a_range(lesson: Watched, handcar: Track) -> None:
    page, steps = lesson.page, steps_of(handcar)
    for number, basis in ((3, "reported"), (5, "derived"), (10, "reported"), (12, "assumed"),
                          (16, "assumed")):  # fmt: skip
        go(page, number)
        page.keyboard.press("r")

        question = steps[number - 1][1]
        assert question
        known, stands = span(question, handcar), answer(question, handcar, ENGLISH)
        assert known
        assert stands
        fact = words(page).locator("[data-basis]")
        expect(fact).to_have_attribute("data-basis", basis)
        expect(fact.locator("strong")).to_have_text(stands.said)
        expect(fact.locator(f".jm-mark-{basis}")).to_be_visible()
        drawn = page.locator(".cl-answer")
        expect(drawn).to_have_count(1)
        arms = str(drawn.get_attribute("d")).count("M")
        assert arms == (1 if known.low == known.high else 3), number


@pytest.mark.parametrize(
    ("of", "unit", "on_map"),
    [("duration", "h", 0), ("distance", "km", 2), ("speed", "km/h", 0), ("direction", "deg", 2)],
)
def test_each_kind_of_guess_is_drawn_beside_its_answer(
    room: BrowserContext, tmp_path: Path, of: str, unit: str, on_map: int
) -> None:
    question = guessed(of, unit, leg="a-b", high=360 if of == "direction" else 100)
    url = small(
        tmp_path, questions=[question],
        steps=[step("question", question=f"guess-{of}", leg="a-b")],
    )  # fmt: skip
    found = Watched(room, url)
    present(found.page)
    found.page.locator(".cl-field").fill("45")
    found.page.locator(".cl-field").press("Enter")

    found.page.keyboard.press("ArrowRight")

    expect(found.page.locator(".cl-mark, .cl-ray")).to_have_count(1)
    expect(found.page.locator(".cl-answer")).to_have_count(1)
    expect(found.page.locator(".cl-onmap")).to_have_count(on_map)
    found.page.keyboard.press("Escape")
    expect(found.page.locator(".cl-onmap")).to_have_count(0)
    assert found.quiet(url)


def test_what_nobody_knows_has_no_figure_and_no_basis(room: BrowserContext, tmp_path: Path) -> None:
    question = guessed("duration", "h", leg="b-c")
    url = small(tmp_path, questions=[question], steps=[step("question", question="guess-duration")])
    found = Watched(room, url)
    present(found.page)

    found.page.keyboard.press("ArrowRight")

    expect(found.page.locator(".cl-said")).not_to_be_empty()
    expect(found.page.locator("[data-basis], .cl-answer")).to_have_count(0)
    assert found.quiet(url)
