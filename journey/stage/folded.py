"""Very many legs, as browsers are told them: in columns what is seen at first, in texts all else.

A text is read once one of its legs is asked for.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from journey.basemap.packing import LETTERS
from journey.stage.chapters import LONG

# What of a leg is told when it is looked at, and what is left out where nothing else is said; what
# reads it in the browser, arithmetic/unpack, has both lists as well.
LATER = ("brief", "short", "text", "jump", "facts", "unknown", "clock", "caption")
USUAL: Mapping[str, Any] = {"waits": [], "stops": [], "ride": [0, 1]}
# What tells how many there are, what is packed already, and what belongs to one alone.
_WHOLE = {"id", "at", "points", "km", "waits", "stops"}
ROWS = 100  # legs that are told in one text, there as well


def folded(told: dict[str, Any]) -> dict[str, Any]:
    """What :func:`journey.stage.wire.wire` tells, folded where there are very many legs.

    ``later`` are the texts, ``marks`` the bases of all that is folded; ``several`` says whether it
    is told in more than one year.
    """
    legs = told["legs"]
    if len(legs) <= LONG:
        return told
    return {
        **told,
        "legs": _short(columns(legs)),
        "ends": _short(columns(told["ends"])),
        "later": [{"text": _rows(legs[at : at + ROWS])} for at in range(0, len(legs), ROWS)],
        "marks": sorted(set(_bases([legs, told["ends"], told["dates"]]))),
        "several": len(set(_years(legs))) > 1,
    }


def columns(rows: Sequence[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """What is seen of rows, by what it is; null is what is not said of one, or as usual."""
    keys = dict.fromkeys(key for row in rows for key in row if key not in LATER)
    found = {key: [_seen(key, row.get(key)) for row in rows] for key in keys}
    return {key: column for key, column in found.items() if any(it is not None for it in column)}


def _short(columns: Mapping[str, list[Any]]) -> dict[str, Any]:
    """The columns, those of few values with a letter a row: the value's place among them."""
    return {key: column if key in _WHOLE else _letters(column) for key, column in columns.items()}


def _letters(column: list[Any]) -> list[Any] | dict[str, Any]:
    places: dict[str, int] = {}
    told = [json.dumps(value) for value in column]
    at = [places.setdefault(text, len(places)) for text in told]
    if len(places) > len(LETTERS):
        return column
    return {"of": [json.loads(text) for text in places], "is": "".join(LETTERS[i] for i in at)}


def _seen(key: str, value: Any) -> Any:
    return None if key in USUAL and value == USUAL[key] else value


def _rows(legs: Sequence[Mapping[str, Any]]) -> str:
    """All else of some legs."""
    rows = [[leg[key] for key in LATER] for leg in legs]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _years(legs: Sequence[Mapping[str, Any]]) -> Iterator[int]:
    days = (day for leg in legs for event in leg["clock"] for day in event["days"])
    yield from (datetime.fromtimestamp(day, UTC).year for day in days if day is not None)


def _bases(told: Any) -> Iterator[str]:
    """How all figures are known that are told of legs, stops and dates, but for the lines."""
    if isinstance(told, Mapping):
        if "basis" in told and "points" not in told:
            yield told["basis"]
        for part in told.values():
            yield from _bases(part)
    elif isinstance(told, list | tuple):
        for part in told:
            yield from _bases(part)
