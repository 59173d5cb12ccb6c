"""The rooms of the package, from those that know nothing to those that show."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]

TABLE = re.compile(r"^\| (\d+) \| `([\w.]+)/?` \|", re.MULTILINE)


def rows() -> dict[str, int]:
    """The row of each room, as CONTRIBUTING's table has it."""
    text = (PROJECT / "CONTRIBUTING.md").read_text("utf-8")
    return {name.removesuffix(".py"): int(row) for row, name in TABLE.findall(text)}


def modules() -> dict[str, Path]:
    """Every module of the package by its name inside it; a package's own face is ""."""
    files = sorted((PROJECT / "journey").rglob("*.py"))
    named = {file.relative_to(PROJECT / "journey").with_suffix(""): file for file in files}
    return {
        ".".join(name.parts).removesuffix("__init__").rstrip("."): file
        for name, file in named.items()
    }


def room(module: str) -> str:
    return module.partition(".")[0]


def imported(file: Path) -> Iterator[str]:
    """The modules of the package that a module imports."""
    known = modules()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "journey":
            inner = (node.module or "").removeprefix("journey").lstrip(".")
            for alias in node.names:
                whole = f"{inner}.{alias.name}".lstrip(".")
                yield whole if whole in known else inner


def test_every_room_has_a_row_and_every_row_a_room() -> None:
    assert {room(name) for name in modules() if name} == set(rows())


@pytest.mark.parametrize("name", sorted(name for name in modules() if name))
def test_imports_run_upwards_only(name: str) -> None:
    others = {room(other) for other in imported(modules()[name]) if other} - {room(name)}

    assert [other for other in others if rows()[other] >= rows()[room(name)]] == []


@pytest.mark.parametrize("folder", sorted(rows()))
def test_inside_a_folder_there_is_no_circle(folder: str) -> None:
    inside = {name: file for name, file in modules().items() if room(name) == folder}
    arrows = {
        name: {other for other in imported(file) if other in inside and other != folder}
        for name, file in inside.items()
    }

    order = list(TopologicalSorter(arrows).static_order())  # CycleError names a circle.

    assert set(order) >= set(inside) - {folder}


def test_the_package_loads_neither_streamlit_nor_folium_nor_the_exports() -> None:
    code = (
        "import journey, sys; print(sorted("
        "{'streamlit', 'folium', 'journey.exports.formats'} & set(sys.modules)))"
    )

    told = subprocess.run(
        [sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True
    )

    assert told.stdout.strip() == "[]"


def test_only_the_dashboard_and_the_launcher_know_streamlit() -> None:
    knowing = {
        name
        for name, file in modules().items()
        if "import streamlit" in file.read_text("utf-8")
        or "from streamlit" in file.read_text("utf-8")
    }

    assert {room(name) for name in knowing} == {"dashboard"}


def test_modules_stay_short() -> None:
    long = {name: len(file.read_text("utf-8").splitlines()) for name, file in modules().items()}

    assert {name: lines for name, lines in long.items() if lines > 350} == {}
