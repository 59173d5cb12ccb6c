"""Colours, dashes and hollow lines, in a light and a dark set.

The modes are told apart by hue, lightness and dash together with their icon;
the one strong accent belongs to the handcar. Colours are sRGB, dashes are
pixels on and off for a line 5 px wide ("" is an unbroken line).
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Theme = Literal["light", "dark"]


class Ink(NamedTuple):
    """How a mode is drawn: its colour on a light and on a dark background, and its dash."""

    light: str
    dark: str
    dash: str


MODES: dict[str, Ink] = {
    "train": Ink("#27408B", "#9DB4F5", "20 4"),
    "bus": Ink("#2E7D6B", "#6FCBB4", "12 6"),
    "handcar": Ink("#C93A12", "#FF7A4D", ""),
    "walk": Ink("#7A4E12", "#D9AE6A", "2 7"),
    "ship": Ink("#1F6F9F", "#7CC4EC", "18 5 3 5"),
    "plane": Ink("#6A4A9C", "#BFA2EE", "22 10"),
    "car": Ink("#5B6B12", "#BCCB62", "9 4"),
    "bicycle": Ink("#8A3F6B", "#E39AC4", "5 5"),
    "horse": Ink("#5A4632", "#C2A98C", "9 5 2 5"),
    "other": Ink("#4B5258", "#B3BAC0", "5 4 1 4"),
}

# How wide the paper inside a line 5 px wide is, in px, by the basis of the line.
HOLLOW = {"reported": 0.0, "derived": 1.2, "assumed": 2.2}

MAP: dict[Theme, dict[str, str]] = {
    "light": {
        "sea": "#DCE7EA", "land": "#F6F2E9", "coast": "#A9BCC2", "lake": "#DCE7EA",
        "border": "#A08E84", "line": "#8C6F66", "river": "#86AEBD", "graticule": "#C9D6DA",
        "text": "#26292C", "soft": "#656A6D", "water_text": "#5F8494", "paper": "#FCFAF5",
        "rule": "#D9D3C6", "halo": "#F9F6EF",
    },
    "dark": {
        "sea": "#16222A", "land": "#27302F", "coast": "#4C626B", "lake": "#16222A",
        "border": "#8A7B72", "line": "#A98A80", "river": "#4F7C8E", "graticule": "#24353F",
        "text": "#EDEBE5", "soft": "#A8ADAF", "water_text": "#86AABA", "paper": "#1B2024",
        "rule": "#3A4247", "halo": "#1B2226",
    },
}  # fmt: skip
