"""All journeys on one plain page, and as data."""

from __future__ import annotations

from functools import partial
from typing import Any

from markupsafe import Markup

from journey.exports.listing import Entry, entry, item, listed_items
from journey.pages.story import document
from journey.server.addresses import address
from journey.server.cache import CACHE
from journey.server.responses import Representation
from journey.server.shelf import Shelf
from journey.server.spine import Spine, State
from journey.words.html import tag
from journey.words.wording import Wording

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
    body = tag("main", tag("h1", title), tag("p", summary), *parts, class_="text list")
    return Representation.of(document(title, summary, body, wording), "text/html")


def _sound(shelf: Shelf) -> list[Spine]:
    """The journeys that have pages; the faults of others are told on the dashboard."""
    return [found for found in shelf if found.state is State.SOUND]


def _all(count: int, root: str, wording: Wording) -> Markup:
    """What leads to the whole list."""
    url = f"{root}stories?lang={wording.language}"
    return tag("p", tag("a", wording.say("list.all", count=wording.number(count)), href=url))


def _item(found: Spine, root: str, wording: Wording) -> Markup:
    """The journey as an item, which is kept: while others are read the rest stays as it is."""
    key = ("item", found.name, root, wording.language)
    return CACHE.get(key, lambda: item(_entry(found, root, wording, [])), stamp=found)


def as_data(shelf: Shelf, root: str, language: str) -> dict[str, Any]:
    """The journeys as plain data, with addresses below ``root``."""
    wording, left = Wording(language), unread(shelf)
    entries = (_entry(found, root, wording, [language]) for found in _sound(shelf))
    stories = [{**found._asdict(), "files": found.files[language]} for found in entries]
    return {"stories": stories, **({"unread": left} if left else {})}


def _entry(found: Spine, root: str, wording: Wording, languages: list[str]) -> Entry:
    """The journey with addresses below ``root``, and its files in the languages."""

    def file(name: str, language: str, suffix: str) -> str:
        return root + address(name, language, f".{suffix}")

    url = root + address(found.name, wording.language)
    return entry(found.name, found, wording, url, file, languages)
