"""Makes ready at the start what every viewer will ask for."""

from __future__ import annotations

import gc
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from journey.dashboard import content
from journey.dashboard.content import Look
from journey.errors import JourneyError
from journey.model.palette import THEMES
from journey.server import journeys, web
from journey.words.wording import languages

LOG = logging.getLogger(__name__)


def prepare() -> None:
    """Read, draw and pack every journey that has no faults.

    What exists then lives as long as the server. Python is told so: Streamlit
    looks for garbage after each run, and need not look there.
    """
    for folder in journeys.folders().values():
        for language in languages():
            try:
                _draw(folder, language)
            except JourneyError:
                continue  # Its faults are told to the viewer who opens it.
            except Exception:
                LOG.exception("%s can't be drawn", folder)  # The others can; the server starts.
    gc.collect()
    gc.freeze()


def _draw(folder: Path, language: str) -> None:
    web.journey_script(folder, language)
    for html in (content.page_html, content.legs_html, content.figures_html):
        html(folder, language)
    for theme in THEMES:
        content.diagrams_html(folder, Look(language, theme))


@asynccontextmanager
async def lifespan(_app: Any) -> AsyncIterator[None]:
    """Prepare before the first viewer comes."""
    prepare()
    yield
