from __future__ import annotations

from typing import Any, get_type_hints

import pytest
from pydantic import BaseModel

from journey.errors import dotted
from journey.model import claims, question, teaching
from journey.model import journey as model
from journey.model.agreement import TEXT_KEYS, disagreements
from journey.model.claims import Called, Text
from journey.model.teaching import Notes
from tests.conftest import Data, amount, known, leg, place, told

TEXTS = (Text, Text | None, tuple[Text, ...], Notes | None, Called | None)


def faults(data: Any) -> list[tuple[str, str]]:
    """Path and code of each fault."""
    return [(dotted(found.path), found.code) for found in disagreements(data)]


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
    assert faults(told()) == []


@pytest.mark.parametrize(
    ("changes", "where", "code"),
    [
        ({"legs": [leg("a", "b"), leg("c", "a")]}, "legs[1].from.place", "broken_chain"),
        ({"legs": [leg("a", "x")]}, "legs[0].to.place", "unknown_place"),
        (
            {"legs": [leg("a", "b", stops=[known(place="x")])]},
            "legs[0].stops[0].place",
            "unknown_place",
        ),
        ({"legs": [leg("a", "b"), leg("b", "a", id="a-b")]}, "legs[1].id", "id_twice"),
        ({"places": [place(key, 0, 0) for key in "abca"]}, "places[3].id", "id_twice"),
        ({"close_up": {"leg": "x", "name": {"en": "Near"}}}, "close_up.leg", "unknown_leg"),
        ({"ending": {"chapter": "x"}}, "ending.chapter", "unknown_chapter"),
        (
            {"ending": {"pictures": {"text": {"en": "Film"}, "source": "x"}}},
            "ending.pictures.source",
            "unknown_source",
        ),
        (
            {
                "ending": {"pictures": {"text": {"en": "Film"}, "source": "s"}},
                "sources": [{"id": "s", "title": "News", "publisher": "A paper"}],
            },
            "ending.pictures.source",
            "pictures_nowhere",
        ),
        (
            {"legs": [leg("a", "b", duration=[known(source="x")])]},
            "legs[0].duration[0].source",
            "unknown_source",
        ),
        (
            {"legs": [leg("a", "b", duration=[known(source=["x"])])]},
            "legs[0].duration[0].source",
            "unknown_source",
        ),
        (
            {"legs": [leg("a", "b", to=known(place="b", others=[known(place="x")]))]},
            "legs[0].to.others[0].place",
            "unknown_place",
        ),
        (
            {"legs": [leg("a", "b", unknown=[{"en": "a"}, {"ru": "б"}])]},
            "legs[0].unknown[1]",
            "text_lacks_first_language",
        ),
        ({"summary": {"ko": "다리"}}, "summary", "text_lacks_first_language"),
        (
            {"legs": [leg("a", "b", shape={"line": [(0, 0.5), (0, 1)]})]},
            "legs[0].shape.line[0]",
            "shape_starts_off",
        ),
        (
            {"legs": [leg("a", "b", shape={"line": [(0, 0), (0.01, 1), (1, 0)]})]},
            "legs[0].shape.line[2]",
            "shape_ends_off",
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
            "legs[0].stops",
            "waits_outlast_leg",
        ),
    ],
)
def test_parts_that_do_not_fit_are_told_with_their_place(
    changes: Data, where: str, code: str
) -> None:
    assert faults(told(**changes)) == [(where, code)]


def test_a_shape_may_end_up_to_two_kilometres_off_its_place() -> None:
    # A hundredth of a degree of the equator is 1.11 km.
    shape = {"line": [(0, 0.01), (0, 0.99)]}

    assert faults(told(legs=[leg("a", "b", shape=shape)])) == []


def test_a_journey_lasts_no_longer_than_the_clock() -> None:
    # Ten times the longest leg, a hundred years of 365.25 days, and a day.
    century, stay = amount(36_525, "d"), known(place="a", dwell=amount(1, "d"))
    data = told(legs=[leg("a", "a", id=f"leg-{n}", duration=century) for n in range(10)])

    data["legs"][-1]["to"] = stay

    assert faults(data) == [("legs", "over_a_millennium")]


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
    assert faults(data) == []
