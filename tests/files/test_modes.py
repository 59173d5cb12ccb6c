from __future__ import annotations

import json
from typing import Any

import pytest

from journey.files.read import STORY, reading
from tests.conftest import Data, leg, taught, told
from tests.model.test_mode import BY_ROPE, ROPE


def faults(**changes: Any) -> list[tuple[str, str]]:
    """Where the faults are of a journey that is told so, and their codes."""
    found = reading({STORY: json.dumps(told(**changes)).encode()}).complaints
    return [(".".join(map(str, fault.path)), fault.code) for fault in found]


def rope(**changes: Any) -> Data:
    """A journey by rope, of which something is told otherwise."""
    return {**BY_ROPE, "modes": [{**ROPE, **changes}]}


def test_a_journey_by_a_mode_of_its_own_is_sound() -> None:
    assert faults(**BY_ROPE, teaching=taught()) == []


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"id": "tram"}, [("legs.0.mode", "unknown_mode"), ("modes.0.id", "mode_there_is")]),
        ({"colour": "ferri"}, [("modes.0.colour", "unknown_choice")]),
        ({"icon": "M3 3L9"}, [("modes.0.icon", "icon_lacks_number")]),
        ({"icon": "<svg>"}, [("modes.0.icon", "icon_odd_sign")]),
        ({"icon": None}, [("modes.0.icon", "nothing")]),
        ({"dash": [6]}, [("modes.0.dash", "dash_not_in_pairs")]),
        ({"dash": [6, 0]}, [("modes.0.dash.1", "not_over")]),
        ({"dash": [6, 41]}, [("modes.0.dash.1", "too_large")]),
        ({"dash": "6 2"}, [("modes.0.dash", "no_list")]),
        ({"name": "Rope"}, [("modes.0.name", "no_texts")]),
        ({"name": {"fr": "Corde"}}, [("modes.0.name", "text_lacks_first_language")]),
        ({"color": "red"}, [("modes.0.color", "unknown_key")]),
        # What only follows from another fault is not told.
        ({"id": 5}, [("modes.0.id", "no_words")]),
    ],
)
def test_each_thing_that_is_wrong_with_a_mode_is_told(
    changes: Data, found: list[tuple[str, str]]
) -> None:
    assert sorted(faults(**rope(**changes))) == sorted(found)


def test_a_mode_that_is_defined_twice_is_told() -> None:
    assert faults(**{**BY_ROPE, "modes": [ROPE, ROPE]}) == [("modes.1.id", "id_twice")]


def test_a_name_that_is_no_mode_is_told_with_the_nearest_of_all_that_there_are() -> None:
    data = {**BY_ROPE, "legs": [leg("a", "b", mode="ropes"), leg("b", "c", mode="feri")]}

    found = reading({STORY: json.dumps(told(**data)).encode()}).complaints

    assert [(f.code, f.figures["near"]) for f in found] == [
        ("unknown_mode", "rope"),
        ("unknown_mode", "ferry"),
    ]


@pytest.mark.parametrize(
    ("mode", "several"),
    [
        (["train", "walk"], ("train", "walk")),
        (["train", "hike"], ("train", "hike")),
        ("rope, walk", ("rope", "walk")),
        ("train/cable-car", ("train", "cable-car")),
        ("walk and train and walk", ("walk", "train")),
    ],
)
def test_several_modes_on_a_leg_are_told_to_be_several_legs(
    mode: object, several: tuple[str, ...]
) -> None:
    data = told(**{**BY_ROPE, "legs": [leg("a", "b", mode=mode)]})

    (found,) = reading({STORY: json.dumps(data).encode()}).complaints

    assert (found.path, found.code) == (("legs", 0, "mode"), "several_modes")
    assert found.figures["modes"] == several


def test_modes_under_a_misspelt_key_are_not_told_to_be_unknown() -> None:
    data = {**BY_ROPE, "mods": [ROPE]}
    del data["modes"]

    assert faults(**data) == [("mods", "unknown_key")]
