"""Very many legs, as browsers are told them: what is seen at first, and a text of all else.

That is read once the leg is asked for.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from journey.stage.chapters import LONG

# What of a leg is told when it is looked at, and what is left out where nothing else is said; what
# reads it in the browser, arithmetic/unpack, has both lists as well.
LATER = ("brief", "short", "text", "jump", "facts", "unknown", "clock", "caption")
USUAL: Mapping[str, Any] = {"waits": [], "stops": [], "ride": [0, 1]}


def folded(told: dict[str, Any]) -> dict[str, Any]:
    """What :func:`journey.stage.wire.wire` tells, folded where there are very many legs.

    ``marks`` are the bases of all that is folded.
    """
    legs = told["legs"]
    if len(legs) <= LONG:
        return told
    bases = set(_bases([legs, told["ends"], told["dates"]]))
    return {**told, "legs": list(map(_leg, legs)), "marks": sorted(bases)}


def _leg(leg: Mapping[str, Any]) -> dict[str, Any]:
    later = {key: leg[key] for key in LATER}
    seen = {
        key: value
        for key, value in leg.items()
        if key not in later and (key not in USUAL or USUAL[key] != value)
    }
    text = json.dumps(later, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return {**seen, "later": text}


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
