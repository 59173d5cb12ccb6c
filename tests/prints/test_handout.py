from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from journey import Journey, Track
from journey.basemap.layers import Layers, shipped
from journey.prints.handout import handout
from journey.words.wording import Wording
from tests.conftest import MENDED, known, taught, told, track
from tests.pages.test_cards import FULL, HOSTILE, poisoned

ENGLISH = Wording("en")
DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def printed(handcar: Track) -> str:
    """The handout of the journey that the project ships."""
    return handout(handcar, ENGLISH, shipped(), DAY)


def small(found: Track) -> str:
    """The handout of a journey without a base map."""
    return handout(found, ENGLISH, Layers({}), DAY)


def test_the_handout_is_light(printed: str) -> None:
    assert len(printed.encode()) < 400_000


def test_the_handout_needs_nothing_else(printed: str) -> None:
    foreign = r"<(?:script|link|img|iframe|object)|@import|url\((?!#|data:)"

    assert re.findall(foreign, printed) == []


def test_the_handout_has_all_its_parts_in_order(printed: str) -> None:
    keys = (
        *("handout.timeline", "handout.claims", "claim.unknown", "page.story", "teach.words"),
        *("page.sources", "handout.questions", "handout.key"),
    )

    found = [printed.index(f"<h2>{ENGLISH.say(key)}</h2>") for key in keys]

    assert found == sorted(found)


def test_the_map_says_whose_it_is(printed: str) -> None:
    for words in ("GSHHG (Wessel", "© OpenStreetMap contributors, ODbL 1.0", "GeoNames, CC BY 4.0"):
        assert words in printed
    assert 'href="https://www.openstreetmap.org/copyright"' in printed


def test_a_journey_without_teaching_has_a_handout_without_a_key() -> None:
    html = small(track())

    assert ENGLISH.say("handout.claims") in html
    assert ENGLISH.say("handout.room") in html
    assert ENGLISH.say("handout.stamp") not in html


def test_the_day_of_the_journey_stands_on_paper() -> None:
    day = known(at="2021-02-25", note={"en": "By their letters."})

    html = small(track(day=[day]))

    assert ENGLISH.day(date(2021, 2, 25)) in html
    assert "By their letters." in html


def test_corrections_stand_with_their_dates() -> None:
    mended = small(track(corrections=[MENDED]))

    assert f"{ENGLISH.day(DAY)}: A name mended." in mended
    assert ENGLISH.say("page.corrections") in mended
    assert ENGLISH.say("page.corrections") not in small(track())


def test_an_author_is_named_among_the_sources() -> None:
    source = {"id": "s", "title": "T", "publisher": "P", "author": "A. Person", "published": 1889}

    assert "T. A. Person, P, 1889." in small(track(sources=[source]))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_makes_no_tag(text: str) -> None:
    data = poisoned(told(teaching=taught()), text)

    html = small(Track.of(Journey.model_validate(data)))

    assert not any(tag in html for tag in ("<script", "<img", "<!--"))


@pytest.mark.browser
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_out_as_text(browser: Browser, text: str) -> None:
    data = poisoned({**FULL, **told(teaching=taught(), story=FULL["story"])}, text)
    data["sources"] = FULL["sources"]
    page = browser.new_page()

    page.set_content(small(Track.of(Journey.model_validate(data))))

    assert page.locator("script, img, [onload], [onerror]").count() == 0
    assert text in (page.locator("body").text_content() or "")
    page.close()


@pytest.fixture
def paper(browser: Browser, printed: str) -> Iterator[Page]:
    page = browser.new_page()
    page.set_content(printed)
    yield page
    page.close()


# Width and height in px of 1/96 inch, less the margins of the sheet.
SHEETS = {"A4": (794 - 113, 1123 - 113), "Letter": (816 - 113, 1056 - 113)}


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


@pytest.mark.browser
@pytest.mark.parametrize("sheet", SHEETS)
def test_it_prints_on_either_sheet_in_about_ten_pages(paper: Page, sheet: str) -> None:
    pdf = paper.pdf(format=sheet)

    assert pdf.startswith(b"%PDF")
    # Fonts differ from machine to machine, and the room they take with them.
    assert 9 <= pages(pdf) <= 12


@pytest.mark.browser
@pytest.mark.parametrize("sheet", SHEETS)
def test_nothing_is_wider_than_the_sheet(paper: Page, sheet: str) -> None:
    width, height = SHEETS[sheet]
    paper.set_viewport_size({"width": width, "height": height})
    paper.emulate_media(media="print")

    assert paper.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.browser
def test_opening_it_asks_for_nothing(browser: Browser, printed: str, tmp_path: Path) -> None:
    file = tmp_path / "handout.html"
    file.write_text(printed, "utf-8")
    asked: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))

    page.goto(file.as_uri())

    assert asked == [file.as_uri()]
    page.close()
