"""Makes shelves of journeys for tests and measurements."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copytree

from journey.files.read import ROUTE, STORY
from tests.conftest import HANDCAR, told

POINTS = 80_000  # of a route of about 2 MB


def put(root: Path, name: str, title: str = "A test", **changes: object) -> Path:
    """The folder of a small journey of that name; without ``legs`` it has faults."""
    folder = root / name
    folder.mkdir(parents=True, exist_ok=True)
    data = told(id=name, title={"en": title}, **changes)
    (folder / STORY).write_text(json.dumps(data), "utf-8")
    return folder


def copied(root: Path, name: str, old: str = "", new: str = "") -> Path:
    """The folder of a copy of the shipped journey under that name, one text replaced in it."""
    folder = copytree(HANDCAR, root / name)
    for file in folder.iterdir():
        text = file.read_text("utf-8").replace(f"id: {HANDCAR.name}", f"id: {name}")
        file.write_text(text.replace(old, new), "utf-8")
    return folder


def lengthened(folder: Path, points: int = POINTS, *, faulty: bool = False) -> Path:
    """The same folder with so many more points in its route, perhaps off the earth."""
    file = folder / ROUTE
    route = json.loads(file.read_text("utf-8"))
    line = route["features"][0]["geometry"]["coordinates"]
    north = 140.0 if faulty else 40.0
    line[1:1] = [[127 + i * 1e-5, north + i % 100 * 1e-5] for i in range(points)]
    file.write_text(json.dumps(route), "utf-8")
    return folder
