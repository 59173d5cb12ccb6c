"""Small journeys for tests: places on the equator, and legs between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from journey import Journey, Track, load
from journey.exports.formats import FORMATS
from journey.words.wording import Wording
from tests.browsing import PATIENCE
from tests.chromium import ARGUMENTS, installed
from tests.serving import Server, serve

Data = dict[str, Any]

ROOT = Path(__file__).parents[1]
HANDCAR = ROOT / "data" / "journeys" / "handcar-2021"

# Opens a context with those options, as Playwright names them.
Viewer = Callable[..., BrowserContext]


def known(**more: Any) -> Data:
    """An assumed claim that says ``more``."""
    return {"basis": "assumed", "reason": {"en": "Made up."}, **more}


def place(key: str, lat: float, lon: float, **more: Any) -> Data:
    """A place at ``lat`` and ``lon``, in degrees."""
    return known(id=key, name={"en": key.title()}, lat=lat, lon=lon, **more)


def leg(start: str, end: str, **more: Any) -> Data:
    """A leg by bus of which nothing is known but its ends."""
    return {
        "id": f"{start}-{end}",
        "mode": "bus",
        "name": {"en": f"{start} to {end}"},
        "from": known(place=start),
        "to": known(place=end),
        **more,
    }


def amount(number: float, unit: str) -> list[Data]:
    """A duration or distance of ``number`` in ``unit``."""
    return [known(value=number, unit=unit)]


def at(text: str) -> datetime:
    """The instant that ``text`` tells, in ISO 8601."""
    return datetime.fromisoformat(text)


def told(**changes: Any) -> Data:
    """The data of a journey from A over B to C, a degree of the equator each."""
    return {
        "id": "test",
        "languages": ["en"],
        "title": {"en": "A test"},
        "summary": {"en": "Three places and two legs."},
        "places": [place("a", 0, 0), place("b", 0, 1), place("c", 0, 2)],
        "legs": [leg("a", "b"), leg("b", "c")],
        **changes,
    }


def asked(**changes: Any) -> Data:
    """A question for discussion."""
    return {
        "id": "why",
        "kind": "discuss",
        "text": {"en": "Why?"},
        "answer": {"en": "For a reason."},
        **changes,
    }


def guessed(of: str, unit: str, **changes: Any) -> Data:
    """A guess of ``of``, in ``unit``, between 0 and 100."""
    slider = {"low": 0, "high": 100, "step": 1}
    return asked(id=f"guess-{of}", kind="guess", of=of, unit=unit, **{**slider, **changes})


def taught(**changes: Any) -> Data:
    """The data of a teaching with one of each part."""
    phase = {"minutes": 5, "title": {"en": "Look"}, "text": {"en": "Look at the map."}}
    return {
        "content_note": {"en": "Mind this."},
        "lessons": [{"minutes": 15, "title": {"en": "Short"}, "phases": [phase, phase]}],
        "goals": [{"subject": {"en": "Geography"}, "text": {"en": "Know the way."}}],
        "questions": [asked(), guessed("distance", "km", leg="a-b")],
        "steps": [
            {"kind": "title", "minutes": 1, "text": {"en": "A test"}},
            {"kind": "approach", "minutes": 1, "text": {"en": "Off."}, "leg": "a-b", "at": 0},
            {"kind": "question", "minutes": 2, "text": {"en": "Ask."}, "question": "why"},
        ],
        "vocabulary": [
            {"place": "a", "text": {"en": "The start."}},
            {"term": {"en": "bridge", "ko": "다리"}, "text": {"en": "Over water."}},
        ],
        "compare": [{"name": {"en": "On foot"}, "speed": known(value=5, unit="km/h")}],
        "links": [{"url": "https://example.org/read", "title": {"en": "Read on"}}],
        **changes,
    }


# A correction of the journey's files.
MENDED: Data = {"date": "2026-11-23", "text": {"en": "A name mended."}}


def journey(**changes: Any) -> Journey:
    """The journey that :func:`told` tells."""
    return Journey.model_validate(told(**changes))


def track(**changes: Any) -> Track:
    """The track of the journey that :func:`told` tells."""
    return Track.of(journey(**changes))


@pytest.fixture(scope="session")
def handcar() -> Track:
    """The track of the journey that the project ships."""
    return Track.of(load(HANDCAR))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium for the tests of one module; while it is open, ``asyncio.run`` can't."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=installed(), args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A dashboard of the shipped journeys, for all tests of this process."""
    with serve() as running:
        yield running


@pytest.fixture
def viewer(browser: Browser) -> Iterator[Viewer]:
    """Opens contexts, each of a new viewer at a desk, whose clock a test can put forward."""
    opened: list[BrowserContext] = []

    def arrive(**options: Any) -> BrowserContext:
        size = {"width": 1440, "height": 900}
        context = browser.new_context(**{"viewport": size, **options})
        context.clock.install()
        context.set_default_timeout(PATIENCE)
        opened.append(context)
        return context

    yield arrive
    for context in opened:
        context.close()


@pytest.fixture
def page(viewer: Viewer) -> Page:
    """A page of a new viewer, at a desk."""
    return viewer().new_page()


@pytest.fixture(scope="session")
def file(handcar: Track, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The story page of the shipped journey, on a disk."""
    path = tmp_path_factory.mktemp("story") / "handcar.html"
    path.write_bytes(FORMATS["html"].make(handcar, Wording("en")))
    return path


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of journeys of its own, with the shipped one in it."""
    journeys = tmp_path / "journeys"
    copytree(HANDCAR, journeys / "handcar-2021")
    monkeypatch.setenv("JOURNEYS", str(journeys))
    return journeys
