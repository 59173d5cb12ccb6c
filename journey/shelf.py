"""The journeys that the server offers, each read once and kept while unchanged.

Nothing here belongs to a viewer, so every replica of the server has the same.
"""

from __future__ import annotations

import json
import os
from functools import lru_cache
from pathlib import Path

from journey.load import find, load, stamp
from journey.stage.wire import wire
from journey.track import Track
from journey.wording import Wording

ROOT = Path(__file__).parents[1] / "data" / "journeys"


def root() -> Path:
    """Where the journeys lie: the project's own folder, or what JOURNEYS names."""
    return Path(os.environ.get("JOURNEYS") or ROOT)


def shelf() -> dict[str, Path]:
    """The folders of all journeys by name."""
    return {folder.resolve().name: folder for folder in find(root())}


def track(folder: Path) -> Track:
    """The track of the journey in ``folder``; raises what :func:`journey.load` raises."""
    return _track(folder, stamp(folder))


@lru_cache(maxsize=16)
def _track(folder: Path, changed: tuple[float, ...]) -> Track:
    return Track.of(load(folder))


def wired(folder: Path, language: str) -> bytes:
    """What the browser is told of the journey in ``folder``, as JSON in UTF-8."""
    return _wired(folder, stamp(folder), language)


@lru_cache(maxsize=32)
def _wired(folder: Path, changed: tuple[float, ...], language: str) -> bytes:
    data = wire(_track(folder, changed), Wording(language))
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
