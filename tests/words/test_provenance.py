from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from journey.geo.interval import Interval
from journey.model.claims import Claim, Distance, Duration, Moment, Source, Speed
from journey.track.readings import Times
from journey.words.provenance import (
    Footing,
    Link,
    brief,
    elapsed,
    footing,
    grounds,
    interval,
    link,
    quantity,
    times,
)
from journey.words.wording import Wording
from tests.conftest import journey, known

ENGLISH = Wording("en")
SOURCES = [
    {
        "id": "paper",
        "title": "A title",
        "publisher": "The Paper",
        "published": "2021-02-26",
        "url": "https://example.org/a?b=1&c=2",
    },
    {"id": "table", "title": "A table", "publisher": "The Railway"},
]
SOURCED = journey(sources=SOURCES)


def duration(**said: Any) -> Duration:
    return Duration.model_validate(known(**said))


@pytest.mark.parametrize(
    ("said", "words", "few"),
    [
        ({"value": 32, "unit": "h"}, "32 hours", "32 hours"),
        ({"about": 30, "unit": "h"}, "about 30 hours", "about 30 hours"),
        ({"more_than": 1, "unit": "h"}, "more than 1 hour", "more than 1 hour"),
        ({"less_than": 5, "unit": "s"}, "less than 5 seconds", "less than 5 seconds"),
        ({"range": [20, 60], "unit": "min"}, *["20\u2060–\u206060 minutes"] * 2),
        (
            {"range": [20, 60], "value": 30, "unit": "min"},
            "30 minutes (20\u2060–\u206060 minutes)",
            "20\u2060–\u206060 minutes",
        ),
        ({"range": [5, 5], "unit": "min"}, "5 minutes", "5 minutes"),
        ({"value": 0, "unit": "h"}, "0 hours", "0 hours"),
        ({"value": 72, "unit": "h"}, "72 hours", "72 hours"),
        ({"value": 2.25, "unit": "h"}, "2.25 hours", "2.25 hours"),
        # 1,408 = 23 * 60 + 28, 43,200 = 1,800 * 24, and 1,800 / 365.25 = 4.93.
        ({"value": 1_408, "unit": "min"}, "23 hours 28 minutes", "23 hours 28 minutes"),
        ({"value": 43_200, "unit": "h"}, "4.9 years", "4.9 years"),
        # 228,000 hours are 9,500 days, and 26 years of 365.25 are 9,496.5.
        ({"about": 1_408, "unit": "min"}, "about 23 hours", "about 23 hours"),
        ({"about": 43_200, "unit": "h"}, "about 5 years", "about 5 years"),
        ({"about": 228_000, "unit": "h"}, "about 26 years", "about 26 years"),
        (
            {"more_than": 1_408, "unit": "min"},
            "more than 23 hours 28 minutes",
            "more than 23 hours 28 minutes",
        ),
        (
            {"range": [150, 240], "unit": "min"},
            "2 hours 30 minutes to 4 hours",
            "2 hours 30 minutes to 4 hours",
        ),
    ],
)
def test_a_quantity_reads_as_exact_as_it_is_known(
    said: dict[str, Any], words: str, few: str
) -> None:
    claim = duration(**said)

    assert quantity(claim, ENGLISH) == words
    assert brief(claim, ENGLISH) == few


def test_a_quantity_keeps_the_unit_it_was_reported_in() -> None:
    mile = Distance.model_validate(known(about=0.5, unit="mi"))

    assert quantity(mile, ENGLISH) == "about 0.5 miles"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"value": 0.25, "unit": "mi"}, "0.25 miles"),
        ({"value": 0.014, "unit": "km"}, "14 m"),
        ({"range": [0.1, 0.35], "unit": "km"}, "100\u2060–\u2060350 m"),
        ({"about": 0.5, "unit": "km"}, "about 0.5 km"),
        ({"value": 15_000, "unit": "m"}, "15 km"),
        ({"value": 12_345, "unit": "m"}, "12.345 km"),
        ({"range": [0.35, 5], "unit": "km"}, "0.35\u2060–\u20605 km"),
    ],
)
def test_no_distance_claimed_is_rounded_away(said: dict[str, Any], words: str) -> None:
    claim = Distance.model_validate(known(**said))

    assert quantity(claim, ENGLISH) == words


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (Interval.exactly(25.06), "25.1 km/h"),
        (Interval(22, 22, 22, rough=True), "about 22 km/h"),
        (Interval(1, 2, 3), "1\u2060–\u20603 km/h"),
        (Interval(1, 2, None), "more than 1 km/h"),
        (Interval(2.01, 2.02, 2.04), "2 km/h"),
        (Interval(0, 799, 799), "less than 799 km/h"),
        (Interval(0, 0, 0), "0 km/h"),
    ],
)
def test_a_computed_interval_keeps_its_bounds(span: Interval, words: str) -> None:
    assert interval(span, "km/h", ENGLISH) == words


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (Interval(0.0139, 0.0139, 0.0139, rough=True), "about 14 m"),
        (Interval.exactly(0.6), "600 m"),
        (Interval(0.4, 1, 2.2), "0.4\u2060–\u20602.2 km"),
        (Interval(0.4, 1, None), "more than 400 m"),
        (Interval.exactly(2.24), "2.2 km"),
        # The sum of 12.4 and 13.4 that stand beside it.
        (Interval.exactly(25.8), "25.8 km"),
        (Interval(1_115.9, 1_115.9, None), "more than 1,115 km"),
    ],
)
def test_a_computed_distance_is_told_in_the_unit_of_its_size(span: Interval, words: str) -> None:
    assert interval(span, "km", ENGLISH, digits=0) == words


