"""What a client would rather have (RFC 9110, 12)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from journey.server import shelf
from journey.words.catalogue import SOURCE
from journey.words.offered import codes

MOST = 4_096  # characters of an Accept-Language that are read


def language(request: Request, own: Sequence[str] = ()) -> tuple[str, str]:
    """The language to answer in, and the header that it varies with.

    It is that of the link, else the one that the browser prefers, of those of the
    interface and of a journey's ``own``; else the journey's first, or English.
    """
    wanted = request.query_params.get("lang", "")
    if wanted in codes(own):
        return wanted, ""
    return preferred(_accepted(request), own), "Accept-Language"


def preferred(accepted: str, own: Sequence[str] = ()) -> str:
    """The language of the interface, or of ``own``, that an Accept-Language prefers.

    One that names a region takes the language without it (RFC 4647, 3.4).

    >>> preferred("sv;q=0.5, de-AT, en;q=0.8", ["de"]), preferred("sv", ["de"]), preferred("sv")
    ('de', 'de', 'en')
    """
    there = {code.casefold(): code for code in codes(own)}
    for named in _by_weight(accepted):
        parts = named.split("-")
        for count in range(len(parts), 0, -1):
            if found := there.get("-".join(parts[:count])):
                return found
    return next(iter(own), SOURCE)


async def of_journey(request: Request, name: str) -> tuple[str, str]:
    """The same for the journey of that name, which is read only where its languages matter."""
    code, varying = language(request)
    first = _by_weight(_accepted(request))[:1]
    if not varying or [code] == [named.partition("-")[0] for named in first]:
        return code, varying
    spine = await run_in_threadpool(shelf.told, name)
    return language(request, spine.languages if spine else ())


def _accepted(request: Request) -> str:
    """What the browser says of languages."""
    return ",".join(request.headers.getlist("accept-language"))


def _by_weight(accepted: str) -> list[str]:
    """What is accepted at all, the most wanted first; of the same weight in their order."""
    weights = _weights(accepted[:MOST])
    return sorted((name for name, weight in weights.items() if weight), key=lambda n: -weights[n])


def takes_gzip(request: Request) -> bool:
    """Whether the client would as soon have gzip as no coding (RFC 9110, 12.5.3).

    One that will have neither gets it plain, as if nothing had been said.
    """
    weights = _weights(",".join(request.headers.getlist("accept-encoding")))
    others = weights.get("*", 0.0)
    gzip = weights.get("gzip", others)
    return gzip > 0 and gzip >= weights.get("identity", others)


def _weights(listed: str) -> dict[str, float]:
    """The weight, 0 to 1, of each name in a list; what is malformed is left out."""
    found = {}
    for part in listed.lower().split(","):
        name, _, weight = (piece.strip() for piece in part.partition(";"))
        number = re.fullmatch(r"q=(0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)", weight or "q=1")
        if name and number:
            # An old name of the same (RFC 9110, 8.4.1.3).
            found["gzip" if name == "x-gzip" else name] = float(number[1])
    return found
