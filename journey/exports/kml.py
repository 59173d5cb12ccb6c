"""The journey as KML 2.2 (OGC 07-147r2), which plays in Google Earth's time slider.

A leg, a stop or a wait has a time only where something is known of it by the
calendar: a span is what bounds it, as finely as that is known. Descriptions are
HTML, so their text is escaped twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journey.exports.attributes import (
    Attribute,
    LegRecord,
    PauseRecord,
    PlaceRecord,
    legs,
    named,
    places,
    sources,
    summary,
)
from journey.exports.clock import Clock, universal, written
from journey.exports.markup import HEAD, Xml, line, tag, words
from journey.exports.passing import Passing, metres
from journey.model.palette import Ink
from journey.pages import footing
from journey.track.track import Track
from journey.words import html
from journey.words.provenance import Link, sentence
from journey.words.wording import Wording
from journey.words.written import every

# The modes that leave the ground.
_FLYING = frozenset({"plane", "balloon", "cable-car"})

SPACE = "http://www.opengis.net/kml/2.2"


def kml(track: Track, wording: Wording) -> bytes:
    """A KML document in UTF-8: a folder of legs, one of places, one of stops and waits."""
    journey, found = track.journey, legs(track, wording)
    about = html.joined(html.tag("p", text) for text in summary(track, wording))
    cited = html.listed(footing.link(Link(*source)) for source in sources(track, wording))
    if cited:
        about += html.tag("h3", wording.say("page.sources")) + cited
    document = tag(
        "Document",
        line("name", wording.pick(journey.title)),
        line("open", "1"),
        line("description", about),
        *(_style(mode, ink) for mode, ink in {leg.mode: leg.ink for leg in found}.items()),
        _folder("export.legs", (_leg(leg, wording) for leg in found), wording),
        _folder("export.places", (_place(p, wording) for p in places(track, wording)), wording),
        _folder("export.pauses", _pauses(found, wording), wording)
        if any(leg.pauses for leg in found)
        else Xml(""),
        id=f"journey-{journey.id}",
    )
    return (HEAD + tag("kml", document, xmlns=SPACE)).encode()


def _style(mode: str, ink: Ink) -> Xml:
    """The mode's colour, which KML writes as alpha, blue, green, red."""
    red, green, blue = (ink.light[at : at + 2] for at in (1, 3, 5))
    colour = line("color", f"ff{blue}{green}{red}".lower())
    return tag("Style", tag("LineStyle", colour, line("width", "4")), id=f"mode-{mode}")


def _folder(key: str, inside: Iterable[Xml], wording: Wording) -> Xml:
    return tag("Folder", line("name", wording.say(key)), line("open", "1"), *inside)


def _leg(leg: LegRecord, wording: Wording) -> Xml:
    span = _span(leg.departs, leg.arrives)
    pieces = [_line(piece, leg.mode in _FLYING) for piece in leg.line.pieces()]
    return tag(
        "Placemark",
        line("name", leg.name),
        line("description", _balloon(leg, wording)),
        span,
        line("styleUrl", f"#mode-{leg.mode}"),
        tag("ExtendedData", *_data(leg, bool(span), wording)),
        pieces[0] if len(pieces) == 1 else tag("MultiGeometry", *pieces),
        id=f"leg-{leg.id}",
    )


def _span(departs: Clock | None, arrives: Clock | None) -> Xml:
    """From the earliest start to the latest end; nothing where neither is known by a date."""
    begin = universal(departs.early) if departs else ""
    end = universal(arrives.late) if arrives else ""
    if len(begin) == len(end) and end < begin:
        # Over the date line the day of the arrival may be the one before.
        begin, end = end, begin
    ends = line("begin", begin), line("end", end)
    return tag("TimeSpan", *ends) if any(ends) else Xml("")


def _line(piece: Passing, flying: bool) -> Xml:
    """The line with the heights that are known.

    Who flies is drawn as high as that, where all of it is known; all others on
    the ground, for a height that is a little off would hide them in it.
    """
    points = [f"{lon:.7f},{lat:.7f}" for lat, lon in piece.line]
    for at, height in piece.heights.items():
        points[at] += f",{metres(height)}"
    high = flying and len(piece.heights) == len(points)
    return tag(
        "LineString",
        line("tessellate", "1"),
        line("altitudeMode", "absolute" if high else ""),
        line("coordinates", " ".join(points)),
    )


