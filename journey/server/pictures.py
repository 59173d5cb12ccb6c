"""The route of a journey as a small picture, for lists of journeys."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from journey.errors import JourneyError
from journey.server import journeys, shelf
from journey.server.headers import SHARED
from journey.server.journeys import Edition
from journey.server.responses import Representation, nothing, respond
from journey.stage.sketch import picture

SUFFIX = ".map.svg"
# It runs nothing and asks for nothing.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


@journeys.Kept
def drawn(edition: Edition) -> Representation:
    """The picture; raises what the journey's track raises."""
    return Representation.of(picture(edition.track).encode(), "image/svg+xml")


async def pictured(request: Request) -> Response:
    """The picture of the journey of that name."""
    try:
        edition = await shelf.named(request.path_params["name"])
        if edition is None:
            return nothing()
        found = await drawn.fetch(edition)
    except JourneyError:
        return nothing()
    headers = {"Cache-Control": SHARED, "Content-Security-Policy": _POLICY}
    return respond(request, found, headers)


def routes() -> list[Route]:
    """The route of the pictures."""
    return [Route(f"/story/{{name}}{SUFFIX}", pictured)]
