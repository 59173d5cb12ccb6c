"""The story page: one HTML file that holds the stage, all it needs, and the story as text.

It opens from a disk as well as from a server, and asks nothing of either.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from hashlib import sha256
from html import unescape
from math import ceil, floor, log10
from pathlib import Path
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from journey.basemap import credits
from journey.basemap.browser import basemap
from journey.basemap.own import under
from journey.model.palette import MODES
from journey.model.teaching import Teaching
from journey.pages import cards, legs, lessons, presenter
from journey.pages.notices import notices
from journey.pages.seeing import Beside, nowhere
from journey.pages.telling import column
from journey.pages.worn import worn
from journey.stage import bundle, faces, slim
from journey.stage.chapters import LONG
from journey.stage.classroom import classroom
from journey.stage.cut import cut
from journey.stage.ends import taken
from journey.stage.folded import columns, folded
from journey.stage.sketch import sketch
from journey.stage.tongues import marked
from journey.stage.wire import wire
from journey.track.thin import Thinned, thin
from journey.track.track import Track
from journey.words.html import IN, inert, joined, tag
from journey.words.provenance import Link
from journey.words.telling import Telling, telling
from journey.words.wording import Wording

STATIC = Path(__file__).with_name("static")
# Legs of which is told what their facts stand on; of more, the facts alone.
CARDS = 100
# Where the page presents itself, and where it is the pupils'.
OWN = lessons.Ways("#step=1", "#pupil=1", ())
# What Leaflet's style sheet has of popups, shadows and controls, of which the stage has none, of
# tips with arrows, and for browsers that are older than those that the page is made for.
_UNUSED = re.compile(r"popup|-bar|control-(?:layers|zoom|scale)|shadow|tooltip-[blr]|:before|vml")
_OLD = re.compile(r"-(?:(?:moz|ms|o)-|webkit-trans)[\w-]*:[^;}]*;?")
# Where a page says what it may do.
_POLICY = re.compile(rb'http-equiv="Content-Security-Policy" content="([^"]*)"')
# A browser shows it in 16 pixels, where a sign's strokes are a little heavier.
_DRAWN = bundle.icon("handcar").replace("currentColor", MODES["handcar"].light)
_DRAWN = _DRAWN.replace(bundle.STROKE, "2")
_ICON = quote(_DRAWN, safe="/:=")


def page(
    track: Track,
    wording: Wording,
    base: Mapping[str, Any] | None = None,
    prints: Sequence[Link] = (),
    others: Sequence[Markup] = (),
    beside: Beside = nowhere,
) -> bytes:
    """The story page of the track, UTF-8, with its base map, perhaps made already.

    It offers the ``prints``, with addresses as seen from it, where it is served
    as a journey's page, and itself in the ``others`` of its languages. Other
    journeys have their pages ``beside`` it.
    """
    journey = track.journey
    title, summary = wording.pick(journey.title), wording.pick(journey.summary)
    thinned = thin(track)
    track, story = thinned.track, telling(track, wording)
    told, lesson = _stage(track, wording, story, base), _lesson(track, wording)
    told["journey"] = folded(marked(told["journey"], lesson))
    later = told["journey"].pop("later", [])
    head, steps = column(track, story, wording)
    evidence = _evidence(track, wording, beside)
    drawn = sketch(track, under(journey.ground), wording)
    library, stage, opener, present = scripts()
    # The stage is drawn before the text is read, of very many legs also before the steps, and the
    # lesson comes after it. What is told to the stage, to the lesson and in the text is much the
    # same, and packs well side by side.
    long = len(track.legs) > LONG
    opening = (
        _tools(wording, others),
        *map(_script, (library, stage)),
        _data("journey-data", told),
        _script(opener),
    )
    body = (
        tag(
            "main",
            tag("p", wording.say("teach.held"), id="held") if lesson else "",
            tag(
                "div",
                head,
                tag("div", bundle.toggled(drawn), id="stage"),
                tag("p", summary, class_="lead"),
                steps(opening if long else ()),
                class_="tale",
            ),
            *(() if long else opening),
            *(
                tag("script", inert(it["text"]), type="application/json", name="later")
                for it in later
            ),
            _data("lesson-data", lesson) if lesson else "",
            tag(
                "section",
                _answers(lesson, wording),
                _teachers(journey.teaching, wording, prints),
                tag("h2", wording.say("page.evidence")),
                evidence,
                _credit(thinned, wording),
                notices(wording),
                class_="text",
                id="text",
                tabindex="-1",
            ),
        ),
        _script(present) if lesson else "",
    )
    signs = bundle.toggled(cards.signs(track))
    signs += IN if any(" data-in=" in part for part in body) else ""
    signs += _long_style() if long else ""
    more = _style(presenter.style(), "lesson") if lesson else ""
    opened = {**told, "lesson": lesson, "later": [it["text"] for it in later]}
    set_in = worn(journey, wording, opened, joined((summary, head, steps())), evidence)
    return document(title, summary, joined(body), wording, more, signs, set_in)


def document(
    title: str,
    summary: str,
    body: Markup,
    wording: Wording,
    more: str = "",
    signs: str = "",
    set_in: Mapping[faces.Look, str] | None = None,
    *,
    pictures: bool = False,
) -> bytes:
    """A whole page around ``body``, with ``more`` and the style sheet ``signs`` in its head.

    It may show ``pictures`` that lie beside it, or none but those that it holds.

    The faces come last, so that nothing waits for them. Where it is known what
    is ``set_in`` them they have no other letters, and are held back until a
    script wants them: the stage does once it is drawn.
    """
    rules = _worn(body, wording, set_in)
    signs += bundle.leftward_style() if wording.runs else ""
    allowed = policy(signs, tuple(map(_hash, rules)), pictures=pictures)
    named = [("viewport", "width=device-width, initial-scale=1"), ("color-scheme", "light dark")]
    named += [("description", summary), ("twitter:card", "summary")]
    shared = [("og:title", title), ("og:description", summary), ("og:type", "article")]
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=allowed),
        *(tag("meta", name=name, content=text) for name, text in named),
        tag("title", title),
        *(tag("meta", property=name, content=text) for name, text in shared),
        tag("link", rel="icon", href=f"data:image/svg+xml,{_ICON}"),
        _style(style()),
        more,
        _style(signs) if signs else "",
    )
    hold = {"media": "not all", "data_held": "true"} if set_in else {}
    styles = (tag("style", Markup(rule), **hold) for rule in rules)
    page = tag("html", head, tag("body", body, *styles), lang=wording.language, dir=wording.runs)
    return f"<!doctype html>{page}".encode()


def _worn(body: str, wording: Wording, set_in: Mapping[faces.Look, str] | None) -> list[str]:
    """The faces of a page, as rules that hold all of them."""
    if set_in is not None:
        return cut(body, wording.code, set_in)
    return [faces.embedded()[face] for face in faces.needed(body, wording.code)]


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
    return slim.library(), bundle.script().decode(), opener, presenter.script()


def _told(library: bytes) -> str:
    """What is Leaflet's without its licence, which the page has among its notices."""
    return library.decode().partition("*/\n")[2]


