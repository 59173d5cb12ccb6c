"""All journeys on one plain page, and as data."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from journey.errors import JourneyError
from journey.exports.formats import FORMATS
from journey.model.journey import Journey
from journey.pages.story import document
from journey.server import journeys
from journey.server.sharing import address
from journey.words.wording import Wording


def sound() -> Iterator[tuple[str, Journey]]:
    """Every journey without faults, by the name it has on the server."""
    for name, folder in journeys.folders().items():
        try:
            yield name, journeys.track(folder).journey
        except JourneyError:
            continue  # Its faults are told on the dashboard.


def listing(wording: Wording, *, missing: bool = False) -> bytes:
    """The journeys as a page, UTF-8.

    With ``missing`` it is what stands at an address below ``story/`` that has no page.
    """
    title = wording.say("list.title")
    summary = wording.say("list.missing" if missing else "list.summary")
    up = "../" if missing else ""
    items = "".join(
        f'<li><h2><a href="{up}{escape(address(name, wording.language))}">'
        f"{escape(wording.pick(journey.title))}</a></h2>"
        f"<p>{escape(wording.pick(journey.summary))}</p></li>"
        for name, journey in sound()
    )
    told = f"<ul>{items}</ul>" if items else f"<p>{escape(wording.say('list.none'))}</p>"
    body = f'<main class="text list"><h1>{escape(title)}</h1><p>{escape(summary)}</p>{told}</main>'
    return document(title, summary, body, wording)


def data(root: str, wording: Wording) -> dict[str, Any]:
    """The journeys as plain data, with addresses below ``root``."""
    return {"stories": [_told(name, journey, root, wording) for name, journey in sound()]}


def _told(name: str, journey: Journey, root: str, wording: Wording) -> dict[str, Any]:
    return {
        "id": name,
        "title": wording.pick(journey.title),
        "summary": wording.pick(journey.summary),
        "url": root + address(name, wording.language),
        "files": {s: root + address(name, wording.language, f".{s}") for s in FORMATS},
    }
