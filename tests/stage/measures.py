"""Measures what can be read on the stage: contrasts of words and lines, and what covers what.

Contrast is that of WCAG 2.2 (relative luminance of sRGB, success criterion
1.4.3), with its thresholds: 4.5, and 3 for large letters and for graphics.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from math import hypot
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, ViewportSize

from journey.model.palette import Theme
from tests.browsing import PATIENCE, rest, until

MEASURES = Path(__file__).with_suffix(".js")

# px that two boxes may share.
SLACK = 1.0
# Of a country's share of the map that is free, from which it has to be named.
SHARE = 0.03
# px around the middle of the ring at an end of the journey.
RING = 8

# Goes where an address leads; once the page has heard of it, the stage has followed.
GO = """
view => location.hash.slice(1) === view || new Promise((done) => {
  addEventListener("hashchange", () => done(true), {once: true});
  location.hash = view;
})
"""
# Whether the hills are drawn, or the page has none.
HILLS = """
() => "relief" in document.getElementById("stage").dataset
  || !JSON.parse(document.getElementById("journey-data").textContent).base.relief
"""

Data = dict[str, Any]
Colour = Sequence[float]
Corners = Sequence[Sequence[float]]


def luminance(colour: Colour) -> float:
    """Relative luminance of a colour, 0 to 1, from red, green and blue, 0 to 255.

    >>> luminance((0, 0, 0)), round(luminance((255, 255, 255)), 6)
    (0.0, 1.0)
    """
    parts = [part / 255 for part in colour[:3]]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a: Colour, b: Colour) -> float:
    """The contrast of two colours, 1 to 21.

    >>> round(contrast((0, 0, 0), (255, 255, 255)), 2)
    21.0
    """
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


def over(colour: Colour, alpha: float, below: Colour) -> tuple[float, ...]:
    """A colour laid over another with that opacity, 0 to 1."""
    return tuple(c * alpha + b * (1 - alpha) for c, b in zip(colour[:3], below[:3], strict=True))


def read(word: Data) -> float:
    """The least contrast of a word with what is beside its letters.

    That is its halo, where it has one, over the darkest and the lightest of
    what lies beneath; else these themselves.
    """
    faint, halo = word["opacity"], word["halo"]
    alpha = word["colour"][3] * faint
    found = []
    for ground in (word["dark"], word["light"]):
        beside = over(halo, halo[3] * faint, ground) if halo else ground
        found.append(contrast(over(word["colour"], alpha, beside), beside))
    return min(found)


def needed(word: Data) -> float:
    """The contrast that a word needs by its size in px and its weight."""
    return 3.0 if word["size"] >= 24 or (word["bold"] and word["size"] >= 18.66) else 4.5


def faint(words: Iterable[Data]) -> list[str]:
    """The words that can't be read, each with its kind and its contrast."""
    return [
        f"{word['text']!r} ({word['kind']}) {read(word):.2f} < {needed(word)}"
        for word in words
        if read(word) < needed(word)
    ]


def _reach(corners: Corners, x: float, y: float) -> tuple[float, float]:
    """How far a shape reaches along a direction, in px."""
    along = [px * x + py * y for px, py in corners]
    return min(along), max(along)


def covered(a: Corners, b: Corners) -> float:
    """How deep two boxes lie over each other, in px, by the axis on which it is least.

    Their corners are in order, and they may be turned (separating axes,
    Gottschalk, 1996); 0 or less where they are apart.
    """
    depths = []
    for corners in (a, b):
        for (x0, y0), (x1, y1) in zip(corners, [*corners[1:], corners[0]], strict=True):
            long = hypot(x1 - x0, y1 - y0) or 1.0
            axis = (y1 - y0) / long, (x0 - x1) / long
            (low, high), (least, most) = _reach(a, *axis), _reach(b, *axis)
            depths.append(min(high, most) - max(low, least))
    return min(depths)


def covering(solids: Iterable[Data], slack: float = SLACK) -> list[str]:
    """Which of those boxes cover each other by more than ``slack`` px."""
    return [
        f"{a['name']!r} and {b['name']!r} by {depth:.0f} px"
        for a, b in combinations(solids, 2)
        if (depth := covered(a["corners"], b["corners"])) > slack
    ]


