"""The journey as GPX 1.1, for navigation devices.

A point has a time only where one is claimed as exact: at the ends of a leg, at
a stop, or at the points of a line that was recorded. What GPX has no word for
stands in extensions.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from journey.exports.attributes import (
    Attribute,
    LegRecord,
    PlaceRecord,
    legs,
    places,
    sources,
    summary,
)
from journey.exports.clock import universal, written
from journey.exports.markup import HEAD, Xml, line, tag
from journey.exports.passing import Passing, metres
from journey.track.track import Track
from journey.words.provenance import sentence
from journey.words.wording import Wording
from journey.words.written import every

SPACE = "http://www.topografix.com/GPX/1/1"
OWN = "urn:x-handcar-home:claims:1"
# GPX counts longitudes up to, but without, 180.
_EAST = 179.9999999


def gpx(track: Track, wording: Wording) -> bytes:
    """A GPX document in UTF-8: a track a leg, a waypoint a place used."""
    journey = track.journey
    metadata = tag(
        "metadata",
        line("name", wording.pick(journey.title)),
        line("desc", "\n".join(summary(track, wording))),
        *_links(sources(track, wording)),
        tag(
            "extensions",
            tag(
                "j:journey",
                *(line("j:source", title, url=url) for title, url in sources(track, wording)),
                line("j:rights", wording.pick(journey.rights) if journey.rights else ""),
                id=journey.id,
                language=wording.language,
            ),
        ),
    )
    body = [*(_place(p, wording) for p in places(track, wording))]
    body += [_leg(leg, wording) for leg in legs(track, wording)]
    spaces = {"xmlns": SPACE, "xmlns:j": OWN}
    whole = tag("gpx", metadata, *body, version="1.1", creator="Handcar Home", **spaces)
    return (HEAD + whole).encode()


def _links(found: Iterable[tuple[str, str]]) -> list[Xml]:
    """Links to the first sources; readers keep two, and the extensions hold all."""
    by_url = {url: label for label, url in found if url}
    return [tag("link", line("text", by_url[url]), href=url) for url in list(by_url)[:2]]


def _leg(leg: LegRecord, wording: Wording) -> Xml:
    return tag(
        "trk",
        line("name", leg.name),
        line("cmt", "\n".join(_sentences(leg.claims, wording))),
        line("desc", leg.text),
        line("src", "; ".join(sentence(f.footing, wording) for f in leg.about("line"))),
        *_links(chain.from_iterable(claim.footing.links for claim in leg.claims)),
        line("type", leg.mode_word),
        tag("extensions", _own(leg)),
        *map(_segment, leg.line.pieces()),
    )


def _sentences(claims: Iterable[Attribute], wording: Wording) -> list[str]:
    return [f"{claim.label}: {sentence(claim.footing, wording)}" for claim in claims]


def _own(leg: LegRecord) -> Xml:
    """The leg's claims, in a namespace of their own."""
    return tag(
        "j:leg",
        *(_claim(claim) for claim in leg.claims),
        *(line("j:disagree", key) for key in leg.differ),
        *(line("j:unknown", text) for text in leg.unknown),
        **{"id": leg.id, "mode": leg.mode, "from": leg.start.id, "to": leg.end.id},
    )


def _claim(claim: Attribute) -> Xml:
    found, span = claim.footing, claim.span
    numbers: dict[str, str] = {}
    if span:
        numbers = {"low": f"{span.low:g}", "unit": claim.unit, "rough": str(span.rough).lower()}
        numbers |= {"high": f"{span.high:g}"} if span.high is not None else {}
    if claim.when:
        ends = {"early": written(claim.when.early), "late": written(claim.when.late)}
        numbers |= {key: text for key, text in ends.items() if text}
    if claim.place:
        numbers["place"] = claim.place
    return tag(
        "j:claim",
        line("j:said", found.said),
        *(line("j:source", label, **({"url": url} if url else {})) for label, url in found.links),
        line("j:why", found.why),
        line("j:note", found.note),
        about=claim.about,
        basis=found.basis,
        **numbers,
    )


def _segment(piece: Passing) -> Xml:
    points = [f'<trkpt lat="{lat:.7f}" lon="{min(lon, _EAST):.7f}"/>' for lat, lon in piece.line]
    for at in sorted({*piece.times, *piece.heights}):
        high = line("ele", metres(piece.heights[at])) if at in piece.heights else ""
        when = line("time", universal(piece.times[at])) if at in piece.times else ""
        points[at] = f"{points[at].removesuffix('/>')}>{high}{when}</trkpt>"
    return tag("trkseg", *map(Xml, points))


def _place(record: PlaceRecord, wording: Wording) -> Xml:
    place = record.place
    own = [line("j:name", name, lang=code) for code, name in place.name.items()]
    return tag(
        "wpt",
        line("name", record.name),
        line("cmt", every(place.name)),
        line("desc", "\n".join(_sentences(record.claims, wording))),
        *_links(chain.from_iterable(claim.footing.links for claim in record.claims)),
        tag("extensions", tag("j:place", *own, *map(_claim, record.claims), id=place.id)),
        lat=f"{place.lat:.7f}",
        lon=f"{min(place.lon, _EAST):.7f}",
    )
