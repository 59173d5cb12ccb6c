from __future__ import annotations

import pytest

from journey import Track
from journey.stage.captions import captions
from journey.words.wording import Wording
from tests.conftest import Data, amount, known, leg, place, track

ENGLISH = Wording("en")
KM = {"distance": [known(value=12, unit="km")]}


def test_a_leg_is_named_by_its_mode_and_time_and_the_one_from_near_by_its_distance(
    handcar: Track,
) -> None:
    found = captions(handcar, ENGLISH)

    # As told to the press in 2021: 32 hours, 2 hours, and more than a kilometre by hand.
    assert [caption["said"] for caption in found[:3]] == [
        "Train, 32 hours",
        "Bus, 2 hours",
        "Handcar",
    ]
    assert [caption["note"] for caption in found] == ["", "", "more than 1 km", ""]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"duration": amount(2, "h"), **KM}, "Bus, 2 hours"),
        (KM, "Bus, 12 km"),
        # A degree of the equator, on which its line runs: 2 pi 6,378.137 km / 360 is 111.3.
        ({}, "Bus, about 110 km"),
        ({"mode": "other"}, "about 110 km"),
    ],
)
def test_what_a_leg_is_named_by_is_what_is_known_of_it(changes: Data, said: str) -> None:
    places = [place("a", 0, 0), place("b", 0, 1)]

    (found,) = captions(track(places=places, legs=[leg("a", "b", **changes)]), ENGLISH)

    assert found == {"said": said, "note": ""}
