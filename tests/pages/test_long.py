"""A journey of very many legs: what its page costs a leg, and that nothing of it is lost."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from journey import Track
from journey.pages import legs
from journey.pages.story import page as story_page
from journey.stage.chapters import LONG
from journey.words.wording import Wording
from tests.browsing import NAMED, PATIENCE
from tests.conftest import Data, amount, known, leg, place, track

ENGLISH = Wording("en")
FEW, MANY = LONG + 1, LONG + 101
BYTES, ELEMENTS = 2_000, 6  # that a leg adds to the page at the most
# The page says that more of it is still on its way.
COMING = "Object.defineProperty(document, 'readyState', { get: () => 'loading' });"


class _Count(HTMLParser):
    """How many elements there are."""

    count = 0

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.count += 1


def many(count: int, **first: Any) -> Track:
    """A journey of so many legs of alike lengths; the first has more."""
    places = [place(f"p{i}", 0, i / 100) for i in range(count + 1)]
    made: list[Data] = [
        leg(f"p{i}", f"p{i + 1}", duration=amount(2, "h"), **(first if i == 0 else {}))
        for i in range(count)
    ]
    return track(places=places, legs=made)


@pytest.fixture(scope="module")
def long() -> bytes:
    return story_page(many(MANY), ENGLISH)


def test_a_leg_more_costs_the_page_few_bytes_and_elements(long: bytes) -> None:
    found = []
    for content in (story_page(many(FEW), ENGLISH), long):
        counted = _Count()
        counted.feed(content.decode())
        found.append((len(content), counted.count))

    (size, count), (more, counts) = found
    assert 0 < more - size < BYTES * (MANY - FEW)
    assert 0 < counts - count <= ELEMENTS * (MANY - FEW)


def test_what_opens_the_stage_waits_for_no_step_and_for_nothing_that_is_told_later(
    long: bytes,
) -> None:
    text = long.decode()
    opener = text.index('id="journey-data"')

    assert opener < text.index("<li class=")
    assert opener < text.index('name="later"')


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"text": {"en": "They left. It was cold."}}, "They left. It was cold."),
        ({"unknown": [{"en": "The hour."}]}, "What we do not know: The hour."),
        ({"distance": amount(3, "km") + amount(4, "km")}, "3 km (assumed) or 4 km (assumed)"),
        ({"stops": [known(place="p1")]}, "P1 (assumed)"),
    ],
)
def test_all_that_is_told_of_a_leg_stands_in_the_roll(more: dict[str, Any], said: str) -> None:
    assert said in legs.table(many(FEW, **more), ENGLISH).striptags()


def test_each_item_picks_its_leg_and_can_be_linked_to() -> None:
    html = legs.table(many(FEW), ENGLISH)

    assert html.count("data-leg=") == html.count('id="leg-') == FEW


@pytest.mark.browser
def test_rows_of_very_many_legs_are_read_along(
    browser: Browser, long: bytes, tmp_path: Path
) -> None:
    with opened(browser, long, tmp_path) as page:
        page.evaluate("L.journey.map.journey.goTo('p250-p251')")

        row = page.locator("#told [data-told]")
        expect(row).to_contain_text("P250 – P251")
        expect(page.locator(".jm-card")).to_contain_text("2 hours")
        expect(row).to_be_in_viewport()
        page.evaluate("scrollBy(0, document.querySelector('#told li').offsetHeight)")
        expect(row).to_contain_text("P251 – P252")


@pytest.mark.browser
def test_a_leg_that_is_picked_before_all_of_it_has_come_is_told_once_it_has(
    browser: Browser, long: bytes, tmp_path: Path
) -> None:
    with opened(browser, long, tmp_path, COMING) as page:
        page.evaluate(
            "() => { const kept = [...document.getElementsByName('later')];"
            " kept.forEach((one) => one.remove());"
            " L.journey.map.journey.goTo('p250-p251');"
            " requestAnimationFrame(() => { document.body.append(...kept);"
            " document.dispatchEvent(new Event('DOMContentLoaded')); }); }"
        )

        expect(page.locator(".jm-card")).to_contain_text("2 hours")


@pytest.mark.browser
def test_faces_that_come_after_the_map_is_drawn_are_worn(
    browser: Browser, long: bytes, tmp_path: Path
) -> None:
    with opened(browser, long, tmp_path, COMING) as page:
        media = page.evaluate(
            "() => { const late = document.head.appendChild(document.createElement('style'));"
            " [late.media, late.dataset.held] = ['not all', ''];"
            " document.dispatchEvent(new Event('DOMContentLoaded')); return late.media; }"
        )

    assert media == ""


class opened:
    """The page from a disk, once all on it is drawn."""

    def __init__(self, browser: Browser, content: bytes, folder: Path, first: str = "") -> None:
        self.file = folder / "long.html"
        self.file.write_bytes(content)
        self.context = browser.new_context(
            viewport={"width": 1440, "height": 900}, reduced_motion="reduce"
        )
        self.context.set_default_timeout(PATIENCE)
        self.context.add_init_script(first)

    def __enter__(self) -> Page:
        page = self.context.new_page()
        page.goto(self.file.as_uri())
        page.locator(NAMED).wait_for(state="attached")
        return page

    def __exit__(self, *args: object) -> None:
        self.context.close()
