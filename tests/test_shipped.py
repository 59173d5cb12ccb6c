"""The wheel, installed somewhere else: it has the command and all data."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import HANDCAR, ROOT

# The base map and the faces, and the licences that go along with them.
DATA = [f"data/basemap/{name}" for name in ("*.geojson", "LICENSE*", "COPYING*")]
DATA += [f"data/fonts/{name}" for name in ("*.woff2", "faces.json", "OFL.txt")]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but what the wheel brings."""
    made = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    alone = ["--no-deps", "--no-index", "--no-build-isolation"]
    subprocess.run([*pip, "wheel", *alone, "-w", str(made), str(ROOT)], check=True)
    wheel = next(made.glob("*.whl"))
    subprocess.run([*pip, "install", *alone, "--target", made / "site", wheel], check=True)
    return made / "site"


def run(site: Path, folder: Path, *arguments: str) -> str:
    """What the installed command says when run in that folder."""
    settings = {**os.environ, "PYTHONPATH": str(site)}
    command = [sys.executable, str(site / "bin" / "journey"), *arguments]
    done = subprocess.run(
        command, cwd=folder, env=settings, capture_output=True, text=True, check=True
    )
    return str(done.stdout)


def test_the_wheel_has_every_file_of_the_package_and_of_the_journeys(installed: Path) -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "journey", "data/journeys", *DATA],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip
    assert tracked

    wanted = [name.replace("data/", "journey/data/", 1) for name in tracked]

    assert [name for name in wanted if not (installed / name).is_file()] == []


def test_the_command_finds_and_checks_the_journeys_from_anywhere(
    installed: Path, tmp_path: Path
) -> None:
    assert run(installed, tmp_path, "list").startswith("handcar-2021: ")
    assert str(installed) in run(installed, tmp_path, "check")


def test_the_command_exports_the_same_page_as_here(installed: Path, tmp_path: Path) -> None:
    here = [
        sys.executable,
        "-m",
        "journey",
        "export",
        HANDCAR.name,
        "--to",
        str(tmp_path / "b.html"),
    ]

    run(installed, tmp_path, "export", HANDCAR.name, "--to", "a.html")
    subprocess.run(here, cwd=ROOT, check=True, capture_output=True)

    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()
