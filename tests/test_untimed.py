"""A journey of one leg of which nothing is known but its ends, in every view."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from markupsafe import Markup
from playwright.sync_api import Browser, expect

from journey import Track
from journey.basemap.layers import shipped
from journey.pages import diagram
from journey.pages.legs import table
from journey.pages.story import page
from journey.prints.prints import PRINTS
from journey.stage.wire import wire
from journey.words.wording import Wording
from tests.browsing import DRAWN, PATIENCE
from tests.conftest import amount, leg, track

ENGLISH = Wording("en")
ALONE = track(legs=[leg("a", "b")])
TIMED = track(legs=[leg("a", "b", duration=amount(2, "h"))])


def views(of: Track) -> dict[str, str]:
    return {
        "table": table(of, ENGLISH),
        "story": page(of, ENGLISH).decode(),
        **{
            name: one.make(of, ENGLISH, shipped(), date(2026, 11, 23))
            for name, one in PRINTS.items()
        },
    }


def headings(html: str) -> list[str]:
    """What each heading says, and what stands between it and the next one."""
    return re.split(r"<h[2-6][^>]*>", html)[1:]


def test_a_distance_is_drawn_over_time_only_where_a_time_is_known() -> None:
    assert diagram.section(ALONE, ENGLISH) == ""
    assert "<svg" in diagram.section(TIMED, ENGLISH)


@pytest.mark.parametrize(("of", "parts"), [(ALONE, 0), (TIMED, 2)])
def test_the_evidence_has_a_timeline_and_a_diagram_only_of_times(of: Track, parts: int) -> None:
    html = views(of)["evidence"]

    drawn = re.findall(r"<section class=[\"']?whole", html)
    assert len(drawn) == parts


def test_no_view_has_an_empty_section() -> None:
    for name, html in views(ALONE).items():
        body = html.partition("<body")[2] or html
        for section in headings(re.sub(r"(?s)<(script|style).*?</\1>", "", body)):
            inside = Markup(section.partition("</h")[2].partition("<h")[0]).striptags()
            assert re.search(r"\w", inside), (name, section[:80])


def test_no_view_bounds_a_time_that_nobody_knows() -> None:
    told = views(ALONE)
    data = str(wire(ALONE, ENGLISH)["legs"])

    assert told
    for html in (*told.values(), data):
        words = Markup(re.sub(r"(?s)<(script|style).*?</\1>", "", html)).striptags()
        assert not re.search(r"\b0 (?:s|min|h|d|seconds|minutes|hours|days)\b", words)


def test_no_row_tells_once_more_that_the_time_is_not_known() -> None:
    assert ("row-speed" in table(ALONE, ENGLISH), "row-speed" in table(TIMED, ENGLISH)) == (
        False, True,
    )  # fmt: skip


def test_one_mode_alone_has_no_share(handcar: Track) -> None:
    assert ("%" in table(ALONE, ENGLISH), "%" in table(handcar, ENGLISH)) == (False, True)


@pytest.mark.browser
def test_the_stage_offers_a_diagram_only_of_times(browser: Browser, tmp_path: Path) -> None:
    opened = browser.new_page()
    opened.set_default_timeout(PATIENCE)
    for of, offered in ((ALONE, 0), (TIMED, 1)):
        file = tmp_path / f"{offered}.html"
        file.write_bytes(page(of, ENGLISH))
        opened.goto(file.as_uri())
        opened.locator(DRAWN).wait_for(state="attached")

        named = opened.get_by_label(ENGLISH.say("strip.diagram"), exact=True)
        expect(named).to_have_count(offered)
        expect(opened.locator(".jm-pacings")).to_have_count(1)
