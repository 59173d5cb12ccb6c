"""Answers from memory: plain or gzipped, and not again to who has the same already."""

from __future__ import annotations

from gzip import compress
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from journey.server.negotiation import takes_gzip
from journey.stage.bundle import version


class Representation(NamedTuple):
    """Something to send (RFC 9110, 8): plain, gzipped, its media type, and its short hash."""

    plain: bytes
    gzipped: bytes
    media_type: str
    version: str

    @classmethod
    def of(cls, content: bytes, media_type: str) -> Representation:
        """The content, ready to be sent as of that media type."""
        return cls(content, compress(content, 9, mtime=0), media_type, version(content))


def respond(request: Request, found: Representation, headers: dict[str, str]) -> Response:
    """The answer that the client asks for, 304 where it has that already (RFC 9110, 13.1.2).

    A gzipped answer is another one than the plain one, so it has another tag.
    """
    gzipped = takes_gzip(request)
    tag = f'"{found.version}-gz"' if gzipped else f'"{found.version}"'
    headers = {**headers, "Vary": vary("Accept-Encoding", headers.get("Vary", "")), "ETag": tag}
    if _has(",".join(request.headers.getlist("if-none-match")), tag):
        return Response(status_code=304, headers=headers)
    if gzipped:
        headers["Content-Encoding"] = "gzip"
    body = found.gzipped if gzipped else found.plain
    return Response(body, headers=headers, media_type=found.media_type)


def vary(*names: str) -> str:
    """The headers of a request that its answer depends on, as one value of Vary.

    >>> vary("Accept-Encoding", "", "Accept-Language")
    'Accept-Encoding, Accept-Language'
    """
    return ", ".join(filter(None, names))


def nothing() -> Response:
    """The answer where there is nothing at an address that no person reads."""
    return PlainTextResponse("There is nothing here.", 404)


def _has(listed: str, tag: str) -> bool:
    """Whether the tag is among those of an If-None-Match."""
    tags = {part.strip().removeprefix("W/") for part in listed.split(",")}
    return tag in tags or "*" in tags
