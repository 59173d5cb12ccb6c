"""The roll of very many legs: of each all facts in words, which the page can be searched for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from journey.model.journey import Journey
from journey.pages.cells import BETWEEN, ends
from journey.pages.chaptered import chaptered
from journey.pages.seeing import Beside, account
from journey.track.facts import Drawn, Fact, about, facts, for_readers
from journey.track.track import LegTrack, Track
from journey.words.facts import footings, label
from journey.words.html import joined, tag
from journey.words.wording import Wording


def roll(track: Track, wording: Wording, beside: Beside) -> Markup:
    """The legs by chapters, each with its facts and how they are known."""
    before = (None, *track.legs)
    items = [
        _item(leg, last, track.journey, wording, beside)
        for last, leg in zip(before, track.legs, strict=False)
    ]

    def numbered(some: Sequence[Markup], first: int) -> Markup:
        return tag("ol", *some, start=str(first + 1))

    return tag("div", chaptered(track, wording, items, numbered), class_="roll")


def _item(
    leg: LegTrack, before: LegTrack | None, journey: Journey, wording: Wording, beside: Beside
) -> Markup:
    name = tag("button", wording.pick(leg.leg.name), type="button", data_leg=leg.leg.id)
    told = [_said(fact, journey, wording) for fact in _facts(leg, before)]
    text = [found] if (found := account(leg.leg, wording, beside)) else []
    unknown = [wording.pick(one) for one in leg.leg.unknown]
    if unknown:
        said = wording.say("claim.unknown")
        unknown = [wording.say("telling.fact", about=said, said=wording.listing(unknown, "unit"))]
    return tag(
        "li",
        name,
        " ",
        joined((*text, joined((*told, *unknown), "; ")), " "),
        class_=f"mode-{leg.leg.mode}",
        id=f"leg-{leg.leg.id}",
    )


def _facts(leg: LegTrack, before: LegTrack | None) -> Iterator[Fact]:
    """What the table tells of the leg, in its order; stops that are no more than passed, too."""
    found = facts(leg)
    yield from about(found, "duration", "distance", "speed")
    yield from ends(found, before)
    told = for_readers(found, BETWEEN)
    places = [fact.place for fact in told]
    yield from told
    yield from (fact for fact in about(found, "stop") if fact.place not in places)
    yield from for_readers(found, "line")


def _said(fact: Fact, journey: Journey, wording: Wording) -> str:
    """What the fact is about, all that is said of it, and how each of that is known."""
    said = [
        wording.say("value.known", value=found.said, basis=wording.say(f"basis.{found.basis}"))
        for found in footings(fact, journey, wording)
    ]
    words = wording.listing(said, "or") if said[1:] else said[0]
    if isinstance(fact.used.figure, Drawn):
        return words
    return wording.say("telling.fact", about=label(fact, wording), said=words)
