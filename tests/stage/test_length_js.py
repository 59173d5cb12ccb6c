"""How the browser tells lengths of times and ways, without a map."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from journey.words import lengths
from journey.words.wording import Wording, languages
from tests.browsing import of_stage, scripted
from tests.lengths import COARSE, COUNTED, DAY, HOUR, MINUTE, YEAR

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return scripted(browser, *of_stage("length"))


def tell(page: Page, seconds: float, total: float, locale: str = "en-GB", finest: float = 0) -> str:
    found: str = page.evaluate(
        "([s, total, locale, finest]) => L.journey.length.teller(locale, total)(s, finest)",
        [seconds, total, locale, finest],
    )
    return found


def test_the_browser_counts_times_as_the_table_has_it(page: Page) -> None:
    told = [tell(page, seconds, whole) for seconds, whole, _ in COUNTED]

    assert told == [words for _, _, words in COUNTED]


@pytest.mark.parametrize("language", languages())
def test_the_browser_counts_times_as_python_does(page: Page, language: str) -> None:
    wording = Wording(language)
    wholes = [5.0 * 1.9**n for n in range(36)]  # from seconds to millennia
    cases = [(part * whole, whole) for whole in wholes for part in (0.21, 0.5, 0.999, 1)]

    told = page.evaluate(
        """([locale, cases]) => cases.map(([seconds, whole]) =>
          L.journey.length.teller(locale, whole)(seconds))""",
        [wording.locale, cases],
    )

    assert told == [wording.counts(lengths.counted(*case)) for case in cases]


@pytest.mark.parametrize(
    ("total", "nothing"),
    [(5, "0 seconds"), (39 * HOUR, "0 minutes"), (20 * DAY, "0 hours"), (40 * YEAR, "0 years")],
)
def test_the_start_is_told_in_the_smallest_unit(page: Page, total: float, nothing: str) -> None:
    assert tell(page, 0, total) == nothing


@pytest.mark.parametrize(
    ("total", "full"),
    [(9 * MINUTE, "60 seconds"), (39 * HOUR, "60 minutes"), (20 * DAY, "24 hours")],
)
def test_no_unit_is_told_where_the_larger_one_is_full(page: Page, total: float, full: str) -> None:
    words = page.evaluate(
        """(total) => { const tell = L.journey.length.teller("en-GB", total);
        return Array.from({length: 4001}, (_, i) => tell(i / 4000 * total)); }""",
        total,
    )

    assert [word for word in words if word.endswith(full)] == []


@pytest.mark.parametrize(("seconds", "total", "finest", "words"), COARSE)
def test_nothing_is_told_finer_than_it_is_known(
    page: Page, seconds: float, total: float, finest: float, words: str
) -> None:
    assert tell(page, seconds, total, finest=finest) == words


def test_a_length_of_time_is_told_in_its_language(page: Page) -> None:
    assert tell(page, 39 * HOUR, 39 * HOUR, "ko") == "39시간"


@pytest.mark.parametrize(
    ("km", "total", "words"),
    [
        (0.014, 0.014, "14 m"),
        (0.5, 0.9, "500 m"),
        (0.5, 1, "0.5 km"),
        (2.14, 8.4, "2.1 km"),
        (2.14, 99, "2.1 km"),
        (2.14, 101, "2 km"),
        (1_115.9, 1_115.9, "1,116 km"),
    ],
)
def test_a_way_is_told_in_the_unit_of_the_whole(
    page: Page, km: float, total: float, words: str
) -> None:
    said = page.evaluate("([km, total]) => L.journey.length.way('en-GB', total)(km)", [km, total])

    assert said == words