DAY, YEAR = 86_400, 31_557_600  # seconds


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (Interval.exactly(7_200), "2 hours"),
        (Interval(7_200, 7_200, 7_200, rough=True), "about 2 hours"),
        (Interval(138_000, 140_400, 144_000), "38 hours 20 minutes to 40 hours"),
        (Interval(3_600, 3_600, None), "at least 1 hour"),
        # 16 hours and 35 minutes, which nobody knows to the minute.
        (Interval(59_700, 59_700, 59_700, rough=True), "about 17 hours"),
        (Interval(55_000, 60_000, 70_000, rough=True), "about 15\u2060–\u206019 hours"),
        # 71 days and 9 hours to 81 days and 9 hours.
        (Interval(71.375 * DAY, 72 * DAY, 81.375 * DAY), "71\u2060–\u206082 days"),
        (Interval(0, 3_600, 86_400), "less than 24 hours"),
        (Interval.exactly(0), "0 minutes"),
        (Interval.exactly(72.25 * DAY), "72 days 6 hours"),
        (Interval.exactly(391.2 * DAY), "391 days"),
        # 4.93 years.
        (Interval.exactly(1_800 * DAY), "about 5 years"),
        (Interval.exactly(5 * YEAR), "5 years"),
        (Interval(1_708 * DAY, 1_740 * DAY, 1_768 * DAY), "4.7\u2060–\u20604.8 years"),
        (Interval(1_800 * DAY, 1_800 * DAY, None), "at least 4.5 years"),
        (Interval(9_500 * DAY, 9_500 * DAY, 9_500 * DAY, rough=True), "about 26 years"),
        (Interval(0, 12 * YEAR, 13 * YEAR), "less than 13 years"),
        (Interval(0, 100 * DAY, 213 * DAY, rough=True), "less than about 213 days"),
        # Beside bounds that are exact, and so of days.
        (Interval(15 * DAY, 30 * DAY, 365 * DAY, rough=True), "about 15\u2060–\u2060365 days"),
        (Interval(0.3 * DAY, DAY, 396 * DAY), "less than 396 days"),
        (Interval(YEAR, YEAR, YEAR, rough=True), "about 1 year"),
        (Interval(1.5 * YEAR, 1.5 * YEAR, 1.5 * YEAR, rough=True), "about 18 months"),
    ],
)
def test_a_computed_time_keeps_its_bounds(span: Interval, words: str) -> None:
    assert elapsed(span, ENGLISH) == words


@pytest.mark.parametrize(
    ("claim", "word", "why"),
    [
        ({"basis": "reported", "source": "paper"}, "reported", ""),
        ({"basis": "derived", "method": {"en": "Counted."}}, "derived", "Counted."),
        ({"basis": "assumed", "reason": {"en": "Guessed."}}, "assumed", "Guessed."),
    ],
)
def test_a_footing_tells_basis_and_ground(claim: dict[str, Any], word: str, why: str) -> None:
    found = footing(Claim.model_validate(claim), "so", SOURCED, ENGLISH)

    assert (found.said, found.basis, found.word, found.why) == ("so", word, word, why)


def test_a_footing_names_and_links_every_source() -> None:
    claim = Claim.model_validate({"basis": "reported", "source": ["paper", "table"]})

    found = footing(claim, "so", SOURCED, ENGLISH)

    assert found.links == (
        Link("The Paper, 26\xa0February\xa02021", "https://example.org/a?b=1&c=2"),
        Link("The Railway", ""),
    )


