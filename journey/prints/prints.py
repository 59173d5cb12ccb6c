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


def links(wording: Wording, place: Callable[[str], str]) -> tuple[Link, ...]:
    """The prints by what they are called; ``place`` gives the address of the one of a name."""
    return tuple(Link(wording.say(one.label), place(one.name)) for one in PRINTS.values())


def beside(key: str, wording: Wording) -> tuple[Link, ...]:
    """Where a server has the prints of the journey ``key``, as seen from its story page."""
    language = quote(wording.code)
    return links(wording, lambda name: f"{quote(key)}/{name}?lang={language}")
