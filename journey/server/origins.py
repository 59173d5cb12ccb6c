"""Whose pages may open a web socket: the server's own, and nobody is asked who that is.

Streamlit, where it does not know the origin of a page, asks an address service
on the internet for its own address and waits for the answer. So it is never
shown an origin that is not the host's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from journey.server import addresses
from journey.server.hosts import well_formed

_ORIGIN = re.compile(r"(https?)://([^/?#@\\]+)", re.IGNORECASE)
_USUAL = {"http": "80", "https": "443"}


def _parts(origin: str) -> tuple[str, str] | None:
    """Scheme, and host with its port, of an origin (RFC 6454, 6.1), or None where it is none.

    >>> _parts("https://Maps.Example"), _parts("http://[::1]:8501"), _parts("null")
    (('https', 'maps.example:443'), ('http', '[::1]:8501'), None)
    """
    found = _ORIGIN.fullmatch(origin)
    if found is None or not well_formed(found[2]):
        return None
    scheme, host = found[1].lower(), found[2].lower()
    return scheme, host if re.search(r":[0-9]+$", host) else f"{host}:{_USUAL[scheme]}"


def own(origin: str, host: str, others: Iterable[str] = ()) -> bool:
    """Whether the origin is that of the server asked as ``host``, or one of the ``others``.

    The scheme of the server's own pages is not known where a proxy takes
    https, so both stand for the host.

    >>> own("https://maps.example", "maps.example"), own("http://evil.example", "maps.example")
    (True, False)
    """
    asked = _parts(origin)
    if asked is None:
        return False
    return asked == _parts(f"{asked[0]}://{host}") or asked in map(_parts, others)


class Handshakes:
    """ASGI middleware that refuses the web sockets of foreign pages.

    ``allowed`` tells what origins the operator has allowed besides. A program
    that is no browser names no origin, and passes.
    """

    def __init__(self, app: ASGIApp, allowed: Callable[[], Iterable[str]]) -> None:
        self.app = app
        self._allowed = allowed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a handshake that may be, as one of the host's own pages."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        origins, host = headers.getlist("origin"), headers.get("host", "")
        if not self._may(origins, host):
            refusal = PlainTextResponse("A foreign page can't connect.", 403)
            await refusal(scope, receive, send)
            return
        await self.app(_as_own(scope, host) if origins else scope, receive, send)

    def _may(self, origins: list[str], host: str) -> bool:
        if not origins:
            return True
        others = [*self._allowed(), addresses.public_origin()]
        return bool(host) and len(origins) == 1 and own(origins[0], host, others)


def _as_own(scope: Scope, host: str) -> Scope:
    """The handshake as if a page of the host itself had asked."""
    rest = [(k, v) for k, v in scope["headers"] if k != b"origin"]
    return {**scope, "headers": [*rest, (b"origin", f"http://{host}".encode("latin-1"))]}
