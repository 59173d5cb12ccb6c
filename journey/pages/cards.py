"""Legs, background and sources as HTML: every text escaped where it enters."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from pathlib import Path

from journey.model.claims import Claim, Distance, Duration, Source
from journey.model.journey import Chapter, Journey
from journey.model.palette import MODES
from journey.model.quantity import disagree
from journey.stage.bundle import icon, smaller_style
from journey.track.track import LegTrack, Track
from journey.words import itinerary
from journey.words.provenance import (
    Link,
    computed,
    footing,
    footing_html,
    footings,
    link,
    link_html,
    mark_html,
    measured,
    moment,
    speed,
)
from journey.words.wording import Wording

SHEET = Path(__file__).with_name("cards.css")


def leg_card(leg: LegTrack, journey: Journey, wording: Wording) -> str:
    """A leg with all its claims and what is not known about it."""
    text = f"<p>{escape(wording.pick(leg.leg.text))}</p>" if leg.leg.text else ""
    parts = [
        f'<article class="leg mode-{leg.leg.mode.value}" id="leg-{leg.leg.id}">',
        '<header><span class="icon" aria-hidden="true"></span><div>'
        f'<h3><button type="button" data-leg="{leg.leg.id}" aria-pressed="false" '
        f'title="{_word("page.show", wording)}">'
        f"{escape(wording.pick(leg.leg.name))}</button></h3>"
        f"<p>{escape(wording.pick(leg.start_place.name))} – "
        f"{escape(wording.pick(leg.end_place.name))}</p></div></header>",
        text,
        "<dl>", *_facts(leg, journey, wording), "</dl>",
        _unknown(leg, wording),
        "</article>",
    ]  # fmt: skip
    return "".join(parts)


@cache
def style() -> str:
    """The style sheet of all that is made here, with every mode's colour and icon."""
    modes = "".join(
        f".mode-{mode}{{--ink:light-dark({ink.light},{ink.dark});--icon:{_icon(mode)}}}"
        for mode, ink in MODES.items()
    )
    return smaller_style(SHEET.read_text("utf-8")) + modes


def _icon(mode: str) -> str:
    """The mode's icon as a CSS image, for pages that take no SVG elements."""
    return f"url(data:image/svg+xml;base64,{b64encode(icon(mode).encode()).decode()})"


def _facts(leg: LegTrack, journey: Journey, wording: Wording) -> Iterable[str]:
    yield _quantities(
        "leg.duration", leg.leg.duration, journey, wording, _word("leg.unknown_duration", wording)
    )
    yield _quantities(
        "leg.distance",
        leg.leg.distance,
        journey,
        wording,
        footing_html(measured(leg, wording), wording),
    )
    yield f"<dt>{_word('leg.speed', wording)}</dt><dd>{_speed(leg, wording)}</dd>"
    if leg.leg.departs:
        zone = leg.start_place.zone
        times = [(moment(claim, zone, wording), claim) for claim in leg.leg.departs]
        yield _claims("leg.departs", times, journey, wording)
    ends = [
        (wording.pick(place.name), end)
        for place, end in ((leg.start_place, leg.leg.start), (leg.end_place, leg.leg.end))
    ]
    yield _claims("leg.starts_at", ends[:1], journey, wording)
    yield _claims("leg.ends_at", ends[1:], journey, wording)
    if leg.leg.shape:
        said = wording.say("leg.drawn", length=wording.measure(leg.drawn_km, "km"))
        yield _claims("leg.shape", [(said, leg.leg.shape)], journey, wording)


def _word(key: str, wording: Wording) -> str:
    return escape(wording.say(key))


def _speed(leg: LegTrack, wording: Wording) -> str:
    if leg.speed is None:
        return _word("leg.speed_unknown", wording)
    how = itinerary.speed_from(leg, wording)
    return footing_html(computed(speed(leg, wording), leg.speed_basis, how, wording), wording)


def _quantities(
    key: str,
    claims: Sequence[Duration] | Sequence[Distance],
    journey: Journey,
    wording: Wording,
    otherwise: str,
) -> str:
    """All the claims, or the HTML that stands where there are none."""
    if not claims:
        return f"<dt>{_word(key, wording)}</dt><dd>{otherwise}</dd>"
    told = "".join(footing_html(f, wording) for f in footings(claims, journey, wording))
    more = (
        f' <em class="differ">{_word("claim.disagree", wording)}</em>' if disagree(claims) else ""
    )
    return f"<dt>{_word(key, wording)}{more}</dt><dd>{told}</dd>"


