"""Colours, dashes and hollow lines, in a light and a dark set.

The modes are told apart by hue, lightness and dash together with their icon;
the one strong accent belongs to the handcar. Colours are sRGB, dashes are
pixels on and off for a line as wide as ``LINE_WIDTH`` ("" is an unbroken line).
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Theme = Literal["light", "dark"]

LINE_WIDTH = 4.2  # px of a leg's line at its usual size


class Ink(NamedTuple):
    """How a mode is drawn: its colour on a light and on a dark background, and its dash.

    As words on the map it has colours of its own, for letters are thinner than
    lines.
    """

    light: str
    dark: str
    dash: str
    word_light: str
    word_dark: str

    @property
    def css(self) -> str:
        """The colour in both themes, as a style sheet or an attribute of SVG has it."""
        return f"light-dark({self.light},{self.dark})"


def _ink(light: str, dark: str, dash: str, words: tuple[str, str] | None = None) -> Ink:
    return Ink(light, dark, dash, *(words or (light, dark)))


MODES: dict[str, Ink] = {
    "train": _ink("#27408B", "#9DB4F5", ""),
    "bus": _ink("#2E7D6B", "#6FCBB4", "11 5", ("#23685A", "#6FCBB4")),
    "handcar": _ink("#C93A12", "#FF7A4D", "", ("#B5300B", "#FF8A61")),
    "walk": _ink("#7A4E12", "#D9AE6A", "2 7"),
    "ship": _ink("#1F6F9F", "#7CC4EC", "18 5 3 5", ("#1B628D", "#7CC4EC")),
    "plane": _ink("#6A4A9C", "#BFA2EE", "22 10"),
    "car": _ink("#5B6B12", "#BCCB62", "9 4"),
    "bicycle": _ink("#8A3F6B", "#E39AC4", "5 5"),
    "horse": _ink("#5A4632", "#C2A98C", "9 5 2 5"),
    "tram": _ink("#236927", "#79D78A", "14 4"),
    "underground": _ink("#90348D", "#D982D5", "7 3"),
    "ferry": _ink("#2B6D7D", "#A7E3EA", "14 4 3 4"),
    "boat": _ink("#374865", "#869FBC", "10 4 2 4 2 4"),
    "canoe": _ink("#536236", "#A1D964", "6 4"),
    "ski": _ink("#2E2F5E", "#8990E3", "16 3 2 3"),
    "cable-car": _ink("#733E48", "#EBB8BD", "3 3 9 3"),
    "balloon": _ink("#902E45", "#DA828B", "24 6 2 6"),
    "sledge": _ink("#2D4833", "#B0E3B9", "12 4 4 4"),
    "riding": _ink("#786131", "#E9E2BB", "7 4 2 4"),
    "wheelchair": _ink("#471E64", "#D4B8DF", "4 4 4 8"),
    "other": _ink("#4B5258", "#B3BAC0", "5 4 1 4"),
}

# How much of a line's width is paper, by the basis of the line.
HOLLOW = {"reported": 0.0, "derived": 0.2, "assumed": 0.34}

MAP: dict[Theme, dict[str, str]] = {
    "light": {
        "sea": "#DCE7EA", "land": "#F6F2E9", "band": "#E8F0F1", "lake": "#DCE7EA",
        "coast": "#68848F", "river": "#4F8AA0", "border": "#8E7A6F", "line": "#8C6F66",
        "graticule": "#C9D6DA", "text": "#26292C", "soft": "#5C6164", "town": "#3F4447",
        "country": "#51483D", "water_text": "#3A6070", "paper": "#FCFAF5", "rule": "#D9D3C6",
        "halo": "#F9F6EF", "sleeper": "#9B6A55",
    },
    "dark": {
        "sea": "#16222A", "land": "#27302F", "band": "#1D2C35", "lake": "#16222A",
        "coast": "#647D88", "river": "#528194", "border": "#A08F84", "line": "#A98A80",
        "graticule": "#24353F", "text": "#EDEBE5", "soft": "#A8ADAF", "town": "#CFCFC8",
        "country": "#D2C9BD", "water_text": "#90B3C2", "paper": "#1B2024", "rule": "#3A4247",
        "halo": "#1B2226", "sleeper": "#B58B76",
    },
}  # fmt: skip

# What is laid over the land, with its strength as the last two digits: on the dark side of
# hills, on the light one, and on high land.
RELIEF: dict[Theme, dict[str, str]] = {
    "light": {"shade": "#5E514057", "shine": "#FFFFFF99", "height": "#DCBE9266"},
    "dark": {"shade": "#0B101280", "shine": "#B9C4BE21", "height": "#6E645038"},
}
