"""The journey as GeoJSON (RFC 7946).

Here, and where GeoJSON is read, a position is ``[lon, lat]``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from journey.exports.attributes import (
    Attribute,
    LegRecord,
    PlaceRecord,
    Span,
    legs,
    places,
    sources,
    summary,
)
from journey.geo.clip import cut
from journey.geo.geometry import Line, bounds, unwrap
from journey.track.track import Track
from journey.words.provenance import Footing
from journey.words.wording import Wording

DIGITS = 7  # decimals of a degree, about a centimetre


def geojson(track: Track, wording: Wording) -> bytes:
    """A FeatureCollection in UTF-8: a line a leg, a point a place used."""
    found_legs, found_places = legs(track, wording), places(track, wording)
    data = {
        "type": "FeatureCollection",
        "bbox": _box([leg.line for leg in found_legs], found_places),
        "journey": _journey(track, wording),
        "features": [*map(_leg, found_legs), *map(_place, found_places)],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _journey(track: Track, wording: Wording) -> dict[str, Any]:
    """What is said of the journey as a whole, a foreign member (RFC 7946, section 6.1)."""
    journey = track.journey
    return {
        "id": journey.id,
        "language": wording.language,
        "title": wording.pick(journey.title),
        "summary": summary(track, wording),
        "sources": [{"title": title, "url": url} for title, url in sources(track, wording)],
        "rights": wording.pick(journey.rights) if journey.rights else "",
    }


def _leg(leg: LegRecord) -> dict[str, Any]:
    pieces = [
        [[round(lon, DIGITS), round(lat, DIGITS)] for lat, lon in piece] for piece in cut(leg.line)
    ]
    whole = len(pieces) == 1
    return {
        "type": "Feature",
        "id": leg.id,
        "geometry": {
            "type": "LineString" if whole else "MultiLineString",
            "coordinates": pieces[0] if whole else pieces,
        },
        "properties": _properties(leg),
    }


def _properties(leg: LegRecord) -> dict[str, Any]:
    return {
        "kind": "leg",
        "id": leg.id,
        "mode": leg.mode,
        "by": leg.mode_word,
        "name": leg.name,
        "from": leg.start.id,
        "to": leg.end.id,
        "claims": [_claim(claim) for claim in leg.claims],
        "disagree": leg.differ,
        "unknown": leg.unknown,
        "text": leg.text,
        "clock": {"departs": _window(leg.departs), "arrives": _window(leg.arrives)},
    }


def _claim(claim: Attribute) -> dict[str, Any]:
    """A claim; ``high`` is null where nothing bounds it."""
    plain: dict[str, Any] = {"about": claim.about, "label": claim.label, **_footing(claim.footing)}
    if claim.span:
        plain |= {"low": claim.span.low, "high": claim.span.high, "unit": claim.unit}
        plain |= {"rough": claim.span.rough}
    return plain


def _footing(found: Footing) -> dict[str, Any]:
    links = [{"label": name, "url": url} for name, url in found.links]
    return {
        "said": found.said,
        "basis": found.basis,
        "known": found.word,
        "sources": links,
        "why": found.why,
        "note": found.note,
    }


def _window(window: Span | None) -> list[str | None] | None:
    """The earliest and the latest instant, null where nothing bounds it, or null."""
    return [when.isoformat() if when else None for when in window] if window else None


def _place(record: PlaceRecord) -> dict[str, Any]:
    place = record.place
    return {
        "type": "Feature",
        "id": f"place:{place.id}",
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
        "properties": {
            "kind": "place",
            "id": place.id,
            "name": record.name,
            "names": place.name,
            "zone": place.zone,
            "legs": record.legs,
            "claims": [_claim(claim) for claim in record.claims],
        },
    }


def _box(lines: Sequence[Line], found: Iterable[PlaceRecord]) -> list[float]:
    """West, south, east, north; over the antimeridian west is the greater (section 5.2)."""
    corners = [corner for line in lines for corner in bounds(line)]
    (_, west), (_, east) = bounds(corners)
    middle = (west + east) / 2
    points = [unwrap([(s.place.lat, s.place.lon)], middle)[0] for s in found]
    (south, west), (north, east) = bounds([*corners, *points])
    if east - west >= 360:
        west, east = -180.0, 180.0
    elif not -180 <= west <= east <= 180:
        # An edge on the antimeridian itself is named after the side it is on.
        west, east = (west + 180) % 360 - 180, 180 - (180 - east) % 360
    return [round(n, DIGITS) for n in (west, south, east, north)]