def _claims(key: str, said: Iterable[tuple[str, Claim]], journey: Journey, wording: Wording) -> str:
    told = "".join(footing_html(footing(c, s, journey, wording), wording) for s, c in said)
    return f"<dt>{_word(key, wording)}</dt><dd>{told}</dd>"


def _unknown(leg: LegTrack, wording: Wording) -> str:
    if not leg.leg.unknown:
        return ""
    items = "".join(f"<li>{escape(wording.pick(text))}</li>" for text in leg.leg.unknown)
    title = _word("claim.unknown", wording)
    return f'<section class="unknown"><h4>{title}</h4><ul>{items}</ul></section>'


def leg_cards(track: Track, wording: Wording) -> str:
    """All legs, side by side where there is room."""
    cards = "".join(leg_card(leg, track.journey, wording) for leg in track.legs)
    title = _word("page.legs", wording)
    return f'<div class="hh"><h2>{title}</h2><div class="legs">{cards}</div></div>'


def story(journey: Journey, wording: Wording) -> str:
    """The background, a piece a chapter."""
    pieces = "".join(_chapter(chapter, journey, wording) for chapter in journey.story)
    return f'<div class="hh story">{pieces}</div>'


def _chapter(chapter: Chapter, journey: Journey, wording: Wording) -> str:
    told = "".join(
        f"<li>{footing_html(footing(c, wording.pick(c.text), journey, wording), wording)}</li>"
        for c in chapter.claims
    )
    more = (
        f' <em class="differ">{_word("claim.disagree", wording)}</em>' if chapter.disagree else ""
    )
    return (
        f"<section><h3>{escape(wording.pick(chapter.title))}{more}</h3><ul>{told}</ul>"
        f"{_quote(chapter, journey, wording)}</section>"
    )


def _quote(chapter: Chapter, journey: Journey, wording: Wording) -> str:
    quote = chapter.quote
    if quote is None:
        return ""
    words = wording.say("quote", text=wording.pick(quote.text))
    source = link_html(link(journey.source(quote.source), wording))
    return (
        f"<blockquote><p>{escape(words)}</p>"
        f"<footer>{escape(wording.pick(quote.by))}, {source}</footer></blockquote>"
    )


def sources(journey: Journey, wording: Wording) -> str:
    """Who reported, in the order of the file."""
    items = "".join(f"<li>{_source(source, wording)}</li>" for source in journey.sources)
    return f'<ul class="hh sources">{items}</ul>'


def _source(source: Source, wording: Wording) -> str:
    who = escape(link(source, wording).label)
    note = f' <span class="why">{escape(wording.pick(source.note))}</span>' if source.note else ""
    title = link_html(Link(source.title, str(source.url or "")))
    return f"{title}. {who}.{note}"


def itinerary_html(track: Track, wording: Wording) -> str:
    """The journey as text and as a table; also what a screen reader gets."""
    told = "".join(f"<li>{escape(text)}</li>" for text in itinerary.paragraphs(track, wording))
    head = "".join(f'<th scope="col">{escape(h)}</th>' for h in itinerary.heads(wording))
    body = "".join(
        "<tr>" + "".join(_cell(cell, wording) for cell in row) + "</tr>"
        for row in itinerary.rows(track, wording)
    )
    mark = mark_html(itinerary.total_basis(track).value, wording)
    caption = f"{escape(itinerary.total(track, wording))} {mark}"
    return (
        f'<div class="hh itinerary"><ol>{told}</ol><div class="wide"><table>'
        f"<caption>{caption}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table></div></div>"
    )


def _cell(cell: itinerary.Cell, wording: Wording) -> str:
    mark = f" {mark_html(cell.basis, wording)}" if cell.basis else ""
    return f"<td>{escape(cell.words)}{mark}</td>"


def rights(journey: Journey, wording: Wording) -> str:
    """Who holds the rights in the journey's files, with a space after it; or ""."""
    return escape(wording.pick(journey.rights)) + " " if journey.rights else ""


def head(journey: Journey, wording: Wording) -> str:
    """The title and two sentences."""
    title, summary = wording.pick(journey.title), wording.pick(journey.summary)
    return f'<div class="hh head"><h1>{escape(title)}</h1><p>{escape(summary)}</p></div>'


def below(track: Track, wording: Wording) -> str:
    """Itinerary, background and sources, one after the other."""
    journey = track.journey
    parts = [_word("page.itinerary", wording), itinerary_html(track, wording)]
    if journey.story:
        parts += [_word("page.story", wording), story(journey, wording)]
    parts += [_word("page.sources", wording), sources(journey, wording)]
    pieces = [f"<h2>{part}</h2>" if i % 2 == 0 else part for i, part in enumerate(parts)]
    return f'<div class="hh below">{"".join(pieces)}</div>'
