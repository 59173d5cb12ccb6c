"""The name that a request gives the server, which may be anything, and the address it makes."""

from __future__ import annotations

import re

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from journey.server.cache import Cache

# A name or an address, and perhaps a port (RFC 3986, 3.2.2). An underscore is in no name that
# a registry gives, but in those of containers. A name has 253 letters at the most (RFC 1035).
_HOST = re.compile(r"(?:[a-z0-9._-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::[0-9]{1,5})?", re.IGNORECASE)

# What the address depends on: a proxy on the same machine says by which scheme it was asked.
VARYING = "Host, X-Forwarded-Proto"
# What tells an address may tell whatever name somebody asks with. It has a
# room of its own, so that nobody pushes out with it what all viewers need.
ADDRESSED = Cache(4 * 2**20)


def sound(host: str) -> bool:
    """Whether it can be the name of a server, perhaps with a port.

    >>> sound("maps.example:8501"), sound("[::1]:8501"), sound("maps.example/a"), sound("a@b")
    (True, True, False, False)
    """
    return _HOST.fullmatch(host) is not None


def base(request: Request) -> str:
    """The absolute address of the server's root by the name in the request, by http or https.

    A proxy may say ``wss`` of a page, since it says so of its web sockets.
    """
    scheme = "https" if request.url.scheme in ("https", "wss") else "http"
    return str(request.base_url.replace(scheme=scheme))


class Named:
    """ASGI middleware that refuses requests whose host can be none, or that name several.

    One without a host passes: health checks of old make such requests.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what names the server in a way that can be."""
        hosts = [v.decode("latin-1") for k, v in scope.get("headers", ()) if k == b"host"]
        if len(hosts) > 1 or not all(map(sound, hosts)):
            refusal = Response("This is no name of a server.", 400, media_type="text/plain")
            await refusal(scope, receive, send)
            return
        await self.app(scope, receive, send)
