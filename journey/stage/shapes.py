"""Pieces of a drawing that fits every size: spots in shares of it, strokes and letters in px."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from journey.model.palette import LINE_WIDTH, Ink
from journey.stage.labels import text_width
from journey.stage.naming import Side, Spot
from journey.stage.ticks import WIDTHS
from journey.words.html import tag

WIDTH = 4.0  # px of a leg's line
_UNITS = 1000  # of the plane on which paths are drawn, in each direction


def percent(share: float) -> str:
    """The share of a drawing as SVG has it.

    >>> percent(0.12345), percent(1)
    ('12.35%', '100%')
    """
    return f"{100 * share:.2f}".rstrip("0").rstrip(".") + "%"


def shown(kind: str, width: int, until: int = len(WIDTHS)) -> str:
    """The class ``kind``, with the classes for what is shown from one of the widths until another.

    >>> shown("tick", 0), shown("tick", 1, 2)
    ('tick', 'tick from-560 until-1000')
    """
    words = [kind]
    if width:
        words.append(f"from-{WIDTHS[width]}")
    if until < len(WIDTHS):
        words.append(f"until-{WIDTHS[until]}")
    return " ".join(words)


def label(text: str, at: Spot, side: Side, kind: str, **more: str | None) -> Markup:
    """A text beside a spot of the drawing."""
    return tag(
        "text",
        text,
        x=percent(at[0]),
        y=percent(1 - at[1]),
        dx=f"{side.right:g}" if side.right else None,
        dy=f"{side.down:g}",
        text_anchor=None if side.anchor == "start" else side.anchor,
        class_=kind,
        **more,
    )


def fitting(
    texts: Sequence[str], room: Sequence[float], size: float, at: Spot, side: Side
) -> Iterator[Markup]:
    """At each of the widths the first of the texts that fits in so many px, else the last."""
    fits = [next((t for t in texts if text_width(t, size) <= px), texts[-1]) for px in room]
    for width, text in enumerate(fits):
        if width and text == fits[width - 1]:
            continue
        until = next((i for i in range(width, len(fits)) if fits[i] != text), len(fits))
        yield label(text, at, side, shown("title", width, until))


def stroke(low: Spot, high: Spot, kind: str) -> Markup:
    """A straight line from spot to spot."""
    (a, b), (c, d) = low, high
    return tag(
        "line", x1=percent(a), y1=percent(1 - b), x2=percent(c), y2=percent(1 - d), class_=kind
    )


def spot(at: Spot, *inside: Markup, kind: str = "at") -> Markup:
    """What is drawn in px around a spot."""
    return tag("svg", *inside, x=percent(at[0]), y=percent(1 - at[1]), class_=kind)


def plane(*inside: Markup, **attributes: str) -> Markup:
    """What holds paths: it is stretched with the drawing, their strokes are not."""
    return tag(
        "svg",
        *inside,
        viewBox=f"0 0 {_UNITS} {_UNITS}",
        preserveAspectRatio="none",
        width="100%",
        height="100%",
        **attributes,
    )


def data(spots: Sequence[Spot]) -> str:
    """The line through the spots as data of a path on a plane.

    >>> data([(0, 0), (0.5, 1)])
    'M0 1000L500 0'
    """
    pairs = (f"{_short(_UNITS * x)} {_short(_UNITS * (1 - y))}" for x, y in spots)
    return "M" + "L".join(pairs)


def path(spots: Sequence[Spot], **attributes: str | None) -> Markup:
    """The line through the spots, on a plane."""
    return tag("path", d=data(spots), **attributes)


def way(
    d: str, ink: Ink, hollow: float, *, unknown: bool, kind: str | None = None
) -> Iterator[Markup]:
    """The line of a leg: in the ink and the dash of its mode, dotted where its time is not known.

    Inside it are ``hollow`` px of paper.
    """
    dash = " ".join(f"{float(n) * WIDTH / LINE_WIDTH:g}" for n in ink.dash.split())
    yield tag(
        "path",
        d=d,
        stroke=ink.css,
        stroke_dasharray=None if unknown else dash or None,
        class_="unknown" if unknown else kind,
    )
    if hollow:
        yield tag("path", d=d, stroke_width=f"{hollow:g}", class_="core")


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
