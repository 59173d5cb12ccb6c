"""The page that leads to the files of all journeys: plain HTML that needs nothing else."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence

from markupsafe import Markup

from journey.exports.listing import Entry, entry, items
from journey.stage.faces import embedded, needed
from journey.stage.sketch import picture
from journey.track.track import Track
from journey.words import opening
from journey.words.html import tag
from journey.words.offered import offered
from journey.words.wording import Wording

_PLAIN = ("Handcar Sans", 400, "normal")  # what links are set in
# The page asks for nothing and runs nothing, whatever a journey's texts may say.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"
_STYLE = """
:root{color-scheme:light dark;--paper:#fcfaf5;--text:#26292c;--soft:#5d6265;--rule:#d9d3c6;
--accent:#a82f0e}
@media(prefers-color-scheme:dark){:root{--paper:#1b2024;--text:#edebe5;--soft:#a8adaf;
--rule:#3a4247;--accent:#ff7a4d}}
body{margin:0 auto;padding:3rem 1.25rem;max-width:44rem;background:var(--paper);
color:var(--text);font:1rem/1.55 "Handcar Sans",system-ui,sans-serif}
h1,h2{font-family:"Handcar Serif",Georgia,serif;font-weight:600;line-height:1.25;margin:0}
h1+p,dt{color:var(--soft)}
ul{list-style:none;margin:0;padding:0}
:lang(ko){word-break:keep-all}
li{border-top:1px solid var(--rule);margin-top:2rem;padding-top:1.5rem;overflow:hidden}
img{float:right;width:min(11rem,34%);margin-left:1.25rem}
.line{color:var(--soft)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.4rem 1.25rem;margin:0}
dd{margin:0}
a{color:var(--accent);display:inline-block;margin-right:1rem;text-underline-offset:.2em}
"""


def file_name(key: str, language: str, suffix: str) -> str:
    """The name of a journey's file.

    >>> file_name("silk-road", "en", "kml")
    'silk-road.en.kml'
    """
    return f"{key}.{language}.{suffix}"


def index(tracks: Sequence[Track], wording: Wording) -> bytes:
    """The page, in UTF-8: each journey as a list tells it, with a link to each file."""
    title = wording.say("export.index")
    entries = [_entry(track, wording) for track in tracks]
    body = tag(
        "body",
        tag("header", tag("h1", title), tag("p", wording.say("export.index_how"))),
        tag("main", items(entries)),
    )
    worn = _worn(title + body, tracks, wording)
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", title),
        tag("style", Markup(_STYLE + worn)),
    )
    page = tag("html", head, body, lang=wording.language, dir=wording.runs)
    return f"<!doctype html>\n{page}\n".encode()


def _worn(text: str, tracks: Sequence[Track], wording: Wording) -> str:
    """The faces of the page, and those of its links, which are in the languages of the files."""
    codes = {code for track in tracks for code in offered(track.journey.languages)}
    links = {face for code in codes for face in needed(text, code) if face.look == _PLAIN}
    worn = {*needed(text, wording.code), *links}
    return "".join(rule for face, rule in embedded().items() if face in worn)


def _entry(track: Track, wording: Wording) -> Entry:
    journey = track.journey
    drawn = b64encode(picture(track).encode()).decode()
    return entry(
        journey.id, journey, wording, "", file_name, offered(track.journey.languages)
    )._replace(line=opening.brief(track, wording), picture=f"data:image/svg+xml;base64,{drawn}")
