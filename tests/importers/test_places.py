from __future__ import annotations

from journey.importers.found import Spot
from journey.importers.places import _SPOTS, Places


def test_places_beyond_those_that_are_looked_for_are_told_as_unused() -> None:
    spots = [Spot(f"n{i}", (i / 1_000, 8.0)) for i in range(_SPOTS + 3)]
    places = Places(spots, "en", lambda _: None)

    places.at((0.0, 8.0))

    assert len([*places.unused()]) == len(spots) - 1
