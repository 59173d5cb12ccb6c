"""The server's own routes beside the dashboard, and the headers of every answer.

All files of the stage come from here, so that no page needs anything from
another machine. An address holds a hash of what it names: it may be kept for ever.
"""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache
from gzip import compress
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

import xyzservices.providers as xyz
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from xstatic.pkg import leaflet

from journey import shelf
from journey.errors import JourneyError
from journey.stage import bundle
from journey.wording import languages

# From the frame that shows the map, two folders below the root.
UP = "../../"
KEEP = "public, max-age=31536000, immutable"
# West, south, east and north of the region that is drawn in detail, in degrees.
REGION = (123, 37, 135, 45.5)
ATTRIBUTION = (
    "Coastline: GSHHG (Wessel & Smith 1996), LGPL-3.0-or-later. "
    'Borders and border rivers: <a href="https://www.openstreetmap.org/copyright">'
    "© OpenStreetMap contributors</a>, ODbL 1.0. Place names: GeoNames, CC BY 4.0; Unicode CLDR."
)
# Finds gzip in Accept-Encoding unless its weight is nothing (RFC 9110, 12.5.3).
GZIP = re.compile(r"gzip(?!;q=0(\.0*)?(,|$))")
PROVIDERS = (xyz.OpenStreetMap.Mapnik, xyz.OpenTopoMap, xyz.Esri.WorldImagery)


class Sent(NamedTuple):
    """Something to send: plain, gzipped, its type, and the hash in its address."""

    plain: bytes
    zipped: bytes
    kind: str
    version: str


def _name(stem: str, content: bytes, ending: str) -> str:
    return f"assets/stage/{stem}.{bundle.version(content)}.{ending}"


@cache
def base() -> dict[str, Any]:
    """What the browser is told of the base map: where its layers are, and whose they are."""
    stems = {name.removesuffix(".geojson"): content for name, content in bundle.layers().items()}
    return {
        "urls": {stem: UP + _name(stem, content, "geojson") for stem, content in stems.items()},
        "box": REGION,
        "attribution": ATTRIBUTION,
        "providers": [_provider(provider) for provider in PROVIDERS],
    }


def _provider(provider: Any) -> dict[str, Any]:
    return {
        "name": provider.name.partition(".")[0],
        "url": provider.build_url(),
        "attribution": provider.html_attribution,
        "maxZoom": provider.get("max_zoom", 17),
    }


@cache
def script() -> bytes:
    """Leaflet, where the base map is, and the stage: all that the frame runs, UTF-8."""
    library = (Path(leaflet.BASE_DIR) / "leaflet.js").read_bytes()
    ground = f"L.journey = {{ base: {json.dumps(base())} }};".encode()
    return b"\n".join((library.partition(b"//# sourceMappingURL")[0], ground, bundle.script()))


@cache
def style() -> bytes:
    """Leaflet's style sheet and the stage's, UTF-8."""
    return (Path(leaflet.BASE_DIR) / "leaflet.css").read_bytes() + bundle.style()


@cache
def _contents() -> dict[str, Sent]:
    """What is the same for all journeys, by address."""
    found = {_name("stage", style(), "css"): _sent(style(), "text/css")}
    for name, content in bundle.layers().items():
        address = _name(name.removesuffix(".geojson"), content, "geojson")
        found[address] = _sent(content, "application/geo+json")
    return found


def _sent(content: bytes, kind: str) -> Sent:
    return Sent(content, compress(content, 9, mtime=0), kind, bundle.version(content))


def journey_script(folder: Path, language: str) -> Sent:
    """All that the map's frame runs for the journey in ``folder``, its data included."""
    return _journey_script(shelf.wired(folder, language))


@lru_cache(maxsize=32)
def _journey_script(data: bytes) -> Sent:
    return _sent(b"%s\nL.journey.data = %s;" % (script(), data), "text/javascript")


def files(folder: Path, language: str) -> bundle.Files:
    """Addresses of the stage's script and style sheet, as seen from the map's frame."""
    version = journey_script(folder, language).version
    name = quote(folder.resolve().name)
    return bundle.Files(
        script=f"{UP}assets/journeys/{name}/{language}.{version}.js",
        style=UP + _name("stage", style(), "css"),
    )


def _answer(request: Request, sent: Sent) -> Response:
    headers = {"Cache-Control": KEEP, "Vary": "Accept-Encoding"}
    if GZIP.search(request.headers.get("accept-encoding", "").replace(" ", "")):
        headers["Content-Encoding"] = "gzip"
        return Response(sent.zipped, headers=headers, media_type=sent.kind)
    return Response(sent.plain, headers=headers, media_type=sent.kind)


def _nothing() -> Response:
    return Response("There is nothing here.", 404, media_type="text/plain")


def asset(request: Request) -> Response:
    """One file of the stage, gzipped where the browser takes that."""
    found = _contents().get(f"assets/stage/{request.path_params['name']}")
    return _answer(request, found) if found else _nothing()


def journey_asset(request: Request) -> Response:
    """The script of a journey. An old version gets the newest, not to be kept."""
    folder = shelf.shelf().get(request.path_params["id"])
    language, _, version = request.path_params["name"].partition(".")
    if folder is None or language not in languages():
        return _nothing()
    try:
        sent = journey_script(folder, language)
    except JourneyError:
        return _nothing()
    answer = _answer(request, sent)
    if version != f"{sent.version}.js":
        answer.headers["Cache-Control"] = "no-store"
    return answer


def routes() -> list[Route]:
    """The routes that stand beside the dashboard."""
    return [
        Route("/assets/stage/{name}", asset),
        Route("/assets/journeys/{id}/{name}", journey_asset),
    ]


def _hosts() -> list[str]:
    """Where tiles may come from, if the viewer asks for them."""
    return ["https://" + provider.build_url().split("/")[2] for provider in PROVIDERS]


# The dashboard's scripts compile templates and its frame runs the map's own script, hence "unsafe".
POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
        "style-src 'self' 'unsafe-inline'",
        f"img-src 'self' data: blob: {' '.join(_hosts())}",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "frame-src 'self' blob: data:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
    )
)


class Guard:
    """ASGI middleware that lets no foreign script, frame or connection in."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and add the headers to its answer."""

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("Content-Security-Policy", POLICY)
                headers.setdefault("X-Content-Type-Options", "nosniff")
                headers.setdefault("Referrer-Policy", "strict-origin-when-cross-origin")
            await send(message)

        await self.app(scope, receive, guarded if scope["type"] == "http" else send)


def middleware() -> list[Middleware]:
    """What every request passes through."""
    return [Middleware(Guard)]
