"""The legs as CSV (RFC 4180), in UTF-8, a row each.

A byte order mark stands first: without it Excel takes the letters for those of
an older code page.

The first row has names for programs, so it is the same in every language.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO

from journey.exports.attributes import (
    Attribute,
    LegRecord,
    PauseRecord,
    PlaceRecord,
    legs,
    places,
)
from journey.exports.clock import Clock, written
from journey.geo.interval import Interval
from journey.model.claims import Moment
from journey.model.journey import Place
from journey.track.track import Track
from journey.words.provenance import sentence
from journey.words.wording import Wording
from journey.words.written import every

# What is claimed of a leg that have a column each.
ABOUT = (
    "duration", "distance", "speed", "departs", "arrives", "line", "stop", "passes", "reaches",
    "leaves", "wait", "clocks",
)  # fmt: skip
# A spreadsheet runs a cell that starts with one of these as a formula, and one
# in a journey from somebody else may fetch or send data. An apostrophe before
# it makes it text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

# Ends of the names of columns whose cells are written for programs, and hold nobody's words.
_BOUNDS = ("_earliest", "_latest")

Cell = str | float | None


def table(track: Track, wording: Wording) -> bytes:
    """A table in UTF-8 after its mark: a row of names, then a row a leg."""
    # Nothing stands above the rows that could tell the year of their clock times.
    wording = wording.dating(True)
    records = {record.place.id: record for record in places(track, wording)}
    rights = wording.pick(track.journey.rights) if track.journey.rights else ""
    whole: dict[str, Cell] = {"day": "\n".join(map(_day, track.journey.day)), "rights": rights}
    rows = [
        {"journey": track.journey.id, **_row(leg, records, wording), **whole}
        for leg in legs(track, wording)
    ]
    text = StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({key: _safe(key, cell) for key, cell in row.items()} for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _safe(key: str, cell: Cell) -> Cell:
    """The cell, so that a spreadsheet takes text for text; numbers and clock times stay such."""
    plain = not isinstance(cell, str) or key.endswith(_BOUNDS)
    return cell if plain or not str(cell).startswith(_FORMULA) else f"'{cell}"


def _row(leg: LegRecord, records: dict[str, PlaceRecord], wording: Wording) -> dict[str, Cell]:
    used = list(dict.fromkeys([leg.start.id, *_passed(leg, records), leg.end.id]))
    return {
        "id": leg.id,
        "mode": leg.mode,
        "by": leg.mode_word,
        "name": leg.name,
        **_end("from", leg, leg.start, wording),
        **_end("to", leg, leg.end, wording),
        **{key: _joined(leg.about(key), wording) for key in ABOUT},
        **_bounds("duration", "s", _first(leg, "duration")),
        **_bounds("distance", "km", _first(leg, "distance")),
        **_bounds("wait_before", "s", leg.before),
        **_bounds("wait_after", "s", leg.after),
        **_clock("departs", leg.departs),
        **_clock("arrives", leg.arrives),
        **_pauses(leg.pauses),
        "disagree": " ".join(leg.differ),
        "unknown": "\n".join(leg.unknown),
        "text": leg.text,
        "places": "\n".join(_position(records[key], wording) for key in used),
    }


def _passed(leg: LegRecord, records: dict[str, PlaceRecord]) -> list[str]:
    """The ids of the places that the leg uses."""
    return [key for key, record in records.items() if leg.id in record.legs]


def _end(key: str, leg: LegRecord, place: Place, wording: Wording) -> dict[str, Cell]:
    return {
        f"{key}_id": place.id,
        key: _joined(leg.about(key), wording),
        f"{key}_lat": place.lat,
        f"{key}_lon": place.lon,
    }


def _first(leg: LegRecord, key: str) -> Interval | None:
    """The claim that is used, the first."""
    return next((claim.span for claim in leg.about(key)), None)


def _bounds(key: str, unit: str, span: Interval | None) -> dict[str, Cell]:
    """The bounds of a figure; empty where nothing bounds it."""
    low, high = (span.low, span.high) if span else (None, None)
    return {f"{key}_low_{unit}": low, f"{key}_high_{unit}": high}


def _clock(key: str, when: Clock | None) -> dict[str, Cell]:
    """The earliest and the latest, in ISO 8601; empty where nothing bounds it."""
    early, late = map(written, when or (None, None))
    return {f"{key}_earliest": early, f"{key}_latest": late}


def _pauses(pauses: Sequence[PauseRecord]) -> dict[str, Cell]:
    """Its stops and waits with their times in ISO 8601 and their lengths in s, a line each."""
    columns = _pause("", None, None, None)
    rows = [_pause(p.place.id, p.arrives, p.departs, p.wait) for p in pauses]
    return {
        key: "\n".join("" if row[key] is None else str(row[key]) for row in rows) for key in columns
    }


def _pause(
    place: str, arrives: Clock | None, departs: Clock | None, wait: Interval | None
) -> dict[str, Cell]:
    return {
        "pauses": place,
        **_clock("pauses_arrive", arrives),
        **_clock("pauses_depart", departs),
        **_bounds("pauses_wait", "s", wait),
    }


def _day(claim: Moment) -> str:
    """The journey's day in ISO 8601, or as a time interval of that standard."""
    return "/".join(dict.fromkeys(map(written, claim.ends)))


def _joined(claims: list[Attribute], wording: Wording) -> str:
    """The claims, a line each."""
    return "\n".join(sentence(claim.footing, wording) for claim in claims)


def _position(record: PlaceRecord, wording: Wording) -> str:
    return f"{every(record.place.name)}: {_joined(list(record.claims), wording)}"
