"""The stage's own files: which there are, in what order, and at what address."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import rcssmin
import rjsmin
from xstatic.pkg import leaflet

STATIC = Path(__file__).with_name("static")

# Each script stands on those before it.
SCRIPTS = (
    "unpack",
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
    "rows",
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
    "frame",
    "choice",
    "telling",
    "stage",
)


class Files(NamedTuple):
    """Where a page finds the stage: addresses of its script and its style sheet."""

    script: str
    style: str


# How the stage's map behaves, as Leaflet names it (https://leafletjs.com/reference.html#map-option).
OPTIONS = {
    "zoomControl": False,
    "zoomSnap": 0.25,
    "wheelPxPerZoomLevel": 120,
    "maxZoom": 18,
    "minZoom": 1,
    "worldCopyJump": True,
    "maxBoundsViscosity": 1.0,
    "fadeAnimation": False,
    "keyboard": False,
}


@cache
def script() -> bytes:
    """All scripts of the stage as one, without comments and needless space, UTF-8."""
    texts = [(STATIC / f"{name}.js").read_text("utf-8") for name in SCRIPTS]
    return b"\n".join(rjsmin.jsmin(text).encode() for text in texts)


@cache
def style() -> bytes:
    """The style sheet of the stage, without comments and needless space, UTF-8."""
    return smaller_style((STATIC / "stage.css").read_text("utf-8")).encode()


def smaller_style(text: str) -> str:
    """A style sheet without comments and needless space."""
    return str(rcssmin.cssmin(text))


@cache
def library() -> bytes:
    """Leaflet, UTF-8."""
    text = (Path(leaflet.BASE_DIR) / "leaflet.js").read_bytes()
    return text.partition(b"//# sourceMappingURL")[0].rstrip()


@cache
def library_style() -> bytes:
    """Leaflet's style sheet, UTF-8."""
    return (Path(leaflet.BASE_DIR) / "leaflet.css").read_bytes()


@cache
def icon(mode: str) -> str:
    """The icon of that mode, as SVG markup."""
    return (STATIC / "icons" / f"{mode}.svg").read_text("utf-8").strip()


def version(content: bytes) -> str:
    """A short name for that content, for addresses that may be kept for ever."""
    return sha256(content).hexdigest()[:12]
