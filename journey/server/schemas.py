"""The route of the JSON Schema, which an editor on any page may fetch."""

from __future__ import annotations

from functools import cache

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from journey.files.schema import written
from journey.server.headers import SHARED
from journey.server.responses import Representation, respond

_HEADERS = {"Cache-Control": SHARED, "Access-Control-Allow-Origin": "*"}


@cache
def _schema() -> Representation:
    return Representation.of(written(), "application/schema+json")


def schema(request: Request) -> Response:
    """The schema of a journey.yaml."""
    return respond(request, _schema(), {**_HEADERS})


def routes() -> list[Route]:
    """The route of the schema."""
    return [Route("/schema.json", schema)]
