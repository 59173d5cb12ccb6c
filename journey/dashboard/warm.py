"""Makes ready at the start what every viewer will ask for."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from journey import shelf, web
from journey.dashboard import prepared
from journey.dashboard.prepared import Look
from journey.errors import JourneyError
from journey.palette import THEMES
from journey.wording import languages


def prepare() -> None:
    """Read, draw and pack every journey that has no faults.

    What exists then lives as long as the server. Python is told so: Streamlit
    looks for garbage after each run, and need not look there.
    """
    for folder in shelf.shelf().values():
        for language in languages():
            try:
                web.journey_script(folder, language)
            except JourneyError:
                continue  # Its faults are told to the viewer who opens it.
            for theme in THEMES:
                look = Look(language, theme)
                for html in (prepared.page_html, prepared.legs_html, prepared.diagrams_html):
                    html(folder, look)
    gc.collect()
    gc.freeze()


@asynccontextmanager
async def lifespan(_app: Any) -> AsyncIterator[None]:
    """Prepare before the first viewer comes."""
    prepare()
    yield
