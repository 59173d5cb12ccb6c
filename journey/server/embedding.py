"""What leads to a story page from elsewhere: its QR code, and its frame by oEmbed."""

from __future__ import annotations

import re
from functools import partial
from io import BytesIO
from typing import Any

import segno
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from journey.errors import JourneyError
from journey.server import addresses, shelf
from journey.server.addresses import address, story_at
from journey.server.cache import ADDRESSED
from journey.server.negotiation import language
from journey.server.responses import Representation, nothing, respond, vary
from journey.server.sharing import HEIGHT, WIDTH, embed
from journey.words.offered import offered
from journey.words.wording import Wording

LONGEST = 1_000  # letters of an address that a QR code takes


def code(request: Request) -> Response:
    """The QR code that leads to a story page."""
    name = request.path_params["name"]
    found = shelf.told(name)
    tongue, varying = language(request, found.languages if found else ())
    root, headers = addresses.root(request)
    url = root + address(name, tongue)
    if shelf.folder(name) is None or len(url) > LONGEST:
        return nothing()
    drawn = ADDRESSED.get(url, partial(_code, url))
    headers["Vary"] = vary(varying, headers.get("Vary", ""))
    return respond(request, drawn, headers)


def _code(url: str) -> Representation:
    """A QR code of that address, as SVG."""
    drawn = BytesIO()
    segno.make_qr(url, error="m").save(
        drawn, kind="svg", scale=4, border=4, dark="#000", light="#fff"
    )
    return Representation.of(drawn.getvalue(), "image/svg+xml")


def oembed(request: Request) -> Response:
    """What another page needs to show a story page (https://oembed.com, 2.3.4.4, rich)."""
    asked = request.query_params
    if asked.get("format", "json") != "json":
        return PlainTextResponse("Only JSON is spoken here.", 501)
    root, headers = addresses.root(request)
    try:
        found = _rich(asked.get("url", ""), root, request)
    except (JourneyError, ValueError):  # A journey with faults, or no address at all.
        found = None
    if found is None:
        return PlainTextResponse("There is no story page there.", 404)
    return JSONResponse(found, headers={**headers, "Access-Control-Allow-Origin": "*"})


def _rich(url: str, root: str, request: Request) -> dict[str, Any] | None:
    """The frame for the story page at that address, or None where it is none of ours."""
    name, wanted = story_at(url, request) or ("", "")
    found = shelf.told(name)
    if found is None:
        return None
    wording = Wording(wanted if wanted in offered(found.languages) else found.languages[0])
    title = wording.pick(found.title)
    width, height = _within(request, "maxwidth", WIDTH), _within(request, "maxheight", HEIGHT)
    return {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": "Handcar Home",
        "provider_url": root,
        "width": width,
        "height": height,
        "html": embed(root + address(name, wording.code), title, str(width), height),
    }


def _within(request: Request, key: str, usual: int) -> int:
    """The usual number of pixels, or fewer where the one who asks has less room."""
    most = request.query_params.get(key, "")
    return min(usual, int(most)) if re.fullmatch("[1-9][0-9]{0,5}", most) else usual


def routes() -> list[Route]:
    """The routes that lead to the story pages; they stand before those of the pages."""
    return [Route("/story/{name}.qr.svg", code), Route("/oembed", oembed)]
