"""The style sheet of all that is printed."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from journey.stage.bundle import diagram_style
from journey.words.html import IN


@cache
def style(name: str) -> str:
    """The style sheet, for A4 and for Letter alike; ``name`` stands at the foot of each page."""
    shared = Path(__file__).with_name("paper.css").read_text("utf-8")
    return shared + diagram_style() + IN + f"@page{{@bottom-left{{content:{_quoted(name)}}}}}"


def _quoted(text: str) -> str:
    """The text as a string of CSS that no markup can end.

    >>> _quoted("Pupil's <sheet>")
    '"Pupil\\'s \\\\3c sheet>"'
    """
    return json.dumps(text, ensure_ascii=False).replace("<", "\\3c ")
