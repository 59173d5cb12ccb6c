from __future__ import annotations

import pytest

from journey.files.document import parse

GROUP = "legs:\n  - id: a\n    mode: bus\n    name: {en: Bus}\n"


@pytest.mark.parametrize(
    ("right", "wrong", "line"),
    [
        ("    mode", "     mode", 3),  # one space too many
        ("    mode", "   mode", 3),  # one too few
        ("    name", "      name", 4),
        ("  - id", " - id", 3),
        ("legs", "  title: {en: A}\nlegs", 2),
    ],
)
def test_a_line_that_is_indented_too_much_or_too_little_is_told_as_that(
    right: str, wrong: str, line: int
) -> None:
    found = parse(GROUP.replace(right, wrong, 1), "f").complaints

    assert [(c.line, c.code) for c in found] == [(line, "yaml_indent")]


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("title: {en: Home: at last}\n", 1, "yaml_colon"),
        ("title:\n  en: Home: at last\n", 2, "yaml_colon"),
        ("title: {\n  en: Home: at last}\n", 2, "yaml_colon"),
        ("title: {en: 'It's far'}\n", 1, "yaml_quote"),
        ("title:\n  en: 'It's far'\n", 2, "yaml_quote"),
        ("id: a\ntitle: {en: Home\nsummary: {en: Far}\n", 2, "yaml_open_bracket"),
        ("title: {en: Bus #1}\nid: a\n", 1, "yaml_open_bracket"),
        ("title: {en: - none}\n", 1, "yaml_sign"),
        ("title: {en: !important}\n", 1, "yaml_sign"),
        ("a: ]\n", 1, "yaml_misread"),
    ],
)
def test_what_a_person_did_is_told_where_they_did_it(text: str, line: int, code: str) -> None:
    found = parse(text, "f").complaints

    assert [(c.line, c.code) for c in found] == [(line, code)]


def test_a_text_that_a_comma_cuts_off_is_told_once_and_as_that() -> None:
    document = parse("id: a\ntitle: {en: Home, at last, after all, ru: Dom}\n", "f")

    (complaint,) = document.complaints
    assert (complaint.line, complaint.path) == (2, ("title", "en"))
    assert (complaint.code, complaint.figures) == ("text_cut_off", {"rest": "at last"})
    assert document.data["title"] == {"en": "Home", "ru": "Dom"}


def test_a_comma_in_a_number_is_told_as_that() -> None:
    document = parse("places:\n  - {lat: 47,3692, lon: 8.5}\n", "f")

    (complaint,) = document.complaints
    assert (complaint.line, complaint.path) == (2, ("places", 0, "lat"))
    assert (complaint.code, complaint.figures) == ("decimal_comma", {"value": "47,3692"})


def test_keys_of_which_the_value_is_left_out_are_no_texts_cut_off() -> None:
    document = parse("a:\nb: {c: , d: 1}\n? e\n", "f")

    assert document.data["b"] == {"c": None, "d": 1}
    assert [c.path for c in document.complaints] == []
