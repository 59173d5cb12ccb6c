"""All journeys on one plain page, and as data."""

from __future__ import annotations

from functools import partial
from typing import Any

from journey.exports.listing import Entry, entry, items
from journey.pages.story import document
from journey.server import journeys
from journey.server.addresses import address
from journey.server.cache import CACHE
from journey.server.responses import Representation
from journey.words.html import tag
from journey.words.wording import Wording


def as_page(language: str, *, missing: bool = False) -> Representation:
    """The journeys as a page.

    With ``missing`` it is what stands at an address below ``story/`` that has no page.
    """
    editions = tuple(edition.key for edition, _ in journeys.offered())
    key = ("list", editions, language, missing)
    return CACHE.get(key, partial(_page, Wording(language), "../" if missing else "", missing))


def _page(wording: Wording, root: str, missing: bool) -> Representation:
    title = wording.say("list.title")
    summary = wording.say("list.missing" if missing else "list.summary")
    found = items(_entries(root, wording, [])) or tag("p", wording.say("list.none"))
    body = tag("main", tag("h1", title), tag("p", summary), found, class_="text list")
    return Representation.of(document(title, summary, body, wording), "text/html")


def as_data(root: str, language: str) -> dict[str, Any]:
    """The journeys as plain data, with addresses below ``root``."""
    entries = _entries(root, Wording(language), [language])
    return {"stories": [{**found._asdict(), "files": found.files[language]} for found in entries]}


def _entries(root: str, wording: Wording, languages: list[str]) -> list[Entry]:
    """The journeys without faults, with addresses below ``root``, and files in the languages."""

    def file(name: str, language: str, suffix: str) -> str:
        return root + address(name, language, f".{suffix}")

    return [
        entry(
            edition.name, journey, wording,
            root + address(edition.name, wording.language), file, languages,
        )
        for edition, journey in journeys.offered()
    ]  # fmt: skip
