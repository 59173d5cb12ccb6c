"""What Streamlit's own page is given at once: faces, and a journey's title and sketch.

The sketch stands where the stage will be, until that is drawn.
"""

from __future__ import annotations

import asyncio
from functools import cache
from pathlib import Path

from markupsafe import escape
from starlette.requests import Request

from journey.basemap.own import under
from journey.errors import JourneyError
from journey.pages.measures import measures
from journey.server import journeys, shelf
from journey.server.journeys import Edition
from journey.server.negotiation import language
from journey.server.spine import Spine
from journey.stage import bundle
from journey.stage.faces import linked
from journey.stage.sketch import STYLE, sketch
from journey.track.thin import thin
from journey.words.html import tag
from journey.words.wording import Wording

PAGE = "/"  # sub-pages have no stage
SITE = "Handcar Home"  # what the page is called as long as it shows no journey
JOURNEY = "journey"  # the name of the journey in the address, as the dashboard reads it
PATIENCE = 0.25  # seconds that nobody waits longer for a picture that is still being made
_ENGLISH = b'<html lang="en">'
_UNTITLED = b"<title>Streamlit</title>"
_END = b"</head>"
_SCRIPT = Path(__file__).with_name("preview.js")
_PLACE = Path(__file__).with_name("preview.css")


async def previewed(page: bytes, request: Request) -> tuple[bytes, str]:
    """Streamlit's page, UTF-8, with faces, title and sketch, and the header that it varies with.

    Title and sketch are those of the journey in the address, or of the one that opens. A journey
    with faults has none, nor is there a sketch that takes long to make.
    """
    spine = _spine(request.query_params.get(JOURNEY))
    code, varying = language(request, spine.languages if spine else ())
    page = page.replace(_ENGLISH, f'<html lang="{escape(Wording(code).language)}">'.encode(), 1)
    page = page.replace(_UNTITLED, tag("title", _title(spine, code)).encode(), 1)
    page = page.replace(_END, _faces() + _END, 1)
    try:
        async with asyncio.timeout(PATIENCE):
            edition = await shelf.named(spine.name) if spine else None
            found = await picture.fetch(edition, code) if edition else b""
    except (JourneyError, TimeoutError):
        return page, varying
    styled = page.replace(_END, _style() + _END, 1) if found else page
    return styled.replace(b"<body>", b"<body>" + found, 1), varying


def _spine(name: str | None) -> Spine | None:
    """The journey that the page will show, as far as that is known."""
    spines = shelf.shelf()
    wanted = shelf.opens() if name is None else name
    return next((spine for spine in spines if spine.name == wanted), None)


def _title(spine: Spine | None, language: str) -> str:
    """The journey's title, or the site's."""
    return Wording(language).pick(spine.title) if spine and spine.title else SITE


@journeys.Kept
def picture(edition: Edition, language: str) -> bytes:
    """The sketch and the script that takes it away, UTF-8."""
    track = thin(edition.track).track
    drawn = sketch(track, under(track.journey.ground), Wording(language))
    place = tag("div", tag("div", tag("div", drawn)), id="preview")
    return f"{place}<script>{script()}</script>".encode()


@cache
def _faces() -> bytes:
    """Where the page's faces are: told here once, and not by Streamlit with every run."""
    return f"<style>{linked('assets/stage/')}</style>".encode()


@cache
def _style() -> bytes:
    parts = (measures(), *(file.read_text("utf-8") for file in (STYLE, _PLACE)))
    rules = bundle.smaller_style("".join(parts))
    return f"<style>{rules}</style>".encode()


@cache
def script() -> str:
    """What takes the sketch away."""
    return bundle.smaller_script(_SCRIPT.read_text("utf-8"))
