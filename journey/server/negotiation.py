"""What a client would rather have (RFC 9110, 12)."""

from __future__ import annotations

import re

from starlette.requests import Request

from journey.words.wording import languages


def language(request: Request) -> tuple[str, str]:
    """The language of the link, else the browser's, else English; and the header it varies with."""
    wanted = request.query_params.get("lang")
    if wanted in languages():
        return str(wanted), ""
    first = re.split("[-,;]", request.headers.get("accept-language", ""))[0].strip().lower()
    return first if first in languages() else "en", "Accept-Language"


def takes_gzip(request: Request) -> bool:
    """Whether the client would as soon have gzip as no coding (RFC 9110, 12.5.3).

    One that will have neither gets it plain, as if nothing had been said.
    """
    weights = _weights(",".join(request.headers.getlist("accept-encoding")))
    others = weights.get("*", 0.0)
    gzip = weights.get("gzip", others)
    return gzip > 0 and gzip >= weights.get("identity", others)


def _weights(listed: str) -> dict[str, float]:
    """The weight, 0 to 1, of each coding in an Accept-Encoding; what is malformed is left out."""
    found = {}
    for part in listed.lower().split(","):
        name, _, weight = (piece.strip() for piece in part.partition(";"))
        number = re.fullmatch(r"q=(0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)", weight or "q=1")
        if name and number:
            # An old name of the same (RFC 9110, 8.4.1.3).
            found["gzip" if name == "x-gzip" else name] = float(number[1])
    return found
