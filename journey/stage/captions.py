"""What the map says beside the sign of a leg."""

from __future__ import annotations

from journey.geo.interval import Interval
from journey.track.facts import about, facts
from journey.track.track import LegTrack, Track
from journey.words import totals
from journey.words.facts import footings, lasting
from journey.words.modes import named
from journey.words.provenance import interval
from journey.words.wording import Wording

# km from which a length that nobody claims is told in whole ones.
_WHOLE = 100


def captions(track: Track, wording: Wording) -> list[dict[str, str]]:
    """For each leg what is ``said`` beside its sign, and a ``note`` below that, perhaps "".

    It is the mode with its time, else with its distance. Of the leg that has a
    view from near, which is worth it for its distance, that stands below.
    """
    near = track.journey.close_up
    return [_caption(leg, track, wording, near.leg if near else None) for leg in track.legs]


def _caption(leg: LegTrack, track: Track, wording: Wording, near: str | None) -> dict[str, str]:
    mode = named(leg.means, wording)
    duration = leg.slot.duration
    time = lasting(duration, wording) if duration else ""
    way = _way(leg, track, wording)
    if leg.leg.id == near:
        return {"said": mode, "note": way or time}
    figure = time or way
    if figure and leg.means.untold:
        return {"said": figure, "note": ""}
    said = wording.say("leg.sign", mode=mode, figure=figure) if figure else mode
    return {"said": said, "note": ""}


def _way(leg: LegTrack, track: Track, wording: Wording) -> str:
    found = about(facts(leg), "distance")
    if not found:
        return ""
    figure, claim = found[0].used.figure, found[0].used.claim
    if claim is None and isinstance(figure, Interval) and figure.used >= _WHOLE:
        return interval(totals.of(leg), "km", wording, digits=0)
    return footings(found[0], track.journey, wording)[0].said
