"""How days, months and years are told, run in a browser without a map."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Browser, Page

from journey.words.wording import Wording
from tests.browsing import of_stage, scripted

pytestmark = pytest.mark.browser

ENGLISH = Wording("en")
WORDS = {key: ENGLISH.say(key) for key in ("leg.after", "leg.between", "leg.either", "clock.until")}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return scripted(browser, *of_stage("calendar"))


def seconds(day: str | None) -> float | None:
    """The midnight that began the day, in s since 1970."""
    return None if day is None else (date.fromisoformat(day) - date(1970, 1, 1)).days * 86_400


def tell(
    page: Page,
    early: str | None,
    late: str | None,
    grain: str = "day",
    on: float = 0,
    locale: str = "en-GB",
) -> str:
    """The days in words, moved on by a part of a day."""
    ends = [None if day is None else (seconds(day) or 0) + on * 86_400 for day in (early, late)]
    found: str = page.evaluate(
        "([words, days, grain, locale]) => L.journey.calendar(locale, words)(days, grain)",
        [WORDS, ends, grain, locale],
    )
    return found


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("1805-04-07", "7 Apr 1805"),
        ("1492-10-12", "12 Oct 1492"),
        ("0629-08-01", "1 Aug 629"),
        ("0099-12-31", "31 Dec 99"),
        ("1900-02-28", "28 Feb 1900"),
    ],
)
def test_a_day_is_told_as_it_stands_in_the_file(page: Page, day: str, words: str) -> None:
    assert tell(page, day, day) == words


@pytest.mark.parametrize(
    ("early", "late", "grain", "words"),
    [
        ("2017-08-03", "2017-08-05", "day", "between 3 and 5 Aug 2017"),
        ("2017-12-31", "2018-01-01", "day", "31 Dec 2017 or 1 Jan 2018"),
        ("1804-09-01", "1804-09-30", "month", "September 1804"),
        ("1804-09-01", "1805-05-31", "month", "between September 1804 and May 1805"),
        ("0629-01-01", "0629-12-31", "year", "629"),
        ("0629-01-01", "0645-12-31", "year", "between 629 and 645"),
    ],
)
def test_a_time_is_told_no_finer_than_it_is_known(
    page: Page, early: str, late: str, grain: str, words: str
) -> None:
    assert tell(page, early, late, grain) == words


def test_what_begins_within_a_day_may_be_of_two(page: Page) -> None:
    assert tell(page, "1805-04-07", "1805-04-07", on=0.5) == "7 or 8 Apr 1805"


def test_what_nothing_bounds_on_one_side_is_told_so(page: Page) -> None:
    assert tell(page, "1805-04-07", None) == ENGLISH.say("leg.after", early="7 Apr 1805")
    assert tell(page, None, "1805-04-07") == ENGLISH.say("clock.until", late="7 Apr 1805")
    assert tell(page, None, None) == ""


def test_a_year_that_leads_the_date_is_told_with_the_first_of_two(page: Page) -> None:
    told = tell(page, "2017-08-03", "2017-08-05", locale="ko")

    assert told == "between 2017년 8월 3일 and 5일"
