"""A lesson that is presented in a real Chromium, for the tests of its parts."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from tests.conftest import Viewer
from tests.pages.presenting import Opener, from_disk, from_server, in_room, present
from tests.pages.test_story_browser import Watched
from tests.serving import Server


@pytest.fixture
def room(viewer: Viewer) -> BrowserContext:
    """A screen as in a classroom."""
    return in_room(viewer)


@pytest.fixture(params=[from_disk, from_server])
def either(
    request: pytest.FixtureRequest, room: BrowserContext, file: Path, server: Server
) -> Watched:
    """The shipped journey from a disk, and from a server."""
    opener: Opener = request.param
    return opener(room, file, server)


@pytest.fixture
def lesson(room: BrowserContext, file: Path) -> Watched:
    """The shipped journey from a disk, without a network, being presented."""
    found = Watched(room, file.as_uri())
    present(found.page)
    return found
