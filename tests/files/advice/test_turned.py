"""A journey that lies where it does only by its degrees the wrong way round is doubted."""

from __future__ import annotations

import pytest

from journey import Journey, Track
from journey.errors import dotted
from journey.files.advice.turned import turned
from journey.geo.geometry import Point
from tests.conftest import leg, place, told

# Berlin, Rome, Paris and Lyon, in degrees (GeoNames).
BERLIN, ROME, PARIS, LYON = (52.52, 13.41), (41.89, 12.51), (48.86, 2.35), (45.76, 4.84)


def doubts(a: Point, b: Point, *, mode: str = "train", name: str = "Somewhere") -> list[str]:
    """The paths and codes of the doubts of a ride from a place of that name to another."""
    places = [place("a", *a) | {"name": {"en": name}}, place("b", *b)]
    data = told(places=places, legs=[leg("a", "b", mode=mode)])
    found = turned(Track.of(Journey.model_validate(data)))
    return [f"{dotted(fault.path)} {fault.code}" for fault in found]


@pytest.mark.parametrize("mode", ["train", "plane"])
def test_a_town_that_lies_elsewhere_unless_all_is_swapped_is_doubted(mode: str) -> None:
    found = doubts(ROME[::-1], BERLIN[::-1], mode=mode, name="Rome")

    assert found == ["places[0].lat town_swapped"]


def test_trains_far_out_at_sea_are_doubted_if_they_would_be_on_land() -> None:
    assert doubts(PARIS[::-1], BERLIN[::-1]) == ["places land_swapped"]


def test_ships_are_not() -> None:
    assert doubts(PARIS[::-1], BERLIN[::-1], mode="ship") == []


@pytest.mark.parametrize("name", ["Somewhere", "Paris", "Rome"])
def test_a_journey_on_land_is_not_doubted_whatever_its_places_are_called(name: str) -> None:
    assert doubts(PARIS, LYON, name=name) == []


def test_one_swapped_place_is_left_to_what_is_told_of_it_beside_the_others() -> None:
    assert doubts(PARIS, ROME[::-1], name="Paris") == []
