"""What is told once the journey is over: the arrival, the whole of it, and what came next."""

from __future__ import annotations

from typing import NamedTuple

from journey.model.quantity import weakest
from journey.track.facts import about, facts
from journey.track.track import Track
from journey.words import totals
from journey.words.facts import footings
from journey.words.opening import Dates, said
from journey.words.provenance import Footing, Link, footing, inferred, link
from journey.words.wording import Wording


class Ending(NamedTuple):
    """All that is told at the end.

    ``arrived`` is where, with ``others`` where reports differ, and ``when``,
    None where nobody knows; ``totals`` are time and distance; ``after`` is what
    came next, as the journey's files tell it; ``pictures`` say what they are,
    and ``shown`` by whom: "" and None where there are none.
    """

    arrived: Footing
    others: list[str]
    when: Footing | None
    totals: list[Footing]
    after: list[Footing]
    pictures: str
    shown: Link | None


def ending(track: Track, wording: Wording) -> Ending:
    """What is told at the end of the track."""
    journey, last = track.journey, track.legs[-1]
    arrived, *others = footings(about(facts(last), "to")[0], journey, wording)
    told = journey.ending
    chapters = [one for one in journey.story if told and one.id == told.chapter]
    claims = [claim for chapter in chapters for claim in chapter.claims]
    shows = told and told.pictures
    return Ending(
        arrived,
        [other.said for other in others],
        _when(track, wording),
        _totals(track, wording.spoken()),
        [footing(claim, wording.pick(claim.text), journey, wording) for claim in claims],
        wording.pick(shows.text) if shows else "",
        link(journey.source(shows.source), wording) if shows else None,
    )


def _when(track: Track, wording: Wording) -> Footing | None:
    window = track.legs[-1].slot.arrives
    found = Dates.of(window, track.legs[-1].end_place)
    return inferred(said(found, wording), window.basis, "", wording) if window and found else None


def _totals(track: Track, wording: Wording) -> list[Footing]:
    """The whole time, waits included, where any is known, and the whole distance."""
    last = track.legs[-1]
    time = inferred(totals.time(track, wording), last.slot.basis, "", wording)
    far = weakest([leg.distance_basis for leg in track.legs])
    way = inferred(totals.way(track, wording), far, "", wording)
    return [time, way] if track.duration.low or track.duration.high else [way]
