from __future__ import annotations

import json
import re

import pytest

from journey.errors import Complaint, Figures, KeyPath
from journey.files.bounded import MAX_DEPTH, MAX_ITEMS, MAX_KEYS, MAX_TEXT, MAX_VALUES
from journey.files.document import parse
from journey.model.journey import Journey


def test_each_value_has_its_line() -> None:
    document = parse("# A comment.\na:\n  - b: 1\n    c: {d: 2,\n        e: 3}\n", "f")

    lines = {path: document.line(path) for path in [("a", 0, "b"), ("a", 0, "c", "e")]}
    assert lines == {("a", 0, "b"): 3, ("a", 0, "c", "e"): 5}


def test_what_is_not_there_has_the_line_of_what_should_hold_it() -> None:
    document = parse("a: 1\nb:\n  c: 2\n", "f")

    assert [document.line(path) for path in [(), ("b", "x"), ("y", "z")]] == [1, 2, 1]


@pytest.mark.parametrize("space", ["\x85", "\u2028", "\u2029"])
def test_only_what_an_editor_counts_is_a_line(space: str) -> None:
    document = parse(f"a: x{space}y\nb: 1\n", "f")

    assert document.line(("b",)) == 2


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1", 1),
        ("-2.5", -2.5),
        ("1e3", 1000.0),
        ("010", 10),
        ("0x10", 16),
        ("+.INF", float("inf")),
        ("1" + "0" * 400, float("inf")),
        ("1" * 9_000, float("inf")),
        ("1:30", "1:30"),
        ("'1'", "1"),
        ("true", True),
        ("no", "no"),
        ("~", None),
        ("2021-02-25", "2021-02-25"),
        ("!!int x", "x"),
    ],
)
def test_a_scalar_is_plain_data(text: str, value: object) -> None:
    assert parse(f"a: {text}", "f").data == {"a": value}


def test_an_alias_stands_for_the_whole_and_is_a_copy() -> None:
    data = parse("a: &x {en: Same}\nb: *x\nc: [*x, *x]\n", "f").data

    assert data == {"a": {"en": "Same"}, "b": {"en": "Same"}, "c": [{"en": "Same"}] * 2}
    assert data["a"] is not data["b"]


def test_an_anchor_may_be_set_anew() -> None:
    assert parse("[&a 1, *a, &a 2, *a]", "f").data == [1, 1, 2, 2]


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("a: 1\n\tb: 2\n", 2, "yaml_tab"),
        ("a: b: c\n", 1, "yaml_colon"),
        ("a: 1\nb\nc: 2\n", 3, "yaml_no_colon"),
        ("a: 'b\nc: 2\n", 3, "yaml_open_quote"),
        ("a: 1\n---\nb: 2\n", 2, "yaml_second_document"),
        ("a: 1\nb: *c\n", 2, "yaml_no_anchor"),
        ("a: 1\nb: @c\n", 2, "yaml_sign"),
        ("a: [1, 2\nb: }\n", 1, "yaml_open_bracket"),
        ("%YAML 1.3\n---\na: 1\n", 1, "no_yaml"),
    ],
)
def test_what_is_not_yaml_is_told_with_its_line(text: str, line: int, code: str) -> None:
    document = parse(text, "f")

    assert document.data is None
    assert [(c.line, c.path, c.code) for c in document.complaints] == [(line, (), code)]


@pytest.mark.parametrize(
    ("text", "line", "path", "code", "shown"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, ("a",), "key_twice", {}),
        ("a: 1\nb: {c: 1, c: 2}\n", 2, ("b", "c"), "key_twice", {}),
        ("a:\n  ? [b]\n  : 1\n", 2, ("a",), "key_no_word", {}),
        ("a: 1\nb: !c d\n", 2, ("b",), "yaml_tag", {"tag": "!c"}),
        ("a: !!set {b, c}\n", 1, ("a",), "yaml_tag", {"tag": "!!set"}),
        ("a: !!binary aGk=\n", 1, ("a",), "yaml_tag", {"tag": "!!binary"}),
        ("- !!python/name:os.system x\n", 1, (0,), "yaml_tag", {"tag": "!!python/name:os.system"}),
        ("a: 1\nb: x\x01y\x02\n", 2, (), "control_character", {"character": "U+0001"}),
        ("a: x\x00y\n", 1, (), "control_character", {"character": "U+0000"}),
    ],
)
def test_what_no_journey_may_hold_is_told(
    text: str, line: int, path: KeyPath, code: str, shown: Figures
) -> None:
    (complaint,) = parse(text, "f").complaints

    assert (complaint.line, complaint.path, complaint.code) == (line, path, code)
    assert complaint.figures == shown


