"""Where legs start and end, and where others say that they do, as the browser is told it."""

from __future__ import annotations

from collections import Counter
from typing import Any

from journey.geo.geometry import distance
from journey.model.claims import Claim
from journey.model.journey import Journey
from journey.stage.landmarks import assumed
from journey.stage.points import told
from journey.track.track import Track
from journey.words.provenance import footing, grounds
from journey.words.wording import Wording
from journey.words.written import every

BACK = 0.1  # of the way to the farthest place, within which a journey ends where it began
ABOUT = 0.95  # of that way, from which a place lies about as far


def ends(track: Track, wording: Wording) -> list[dict[str, Any]]:
    """The places where legs start and end, each once, with what is known of them.

    ``near`` is what is said from near of one that is assumed.
    """
    found: dict[str, dict[str, Any]] = {}
    outer = {track.legs[0].start_place.id, track.legs[-1].end_place.id, *turn(track)}
    for index, leg in enumerate(track.legs):
        for end, place, point in (
            (leg.leg.start, leg.start_place, leg.line[0]),
            (leg.leg.end, leg.end_place, leg.line[-1]),
        ):
            before = found.get(place.id, {})
            near = assumed(leg, wording, start=end is leg.leg.start) or before.get("near", "")
            found[place.id] = {
                "name": wording.pick(place.name),
                "names": every(place.name),
                "at": told(point),
                "leg": index,
                "legs": [*before.get("legs", ()), leg.leg.id],
                "near": near,
                "outer": place.id in outer,
                **known(end, track.journey, wording),
            }
    return list(found.values())


def turn(track: Track) -> list[str]:
    """The place from which a journey there and back turns home, if there is one: of those that lie
    about farthest from its start, the one at which most legs end. None where it ends elsewhere.
    """
    start = track.legs[0].line[0]
    ends = [(leg.end_place.id, distance(start, leg.line[-1])) for leg in track.legs]
    reach = max(far for _, far in ends)
    if ends[-1][1] >= BACK * reach:
        return []
    visits = Counter(place for place, _ in ends)
    return [max((far >= ABOUT * reach, visits[place], far, place) for place, far in ends)[-1]]


def taken(track: Track) -> frozenset[str]:
    """The names, in all languages, of the places that the stage names on the map itself."""
    outer = (place for leg in track.legs for place in (leg.start_place, leg.end_place))
    halts = (halt.place for leg in track.legs for halt in leg.halts)
    return frozenset(name for place in (*outer, *halts) for name in place.name.values())


def elsewhere(track: Track, wording: Wording) -> list[dict[str, Any]]:
    """Where else legs start and end, and how far that is from where they are drawn, in km."""
    return [
        {
            "name": wording.say("map.or", place=wording.pick(other.place.name)),
            "names": every(other.place.name),
            "at": told(other.point),
            "leg": index,
            "off": round(distance(drawn, other.point), 3),
            **known(other.claim, track.journey, wording),
        }
        for index, leg in enumerate(track.legs)
        for drawn, others in ((leg.line[0], leg.start_others), (leg.line[-1], leg.end_others))
        for other in others
    ]


def known(claim: Claim, journey: Journey, wording: Wording) -> dict[str, str]:
    """How the claim is known, and what it stands on."""
    found = footing(claim, "", journey, wording)
    return {"basis": found.basis, "why": grounds(found)}
