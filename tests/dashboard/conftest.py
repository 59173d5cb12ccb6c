from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from journey.dashboard import content
from journey.server import journeys
from journey.server.cache import Cache


@pytest.fixture
def background(monkeypatch: pytest.MonkeyPatch) -> Iterator[ThreadPoolExecutor]:
    """What makes things in the background, and a cache that holds nothing yet."""
    with ThreadPoolExecutor(1) as executor:
        monkeypatch.setattr(content, "BACKGROUND", executor)
        monkeypatch.setattr(journeys, "CACHE", Cache())
        yield executor