def test_faults_of_form_are_all_told_at_once() -> None:
    document = parse("a: 1\na: 2\nb: !x 3\nc: \x07\n", "f")

    assert [complaint.line for complaint in sorted(document.complaints, key=lambda c: c.order)] == [
        2,
        3,
        4,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "- " * 100_000,
        "a: " + "[" * 100_000,
        "{a: " * 100_000,
        "? " * 100_000,
        "a: &a [*a]",
        "a: &a {b: *a}",
        "\n".join(" " * depth + "a:" for depth in range(1_000)),
    ],
)
def test_deep_nesting_is_refused_at_once(text: str) -> None:
    document = parse(text, "f")

    (complaint,) = document.complaints
    assert (complaint.code, complaint.figures) == ("too_deep", {"limit": MAX_DEPTH})
    assert (document.data, complaint.line > 0) == (None, True)


def test_aliases_count_each_time_they_are_used() -> None:
    # Nine to the ninth power is 387 million.
    rows = ["a0: &a0 [" + "x," * 9 + "]"]
    rows += [f"a{n}: &a{n} [" + f"*a{n - 1}," * 9 + "]" for n in range(1, 9)]

    (complaint,) = parse("\n".join(rows), "f").complaints
    assert (complaint.code, complaint.figures) == ("too_many_values", {"limit": MAX_VALUES})


@pytest.mark.parametrize("text", ['"{}', "'{}", '"{}"', "{}", "|\n  {}", ">\n  {}", "[{}, b]"])
@pytest.mark.parametrize("word", ["x", "x ", "x\n  "])
def test_no_text_is_read_that_goes_on_for_too_long(text: str, word: str) -> None:
    whole = text.format(word * 2 * MAX_TEXT)

    (complaint,) = parse(f"id: trip\na: {whole}", "f").complaints

    assert (complaint.code, complaint.figures) == ("yaml_long_text", {"limit": MAX_TEXT})
    assert complaint.line in (2, 3)


@pytest.mark.parametrize("text", ["k{}: {{a: [1, 2, {{b: c}}]}}\n", "- {}\n", "k{}:\n"])
def test_what_begins_with_more_keys_than_a_journey_has_is_read_no_further(text: str) -> None:
    whole = "".join(map(text.format, range(MAX_KEYS + 1)))

    (complaint,) = parse(f"{whole}'open to the end", "f").complaints

    assert (complaint.code, complaint.line) == ("too_many_keys", MAX_KEYS + 1)


@pytest.mark.parametrize(("text", "item"), [("[{}]", "1,"), ("{{{}}}", "k{}: 1,")])
def test_a_list_within_that_is_longer_than_any_of_a_journey_is_read_no_further(
    text: str, item: str
) -> None:
    whole = text.format("\n".join(map(item.format, range(MAX_ITEMS + 1))))

    (complaint,) = parse(f"legs: {whole}\n'open to the end", "f").complaints

    assert (complaint.code, complaint.line) == ("too_many", MAX_ITEMS + 1)


def test_no_list_of_a_journey_may_be_longer_than_what_is_read() -> None:
    lengths = re.findall(r'"maxItems": (\d+)', json.dumps(Journey.model_json_schema()))

    assert max(map(int, lengths)) == MAX_ITEMS


def test_more_values_than_a_journey_has_are_counted_before_the_first_is_read() -> None:
    whole = "[" + "1," * (2 * MAX_VALUES + 1)

    (complaint,) = parse(f"a: {whole}", "f").complaints

    assert (complaint.code, complaint.figures) == ("too_many_values", {"limit": MAX_VALUES})


def test_a_fault_in_a_part_is_told_of_its_own_file() -> None:
    whole, part = parse("id: trip\n", "a.yaml"), parse("\nsteps: [1, 2]\n", "b.yaml")
    whole.attach("teaching", part)

    inner = whole.complaint(("teaching", "steps", 1), "no_id", value="5")
    outer = whole.complaint(("id",), "nothing")

    assert inner == Complaint("b.yaml", 2, ("steps", 1), "no_id", {"value": "5"})
    assert outer == Complaint("a.yaml", 1, ("id",), "nothing")
    assert whole.data == {"id": "trip", "teaching": {"steps": [1, 2]}}
