from __future__ import annotations

from typing import Any

import pytest

from journey.geo.interval import Interval
from journey.model.claims import Basis, Distance, Duration, Speed
from journey.model.quantity import disagree, kilometres, pace, seconds, stated, weakest
from tests.conftest import known


def duration(**said: Any) -> Duration:
    return Duration.model_validate(known(**said))


def distance(**said: Any) -> Distance:
    return Distance.model_validate(known(**said))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"value": 32, "unit": "h"}, Interval.exactly(115_200)),
        ({"about": 1, "unit": "d"}, Interval(86_400, 86_400, 86_400, rough=True)),
        ({"range": (20, 60), "unit": "min"}, Interval(1_200, 2_400, 3_600)),
        ({"range": (20, 60), "value": 30, "unit": "min"}, Interval(1_200, 1_800, 3_600)),
        ({"range": (0, 5), "value": 0, "unit": "s"}, Interval(0, 0, 5)),
        ({"more_than": 2, "unit": "h"}, Interval(7_200, 7_200, None)),
        ({"less_than": 5, "unit": "s"}, Interval(0, 5, 5)),
        ({"value": 0, "unit": "h"}, Interval.exactly(0)),
    ],
)
def test_a_duration_is_an_interval_of_seconds(said: dict[str, Any], expected: Interval) -> None:
    assert seconds(duration(**said)) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"value": 801.9, "unit": "km"}, Interval.exactly(801.9)),
        ({"more_than": 1, "unit": "mi"}, Interval(1.609344, 1.609344, None)),
        ({"range": (590, 623), "unit": "m"}, Interval(0.590, 0.6065, 0.623)),
    ],
)
def test_a_distance_is_an_interval_of_kilometres(said: dict[str, Any], expected: Interval) -> None:
    found = kilometres(distance(**said))

    assert (found.low, found.used) == pytest.approx((expected.low, expected.used))
    assert found.high == (None if expected.high is None else pytest.approx(expected.high))


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ({"value": "far", "range": [4, "x", 5]}, Interval(4, 4.5, 5)),
        ({"value": 5, "about": 10}, Interval(5, 5, 10, rough=True)),
        ({"more_than": 5, "less_than": 3}, Interval(0, 5, None)),
        ({"range": 5, "unit": "h"}, Interval(0, 0, None)),
        ({"value": -1}, Interval(0, 0, None)),
        ({}, Interval(0, 0, None)),
    ],
)
def test_what_is_malformed_in_a_claim_is_passed_over(
    claim: dict[str, Any], expected: Interval
) -> None:
    assert stated(claim) == expected


KM, MILE = {"value": 1, "unit": "km"}, {"value": 1, "unit": "mi"}
OVER, UNDER = {"more_than": 1, "unit": "km"}, {"less_than": 1, "unit": "mi"}


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([], False),
        ([KM], False),
        ([KM, KM], False),
        ([KM, {"value": 1_000, "unit": "m"}], False),
        ([KM, MILE], True),
        ([OVER, MILE, UNDER], False),
        ([OVER, MILE, KM], True),
        ([{"range": [4, 5], "unit": "km"}, {"range": [5, 6], "unit": "km"}], False),
        ([{"range": [4, 5], "unit": "km"}, {"range": [5.1, 6], "unit": "km"}], True),
    ],
)
def test_claims_disagree_where_no_number_fits_two_of_them(
    claims: list[dict[str, Any]], expected: bool
) -> None:
    assert disagree([distance(**said) for said in claims]) is expected


def test_durations_are_compared_in_one_unit() -> None:
    assert not disagree([duration(value=90, unit="min"), duration(value=1.5, unit="h")])


@pytest.mark.parametrize("basis", [Basis.REPORTED, Basis.DERIVED])
def test_what_follows_from_figures_is_derived_unless_one_is_assumed(basis: Basis) -> None:
    assert weakest([basis, Basis.REPORTED]) is Basis.DERIVED
    assert weakest([basis, Basis.ASSUMED]) is Basis.ASSUMED


def test_a_speed_is_an_interval_of_kilometres_per_hour() -> None:
    claim = Speed.model_validate(known(range=[4, 6], unit="km/h"))

    assert pace(claim) == Interval(4, 5, 6)