@cache
def style() -> str:
    """The page's style sheet, without what of Leaflet's the stage does not use."""
    library = re.sub(r"url\([^)]*\)", "none", _told(bundle.library_style()))
    library = re.sub(r"([^{}]+)(\{[^{}]*\})", _used, bundle.smaller_style(library))
    own = (STATIC / "host" / "story.css").read_text("utf-8")
    parts = (library, bundle.style().decode(), cards.style(), own)
    return bundle.toggled("".join(map(bundle.smaller_style, parts)))


@cache
def _long_style() -> str:
    """What the pages of very many legs wear besides."""
    return bundle.smaller_style((STATIC / "host" / "long.css").read_text("utf-8"))


def _used(rule: re.Match[str]) -> str:
    """A rule of Leaflet's for what the stage has, or ""."""
    kept = [selector for selector in rule[1].split(",") if not _UNUSED.search(selector)]
    return f"{','.join(kept)}{_OLD.sub('', rule[2])}" if kept else ""


@lru_cache(maxsize=256)
def policy(signs: str = "", worn: tuple[str, ...] | None = None, *, pictures: bool = False) -> str:
    """What the page may do: run and wear what it brings along, and show the tiles asked for.

    It wears all faces, or those of the hashes that are ``worn``. Its style sheet ``signs`` is
    its own, and so may ``pictures`` be that lie beside it.
    """
    known = tuple(map(_hash, faces.embedded().values())) if worn is None else worn
    signed = [signs] if signs else []
    styles = (*map(_hash, (style(), presenter.style())), *known, *map(_hash, signed))
    own = "'self' " if pictures else ""
    rules = (
        "default-src 'none'",
        f"script-src {' '.join(map(_hash, scripts()))}",
        f"style-src {' '.join(styles)}",
        "font-src data:",
        f"img-src {own}data: {' '.join(credits.hosts())}",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(rules)


def policy_of(page: bytes) -> str:
    """What a page that is made may do, as it says itself."""
    return unescape(found[1].decode()) if (found := _POLICY.search(page)) else policy()


def _hash(text: str) -> str:
    """The text as a Content-Security-Policy names it (CSP Level 3, 2.3.1)."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _stage(
    track: Track, wording: Wording, story: Sequence[Telling], base: Mapping[str, Any] | None
) -> dict[str, Any]:
    """What the page's script opens the stage with."""
    route = [point for leg in track.legs for point in leg.line]
    told = wire(track, wording, story)
    # The texts stand in the page.
    told["steps"] = [{"leg": step["leg"], "part": step["part"]} for step in told["steps"]]
    if len(track.legs) > LONG:
        said = [len(f"{step.text} {step.note}".split()) for step in story]
        told["steps"] = {**columns(told["steps"]), "words": said}
    return {
        "options": bundle.OPTIONS,
        "base": base or basemap(route, wording.code, under(track.journey.ground), taken(track)),
        "journey": {**told, "titled": True},
    }


def _lesson(track: Track, wording: Wording) -> dict[str, Any]:
    """What the presenter shows: the lesson and its words. The sources stand in the page."""
    lesson = classroom(track, wording)
    if lesson is None:
        return {}
    return {"classroom": lesson, "said": presenter.words(wording)}


def _data(key: str, data: Any) -> Markup:
    """The data as an element that a script finds under ``key``."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return tag("script", inert(text), type="application/json", id=key)


def _tools(wording: Wording, others: Sequence[Markup]) -> Markup:
    """What the page offers besides the story; scripts put it over the map."""
    words = tag("a", wording.say("page.evidence"), href="#text")
    return tag("nav", *others, words, id="tools", aria_label=wording.say("page.tools"))


def _answers(lesson: Mapping[str, Any], wording: Wording) -> Markup:
    """What unfolds the evidence on the page as pupils have it, which tells all answers."""
    if not lesson:
        return Markup("")
    return tag("button", wording.say("teach.answers"), id="answers", type="button")


def _teachers(teaching: Teaching | None, wording: Wording, prints: Sequence[Link]) -> Markup:
    """How the page is shown to a class, and given to it."""
    if teaching is None:
        return Markup("")
    title = tag("h2", wording.say("teach.title"))
    ways = lessons.ways(teaching, wording, OWN._replace(prints=prints))
    return tag("section", title, ways, class_="hh teachers")


def _evidence(track: Track, wording: Wording, beside: Beside) -> Markup:
    """The legs, the background, the sources and the corrections, each folded."""
    table = legs.table(track, wording, brief=len(track.legs) > CARDS, beside=beside)
    found = [cards.Part("page.legs", "legs", table), *cards.parts(track.journey, wording)]
    return cards.folded(found, wording)


def _credit(thinned: Thinned, wording: Wording) -> Markup:
    """Whose data it is, and how close to it the lines are drawn."""
    exact = ""
    if thinned.metres:
        step = 10 ** floor(log10(thinned.metres))
        length = wording.measure(ceil(thinned.metres / step) * step, "m", digits=0)
        exact = wording.say("page.thinned", length=length)
    return cards.data(thinned.track.journey, wording, exact)
