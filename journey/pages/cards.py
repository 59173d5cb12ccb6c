"""The head of the page, background, sources and corrections as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from journey.model.claims import Source
from journey.model.journey import Chapter, Journey
from journey.model.mode import Means
from journey.pages.footing import claim, link
from journey.stage.bundle import icon, smaller_style
from journey.stage.chapters import LONG, MANY
from journey.stage.labels import text_width
from journey.track.track import Track
from journey.words import itinerary, provenance
from journey.words.credited import credited, rights
from journey.words.html import joined, listed, tag
from journey.words.provenance import Link, footing
from journey.words.wording import Wording

STYLE = Path(__file__).with_name("cards.css")
LINE = 11.6  # times its size that a title has room for in one line of a phone


@cache
def style() -> str:
    """The style sheet of all that is made here, but for what :func:`signs` has."""
    return smaller_style(STYLE.read_text("utf-8"))


def signs(track: Track) -> str:
    """The style sheet with the colour and the icon of each mode that the track uses.

    It has that of chapters as well, where the legs are told in some, and that of the roll.
    """
    modes = (
        f".mode-{means.id}{{--ink:{means.ink.css};--icon:{_icon(means)}}}" for means in track.means
    )
    more = [
        name for name, few in (("chapters.css", MANY), ("roll.css", LONG)) if len(track.legs) > few
    ]
    return "".join((*modes, *map(_more, more)))


@cache
def _more(name: str) -> str:
    """A style sheet of what only pages of many legs have."""
    return smaller_style(STYLE.with_name(name).read_text("utf-8"))


def _icon(means: Means) -> str:
    """The mode's icon as a CSS image, for pages that take no SVG elements."""
    return f"url(data:image/svg+xml,{quote(icon(means.id, means.icon), safe='/:=')})"


def _differ(differ: bool, wording: Wording) -> Iterator[str]:
    """A remark that sources disagree, where they do."""
    if differ:
        yield from (" ", tag("em", f"({wording.say('claim.disagree')})", class_="differ"))


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
    yield link(Link(provenance.titled(source, wording), str(source.url or "")))
    label = provenance.link(source, wording).label
    yield f". {label}{provenance.stop(label)}"
    if source.note:
        yield from (" ", tag("span", wording.pick(source.note), class_="why"))


def corrections(journey: Journey, wording: Wording) -> Markup:
    """What was mended in the journey's files, and when; "" where nothing was."""
    items = (
        joined((f"{wording.day(item.date)}: ", wording.pick(item.text)))
        for item in journey.corrections
    )
    return listed(items, class_="hh corrections")


def days(journey: Journey, wording: Wording) -> Markup:
    """When the journey was; "" where nobody says so."""
    found = [claim(day, wording) for day in itinerary.days(journey, wording)]
    if not found:
        return Markup("")
    return tag("p", f"{wording.say('export.when')}: ", joined(found, " "), class_="days")


def data(journey: Journey, wording: Wording, exact: str = "") -> Markup:
    """Whose data it is, the journey's and the base map's, and how ``exact`` the lines are."""
    parts = (
        rights(journey, wording),
        tag("strong", wording.say("page.data"), "."),
        credited(wording, own=bool(journey.ground)),
        exact,
    )
    return tag("footer", joined(filter(None, parts), " "), class_="hh data")


def head(
    journey: Journey, wording: Wording, links: Sequence[Link] = (), others: Sequence[Markup] = ()
) -> Markup:
    """The line above the stage: the title, the summary cut to a line until it is wanted, links.

    The ``others`` lead to the page in other languages.
    """
    title, summary = wording.pick(journey.title), wording.pick(journey.summary)
    more = tag("span", wording.say("page.more"), class_="more")
    led = (*(tag("a", name, href=url) for name, url in links), *others)
    return tag(
        "header",
        tag("h1", title, class_="long" if text_width(title, 1) > LINE else None),
        tag("details", tag("summary", tag("span", summary, class_="cut"), more)),
        tag("nav", *led, aria_label=wording.say("page.tools")) if links else "",
        class_="hh head",
    )


class Part(NamedTuple):
    """A part of what is told beside the legs: the key of its title, its name in a link, HTML."""

    title: str
    name: str
    html: Markup


def parts(journey: Journey, wording: Wording) -> list[Part]:
    """The background, the sources and the corrections, as far as there are."""
    found = [
        Part("page.story", "story", story(journey, wording)),
        Part("page.sources", "sources", sources(journey, wording)),
        Part("page.corrections", "corrections", corrections(journey, wording)),
    ]
    told = (journey.story, journey.sources, journey.corrections)
    return [part for part, there in zip(found, told, strict=True) if there]


def folded(found: Iterable[Part], wording: Wording) -> Markup:
    """The parts below each other, each under its title until it is opened."""
    folds = (
        tag(
            "details",
            tag("summary", tag("h2", wording.say(part.title))),
            tag("div", part.html, id=part.name),
        )
        for part in found
    )
    return tag("div", *folds, class_="hh folds")
