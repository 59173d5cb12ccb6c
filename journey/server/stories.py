"""The story pages on the server, and all there is to find, fetch and embed them.

A page is made once for each version of a journey's files and each language.
Then it is sent from memory; the files are looked at again once a second.
"""

from __future__ import annotations

import asyncio
import re
import time
from datetime import date
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qs, quote, urlsplit

import segno
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from journey.basemap import layers
from journey.errors import JourneyError
from journey.exports.formats import FORMATS
from journey.pages.story import policy
from journey.prints.handout import handout
from journey.server import journeys
from journey.server.listing import data, listing
from journey.server.responses import Sent, answer, sent
from journey.server.sharing import HEIGHT, WIDTH, address, embed
from journey.words.wording import Wording, languages

# Fresh for a minute; for a day an old one may be shown while a new one is fetched (RFC 5861).
CACHE = "public, max-age=60, stale-while-revalidate=86400"
# A handout runs nothing and asks for nothing.
PRINTED = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
LOOK = 1.0  # seconds for which what was made is taken to be the newest
LONGEST = 1_000  # letters of an address that a QR code takes

Key = tuple[str, str, str]
_fresh: dict[Key, tuple[float, Sent]] = {}
_making: dict[Key, asyncio.Task[Sent | None]] = {}


@journeys.kept(96)
def made(folder: Path, language: str, suffix: str) -> Sent:
    """The journey in ``folder`` in the format of that suffix; raises what ``load`` raises."""
    found = FORMATS[suffix]
    return sent(found.make(journeys.track(folder), Wording(language)), found.kind)


async def _newest(key: Key) -> Sent | None:
    """What the key (name, language, suffix) stands for, or None; made once for all who ask."""
    found = _fresh.get(key)
    if found and time.monotonic() - found[0] < LOOK:
        return found[1]
    if key not in _making:
        _making[key] = asyncio.create_task(run_in_threadpool(_look, key))
        _making[key].add_done_callback(lambda _: _making.pop(key))
    return await asyncio.shield(_making[key])


def _look(key: Key) -> Sent | None:
    name, language, suffix = key
    folder = journeys.folders().get(name)
    try:
        found = made(folder, language, suffix) if folder and suffix in FORMATS else None
    except JourneyError:
        found = None
    if found is None:
        _fresh.pop(key, None)
    else:
        _fresh[key] = (time.monotonic(), found)
    return found


def language(request: Request) -> tuple[str, str]:
    """The language of the link, else the browser's, else English; and what it varies with."""
    wanted = request.query_params.get("lang")
    if wanted in languages():
        return str(wanted), ""
    first = re.split("[-,;]", request.headers.get("accept-language", ""))[0].strip().lower()
    return first if first in languages() else "en", "Accept-Language"


async def story(request: Request) -> Response:
    """The story page, or a file of the journey."""
    name, _, suffix = request.path_params["name"].partition(".")
    code, vary = language(request)
    found = await _newest((name, code, suffix or "html"))
    if found is None:
        return await _missing(code)
    headers = {"Cache-Control": CACHE, "Content-Security-Policy": policy(), "Vary": vary}
    if suffix:
        headers["Content-Disposition"] = f'attachment; filename="{name}.{suffix}"'
        headers["Access-Control-Allow-Origin"] = "*"
    else:
        told = quote(f"{request.base_url}{address(name, code)}", safe="")
        headers["Link"] = (
            f'</oembed?url={told}&format=json>; rel="alternate"; type="application/json+oembed"'
        )
    return answer(request, found, headers)


@journeys.kept(32)
def printed(folder: Path, language: str, day: str) -> Sent:
    """The handout of the journey in ``folder``, as of that ISO day."""
    track, wording = journeys.track(folder), Wording(language)
    html = handout(track, wording, layers.layers(), date.fromisoformat(day))
    return sent(html.encode(), "text/html")


