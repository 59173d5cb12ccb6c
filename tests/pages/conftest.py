"""A lesson that is presented in a real Chromium, for the tests of its parts."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from tests.conftest import Viewer
from tests.pages.presenting import in_room, present
from tests.pages.test_story_browser import Watched


@pytest.fixture
def room(viewer: Viewer) -> BrowserContext:
    """A screen as in a classroom."""
    return in_room(viewer)


@pytest.fixture
def lesson(room: BrowserContext, file: Path) -> Watched:
    """The shipped journey from a disk, without a network, being presented."""
    found = Watched(room, file.as_uri())
    present(found.page)
    return found
