"""How a window of instants is told by the clock, run in a browser without a map."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page

from journey.words.wording import Wording
from tests.browsing import of_stage, scripted
from tests.conftest import at

pytestmark = pytest.mark.browser

MINUTE, HOUR, DAY, YEAR = 60, 3_600, 86_400, 31_557_600  # seconds
NINE = "2021-03-01T09:00+09:00"  # a Monday
ENGLISH = Wording("en")
KEYS = ("leg.after", "leg.between", "leg.either", "leg.later_day", "clock.until", "value.about")
WORDS = {key: ENGLISH.say(key) for key in KEYS}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return scripted(browser, *of_stage("dial"))


def turned(
    page: Page, zone: str | None, early: float | None, late: float | None, **form: Any
) -> str:
    """The window as a dial of that zone tells it; ``rough`` is by how many s it may be off."""
    form = {"total": DAY, "years": False, "rough": 0, "words": WORDS, "locale": "en-GB", **form}
    found: str = page.evaluate(
        "([zone, a, b, form]) => L.journey.dial(form.locale, zone, form)(a, b, form.rough)",
        [zone, early, late, form],
    )
    return found


def dial(page: Page, early: str | None, late: str | None, zone: str = "UTC", **form: Any) -> str:
    """The window from ``early`` to ``late`` as a dial of that zone tells it."""
    first, last = (at(when).timestamp() if when else None for when in (early, late))
    return turned(page, zone, first, last, **form)


def test_an_exact_time_is_told_to_the_minute(page: Page) -> None:
    assert dial(page, NINE, NINE) == "Mon 00:00"
    assert dial(page, "2021-03-01T09:07Z", "2021-03-01T09:07Z") == "Mon 09:07"


def test_hours_are_counted_to_24_in_every_language(page: Page) -> None:
    assert dial(page, NINE, NINE, "Asia/Seoul", locale="ko") == "(월) 09:00"


def test_a_window_within_an_hour_is_told_to_the_minute(page: Page) -> None:
    assert dial(page, "2021-03-01T09:07Z", "2021-03-01T09:52Z") == "between Mon 09:07 and 09:52"


def test_a_wide_window_is_told_in_whole_hours_that_hold_it(page: Page) -> None:
    assert dial(page, "2021-03-01T09:40Z", "2021-03-01T11:20Z") == "between Mon 09:00 and 12:00"


def test_a_window_over_days_names_both(page: Page) -> None:
    words = dial(page, "2021-03-01T09:00Z", "2021-03-03T11:00Z")

    assert words == ENGLISH.say("leg.between", early="Mon 09:00", late="Wed 11:00")


def test_a_window_of_weeks_is_not_told_by_weekdays_alone(page: Page) -> None:
    words = dial(page, "2021-02-27T09:00Z", "2021-03-16T11:00Z")

    assert ("27" in words, "16" in words) == (True, True)


def test_a_time_that_nothing_bounds_is_told_by_its_earliest_hour(page: Page) -> None:
    words = dial(page, "2021-03-01T09:40Z", None)

    assert words == ENGLISH.say("leg.after", early="Mon 09:00")


def test_a_journey_of_weeks_names_the_day_of_the_month(page: Page) -> None:
    assert dial(page, NINE, NINE, "Asia/Tokyo", total=20 * DAY) == "1 Mar, 09:00"


def test_a_journey_of_years_names_the_day_and_the_year(page: Page) -> None:
    assert dial(page, NINE, NINE, "Asia/Tokyo", total=40 * YEAR) == "1 Mar 2021"


@pytest.mark.parametrize(("early", "late"), [("23:59:30", "23:59:30"), ("20:00", "23:30")])
def test_a_day_that_is_known_is_told_as_one_day(page: Page, early: str, late: str) -> None:
    words = dial(page, f"2021-03-01T{early}Z", f"2021-03-01T{late}Z", total=40 * YEAR)

    assert words == "1 Mar 2021"


@pytest.mark.parametrize(
    "zone",
    [
        "America/New_York",
        "Europe/London",
        "Australia/Lord_Howe",
        "Asia/Kathmandu",
        "America/St_Johns",
        "Pacific/Apia",
        "Asia/Pyongyang",
        "UTC",
    ],
)
@pytest.mark.parametrize(
    "when",
    [
        "2021-03-14T06:59Z",
        "2021-03-14T07:00Z",
        "2021-03-28T01:00Z",
        "2021-11-07T05:30Z",
        "2021-11-07T06:30Z",
        "2011-12-30T10:00Z",
        "2016-06-01T15:30Z",
        "1912-04-15T02:20Z",
    ],
)
def test_clock_times_are_those_of_the_zone(page: Page, zone: str, when: str) -> None:
    local = at(when).astimezone(ZoneInfo(zone))

    # Of an hour that comes twice the offset follows.
    assert dial(page, when, when, zone).partition(" UTC")[0] == f"{local:%a %H:%M}"


@pytest.mark.parametrize(
    ("early", "late", "words"),
    [
        # Clocks in New York went from 02:00 to 03:00 on 14 March 2021.
        ("2021-03-14T06:00Z", "2021-03-14T08:00Z", "between Sun 01:00 and 04:00"),
        ("2021-03-14T06:30Z", "2021-03-14T07:30Z", "between Sun 01:30 and 03:30"),
    ],
)
def test_a_window_over_a_change_of_clocks_is_told_by_the_clocks(
    page: Page, early: str, late: str, words: str
) -> None:
    assert dial(page, early, late, "America/New_York") == words


@pytest.mark.parametrize(
    ("when", "words"),
    [
        # Clocks in Zurich went from 03:00 back to 02:00 on 27 October 2024 at 01:00 UTC.
        ("2024-10-26T23:30Z", "Sun 01:30"),
        ("2024-10-27T00:30Z", "Sun 02:30 UTC+2"),
        ("2024-10-27T01:30Z", "Sun 02:30 UTC+1"),
        ("2024-10-27T02:00Z", "Sun 03:00"),
    ],
)
def test_the_hour_that_comes_twice_is_told_apart(page: Page, when: str, words: str) -> None:
    assert dial(page, when, when, "Europe/Zurich") == words


def test_half_an_hour_that_comes_twice_is_told_apart(page: Page) -> None:
    # On Lord Howe Island clocks went from 02:00 back to 01:30 on 6 April 2024 at 15:00 UTC.
    both = ("2024-04-06T14:40Z", "2024-04-06T15:10Z")

    found = [dial(page, when, when, "Australia/Lord_Howe") for when in both]

    assert found == ["Sun 01:40 UTC+11", "Sun 01:40 UTC+10:30"]


def test_a_window_that_ends_in_such_an_hour_tells_which(page: Page) -> None:
    words = dial(page, "2024-10-27T00:15Z", "2024-10-27T01:15Z", "Europe/Zurich")

    both = {"early": "Sun 02:15 UTC+2", "late": "Sun 02:15 UTC+1"}
    assert words == ENGLISH.say("leg.between", **both)


def test_a_wide_window_is_told_in_whole_hours_of_its_own_clock(page: Page) -> None:
    # Clocks in Kathmandu are 5 h 45 min ahead of UTC.
    words = dial(page, "2021-03-01T04:00Z", "2021-03-01T06:00Z", "Asia/Kathmandu")

    assert words == "between Mon 09:00 and 12:00"


def test_a_time_before_which_it_was_is_told_as_such(page: Page) -> None:
    words = dial(page, None, "2021-03-01T09:40Z")

    assert words == ENGLISH.say("clock.until", late="Mon 10:00")


@pytest.mark.parametrize(
    ("rough", "sure", "about"),
    [
        (30, "Mon 09:07", ""),
        (4 * MINUTE, "Mon ", "09:05"),
        (20 * MINUTE, "Mon ", "09:05"),
        (HOUR, "Mon ", "09:00"),
        (DAY, "", "Mon"),
    ],
)
def test_what_is_known_only_about_is_told_no_finer(
    page: Page, rough: float, sure: str, about: str
) -> None:
    words = dial(page, "2021-03-01T09:07Z", "2021-03-01T09:07Z", rough=rough)

    assert words == sure + (ENGLISH.say("value.about", value=about) if about else "")


def test_a_moment_is_told_to_the_nearest_minute_as_the_time_gone_is(page: Page) -> None:
    words = dial(page, "2021-03-01T09:07:40Z", "2021-03-01T09:07:40Z")

    assert words == "Mon 09:08"


def test_a_window_wider_than_what_is_rough_is_told_by_its_bounds(page: Page) -> None:
    words = dial(page, "2021-03-01T09:00Z", "2021-03-01T12:00Z", rough=2 * HOUR)

    assert words == "between Mon 09:00 and 12:00"


@pytest.mark.parametrize("total", [DAY, 20 * DAY, 4 * YEAR])
def test_a_year_stands_where_more_than_one_is_possible(page: Page, total: float) -> None:
    words = dial(page, "2021-12-31T09:00Z", "2021-12-31T09:00Z", total=total, years=True)

    assert "31 Dec 2021" in words


@pytest.mark.parametrize(
    ("early", "late", "locale", "words"),
    [
        ("2021-03-01", "2021-03-05", "en-GB", "between 1 and 5 Mar"),
        ("2021-03-01", "2021-04-05", "en-GB", "between 1 Mar and 5 Apr"),
        ("2021-03-01", "2021-03-05", "ru", "between 1 and 5 мар."),
        ("2021-03-01", "2021-03-05", "ko", "between 3월 1일 and 5일"),
    ],
)
def test_a_window_of_days_on_a_long_journey_is_told_in_days_of_a_month_told_once(
    page: Page, early: str, late: str, locale: str, words: str
) -> None:
    window = (f"{early}T09:07Z", f"{late}T11:07Z")

    assert dial(page, *window, total=20 * DAY, locale=locale) == words


@pytest.mark.parametrize(
    ("late", "locale", "words"),
    [
        ("2021-03-05", "en-GB", "between 1 and 5 Mar 2021"),
        ("2021-04-05", "en-GB", "between 1 Mar and 5 Apr 2021"),
        ("2022-03-05", "en-GB", "between 1 Mar 2021 and 5 Mar 2022"),
        ("2021-04-05", "ko", "between 2021년 3월 1일 and 4월 5일"),
    ],
)
def test_a_year_that_two_days_share_is_told_once(
    page: Page, late: str, locale: str, words: str
) -> None:
    window = ("2021-03-01T09:07Z", f"{late}T11:07Z")

    assert dial(page, *window, total=40 * YEAR, locale=locale) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (17.5 * HOUR, "17:30"),
        (DAY + 6 * HOUR + 10 * MINUTE, ENGLISH.say("leg.later_day", time="06:10", day=2)),
        (2 * DAY, ENGLISH.say("leg.later_day", time="00:00", day=3)),
    ],
)
def test_a_clock_of_days_that_nobody_dates_counts_them(
    page: Page, seconds: float, words: str
) -> None:
    assert turned(page, None, seconds, seconds) == words


def test_a_window_over_midnight_names_the_day_of_both_ends(page: Page) -> None:
    words = turned(page, None, 23 * HOUR, 25 * HOUR)

    late = ENGLISH.say("leg.later_day", time="01:00", day=2)
    assert words == ENGLISH.say("leg.between", early="23:00", late=late)
