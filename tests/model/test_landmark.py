from __future__ import annotations

from typing import Any

import pytest

from journey.errors import dotted
from journey.model.agreement import disagreements
from journey.model.journey import Journey
from journey.model.landmark import Landmark
from tests.conftest import amount, journey, known, told

Data = dict[str, Any]


def bridge(**changes: Any) -> Data:
    """A bridge from A to B of the journey that tests have, without what is None."""
    whole = {"kind": "bridge", "from": "a", "to": "b", "name": {"en": "Bridge"}} | changes
    return known(**{key: value for key, value in whole.items() if value is not None})


def at(place: str, **more: Any) -> Data:
    return known(kind="point", place=place, **more)


def faults(*landmarks: Data) -> list[tuple[str, str]]:
    """Where a journey with those landmarks has faults, and which."""
    found = [*disagreements(told(landmarks=list(landmarks)))]
    return [(dotted(fault.path), fault.code) for fault in found]


def test_a_journey_without_landmarks_has_none() -> None:
    assert journey().landmarks == ()


def test_a_bridge_has_two_ends_a_name_and_lengths_that_may_differ() -> None:
    lengths = amount(623, "m") + amount(590, "m")

    found = journey(landmarks=[bridge(length=lengths)]).landmarks[0]

    assert found.places == ("a", "b")
    assert [length.value for length in found.length] == [623, 590]


def test_landmarks_at_places_of_their_own_have_no_fault() -> None:
    assert faults(bridge(), at("a"), known(kind="station", place="c")) == []


@pytest.mark.parametrize(
    ("landmarks", "where", "code"),
    [
        ([at("x")], "landmarks[0].place", "unknown_place"),
        ([bridge(to="x")], "landmarks[0].to", "unknown_place"),
        ([at("a"), at("a")], "landmarks[1].place", "landmark_twice"),
        ([bridge(), bridge(**{"from": "b", "to": "a"})], "landmarks[1].to", "landmark_twice"),
        ([bridge(to="a")], "landmarks[0].to", "landmark_twice"),
    ],
)
def test_landmarks_at_no_place_or_at_one_that_is_taken_are_told(
    landmarks: list[Data], where: str, code: str
) -> None:
    assert faults(*landmarks) == [(where, code)]


@pytest.mark.parametrize(
    ("told", "path", "code", "figures"),
    [
        (bridge(to=None), (), "landmark_lacks", {"kind": "bridge", "names": ("to",)}),
        (bridge(name=None), (), "landmark_lacks", {"kind": "bridge", "names": ("name",)}),
        (known(kind="point"), (), "landmark_lacks", {"kind": "point", "names": ("place",)}),
        (
            bridge(place="c"),
            ("place",),
            "landmark_without_that",
            {"kind": "bridge", "name": "place"},
        ),
        (
            at("a", to="b"),
            ("to",),
            "landmark_without_that",
            {"kind": "point", "name": "to"},
        ),
    ],
)
def test_each_kind_has_the_places_that_it_needs(
    told: Data, path: tuple[str, ...], code: str, figures: Data
) -> None:
    ((where, found, about),) = Landmark._faults(told)

    assert (where, found, dict(about)) == (path, code, figures)


def test_the_schema_tells_editors_the_kinds() -> None:
    kinds = Journey.model_json_schema()["$defs"]["Landmark"]["properties"]["kind"]["enum"]

    assert kinds == ["bridge", "point", "station"]
