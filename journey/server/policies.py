"""What a browser lets the pages that Streamlit brings do (Content Security Policy, level 3).

Each "unsafe" and each scheme stands there because the page is broken without it.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

from journey.basemap import credits

_INLINE = re.compile(rb"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.IGNORECASE | re.DOTALL)

# The component makes the map's script an element of its page, and evaluates what comes with it.
# The stage asks for its words in another language.
# Leaflet puts an empty picture, as data, in the place of tiles that it gives up.
COMPONENT = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        f"img-src 'self' data: {' '.join(credits.hosts())}",
        "font-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    )
)


def policy(page: bytes = b"") -> str:
    """What the dashboard's page may do, and with the scripts that stand in it, as they are.

    The buttons of ours below the map are a script that Streamlit gives the
    browser as a blob; the messages it gets are read by WebAssembly; styles are
    written into the page, and icons and a font are in the scripts as data.
    """
    scripts = " ".join(f"'{_hash(script)}'" for script in _INLINE.findall(page))
    rules = (
        "default-src 'none'",
        f"script-src 'self' 'wasm-unsafe-eval' blob: {scripts}".rstrip(),
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "frame-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(rules)


def _hash(script: bytes) -> str:
    return f"sha256-{b64encode(sha256(script).digest()).decode()}"
