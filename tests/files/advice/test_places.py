from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from journey.errors import dotted
from journey.files.advice.places import places, unnamed
from journey.model.journey import Journey
from tests.conftest import Data, known, leg, place, told

# Copenhagen, Malmö and Stockholm, in degrees (GeoNames).
COPENHAGEN, MALMO, STOCKHOLM = (55.68, 12.57), (55.61, 13.0), (59.33, 18.06)


def through(*points: tuple[float, float], **more: Any) -> Data:
    """A journey over the points, by bus."""
    names = "abcdef"[: len(points)]
    listed = [place(name, *point, **more) for name, point in zip(names, points, strict=True)]
    return told(places=listed, legs=[leg(*ends) for ends in pairwise(names)])


def doubts(data: Data) -> list[tuple[str, str]]:
    """Path and code of each doubt."""
    return [(dotted(found.path), found.code) for found in places(Journey.model_validate(data))]


def test_places_in_their_places_are_not_doubted() -> None:
    assert doubts(through(COPENHAGEN, MALMO, STOCKHOLM, zone="Europe/Copenhagen")) == []


def test_a_place_at_zero_may_have_no_position() -> None:
    assert doubts(through(COPENHAGEN, (0, 0))) == [("places[1].lat", "place_at_zero")]


@pytest.mark.parametrize("index", [0, 1, 2])
def test_a_place_is_doubted_that_is_near_only_with_its_degrees_swapped(index: int) -> None:
    points = [COPENHAGEN, MALMO, STOCKHOLM]
    points[index] = points[index][1], points[index][0]

    assert doubts(through(*points)) == [(f"places[{index}].lat", "place_swapped")]


def test_a_place_swapped_between_two_casts_no_doubt_on_them() -> None:
    points = [(46.95, 7.45), (4.86, 45.76), (48.86, 2.35)]  # Bern, Lyon swapped, Paris

    assert doubts(through(*points)) == [("places[1].lat", "place_swapped")]


def test_of_two_places_far_apart_the_later_one_is_doubted() -> None:
    assert doubts(through(COPENHAGEN, (13.0, 55.61))) == [("places[1].lat", "place_swapped")]


@pytest.mark.parametrize(("point", "index"), [((40.71, 74.01), 1), ((-42.36, -71.06), 1)])
def test_a_place_is_doubted_that_is_near_only_with_the_other_sign(
    point: tuple[float, float], index: int
) -> None:
    # Philadelphia, then New York without its minus sign or Boston with one too many.
    assert doubts(through((39.95, -75.17), point)) == [(f"places[{index}].lat", "place_mirrored")]


def test_a_flight_round_half_the_earth_is_not_doubted() -> None:
    # London, Singapore, Auckland, Los Angeles, London.
    points = [(51.5, -0.1), (1.3, 103.8), (-36.8, 174.8), (34.1, -118.2), (51.5, -0.2)]

    assert doubts(through(*points)) == []


def test_a_place_beyond_the_edge_of_web_maps_is_told() -> None:
    # Longyearbyen and the pole: a Mercator map ends at atan(sinh(pi)), 85.0511 degrees.
    assert doubts(through((78.22, 15.65), (90, 0))) == [("places[1].lat", "place_off_the_map")]


@pytest.mark.parametrize(
    ("point", "zone", "doubted"),
    [
        ((48.9, 2.3), "Asia/Tokyo", True),  # Paris: 9 hours are 135 degrees
        ((39.5, 76.0), "Asia/Shanghai", False),  # Kashgar, with Beijing's clock
        ((1.9, -157.4), "Pacific/Kiritimati", False),  # UTC+14, west of the date line
        ((48.9, 2.3), "Etc/GMT-9", False),  # a clock that nobody takes for the place's own
        ((-77.8, 166.7), "Pacific/Auckland", False),
        ((-90, 0), "Pacific/Auckland", False),  # the pole keeps New Zealand's clock
    ],
)
def test_a_zone_is_doubted_whose_clock_is_far_from_the_sun(
    point: tuple[float, float], zone: str, doubted: bool
) -> None:
    found = doubts(through(point, (point[0], point[1] + 1), zone=zone))

    assert (("places[0].zone", "zone_far_off") in found) == doubted


def test_places_and_sources_that_nothing_names_are_told() -> None:
    source = {"title": "Paper", "publisher": "Press"}
    data = told(
        legs=[
            leg("a", "b", duration=[known(value=1, unit="h", basis="reported", source=["used"])])
        ],
        sources=[{"id": "used", **source}, {"id": "left", **source}],
    )

    found = unnamed(Journey.model_validate(data), data)

    assert [(dotted(f.path), f.code) for f in found] == [
        ("places[2]", "place_unused"),
        ("sources[1]", "source_unused"),
    ]
