"""The gate: all that a request passes before Streamlit sees it, from the outermost inwards."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from starlette.middleware import Middleware
from starlette.routing import Route

from journey.server.allowlist import Allowlist
from journey.server.frontend import Frontend
from journey.server.headers import Guard
from journey.server.hosts import Named
from journey.server.messages import Heard
from journey.server.origins import Handshakes
from journey.server.routes import Beside


def middleware(
    allowed: Callable[[], Iterable[str]] = tuple,
    wanted: Callable[[bytes], bool] = bool,
    more: Iterable[Route] = (),
    style: Callable[[], str] = str,
) -> list[Middleware]:
    """What every request passes through.

    ``allowed`` tells the origins of pages that may connect, and ``wanted`` of a
    message by their web socket whether the dashboard needs to hear it. ``style`` is the
    dashboard's, as HTML.
    Our own routes, and ``more`` of the dashboard's, answer before anything of Streamlit does.
    """
    return [
        Middleware(Guard),
        Middleware(Named),
        Middleware(Handshakes, allowed=allowed),
        Middleware(Beside, more=more),
        Middleware(Allowlist),
        Middleware(Heard, wanted=wanted),
        Middleware(Frontend, style=style),
    ]
