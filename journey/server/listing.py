"""All journeys on one plain page, and as data."""

from __future__ import annotations

import json
from functools import cache, partial
from pathlib import Path
from secrets import token_hex

from markupsafe import Markup

from journey.exports.listing import Entry, entry, item, listed_items
from journey.pages.story import document
from journey.pages.switch import bar, switch
from journey.server.addresses import address
from journey.server.cache import CACHE
from journey.server.pictures import SUFFIX
from journey.server.responses import Representation
from journey.server.shelf import Shelf
from journey.server.spine import Spine, State
from journey.stage.bundle import smaller_style
from journey.words.html import tag
from journey.words.wording import Wording, languages

# Stands for the server's root, which the request names; nobody knows it, so no text can hold it.
_HERE = token_hex(16)
STYLE = Path(__file__).with_name("listing.css")
FEW = 20  # journeys that stand at an address that has no page, however many there are


def unread(shelf: Shelf) -> int:
    """How many journeys can't be told of yet."""
    return sum(found.state is State.UNREAD for found in shelf)


def as_page(shelf: Shelf, language: str, *, missing: bool = False) -> Representation:
    """The journeys as a page.

    With ``missing`` it is what stands at an address below ``story/`` that has no page.
    """
    make = partial(_page, shelf, Wording(language), missing)
    return CACHE.get(("list", language, missing), make, stamp=shelf)


def _page(shelf: Shelf, wording: Wording, missing: bool) -> Representation:
    root, sound, left = "../" if missing else "", _sound(shelf), unread(shelf)
    shown = sound[:FEW] if missing else sound
    some = "list.missing" if shown == sound else "list.missing_some"
    title, summary = wording.say("list.title"), wording.say(some if missing else "list.summary")
    parts = [
        tag("p", wording.say("list.unread", count=wording.number(left))) if left else "",
        listed_items(_item(found, root, wording) for found in shown),
        tag("p", wording.say("list.none")) if not (sound or left) else "",
        _all(len(sound), root, wording) if shown != sound else "",
    ]
    others = bar(switch(languages(), wording), wording)
    body = tag("main", others, tag("h1", title), tag("p", summary), *parts, class_="text list")
    page = document(title, summary, body, wording, signs=style(), pictures=True)
    return Representation.of(page, "text/html")


@cache
def style() -> str:
    """The style sheet of the list."""
    return smaller_style(STYLE.read_text("utf-8"))


def _sound(shelf: Shelf) -> list[Spine]:
    """The journeys that have pages; the faults of others are told on the dashboard."""
    return [found for found in shelf if found.state is State.SOUND]


def _all(count: int, root: str, wording: Wording) -> Markup:
    """What leads to the whole list."""
    url = f"{root}stories?lang={wording.code}"
    return tag("p", tag("a", wording.count("list.all", count), href=url))


def _item(found: Spine, root: str, wording: Wording) -> Markup:
    """The journey as an item, which is kept: while others are read the rest stays as it is."""
    key = ("item", found.name, root, wording.code)
    return CACHE.get(key, lambda: item(_entry(found, root, wording, [])), stamp=found)


def as_json(shelf: Shelf, root: str, language: str) -> bytes:
    """The journeys as JSON in UTF-8, with addresses below ``root``."""
    text = CACHE.get(("data", language), partial(_data, shelf, Wording(language)), stamp=shelf)
    return text.replace(_HERE, json.dumps(root)[1:-1]).encode()


def _data(shelf: Shelf, wording: Wording) -> str:
    stories, left = ",".join(_told(found, wording) for found in _sound(shelf)), unread(shelf)
    more = f',"unread":{left}' if left else ""
    return f'{{"stories":[{stories}]{more}}}'


def _told(found: Spine, wording: Wording) -> str:
    """The journey as JSON, kept like an item of the page."""

    def make() -> str:
        made = _entry(found, _HERE, wording, [wording.code])
        data = {**made._asdict(), "files": made.files[wording.code]}
        return json.dumps(data, ensure_ascii=False, separators=(",", ":"))

    return CACHE.get(("datum", found.name, wording.code), make, stamp=found)


def _entry(found: Spine, root: str, wording: Wording, languages: list[str]) -> Entry:
    """The journey with addresses below ``root``, and its files in the languages."""

    def file(name: str, language: str, suffix: str) -> str:
        return root + address(name, language, f".{suffix}")

    url, picture = (root + address(found.name, wording.code, end) for end in ("", SUFFIX))
    made = entry(found.name, found, wording, url, file, languages)
    return made._replace(line=found.line.get(wording.language, ""), picture=picture)
