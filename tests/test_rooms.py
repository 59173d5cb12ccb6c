"""The rooms of the package, from those that know nothing to those that show."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]

# Imports run from lower rows to upper ones, never back and never along a row.
ROWS = (
    {"errors", "interval", "geometry", "simplify", "palette", "mode", "part", "faults"}
    | {"exports.markup", "exports.sheet"},
    {"wording", "claims", "overlong", "names", "document", "stage.bundle", "stage.packing"}
    | {"stage.basemap", "delivery", "files", "exports.frame"},
    {"agreement", "route", "question", "stage.surroundings", "exports.ground", "exports.labels"}
    | {"exports.presenter"},
    {"teaching", "exports.drawing"},
    {"model"},
    {"quantity", "verdict"},
    {"load", "schedule"},
    {"track"},
    {"provenance", "thin", "stage.clocks", "exports.lettering"},
    {"itinerary", "charts", "comparison", "stage.wire", "exports.bars", "exports.picture"},
    {"cards", "figures", "diagrams", "answers", "stage.map", "shelf", "exports.facts"}
    | {"exports.evidence"},
    {"lessons", "stage.classroom", "exports.attributes"},
    {"exports.geojson", "exports.kml", "exports.gpx", "exports.table", "exports.worksheet"}
    | {"exports.page"},
    {"exports", "exports.handout"},
    {"take", "exports.index"},
    {"listing", "commands"},
    {"stories", "__main__"},
    {"web"},
    {"dashboard.board", "dashboard.prepared"},
    {"dashboard.sections"},
    {"dashboard.warm"},
    {"dashboard.main"},
)
# What each package shows of itself stands apart: it only hands on.
FACES = {"", "stage", "dashboard"}


def rooms() -> dict[str, Path]:
    """Every module of the package by its name inside it."""
    files = sorted((PROJECT / "journey").rglob("*.py"))
    named = {file.relative_to(PROJECT / "journey").with_suffix(""): file for file in files}
    return {
        ".".join(name.parts).removesuffix("__init__").rstrip("."): file
        for name, file in named.items()
    }


def row(room: str) -> int:
    return next(number for number, names in enumerate(ROWS) if room in names)


def imported(file: Path) -> Iterator[str]:
    """The rooms that a module imports."""
    known = rooms()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "journey":
            inner = (node.module or "").removeprefix("journey").lstrip(".")
            for alias in node.names:
                whole = f"{inner}.{alias.name}".lstrip(".")
                yield whole if whole in known else inner


def test_every_room_has_a_row() -> None:
    assert {name for name in rooms() if name not in FACES} == set().union(*ROWS)


@pytest.mark.parametrize("room", sorted(set().union(*ROWS)))
def test_imports_run_upwards_only(room: str) -> None:
    below = [other for other in imported(rooms()[room]) if other not in FACES]

    assert [other for other in below if row(other) >= row(room)] == []


def test_the_package_loads_neither_streamlit_nor_folium_nor_altair_nor_the_exports() -> None:
    code = (
        "import journey, sys; print(sorted("
        "{'streamlit', 'folium', 'altair', 'journey.exports'} & set(sys.modules)))"
    )

    told = subprocess.run(
        [sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True
    )

    assert told.stdout.strip() == "[]"


def test_only_the_dashboard_and_the_launcher_know_streamlit() -> None:
    knowing = {
        name
        for name, file in rooms().items()
        if "import streamlit" in file.read_text("utf-8")
        or "from streamlit" in file.read_text("utf-8")
    }

    assert {name.partition(".")[0] for name in knowing} == {"dashboard"}


def test_modules_stay_short() -> None:
    long = {name: len(file.read_text("utf-8").splitlines()) for name, file in rooms().items()}

    assert {name: lines for name, lines in long.items() if lines > 250} == {}
