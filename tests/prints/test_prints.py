from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from journey import Journey, Track
from journey.basemap.layers import Layers, shipped
from journey.prints.prints import PRINTS
from journey.words.wording import Wording
from tests.conftest import taught, told, track
from tests.pages.test_cards import FULL, HOSTILE, poisoned

ENGLISH = Wording("en")
DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def printed(handcar: Track) -> dict[str, str]:
    """The prints of the journey that the project ships."""
    return {name: one.make(handcar, ENGLISH, shipped(), DAY) for name, one in PRINTS.items()}


def small(name: str, found: Track) -> str:
    """The print of a journey without a base map."""
    return PRINTS[name].make(found, ENGLISH, Layers({}), DAY)


@pytest.mark.parametrize("name", PRINTS)
def test_a_print_is_light_and_needs_nothing_else(name: str, printed: dict[str, str]) -> None:
    foreign = r"<(?:script|link|img|iframe|object)|@import|url\((?!#|data:)"

    assert len(printed[name].encode()) < 400_000
    assert re.findall(foreign, printed[name]) == []


@pytest.mark.parametrize("name", PRINTS)
def test_all_that_a_print_says_is_its_main_part(name: str, printed: dict[str, str]) -> None:
    assert re.search(r"<body><main><.*></main></body>", printed[name], re.DOTALL)


@pytest.mark.parametrize("name", PRINTS)
def test_a_print_says_what_it_is_and_numbers_its_pages(name: str, printed: dict[str, str]) -> None:
    called = ENGLISH.say(PRINTS[name].label)

    style = printed[name].partition("<style>")[2].partition("</style>")[0]

    assert f'@page{{@bottom-left{{content:"{called}"}}}}' in style
    assert 'content: counter(page) " / " counter(pages)' in style


@pytest.mark.parametrize("name", ["sheet", "evidence"])
def test_whose_the_map_is_stands_below_it(name: str, printed: dict[str, str]) -> None:
    osm = '<a href="https://www.openstreetmap.org/copyright">© OpenStreetMap contributors</a>, ODbL'
    for words in ("GSHHG (Wessel", osm, "GeoNames, CC BY 4.0"):
        assert words in printed[name]


@pytest.mark.parametrize("name", PRINTS)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_makes_no_tag(name: str, text: str) -> None:
    data = poisoned(told(teaching=taught()), text)

    html = small(name, Track.of(Journey.model_validate(data)))

    assert not any(tag in html for tag in ("<script", "<img", "<!--"))


@pytest.mark.browser
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_out_as_text(browser: Browser, text: str) -> None:
    data = poisoned({**FULL, **told(teaching=taught(), story=FULL["story"])}, text)
    data["sources"] = FULL["sources"]
    found = Track.of(Journey.model_validate(data))
    page = browser.new_page()

    for name in PRINTS:
        page.set_content(small(name, found))

        assert page.locator("script, img, [onload], [onerror]").count() == 0
        assert text in (page.locator("body").text_content() or "")
    page.close()


@pytest.fixture
def paper(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


# Width and height in px of 1/96 inch, less the margins of the sheet.
SHEETS = {"A4": (794 - 113, 1123 - 102), "Letter": (816 - 113, 1056 - 102)}
LONG = "".join("abcdefghijklmnopqrst"[i % 20] for i in range(600))


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


@pytest.mark.browser
@pytest.mark.parametrize("sheet", SHEETS)
def test_the_pupils_sheet_has_two_pages_on_either_sheet(
    paper: Page, printed: dict[str, str], sheet: str
) -> None:
    paper.set_content(printed["sheet"])
    assert pages(paper.pdf(format=sheet)) == 2

    # Where nothing is asked, room for notes ends with the page.
    paper.set_content(small("sheet", track()))
    assert pages(paper.pdf(format=sheet)) == 1


@pytest.mark.browser
@pytest.mark.parametrize(("name", "most"), [("evidence", 5), ("key", 3)])
@pytest.mark.parametrize("sheet", SHEETS)
def test_what_goes_with_the_pupils_sheet_is_short(
    name: str, most: int, sheet: str, paper: Page, printed: dict[str, str]
) -> None:
    paper.set_content(printed[name])

    assert 2 < pages(paper.pdf(format=sheet)) <= most


@pytest.mark.browser
def test_a_leg_of_few_claims_stays_on_one_page_with_its_name(
    paper: Page, printed: dict[str, str]
) -> None:
    breaks = "all => all.map(one => [one.rows.length, getComputedStyle(one).breakInside])"

    paper.set_content(printed["evidence"])
    legs = dict(paper.locator("tbody.leg").evaluate_all(breaks))

    assert min(legs) <= 8 < max(legs)
    assert legs == {rows: "avoid" if rows <= 8 else "auto" for rows in legs}


@pytest.mark.browser
@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("name", PRINTS)
def test_nothing_is_wider_than_the_sheet(
    paper: Page, printed: dict[str, str], name: str, sheet: str
) -> None:
    width, height = SHEETS[sheet]
    paper.set_viewport_size({"width": width, "height": height})
    paper.emulate_media(media="print")

    for html in (printed[name], small(name, wordy())):
        paper.set_content(html)
        assert paper.evaluate("document.documentElement.scrollWidth") <= width


def wordy() -> Track:
    """A journey all of whose texts are a word of 600 letters."""
    data = poisoned({**FULL, **told(teaching=taught(), story=FULL["story"])}, LONG)
    data["sources"] = FULL["sources"]
    return Track.of(Journey.model_validate(data))


@pytest.mark.browser
def test_in_colours_of_ones_own_what_is_drawn_stays_on_paper(
    paper: Page, printed: dict[str, str]
) -> None:
    ground = "all => all.map((one) => getComputedStyle(one).backgroundColor)"
    paper.set_content(printed["sheet"])

    paper.emulate_media(forced_colors="active", color_scheme="dark")
    drawn = paper.locator("svg:not(svg svg)").evaluate_all(ground)
    page = paper.locator("body").evaluate_all(ground)

    paper.emulate_media(forced_colors="none", color_scheme="light")
    assert set(drawn) == {"rgb(255, 255, 255)"}
    assert page == ["rgb(0, 0, 0)"]


@pytest.mark.browser
def test_opening_a_print_asks_for_nothing(
    paper: Page, printed: dict[str, str], tmp_path: Path
) -> None:
    asked: list[str] = []
    paper.on("request", lambda request: asked.append(request.url))
    files = [tmp_path / f"{name}.html" for name in PRINTS]

    for file in files:
        file.write_text(printed[file.stem], "utf-8")
        paper.goto(file.as_uri())

    assert asked == [file.as_uri() for file in files]


@pytest.mark.parametrize("name", PRINTS)
def test_a_journey_without_teaching_has_all_prints(name: str) -> None:
    assert ENGLISH.pick(track().journey.title) in small(name, track())
