"""The text that is read beside the map: the title, and the journey in steps."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markupsafe import Markup

from journey.pages.footing import mark
from journey.stage.chapters import LONG
from journey.track.track import Track
from journey.words.html import joined, tag
from journey.words.telling import MANY, Telling, untold
from journey.words.wording import Wording

# Steps of very many legs that stand in one list; their style sheet knows it.
ROWS = 100


Steps = Callable[..., Markup]  # around what else stands before them, perhaps nothing


def column(track: Track, told: Sequence[Telling], wording: Wording) -> tuple[Markup, Steps]:
    """The head with the title and room for the number of a step, and the steps.

    Each step has the sign of its leg, and the fact that goes with it. Where there
    are many legs what else their texts say is folded.
    """
    said = wording.say("telling.of", number="{number}", count=len(told))
    number = tag("p", id="count", data_said=said, aria_hidden="true")
    head = tag("header", tag("h1", wording.pick(track.journey.title)), number, class_="head")
    if len(track.legs) > LONG:
        return head, _long(told, track)
    items = [_step(step, track, wording) for step in told]
    many = len(track.legs) > MANY
    steps = tag("ol", *items, id="told", class_="told many" if many else "told")
    return head, lambda *_: steps


def _long(told: Sequence[Telling], track: Track) -> Steps:
    """The steps of very many legs, a hundred to a list, with no more elements than words need.

    What opens the stage can stand before them in the same element, which then need not wait for
    all of them.
    """
    items = [
        tag(
            "li",
            tag("p", step.text),
            tag("p", step.note, data_basis=step.basis) if step.note else "",
            class_=f"mode-{track.legs[step.leg].leg.mode}",
        )
        for step in told
    ]
    rows = [
        tag("ol", *items[first : first + ROWS], start=str(first + 1))
        for first in range(0, len(items), ROWS)
    ]
    return lambda before=(): tag("div", *before, *rows, id="told", class_="told many long")


def _step(step: Telling, track: Track, wording: Wording) -> Markup:
    mode = track.legs[step.leg].leg.mode
    parts = (
        tag("span", class_="icon", aria_hidden="true"),
        tag("p", tag("span", step.text)),
        _note(step, wording) if step.note else "",
        _rest(untold(track, step, wording), wording),
    )
    return tag("li", tag("div", *parts), class_=f"mode-{mode}")


def _rest(pieces: list[str], wording: Wording) -> Markup:
    """What else the text of a leg says, folded."""
    if not pieces:
        return Markup("")
    said = joined((tag("span", piece) for piece in pieces), " ")
    return tag("details", tag("summary", wording.say("card.more")), tag("div", said))


def _note(step: Telling, wording: Wording) -> Markup:
    """The fact that goes with a step, after the sign of how it is known."""
    return tag("p", mark(step.basis, wording), step.note, data_basis=step.basis)
