"""Elements with texts of an author, in a browser and without a map."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import of_stage, scripted

pytestmark = pytest.mark.browser

HAIFA = "חיפה"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return scripted(browser, *of_stage("element", "fill"))


def made(page: Page, text: str) -> list[str]:
    """The language and the direction of an element with that text."""
    found: list[str] = page.evaluate(
        "(text) => { const { lang, dir } = L.journey.element('p', '', text); return [lang, dir]; }",
        text,
    )
    return found


def test_a_text_of_another_language_has_that_and_its_direction(page: Page) -> None:
    page.evaluate("(texts) => L.journey.tongues.know([['he', 'rtl', texts]])", ["GPS, ואז רכבת"])

    assert made(page, "GPS, ואז רכבת") == ["he", "rtl"]
    assert made(page, "Train") == ["", ""]


def test_a_text_with_letters_from_right_to_left_has_the_direction_of_its_first(page: Page) -> None:
    assert made(page, HAIFA) == ["", "auto"]
    assert made(page, "다리") == ["", ""]


def test_a_name_in_a_sentence_stands_isolated(page: Page) -> None:
    filled = page.evaluate("(name) => L.journey.fill('{name}: {km}', {name, km: 3})", HAIFA)

    # First strong isolate and pop directional isolate (Unicode Standard Annex 9, 2.4).
    assert filled == f"\u2068{HAIFA}\u2069: 3"
