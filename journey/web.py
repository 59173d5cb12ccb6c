"""The server's own routes beside the dashboard, and the headers of every answer.

All files of the stage come from here, so that no page needs anything from
another machine. An address holds a hash of what it names: it may be kept for ever.
"""

from __future__ import annotations

import json
import re
from functools import cache
from gzip import compress
from pathlib import Path
from typing import Any

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
        "name": provider.name.replace(".", " "),
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
def _contents() -> dict[str, tuple[bytes, bytes, str]]:
    """What is served, by address: plain, gzipped, and its type."""
    found = {
        _name("stage", script(), "js"): (script(), "text/javascript"),
        _name("stage", style(), "css"): (style(), "text/css"),
    }
    for name, content in bundle.layers().items():
        stem = name.removesuffix(".geojson")
        found[_name(stem, content, "geojson")] = (content, "application/geo+json")
    return {
        name: (content, compress(content, 9, mtime=0), kind)
        for name, (content, kind) in found.items()
    }


@cache
def files() -> bundle.Files:
    """Addresses of the stage's files, as seen from the map's frame."""
    return bundle.Files(
        scripts=(("stage", UP + _name("stage", script(), "js")),),
        styles=(("stage", UP + _name("stage", style(), "css")),),
    )


def data_address(folder: Path, language: str) -> str:
    """Where the map's frame finds the data of the journey in ``folder``."""
    version = shelf.wired(folder, language).version
    return f"{UP}assets/journeys/{folder.resolve().name}/{language}.{version}.json"


def _answer(request: Request, plain: bytes, zipped: bytes, kind: str) -> Response:
    headers = {"Cache-Control": KEEP, "Vary": "Accept-Encoding"}
    if GZIP.search(request.headers.get("accept-encoding", "").replace(" ", "")):
        headers["Content-Encoding"] = "gzip"
        return Response(zipped, headers=headers, media_type=kind)
    return Response(plain, headers=headers, media_type=kind)


def _nothing() -> Response:
    return Response("There is nothing here.", 404, media_type="text/plain")


def asset(request: Request) -> Response:
    """One file of the stage, gzipped where the browser takes that."""
    found = _contents().get(f"assets/stage/{request.path_params['name']}")
    return _answer(request, *found) if found else _nothing()


def journey_data(request: Request) -> Response:
    """A journey as the browser is told it. An old version gets the newest, not to be kept."""
    folder = shelf.shelf().get(request.path_params["id"])
    language, _, version = request.path_params["name"].partition(".")
    if folder is None or language not in languages():
        return _nothing()
    try:
        found = shelf.wired(folder, language)
    except JourneyError:
        return _nothing()
    answer = _answer(request, found.plain, found.zipped, "application/json")
    if version != f"{found.version}.json":
        answer.headers["Cache-Control"] = "no-store"
    return answer


def routes() -> list[Route]:
    """The routes that stand beside the dashboard."""
    return [
        Route("/assets/stage/{name}", asset),
        Route("/assets/journeys/{id}/{name}", journey_data),
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
        "connect-src 'self' ws: wss:",
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
