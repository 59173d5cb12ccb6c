"""The stage in a browser that lacks what others have, in a real Chromium."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from journey.pages.story import page
from journey.words.wording import Wording
from tests.browsing import PATIENCE
from tests.conftest import amount, leg, track

pytestmark = pytest.mark.browser

LACKING = {
    "no canvas": "HTMLCanvasElement.prototype.getContext = () => null",
    "no list of faces": "Object.defineProperty(document, 'fonts', {value: undefined})",
}


@pytest.mark.parametrize("lack", LACKING.values(), ids=LACKING)
def test_the_stage_opens_with_its_names_and_plays(
    browser: Browser, lack: str, tmp_path: Path
) -> None:
    file = tmp_path / "story.html"
    legs = [leg("a", "b", duration=amount(3, "h")), leg("b", "c", duration=amount(1, "h"))]
    file.write_bytes(page(track(legs=legs), Wording("en")))
    shown = browser.new_page()
    shown.set_default_timeout(PATIENCE)
    faults: list[str] = []
    shown.on("pageerror", lambda fault: faults.append(str(fault)))
    shown.add_init_script(lack)

    shown.goto(file.as_uri())
    shown.locator("[data-named]").wait_for(state="attached")
    shown.locator(".jm-start").click()

    expect(shown.locator(".jm-begun")).to_have_count(1)
    assert shown.locator(".jm-outer").count() == 2
    told = shown.locator(".jm-base-failed").all_text_contents()
    lacks = Wording("en").say("map.not_drawn")
    assert told == ([lacks] if lack == LACKING["no canvas"] else [])
    assert faults == []
    shown.close()
