"""Measures the export of a journey of 1,000 legs and 1,000,000 points, beside folium's own line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench_rows import Row, show
from tests.bench_story import LEGS, POINTS, large_data
from tests.serving import PROJECT

COUNT = LEGS * (POINTS - 1) + 1
SUFFIXES = ("html", "geojson", "kml", "gpx", "csv")

# The same points as folium draws them: one PolyLine a leg, saved as a page.
FOLIUM = """
import json, sys
import folium
chart = folium.Map(tiles=None)
for feature in json.load(open(sys.argv[1], encoding="utf-8"))["features"]:
    folium.PolyLine([(lat, lon) for lon, lat in feature["geometry"]["coordinates"]]).add_to(chart)
chart.save(sys.argv[2])
"""


def written(folder: Path) -> Path:
    """The folder of the large journey: its text as JSON, which is YAML, and its lines."""
    data = large_data()
    target = folder / str(data["id"])
    target.mkdir()
    features = []
    for leg in data["legs"]:
        line = leg["shape"].pop("line")
        geometry = {"type": "LineString", "coordinates": [[lon, lat] for lat, lon in line]}
        features.append(
            {"type": "Feature", "id": leg["id"], "properties": {}, "geometry": geometry}
        )
    lines = {"type": "FeatureCollection", "features": features}
    (target / "journey.yaml").write_text(json.dumps(data, indent=1), "utf-8")
    (target / "route.geojson").write_text(json.dumps(lines), "utf-8")
    return target


def run(command: list[str], **environment: str) -> tuple[float, float]:
    """How long a program of its own takes, in s, and its peak memory, in MiB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=PROJECT, env={**os.environ, **environment})
    _, status, used = os.wait4(process.pid, 0)
    taken = time.perf_counter() - start
    if status:
        raise RuntimeError(f"{command} failed")
    return taken, used.ru_maxrss / 1_024


def rows() -> Iterator[Row]:
    """Every export, beside folium's page of the same points."""
    with TemporaryDirectory() as folder:
        source = written(Path(folder))
        page = Path(folder) / "folium.html"
        command = [sys.executable, "-c", FOLIUM, str(source / "route.geojson"), str(page)]
        other = run(command)
        for suffix in SUFFIXES:
            to = Path(folder) / f"large.{suffix}"
            command = [sys.executable, "-m", "journey", "export", source.name, "--to", str(to)]
            own = run(command, JOURNEYS=folder)
            wanted = "10 s, 1,024 MiB" + (", 3 MB" if suffix == "html" else "")
            yield Row(f"{COUNT:,} points exported to .{suffix}, beside folium's PolyLine",
                      told(own, to), told(other, page), f"{own[0] / other[0]:.2f}",
                      wanted=wanted)  # fmt: skip


def told(taken: tuple[float, float], file: Path) -> str:
    """What was taken, and how large the file is that was made."""
    return f"{taken[0]:.1f} s, {taken[1]:.0f} MiB, {file.stat().st_size / 1e6:.1f} MB"


if __name__ == "__main__":
    show(rows())
