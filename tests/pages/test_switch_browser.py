from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from journey.commands import _made
from journey.exports.formats import FORMATS
from journey.words.wording import Wording
from tests.conftest import Viewer, track


def test_the_page_in_another_language_opens_at_the_same_moment(
    viewer: Viewer, tmp_path: Path
) -> None:
    found = track(languages=["en", "de"], title={"en": "A test", "de": "Ein Test"})
    for code in ("en", "de"):
        made = _made(found, Wording(code), FORMATS["html"])
        (tmp_path / f"test.{code}.html").write_bytes(made)
    page = viewer().new_page()
    page.goto(f"{(tmp_path / 'test.en.html').as_uri()}#leg=b-c")

    page.locator("#stage #tools").get_by_role("link", name="Deutsch").click()

    expect(page).to_have_title("Ein Test")
    assert page.url.endswith("test.de.html#leg=b-c")
