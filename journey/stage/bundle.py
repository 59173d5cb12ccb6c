"""The stage's own files: which there are, in what order, and at what address."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from graphlib import TopologicalSorter
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import minify
import rcssmin
from markupsafe import Markup
from xstatic.pkg import leaflet

from journey.model.mode import Mode
from journey.model.palette import MAP
from journey.words.html import tag

STATIC = Path(__file__).with_name("static")
DIAGRAM = STATIC / "diagram.css"
LEFTWARD = STATIC / "leftward.css"

# The second line of a script names what it stands on.
_NEEDS = re.compile("^// needs: (.+)$", re.MULTILINE)

# What of a sign is its own.
_PATH = re.compile(r"<path [^>]*/>")

# How thick a sign is drawn, in units of its grid of 24; 2 where it is less than 20 pixels wide.
STROKE = "1.75"


class Addresses(NamedTuple):
    """Where a page finds the stage: its script, its style sheet and its words.

    The script brings along what it shows in one ``language``; the words are what
    of that is not as in others. The ``version`` is the same in every language.
    """

    script: str
    style: str
    words: str
    language: str
    version: str


# How the stage's map behaves, as Leaflet names it (https://leafletjs.com/reference.html#map-option).
OPTIONS = {
    "zoomControl": False,
    "zoomSnap": 0,
    "scrollWheelZoom": False,
    "maxZoom": 18,
    "minZoom": 1,
    "worldCopyJump": True,
    "maxBoundsViscosity": 1.0,
    "fadeAnimation": False,
    "keyboard": False,
}


def closure(start: str, *folders: Path) -> tuple[Path, ...]:
    """The script ``start`` and all that it needs, each after those that it stands on.

    Scripts are named by their path below one of the ``folders``, without ending.
    """
    arrows: dict[str, list[str]] = {}
    files: dict[str, Path] = {}
    open_names = [start]
    while open_names:
        name = open_names.pop()
        if name in arrows:
            continue
        files[name] = next(filter(Path.is_file, (folder / f"{name}.js" for folder in folders)))
        found = _NEEDS.search(files[name].read_text("utf-8"))
        arrows[name] = found[1].split() if found else []
        open_names += arrows[name]
    return tuple(files[name] for name in TopologicalSorter(arrows).static_order())


@cache
def scripts() -> tuple[Path, ...]:
    """The files of the stage's scripts, in the order in which they run."""
    return closure("host/open", STATIC)


@cache
def dashboard_scripts() -> tuple[Path, ...]:
    """The files that the dashboard's frame runs besides, in their order."""
    return tuple(file for file in closure("host/dashboard", STATIC) if file not in scripts())


# What stands around each script.
_HEAD = '(function (L) {\n  "use strict";\n'
_TAIL = "})(window.L);"


@cache
def script() -> bytes:
    """All scripts of the stage as one, made small, UTF-8."""
    return _together(scripts())


@cache
def dashboard_script() -> bytes:
    """The same of what the dashboard's frame runs besides."""
    return _together(dashboard_scripts())


def _together(files: tuple[Path, ...]) -> bytes:
    """Scripts as one, made small, UTF-8.

    The function around each becomes a block in one around all, which keeps
    their names apart as well and is shorter.
    """
    texts = (file.read_text("utf-8").partition(_HEAD)[2] for file in files)
    blocks = (f"{{{text.rpartition(_TAIL)[0]}}}" for text in texts)
    whole = "".join(("L.journey = L.journey || {};", _HEAD, *blocks, _TAIL))
    return smaller_script(whole).encode()


@cache
def style() -> bytes:
    """The style sheets of the stage, without comments and needless space, UTF-8.

    The one that all parts share comes first, then those of single parts.
    """
    first = STATIC / "stage.css"
    parts = sorted(set(STATIC.glob("*.css")) - {first, DIAGRAM, LEFTWARD})
    rules = "".join(file.read_text("utf-8") for file in (first, *parts))
    return f"{toggled(smaller_style(rules + diagram_style()))}{THEMES}".encode()


@cache
def leftward_style() -> Markup:
    """What pages wear besides that are read from right to left."""
    return Markup(smaller_style(LEFTWARD.read_text("utf-8")))


# Which of two colours is meant, for browsers that don't know light-dark(): --l is not there on a
# light ground, where --d says nothing; on a dark one it is the other way round. Paper is light.
_LIGHT, _DARK = "--l:initial;--d: ;", "--l: ;--d:initial"
THEMES = (
    f":root{{{_LIGHT}}}@media screen{{@media (prefers-color-scheme:dark){{:root{{{_DARK}}}}}"
    f"[data-theme=light]{{{_LIGHT}}}[data-theme=dark]{{{_DARK}}}}}"
)
_BOTH = re.compile(r"light-dark\((#\w+),\s*(#\w+)\)")


def toggled(text: str) -> Markup:
    """A style sheet or markup of ours whose colours for both themes go by ``THEMES``.

    >>> print(toggled("color:light-dark(#000, #fff)"))
    color:var(--l,#000)var(--d,#fff)
    """
    return Markup(_BOTH.sub(r"var(--l,\1)var(--d,\2)", text))


@cache
def diagram_style() -> str:
    """The style sheet of the diagram wherever it stands, with the colours of both themes."""
    light, dark = MAP["light"], MAP["dark"]
    names = ("text", "soft", "rule", "paper")
    colours = "".join(f"--{name}:light-dark({light[name]},{dark[name]});" for name in names)
    rules = DIAGRAM.read_text("utf-8")
    return f".diagram{{{colours}}}{smaller_style(rules)}"


def smaller_script(text: str) -> str:
    """A script without comments and needless space, its own names short; its properties' stay."""
    return str(minify.string("application/javascript", text))


def smaller_style(text: str) -> str:
    """A style sheet without comments and needless space."""
    return str(rcssmin.cssmin(text))


@cache
def library_licence() -> str:
    """Leaflet's licence, which asks to go along with it; its package for Python has none."""
    return (STATIC / "LICENSE.leaflet").read_text("utf-8")


@cache
def library() -> bytes:
    """Leaflet under its licence, UTF-8."""
    return _under_licence("leaflet.js").partition(b"//# sourceMappingURL")[0].rstrip()


@cache
def library_style() -> bytes:
    """Leaflet's style sheet under its licence, UTF-8."""
    return _under_licence("leaflet.css")


def _under_licence(name: str) -> bytes:
    # An exclamation mark asks whoever makes a file smaller to let the comment stand.
    licence = f"/*!\n{library_licence()}*/\n"
    return licence.encode() + (Path(leaflet.BASE_DIR) / name).read_bytes()


@lru_cache(maxsize=1_000)
def icon(mode: str, path: str = "") -> str:
    """The icon of that mode, as SVG markup, or of one of a journey's own with that ``path``."""
    if not path:
        return (STATIC / "icons" / f"{mode}.svg").read_text("utf-8").strip()
    return _PATH.sub(lambda _: str(tag("path", d=path)), icon(Mode.OTHER))


def version(content: bytes) -> str:
    """A short name for that content, for addresses that may be kept for ever."""
    return sha256(content).hexdigest()[:12]
