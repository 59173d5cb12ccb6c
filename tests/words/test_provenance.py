from __future__ import annotations

from typing import Any

import pytest

from journey.geo.interval import Interval
from journey.model.claims import Claim, Distance, Duration, Moment, Source, Speed
from journey.track.facts import Times
from journey.words.provenance import (
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
        ({"value": 32, "unit": "h"}, "32 hrs", "32 hrs"),
        ({"about": 30, "unit": "h"}, "about 30 hrs", "about 30 hrs"),
        ({"more_than": 1, "unit": "h"}, "more than 1 hr", "more than 1 hr"),
        ({"less_than": 5, "unit": "s"}, "less than 5 secs", "less than 5 secs"),
        ({"range": [20, 60], "unit": "min"}, "20–60 mins", "20–60 mins"),
        ({"range": [20, 60], "value": 30, "unit": "min"}, "30 mins (20–60 mins)", "20–60 mins"),
        ({"range": [5, 5], "unit": "min"}, "5 mins", "5 mins"),
        ({"value": 0, "unit": "h"}, "0 hrs", "0 hrs"),
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

    assert quantity(mile, ENGLISH, long=True) == "about 0.5 miles"


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (Interval.exactly(25.06), "25.1 km/h"),
        (Interval(22, 22, 22, rough=True), "about 22 km/h"),
        (Interval(1, 2, 3), "1–3 km/h"),
        (Interval(1, 2, None), "more than 1 km/h"),
        (Interval(2.01, 2.02, 2.04), "2 km/h"),
    ],
)
def test_a_computed_interval_keeps_its_bounds(span: Interval, words: str) -> None:
    assert interval(span, "km/h", ENGLISH) == words


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (Interval.exactly(7_200), "2 hrs"),
        (Interval(7_200, 7_200, 7_200, rough=True), "about 2 hrs"),
        (Interval(138_000, 140_400, 144_000), "38 hrs, 20 mins to 40 hrs"),
        (Interval(3_600, 3_600, None), "at least 1 hr"),
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
        Link("The Paper, 26 February 2021", "https://example.org/a?b=1&c=2"),
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

    assert grounds(found) == "The Paper, 26 February 2021; The Railway. Counted. Roughly."


def test_a_speed_is_told_with_its_unit() -> None:
    claim = Speed.model_validate(known(about=15, unit="km/h"))

    assert quantity(claim, Wording("en")) == "about 15 km/h"


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ({"at": "1804-09"}, "September 1804"),
        ({"at": 629}, "629"),
        ({"between": ["1804-09", "1805-05"]}, "between September 1804 and May 1805"),
        ({"between": [629, 645]}, "between 629 and 645"),
        ({"at": "17:30"}, "17:30 (local time)"),
    ],
)
def test_a_time_is_told_to_the_month_or_the_year_where_no_more_is_known(
    claim: dict[str, Any], words: str
) -> None:
    found = Times.of(Moment.model_validate(known(**claim)))

    assert times(found, "America/Chicago", ENGLISH) == words


def test_a_source_is_named_by_its_author_publisher_and_date() -> None:
    told = {"id": "s", "title": "T", "publisher": "Murray", "author": "Darwin", "published": 1889}

    assert link(Source.model_validate(told), ENGLISH).label == "Darwin, Murray, 1889"
