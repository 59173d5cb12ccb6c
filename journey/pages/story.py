"""The story page: one HTML file that holds the stage, all it needs, and the story as text.

It opens from a disk as well as from a server, and asks nothing of either.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from html import escape
from math import ceil, floor, log10
from pathlib import Path
from typing import Any

import rjsmin

from journey.basemap import credits
from journey.basemap.browser import basemap
from journey.pages import cards, presenter
from journey.stage import bundle
from journey.stage.classroom import classroom
from journey.stage.wire import wire
from journey.track.thin import Thinned, thin
from journey.track.track import Track
from journey.words.provenance import link
from journey.words.wording import Wording

STATIC = Path(__file__).with_name("static")
# Legs that have a card each; where there are more, text and table tell of them.
CARDS = 100
# What JSON may not hold inside HTML, or inside a script of old browsers.
_UNSAFE = re.compile("[<>&\\u2028\\u2029]")
_ICON = b64encode(bundle.icon("handcar").replace("currentColor", "#C93A12").encode()).decode()


def page(track: Track, wording: Wording) -> bytes:
    """The story page of the track, UTF-8."""
    journey = track.journey
    title, summary = wording.pick(journey.title), wording.pick(journey.summary)
    thinned = thin(track)
    taught = _taught(track, wording)
    library, stage, opener, lesson = scripts()
    body = (
        _head(title, summary, wording),
        '<div id="stage"></div>',
        _data("told", _told(thinned.track, wording)),
        # The stage is drawn before the text is read, and the lesson comes after it.
        *(f"<script>{text}</script>" for text in (library, stage, opener)),
        f'<main class="text" id="text"><p class="lead">{escape(summary)}</p>',
        cards.leg_cards(track, wording) if len(track.legs) <= CARDS else "",
        cards.below(track, wording),
        _credit(thinned, wording),
        "</main>",
        f"{_data('taught', taught)}<script>{lesson}</script>" if taught else "",
    )
    more = f'<style id="lesson">{presenter.style()}</style>' if taught else ""
    return document(title, summary, "".join(body), wording, more)


def document(title: str, summary: str, body: str, wording: Wording, more: str = "") -> bytes:
    """A whole page around ``body``, and ``more`` in its head, which are HTML; the rest is text."""
    said = [("description", summary), ("twitter:card", "summary")]
    shared = [("og:title", title), ("og:description", summary), ("og:type", "article")]
    metas = [f'<meta name="{name}" content="{escape(text)}">' for name, text in said]
    metas += [f'<meta property="{name}" content="{escape(text)}">' for name, text in shared]
    parts = (
        f'<!doctype html><html lang="{escape(wording.language)}"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy())}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        f"<title>{escape(title)}</title>",
        *metas,
        f'<link rel="icon" href="data:image/svg+xml;base64,{_ICON}">',
        f"<style>{style()}</style>{more}</head><body>{body}</body></html>",
    )
    return "".join(parts).encode()


@cache
def scripts() -> tuple[str, ...]:
    """What the page runs: Leaflet, the stage, what opens it, and the presenter."""
    opener = str(rjsmin.jsmin((STATIC / "story.js").read_text("utf-8")))
    return bundle.library().decode(), bundle.script().decode(), opener, presenter.script()


@cache
def style() -> str:
    """The page's style sheet. Leaflet's pictures are left out: the stage uses none of them."""
    library = re.sub(r"url\([^)]*\)", "none", bundle.library_style().decode())
    own = (STATIC / "story.css").read_text("utf-8")
    parts = (library, bundle.style().decode(), cards.style(), own)
    return "".join(map(bundle.smaller_style, parts))


@cache
def policy() -> str:
    """What the page may do: run and wear what it brings along, and show the tiles asked for."""
    rules = (
        "default-src 'none'",
        f"script-src {' '.join(map(_hash, scripts()))}",
        f"style-src {_hash(style())} {_hash(presenter.style())}",
        f"img-src data: {' '.join(credits.hosts())}",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(rules)


def _hash(text: str) -> str:
    """The text as a Content-Security-Policy names it (CSP Level 3, 2.3.1)."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _told(track: Track, wording: Wording) -> dict[str, Any]:
    """What the page's script opens the stage with."""
    route = [point for leg in track.legs for point in leg.line]
    return {
        "options": bundle.OPTIONS,
        "journey": wire(track, wording),
        "base": basemap(route, wording.language),
    }


def _taught(track: Track, wording: Wording) -> dict[str, Any]:
    """What the presenter shows: the lesson, its words, and the sources by name and address."""
    lesson = classroom(track, wording)
    if lesson is None:
        return {}
    named = dict.fromkeys(link(source, wording) for source in track.journey.sources)
    sources = [{"label": found.label, "url": found.url} for found in named]
    return {"classroom": lesson, "said": presenter.words(wording), "sources": sources}


def _data(key: str, data: Any) -> str:
    """The data as an element that a script finds under ``key``."""
    return f'<script type="application/json" id="{key}">{_json(data)}</script>'


def _json(data: Any) -> str:
    """The data as JSON that neither ends a script nor starts a tag."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _head(title: str, summary: str, wording: Wording) -> str:
    link = f'<a href="#text">{escape(wording.say("page.in_words"))}</a>'
    return (
        f'<header class="top"><div><h1>{escape(title)}</h1><p>{escape(summary)}</p></div>'
        f"{link}</header>"
    )


def _credit(thinned: Thinned, wording: Wording) -> str:
    """Whose data it is, and how close to it the lines are drawn."""
    title = escape(wording.say("page.data"))
    exact = ""
    if thinned.metres:
        step = 10 ** floor(log10(thinned.metres))
        length = wording.measure(ceil(thinned.metres / step) * step, "m", digits=0)
        exact = escape(" " + wording.say("page.thinned", length=length))
    data = cards.rights(thinned.track.journey, wording) + credits.ATTRIBUTION
    return f'<footer class="hh data"><strong>{title}.</strong> {data}{exact}</footer>'
