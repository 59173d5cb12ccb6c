"""Makes ready at the start what every viewer will ask for."""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from websockets import http11

from journey.dashboard import content
from journey.errors import JourneyError, PublicAddressError, plain
from journey.pages.story import policy
from journey.server import addresses, assets, journeys, preview, shelf
from journey.words.wording import languages

LOG = logging.getLogger(__name__)

# Seconds after which a thread that only computes lets another have its turn. An
# answer takes some turns, which are all it waits for while a page is being made.
SWITCH = 0.001
# Brings Folium, which takes longest of all that a page imports, and lets no answer come between.
MAP = "journey.stage.map"
# Objects made between two looks for garbage, and how many of these go before a deeper one.
RARELY = (100_000, 50, 100)
# Bytes of a header's line: what an address may have. From 8 kB on the library of web sockets
# would leave the page without its connection, though its HTML has come.
LINE = 65_536
# The log in which uvicorn tells every request, and what it says of web sockets, in a log where it
# says other things, too. Levels of both are Streamlit's to set.
REQUESTS, WELCOME = "uvicorn.access", '"WebSocket %s"'


def check() -> None:
    """End the server with a sentence where it can't run as it is told to; set what it takes."""
    http11.MAX_LINE_LENGTH = LINE
    for name in (REQUESTS, "uvicorn.error"):
        logging.getLogger(name).addFilter(_nameless)
    try:
        addresses.public()
    except PublicAddressError as error:
        sys.exit(str(error))


def _nameless(record: logging.LogRecord) -> bool:
    """Whether the log may have it: what uvicorn says of who comes begins with their address."""
    return record.name != REQUESTS and WELCOME not in str(record.msg)


def prepare() -> None:
    """Import what a page needs, and see to it that what the first viewer sees is made.

    That is the page of the first journey that is sound, and last the files to
    take along, for the page can be shown without. The pages of other journeys
    are made for those who open them: all together they would take more room
    than there is.
    """
    sys.setswitchinterval(SWITCH)
    import_module(MAP)
    gc.freeze()
    policy()
    content.BACKGROUND.submit(_first)


def _first() -> None:
    with _rarely_collected():
        found = shelf.first_sound()
        if found:
            _draw(found.folder)
    if found:
        _export(found.folder)
    _freeze()


@contextmanager
def _rarely_collected() -> Iterator[None]:
    """Let Python look for garbage more rarely: what is made here and by imports stays."""
    usual = gc.get_threshold()
    gc.set_threshold(*RARELY)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _freeze() -> None:
    """Tell Python that what exists lives as long as the server.

    While it looks for garbage everybody waits, and with 200 viewers that takes
    half as long where it need not look there.
    """
    gc.collect()
    gc.freeze()


def _draw(folder: Path) -> None:
    """Read, draw and pack the journey in every language."""
    with _apart(folder):
        edition = journeys.edition(folder)
        for language in languages():
            for make in (
                preview.picture, assets.journey_script, assets.journey_words, content.head_html,
                content.told,
            ):  # fmt: skip
                make(edition, language)


def _export(folder: Path) -> None:
    """Make the journey's files in every language."""
    with _apart(folder):
        edition = journeys.edition(folder)
        for language in languages():
            content.file_sizes(edition, language)


@contextmanager
def _apart(folder: Path) -> Iterator[None]:
    """Let what goes wrong with one journey keep nobody from the others."""
    try:
        yield
    except JourneyError:
        return  # Its faults are told to the viewer who opens it.
    except Exception:
        LOG.exception("%s can't be drawn", plain(str(folder)))


@asynccontextmanager
async def lifespan(_app: Any) -> AsyncIterator[None]:
    """Serve while all is made ready, and leave nothing in the making at the end."""
    with shelf.keeper().watched():
        prepare()
        yield
    content.BACKGROUND.shutdown()