def square(box: Data) -> Corners:
    """The corners of an upright box."""
    left, top, right, bottom = (box[side] for side in ("left", "top", "right", "bottom"))
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def around(x: float, y: float, radius: float) -> Corners:
    """The corners of an upright box around a point."""
    left, top, right, bottom = x - radius, y - radius, x + radius, y + radius
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def hidden(seen: Data) -> list[str]:
    """The dots of named places that lie under a panel."""
    panels = [solid for solid in seen["solids"] if solid["part"] == "panel"]
    return [
        f"a dot at {dot['left']:.0f}, {dot['top']:.0f} is under {panel['name']!r}"
        for dot in seen["dots"]
        for panel in panels
        if covered(square(dot), panel["corners"]) > 0
    ]


def outside(seen: Data, slack: float = SLACK) -> list[str]:
    """The names and signs on the map that its edge cuts."""
    stage = seen["stage"]
    return [
        solid["name"]
        for solid in seen["solids"]
        if solid["part"] == "map"
        and not all(
            stage["left"] - slack <= x <= stage["right"] + slack
            and stage["top"] - slack <= y <= stage["bottom"] + slack
            for x, y in solid["corners"]
        )
    ]


def lost(seen: Data) -> list[str]:
    """What is wrong with start and end: not named, beyond the map, or under a panel."""
    panels = [solid for solid in seen["solids"] if solid["part"] == "panel"]
    stage = square(seen["stage"])
    found = []
    for end in seen["ends"]:
        ring = around(end["x"], end["y"], RING)
        if end["name"] not in names(seen):
            found.append(f"{end['name']} is not named")
        if covered(ring, stage) < 2 * RING:
            found.append(f"the ring of {end['name']} is beyond the map")
        found += [
            f"the ring of {end['name']} is under {panel['name']!r}"
            for panel in panels
            if covered(ring, panel["corners"]) > 0
        ]
    return found


def names(seen: Data) -> list[str]:
    """The words on the map, each in one line."""
    return [" ".join(word["text"].split()) for word in seen["words"] if "jm-label" in word["kind"]]


class Look:
    """The stage of a page at one size, looked at from several places, light and dark."""

    def __init__(self, browser: Browser, url: str, size: tuple[int, int], *scripts: str) -> None:
        screen: ViewportSize = {"width": size[0], "height": size[1]}
        self.context = browser.new_context(viewport=screen, reduced_motion="reduce")
        self.context.set_default_timeout(PATIENCE)
        self.context.clock.install()
        for script in (MEASURES.read_text("utf-8"), *scripts):
            self.context.add_init_script(script)
        self.page = self.context.new_page()
        self.errors: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.goto(url)
        self.page.locator("[data-named]").wait_for(state="attached")

    def at(self, view: str, theme: Theme = "light", *, hilly: bool = True) -> Data:
        """What is seen where the address leads, as ``measures.js`` tells it.

        That is after the hills have been drawn, where the page has some that
        can be read.
        """
        self._light(theme)
        self.page.evaluate(GO, view)
        self._rest(hilly)
        seen: Data = self.page.evaluate("measures()")
        return seen

    def resize(self, size: tuple[int, int]) -> None:
        """Give the page another size, in px of width and height."""
        self.page.set_viewport_size({"width": size[0], "height": size[1]})

    def close(self) -> None:
        """Let the browser forget it."""
        self.context.close()

    def _light(self, theme: Theme) -> None:
        """Change to a theme; its hills have to be drawn anew."""
        if self.page.evaluate("document.getElementById('stage').dataset.theme") == theme:
            return
        self.page.evaluate("delete document.getElementById('stage').dataset.relief")
        self.page.emulate_media(color_scheme=theme)
        until(
            self.page,
            "theme => document.getElementById('stage').dataset.theme === theme",
            arg=theme,
        )

    def _rest(self, hilly: bool) -> None:
        """Wait until faces and hills are there and words have their places."""
        self.page.evaluate("document.fonts.ready.then(() => true)")
        rest(self.page, 2)
        while hilly and not self.page.evaluate(HILLS):
            rest(self.page, 0.1)
        rest(self.page, 0.1)


def measured(
    look: Look, views: dict[str, str], themes: Iterable[Theme]
) -> Iterator[tuple[tuple[str, str], Data]]:
    """What is seen from each of the views in each theme, by the view's name and the theme."""
    for name, view in views.items():
        for theme in themes:
            yield (name, theme), look.at(view, theme)
