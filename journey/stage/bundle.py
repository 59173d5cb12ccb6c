"""The stage's own files: which there are, in what order, and at what address."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

STATIC = Path(__file__).with_name("static")
BASEMAP = Path(__file__).parents[2] / "data" / "basemap"

# Each script stands on those before it.
SCRIPTS = (
    "arithmetic",
    "node",
    "pace",
    "sheet",
    "theme",
    "ground",
    "basemap",
    "labels",
    "course",
    "route",
    "clock",
    "diagram",
    "strip",
    "transport",
    "player",
    "keys",
    "panels",
    "card",
    "help",
    "inset",
    "camera",
    "captions",
    "link",
    "tiles",
    "stage",
)


class Files(NamedTuple):
    """Where a page finds the stage: addresses of its script and its style sheet."""

    script: str
    style: str


@cache
def script() -> bytes:
    """All scripts of the stage as one, UTF-8."""
    return b"\n".join((STATIC / f"{name}.js").read_bytes() for name in SCRIPTS)


@cache
def style() -> bytes:
    """The style sheet of the stage, UTF-8."""
    return (STATIC / "stage.css").read_bytes()


@cache
def icon(mode: str) -> str:
    """The icon of that mode, as SVG markup."""
    return (STATIC / "icons" / f"{mode}.svg").read_text("utf-8").strip()


@cache
def layers() -> dict[str, bytes]:
    """The base map's layers by file name, UTF-8 GeoJSON."""
    return {file.name: file.read_bytes() for file in sorted(BASEMAP.glob("*.geojson"))}


def version(content: bytes) -> str:
    """A short name for that content, for addresses that may be kept for ever."""
    return sha256(content).hexdigest()[:12]