async def leaflet(request: Request) -> Response:
    """The handout, to be printed from the browser."""
    code, vary = language(request)
    folder = journeys.folders().get(request.path_params["name"])
    try:
        today = date.today().isoformat()
        found = await run_in_threadpool(printed, folder, code, today) if folder else None
    except JourneyError:
        found = None
    if found is None:
        return await _missing(code)
    headers = {"Cache-Control": CACHE, "Content-Security-Policy": PRINTED, "Vary": vary}
    return answer(request, found, headers)


async def _missing(code: str) -> Response:
    html = await run_in_threadpool(listing, Wording(code), missing=True)
    headers = {"Cache-Control": "no-store", "Content-Security-Policy": policy()}
    return Response(html, 404, headers, "text/html")


def stories(request: Request) -> Response:
    """All journeys, as a page or, where that is asked for, as JSON."""
    code, vary = language(request)
    wording = Wording(code)
    headers = {"Cache-Control": CACHE, "Vary": ", ".join(filter(None, ("Accept", vary)))}
    accepted = request.headers.get("accept", "")
    if request.url.path.endswith(".json") or "application/json" in accepted:
        return JSONResponse(data(str(request.base_url), wording), headers=headers)
    headers["Content-Security-Policy"] = policy()
    return answer(request, sent(listing(wording), "text/html"), headers)


@lru_cache(maxsize=256)
def _code(url: str) -> bytes:
    """A QR code of that address, as SVG."""
    drawn = BytesIO()
    segno.make_qr(url, error="m").save(
        drawn, kind="svg", scale=4, border=4, dark="#000", light="#fff"
    )
    return drawn.getvalue()


def code(request: Request) -> Response:
    """The QR code that leads to a story page."""
    name, (tongue, vary) = request.path_params["name"], language(request)
    url = f"{request.base_url}{address(name, tongue)}"
    if name not in journeys.folders() or len(url) > LONGEST:
        return Response("There is nothing here.", 404, media_type="text/plain")
    found = sent(_code(url), "image/svg+xml")
    return answer(request, found, {"Cache-Control": CACHE, "Vary": vary})


def oembed(request: Request) -> Response:
    """What another page needs to show a story page (https://oembed.com, 2.3.4.4, rich)."""
    asked = request.query_params
    if asked.get("format", "json") != "json":
        return Response("Only JSON is spoken here.", 501, media_type="text/plain")
    try:
        told = _rich(urlsplit(asked.get("url", "")), request)
    except (JourneyError, ValueError):  # A journey with faults, or no address at all.
        told = None
    if told is None:
        return Response("There is no story page there.", 404, media_type="text/plain")
    headers = {"Cache-Control": CACHE, "Access-Control-Allow-Origin": "*"}
    return JSONResponse(told, headers=headers)


def _rich(asked: SplitResult, request: Request) -> dict[str, Any] | None:
    """The frame for the story page at that address, or None where it is none of ours."""
    name = re.fullmatch("/story/([a-z0-9-]+)", asked.path)
    folder = journeys.folders().get(name[1]) if name else None
    if folder is None or (asked.scheme, asked.netloc) != (request.url.scheme, request.url.netloc):
        return None
    wanted = parse_qs(asked.query).get("lang", [""])[0]
    tongue = wanted if wanted in languages() else "en"
    title = Wording(tongue).pick(journeys.track(folder).journey.title)
    width, height = _within(request, "maxwidth", WIDTH), _within(request, "maxheight", HEIGHT)
    url = f"{request.base_url}{address(folder.resolve().name, tongue)}"
    return {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": "Handcar Home",
        "provider_url": str(request.base_url),
        "width": width,
        "height": height,
        "html": embed(url, title, str(width), height),
    }


def _within(request: Request, key: str, usual: int) -> int:
    """The usual number of pixels, or fewer where the one who asks has less room."""
    most = request.query_params.get(key, "")
    return min(usual, int(most)) if re.fullmatch("[1-9][0-9]{0,5}", most) else usual


def routes() -> list[Route]:
    """The routes of the story pages."""
    return [
        Route("/story/{name}.qr.svg", code),
        Route("/story/{name}/handout", leaflet),
        Route("/story/{name}", story),
        Route("/stories", stories),
        Route("/stories.json", stories),
        Route("/oembed", oembed),
    ]
