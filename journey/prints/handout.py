"""The handout: a page to print, with room to write and a key for the teacher."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from journey.basemap.layers import Layers
from journey.model.claims import Basis
from journey.pages import cards, lessons
from journey.pages.diagram import captioned
from journey.pages.footing import mark
from journey.prints import evidence, worksheet
from journey.prints.bars import bars, known
from journey.prints.drawing import route
from journey.prints.picture import picture
from journey.prints.style import style
from journey.stage.faces import embedded, needed
from journey.track.track import Track
from journey.words.html import joined, listed, tag
from journey.words.wording import Wording

# What the legend says of a line, by its basis.
_LINES = {
    Basis.REPORTED: "map.known_line",
    Basis.DERIVED: "map.derived_line",
    Basis.ASSUMED: "map.assumed_line",
}


def handout(track: Track, wording: Wording, layers: Layers, made: date) -> str:
    """The whole page as HTML that needs nothing else; ``made`` is the day of the page."""
    body = tag("body", *_parts(track, wording, layers, made))
    worn = "".join(embedded()[face] for face in needed(body, wording.language))
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width"),
        tag("title", wording.pick(track.journey.title)),
        tag("style", Markup(worn + style())),
    )
    return f"<!doctype html>{tag('html', head, body, lang=wording.language)}"


def _parts(track: Track, wording: Wording, layers: Layers, made: date) -> Iterator[str]:
    journey = track.journey
    yield tag("h1", wording.pick(journey.title))
    yield tag("p", wording.pick(journey.summary), class_="lead")
    yield picture(track, layers, wording)
    yield listed(_legend(track, wording), class_="legend")
    yield _marks(wording)
    yield _timeline(track, wording)
    yield _distance(track, wording)
    yield tag("h2", wording.say("handout.claims")) + cards.days(journey, wording)
    yield evidence.claims(track, wording)
    yield evidence.unknown(track, wording)
    if journey.story:
        yield tag("h2", wording.say("page.story")) + cards.story(journey, wording)
    words = lessons.vocabulary(journey, wording)
    if words:
        yield tag("h2", wording.say("teach.words")) + words
    yield tag("h2", wording.say("page.sources")) + evidence.sources(journey, wording)
    if journey.corrections:
        yield tag("h2", wording.say("page.corrections")) + cards.corrections(journey, wording)
    yield tag("p", wording.say("handout.made", day=wording.day(made)), class_="small")
    yield _credits(wording, layers)
    yield worksheet.questions(track, wording)
    yield worksheet.key(track, wording)


def _timeline(track: Track, wording: Wording) -> Markup:
    keys = ["strip.true" if known(track) else "strip.equal"]
    keys += ["strip.waits"] if any(leg.waits for leg in track.legs) else []
    caption = ". ".join(map(wording.say, keys))
    title = tag("h2", wording.say("handout.timeline"))
    return tag(
        "section", title, bars(track, wording), tag("p", caption, class_="small"), class_="whole"
    )


def _distance(track: Track, wording: Wording) -> Markup:
    title = tag("h2", wording.say("page.space_time"))
    return tag("section", title, captioned(track, wording), class_="whole")


def _legend(track: Track, wording: Wording) -> Iterator[Markup]:
    for number, leg in enumerate(track.legs, 1):
        sample = route([(2, 5), (58, 5)], leg.leg.mode.value, leg.line_basis.value)
        line = wording.say(_LINES[leg.line_basis])
        name = tag("strong", f"{number} {wording.say(f'mode.{leg.leg.mode.value}')}")
        yield tag("svg", sample, viewBox="0 0 60 10") + tag(
            "span", name, f" {wording.pick(leg.leg.name)} ", tag("em", f"({line})")
        )


def _marks(wording: Wording) -> Markup:
    """What the dots mean."""
    marks = (
        tag(
            "span",
            mark(basis, wording),
            f" {wording.say(f'basis.{basis}')}: {wording.say(f'handout.{basis}')}",
            class_="key",
        )
        + " "
        for basis in Basis
    )
    return tag("p", *marks, class_="marks")


def _credits(wording: Wording, layers: Layers) -> Markup:
    """Whose the map's data is."""
    title = tag("strong", wording.say("page.data"), ".")
    credits = joined((_credit(words, url) for words, url in layers.credits()), " ")
    return tag("p", title, " ", credits, class_="small")


def _credit(words: str, url: str) -> str:
    if not url:
        return words
    return tag("a", words, href=url) + " " + tag("span", url, class_="url")
