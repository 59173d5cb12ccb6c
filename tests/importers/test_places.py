from __future__ import annotations

import pytest

from journey.importers.found import Spot
from journey.importers.places import _SPOTS, Places, slug


def test_places_beyond_those_that_are_looked_for_are_told_as_unused() -> None:
    spots = [Spot(f"n{i}", (i / 1_000, 8.0)) for i in range(_SPOTS + 3)]
    places = Places(spots, "en", lambda _: None)

    places.at((0.0, 8.0))

    assert len([*places.unused()]) == len(spots) - 1


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Łódź", "lodz"), ("ŁÓDŹ", "lodz"), ("Đà Nẵng", "da-nang"), ("Sjælland", "sjaelland"),
        ("Großer Weißer Weg", "grosser-weisser-weg"), ("Diyarbakır", "diyarbakir"),
        ("İzmir", "izmir"), ("Þórshöfn", "thorshofn"), ("Ærøskøbing", "aeroskobing"),
    ],
)  # fmt: skip
def test_an_id_keeps_each_letter_that_a_name_in_latin_script_has(name: str, id: str) -> None:
    assert slug(name, "place") == id
