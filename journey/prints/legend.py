"""What the lines of the printed map mean: each leg by its mode and its line."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from markupsafe import Markup

from journey.model.claims import Basis
from journey.prints import drawing
from journey.stage.chapters import LONG
from journey.stage.labels import letters_width
from journey.track.track import LegTrack, Track
from journey.words.html import joined, listed, tag
from journey.words.modes import named
from journey.words.wording import Wording

# All mm: a line's height, its letters, and its width beside the sample.
_LINE, _SIZE, _WIDTH = 5.2, 3.1, 74.0
EACH = 12  # legs up to which each has a line of its own

# What the legend says of a line, by its basis.
_LINES = {
    Basis.REPORTED: "map.known_line",
    Basis.DERIVED: "map.derived_line",
    Basis.ASSUMED: "map.assumed_line",
}


def legend(track: Track, wording: Wording) -> Markup:
    """The legs, or, where they are many, the kinds of their lines with the legs' numbers.

    Where they are very many, it is said how many are of each kind.
    """
    items = (_sample(leg) + tag("span", said) for leg, said in _items(track, wording))
    return listed(items, class_="legend")


def height(track: Track, wording: Wording) -> float:
    """About how high the legend is, in mm."""
    widths = [letters_width(said.striptags(), _SIZE) for _, said in _items(track, wording)]
    return sum(ceil(max(widths[i : i + 2]) / _WIDTH) * _LINE for i in range(0, len(widths), 2))


def turns(track: Track) -> list[int]:
    """The legs from which on its line is another one, the first among them, and the last.

    Of many legs these are numbered first, for the legend tells them from there to there.
    """
    kinds = [(leg.leg.mode, leg.line_basis) for leg in track.legs]
    found = [i for i, kind in enumerate(kinds) if i == 0 or kind != kinds[i - 1]]
    return list(dict.fromkeys([*found, len(kinds) - 1]))


def _items(track: Track, wording: Wording) -> Iterator[tuple[LegTrack, Markup]]:
    """What is said of each line, with a leg that has such a one."""
    if len(track.legs) <= EACH:
        for number, leg in enumerate(track.legs, 1):
            name = tag("strong", f"{number} {named(leg.means, wording)}")
            yield leg, _said(leg, joined((name, " ", wording.pick(leg.leg.name))), wording)
        return
    kinds: dict[tuple[str, Basis], list[int]] = {}
    for number, leg in enumerate(track.legs, 1):
        kinds.setdefault((leg.leg.mode, leg.line_basis), []).append(number)
    for numbers in kinds.values():
        leg = track.legs[numbers[0] - 1]
        name = tag("strong", named(leg.means, wording))
        many = len(track.legs) > LONG
        told = wording.count("strip.legs", len(numbers)) if many else ", ".join(_runs(numbers))
        yield leg, _said(leg, name + f" {told}", wording)


def _said(leg: LegTrack, name: Markup, wording: Wording) -> Markup:
    return joined((name, " ", tag("em", f"({wording.say(_LINES[leg.line_basis])})")))


def _sample(leg: LegTrack) -> Markup:
    sample = drawing.route([(2, 5), (58, 5)], leg.means.ink, leg.line_basis.value)
    return tag("svg", sample, viewBox="0 0 60 10", aria_hidden="true")


def _runs(numbers: list[int]) -> Iterator[str]:
    """The numbers, those that follow each other as from the first to the last.

    >>> list(_runs([1, 2, 3, 5, 8, 9]))
    ['1–3', '5', '8–9']
    """
    first = last = numbers[0]
    for number in [*numbers[1:], 0]:
        if number != last + 1:
            yield f"{first}–{last}" if last > first else str(first)
            first = number
        last = number
