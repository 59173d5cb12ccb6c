from __future__ import annotations

from typing import Any

import pytest

from journey.model.names import expected, ids, stray, twice
from journey.model.part import Fault


def test_ids_are_those_of_the_parts_that_have_one() -> None:
    assert ids({"legs": [{"id": "a"}, {"id": 5}, {}, "b"]}, "legs") == {"a"}


def test_an_id_given_twice_is_told_where_it_stands_again() -> None:
    data = {"legs": [{"id": "a"}, {"id": "b"}, {"id": "a"}]}

    assert [fault.path for fault in twice(data, "legs")] == [("legs", 2, "id")]


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("handcar", []),
        ("handcr", ["handcar"]),
        ("zeppelin", [""]),
        (None, []),
        (["handcar"], []),
    ],
)
def test_a_name_that_leads_to_none_is_told_with_the_nearest(name: Any, near: list[str]) -> None:
    faults = list(stray(("leg",), name, "unknown_leg", {"handcar", "bus"}))

    assert [fault.figures["near"] for fault in faults] == near
    assert {(fault.path, fault.code) for fault in faults} <= {(("leg",), "unknown_leg")}


@pytest.mark.parametrize(
    ("data", "count"),
    [
        ({"questions": [{"id": "a"}]}, 1),
        ({}, 1),
        ({"questions": 5}, 0),
        ({"questions": [{}]}, 0),
        ({"qestions": [{"id": "a"}]}, 0),
    ],
)
def test_names_that_only_miss_parts_without_an_id_are_not_told(data: Any, count: int) -> None:
    fault = Fault(("steps", 0), "unknown_question", {"id": "b"})

    assert len(list(expected(data, "questions", iter([fault])))) == count
