"""What the browser is told: a track as plain data, all words already chosen.

Points are ``[lat, lon]`` in degrees, times seconds of elapsed time, distances
km. The browser only draws and interpolates.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from journey.basemap.packing import pack, pack_line
from journey.model.journey import Journey, Stop
from journey.model.mode import Means
from journey.model.palette import HOLLOW, MAP, RELIEF
from journey.model.railway import RAILED, SIZES
from journey.stage import clocks, dates
from journey.stage.axis import axis
from journey.stage.bundle import icon, toggled
from journey.stage.captions import captions
from journey.stage.chapters import chapters
from journey.stage.diagram import diagram
from journey.stage.ending import ending
from journey.stage.ends import elsewhere, ends, known
from journey.stage.landmarks import approach, landmarks
from journey.stage.points import DIGITS, mapped, told
from journey.stage.statement import statement
from journey.stage.timeline import part_at
from journey.stage.tongues import marked
from journey.track.facts import ON_THE_WAY, About, Fact, about, facts, for_readers
from journey.track.fineness import fineness
from journey.track.passage import Wait
from journey.track.track import LegTrack, Track, extent
from journey.track.way import Halt
from journey.words import opening, totals
from journey.words.credited import credited
from journey.words.facts import footings, label, lasting, standing
from journey.words.jumps import jump
from journey.words.modes import named
from journey.words.provenance import grounds
from journey.words.telling import Telling, telling
from journey.words.wording import Wording
from journey.words.written import every
from journey.words.years import dating

KM_DIGITS = 3  # decimals of km, a metre
# What a leg's card shows, in this order.
_SHOWN: tuple[About | tuple[About, ...], ...] = ("duration", "distance", "speed", ON_THE_WAY)
# And what it tells of each stop.
_AT_STOPS: tuple[About, ...] = ("passes", "reaches", "wait", "leaves")

# Catalogue entries that the browser shows by itself.
_NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'

_WORDS = (
    "map.whole", "map.leg", "map.zoom_in", "map.zoom_out", "map.legend", "map.close", "map.bare",
    "map.assumed_line", "map.known_line", "map.derived_line", "map.assumed_time", "opening.start",
    "ending.aria", "ending.replay", "ending.slowly", "map.credits", "map.online", "map.embedded",
    "map.tiles_failed", "map.tiles_loading", "map.aria", "map.base_failed", "map.not_drawn",
    "map.north_south", "map.east_west", "map.by_wheel", "map.by_fingers", "map.back", "map.screen",
    "map.inset", "map.scale", "map.scale_long", "map.flown", "map.scale_short",
    "map.scale_at", "map.ends", "map.beyond", "map.wide",
    "map.wide_why", "strip.aria", "strip.equal", "strip.chapters", "strip.true", "strip.slider",
    "strip.diagram", "play.controls", "play.play", "play.pause", "play.previous", "play.next",
    "play.pacing", "play.story", "play.story_how", "play.truth", "play.truth_how", "play.speed",
    "play.start", "play.time", "play.after", "play.way", "play.left", "play.no_leg", "play.no_fix",
    "play.disorder", "card.aria", "card.more", "card.less", "clock.how", "clock.date",
    "clock.alone", "clock.until", "help.title", "help.space", "help.play", "help.step", "help.pick",
    "help.ends", "help.whole", "help.zoom", "help.screen", "help.close", "help.help", "help.wheel",
    "help.fingers", "help.two", "help.move", "help.tap", "help.tell", "help.swipe", "help.turn",
    "help.drag", "help.time", "help.arrows", "help.pan", "help.letters",
    "claim.disagree", "claim.unknown", "itinerary.leg", "leg.after",
    "leg.between", "leg.either", "leg.later_day", "value.about", "leg.unknown_duration",
    "basis.reported", "basis.derived", "basis.assumed", "basis.title", "wait.name", "card.stops",
)  # fmt: skip


def wire(track: Track, wording: Wording, story: Sequence[Telling] | None = None) -> dict[str, Any]:
    """The whole of it, ready for JSON; the ``story`` is told in steps, perhaps made already."""
    journey, wording = track.journey, dating(track, wording)
    return marked(
        {
            "id": journey.id,
            "language": wording.language,
            **({"runs": wording.runs} if wording.runs else {}),
            "locale": wording.locale,
            "years": wording.years,
            "title": wording.pick(journey.title),
            "opening": opening.line(track, wording),
            "ending": ending(track, wording),
            "bounds": extent(track.legs),
            "axis": axis(track, wording),
            "chapters": chapters(track, wording),
            "way": {
                "km": totals.kilometres(track).used,
                "said": totals.way(track, wording),
                "parts": totals.parts(track),
            },
            "legs": [
                {
                    **_leg(leg, journey, wording),
                    **({"lane": lane} if lane else {}),
                    **({"least": least} if least else {}),
                    **known._asdict(),
                    "clock": clock,
                    "caption": caption,
                }
                for leg, lane, least, known, clock, caption in zip(
                    track.legs,
                    track.lanes,
                    totals.least(track, wording),
                    fineness(track),
                    clocks.clock(track),
                    captions(track, wording),
                    strict=True,
                )
            ],
            "steps": [step._asdict() for step in story or telling(track, wording)],
            "dates": [found and statement(found) for found in dates.ends(track, wording)],
            "ends": ends(track, wording),
            "elsewhere": elsewhere(track, wording),
            "landmarks": landmarks(track, wording),
            "zones": clocks.zones(track, wording),
            "modes": {means.id: _mode(means, wording) for means in track.means},
            "closeUp": _close_up(track, wording),
            "diagram": _diagram(track, wording),
            "themes": {theme: {**MAP[theme], **RELIEF[theme]} for theme in MAP},
            "hollow": HOLLOW,
            "near": SIZES,
            "whose": str(credited(wording, own=bool(journey.ground))),
            "words": {key: wording.say(key) for key in _WORDS},
        }
    )


def _mode(means: Means, wording: Wording) -> dict[str, Any]:
    ink = means.ink
    return {
        "name": named(means, wording),
        "light": ink.light,
        "dark": ink.dark,
        "words": {"light": ink.word_light, "dark": ink.word_dark},
        "dash": ink.dash,
        # In HTML it needs no namespace, and the words beside it say all that it says.
        "icon": icon(means.id, means.icon).replace(_NAMESPACE, 'aria-hidden="true"'),
        "rails": means.id in RAILED,
    }


def _close_up(track: Track, wording: Wording) -> dict[str, Any] | None:
    """The leg worth a look from near, and the corners of what of it is, where that is not all."""
    close_up = track.journey.close_up
    if close_up is None:
        return None
    near = approach(track, close_up.leg)
    return {"leg": close_up.leg, "name": wording.pick(close_up.name), "box": near}


def _diagram(track: Track, wording: Wording) -> dict[str, Any]:
    """The drawing as markup, and on what scales a cursor runs through it.

    ``shares`` are those of the legs in its width, ``top`` is its height in km;
    the close-up's axes are in s and km from the start of the leg of that index.
    """
    drawn = diagram(track, wording)
    near = drawn.close_up
    return {
        "markup": toggled(drawn.markup),
        "shares": [round(share, 6) for share in drawn.shares],
        "top": drawn.top,
        "closeUp": near and {"leg": near.index, "seconds": near.seconds, "km": near.km},
    }


def _fixes(track: LegTrack) -> dict[str, Any]:
    """Where the traveller is: points, the part of the leg passed at each, and km so far.

    ``span`` is the leg's time in s, waits included; 0 where that is not known,
    and then the parts are those of the way. The rest are texts, as
    :mod:`journey.basemap.packing` makes them. Parts that follow from the km,
    for all of the way is passed evenly, are left out.
    """
    fixes = track.fixes
    return {
        "points": pack_line([mapped((fix.lat, fix.lon)) for fix in fixes], DIGITS),
        **({} if _evenly(track) else {"at": pack(track.passed, 6)}),
        "km": pack((fix.km for fix in fixes), KM_DIGITS),
        "span": track.span,
    }


def _evenly(track: LegTrack) -> bool:
    """Whether the part passed at each fix is that of the way, as finely as its km are told."""
    first, last = track.fixes[0].km, track.fixes[-1].km
    parts = zip(track.fixes, track.passed, strict=True)
    off = (abs(fix.km - first - part * (last - first)) for fix, part in parts)
    return last > first and max(off) <= 10**-KM_DIGITS


def _leg(track: LegTrack, journey: Journey, wording: Wording) -> dict[str, Any]:
    leg, duration = track.leg, track.slot.duration
    return {
        "id": leg.id,
        "mode": leg.mode,
        "name": wording.pick(leg.name),
        "from": wording.pick(track.start_place.name),
        "to": wording.pick(track.end_place.name),
        **_fixes(track),
        **_waits(track, journey, wording),
        "drawn": round(track.drawn_km, 3),
        "basis": track.line_basis.value,
        "timed": duration.basis.value if duration else "",
        "start": track.slot.start.used,
        "seconds": duration.figure.used if duration else None,
        "brief": lasting(duration, wording) if duration else "",
        "short": lasting(duration, wording.narrowed()) if duration else "",
        "facts": _facts(track, journey, wording),
        "text": wording.pick(leg.text) if leg.text else "",
        "unknown": [wording.pick(text) for text in leg.unknown],
        "zones": clocks.leg_zones(track),
        "jump": jump(track, journey, wording),
        "stops": [
            _stop(halt, found, track, journey, wording)
            for halt, found in zip(track.halts, _at_stops(track), strict=True)
        ],
    }


def _waits(track: LegTrack, journey: Journey, wording: Wording) -> dict[str, Any]:
    """At which parts of the leg, 0..1, it leaves and arrives, and its waits."""
    waits = [_wait(wait, track, journey, wording) for wait in track.waits if wait.end > wait.start]
    leaves, arrives = 0.0, 1.0
    if waits and track.slot.start.used > track.begin:
        leaves = waits[0]["to"]
    if waits and track.slot.end.used < track.fixes[-1].seconds:
        arrives = waits[-1]["from"]
    return {"ride": [leaves, arrives], "waits": waits}


def _wait(wait: Wait, track: LegTrack, journey: Journey, wording: Wording) -> dict[str, Any]:
    time = lasting(wait.reckoned, wording.spoken())
    told = [fact for fact in about(facts(track), "wait") if fact.place == wait.place]
    return {
        "from": round(part_at(track, wait.start), 6),
        "to": round(part_at(track, wait.end), 6),
        "said": standing("wait.at", wait.place, wording, time=time),
        "brief": lasting(wait.reckoned, wording),
        "short": lasting(wait.reckoned, wording.narrowed()),
        "basis": wait.reckoned.basis.value,
        "why": grounds(footings(told[0], journey, wording)[0]) if told else "",
    }


def _facts(track: LegTrack, journey: Journey, wording: Wording) -> list[dict[str, Any]]:
    """What a card tells: the figure used, its basis, and what others say.

    Where the leg starts and ends its head says; here it is told where others
    say otherwise.
    """
    at_stops = {id(fact) for found in _at_stops(track) for fact in found}
    found = [fact for fact in facts(track) if id(fact) not in at_stops]
    moot = [fact for fact in about(found, "from", "to") if fact.others]
    return [_fact(fact, journey, wording) for fact in (*for_readers(found, *_SHOWN), *moot)]


def _at_stops(track: LegTrack) -> list[list[Fact]]:
    """What is known of when it was at each of the stops.

    What only follows is that of the stop where no end of the leg is at its place.
    """
    found: dict[int, list[Fact]] = {}
    for fact in about(facts(track), *_AT_STOPS):
        found.setdefault(id(fact.place), []).append(fact)
    outer = track.start_place, track.end_place
    return [
        [
            fact
            for fact in found.get(id(halt.place), ())
            if (_tells(halt.stop, fact) if fact.claimed else halt.place not in outer)
        ]
        for halt in track.halts
    ]


def _tells(stop: Stop, fact: Fact) -> bool:
    """Whether the fact stands on the stop itself or on one of its claims."""
    claims = (stop, *stop.arrives, *stop.dwell, *stop.departs)
    return any(claim is fact.used.claim for claim in claims)


def _fact(fact: Fact, journey: Journey, wording: Wording, *, placed: bool = True) -> dict[str, Any]:
    said = footings(fact, journey, wording, placed=placed)
    used, *others = (statement(found) for found in said)
    return {
        "key": fact.about,
        "label": label(fact, wording),
        **used,
        "differ": fact.differ,
        "others": others,
    }


def _stop(
    halt: Halt, found: list[Fact], track: LegTrack, journey: Journey, wording: Wording
) -> dict[str, Any]:
    return {
        "name": wording.pick(halt.place.name),
        "names": every(halt.place.name),
        "at": told(halt.point),
        "km": round(track.fixes[0].km + halt.km, 3),
        "zone": halt.place.zone,
        "facts": [_fact(fact, journey, wording, placed=False) for fact in found],
        "note": wording.pick(halt.stop.note) if halt.stop.note else "",
        **known(halt.stop, journey, wording),
    }