def test_what_a_claim_stands_on_is_told_sources_first_then_why_then_the_note() -> None:
    claim = Claim.model_validate(
        {
            "basis": "derived",
            "source": ["paper", "table"],
            "method": {"en": "Counted."},
            "note": {"en": "Roughly."},
        }
    )

    found = footing(claim, "so", SOURCED, ENGLISH)

    assert grounds(found) == "The Paper, 26\xa0February\xa02021; The Railway. Counted. Roughly."


def test_a_source_that_ends_with_a_stop_is_given_no_second_one() -> None:
    links = (Link("The Railway Co.", ""),)

    said = grounds(Footing("1 km", "derived", "derived", "Counted.", "", links))

    assert said == "The Railway Co. Counted."


def test_a_speed_is_told_with_its_unit() -> None:
    claim = Speed.model_validate(known(about=15, unit="km/h"))

    assert quantity(claim, Wording("en")) == "about 15 km/h"


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ({"at": "1804-09"}, "September\xa01804"),
        ({"at": 629}, "629"),
        ({"between": ["1804-09", "1805-05"]}, "between September\xa01804 and May\xa01805"),
        ({"between": [629, 645]}, "between 629 and 645"),
        ({"at": "17:30"}, "17:30 (local time)"),
        # A day is written as beside a clock time.
        ({"at": "2022-07-09"}, "9\xa0Jul\xa02022"),
        ({"between": ["2017-08-03", "2017-08-05"]}, "between 3 and 5\xa0Aug\xa02017"),
    ],
)
def test_a_time_is_told_to_the_month_or_the_year_where_no_more_is_known(
    claim: dict[str, Any], words: str
) -> None:
    found = Times.of(Moment.model_validate(known(**claim)))

    assert times(found, "America/Chicago", ENGLISH) == words


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ("2024-05-04T09:30Z", "4\xa0May,\xa009:30 UTC"),
        ("2024-05-04T09:30+02:00", "4\xa0May,\xa009:30 (local time)"),
    ],
)
def test_without_a_zone_a_time_in_utc_is_told_as_such(at: str, words: str) -> None:
    found = Times.of(Moment.model_validate(known(at=at)))

    assert times(found, None, ENGLISH) == words


def test_a_source_is_named_by_its_author_publisher_and_date() -> None:
    told = {"id": "s", "title": "T", "publisher": "Murray", "author": "Darwin", "published": 1889}

    assert link(Source.model_validate(told), ENGLISH).label == "Darwin, Murray, 1889"


def test_who_says_so_is_named_as_the_language_has_it_where_a_text_says_how() -> None:
    names = {"author": {"en": "Nellie Bly", "ko": "넬리 블라이"}, "publisher": "The World"}
    found = Source.model_validate({"id": "s", "title": "T", **names})

    assert link(found, ENGLISH).label == "Nellie Bly, The World"
    assert link(found, Wording("ko")).label == "넬리 블라이, The World"


def test_a_book_is_called_after_its_author_and_what_names_none_after_its_publisher() -> None:
    paper = Source.model_validate({"id": "s", "title": "T", "publisher": "The World"})
    book = Source.model_validate({"id": "s", "title": "T", "publisher": "Murray", "author": "Bly"})

    assert (paper.by, book.by) == ("The World", "Bly")


def test_what_nobody_published_is_called_after_its_author() -> None:
    diary = Source.model_validate({"id": "s", "title": "My diary", "author": "A. Traveller"})

    assert (diary.by, link(diary, ENGLISH).label) == ("A. Traveller", "A. Traveller")


def test_a_time_that_may_be_off_is_told_as_about_so() -> None:
    two = datetime.fromisoformat("2024-05-11T13:02+01:00")

    said = times(Times(two, two, off=750.0), "Europe/London", ENGLISH)

    # The hour is about so, and not the day.
    assert said.startswith("11\xa0May, ")
    assert ENGLISH.say("value.about", value="13:00") in said


def moments(early: str, late: str) -> Times:
    return Times(datetime.fromisoformat(early), datetime.fromisoformat(late))


def test_two_hours_of_one_day_name_it_once() -> None:
    found = moments("2021-02-25T07:01+09:00", "2021-02-25T18:01+09:00")

    words = times(found, "Asia/Pyongyang", ENGLISH)

    assert words.count(ENGLISH.clock(datetime.fromisoformat("2021-02-25T07:01+09:00"))[:6]) == 1
    assert words.endswith("18:01")


def test_two_hours_of_two_days_name_both() -> None:
    # 18:01 in Pyongyang is the same evening there, and past midnight seven hours later.
    found = moments("2021-02-25T18:01+09:00", "2021-02-26T01:01+09:00")

    words = times(found, "Asia/Pyongyang", ENGLISH)

    assert "25" in words
    assert "26" in words
