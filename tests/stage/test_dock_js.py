"""Which panels words keep clear of, in a browser without a map."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browsing import of_stage, scripted

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("style", ["display: none", "visibility: hidden"])
def test_a_panel_that_nobody_sees_is_in_the_way_of_nothing(style: str, browser: Browser) -> None:
    page = scripted(browser, *of_stage("dock"))

    found = page.evaluate(
        """(style) => {
            const dock = L.journey.dock(document.body);
            const [seen, hidden] = ["div", "div"].map((kind) => document.createElement(kind));
            [seen, hidden].forEach((one) => { one.style = "height: 40px"; });
            dock.put("seen", seen);
            dock.put("hidden", hidden);
            const before = dock.rects().length;
            hidden.style = `height: 40px; ${style}`;
            return [before, dock.rects().map(({ height }) => height)];
        }""",
        style,
    )
    page.close()

    assert found == [2, [40]]
