"""The profile: how high the way leads, under the diagram and along the same time.

Where no height is known nothing is drawn, and a journey without heights has none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, floor

from markupsafe import Markup

from journey.geo.simplify import simplified
from journey.model.palette import Ink
from journey.model.quantity import weakest
from journey.stage.naming import SIZE, Side, Spot
from journey.stage.shapes import data, fitting, label, plane, stroke
from journey.stage.ticks import WIDTHS
from journey.stage.timeline import Timeline
from journey.track.heights import LEAST, Climb, climb, runs
from journey.track.track import Track
from journey.words.html import tag
from journey.words.wording import Wording

_FLATTEST = 50.0  # m that the drawing is high at the least, so that a plain looks like one
_BELOW, _BEYOND = 0.08, 0.1  # parts of the heights that there are below and above them
_ACROSS = 10.0  # heights of the drawing that it is wide, about
_OFF, _COARSER, _MOST = 0.006, 1.4, 700  # of its height that a line may be off; its points at most
_RULES = 3  # across it, at the most
_STEPS = [n * 10.0**power for power in range(6) for n in (1, 2, 5)]  # m between two of them
_ON, _OVER = Side("start", 1, -4), Side("start", 0, -8)  # where words stand
_NARROW = 330.0  # px of the narrowest drawing
_LETTERS = 0.8 * SIZE  # words in a row are narrower than letters alone


def profile(track: Track, line: Timeline, wording: Wording) -> Markup:
    """The drawing, or nothing where no heights are known."""
    found = climb(leg.levels for leg in track.legs if not leg.stays)
    if found is None:
        return Markup("")
    floor_, top = _scale(found)
    said = _said(found, wording)
    how = _how(said, track, wording)
    return tag(
        "svg",
        *_rules(floor_, top, wording),
        plane(*_ways(track, line, floor_, top)),
        *fitting(
            (how, _how(said, track, wording, "profile.brief"), said),
            (_NARROW, *WIDTHS[1:]),
            _LETTERS,
            (0, 1),
            _OVER,
        ),
        class_="profile",
        role="img",
        aria_label=_alt(found, how, wording),
    )


def _scale(found: Climb) -> tuple[float, float]:
    """The heights at the drawing's lower and upper edge, in m."""
    middle, half = (found.low + found.high) / 2, max(found.high - found.low, _FLATTEST) / 2
    low, high = middle - half, middle + half
    return low - (high - low) * _BELOW, high + (high - low) * _BEYOND


def _rules(low: float, top: float, wording: Wording) -> Iterator[Markup]:
    """Lines at round heights, with these on them."""
    step = next((step for step in _STEPS if (top - low) / step <= _RULES), _STEPS[-1])
    for count in range(ceil(low / step), floor(top / step) + 1):
        up = (count * step - low) / (top - low)
        # Nearer to the upper edge its words would stand on those above.
        if up < 1 - _BEYOND:
            yield stroke((0, up), (1, up), "rule")
            yield label(wording.measure(count * step, "m", digits=0), (0, up), _ON, "tick")


def _ways(track: Track, line: Timeline, low: float, top: float) -> Iterator[Markup]:
    """What lies under the way, and the way, by the ink of its legs."""
    found = [
        (leg.means.ink, [(line.within(index, part), (m - low) / (top - low)) for part, m in run])
        for index, leg in enumerate(track.legs)
        for run in runs(leg.levels)
        if len(run) > 1
    ]
    inks: dict[Ink, list[list[Spot]]] = {}
    for (ink, _), way in zip(found, _thinned([spots for _, spots in found]), strict=True):
        inks.setdefault(ink, []).append(way)
    for ink, ways in inks.items():
        under = "".join(data([(way[0][0], 0), *way, (way[-1][0], 0)]) for way in ways)
        yield tag("path", d=under, fill=ink.css, class_="under")
        yield tag("path", d="".join(map(data, ways)), stroke=ink.css, class_="height")


def _thinned(pieces: Sequence[Sequence[Spot]]) -> list[list[Spot]]:
    """The lines with as many points as can be seen, and not more than ``_MOST`` in all."""
    wide = [[(x * _ACROSS, y) for x, y in piece] for piece in pieces]
    off = _OFF
    while True:
        found = simplified(wide, off)
        if sum(map(len, found)) <= max(_MOST, 2 * len(found)) or off > 1:
            return [[(x / _ACROSS, y) for x, y in piece] for piece in found]
        off *= _COARSER


def _said(found: Climb, wording: Wording) -> str:
    """How far it goes up and down, to the step from which on that is counted."""
    if not (found.up or found.down):
        key = "profile.level" if found.whole else "profile.level_partly"
        return wording.say(key, least=wording.measure(LEAST, "m"))
    key = "profile.said" if found.whole else "profile.partly"
    up, down = (wording.measure(round(m, -1), "m", digits=0) for m in (found.up, found.down))
    return wording.say(key, up=up, down=down)


def _how(said: str, track: Track, wording: Wording, key: str = "profile.how") -> str:
    """The same with its basis, and from which step on rises and falls are counted."""
    shapes = [leg.leg.shape for leg in track.legs if leg.levels and leg.leg.shape]
    basis = weakest([shape.basis for shape in shapes])
    return wording.say(
        key,
        said=said,
        basis=wording.say(f"basis.{basis}"),
        least=wording.measure(LEAST, "m"),
    )


def _alt(found: Climb, how: str, wording: Wording) -> str:
    """The same for readers, with the lowest and the highest point."""
    low, high = (wording.measure(m, "m", digits=0) for m in (found.low, found.high))
    return wording.say("profile.alt", low=low, high=high, said=how)
