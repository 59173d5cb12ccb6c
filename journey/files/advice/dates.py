"""Days of a journey that lie beside the times of its legs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf

from journey.model.calendar import ClockTime, span
from journey.model.claims import Moment
from journey.model.part import Fault
from journey.track.track import Track

# A day may be told by another calendar than that of the place: one day and the zones' width.
_BESIDE = 2 * 86_400.0


def dates(track: Track) -> Iterator[Fault]:
    """The days of the journey on which, by its times, it had not begun or was over."""
    legs = track.journey.legs
    told = [span for leg in legs for span in _spans(leg.departs + leg.arrives)]
    if not told:
        return
    whole = track.duration.high
    # Where an end is not told, it may be as far from the other times as the journey is long.
    longest = inf if whole is None else whole
    first = min(early for early, _ in told) - (0 if _spans(legs[0].departs) else longest)
    last = max(late for _, late in told) + (0 if _spans(legs[-1].arrives) else longest)
    for index, day in enumerate(track.journey.day):
        for early, late in _spans([day]):
            if late < first - _BESIDE or early > last + _BESIDE:
                yield Fault(("day", index), "day_off_the_times")


def _spans(claims: Sequence[Moment]) -> list[tuple[float, float]]:
    """The first and the last instant of each claim that tells a date, in s since 1970."""
    found = []
    for claim in claims:
        ends = claim.between or (claim.at, claim.at)
        spans = [span(end, None) for end in ends if end and not isinstance(end, ClockTime)]
        if spans:
            found.append((spans[0][0], spans[-1][1]))
    return found
