"""What the parts of a journey must say of each other: ids, ends, times and languages.

The checks read plain data as it comes out of a file and pass over whatever is
malformed, so that they can run beside the checks of the single parts and all
faults are told at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from journey.errors import Code, KeyPath
from journey.geo.interval import SECONDS, YEAR, Interval, symbol
from journey.model.claims import LANGUAGE
from journey.model.landmark import astray
from journey.model.mode import modes_told
from journey.model.names import expected, ids, place_at, stray, twice
from journey.model.part import DRAWN, Fault, claims, items
from journey.model.quantity import stated
from journey.model.ways import ways

# Keys whose value is a text by language, if it is a group; "unknown" is a list of such texts.
TEXT_KEYS = frozenset(
    ("name", "title", "summary", "rights", "text", "method", "reason", "note", "by", "unknown",
     "answer", "content_note", "notes", "subject", "term", "begins", "author", "publisher")
)  # fmt: skip
# The clock ends with the year 9999; a journey may last this long, in s.
_MILLENNIUM, _CENTURY = 1_000 * YEAR, 100 * YEAR


def disagreements(data: Any) -> Iterator[Fault]:
    """Every place where one part of the journey contradicts another."""
    if not isinstance(data, dict):
        return
    for key in ("modes", "places", "legs", "sources", "story"):
        yield from twice(data, key)
    yield from _repeated_languages(data)
    yield from modes_told(data)
    yield from expected(data, "places", _unknown_places(data))
    yield from expected(data, "legs", _unknown_close_up(data))
    yield from expected(data, "story", _unknown_chapter(data))
    yield from _pictures_nowhere(data)
    yield from astray(data)
    yield from expected(data, "legs", _unknown_in_teaching(data, "leg", "unknown_leg"))
    yield from expected(data, "places", _unknown_in_teaching(data, "place", "unknown_term"))
    yield from expected(data, "sources", _unknown_sources(data, ids(data, "sources"), ()))
    yield from _broken_chain(data)
    yield from ways(data)
    yield from _waits(data)
    yield from _whole(data)
    yield from _languages(data)


def _repeated_languages(data: dict[str, Any]) -> Iterator[Fault]:
    languages = data.get("languages")
    listed = languages if isinstance(languages, list | tuple) else ()
    for index, name in enumerate(listed):
        if isinstance(name, str) and name in listed[:index]:
            yield Fault(("languages", index), "language_twice", {"language": name})


def _ends(leg: dict[str, Any]) -> Iterator[tuple[KeyPath, Any]]:
    for key in ("from", "to"):
        if isinstance(leg.get(key), dict):
            yield (key, "place"), leg[key].get("place")
            for index, other in items(leg[key], "others"):
                yield (key, "others", index, "place"), other.get("place")
    for index, stop in items(leg, "stops"):
        yield ("stops", index, "place"), stop.get("place")


def _unknown_places(data: dict[str, Any]) -> Iterator[Fault]:
    known = ids(data, "places")
    for index, leg in items(data, "legs"):
        for path, name in _ends(leg):
            if isinstance(name, str) and name not in known:
                yield Fault(("legs", index, *path), "unknown_place", {"id": name})


def _unknown_close_up(data: dict[str, Any]) -> Iterator[Fault]:
    close_up = data.get("close_up")
    name = close_up.get("leg") if isinstance(close_up, dict) else None
    if isinstance(name, str) and name not in ids(data, "legs"):
        yield Fault(("close_up", "leg"), "unknown_leg", {"id": name})


def _unknown_chapter(data: dict[str, Any]) -> Iterator[Fault]:
    ending = data.get("ending")
    name = ending.get("chapter") if isinstance(ending, dict) else None
    yield from stray(("ending", "chapter"), name, "unknown_chapter", ids(data, "story"))


def _pictures_nowhere(data: dict[str, Any]) -> Iterator[Fault]:
    """The fault of pictures whose source has no address at which to see them."""
    ending = data.get("ending")
    pictures = ending.get("pictures") if isinstance(ending, dict) else None
    name = pictures.get("source") if isinstance(pictures, dict) else None
    for _, source in items(data, "sources"):
        if source.get("id") == name and source.get("url") is None:
            yield Fault(("ending", "pictures", "source"), "pictures_nowhere", {"id": str(name)})


def _unknown_in_teaching(data: dict[str, Any], key: str, code: Code) -> Iterator[Fault]:
    """Legs or places that the teaching names and that are not there."""
    teaching = data.get("teaching")
    if not isinstance(teaching, dict):
        return
    known = ids(data, f"{key}s")
    for part in ("questions", "steps", "vocabulary"):
        for index, item in items(teaching, part):
            yield from stray(("teaching", part, index, key), item.get(key), code, known)


def _unknown_sources(node: Any, known: set[str], path: KeyPath) -> Iterator[Fault]:
    if isinstance(node, dict):
        named = node.get("source")
        for name in named if isinstance(named, list | tuple) else [named]:
            if isinstance(name, str) and name not in known:
                yield Fault((*path, "source"), "unknown_source", {"id": name})
        for key, value in node.items():
            if key not in ("source", *DRAWN):
                yield from _unknown_sources(value, known, (*path, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _unknown_sources(value, known, (*path, index))


def _broken_chain(data: dict[str, Any]) -> Iterator[Fault]:
    for (_, before), (index, after) in pairwise(items(data, "legs")):
        end, start = place_at(before, "to"), place_at(after, "from")
        if end is not None and start is not None and end != start:
            path = ("legs", index, "from", "place")
            yield Fault(path, "broken_chain", {"start": start, "end": end})


def _waits(data: dict[str, Any]) -> Iterator[Fault]:
    """Every leg whose waits outlast it."""
    for index, leg in items(data, "legs"):
        lasts = _time(leg, "duration").high
        waits = sum(_time(stop, "dwell").low for _, stop in items(leg, "stops"))
        if lasts is not None and waits > lasts:
            yield Fault(("legs", index, "stops"), "waits_outlast_leg")


def _whole(data: dict[str, Any]) -> Iterator[Fault]:
    """The fault of a journey that outlasts the clock."""
    times = [_time(leg, "duration") for _, leg in items(data, "legs")]
    ends = [leg.get("to") for _, leg in items(data, "legs")]
    times += [_time(end, "dwell") for end in ends if isinstance(end, dict)]
    # A time of more than a century has been told where it stands.
    longest = (time.low if time.high is None else time.high for time in times)
    if sum(min(time, _CENTURY) for time in longest) > _MILLENNIUM:
        yield Fault(("legs",), "over_a_millennium")


def _time(part: dict[str, Any], key: str) -> Interval:
    """The first duration under ``key``, in seconds; one alone needs no list."""
    claim = next((claim for _, claim in claims(part, key)), {})
    unit = symbol(claim.get("unit"))
    factor = SECONDS.get(unit) if isinstance(unit, str) else None
    return stated(claim if factor else {}, factor or 1)


def _languages(data: dict[str, Any]) -> Iterator[Fault]:
    declared = data.get("languages")
    first = declared[0] if isinstance(declared, list | tuple) and declared else None
    # What is no code of a language has been told where it stands.
    if not isinstance(first, str) or not re.fullmatch(LANGUAGE, first):
        return
    texts = [(path, text) for path, text in texts_in(data) if text]
    without = [path for path, text in texts if first not in text]
    if len(without) == len(texts) > 1:
        yield Fault(("languages", 0), "no_text_in_first_language", {"language": first})
        return
    for path in without:
        yield Fault(path, "text_lacks_first_language", {"language": first})


def texts_in(node: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, dict[str, Any]]]:
    """The texts by language that the plain data ``node`` holds, with the path of each."""
    if isinstance(node, list):
        for index, value in enumerate(node):
            yield from texts_in(value, (*path, index))
    elif isinstance(node, dict):
        for key, value in node.items():
            texts = value if isinstance(value, list) and key == "unknown" else [value]
            if key in TEXT_KEYS:
                for index, text in enumerate(texts):
                    if isinstance(text, dict):
                        yield (*path, key, *([index] if texts is value else [])), text
            elif key not in DRAWN:
                yield from texts_in(value, (*path, key))
