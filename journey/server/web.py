"""The server's own routes beside the dashboard, and the headers of every answer.

All files of the stage come from here, so that no page needs anything from
another machine. An address holds a hash of what it names: it may be kept for ever.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from urllib.parse import quote

from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from journey.basemap import credits
from journey.errors import JourneyError
from journey.server import journeys, stories
from journey.server.responses import Sent, answer, sent
from journey.stage import bundle
from journey.words.wording import languages

# From the frame that shows the map, two folders below the root.
UP = "../../"
KEEP = "public, max-age=31536000, immutable"
KEPT, NOT_KEPT = {"Cache-Control": KEEP}, {"Cache-Control": "no-store"}


def _name(stem: str, content: bytes, ending: str) -> str:
    return f"assets/stage/{stem}.{bundle.version(content)}.{ending}"


@cache
def script() -> bytes:
    """Leaflet and the stage, UTF-8: what the frame runs for any journey."""
    return b"\n".join((bundle.library(), bundle.script()))


@cache
def style() -> bytes:
    """Leaflet's style sheet and the stage's, UTF-8."""
    return bundle.library_style() + bundle.style()


@cache
def _contents() -> dict[str, Sent]:
    """What is the same for all journeys, by address."""
    return {_name("stage", style(), "css"): sent(style(), "text/css")}


def journey_script(folder: Path, language: str) -> Sent:
    """All that the map's frame runs for the journey in ``folder``, with base map and data."""
    return _journey_script(journeys.basemap_of(folder, language), journeys.wired(folder, language))


@lru_cache(maxsize=32)
def _journey_script(base: bytes, data: bytes) -> Sent:
    told = b"L.journey.base = %s;\nL.journey.data = %s;" % (base, data)
    return sent(b"%s\n%s" % (script(), told), "text/javascript")


def files(folder: Path, language: str) -> bundle.Files:
    """Addresses of the stage's script and style sheet, as seen from the map's frame."""
    version = journey_script(folder, language).version
    name = quote(folder.resolve().name)
    return bundle.Files(
        script=f"{UP}assets/journeys/{name}/{language}.{version}.js",
        style=UP + _name("stage", style(), "css"),
    )


def _nothing() -> Response:
    return Response("There is nothing here.", 404, media_type="text/plain")


def asset(request: Request) -> Response:
    """One file of the stage, gzipped where the browser takes that."""
    found = _contents().get(f"assets/stage/{request.path_params['name']}")
    return answer(request, found, KEPT) if found else _nothing()


def journey_asset(request: Request) -> Response:
    """The script of a journey. An old version gets the newest, not to be kept."""
    folder = journeys.folders().get(request.path_params["id"])
    language, _, version = request.path_params["name"].partition(".")
    if folder is None or language not in languages():
        return _nothing()
    try:
        found = journey_script(folder, language)
    except JourneyError:
        return _nothing()
    return answer(request, found, KEPT if version == f"{found.version}.js" else NOT_KEPT)


def routes() -> list[Route]:
    """The routes that stand beside the dashboard."""
    return [
        Route("/assets/stage/{name}", asset),
        Route("/assets/journeys/{id}/{name}", journey_asset),
        *stories.routes(),
    ]


# The dashboard's scripts compile templates and its frame runs the map's own script, hence "unsafe".
POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
        "style-src 'self' 'unsafe-inline'",
        f"img-src 'self' data: blob: {' '.join(credits.hosts())}",
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
