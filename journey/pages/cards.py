"""Legs, background and sources as HTML."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import quote

from markupsafe import Markup

from journey.model.claims import Source
from journey.model.journey import Chapter, Journey
from journey.model.palette import MODES
from journey.pages.footing import claim, link, mark
from journey.stage.bundle import icon, smaller_style
from journey.track.facts import ON_THE_WAY, About, facts, for_readers
from journey.track.track import LegTrack, Track
from journey.words import itinerary, provenance
from journey.words.facts import footings, label
from journey.words.html import joined, listed, tag
from journey.words.jumps import jumps
from journey.words.provenance import Link, footing
from journey.words.wording import Wording
from journey.words.years import dating

STYLE = Path(__file__).with_name("cards.css")
# What a card shows, in this order.
_SHOWN: tuple[About | tuple[About, ...], ...] = (
    "duration", "distance", "speed", ON_THE_WAY, "from", "to", "line",
)  # fmt: skip
# What a card says of a figure that nobody knows.
_UNKNOWN: dict[About | tuple[About, ...], str] = {
    "duration": "leg.unknown_duration",
    "speed": "leg.speed_unknown",
}


def leg_card(leg: LegTrack, journey: Journey, wording: Wording) -> Markup:
    """A leg with all its claims and what is not known about it."""
    pick = wording.pick
    way = f"{pick(leg.start_place.name)} – {pick(leg.end_place.name)}"
    button = tag(
        "button",
        pick(leg.leg.name),
        type="button",
        data_leg=leg.leg.id,
        aria_pressed="false",
        title=wording.say("page.show"),
    )
    return tag(
        "article",
        tag(
            "header",
            tag("span", class_="icon", aria_hidden="true"),
            tag("div", tag("h3", button), tag("p", way)),
        ),
        tag("p", pick(leg.leg.text)) if leg.leg.text else "",
        tag("dl", *_facts(leg, journey, wording)),
        _unknown(leg, wording),
        class_=f"leg mode-{leg.leg.mode.value}",
        id=f"leg-{leg.leg.id}",
    )


@cache
def style() -> str:
    """The style sheet of all that is made here, with every mode's colour and icon."""
    modes = "".join(
        f".mode-{mode}{{--ink:light-dark({ink.light},{ink.dark});--icon:{_icon(mode)}}}"
        for mode, ink in MODES.items()
    )
    return smaller_style(STYLE.read_text("utf-8")) + modes


def _icon(mode: str) -> str:
    """The mode's icon as a CSS image, for pages that take no SVG elements."""
    return f"url(data:image/svg+xml,{quote(icon(mode), safe='/:=')})"


def _facts(leg: LegTrack, journey: Journey, wording: Wording) -> Iterator[Markup]:
    found = facts(leg)
    for key in _SHOWN:
        shown = for_readers(found, key)
        if not shown and key in _UNKNOWN:
            yield tag("dt", wording.say(f"leg.{key}"))
            vague = key == "speed" and leg.speed is not None
            yield tag("dd", wording.say("leg.speed_vague" if vague else _UNKNOWN[key]))
        for fact in shown:
            yield tag("dt", label(fact, wording), *_differ(fact.differ, wording))
            yield tag("dd", *(claim(f, wording) for f in footings(fact, journey, wording)))
    for clocks in jumps(leg, journey, wording):
        yield tag("dt", wording.say("leg.clocks"))
        yield tag("dd", claim(clocks, wording))


def _differ(differ: bool, wording: Wording) -> Iterator[str]:
    """A remark that sources disagree, where they do."""
    if differ:
        yield from (" ", tag("em", wording.say("claim.disagree"), class_="differ"))


def _unknown(leg: LegTrack, wording: Wording) -> Markup:
    if not leg.leg.unknown:
        return Markup("")
    title = tag("h4", wording.say("claim.unknown"))
    return tag("section", title, listed(map(wording.pick, leg.leg.unknown)), class_="unknown")


def leg_cards(track: Track, wording: Wording) -> Markup:
    """All legs, side by side where there is room."""
    dated = dating(track, wording)
    cards = (leg_card(leg, track.journey, dated) for leg in track.legs)
    title = tag("h2", wording.say("page.legs"))
    return tag("div", title, tag("div", *cards, class_="legs"), class_="hh")


