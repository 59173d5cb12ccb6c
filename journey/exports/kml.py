"""The journey as KML 2.2 (OGC 07-147r2), which plays in Google Earth's time slider.

A leg has a time span only where something is known of its clock times, and the
span is what bounds it. Descriptions are HTML, so their text is escaped twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC
from html import escape

from journey.exports.attributes import LegSheet, PlaceSheet, legs, names, places, sources, summary
from journey.exports.facts import Fact, named, sentence
from journey.exports.markup import HEAD, Markup, line, tag, words
from journey.geo.geometry import Line, cut
from journey.model.palette import MODES
from journey.track.track import Track
from journey.words.provenance import Link, footing_html, link_html
from journey.words.wording import Wording

SPACE = "http://www.opengis.net/kml/2.2"


def kml(track: Track, wording: Wording) -> bytes:
    """A KML document in UTF-8: a folder of legs and one of places."""
    journey, found = track.journey, legs(track, wording)
    told = "".join(f"<p>{escape(text)}</p>" for text in summary(track, wording))
    cited = "".join(f"<li>{link_html(Link(*s))}</li>" for s in sources(track, wording))
    listed = f"<h3>{escape(wording.say('page.sources'))}</h3><ul>{cited}</ul>" if cited else ""
    document = tag(
        "Document",
        line("name", wording.pick(journey.title)),
        line("open", "1"),
        line("description", told + listed),
        *(_style(mode) for mode in dict.fromkeys(leg.mode for leg in found)),
        _folder("export.legs", (_leg(leg, wording) for leg in found), wording),
        _folder("export.places", (_place(p, wording) for p in places(track, wording)), wording),
        id=f"journey-{journey.id}",
    )
    return (HEAD + tag("kml", document, xmlns=SPACE)).encode()


def _style(mode: str) -> Markup:
    """The mode's colour, which KML writes as alpha, blue, green, red."""
    red, green, blue = (MODES[mode].light[at : at + 2] for at in (1, 3, 5))
    colour = line("color", f"ff{blue}{green}{red}".lower())
    return tag("Style", tag("LineStyle", colour, line("width", "4")), id=f"mode-{mode}")


def _folder(key: str, inside: Iterable[Markup], wording: Wording) -> Markup:
    return tag("Folder", line("name", wording.say(key)), line("open", "1"), *inside)


def _leg(leg: LegSheet, wording: Wording) -> Markup:
    span = _span(leg)
    pieces = [_line(piece) for piece in cut(leg.line)]
    return tag(
        "Placemark",
        line("name", leg.name),
        line("description", _told(leg, wording)),
        span,
        line("styleUrl", f"#mode-{leg.mode}"),
        tag("ExtendedData", *_data(leg, bool(span), wording)),
        pieces[0] if len(pieces) == 1 else tag("MultiGeometry", *pieces),
        id=f"leg-{leg.id}",
    )


def _span(leg: LegSheet) -> Markup:
    """From the earliest start to the latest end, in UTC; nothing where neither is known."""
    begin = leg.departs[0] if leg.departs else None
    end = leg.arrives[1] if leg.arrives else None
    ends = [
        line(name, when.astimezone(UTC).isoformat().replace("+00:00", "Z"))
        for name, when in (("begin", begin), ("end", end))
        if when
    ]
    return tag("TimeSpan", *ends) if ends else Markup("")


def _line(piece: Line) -> Markup:
    points = " ".join([f"{lon:.7f},{lat:.7f}" for lat, lon in piece])
    return tag("LineString", line("tessellate", "1"), line("coordinates", points))


def _told(leg: LegSheet, wording: Wording) -> str:
    """The balloon of a leg, as HTML."""
    facts = "".join(
        f"<dt>{escape(fact.label)}</dt><dd>{footing_html(fact.footing, wording)}</dd>"
        for fact in leg.facts
    )
    missing = "".join(f"<li>{escape(text)}</li>" for text in leg.unknown)
    title = escape(wording.say("claim.unknown"))
    unknown = f"<h4>{title}</h4><ul>{missing}</ul>" if missing else ""
    text = f"<p>{escape(leg.text)}</p>" if leg.text else ""
    return f"{text}<dl>{facts}</dl>{unknown}"


def _data(leg: LegSheet, timed: bool, wording: Wording) -> Iterator[Markup]:
    plain = {
        "id": leg.id,
        "mode": leg.mode,
        "by": leg.mode_word,
        "from_id": leg.start.id,
        "to_id": leg.end.id,
        "text": leg.text,
        "time_span": wording.say("export.bounds") if timed else "",
    }
    plain |= {f"unknown_{i}": text for i, text in enumerate(leg.unknown, 1)}
    plain |= {f"{key}_disagree": wording.say("claim.disagree") for key in leg.differ}
    yield from (_datum(name, "", text) for name, text in plain.items() if text)
    yield from _claims(leg.facts, wording)


def _claims(facts: Iterable[Fact], wording: Wording) -> Iterator[Markup]:
    for name, fact in named(facts):
        yield _datum(name, fact.label, sentence(fact.footing, wording))


def _datum(name: str, label: str, text: str) -> Markup:
    return tag("Data", line("displayName", label), line("value", text), name=name)


def _place(sheet: PlaceSheet, wording: Wording) -> Markup:
    place = sheet.place
    told = "".join(f"<p>{footing_html(fact.footing, wording)}</p>" for fact in sheet.facts)
    data = {"id": place.id, "zone": place.zone or "", "legs": " ".join(sheet.legs)}
    data |= {f"name_{language}": name for language, name in place.name.items()}
    return tag(
        "Placemark",
        line("name", sheet.name),
        line("description", f"<p>{escape(names(place))}</p>{told}"),
        tag(
            "ExtendedData",
            *(_datum(name, "", text) for name, text in data.items() if text),
            *_claims(sheet.facts, wording),
        ),
        tag("Point", tag("coordinates", words(f"{place.lon:.7f},{place.lat:.7f}"))),
        id=f"place-{place.id}",
    )
