"""The sketch of a journey in Streamlit's own page, where the stage will be, until that is drawn."""

from __future__ import annotations

import asyncio
from functools import cache
from pathlib import Path

from starlette.requests import Request

from journey.basemap.own import under
from journey.errors import JourneyError
from journey.pages.measures import measures
from journey.server import journeys, shelf
from journey.server.journeys import Edition
from journey.server.negotiation import language
from journey.server.spine import State
from journey.stage import bundle
from journey.stage.sketch import STYLE, sketch
from journey.track.thin import thin
from journey.words.html import tag
from journey.words.wording import Wording

PAGE = "/"  # sub-pages have no stage
JOURNEY = "journey"  # the name of the journey in the address, as the dashboard reads it
PATIENCE = 0.25  # seconds that nobody waits longer for a picture that is still being made
_SCRIPT = Path(__file__).with_name("preview.js")
_PLACE = Path(__file__).with_name("preview.css")


async def previewed(page: bytes, request: Request) -> tuple[bytes, str]:
    """Streamlit's page, UTF-8, with the sketch, and the header of the request that it varies with.

    It is that of the journey in the address, or of the first without faults. A
    journey with faults has none, nor has one whose sketch takes long to make.
    """
    code, varying = language(request)
    try:
        async with asyncio.timeout(PATIENCE):
            edition = await _edition(request.query_params.get(JOURNEY))
            found = await picture.fetch(edition, code) if edition else b""
    except (JourneyError, TimeoutError):
        return page, varying
    styled = page.replace(b"</head>", _style() + b"</head>", 1) if found else page
    return styled.replace(b"<body>", b"<body>" + found, 1), varying


async def _edition(name: str | None) -> Edition | None:
    """The journey that the page will show, where that is known already."""
    if name is None:
        sound = (spine for spine in shelf.shelf() if spine.state is State.SOUND)
        name = next((spine.name for spine in sound), None)
    return await shelf.named(name) if name else None


@journeys.Kept
def picture(edition: Edition, language: str) -> bytes:
    """The sketch and the script that takes it away, UTF-8."""
    track = thin(edition.track).track
    drawn = sketch(track, under(track.journey.ground), Wording(language))
    place = tag("div", tag("div", tag("div", drawn)), id="preview")
    return f"{place}<script>{script()}</script>".encode()


@cache
def _style() -> bytes:
    parts = (measures(), *(file.read_text("utf-8") for file in (STYLE, _PLACE)))
    rules = bundle.smaller_style("".join(parts))
    return f"<style>{rules}</style>".encode()


@cache
def script() -> str:
    """What takes the sketch away."""
    return bundle.smaller_script(_SCRIPT.read_text("utf-8"))
