"""What the image and the compose file say, held against what they speak of."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from shutil import copy, copytree
from typing import Any

from ruamel.yaml import YAML

from journey.server.allowlist import OPEN
from tests.serving import PROJECT

DEPLOY = PROJECT / "deploy"
IMAGE = (DEPLOY / "Dockerfile").read_text("utf-8")
PROXY = (DEPLOY / "haproxy.cfg").read_text("utf-8")
SERVICES: dict[str, dict[str, Any]] = YAML(typ="safe").load(DEPLOY / "compose.yaml")["services"]
SERVERS = ("a", "b", "c")


def copied() -> list[str]:
    """What the image takes from the project."""
    lines = re.findall(r"^COPY (?!--)(.+) \S+$", IMAGE, re.MULTILINE)
    return [name for line in lines for name in line.split()]


def test_what_goes_into_the_image_is_there_and_is_let_in() -> None:
    let_in = (DEPLOY / "Dockerfile.dockerignore").read_text("utf-8").split()

    assert len(copied()) == 6
    assert all((PROJECT / name).exists() for name in copied())
    assert {f"!{name}" for name in copied()} <= set(let_in)


def test_what_goes_into_the_image_is_enough_to_tell_a_story(tmp_path: Path) -> None:
    for name in copied():
        place = PROJECT / name
        (copytree if place.is_dir() else copy)(place, tmp_path / name)
    told = tmp_path / "told.html"

    asked = ["-m", "journey", "export", "handcar-2021", "--to", str(told)]
    subprocess.run([sys.executable, *asked], cwd=tmp_path, check=True, timeout=120)

    assert (PROJECT / "LICENSE").read_text("utf-8").splitlines()[2] in told.read_text("utf-8")


def test_the_image_runs_as_somebody_who_owns_nothing() -> None:
    stages = re.split("^FROM ", IMAGE, flags=re.MULTILINE)[1:]

    assert len(stages) == 2
    assert re.search(r"^USER [1-9]\d*:[1-9]\d*$", stages[-1], re.MULTILINE)
    assert "pip install" not in stages[-1]


def test_its_health_is_asked_at_an_address_that_is_open() -> None:
    asked = re.findall(r"/_stcore/health", IMAGE + PROXY)

    assert len(asked) == 2
    assert set(asked) <= set(OPEN)


def test_every_container_runs_on_a_file_system_that_it_cannot_write_to() -> None:
    assert set(SERVICES) == {*SERVERS, "proxy"}
    for service in SERVICES.values():
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]


def test_the_proxy_is_told_all_that_its_settings_ask_for() -> None:
    asked = set(re.findall(r"\$\{(\w+)", PROXY))

    assert asked == set(SERVICES["proxy"]["environment"])
    for name in SERVERS:
        assert SERVICES["proxy"]["environment"][f"SERVER_{name.upper()}"] == f"{name}:8501"
