"""The legs side by side: every fact once, in the same rows for all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from journey.pages.cells import ROWS, Cells, cells
from journey.pages.chaptered import chaptered
from journey.pages.footing import BESIDE, dot, figure, grounds, mark
from journey.pages.roll import roll
from journey.pages.seeing import Beside, account, nowhere
from journey.stage.chapters import LONG, MANY
from journey.track.track import LegTrack, Track
from journey.words import itinerary
from journey.words.html import tag
from journey.words.wording import Wording
from journey.words.years import dating

# So many legs stand side by side; more stand below each other, a row each.
FEW = 5
# The keys of what a row is called, and of what holds for all that stands in it.
_NAMES = {
    "duration": "leg.duration", "distance": "leg.distance", "speed": "leg.speed",
    "ends": "legs.ends", "way": "leg.stop", "line": "leg.line", "clocks": "leg.clocks",
    "unknown": "legs.unknown",
}  # fmt: skip
_HINTS = {"speed": "legs.speed_hint", "line": "legs.line_hint"}


def table(
    track: Track,
    wording: Wording,
    *,
    brief: bool = False,
    unfolds: bool = False,
    beside: Beside = nowhere,
) -> Markup:
    """All legs with their facts; ``brief`` leaves out what these stand on, as very many do.

    ``unfolds`` offers a button to open all that is folded, which needs a script.
    Other journeys have their pages ``beside``.
    """
    dated = dating(track, wording)
    if len(track.legs) > LONG:
        head = _head(track, dated, unfolds=False)
        return tag("section", head, roll(track, dated, beside), class_="hh leg-by-leg")
    before = (None, *track.legs)
    told = [
        cells(leg, last, track.journey, dated, brief=brief)
        for last, leg in zip(before, track.legs, strict=False)
    ]
    # Where no time is known at all, that is told once, and not once more of the speed.
    idle = {"speed"} if all(leg.speed is None for leg in track.legs) else set()
    rows = [row for row in ROWS if row not in idle and any(row in found for found in told)]
    many = len(track.legs) > MANY
    legs = [
        _leg(leg, found, rows, dated, beside, "h4" if many else "h3")
        for leg, found in zip(track.legs, told, strict=True)
    ]

    def grid(some: Sequence[Markup], _: int = 0) -> Markup:
        number = len(some)
        kind = f"legs legs-of-{number}" if number <= FEW and not many else "legs many"
        return tag("div", _labels(rows, dated), *some, class_=kind)

    shown = chaptered(track, dated, legs, grid) if many else grid(legs)
    return tag("section", _head(track, dated, unfolds), shown, class_="hh leg-by-leg")


def _head(track: Track, wording: Wording, unfolds: bool) -> Markup:
    """The title, what the marks mean, and what is so of the whole journey."""
    marks = (
        tag("span", dot(basis), " ", wording.say(f"basis.{basis}"))
        for basis in ("reported", "derived", "assumed")
    )
    return tag(
        "header",
        tag("h2", wording.say("page.legs")),
        tag("p", *marks, class_="marks"),
        _unfold(wording) if unfolds else "",
        tag("ul", *(tag("li", said) for said in _whole(track, wording))),
    )


def _unfold(wording: Wording) -> Markup:
    words = wording.say("legs.unfold")
    return tag("button", words, type="button", data_unfold="", aria_expanded="false")


def _whole(track: Track, wording: Wording) -> Iterator[Markup]:
    """When it was, how long and how far in all, and what share of both each mode has."""
    for day in itinerary.days(track.journey, wording):
        yield figure(day, wording) + grounds(day, wording)
    known = mark(itinerary.total_basis(track).value, wording)
    yield _said(itinerary.total(track, wording)) + known
    basis = mark(itinerary.shares_basis(track).value, wording)
    shares = itinerary.shares(track, wording)
    if shares[1:]:  # One alone has all of it.
        how = tag("div", wording.say("figure.shares_how"), class_="by")
        yield _said(f"{BESIDE}· ".join(shares)) + basis + " " + how


def _said(words: str) -> Markup:
    return tag("span", words, BESIDE, class_="said")


def _labels(rows: Iterable[str], wording: Wording) -> Markup:
    """What the rows are called, for the eye alone: each leg names them for readers."""
    names = (tag("span", *_label(row, wording), class_=f"row row-{row}") for row in rows)
    return tag("div", *names, class_="labels", aria_hidden="true")


def _label(row: str, wording: Wording) -> Iterator[str]:
    yield wording.say(_NAMES[row])
    if row in _HINTS:
        yield from (" ", tag("small", wording.say(_HINTS[row])))


def _leg(
    leg: LegTrack, found: Cells, rows: Iterable[str], wording: Wording, beside: Beside, title: str
) -> Markup:
    text = account(leg.leg, wording, beside)
    said = (
        tag(
            "div",
            tag("dt", *_label(row, wording)),
            tag("dd", found.get(row, Markup("–"))),
            class_=f"row row-{row}" if row in found else f"row row-{row} none",
        )
        for row in rows
    )
    return tag(
        "article",
        tag(title, tag("span", class_="icon", aria_hidden="true"), _button(leg, wording)),
        tag("p", text) if text else "",
        tag("dl", *said),
        class_=f"leg mode-{leg.leg.mode}",
        id=f"leg-{leg.leg.id}",
    )


def _button(leg: LegTrack, wording: Wording) -> Markup:
    """The leg's name, which picks it."""
    return tag(
        "button",
        wording.pick(leg.leg.name),
        type="button",
        data_leg=leg.leg.id,
        aria_pressed="false",
        title=wording.say("page.show"),
    )
