"""What can be printed of a journey: a table that all else loops over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple
from urllib.parse import quote

from journey.basemap.layers import Layers
from journey.prints.evidence import evidence
from journey.prints.key import key
from journey.prints.sheet import sheet
from journey.track.track import Track
from journey.words.provenance import Link
from journey.words.wording import Wording


class Print(NamedTuple):
    """One print: its name in addresses, its catalogue entry, and what makes the page."""

    name: str
    label: str
    make: Callable[[Track, Wording, Layers, date], str]


PRINTS: dict[str, Print] = {
    one.name: one
    for one in (
        Print("sheet", "sheet.pupil", sheet),
        Print("evidence", "sheet.evidence", evidence),
        Print("key", "sheet.key", key),
    )
}


def beside(key: str, wording: Wording) -> tuple[Link, ...]:
    """Where a server has the prints of the journey ``key``, as seen from its story page."""
    language = quote(wording.language)
    return tuple(
        Link(wording.say(one.label), f"{quote(key)}/{one.name}?lang={language}")
        for one in PRINTS.values()
    )
