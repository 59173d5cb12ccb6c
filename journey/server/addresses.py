"""Where the server has what it offers: seen from its root, and seen from elsewhere."""

from __future__ import annotations

import os
import re
from urllib.parse import SplitResult, parse_qs, quote, urlsplit

from starlette.requests import Request

from journey.errors import PublicAddressError
from journey.server import hosts
from journey.server.headers import PRIVATE, SHARED

PUBLIC = "PUBLIC_URL"  # the environment variable that says how the server is reached from elsewhere
_STORY = re.compile("story/([a-z0-9-]+)")


def address(name: str, language: str, suffix: str = "") -> str:
    """Where the server has the journey, seen from its root.

    >>> address("silk", "en"), address("silk", "en", ".qr.svg")
    ('story/silk?lang=en', 'story/silk.qr.svg?lang=en')
    """
    return f"story/{quote(name)}{suffix}?lang={quote(language)}"


def beside(name: str, language: str) -> str:
    """Where the server has the journey, seen from the page of another.

    >>> beside("silk", "en")
    'silk?lang=en'
    """
    return f"{quote(name)}?lang={quote(language)}"


def public() -> str:
    """The address that PUBLIC_URL gives the server's root, ending in a slash, or "".

    Raises :class:`PublicAddressError` where it is none for a browser.
    """
    given = os.environ.get(PUBLIC, "")
    if not given:
        return ""
    try:
        parts = urlsplit(given)
        usable = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:  # It has brackets that do not close, or a port that is no number.
        usable = False
    if not usable or re.search(r"[\s<>\"'@?#\\]", given):
        raise PublicAddressError(PUBLIC, given)
    return given.rstrip("/") + "/"


def public_origin() -> str:
    """The origin of pages below the address that PUBLIC_URL gives, or ""."""
    parts = urlsplit(public())
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def root(request: Request) -> tuple[str, dict[str, str]]:
    """The absolute address of the server's root, and how long an answer that tells it is kept.

    Without PUBLIC_URL it is what the request names as its host, which may be
    anything: then no cache may give the answer to others.
    """
    given = public()
    if given:
        return given, {"Cache-Control": SHARED}
    return hosts.base(request), {"Cache-Control": PRIVATE, "Vary": hosts.VARYING}


def story_at(url: str, request: Request) -> tuple[str, str] | None:
    """Name and language, or "", of the story page at an address, or None where it is not ours.

    The address may be absolute, or only a path from the server's root.
    Raises ValueError where it is no address at all.
    """
    asked = urlsplit(url)
    for base in filter(None, ("/", hosts.base(request), public())):
        found = _STORY.fullmatch(_below(asked, urlsplit(base)))
        if found:
            return found[1], parse_qs(asked.query).get("lang", [""])[0]
    return None


def _below(asked: SplitResult, base: SplitResult) -> str:
    """The path of an address from that base, or "" where it is not below it."""
    if (asked.scheme, asked.netloc) != (base.scheme, base.netloc):
        return ""
    return asked.path.removeprefix(base.path) if asked.path.startswith(base.path) else ""
