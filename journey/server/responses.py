"""What the server sends from memory: plain or packed, and not again to who has it."""

from __future__ import annotations

import re
from gzip import compress
from hashlib import sha256
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import Response

# Finds gzip in Accept-Encoding unless its weight is nothing (RFC 9110, 12.5.3).
_GZIP = re.compile(r"gzip(?!;q=0(\.0*)?(,|$))")


class Sent(NamedTuple):
    """Something to send: plain, gzipped, its type, and a short name of the content."""

    plain: bytes
    zipped: bytes
    kind: str
    version: str


def sent(content: bytes, kind: str) -> Sent:
    """The content, ready to be sent as of that media type."""
    return Sent(content, compress(content, 9, mtime=0), kind, sha256(content).hexdigest()[:12])


def answer(request: Request, found: Sent, headers: dict[str, str]) -> Response:
    """The answer that the client asks for, 304 where it has that already (RFC 9110, 13.1.2).

    A packed answer is another one than the plain one, so it has another tag.
    """
    asked = request.headers
    packed = bool(_GZIP.search(asked.get("accept-encoding", "").replace(" ", "")))
    tag = f'"{found.version}-gz"' if packed else f'"{found.version}"'
    vary = ", ".join(filter(None, ("Accept-Encoding", headers.get("Vary"))))
    told = {**headers, "Vary": vary, "ETag": tag}
    if _has(asked.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=told)
    if packed:
        told["Content-Encoding"] = "gzip"
    return Response(found.zipped if packed else found.plain, headers=told, media_type=found.kind)


def _has(listed: str, tag: str) -> bool:
    """Whether the tag is among those of an If-None-Match."""
    tags = {part.strip().removeprefix("W/") for part in listed.split(",")}
    return tag in tags or "*" in tags
