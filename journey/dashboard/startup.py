"""Makes ready at the start what every viewer will ask for."""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from journey.dashboard import content
from journey.errors import JourneyError, PublicAddressError
from journey.server import addresses, assets, journeys
from journey.server.journeys import Edition
from journey.words.wording import languages

LOG = logging.getLogger(__name__)


def check() -> None:
    """End the server with a sentence where it can't run as it is told to."""
    try:
        addresses.public()
    except PublicAddressError as error:
        sys.exit(str(error))


def prepare() -> None:
    """Read, draw and pack every journey that has no faults.

    What exists then lives as long as the server. Python is told so: Streamlit
    looks for garbage after each run, and need not look there. The files to take
    along are made later, for the page can be shown without.
    """
    drawn = [
        (edition, language)
        for folder in journeys.folders().values()
        for language in languages()
        if (edition := _drawn(folder, language))
    ]
    gc.collect()
    gc.freeze()
    for edition, language in drawn:
        content.file_sizes.later(content.BACKGROUND, edition, language)


def _drawn(folder: Path, language: str) -> Edition | None:
    """The journey's edition that is ready to be shown, or None where it can't be."""
    try:
        edition = journeys.edition(folder)
        _draw(edition, language)
    except JourneyError:
        return None  # Its faults are told to the viewer who opens it.
    except Exception:
        LOG.exception("%s can't be drawn", folder)  # The others can; the server starts.
        return None
    return edition


def _draw(edition: Edition, language: str) -> None:
    assets.journey_script(edition, language)
    for make in (
        content.page_html, content.credit_html, content.cards_html, content.figures_html,
        content.diagram_html,
    ):  # fmt: skip
        make(edition, language)


@asynccontextmanager
async def lifespan(_app: Any) -> AsyncIterator[None]:
    """Prepare before the first viewer comes, and leave nothing in the making at the end."""
    prepare()
    yield
    content.BACKGROUND.shutdown(wait=False, cancel_futures=True)
