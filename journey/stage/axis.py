"""The time's axis along the bar: round hours, days or years, so many as have room side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from journey.stage import ticks
from journey.stage.labels import text_width
from journey.stage.timeline import Timeline
from journey.track.track import Track
from journey.words import totals
from journey.words.wording import Wording

_LEAST = (288, *ticks.WIDTHS[1:])  # px that the axis is long at the least, at each of the widths
_GAP = 10.0  # px between two words
_COUNTS = (4, 7, 7)  # marks in the stage at the most, at each of the widths
_LETTERS = 12.0  # px of their words


class Mark(NamedTuple):
    """A time on the axis: its place along the bar, its words, and from which width it is shown.

    The words of the start begin there; those of all others stand around their place.
    """

    place: float
    text: str
    width: int


def axis(track: Track, wording: Wording) -> dict[str, Any]:
    """What the stage shows below the bar: marks, and how long the whole took.

    A mark is its place, its words, and from how many px of the axis it is shown.
    Where no time is known, each leg says so itself.
    """
    line = Timeline.of(track)
    total = totals.time(track, wording.narrowed()) if line.whole else ""
    found = marks(line, _COUNTS, _LETTERS, wording, total)
    return {
        "marks": [(round(place, 5), text, ticks.WIDTHS[width]) for place, text, width in found],
        "total": total,
    }


def marks(
    line: Timeline, counts: Sequence[int], letters: float, wording: Wording, total: str = ""
) -> list[Mark]:
    """The marks of an axis whose words are ``letters`` px high, at most so many at each width.

    The first one is that of the start and has the unit. What would meet another
    is left out, or shown where the axis is longer; ``total`` stands at its end.
    None where no time is known.
    """
    if not line.whole:
        return []
    start, found = ticks.numbers(line.whole, counts, wording)
    chosen = [Mark(0.0, start, 0)]
    for width, least in enumerate(_LEAST):
        end = least - (text_width(total, letters) + _GAP if total else -letters)
        for tick in found:
            mark = Mark(line.at(tick.value), tick.text, width)
            if tick.width <= width and _fits(mark, chosen, letters, least, end):
                chosen.append(mark)
    return sorted(chosen)


def _fits(mark: Mark, chosen: Sequence[Mark], letters: float, least: int, end: float) -> bool:
    """Whether it is clear of those that are chosen, and ends before that many px."""
    left, right = _reach(mark, letters, least)
    return right <= end and all(
        right + _GAP <= low or high + _GAP <= left
        for low, high in (_reach(other, letters, least) for other in chosen)
    )


def _reach(mark: Mark, letters: float, least: int) -> tuple[float, float]:
    """From where to where a mark's words reach, in px along an axis of ``least`` px."""
    wide, at = text_width(mark.text, letters), mark.place * least
    return (0.0, wide) if not mark.place else (at - wide / 2, at + wide / 2)
