"""What is measured, and what the README tells of it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib.util import find_spec

import pytest

from journey.files.distances import distances
from tests.bench import PARTS, README, beside, put
from tests.bench_rows import HEAD, Row, paired
from tests.bench_story import large_data
from tests.serving import PROJECT

ROWS = {"Row", "paired", "in_turn", "sizes"}  # what makes a row, its title first


def _pattern(title: ast.expr) -> str:
    """What fits a title, where parts of it are filled in."""
    if isinstance(title, ast.Constant):
        return re.escape(str(title.value))
    parts = title.values if isinstance(title, ast.JoinedStr) else [title]
    return "".join(_pattern(part) if isinstance(part, ast.Constant) else ".+" for part in parts)


def titles(part: str) -> Iterator[str]:
    """What fits the titles that a module gives to its rows."""
    text = (PROJECT / "tests" / f"bench_{part}.py").read_text("utf-8")
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Assign) and "title" in {getattr(t, "id", "") for t in node.targets}:
            yield _pattern(node.value)
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in ROWS:
            yield _pattern(node.args[0])


def told() -> list[str]:
    """The titles in the README's table."""
    _, _, after = README.read_text("utf-8").partition(HEAD)
    return [line.split("|")[1].strip() for line in after.partition("\n\n")[0].split("\n") if line]


def test_every_part_that_is_measured_is_in_the_one_table() -> None:
    modules = {file.stem for file in (PROJECT / "tests").glob("bench_*.py")}

    assert modules == {"bench_rows", *(f"bench_{part}" for part in PARTS)}
    assert all(find_spec(f"tests.{module}") for module in modules)


def test_each_row_that_the_readme_tells_is_measured() -> None:
    known = [one for part in PARTS for one in titles(part) if one != ".+"]

    assert len(told()) >= len(PARTS)
    assert [row for row in told() if not any(re.fullmatch(one, row) for one in known)] == []


def test_the_readme_is_told_what_stands_beside_something_else_and_keeps_all_around() -> None:
    rows = [Row("alone", "1"), paired("with", [(1.0, 2.0)], "ms")]
    table = "\n".join([HEAD, *map(str, rows)])

    text = put(f"before\n\n{HEAD}\n| old | 1 | 2 | 3 | | |\n\nafter\n\nend\n", beside(table))

    assert text == f"before\n\n{HEAD}\n{rows[1]}\n\nafter\n\nend\n"
    with pytest.raises(ValueError, match="no table"):
        put("before", table)


def test_no_leg_of_the_large_journey_is_told_to_be_shorter_than_its_straight_line() -> None:
    assert list(distances(large_data(count=20))) == []
