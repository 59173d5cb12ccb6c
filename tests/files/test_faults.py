from __future__ import annotations

from typing import Any

import pytest

from journey.errors import close
from journey.files.faults import plain, sentence

KEYS = ["duration", "from", "mode"]


@pytest.mark.parametrize(
    ("kind", "last", "value", "context", "told"),
    [
        ("missing", "mode", None, {}, ("'mode' is missing", "add it")),
        (
            "extra_forbidden",
            "mdoe",
            "bus",
            {},
            ("the key 'mdoe' is not known here", "did you mean 'mode'?"),
        ),
        ("extra_forbidden", "x", 1, {}, ("the key 'x' is not known here", "leave it out")),
        ("enum", "mode", "tram", {"expected": "'bus'"}, ("'tram' is not known", "use 'bus'")),
        (
            "less_than_equal",
            "lat",
            139.76,
            {"le": 90.0},
            ("139.76 is not within -90..90", "are lat and lon swapped?"),
        ),
        (
            "greater_than_equal",
            "value",
            -2,
            {"ge": 0.0},
            ("-2 is negative", "write it without the minus sign"),
        ),
        (
            "less_than_equal",
            "value",
            2e9,
            {"le": 1e9},
            ("2000000000.0 is too large", "the limit is 1,000,000,000"),
        ),
        (
            "dict_type",
            "title",
            "Home",
            {},
            ("this should be a text for each language", "write {en: Home}"),
        ),
        (
            "greater_than",
            "minutes",
            0,
            {"gt": 0.0},
            ("this is not over 0", "write a larger number"),
        ),
        ("too_long", "legs", [1], {"max_length": 2}, ("there are too many here", "give at most 2")),
    ],
)
def test_a_fault_is_told_in_plain_words(
    kind: str, last: str, value: object, context: dict[str, Any], told: tuple[str, str]
) -> None:
    assert sentence(kind, ("legs", 0, last), value, context, KEYS) == told


def test_an_empty_value_is_told_as_nothing() -> None:
    what, mend = sentence("tuple_type", ("legs",), None, {}, [])

    assert what == "nothing stands here"
    assert mend.startswith("fill it in")


def test_a_kind_that_nobody_foresaw_still_has_a_mend() -> None:
    what, mend = sentence("brand_new", ("a",), 1, {"what": "Input should be {new}"}, [])

    assert (what, bool(mend)) == ("this does not fit here", True)


def test_a_long_value_is_cut() -> None:
    what, _ = sentence("enum", ("mode",), "x" * 10_000, {"expected": "bus"}, [])

    assert len(what) < 100


@pytest.mark.parametrize(
    ("name", "near"), [("duratoin", "duration"), ("form", "from"), ("colour", None)]
)
def test_a_misspelt_key_is_recognised(name: str, near: str | None) -> None:
    assert close(name, KEYS) == near


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Туманная 두만강", "Туманная 두만강"),
        ("a\nb", "a\\nb"),
        ("\x1b[31m", "\\x1b[31m"),
        ("\u202e", "\\u202e"),
        ("\ud800", "\\ud800"),
    ],
)
def test_what_is_told_stays_on_its_line(text: str, shown: str) -> None:
    assert plain(text) == shown
