"""Whose all of an area is, by the shapes of countries."""

from __future__ import annotations

import numpy as np
import pytest

from journey.basemap.holders import NOBODY, holders
from journey.basemap.zones import Coords


def square(west: float, east: float) -> Coords:
    """Ten degrees high, with a point every tenth of its width."""
    lon = np.linspace(west, east, 11)
    south, north = np.zeros(11), np.full(11, 10.0)
    return np.vstack([np.column_stack([lon, south]), np.column_stack([lon[::-1], north])])


# One country, and one that lies east of it.
FIRST = [("AA", [np.array([[-1.0, -1.0], [5.0, -1.0], [5.0, 11.0], [-1.0, 11.0]])])]
BOTH = [*FIRST, ("BB", [np.array([[5.0, -1.0], [9.0, -1.0], [9.0, 11.0], [5.0, 11.0]])])]


def test_an_area_inside_one_country_is_that_ones() -> None:
    assert holders([[square(0, 4)], [square(6, 8)]], BOTH) == ["AA", "BB"]


def test_an_area_that_lies_in_two_is_nobodys() -> None:
    assert holders([[square(2, 8)]], BOTH) == [NOBODY]


@pytest.mark.parametrize(("least", "whose"), [(0.4, "AA"), (0.6, NOBODY)])
def test_of_enough_of_an_area_it_has_to_be_known_whose_it_is(least: float, whose: str) -> None:
    # Of eleven points along each side, five lie in the country, the others where nobody knows.
    assert holders([[square(2.5, 8.5)]], FIRST, least) == [whose]


def test_without_a_country_or_an_area_nothing_is_told() -> None:
    assert holders([[square(0, 1)]], []) == [NOBODY]
    assert holders([], BOTH) == []
