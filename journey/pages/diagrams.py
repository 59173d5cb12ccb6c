"""The diagrams of a journey as HTML: wide and narrow, and one leg on axes of its own."""

from __future__ import annotations

from html import escape

from journey.model.palette import Theme
from journey.pages import charts
from journey.track.track import Track
from journey.words import itinerary
from journey.words.wording import Wording

# Plots for wide and narrow pages, in px.
WIDE, NARROW, SINGLE = (830, 330), (250, 260), (330, 330)


def diagrams(track: Track, wording: Wording, theme: Theme, chosen: str | None) -> str:
    """Distance over time, of the whole and of one leg: the chosen one or the close-up."""
    near = chosen or (track.journey.close_up.leg if track.journey.close_up else None)
    title = escape(wording.say("page.space_time"))
    pieces = [_whole(track, wording, theme, chosen)]
    if near:
        pieces.append(_single(track, wording, theme, near))
    return f'<div class="hh diagrams"><h2>{title}</h2><div>{"".join(pieces)}</div></div>'


def _whole(track: Track, wording: Wording, theme: Theme, chosen: str | None) -> str:
    chart = charts.space_time(track, wording, theme, chosen)
    label = wording.say("chart.space_time_alt", text=itinerary.total(track, wording))
    plots = "".join(
        f'<div class="{name}">'
        f"{charts.picture(chart, theme, label, width=width, height=height)}</div>"
        for name, (width, height) in (("wide", WIDE), ("narrow", NARROW))
    )
    caption = escape(wording.say("page.space_time_caption"))
    return f"<figure>{plots}<figcaption>{caption}</figcaption></figure>"


def _single(track: Track, wording: Wording, theme: Theme, near: str) -> str:
    leg = next(leg for leg in track.legs if leg.leg.id == near)
    title = wording.say("page.close_up", leg=wording.pick(leg.leg.name))
    chart = charts.close_up(track, near, wording, theme)
    plot = charts.picture(chart, theme, title, width=SINGLE[0], height=SINGLE[1])
    words = [title + ".", wording.say("page.close_up_caption")]
    if leg.distance.high is None:
        words.append(wording.say("page.open_ended"))
    if leg.slot.duration is None:
        plot, words = "", [wording.say("leg.speed_unknown")]
    return f"<figure>{plot}<figcaption>{escape(' '.join(words))}</figcaption></figure>"
