"""The evidence sheet: every claim with what it stands on, what nobody knows, and the sources."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from journey.basemap.layers import Layers
from journey.model.journey import Chapter, Journey
from journey.pages import cards
from journey.pages.diagram import captioned
from journey.pages.footing import dot
from journey.prints.bars import bars
from journey.prints.legend import legend
from journey.prints.paper import credits, marks, paper
from journey.prints.picture import picture
from journey.prints.references import Numbers, cited, numbers, sources
from journey.stage.chapters import MANY
from journey.track.facts import ON_THE_WAY, About, facts, for_readers
from journey.track.track import LegTrack, Track
from journey.words import itinerary
from journey.words.facts import footings, heading
from journey.words.html import joined, listed, tag
from journey.words.jumps import jumps
from journey.words.provenance import Footing, footing, link
from journey.words.wording import Wording
from journey.words.years import dating

# What the table shows, in this order.
_SHOWN: tuple[About | tuple[About, ...], ...] = (
    "duration", "distance", "speed", ON_THE_WAY, "from", "to",
)  # fmt: skip


_MAP = 440.0  # units that the map is high at the most


def evidence(track: Track, wording: Wording, layers: Layers, made: date) -> str:
    """The whole page as HTML that needs nothing else; ``made`` is the day of the page."""
    parts = _parts(track, wording, layers, made)
    return paper("sheet.evidence", parts, track.journey, wording)


def _parts(track: Track, wording: Wording, layers: Layers, made: date) -> Iterator[str]:
    journey, listing = track.journey, numbers(track.journey, wording)
    yield tag("h1", wording.pick(journey.title))
    yield tag("p", wording.pick(journey.summary), class_="lead")
    yield _days(journey, listing, wording)
    yield picture(track, layers, wording, most=_MAP) + legend(track, wording) + marks(wording)
    if track.timed:
        yield _timeline(track, wording)
    yield tag("h2", wording.say("sheet.claims")) + claims(track, wording)
    if track.timed:
        yield tag("section", captioned(track, wording), class_="whole")
    yield unknown(track, wording)
    if journey.story:
        yield tag("h2", wording.say("page.story")) + _story(journey, listing, wording)
    if journey.sources:
        yield tag("h2", wording.say("page.sources")) + sources(journey, wording)
    if journey.corrections:
        yield tag("h2", wording.say("page.corrections")) + cards.corrections(journey, wording)
    yield credits(journey, made, wording)


def _days(journey: Journey, listing: Numbers, wording: Wording) -> Markup:
    """When the journey was; "" where nobody says so."""
    found = [_claim(day, listing, wording) for day in itinerary.days(journey, wording)]
    if not found:
        return Markup("")
    return tag("p", f"{wording.say('export.when')}: ", joined(found, "; "), class_="days")


def _claim(found: Footing, listing: Numbers, wording: Wording) -> Markup:
    """What is said, its mark and its word, and what it stands on."""
    grounds = cited(found, listing)
    word = wording.say("basis.stands", basis=found.word) if grounds else found.word
    known = tag("span", dot(found.basis), " ", word, class_="basis")
    parts = (tag("span", found.said, class_="said"), known, tag("span", grounds, class_="why"))
    return joined(parts if grounds else parts[:2], " ")


def _timeline(track: Track, wording: Wording) -> Markup:
    keys = ["strip.true"]
    keys += ["strip.waits"] if any(leg.waits for leg in track.legs) else []
    caption = tag("p", ". ".join(map(wording.say, keys)), class_="small")
    title = tag("h2", wording.say("sheet.timeline"))
    return tag("section", title, bars(track, wording), caption, class_="whole")


def _story(journey: Journey, listing: Numbers, wording: Wording) -> Markup:
    """The background, a piece a chapter, in columns."""
    pieces = (_chapter(chapter, journey, listing, wording) for chapter in journey.story)
    return tag("div", *pieces, class_="story")


def _chapter(chapter: Chapter, journey: Journey, listing: Numbers, wording: Wording) -> Markup:
    said = (footing(one, wording.pick(one.text), journey, wording) for one in chapter.claims)
    title = wording.pick(chapter.title)
    remark = f" ({wording.say('claim.disagree')})" if chapter.disagree else ""
    return tag(
        "section",
        tag("h3", title, tag("em", remark) if remark else ""),
        listed(_claim(found, listing, wording) for found in said),
        _quote(chapter, journey, listing, wording),
    )


def _quote(chapter: Chapter, journey: Journey, listing: Numbers, wording: Wording) -> Markup:
    quote = chapter.quote
    if quote is None:
        return Markup("")
    words = tag("p", wording.say("quote", text=wording.pick(quote.text)))
    number = listing[link(journey.source(quote.source), wording)]
    return tag("blockquote", words, tag("footer", wording.pick(quote.by), f" [{number}]"))


def claims(track: Track, wording: Wording) -> Markup:
    """All claims, leg by leg: as a table, or run on in columns where there are many legs."""
    if len(track.legs) > MANY:
        return _dense(track, wording)
    keys = ("sheet.what", "sheet.said", "basis.title", "sheet.stands")
    heads = (tag("th", wording.say(key), scope="col") for key in keys)
    dated, listing = dating(track, wording), numbers(track.journey, wording)
    legs = (
        _leg(number, leg, track.journey, listing, dated) for number, leg in enumerate(track.legs, 1)
    )
    return tag("table", tag("thead", tag("tr", *heads)), *legs, class_="claims")


def _dense(track: Track, wording: Wording) -> Markup:
    dated, listing = dating(track, wording), numbers(track.journey, wording)
    legs = (
        tag(
            "section",
            tag("h3", f"{number} ", wording.pick(leg.leg.name)),
            listed(
                joined((tag("b", name), _claim(found, listing, dated)), " ")
                if name
                else _claim(found, listing, dated)
                for name, found in _told(leg, track.journey, dated)
            ),
        )
        for number, leg in enumerate(track.legs, 1)
    )
    return tag("div", *legs, class_="story dense")


def _leg(
    number: int, leg: LegTrack, journey: Journey, listing: Numbers, wording: Wording
) -> Markup:
    title = tag("th", f"{number} ", wording.pick(leg.leg.name), colspan="4", scope="rowgroup")
    rows = (_row(name, found, listing, wording) for name, found in _told(leg, journey, wording))
    return tag("tbody", tag("tr", title), *rows, class_="leg")


def _told(leg: LegTrack, journey: Journey, wording: Wording) -> Iterator[tuple[str, Footing]]:
    """Each claim; the first about one thing says what that is."""
    for fact in for_readers(facts(leg), *_SHOWN):
        for index, found in enumerate(footings(fact, journey, wording)):
            yield "" if index else heading(fact, wording), found
    for clocks in jumps(leg, journey, wording):
        yield wording.say("leg.clocks"), clocks


def _row(name: str, found: Footing, listing: Numbers, wording: Wording) -> Markup:
    return tag(
        "tr",
        tag("td", name),
        tag("td", found.said, class_="said"),
        tag("td", dot(found.basis), f" {found.word}", class_="basis"),
        tag("td", cited(found, listing)),
    )


def unknown(track: Track, wording: Wording) -> Markup:
    """What nobody knows, leg by leg, or ""."""
    items = listed(
        (
            joined((wording.pick(leg.leg.name), ": ", wording.pick(text)))
            for leg in track.legs
            for text in leg.leg.unknown
        ),
        class_="unknown",
    )
    return tag("h2", wording.say("claim.unknown")) + items if items else items
