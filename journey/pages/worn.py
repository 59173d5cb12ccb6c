"""What of the story page is set in its titles' face, and what in its italics.

Both have many letters that a page has elsewhere or not at all, such as those of
names on the map far from the journey, which are set in the face of all text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from journey.basemap.generalised import rows
from journey.model.journey import Journey
from journey.stage.cut import COUNTED
from journey.stage.faces import ITALICS, TITLES, Look
from journey.words.wording import Wording

# What is named in italics on the map, as the base map has it.
_WATERS = ("sea", "bay", "river")
_HEADING = re.compile(r"<(h\d).*?</\1>")
_TAG = re.compile("<[^>]*>")
# Gaps of texts, which others fill.
_GAP = re.compile(r"\{\w+\}")
# What of all that is told is no title: packed numbers, drawings, codes, and what facts stand on.
_UNTITLED = (
    "points", "at", "km", "markup", "icon", "themes", "modes", "zones", "zone", "id", "mode", "leg",
    "kind", "key", "language", "locale", "timed", "basis", "why", "facts", "jump", "caption",
    "brief", "short", "axis", "told", "by", "url", "note", "notes",
)  # fmt: skip


def worn(
    journey: Journey, wording: Wording, told: Mapping[str, Any], said: str, evidence: str
) -> dict[Look, str]:
    """What is set in either look, by look.

    ``told`` is all that the stage and the lesson are opened with, ``said`` the
    HTML beside the stage, ``evidence`` that below.
    """
    headings = "".join(found[0] for found in _HEADING.finditer(evidence))
    named = _texts({key: part for key, part in told.items() if key != "base"})
    plain = unescape(_TAG.sub(" ", f"{said}{headings}"))
    return {
        TITLES: _GAP.sub("", f"{plain}{' '.join(named)}{COUNTED}"),
        ITALICS: "".join((*_quoted(journey, wording), *_waters(told["base"]))),
    }


def _texts(told: Any) -> Iterator[str]:
    """All texts of what is told that may be titles."""
    if isinstance(told, str):
        yield told
    elif isinstance(told, Mapping):
        for key, part in told.items():
            if key not in _UNTITLED:
                yield from _texts(part)
    elif isinstance(told, list | tuple):
        for part in told:
            yield from _texts(part)


def _quoted(journey: Journey, wording: Wording) -> Iterator[str]:
    """The quotations, and the remark at titles that reports differ."""
    yield f"({wording.say('claim.disagree')})"
    for chapter in journey.story:
        if chapter.quote:
            yield wording.say("quote", text=wording.pick(chapter.quote.text))


def _waters(base: Mapping[str, Any]) -> Iterator[str]:
    """The names of waters on the map."""
    for layer in base["layers"].values():
        for known in rows(layer.get("properties", {})):
            if known["kind"] in _WATERS:
                yield known["name"]
