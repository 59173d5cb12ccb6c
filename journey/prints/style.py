"""The style sheet of the printed page."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from journey.stage.bundle import diagram_style


@cache
def style() -> str:
    """The style sheet, for A4 and for Letter alike."""
    return Path(__file__).with_name("handout.css").read_text("utf-8") + diagram_style()
