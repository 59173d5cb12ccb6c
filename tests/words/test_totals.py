from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest

from journey import Track
from journey.basemap.layers import shipped
from journey.exports.attributes import summary
from journey.pages.story import page
from journey.prints.evidence import evidence
from journey.stage.wire import wire
from journey.words import itinerary, totals
from journey.words.answers import answer
from journey.words.wording import Wording
from tests.conftest import Data, known, leg, place, track
from tests.golden import lines
from tests.words.test_answers import question

ENGLISH = Wording("en")
VIEWS = {
    "page": lambda of: lines(page(of, ENGLISH).decode()),
    "evidence": lambda of: lines(evidence(of, ENGLISH, shipped(), date(2026, 11, 23))),
    "stage": lambda of: json.dumps(wire(of, ENGLISH), ensure_ascii=False),
    "summary": lambda of: " ".join(summary(of, ENGLISH)),
    "sentence": lambda of: itinerary.total(of, ENGLISH),
}


def there_and_back(*claims: tuple[Data, Data]) -> Track:
    """A track of legs there and back, each with its duration and its distance."""
    legs = [
        {
            **leg(*("ab" if i % 2 == 0 else "ba"), duration=[known(**time)]),
            "distance": [known(**way)],
            "id": f"l{i}",
        }
        for i, (time, way) in enumerate(claims)
    ]
    return track(legs=legs)


def lasting(*claims: Data) -> Track:
    return there_and_back(*((claim, {"value": 1, "unit": "km"}) for claim in claims))


def going(*claims: Data) -> Track:
    return there_and_back(*(({"value": 1, "unit": "h"}, claim) for claim in claims))


@pytest.mark.parametrize("view", VIEWS)
def test_all_views_tell_one_total(view: str, handcar: Track) -> None:
    text = VIEWS[view](handcar)

    # 801.9, more than 43, more than 1 and 270 km: more than 1,115.9 and so than 1,115 km.
    assert set(re.findall(r"1,11\d(?:\.\d+)? km", text)) == {"1,115 km"}
    # 32 h, 2 h, 20 to 60 min and 4 to 5 h: 38 h 20 min to 40 h, whose minutes nobody knows.
    wanted = {"38\u2060–\u206040 hours", "38 to 40 hours"}
    assert set(re.findall(r"38[^.,;:]*40 hours", text)) <= wanted
    assert re.search("38(\u2060–\u2060| to )40 hours", text)


@pytest.mark.parametrize(
    ("claims", "said"),
    [
        ([{"value": 32, "unit": "h"}, {"value": 2, "unit": "h"}], "34 hours"),
        # Nobody who says "32 hours" knows to which minute.
        ([{"value": 32, "unit": "h"}, {"value": 20, "unit": "min"}], "about 32 hours"),
        ([{"value": 1_920, "unit": "min"}, {"value": 20, "unit": "min"}], "32 hours 20 minutes"),
        (
            [{"value": 32, "unit": "h"}, {"range": [20, 70], "unit": "min"}],
            "32\u2060–\u206034 hours",
        ),
        ([{"value": 9, "unit": "d"}, {"value": 30, "unit": "h"}], "about 10 days"),
        # An hour would be most of it.
        ([{"value": 1, "unit": "h"}, {"value": 22, "unit": "min"}], "about 80 minutes"),
        ([{"value": 12, "unit": "d"}, {"more_than": 30, "unit": "h"}], "at least 13 days"),
    ],
)
def test_a_sum_of_times_is_no_finer_than_its_coarsest_part(claims: list[Data], said: str) -> None:
    assert totals.time(lasting(*claims), ENGLISH) == said


@pytest.mark.parametrize(
    ("claims", "said"),
    [
        ([{"value": 801.9, "unit": "km"}, {"value": 270, "unit": "km"}], "about 1,072 km"),
        ([{"value": 802, "unit": "km"}, {"value": 270, "unit": "km"}], "1,072 km"),
        ([{"value": 801.9, "unit": "km"}, {"more_than": 270, "unit": "km"}], "more than 1,071 km"),
        ([{"value": 8.4, "unit": "km"}, {"value": 2.2, "unit": "km"}], "10.6 km"),
        # 14 m are heard of beside 8.4 km, and not in the sum.
        ([{"value": 8.4, "unit": "km"}, {"value": 14, "unit": "m"}], "about 8.4 km"),
        ([{"value": 14, "unit": "m"}, {"value": 20, "unit": "m"}], "34 m"),
        ([{"range": [5, 7], "unit": "km"}, {"value": 10, "unit": "km"}], "15\u2060–\u206017 km"),
    ],
)
def test_a_sum_of_ways_is_what_is_said_of_its_parts_or_about_so(
    claims: list[Data], said: str
) -> None:
    assert totals.way(going(*claims), ENGLISH) == said


@pytest.mark.parametrize(
    ("of", "unit", "said"),
    [("duration", "h", "38\u2060–\u206040 hours"), ("distance", "km", "more than 1,115 km")],
)
def test_a_question_about_all_of_it_has_the_total_for_an_answer(
    of: str, unit: str, said: str, handcar: Track
) -> None:
    found: Any = answer(question(of, unit), handcar, ENGLISH)

    assert found.said == said


def test_up_to_a_leg_only_that_is_summed(handcar: Track) -> None:
    assert totals.time(handcar, ENGLISH, upto=1) == "34 hours"
    # 801.9 and more than 43.
    assert totals.way(handcar, ENGLISH, upto=1) == "more than 844 km"


@pytest.mark.parametrize(
    ("east", "said", "parts"),
    [
        # A degree of the equator is 111.3 km long; nobody went straight.
        (90.0, "about 10,000 km", 0.001),
        (1.0, "about 110 km", 0.1),
        (0.05, "about 5.6 km", 10),
    ],
)
def test_a_line_that_is_assumed_is_told_as_roughly_as_it_is_known(
    east: float, said: str, parts: float
) -> None:
    of = track(places=[place("a", 0, 0), place("b", 0, east)], legs=[leg("a", "b")])

    assert totals.way(of, ENGLISH) == said
    assert totals.parts(of) == pytest.approx(parts)


def test_who_comes_back_by_a_way_that_nobody_tells_has_gone_none_that_is_known() -> None:
    walk = track(legs=[leg("a", "a")])

    assert totals.way(walk, ENGLISH) == ENGLISH.say("leg.unknown_distance")
