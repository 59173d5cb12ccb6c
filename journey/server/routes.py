"""All routes that stand beside the dashboard."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.routing import Match, Route, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from journey.server import assets, embedding, pictures, schemas, stories


def routes() -> list[Route]:
    """The routes, those with the longer patterns first."""
    return [
        *assets.routes(),
        *embedding.routes(),
        *pictures.routes(),
        *schemas.routes(),
        *stories.routes(),
    ]


class Beside:
    """ASGI middleware that answers by the routes and ``more``, and passes on all else.

    So nothing of Streamlit touches their answers: no coding, no cookie.
    """

    def __init__(self, app: ASGIApp, more: Iterable[Route] = ()) -> None:
        self.app = app
        self._routes = [*more, *routes()]
        self._router = ExceptionMiddleware(Router(self._routes, redirect_slashes=False))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or pass on."""
        ours = scope["type"] == "http" and any(
            route.matches(scope)[0] is not Match.NONE for route in self._routes
        )
        await (self._router if ours else self.app)(scope, receive, send)
