"""The journey beside yardsticks, in a real Chromium."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.pages.presenting import act, do, go
from tests.pages.test_story_browser import Watched

pytestmark = pytest.mark.browser

PANEL = "section:has(> [data-act=shut])"


def come(page: Page) -> float:
    """How many km the companion has come, as the panel tells."""
    line = page.locator("[data-km]")
    expect(line).not_to_be_empty()
    return float(line.get_attribute("data-km") or "")


def test_a_companion_runs_on_the_same_clock_and_has_its_line(lesson: Watched) -> None:
    page = lesson.page
    go(page, 9)
    page.keyboard.press("c")
    act(page, "pick").first.click()
    assert come(page) == 0

    # A fifth of half an hour at 5 km/h; half of the kilometre of the way.
    do(page, "seek", {"leg": 2, "part": 0.2})

    expect(page.locator("[data-km='0.5']")).to_be_visible()
    expect(page.locator(".cl-ghost-dot")).to_be_visible()
    expect(page.locator(".jm-strip .beside line:visible")).not_to_have_count(0)
    page.keyboard.press("c")
    expect(page.locator(f".cl-ghost, .jm-strip .beside line:visible, {PANEL}")).to_have_count(0)
    assert lesson.errors == []


def test_a_yardstick_whose_time_is_not_known_can_not_run(lesson: Watched) -> None:
    lesson.page.keyboard.press("c")

    items = lesson.page.locator(f"{PANEL} li")
    expect(items.filter(has=act(lesson.page, "pick"))).to_have_count(3)
    expect(items.filter(has_not=act(lesson.page, "pick"))).to_have_count(1)


def test_it_compares_without_presenting_too(room: BrowserContext, file: Path) -> None:
    found = Watched(room, file.as_uri())
    act(found.page, "compare").click()
    act(found.page, "pick").nth(1).click()
    expect(act(found.page, "pick").nth(1)).to_have_attribute("aria-pressed", "true")

    # Half of 32 hours at 15 km/h.
    do(found.page, "seek", {"leg": 0, "part": 0.5})

    expect(found.page.locator("[data-km='240']")).to_be_visible()
    act(found.page, "shut").click()
    expect(found.page.locator(PANEL)).to_have_count(0)
    assert found.quiet(file.as_uri())
