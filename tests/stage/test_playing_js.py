"""How long it takes to play, in words."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import of_stage, scripted

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return scripted(browser, *of_stage("playing"))


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (3, "~10 seconds"),
        (39, "~40 seconds"),
        (52, "~1 minute"),
        (89, "~1 minute"),
        (110, "~2 minutes"),
        (1_000, "~17 minutes"),
    ],
)
def test_a_time_to_play_is_told_roughly(page: Page, seconds: float, said: str) -> None:
    call = "(s) => L.journey.playing(s * 1000, 'en-GB', { 'value.about': '~{value}' })"

    assert page.evaluate(call, seconds) == said


def test_in_brief_the_unit_is_short(page: Page) -> None:
    call = "() => L.journey.playing(110000, 'en-GB', { 'value.about': '{value}' }, true)"

    assert page.evaluate(call) in ("2 min", "2 mins")
