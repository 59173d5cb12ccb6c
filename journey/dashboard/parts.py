"""The large parts of the page, each at an address of its own.

A browser fetches a part once and keeps it, while a run sends no more than where it is.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import NamedTuple
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from journey.dashboard import content
from journey.server import assets
from journey.server.journeys import Edition
from journey.server.responses import Representation, nothing

LEGS, REST = "legs", "rest"


class Maker(NamedTuple):
    """What makes a part, and what does so for a coroutine."""

    make: Callable[[Edition, str], Representation]
    fetch: Callable[[Edition, str], Awaitable[Representation]]


MAKERS: Mapping[str, Maker] = {
    LEGS: Maker(content.told, content.told.fetch),
    REST: Maker(content.rest, content.fetch_rest),
}


class Part(NamedTuple):
    """Where a part of the page is, as seen from there, and a short hash of it."""

    address: str
    version: str


def part(name: str, edition: Edition, language: str) -> Part:
    """The part of that name, of a journey and in a language."""
    version = MAKERS[name].make(edition, language).version
    return Part(f"assets/parts/{name}/{quote(edition.name)}/{language}.{version}.html", version)


async def _part(request: Request) -> Response:
    """One part as HTML, whose texts are escaped."""
    maker = MAKERS.get(request.path_params["part"])
    if maker is None:
        return nothing()

    async def made(edition: Edition, language: str, _: str) -> tuple[Representation, str]:
        found = await maker.fetch(edition, language)
        return found, found.version

    return await assets.versioned(request, made)


def routes() -> list[Route]:
    """The route of the parts."""
    return [Route("/assets/parts/{part}/{id}/{name}", _part)]
