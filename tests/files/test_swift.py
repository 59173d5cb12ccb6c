"""Two parsers read YAML, and nobody can tell by which a text was read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.files import document, swift
from journey.files.beginning import first
from journey.files.document import Document, parse
from tests.fuzzing import bounded, spoilt
from tests.serving import PROJECT

# What YAML is made of, and what parsers differ in.
PIECES = [
    "a", "b: ", "1", "- ", "? ", ": ", ":", "\n", "\n  ", "\n    ", " ", "{", "}", "[", "]", ", ",
    '"x"', "'y'", "'", '"', "&x ", "*x", "*x ", "!t ", "!!str ", "! ", "!", "|", ">-", "|2", "#",
    " # c", "%", "%YAML 1.1", "\n---\n", "\n...\n", "\t", "\\x41", "\\", "é", "<<", "~", "=", "@",
    "\n- ", "x: [", "x: {", "a:b", '"a":1', "\ufeff", "null", "0o7", "12:30", "yes", "\r", "\x07",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
FILES = sorted({*(PROJECT / "data").rglob("*.yaml"), *(PROJECT / "tests").rglob("*.yaml")})


def told(text: str) -> tuple[Any, ...]:
    """All that a document tells."""
    found: Document = parse(text, "f")
    return repr(found.data), found.lines, found.complaints


def thoroughly(text: str) -> tuple[Any, ...]:
    """The same by the parser that is asked last."""

    def refuse(text: str) -> Iterator[Any]:
        raise swift.Doubt(0)
        yield

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(swift, "events", refuse)
        patch.setattr(document, "_LONG", len(text))
        return told(text)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PROJECT)))
def test_both_parsers_read_a_file_alike_and_the_swift_one_reads_all_of_it(file: Path) -> None:
    text = file.read_text("utf-8")

    assert [*swift.events(text)]
    assert told(text) == thoroughly(text)


@pytest.mark.parametrize("version", ["1.1", "1.2"])
def test_a_text_that_tells_its_version_is_read_swiftly_and_by_that(version: str) -> None:
    text = f"%YAML {version}\n# Of whom?\n---\na: [yes, 0o7, 07, 1:30, null, x]\n"

    assert [*swift.events(text)]
    assert told(text) == thoroughly(text)


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n"])
def test_lines_are_counted_alike_whatever_ends_them(end: str) -> None:
    text = f"id: x{end}places:{end}  - {{id: a{end}legs:{end}".ljust(70_000, "#")

    assert [one.line for one in parse(text, "f").complaints] == [3]


@bounded
@given(st.sampled_from(["", "%YAML 1.1\n---\n", "%YAML 1.2\n---\n"]), TEXTS)
def test_both_parsers_read_a_text_alike_whatever_its_version(version: str, text: str) -> None:
    assert told(version + text) == thoroughly(version + text)


@bounded
@given(TEXTS | spoilt([first("trip").encode()]).map(lambda raw: raw.decode("utf-8", "replace")))
def test_both_parsers_read_any_text_alike(text: str) -> None:
    assert told(text) == thoroughly(text)


@bounded
@given(spoilt([first("trip").encode()]).map(lambda raw: raw.decode("utf-8", "replace")))
def test_a_piece_of_a_long_text_tells_the_same_fault_as_the_whole(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(document, "_LONG", 0)
        short = told(text)

    assert short == thoroughly(text)


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\t", "a: x\ty", "&x! 1", "*xa: 1", "a: ! 1", "|\n---\n", "a: >#\n  b", "---",
        "%TAG ! x\n---\na: yes", "a: [b,\tc]", "a: 1\n...\nb", "&x ! ", "a: \ufeff", "a: *x \t",
    ],
)  # fmt: skip
def test_what_the_parsers_are_known_to_read_otherwise_is_read_by_the_thorough_one(
    text: str,
) -> None:
    assert told(text) == thoroughly(text)
    with pytest.raises(swift.Doubt):
        list(swift.events(text))


@pytest.mark.parametrize("text", ["a: 1 # b\tc\n", "# \t\na: 1\n", "a: 'b\tc'\n", "a: |\n  b\tc\n"])
def test_a_tab_in_a_comment_or_in_a_text_in_quotes_is_no_reason_to_read_twice(text: str) -> None:
    assert [*swift.events(text)]
    assert told(text) == thoroughly(text)
