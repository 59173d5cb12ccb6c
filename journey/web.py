"""The server's own routes beside the dashboard, and the headers of every answer.

All files of the stage come from here, so that no page needs anything from
another machine. An address holds a hash of what it names: it may be kept for ever.
"""

from __future__ import annotations

from functools import cache
from gzip import compress
from typing import Any

import xyzservices.providers as xyz
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from xstatic.pkg import leaflet

from journey.stage import bundle

# From the frame that shows the map, two folders below the root.
UP = "../../"
KEEP = "public, max-age=31536000, immutable"
# West, south, east and north of the region that is drawn in detail, in degrees.
REGION = (123, 37, 135, 45.5)
ATTRIBUTION = (
    "Coastline: GSHHG (Wessel & Smith 1996), LGPL-3.0-or-later. "
    'Borders and border rivers: <a href="https://www.openstreetmap.org/copyright">'
    "© OpenStreetMap contributors</a>, ODbL 1.0. Place names: GeoNames, CC BY 4.0."
)
PROVIDERS = (xyz.OpenStreetMap.Mapnik, xyz.OpenTopoMap, xyz.Esri.WorldImagery)


def _name(stem: str, content: bytes, ending: str) -> str:
    return f"assets/stage/{stem}.{bundle.version(content)}.{ending}"


@cache
def _contents() -> dict[str, tuple[bytes, bytes, str]]:
    """What is served, by address: plain, gzipped, and its type."""
    found = {
        _name("stage", bundle.script(), "js"): (bundle.script(), "text/javascript"),
        _name("stage", bundle.style(), "css"): (bundle.style(), "text/css"),
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
    layers = {
        name.removesuffix(".geojson"): UP + _name(name.removesuffix(".geojson"), content, "geojson")
        for name, content in bundle.layers().items()
    }
    return bundle.Files(
        scripts=(
            ("leaflet", f"{UP}assets/leaflet/leaflet.js"),
            ("stage", UP + _name("stage", bundle.script(), "js")),
        ),
        styles=(
            ("leaflet", f"{UP}assets/leaflet/leaflet.css"),
            ("stage", UP + _name("stage", bundle.style(), "css")),
        ),
        base={
            "urls": layers,
            "box": REGION,
            "attribution": ATTRIBUTION,
            "providers": [_provider(p) for p in PROVIDERS],
        },
    )


def _provider(provider: Any) -> dict[str, Any]:
    return {
        "name": provider.name.replace(".", " "),
        "url": provider.build_url(),
        "attribution": provider.html_attribution,
        "maxZoom": provider.get("max_zoom", 17),
    }


def asset(request: Request) -> Response:
    """One file of the stage, gzipped where the browser takes that."""
    found = _contents().get(f"assets/stage/{request.path_params['name']}")
    if found is None:
        return Response("There is no such file.", 404, media_type="text/plain")
    plain, zipped, kind = found
    headers = {"Cache-Control": KEEP, "Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(zipped, headers={**headers, "Content-Encoding": "gzip"}, media_type=kind)
    return Response(plain, headers=headers, media_type=kind)


def routes() -> list[Mount | Route]:
    """The routes that stand beside the dashboard."""
    return [
        Mount("/assets/leaflet", StaticFiles(directory=leaflet.BASE_DIR)),
        Route("/assets/stage/{name}", asset),
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
