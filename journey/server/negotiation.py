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
