"""The figures that surprise, as HTML: average speeds, and what share each mode has."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from journey.model.palette import MAP, MODES
from journey.pages.footing import mark
from journey.track.facts import about, facts
from journey.track.track import WAIT, Track
from journey.words import itinerary
from journey.words.facts import follows, used
from journey.words.html import listed, tag
from journey.words.wording import Wording


def speeds(track: Track, wording: Wording) -> Markup:
    """The average speed of each leg, and what it follows from."""
    return tag("ul", *_speeds(track, wording), class_="speeds")


def _speeds(track: Track, wording: Wording) -> Iterator[Markup]:
    for leg in track.legs:
        for fact in about(facts(leg), "speed"):
            yield tag(
                "li",
                tag("strong", used(fact, wording)),
                " ",
                mark(fact.used.basis.value, wording),
                " ",
                tag("span", wording.pick(leg.leg.name)),
                tag("em", follows(fact.used, wording)),
            )


def shares(track: Track, wording: Wording) -> Markup:
    """Each mode's share of the time and of the distance, as two bars and in words."""
    how = wording.say("figure.shares_how")
    basis = mark(itinerary.shares_basis(track).value, wording, how)
    return tag(
        "div",
        tag("p", wording.say("figure.shares"), " ", basis),
        _bar("chart.of_time", track.share_of_time(), wording),
        _bar("chart.of_distance", track.share_of_distance(), wording),
        listed(itinerary.shares(track, wording)),
        class_="shares",
    )


def _inks(key: str) -> tuple[str, str]:
    """The colours of a mode on light and on dark; waits are no more than ruled off."""
    if key == WAIT:
        return MAP["light"]["rule"], MAP["dark"]["rule"]
    return MODES[key].light, MODES[key].dark


def _bar(key: str, parts: dict[str, float], wording: Wording) -> Markup:
    """A bar of coloured parts, hidden from readers, who get the words."""
    pieces = (
        tag(
            "span",
            style=f"width:{share:.4%};--ink-light:{light};--ink-dark:{dark}",
        )
        for share, (light, dark) in ((share, _inks(key)) for key, share in parts.items())
    )
    title = tag("span", wording.say(key))
    return tag("div", title, tag("span", *pieces, class_="parts"), class_="bar", aria_hidden="true")
