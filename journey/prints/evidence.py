"""What is known on paper: every claim of the legs, what nobody knows, and the sources."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from journey.model.claims import Source
from journey.model.journey import Journey
from journey.model.quantity import disagree
from journey.track.track import LegTrack, Track
from journey.words import itinerary
from journey.words.provenance import (
    Footing,
    computed,
    footing,
    footings,
    link,
    mark_html,
    measured,
    moment,
    speed,
)
from journey.words.wording import Wording


def claims(track: Track, wording: Wording) -> str:
    """The table of all claims, leg by leg."""
    keys = ("handout.what", "handout.said", "basis.title", "handout.stands")
    heads = "".join(f'<th scope="col">{_word(key, wording)}</th>' for key in keys)
    legs = "".join(
        _leg(number, leg, track.journey, wording) for number, leg in enumerate(track.legs, 1)
    )
    return f'<table class="claims"><thead><tr>{heads}</tr></thead>{legs}</table>'


def _word(key: str, wording: Wording) -> str:
    return escape(wording.say(key))


def _leg(number: int, leg: LegTrack, journey: Journey, wording: Wording) -> str:
    title = f'<th colspan="4" scope="rowgroup">{number} {escape(wording.pick(leg.leg.name))}</th>'
    rows = "".join(
        _row(key if not index else "", found, wording)
        for key, group in _facts(leg, journey, wording)
        for index, found in enumerate(group)
    )
    return f'<tbody class="leg"><tr>{title}</tr>{rows}</tbody>'


def _facts(
    leg: LegTrack, journey: Journey, wording: Wording
) -> Iterator[tuple[str, list[Footing]]]:
    """What each claim of the leg is about, and all that is said of it."""
    for key, quantities in (("duration", leg.leg.duration), ("distance", leg.leg.distance)):
        name = wording.say(f"leg.{key}")
        if disagree(quantities):
            name = wording.say("value.known", value=name, basis=wording.say("claim.disagree"))
        if quantities:
            yield name, footings(quantities, journey, wording)
    if leg.measured:
        yield wording.say("leg.distance"), [measured(leg, wording)]
    if leg.speed:
        how = itinerary.speed_from(leg, wording)
        found = computed(speed(leg, wording), leg.speed_basis, how, wording)
        yield wording.say("leg.speed"), [found]
    if leg.leg.departs:
        zone = leg.start_place.zone
        told = [footing(c, moment(c, zone, wording), journey, wording) for c in leg.leg.departs]
        yield wording.say("leg.departs"), told
    for key, place, end in (
        ("leg.starts_at", leg.start_place, leg.leg.start),
        ("leg.ends_at", leg.end_place, leg.leg.end),
    ):
        yield wording.say(key), [footing(end, wording.pick(place.name), journey, wording)]


def _row(name: str, found: Footing, wording: Wording) -> str:
    links = ["; ".join(link.label for link in found.links) + "."] if found.links else []
    stands = " ".join([*links, *filter(None, (found.why, found.note))])
    return (
        f'<tr><td>{escape(name)}</td><td class="said">{escape(found.said)}</td>'
        f"<td>{mark_html(found.basis, wording)} {escape(found.word)}</td>"
        f"<td>{escape(stands)}</td></tr>"
    )


def unknown(track: Track, wording: Wording) -> str:
    """What nobody knows, leg by leg, or ""."""
    told = "".join(
        f"<li>{escape(wording.pick(leg.leg.name))}: {escape(wording.pick(text))}</li>"
        for leg in track.legs
        for text in leg.leg.unknown
    )
    title = _word("claim.unknown", wording)
    return f'<h2>{title}</h2><ul class="unknown">{told}</ul>' if told else ""


def sources(journey: Journey, wording: Wording) -> str:
    """Who reported, with addresses written out, for paper has no links."""
    items = "".join(f"<li>{_source(source, wording)}</li>" for source in journey.sources)
    return f'<ul class="sources">{items}</ul>'


def _source(source: Source, wording: Wording) -> str:
    who = escape(link(source, wording).label)
    note = f" {escape(wording.pick(source.note))}" if source.note else ""
    url = f' <span class="url">{escape(str(source.url))}</span>' if source.url else ""
    return f"{escape(source.title)}. {who}.{note}{url}"
