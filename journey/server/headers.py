"""The headers of every answer, whoever gives it, and how long caches may keep one."""

from __future__ import annotations

import re

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from journey.server.policies import policy

# How long an answer may be kept: by any cache, fresh for a minute, and for a day an old one may be
# shown while a new one is fetched (RFC 5861); by the browser that asked alone; or by nobody.
SHARED = "public, max-age=60, stale-while-revalidate=86400"
PRIVATE = "private, max-age=60"
UNKEPT = "no-store"

# Story pages and their files are made for other people's pages; nothing else is. Whatever
# lies deeper is Streamlit's page, as at any address that has none of its own.
_EMBEDDABLE = re.compile("/story/[^/]+(?:/(?:sheet|evidence|key|handout))?")
FRAMED = "frame-ancestors 'self'"

# What a browser could offer and no page of ours asks for. Fullscreen and the clipboard stay.
PERMISSIONS = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media",
        "geolocation", "gyroscope", "hid", "magnetometer", "microphone", "midi", "payment",
        "publickey-credentials-get", "screen-wake-lock", "serial", "usb", "xr-spatial-tracking",
    )
)  # fmt: skip


def protect(headers: MutableHeaders, path: str) -> None:
    """Add to the headers of an answer what keeps foreign pages away from what is at ``path``.

    What an answer says of itself stays. Foreign pages may frame story pages
    and their files, and read these and what is open to all by its CORS header;
    any other page that they open has no way back to them.
    """
    headers.setdefault("Content-Security-Policy", policy())
    headers.setdefault("X-Content-Type-Options", "nosniff")
    headers.setdefault("Referrer-Policy", "strict-origin-when-cross-origin")
    headers.setdefault("Permissions-Policy", PERMISSIONS)
    embeddable = _EMBEDDABLE.fullmatch(path) is not None
    shared = embeddable or headers.get("Access-Control-Allow-Origin") == "*"
    headers.setdefault("Cross-Origin-Resource-Policy", "cross-origin" if shared else "same-origin")
    if not embeddable:
        headers["Content-Security-Policy"] += f"; {FRAMED}"
        headers.setdefault("X-Frame-Options", "SAMEORIGIN")
        headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")


class Guard:
    """ASGI middleware that lets no foreign script, frame or connection in."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and add the headers to its answer."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] in ("http.response.start", "websocket.http.response.start"):
                protect(MutableHeaders(scope=message), scope["path"])
            await send(message)

        await self.app(scope, receive, guarded)
