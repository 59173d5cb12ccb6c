"""The diagram of distance over time with what is to be said of it, as HTML."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from journey.stage.closeup import CloseUp, bounds
from journey.stage.diagram import diagram
from journey.track.heights import LEAST
from journey.track.track import Track
from journey.words.html import tag
from journey.words.wording import Wording


def section(track: Track, wording: Wording) -> Markup:
    """A part of the page: title, drawing and caption; "" where no time is known to draw over."""
    if not track.timed:
        return Markup("")
    title = tag("h2", wording.say("page.space_time"))
    return tag("div", title, captioned(track, wording), class_="hh distance")


def captioned(track: Track, wording: Wording) -> Markup:
    """The drawing with its caption."""
    drawing = diagram(track, wording)
    said = wording.say("page.space_time_caption")
    near, high = _near(track, drawing.close_up, wording), _high(track, wording)
    words = " ".join((said, *_bars(track, wording), *near, *high))
    return tag("figure", drawing.markup, tag("figcaption", words))


def _bars(track: Track, wording: Wording) -> Iterator[str]:
    """What the bars are, where any figure is known within bounds and has one."""
    ends = (end for leg in track.legs for end in (leg.slot.end, leg.end_distance))
    if any(end.low != (end.used if end.high is None else end.high) for end in ends):
        yield wording.say("page.bars_caption")


def _high(track: Track, wording: Wording) -> Iterator[str]:
    """How the climbs are reckoned, where heights are known."""
    if any(leg.levels for leg in track.legs):
        yield wording.say("page.heights_caption", least=wording.measure(LEAST, "m"))


def _near(track: Track, close_up: CloseUp | None, wording: Wording) -> Iterator[str]:
    """What the close-up shows, or why it shows nothing."""
    if close_up:
        yield wording.say("page.close_up", leg=wording.pick(close_up.leg.leg.name)) + "."
        if len({*bounds(close_up.leg).values()}) > 1:
            yield wording.say("page.close_up_caption")
        if close_up.leg.distance.high is None:
            yield wording.say("page.open_ended")
    elif track.near and track.near.slot.duration is None:
        name = wording.pick(track.near.leg.name)
        yield f"{name}: {wording.say('leg.speed_unknown')}"
