"""The scale in words, run in a browser without a map."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import of_stage, scripted

pytestmark = pytest.mark.browser

WORDS = {
    "map.scale": "{bar} of {width}",
    "map.scale_long": "{leg} is {times} of it",
    "map.scale_short": "{times} times {leg}",
}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return scripted(browser, *of_stage("width"))


Legs = dict[str, tuple[float, ...]]


def said(page: Page, width: float, legs: Legs | None = None, locale: str = "en-GB") -> str:
    """What is said of a picture ``width`` km wide; ``legs`` are the km at their fixes."""
    told = [{"name": name, "km": km} for name, km in (legs or {}).items()]
    found: dict[str, str] = page.evaluate(
        "([data, width]) => L.journey.width(data, width, '100 m')",
        [{"locale": locale, "words": WORDS, "legs": told}, width],
    )
    bar, _, across = found["said"].partition(" of ")
    assert bar.startswith("100 ")
    return "; ".join(filter(None, (across, found["than"])))


@pytest.mark.parametrize(
    ("width", "words"),
    [
        (0.0123, "12 m"),
        (0.5, "500 m"),
        (0.987, "990 m"),
        (1, "1 km"),
        (1.26, "1.3 km"),
        (84, "84 km"),
        (20_037.5, "20,000 km"),
    ],
)
def test_the_width_is_told_in_metres_or_kilometres_of_two_digits(
    page: Page, width: float, words: str
) -> None:
    assert said(page, width) == words


def test_the_width_is_told_in_its_language(page: Page) -> None:
    assert said(page, 5, locale="ru") == "5 км"


def test_from_near_the_longest_leg_is_so_many_screens(page: Page) -> None:
    assert said(page, 0.3, {"long": (0, 5, 801.9), "short": (801.9, 803.1)}) == (
        "300 m; long is 2,700 of it"
    )


def test_from_afar_the_screen_is_so_many_of_the_shortest_leg(page: Page) -> None:
    assert said(page, 1_200, {"long": (0, 801.9), "short": (801.9, 803.1)}) == (
        "1,200 km; 1,000 times short"
    )


def test_a_leg_counts_from_where_it_starts(page: Page) -> None:
    assert said(page, 10, {"far": (1_000, 1_050)}) == "10 km; far is 5 of it"


@pytest.mark.parametrize("width", [1.01, 1.5, 1.99])
def test_less_than_twice_is_no_comparison(page: Page, width: float) -> None:
    assert ";" not in said(page, width, {"alike": (0, 1)})
    assert ";" not in said(page, 1 / width, {"alike": (0, 1)})


@pytest.mark.parametrize(("width", "words"), [(2, "2 times leg"), (0.5, "leg is 2 of it")])
def test_twice_is_a_comparison(page: Page, width: float, words: str) -> None:
    assert said(page, width, {"leg": (0, 1)}).endswith(words)


def test_a_leg_of_no_length_is_compared_with_nothing(page: Page) -> None:
    assert said(page, 9, {"still": (3, 3)}) == "9 km"
    assert said(page, 9, {"still": (3, 3), "moving": (3, 6)}) == "9 km; 3 times moving"


@pytest.mark.parametrize(
    "name", ["$&", "$1 $$ $` $'", "{times}", "{width}", "{leg}", "<b>&amp;", "서울 → 부산"]
)
def test_a_leg_may_have_any_name(page: Page, name: str) -> None:
    assert said(page, 10, {name: (0, 50)}) == f"10 km; {name} is 5 of it"
    assert said(page, 10, {name: (0, 5)}) == f"10 km; 2 times {name}"


@pytest.mark.parametrize(
    ("km", "pixels", "length"),
    # A picture of 1,000 px: 120 of them are 120, 24, 6 and 0.12 km.
    [(1_000, 1_000, 100), (200, 1_000, 20), (50, 1_000, 5), (1, 1_000, 0.1)],
)
def test_a_bar_is_a_one_a_two_or_a_five_and_as_long_as_it_says(
    browser: Browser, km: float, pixels: float, length: float
) -> None:
    page = scripted(browser, *of_stage("scalebar"))

    bar = page.evaluate("([km, pixels]) => L.journey.scalebar(km, pixels, 120)", [km, pixels])

    assert bar == {"km": pytest.approx(length), "pixels": pytest.approx(length / km * pixels)}
