"""The scale in words, run in a browser without a map."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import of_stage, scripted

pytestmark = pytest.mark.browser

WORDS = {
    "map.scale": "{width}",
    "map.scale_long": "{width}; {leg} is {times} of it",
    "map.scale_short": "{width}; {times} times {leg}",
}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return scripted(browser, *of_stage("width"))


Legs = dict[str, tuple[float, ...]]


def said(page: Page, width: float, legs: Legs | None = None, locale: str = "en-GB") -> str:
    """What is said of a screen ``width`` km wide; ``legs`` are the km at their fixes."""
    told = [{"name": name, "km": km} for name, km in (legs or {}).items()]
    found: str = page.evaluate(
        "([data, width]) => L.journey.width(data, width)",
        [{"locale": locale, "words": WORDS, "legs": told}, width],
    )
    return found


@pytest.mark.parametrize(
    ("width", "words"),
    [
        (0.0123, "12 metres"),
        (0.5, "500 metres"),
        (0.987, "990 metres"),
        (1, "1 kilometre"),
        (1.26, "1.3 kilometres"),
        (84, "84 kilometres"),
        (20_037.5, "20,000 kilometres"),
    ],
)
def test_the_width_is_told_in_metres_or_kilometres_of_two_digits(
    page: Page, width: float, words: str
) -> None:
    assert said(page, width) == words


def test_the_width_is_told_in_its_language(page: Page) -> None:
    assert said(page, 2, locale="ru") == "2 километра"
    assert said(page, 5, locale="ru") == "5 километров"


def test_from_near_the_longest_leg_is_so_many_screens(page: Page) -> None:
    assert said(page, 0.3, {"long": (0, 5, 801.9), "short": (801.9, 803.1)}) == (
        "300 metres; long is 2,700 of it"
    )


def test_from_afar_the_screen_is_so_many_of_the_shortest_leg(page: Page) -> None:
    assert said(page, 1_200, {"long": (0, 801.9), "short": (801.9, 803.1)}) == (
        "1,200 kilometres; 1,000 times short"
    )


def test_a_leg_counts_from_where_it_starts(page: Page) -> None:
    assert said(page, 10, {"far": (1_000, 1_050)}) == "10 kilometres; far is 5 of it"


@pytest.mark.parametrize("width", [1.01, 1.5, 1.99])
def test_less_than_twice_is_no_comparison(page: Page, width: float) -> None:
    assert ";" not in said(page, width, {"alike": (0, 1)})
    assert ";" not in said(page, 1 / width, {"alike": (0, 1)})


@pytest.mark.parametrize(("width", "words"), [(2, "2 times leg"), (0.5, "leg is 2 of it")])
def test_twice_is_a_comparison(page: Page, width: float, words: str) -> None:
    assert said(page, width, {"leg": (0, 1)}).endswith(words)


def test_a_leg_of_no_length_is_compared_with_nothing(page: Page) -> None:
    assert said(page, 9, {"still": (3, 3)}) == "9 kilometres"
    assert said(page, 9, {"still": (3, 3), "moving": (3, 6)}) == "9 kilometres; 3 times moving"


@pytest.mark.parametrize(
    "name", ["$&", "$1 $$ $` $'", "{times}", "{width}", "{leg}", "<b>&amp;", "서울 → 부산"]
)
def test_a_leg_may_have_any_name(page: Page, name: str) -> None:
    assert said(page, 10, {name: (0, 50)}) == f"10 kilometres; {name} is 5 of it"
    assert said(page, 10, {name: (0, 5)}) == f"10 kilometres; 2 times {name}"
