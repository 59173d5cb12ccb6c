"""What of the story page is set in its titles' face, and what in its italics.

Both have many letters that a page has elsewhere or not at all, such as those of
names on the map far from the journey, which are set in the face of all text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from journey.basemap.generalised import rows
from journey.model.journey import Journey
from journey.stage.faces import ITALICS, TITLES, Look
from journey.words.wording import Wording

# What is named in italics on the map, as the base map has it.
_WATERS = ("sea", "bay", "river")
_HEADING = re.compile(r"<(h\d).*?</\1>")


def worn(
    journey: Journey, wording: Wording, told: Mapping[str, Any], said: str, evidence: str
) -> dict[Look, str]:
    """What is set in either look, by look.

    ``told`` is what the stage is opened with, ``said`` all that is told of the
    journey beside and in it, ``evidence`` the HTML below.
    """
    headings = "".join(found[0] for found in _HEADING.finditer(evidence))
    named = {key: part for key, part in told.items() if key != "base"}
    return {
        TITLES: f"{said}{headings}{named}",
        ITALICS: "".join((*_quoted(journey, wording), *_waters(told["base"]))),
    }


def _quoted(journey: Journey, wording: Wording) -> Iterator[str]:
    """The quotations, and the remark at titles that reports differ."""
    yield f"({wording.say('claim.disagree')})"
    for chapter in journey.story:
        if chapter.quote:
            yield wording.say("quote", text=wording.pick(chapter.quote.text))


def _waters(base: Mapping[str, Any]) -> Iterator[str]:
    """The names of waters on the map, in all languages that it has of them."""
    for layer in base["layers"].values():
        for known in rows(layer.get("properties", {})):
            if known["kind"] in _WATERS:
                yield from known["names"].values()
