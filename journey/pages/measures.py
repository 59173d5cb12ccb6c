"""Where the first screen of the dashboard has what: for its page, and for what comes before it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

STYLE = Path(__file__).with_name("measures.css")


@cache
def measures() -> str:
    """The style sheet that has the measures, as custom properties of the page."""
    return STYLE.read_text("utf-8")
