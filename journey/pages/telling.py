"""The text that is read beside the map: the title, and the journey in steps."""

from __future__ import annotations

from markupsafe import Markup

from journey.pages.footing import shape
from journey.track.track import Track
from journey.words.html import tag
from journey.words.telling import Telling, telling
from journey.words.wording import Wording


def column(track: Track, wording: Wording) -> tuple[Markup, Markup]:
    """The head with the title and room for the number of a step, and the steps.

    Each step has the sign of its leg, and the fact that goes with it.
    """
    told = telling(track, wording)
    said = wording.say("telling.of", number="{number}", count=len(told))
    number = tag("p", id="count", data_said=said, aria_hidden="true")
    head = tag("header", tag("h1", wording.pick(track.journey.title)), number, class_="head")
    items = (_step(step, track, wording) for step in told)
    return head, tag("ol", *items, id="told", class_="told")


def _step(step: Telling, track: Track, wording: Wording) -> Markup:
    mode = track.legs[step.leg].leg.mode
    parts = (
        tag("span", class_="icon", aria_hidden="true"),
        tag("p", tag("span", step.text)),
        _note(step, wording) if step.note else "",
    )
    return tag("li", tag("div", *parts), class_=f"mode-{mode}")


def _note(step: Telling, wording: Wording) -> Markup:
    """The fact that goes with a step, after the sign of how it is known."""
    return tag("p", shape(step.basis, wording), step.note, data_basis=step.basis)
