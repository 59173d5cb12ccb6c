"""The name that a request gives the server, which may be anything, and the address it makes."""

from __future__ import annotations

import re

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

# A name or an address, and perhaps a port (RFC 3986, 3.2.2). An underscore is in no name that
# a registry gives, but in those of containers. A name has 253 letters at the most (RFC 1035).
_HOST = re.compile(r"(?:[a-z0-9._-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::[0-9]{1,5})?", re.IGNORECASE)

# What the address depends on: a proxy on the same machine says by which scheme it was asked.
VARYING = "Host, X-Forwarded-Proto"


def well_formed(host: str) -> bool:
    """Whether it can be the name of a server, perhaps with a port.

    >>> well_formed("[::1]:8501"), well_formed("maps.example/a"), well_formed("a@b")
    (True, False, False)
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
        if len(hosts) > 1 or not all(map(well_formed, hosts)):
            refusal = PlainTextResponse("This is no name of a server.", 400)
            await refusal(scope, receive, send)
            return
        await self.app(scope, receive, send)