def _balloon(leg: LegRecord, wording: Wording) -> str:
    """The balloon of a leg, as HTML."""
    missing = html.listed(leg.unknown)
    return html.joined(
        (
            html.tag("p", leg.text) if leg.text else "",
            html.tag(
                "dl",
                *(
                    html.tag("dt", found.label)
                    + html.tag("dd", footing.claim(found.footing, wording))
                    for found in leg.claims
                ),
            ),
            html.tag("h4", wording.say("claim.unknown")) + missing if missing else "",
        )
    )


def _data(leg: LegRecord, timed: bool, wording: Wording) -> Iterator[Xml]:
    plain = {
        "id": leg.id,
        "mode": leg.mode,
        "by": leg.mode_word,
        "from_id": leg.start.id,
        "to_id": leg.end.id,
        "text": leg.text,
        "time_span": wording.say("export.bounds") if timed else "",
        **_bounds("departs", leg.departs),
        **_bounds("arrives", leg.arrives),
    }
    plain |= {f"unknown_{i}": text for i, text in enumerate(leg.unknown, 1)}
    plain |= {f"{key}_disagree": wording.say("claim.disagree") for key in leg.differ}
    yield from (_datum(name, "", text) for name, text in plain.items() if text)
    yield from _claims(leg.claims, wording)


def _bounds(key: str, window: Clock | None) -> dict[str, str]:
    early, late = window or (None, None)
    return {f"{key}_earliest": written(early), f"{key}_latest": written(late)}


def _claims(claims: Iterable[Attribute], wording: Wording) -> Iterator[Xml]:
    for name, claim in named(claims):
        yield _datum(name, claim.label, sentence(claim.footing, wording))


def _datum(name: str, label: str, text: str) -> Xml:
    return tag("Data", line("displayName", label), line("value", text), name=name)


def _place(record: PlaceRecord, wording: Wording) -> Xml:
    place = record.place
    about = html.tag("p", every(place.name))
    about += html.joined(
        html.tag("p", footing.claim(found.footing, wording)) for found in record.claims
    )
    data = {"id": place.id, "zone": place.zone or "", "legs": " ".join(record.legs)}
    data |= {f"name_{language}": name for language, name in place.name.items()}
    return tag(
        "Placemark",
        line("name", record.name),
        line("description", about),
        tag(
            "ExtendedData",
            *(_datum(name, "", text) for name, text in data.items() if text),
            *_claims(record.claims, wording),
        ),
        tag("Point", tag("coordinates", words(f"{place.lon:.7f},{place.lat:.7f}"))),
        id=f"place-{place.id}",
    )


def _pauses(legs: Iterable[LegRecord], wording: Wording) -> Iterator[Xml]:
    for leg in legs:
        for number, pause in enumerate(leg.pauses, 1):
            yield _pause(pause, f"pause-{leg.id}-{number}", wording)


def _pause(pause: PauseRecord, key: str, wording: Wording) -> Xml:
    place = pause.place
    claims = (footing.claim(found.footing, wording) for found in pause.claims)
    return tag(
        "Placemark",
        line("name", pause.name),
        line("description", html.joined(html.tag("p", claim) for claim in claims)),
        _stay(pause),
        tag(
            "ExtendedData",
            _datum("place", "", place.id),
            _datum("leg", "", pause.leg),
            *_claims(pause.claims, wording),
        ),
        tag("Point", tag("coordinates", words(f"{place.lon:.7f},{place.lat:.7f}"))),
        id=key,
    )


def _stay(pause: PauseRecord) -> Xml:
    """From arriving to departing, or when it was passed."""
    met, left = pause.arrives, pause.departs
    ends = (met.early, met.late, left.early, left.late) if met and left else ()
    # The hour that comes twice by a clock is told apart in UTC alone.
    moments = set(map(universal, ends))
    if len(moments) == 1 and (when := moments.pop()):
        return tag("TimeStamp", line("when", when))
    return _span(met, left)
