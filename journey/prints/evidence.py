"""What is known on paper: every claim of the legs, what nobody knows, and the sources."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from journey.model.claims import Source
from journey.model.journey import Journey
from journey.pages.footing import mark
from journey.track.facts import ON_THE_WAY, About, facts, for_readers
from journey.track.track import LegTrack, Track
from journey.words.facts import footings, heading
from journey.words.html import listed, tag
from journey.words.jumps import jumps
from journey.words.provenance import Footing, grounds, link
from journey.words.wording import Wording
from journey.words.years import dating

# What the table shows, in this order.
_SHOWN: tuple[About | tuple[About, ...], ...] = (
    "duration", "distance", "speed", ON_THE_WAY, "from", "to",
)  # fmt: skip


def claims(track: Track, wording: Wording) -> Markup:
    """The table of all claims, leg by leg."""
    keys = ("handout.what", "handout.said", "basis.title", "handout.stands")
    heads = (tag("th", wording.say(key), scope="col") for key in keys)
    dated = dating(track, wording)
    legs = (_leg(number, leg, track.journey, dated) for number, leg in enumerate(track.legs, 1))
    return tag("table", tag("thead", tag("tr", *heads)), *legs, class_="claims")


def _leg(number: int, leg: LegTrack, journey: Journey, wording: Wording) -> Markup:
    title = tag("th", f"{number} {wording.pick(leg.leg.name)}", colspan="4", scope="rowgroup")
    rows = _rows(leg, journey, wording)
    return tag("tbody", tag("tr", title), *rows, class_="leg")


def _rows(leg: LegTrack, journey: Journey, wording: Wording) -> Iterator[Markup]:
    """A row for each claim; the first says what they are about."""
    for fact in for_readers(facts(leg), *_SHOWN):
        for index, found in enumerate(footings(fact, journey, wording)):
            yield _row("" if index else heading(fact, wording), found, wording)
    for clocks in jumps(leg, journey, wording):
        yield _row(wording.say("leg.clocks"), clocks, wording)


def _row(name: str, found: Footing, wording: Wording) -> Markup:
    return tag(
        "tr",
        tag("td", name),
        tag("td", found.said, class_="said"),
        tag("td", mark(found.basis, wording), f" {found.word}"),
        tag("td", grounds(found)),
    )


def unknown(track: Track, wording: Wording) -> Markup:
    """What nobody knows, leg by leg, or ""."""
    items = listed(
        (
            f"{wording.pick(leg.leg.name)}: {wording.pick(text)}"
            for leg in track.legs
            for text in leg.leg.unknown
        ),
        class_="unknown",
    )
    return tag("h2", wording.say("claim.unknown")) + items if items else items


def sources(journey: Journey, wording: Wording) -> Markup:
    """Who reported, with addresses written out, for paper has no links."""
    items = (tag("li", *_source(source, wording)) for source in journey.sources)
    return tag("ul", *items, class_="sources")


def _source(source: Source, wording: Wording) -> Iterator[str]:
    yield f"{source.title}. {link(source, wording).label}."
    if source.note:
        yield f" {wording.pick(source.note)}"
    if source.url:
        yield from (" ", tag("span", str(source.url), class_="url"))
