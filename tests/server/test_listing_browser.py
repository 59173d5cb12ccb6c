from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.serving import Server

pytestmark = pytest.mark.browser

# The words of titles that stand in two lines.
TORN = """() => [...document.querySelectorAll("h2 a")].flatMap(({ firstChild: text }) =>
  [...text.data.matchAll(/\\S+/g)].filter((word) => {
    const range = document.createRange();
    range.setStart(text, word.index);
    range.setEnd(text, word.index + word[0].length);
    return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1;
  }).map(([word]) => word))"""


@pytest.mark.parametrize("width", [320, 390])
def test_no_word_of_a_korean_title_is_torn_beside_its_picture(
    page: Page, server: Server, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 640})

    page.goto(f"{server.url}stories?lang=ko")

    assert page.locator("h2 a").count() >= 3
    assert page.evaluate(TORN) == []
