"""Whether clock times have to say their year, or what stands around them tells it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from journey.model.calendar import ClockTime, Date
from journey.track.facts import facts
from journey.track.readings import Times
from journey.track.track import LegTrack, Track
from journey.words.wording import Wording


def dating(track: Track, wording: Wording) -> Wording:
    """The same words, whose clock times say their year where a reader could not know it."""
    return wording.dating(wording.years or are_needed(track, wording))


def are_needed(track: Track, wording: Wording) -> bool:
    """Whether more than one year is possible, or the journey's head tells none.

    The head is what stands above every view: its title and summary, and the day.
    """
    journey = track.journey
    told = {year for claim in journey.day for year in _years(Times.of(claim), None)}
    passed = {year for leg in track.legs for year in _of_leg(leg)}
    head = f"{wording.pick(journey.title)} {wording.pick(journey.summary)}"
    return len(told | passed) > 1 or not (told or all(str(year) in head for year in passed))


def _of_leg(leg: LegTrack) -> Iterator[int]:
    """The years in which the leg may have been somewhere at a time that is told."""
    for fact in facts(leg):
        zone = fact.place.zone if fact.place else None
        for statement in fact.statements:
            if isinstance(statement.figure, Times):
                yield from _years(statement.figure, zone)


def _years(found: Times, zone: str | None) -> Iterator[int]:
    """The years that it may mean: of what nothing bounds, all that is known is the first."""
    for when in (found.early, found.late):
        if when is not None and not isinstance(when, ClockTime):
            yield _local(when, zone).year


def _local(when: datetime | Date, zone: str | None) -> datetime | Date:
    if zone and isinstance(when, datetime):
        return when.astimezone(ZoneInfo(zone))
    return when
