"""The page FORMAT.md, which tells all that a journey's files may hold, from the schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from journey.files.beginning import first
from journey.files.read import GROUND, LIMITS, ROUTE, STORY, TEACHING
from journey.files.schema import schema
from journey.model.claims import TEXT_LIMIT
from journey.model.version import FORMAT

_HEAD = """\
# The format of a journey

A journey is a folder. Its name is the journey's id, and in it lie text files that any editor
opens. This page is made from the program itself (`python -m journey format > FORMAT.md`);
[WRITING.md](WRITING.md) leads through a first one.

This is format {format}. A `journey.yaml` says so with `format: {format}`, and one that does not
is in format 1. **Every later version reads what is in format 1.** A file in a format that is not
known yet is told in a sentence, and not guessed at.

## The folder

| file | what it holds | at the most |
|---|---|---|
| `journey.yaml` | the journey; this file alone has to be there | {story} MB |
| `route.geojson` | the lines of its legs | {route} MB |
| `teaching.yaml` | what it gives to a class, or else the key `teaching` does | {teaching} MB |
| `journey.LANG.yaml`, `teaching.LANG.yaml` | texts in one more language | as theirs |
| `basemap.json` | a map in detail, which `python -m journey basemap` cuts | {ground} MB |
| `journey.schema.json` | for editors alone: what completes and explains the keys | |

A `shelf.yaml` beside the folders of several journeys has two keys: `opens`, the id of the journey
that is shown where none is asked for, and `order`, a list of ids that come first in lists. Both
may be left out.

## A whole journey

```yaml
{first}```

## How to read the tables

A key in **bold** has to be there. A *text* is words by language, `{{en: Dover, fr: Douvres}}`,
{text} characters at the most. An *id* is up to 64 lower-case letters, digits and hyphens. A
*date* is `2021`, `2021-02`, `2021-02-25`, `2021-02-25T09:00+09:00` or, by a clock alone, `17:30`;
`+1 06:10` is on the day after the journey began, which its `day` tells. *One or a list* may stand
alone, and of a list the first is used. Most parts are *claims*, which say how they are known by
the five keys under *A claim*; a `basis` may be given once for a leg or for the journey.
"""
_ROUTE = """\

## route.geojson

A GeoJSON FeatureCollection (RFC 7946) with a feature for each leg that has a `shape`. Its `id` is
the leg's, and its geometry a LineString, or a MultiLineString whose parts are one line. Positions
are `[longitude, latitude]` in degrees, from the leg's start to its end, which lie within 2 km of
its places; a third number is the height in metres. `coordTimes` among the `properties` has the
time of each point, where it was recorded.

```json
{"type": "FeatureCollection", "features": [
  {"type": "Feature", "id": "ferry", "properties": {}, "geometry": {"type": "LineString",
    "coordinates": [[1.327, 51.127], [1.42, 51.115], [1.76, 50.985], [1.862, 50.967]]}}
]}
```

## Texts in one more language

`journey.fr.yaml` has the keys of `journey.yaml`, but only those that lead to texts, each a plain
text. An item of a list goes by its `id`, a stop by its place, and all others by their number,
counted from 1. `python -m journey translate my-journey fr` writes it.