def story(journey: Journey, wording: Wording) -> Markup:
    """The background, a piece a chapter."""
    pieces = (_chapter(chapter, journey, wording) for chapter in journey.story)
    return tag("div", *pieces, class_="hh story")


def _chapter(chapter: Chapter, journey: Journey, wording: Wording) -> Markup:
    claims = (footing(c, wording.pick(c.text), journey, wording) for c in chapter.claims)
    return tag(
        "section",
        tag("h3", wording.pick(chapter.title), *_differ(chapter.disagree, wording)),
        listed(claim(found, wording) for found in claims),
        _quote(chapter, journey, wording),
    )


def _quote(chapter: Chapter, journey: Journey, wording: Wording) -> Markup:
    quote = chapter.quote
    if quote is None:
        return Markup("")
    words = wording.say("quote", text=wording.pick(quote.text))
    source = link(provenance.link(journey.source(quote.source), wording))
    footer = tag("footer", wording.pick(quote.by), ", ", source)
    return tag("blockquote", tag("p", words), footer)


def sources(journey: Journey, wording: Wording) -> Markup:
    """Who reported, in the order of the file."""
    items = (tag("li", *_source(source, wording)) for source in journey.sources)
    return tag("ul", *items, class_="hh sources")


def _source(source: Source, wording: Wording) -> Iterator[str]:
    yield link(Link(source.title, str(source.url or "")))
    yield f". {provenance.link(source, wording).label}."
    if source.note:
        yield from (" ", tag("span", wording.pick(source.note), class_="why"))


def corrections(journey: Journey, wording: Wording) -> Markup:
    """What was mended in the journey's files, and when; "" where nothing was."""
    items = (f"{wording.day(item.date)}: {wording.pick(item.text)}" for item in journey.corrections)
    return listed(items, class_="hh corrections")


def itinerary_html(track: Track, wording: Wording) -> Markup:
    """The journey as text and as a table; also what a screen reader gets."""
    heads = (tag("th", head, scope="col") for head in itinerary.heads(wording))
    rows = (
        tag("tr", *(_cell(cell, wording) for cell in row)) for row in itinerary.rows(track, wording)
    )
    basis = mark(itinerary.total_basis(track).value, wording)
    table = tag(
        "table",
        tag("caption", itinerary.total(track, wording), " ", basis),
        tag("thead", tag("tr", *heads)),
        tag("tbody", *rows),
    )
    text = listed(itinerary.paragraphs(track, wording), "ol")
    return tag(
        "div",
        days(track.journey, wording),
        text,
        tag("div", table, class_="wide"),
        class_="hh itinerary",
    )


def days(journey: Journey, wording: Wording) -> Markup:
    """When the journey was; "" where nobody says so."""
    found = [claim(day, wording) for day in itinerary.days(journey, wording)]
    if not found:
        return Markup("")
    return tag("p", f"{wording.say('export.when')}: ", joined(found, " "), class_="days")


def _cell(cell: itinerary.Cell, wording: Wording) -> Markup:
    basis = (" ", mark(cell.basis, wording)) if cell.basis else ()
    return tag("td", cell.words, *basis)


def rights(journey: Journey, wording: Wording) -> Markup:
    """Who holds the rights in the journey's files, with a space after it; or ""."""
    return Markup.escape(f"{wording.pick(journey.rights)} " if journey.rights else "")


def head(journey: Journey, wording: Wording) -> Markup:
    """The title and two sentences."""
    title, summary = wording.pick(journey.title), wording.pick(journey.summary)
    return tag("div", tag("h1", title), tag("p", summary), class_="hh head")


def below(track: Track, wording: Wording) -> Markup:
    """Itinerary, background, sources and corrections, one after the other."""
    journey = track.journey
    parts = [("page.itinerary", itinerary_html(track, wording))]
    if journey.story:
        parts.append(("page.story", story(journey, wording)))
    parts.append(("page.sources", sources(journey, wording)))
    if journey.corrections:
        parts.append(("page.corrections", corrections(journey, wording)))
    pieces = (tag("h2", wording.say(key)) + part for key, part in parts)
    return tag("div", joined(pieces), class_="hh below")
