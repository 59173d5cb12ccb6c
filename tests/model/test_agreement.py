from __future__ import annotations

from typing import Any, get_type_hints

import pytest
from pydantic import BaseModel

from journey.model import claims, question, teaching
from journey.model import journey as model
from journey.model.agreement import TEXT_KEYS, disagreements
from journey.model.claims import Text
from journey.model.teaching import Notes
from tests.conftest import Data, amount, known, leg, place, told

TEXTS = (Text, Text | None, tuple[Text, ...], Notes | None)


def whereabouts(data: Any) -> list[str]:
    return [".".join(map(str, found.where)) for found in disagreements(data)]


def test_text_keys_are_the_fields_that_hold_texts() -> None:
    parts = [
        part
        for room in (claims, question, teaching, model)
        for part in vars(room).values()
        if isinstance(part, type) and issubclass(part, BaseModel)
    ]

    hints = [get_type_hints(part, include_extras=True) for part in parts if part is not BaseModel]

    assert {key for hint in hints for key, kind in hint.items() if kind in TEXTS} == TEXT_KEYS


def test_a_journey_whose_parts_fit_has_no_disagreement() -> None:
    assert whereabouts(told()) == []


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"legs": [leg("a", "b"), leg("c", "a")]}, "legs.1.from.place"),
        ({"legs": [leg("a", "x")]}, "legs.0.to.place"),
        ({"legs": [leg("a", "b", stops=[known(place="x")])]}, "legs.0.stops.0.place"),
        ({"legs": [leg("a", "b"), leg("b", "a", id="a-b")]}, "legs.1.id"),
        ({"places": [place(key, 0, 0) for key in "abca"]}, "places.3.id"),
        ({"close_up": {"leg": "x", "name": {"en": "Near"}}}, "close_up.leg"),
        ({"legs": [leg("a", "b", duration=[known(source="x")])]}, "legs.0.duration.0.source"),
        ({"legs": [leg("a", "b", duration=[known(source=["x"])])]}, "legs.0.duration.0.source"),
        ({"legs": [leg("a", "b", unknown=[{"en": "a"}, {"ru": "б"}])]}, "legs.0.unknown.1"),
        ({"summary": {"ko": "다리"}}, "summary"),
        (
            {"legs": [leg("a", "b", shape={"line": [(0, 0.5), (0, 1)]})]},
            "legs.0.shape.line.0",
        ),
        (
            {"legs": [leg("a", "b", shape={"line": [(0, 0), (0.01, 1), (1, 0)]})]},
            "legs.0.shape.line.2",
        ),
        (
            {
                "legs": [
                    leg(
                        "a",
                        "b",
                        duration=amount(1, "h"),
                        stops=[known(place="b", dwell=amount(61, "min"))],
                    )
                ]
            },
            "legs.0.stops",
        ),
    ],
)
def test_parts_that_do_not_fit_are_told_with_their_place(changes: Data, where: str) -> None:
    assert whereabouts(told(**changes)) == [where]


def test_a_shape_may_end_up_to_two_kilometres_off_its_place() -> None:
    # A hundredth of a degree of the equator is 1.11 km.
    shape = {"line": [(0, 0.01), (0, 0.99)]}

    assert whereabouts(told(legs=[leg("a", "b", shape=shape)])) == []


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {"legs": 5, "places": "x", "languages": {}},
        {"source": 5},
        {"source": [5, {"a": 1}]},
        {"places": [{"id": ["a"]}, {"id": {}}, 5]},
        {"legs": [{"from": {"place": ["a"]}, "shape": {"line": [[1, 2], [3, 4]]}}]},
        {"legs": [{"duration": [{"unit": ["h"], "value": 1}], "stops": [5]}]},
        {"legs": [{"shape": {"line": [5, 5]}, "from": 5, "to": {}}], "close_up": {"leg": []}},
        {"languages": [["en"]], "title": {"en": 5}},
    ],
)
def test_what_is_malformed_is_passed_over(data: Any) -> None:
    assert whereabouts(data) == []