```yaml
title: Aller et retour à Calais
places:
  dover:
    name: Douvres
```
"""
# In which order, and under what name, the parts are told.
PARTS = {
    "Journey": "journey.yaml", "Place": "A place", "Leg": "A leg", "End": "from and to of a leg",
    "OtherEnd": "One of others", "Stop": "A stop", "Shape": "A shape", "Moment": "A moment",
    "Duration": "A duration", "Distance": "A distance", "Speed": "A speed", "See": "See",
    "Source": "A source", "OwnMode": "A mode of the journey's own", "Chapter": "A chapter",
    "Saying": "A claim of a chapter", "Quote": "A quote", "CloseUp": "close_up", "Ending": "ending",
    "Pictures": "pictures", "Landmark": "A landmark", "Correction": "A correction",
    "Teaching": "teaching.yaml", "Lesson": "A lesson", "Phase": "A phase", "Goal": "A goal",
    "Question": "A question", "Step": "A step", "Term": "A word", "Yardstick": "A comparison",
    "Reading": "A link",
}  # fmt: skip
_CLAIM = ("basis", "source", "method", "reason", "note")
_NAMES = {"Basis": "reported, derived or assumed", "Mode": "a mode"}


def page() -> str:
    """The page, in Markdown."""
    found = schema()
    head = _HEAD.format(
        format=FORMAT, first=first("my-journey"), text=f"{TEXT_LIMIT:,}",
        story=LIMITS[STORY] >> 20, route=LIMITS[ROUTE] >> 20, teaching=LIMITS[TEACHING] >> 20,
        ground=LIMITS[GROUND] >> 20,
    )  # fmt: skip
    parts = {"Journey": found, **found["$defs"]}
    lines = ["", "## A claim", "", *_table(parts["Place"], {*_CLAIM})]
    for name, title in PARTS.items():
        keys = parts[name]["properties"]
        claim = {*_CLAIM} <= keys.keys()
        shown = set(keys) - set(_CLAIM) if claim else set(keys)
        told = " It is a claim." if claim else ""
        lines += ["", f"## {title}", ""]
        lines += [*_table(parts[name], shown), ""] if shown else []
        lines += [told.strip()] if claim else []
        lines = lines if lines[-1] else lines[:-1]
    modes = ", ".join(found["$defs"]["Mode"]["enum"])
    lines += ["", "## Modes", "", f"{modes}; or the id of one of the journey's own."]
    return head + "\n".join(lines) + "\n" + _ROUTE


def _table(part: dict[str, Any], shown: set[str]) -> Iterator[str]:
    yield from ("| key | what stands there | what it means |", "|---|---|---|")
    needed = part.get("required", ())
    for key, value in part["properties"].items():
        if key in shown:
            name = f"**`{key}`**" if key in needed else f"`{key}`"
            yield f"| {name} | {_kind(value)} | {value['description']} |"


def _kind(value: dict[str, Any]) -> str:
    """What may stand there, in few words."""
    if either := value.get("anyOf", value.get("oneOf")):
        kinds = dict.fromkeys(_kind(one) for one in either if one.get("type") != "null")
        listed = [kind for kind in kinds if f"a list: {kind}" in kinds]
        if listed:
            return f"{listed[0]}, one or a list"
        return "a date" if [*kinds] == ["words", "a whole number"] else " or ".join(kinds)
    if "$ref" in value:
        name = value["$ref"].rpartition("/")[2]
        return _NAMES.get(name) or _linked(PARTS[name])
    if "const" in value:
        return f"{value['const']}"
    if "enum" in value:
        return "a mode" if "train" in value["enum"] else f"one of {', '.join(value['enum'])}"
    return _plain(value)


def _linked(title: str) -> str:
    """The title of a part, as a link to it."""
    anchor = "".join(c for c in title.lower() if c.isalnum() or c in " -_").replace(" ", "-")
    return f"[{title[0].lower()}{title[1:]}](#{anchor})"


def _plain(value: dict[str, Any]) -> str:
    match value.get("type"):
        case "array":
            if "items" not in value:
                return "a list of two, in order"
            most = f", {value['maxItems']:,} at the most" if "maxItems" in value else ""
            return f"a list: {_kind(value['items'])}{most}"
        case "object":
            return "a text"
        case "number":
            low = value.get("minimum", value.get("exclusiveMinimum", 0))
            high = value.get("maximum", 1e9)
            return f"a number, {low:g} to {high:,.0f}"
        case "boolean":
            return "true or false"
        case "integer":
            return "a whole number"
        case _:
            return _words(value)


def _words(value: dict[str, Any]) -> str:
    if value.get("format") == "uri":
        return "an address"
    if value.get("format") == "date":
        return "a day"
    pattern = value.get("pattern", "")
    return "an id" if "63" in pattern else "a language code" if pattern else "words"
