"""The journey as GeoJSON (RFC 7946).

Here, and where GeoJSON is read, a position is ``[lon, lat]``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from journey.exports.attributes import (
    Attribute,
    LegRecord,
    PauseRecord,
    PlaceRecord,
    legs,
    places,
    sources,
    summary,
)
from journey.exports.clock import Clock, universal, written
from journey.exports.landmarks import LandmarkRecord, landmarks
from journey.exports.passing import Passing
from journey.geo.geometry import Point, bounds, unwrap
from journey.track.track import Track
from journey.words.provenance import Footing
from journey.words.wording import Wording

DIGITS = 7  # decimals of a degree, about a centimetre


def geojson(track: Track, wording: Wording) -> bytes:
    """A FeatureCollection in UTF-8: a line a leg, a point a place used, and the landmarks."""
    found_legs, found_places = legs(track, wording), places(track, wording)
    beside = landmarks(track, wording)
    data = {
        "type": "FeatureCollection",
        "bbox": _box([leg.line for leg in found_legs], [*_points(found_places, beside)]),
        "journey": _journey(track, wording),
        "features": [*map(_leg, found_legs), *map(_place, found_places), *map(_landmark, beside)],
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
    passed = leg.line.pieces()
    pieces = list(map(_positions, passed))
    whole = len(pieces) == 1
    # Of who is only known to have left and arrived, the clock tells all.
    inner = leg.line.times.keys() - {0, len(leg.line.line) - 1}
    times = [_times(piece) for piece in passed] if inner else []
    return {
        "type": "Feature",
        "id": leg.id,
        "geometry": {
            "type": "LineString" if whole else "MultiLineString",
            "coordinates": pieces[0] if whole else pieces,
        },
        "properties": _properties(leg) | _timed(times),
    }


def _positions(piece: Passing) -> list[list[float]]:
    """The points, those with a height that is known with that in m."""
    found = [[round(lon, DIGITS), round(lat, DIGITS)] for lat, lon in piece.line]
    for at, height in piece.heights.items():
        found[at].append(round(height, 2))
    return found


def _times(piece: Passing) -> list[str | None]:
    """For each point its time in UTC, null where none is known exactly."""
    found = (piece.times.get(index) for index in range(len(piece.line)))
    return [universal(when) or None for when in found]


def _timed(times: list[list[str | None]]) -> dict[str, Any]:
    """The times as converters of GPX write them, in the shape of the coordinates."""
    if not times:
        return {}
    return {"coordTimes": times[0] if len(times) == 1 else times}


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
        "pauses": [_pause(pause) for pause in leg.pauses],
    }


def _pause(pause: PauseRecord) -> dict[str, Any]:
    """A stop or a wait; how long it takes is in s, and null where nobody waits or nobody knows."""
    wait = {"low": pause.wait.low, "high": pause.wait.high} if pause.wait else None
    clock = {"arrives": _window(pause.arrives), "departs": _window(pause.departs)}
    return {"place": pause.place.id, "wait": wait, **clock}


def _claim(claim: Attribute) -> dict[str, Any]:
    """A claim; ``high`` is null where nothing bounds it."""
    plain: dict[str, Any] = {"about": claim.about, "label": claim.label, **_footing(claim.footing)}
    if claim.span:
        plain |= {"low": claim.span.low, "high": claim.span.high, "unit": claim.unit}
        plain |= {"rough": claim.span.rough}
    if claim.when:
        plain |= {"when": _window(claim.when)}
    if claim.place:
        plain |= {"place": claim.place}
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


def _window(window: Clock | None) -> list[str | None] | None:
    """The earliest and the latest, each as finely as it is known; null where nothing bounds it."""
    return [written(when) or None for when in window] if window else None


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


def _landmark(record: LandmarkRecord) -> dict[str, Any]:
    """A bridge is a line, every other landmark a point."""
    points = [[round(lon, DIGITS), round(lat, DIGITS)] for lat, lon in record.line]
    single = len(points) == 1
    return {
        "type": "Feature",
        "id": f"landmark:{'-'.join(record.landmark.places)}",
        "geometry": {
            "type": "Point" if single else "LineString",
            "coordinates": points[0] if single else points,
        },
        "properties": {
            "kind": record.landmark.kind,
            "name": record.name,
            "places": list(record.landmark.places),
            "claims": [_claim(claim) for claim in record.claims],
        },
    }


def _points(found: Iterable[PlaceRecord], beside: Iterable[LandmarkRecord]) -> Iterator[Point]:
    yield from ((record.place.lat, record.place.lon) for record in found)
    for record in beside:
        yield from record.line


def _box(lines: Sequence[Passing], beside: Iterable[Point]) -> list[float]:
    """West, south, east, north; over the antimeridian west is the greater (section 5.2).

    Where heights are known the lowest stands after the south, and the highest
    after the north.
    """
    corners = [corner for passed in lines for corner in bounds(passed.line)]
    (_, west), (_, east) = bounds(corners)
    middle = (west + east) / 2
    points = [unwrap([point], middle)[0] for point in beside]
    (south, west), (north, east) = bounds([*corners, *points])
    if east - west >= 360:
        west, east = -180.0, 180.0
    elif not -180 <= west <= east <= 180:
        # An edge on the antimeridian itself is named after the side it is on.
        west, east = (west + 180) % 360 - 180, 180 - (180 - east) % 360
    low = [round(n, DIGITS) for n in (west, south)]
    high = [round(n, DIGITS) for n in (east, north)]
    heights = [round(height, 2) for passed in lines for height in passed.heights.values()]
    return [*low, min(heights), *high, max(heights)] if heights else [*low, *high]
