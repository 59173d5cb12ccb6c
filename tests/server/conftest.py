from __future__ import annotations

import pytest

from journey.server import shelf


@pytest.fixture(autouse=True)
def _read() -> None:
    """The shipped journeys have been read."""
    shelf.whole()
