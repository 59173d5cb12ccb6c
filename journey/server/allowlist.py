"""What of Streamlit's own addresses is open: those that the dashboard asks for, and no other."""

from __future__ import annotations

import os

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

STREAM = "/_stcore/stream"  # the one web socket

# Whoever can be uploaded to keeps what is sent, so uploads are closed: no page has an uploader.
# One that gets it needs "/_stcore/upload_file/" here, and server.maxUploadSize in config.toml.
OPEN = (
    "/_stcore/health",
    "/_stcore/host-config",
    "/component/streamlit_folium.st_folium/",
    "/static/",
)
# How many viewers there are and came, and for how long. It is open where the environment has
# METRICS, to whoever reaches the server: proxies refuse it.
METRICS = "/_stcore/metrics"
# The names below which Streamlit has addresses. Whatever else is asked for is its page.
TAKEN = ("_stcore", "app", "auth", "component", "media", "oauth2callback", "static")


def is_open(path: str, measured: bool = False) -> bool:
    """Whether Streamlit may be asked for the path, where the server is ``measured`` or is not.

    >>> is_open("/"), is_open("/_stcore/health"), is_open("/_stcore/upload_file/a/b")
    (True, True, False)
    """
    if path == METRICS:
        return measured
    if path in OPEN or path.startswith(tuple(start for start in OPEN if start.endswith("/"))):
        return True
    return path.strip("/").partition("/")[0] not in TAKEN


class Allowlist:
    """ASGI middleware that refuses what the dashboard does not need, without reading it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._measured = bool(os.environ.get("METRICS"))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is open to viewers."""
        refusal = self._refusal(scope)
        await (refusal or self.app)(scope, receive, send)

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        kind = scope["type"]
        shut = (kind == "websocket" and scope["path"] != STREAM) or (
            kind == "http" and not is_open(scope["path"], self._measured)
        )
        if shut:
            return PlainTextResponse("The dashboard needs nothing here.", 403)
        if kind == "http" and scope["method"] not in ("GET", "HEAD"):
            return PlainTextResponse("This can only be read.", 405, {"Allow": "GET, HEAD"})
        return None
