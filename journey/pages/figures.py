"""The figures that surprise, as HTML: average speeds, and what share each mode has."""

from __future__ import annotations

from html import escape

from journey.model.palette import MODES
from journey.track.track import Track
from journey.words import itinerary
from journey.words.provenance import mark_html, speed
from journey.words.wording import Wording


def speeds(track: Track, wording: Wording) -> str:
    """The average speed of each leg, and what it follows from."""
    items = "".join(
        f"<li><strong>{escape(speed(leg, wording))}</strong> "
        f"{mark_html(leg.speed_basis.value, wording)} "
        f"<span>{escape(wording.pick(leg.leg.name))}</span>"
        f"<em>{escape(itinerary.speed_from(leg, wording))}</em></li>"
        for leg in track.legs
        if leg.speed
    )
    return f'<ul class="speeds">{items}</ul>'


def shares(track: Track, wording: Wording) -> str:
    """Each mode's share of the time and of the distance, as two bars and in words."""
    bars = _bar("chart.of_time", track.share_of_time(), wording) + _bar(
        "chart.of_distance", track.share_of_distance(), wording
    )
    items = "".join(f"<li>{escape(text)}</li>" for text in itinerary.shares(track, wording))
    mark = mark_html(itinerary.shares_basis(track).value, wording, wording.say("figure.shares_how"))
    title = _say("figure.shares", wording)
    return f'<div class="shares"><p>{title} {mark}</p>{bars}<ul>{items}</ul></div>'


def _bar(key: str, parts: dict[str, float], wording: Wording) -> str:
    """A bar of coloured parts, hidden from readers, who get the words."""
    pieces = "".join(
        f'<span style="width:{share:.4%};--ink-light:{MODES[mode].light};'
        f'--ink-dark:{MODES[mode].dark}"></span>'
        for mode, share in parts.items()
    )
    title = f"<span>{_say(key, wording)}</span>"
    return f'<div class="bar" aria-hidden="true">{title}<span class="parts">{pieces}</span></div>'


def _say(key: str, wording: Wording) -> str:
    return escape(wording.say(key))
