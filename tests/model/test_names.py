from __future__ import annotations

from typing import Any

import pytest

from journey.model.names import expected, ids, stray, twice
from journey.model.part import Fault


def test_ids_are_those_of_the_parts_that_have_one() -> None:
    assert ids({"legs": [{"id": "a"}, {"id": 5}, {}, "b"]}, "legs") == {"a"}


def test_an_id_given_twice_is_told_where_it_stands_again() -> None:
    data = {"legs": [{"id": "a"}, {"id": "b"}, {"id": "a"}]}

    assert [fault.where for fault in twice(data, "legs")] == [("legs", 2, "id")]


@pytest.mark.parametrize(
    ("name", "mends"),
    [
        ("handcar", []),
        ("handcr", ["did you mean 'handcar'?"]),
        ("zeppelin", ["use the id of one of the legs"]),
        (None, []),
        (["handcar"], []),
    ],
)
def test_a_name_that_leads_to_none_is_told_with_the_nearest(name: Any, mends: list[str]) -> None:
    faults = stray(("leg",), name, "leg", {"handcar", "bus"})

    assert [fault.mend for fault in faults] == mends


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({"questions": [{"id": "a"}]}, 1),
        ({}, 1),
        ({"questions": 5}, 0),
        ({"questions": [{}]}, 0),
        ({"qestions": [{"id": "a"}]}, 0),
    ],
)
def test_names_that_only_miss_parts_without_an_id_are_not_told(data: Any, told: int) -> None:
    fault = Fault(("steps", 0), "there is no question 'b'", "mend it")

    assert len(list(expected(data, "questions", iter([fault])))) == told
