"""What is answered where the server itself has failed."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from journey.server.headers import UNKEPT, protect


def failed(request: Request, _error: Exception) -> Response:
    """The answer in the place of one that could not be given; what went wrong stands in the log.

    It passes none of what other answers pass through, and so brings its headers along.
    """
    response = PlainTextResponse(
        "The server has failed here. Please try again later.", 500, {"Cache-Control": UNKEPT}
    )
    protect(response.headers, request.url.path)
    return response
