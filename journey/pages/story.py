"""The story page: one HTML file that holds the stage, all it needs, and the story as text.

It opens from a disk as well as from a server, and asks nothing of either.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from math import ceil, floor, log10
from pathlib import Path
from typing import Any

from markupsafe import Markup

from journey.basemap import credits
from journey.basemap.browser import basemap
from journey.model.palette import MODES
from journey.pages import cards, presenter
from journey.pages.notices import notices
from journey.stage import bundle, faces
from journey.stage.classroom import classroom
from journey.stage.wire import wire
from journey.track.thin import Thinned, thin
from journey.track.track import Track
from journey.words.html import joined, tag
from journey.words.provenance import link
from journey.words.wording import Wording

STATIC = Path(__file__).with_name("static")
# Legs that have a card each; where there are more, text and table tell of them.
CARDS = 100
# What Leaflet's style sheet has of popups and controls, of which the stage has none.
_UNUSED = re.compile(r"popup|-bar|control-(?:layers|zoom|scale)")
# What JSON may not hold inside HTML, or inside a script of old browsers.
_UNSAFE = re.compile("[<>&\\u2028\\u2029]")
# A browser shows it in 16 pixels, where a sign's strokes are a little heavier.
_DRAWN = bundle.icon("handcar").replace("currentColor", MODES["handcar"].light)
_DRAWN = _DRAWN.replace(bundle.STROKE, "2")
_ICON = b64encode(_DRAWN.encode()).decode()


def page(track: Track, wording: Wording, base: Mapping[str, Any] | None = None) -> bytes:
    """The story page of the track, UTF-8, with its base map, perhaps made already."""
    journey = track.journey
    title, summary = wording.pick(journey.title), wording.pick(journey.summary)
    thinned = thin(track)
    lesson = _lesson(track, wording)
    library, stage, opener, present = scripts()
    # The stage is drawn before the text is read, and the lesson comes after it. What is told to the
    # stage, to the lesson and in the text is much the same, and packs well side by side.
    body = (
        _head(title, summary, wording),
        tag("div", id="stage"),
        *map(_script, (library, stage)),
        _data("journey-data", _stage(thinned.track, wording, base)),
        _script(opener),
        _data("lesson-data", lesson) if lesson else "",
        tag(
            "main",
            tag("p", summary, class_="lead"),
            cards.leg_cards(track, wording) if len(track.legs) <= CARDS else "",
            cards.below(track, wording),
            _credit(thinned, wording),
            notices(wording),
            class_="text",
            id="text",
        ),
        _script(present) if lesson else "",
    )
    more = _style(presenter.style(), "lesson") if lesson else None
    return document(title, summary, joined(body), wording, more, held=True)


def document(
    title: str,
    summary: str,
    body: Markup,
    wording: Wording,
    more: Markup | None = None,
    held: bool = False,
) -> bytes:
    """A whole page around ``body``, with ``more`` in its head.

    The faces come last, so that nothing waits for them. They may be ``held``
    back until a script wants them: the stage does once it is drawn.
    """
    named = [("viewport", "width=device-width, initial-scale=1"), ("color-scheme", "light dark")]
    named += [("description", summary), ("twitter:card", "summary")]
    shared = [("og:title", title), ("og:description", summary), ("og:type", "article")]
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy()),
        *(tag("meta", name=name, content=text) for name, text in named),
        tag("title", title),
        *(tag("meta", property=name, content=text) for name, text in shared),
        tag("link", rel="icon", href=f"data:image/svg+xml;base64,{_ICON}"),
        _style(style()),
        more or "",
    )
    worn = faces.needed(body, wording.language)
    hold = {"media": "not all", "data_held": "true"} if held else {}
    rules = (tag("style", Markup(faces.embedded()[face]), **hold) for face in worn)
    page = tag("html", head, tag("body", body, *rules), lang=wording.language)
    return f"<!doctype html>{page}".encode()


def _script(code: str) -> Markup:
    """A script of ours, which stands in HTML as it is."""
    return tag("script", Markup(code))


def _style(rules: str, key: str | None = None) -> Markup:
    """A style sheet of ours, which stands in HTML as it is."""
    return tag("style", Markup(rules), id=key)


@cache
def scripts() -> tuple[str, ...]:
    """What the page runs: Leaflet, the stage, what opens it, and the presenter."""
    opener = presenter.packed(presenter.opener())
    return bundle.library().decode(), bundle.script().decode(), opener, presenter.script()


@cache
def style() -> str:
    """The page's style sheet, without what of Leaflet's the stage does not use."""
    library = re.sub(r"url\([^)]*\)", "none", bundle.library_style().decode())
    library = re.sub(r"([^{}]+)(\{[^{}]*\})", _used, bundle.smaller_style(library))
    own = (STATIC / "host" / "story.css").read_text("utf-8")
    parts = (library, bundle.style().decode(), cards.style(), own)
    return "".join(map(bundle.smaller_style, parts))


def _used(rule: re.Match[str]) -> str:
    """A rule of Leaflet's for what the stage has, or ""."""
    kept = [selector for selector in rule[1].split(",") if not _UNUSED.search(selector)]
    return f"{','.join(kept)}{rule[2]}" if kept else ""


@cache
def policy() -> str:
    """What the page may do: run and wear what it brings along, and show the tiles asked for."""
    styles = (style(), presenter.style(), *faces.embedded().values())
    rules = (
        "default-src 'none'",
        f"script-src {' '.join(map(_hash, scripts()))}",
        f"style-src {' '.join(map(_hash, styles))}",
        "font-src data:",
        f"img-src data: {' '.join(credits.hosts())}",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(rules)


def _hash(text: str) -> str:
    """The text as a Content-Security-Policy names it (CSP Level 3, 2.3.1)."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _stage(track: Track, wording: Wording, base: Mapping[str, Any] | None) -> dict[str, Any]:
    """What the page's script opens the stage with."""
    route = [point for leg in track.legs for point in leg.line]
    return {
        "options": bundle.OPTIONS,
        "base": base or basemap(route, wording.language),
        "journey": wire(track, wording),
    }


def _lesson(track: Track, wording: Wording) -> dict[str, Any]:
    """What the presenter shows: the lesson, its words, and the sources by name and address."""
    lesson = classroom(track, wording)
    if lesson is None:
        return {}
    named = dict.fromkeys(link(source, wording) for source in track.journey.sources)
    sources = [{"label": found.label, "url": found.url} for found in named]
    return {"classroom": lesson, "said": presenter.words(wording), "sources": sources}


def _data(key: str, data: Any) -> Markup:
    """The data as an element that a script finds under ``key``."""
    return tag("script", _json(data), type="application/json", id=key)


def _json(data: Any) -> Markup:
    """The data as JSON that neither ends a script nor starts a tag."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return Markup(_UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text))


def _head(title: str, summary: str, wording: Wording) -> Markup:
    name = tag("div", tag("h1", title), tag("p", summary))
    return tag("header", name, tag("a", wording.say("page.in_words"), href="#text"), class_="top")


def _credit(thinned: Thinned, wording: Wording) -> Markup:
    """Whose data it is, and how close to it the lines are drawn."""
    exact = ""
    if thinned.metres:
        step = 10 ** floor(log10(thinned.metres))
        length = wording.measure(ceil(thinned.metres / step) * step, "m", digits=0)
        exact = f" {wording.say('page.thinned', length=length)}"
    return tag(
        "footer",
        tag("strong", wording.say("page.data"), "."),
        " ",
        cards.rights(thinned.track.journey, wording),
        Markup(credits.ATTRIBUTION),
        exact,
        class_="hh data",
    )
