"""The journeys that the server offers, each read once and kept while unchanged.

Nothing here belongs to a viewer, so every replica of the server has the same.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any, TypeVar, TypeVarTuple

from journey.basemap.browser import basemap
from journey.files.folder import find, load, stamp
from journey.shipped import shipped
from journey.stage.wire import wire
from journey.track.thin import thin
from journey.track.track import Track
from journey.words.wording import Wording

ROOT = shipped("journeys")


def root() -> Path:
    """Where the journeys lie: the project's own folder, or what JOURNEYS names."""
    return Path(os.environ.get("JOURNEYS") or ROOT)


def folders() -> dict[str, Path]:
    """The folders of all journeys by name."""
    return {folder.resolve().name: folder for folder in find(root())}


Rest = TypeVarTuple("Rest")
R = TypeVar("R")


def kept(size: int) -> Callable[[Callable[[Path, *Rest], R]], Callable[[Path, *Rest], R]]:
    """Keep what is made of a journey's folder while its files stay as they are.

    ``size`` is how many results are kept at the most, the latest used ones.
    """

    def keep(make: Callable[[Path, *Rest], R]) -> Callable[[Path, *Rest], R]:
        @lru_cache(maxsize=size)
        def made(folder: Path, changed: tuple[float, ...], rest: tuple[*Rest]) -> R:
            return make(folder, *rest)

        @wraps(make)
        def look(folder: Path, *rest: *Rest) -> R:
            return made(folder, stamp(folder), rest)

        return look

    return keep


@kept(16)
def track(folder: Path) -> Track:
    """The track of the journey in ``folder``; raises what :func:`journey.load` raises."""
    return Track.of(load(folder))


@kept(32)
def wired(folder: Path, language: str) -> bytes:
    """What the browser is told of the journey in ``folder``, as JSON in UTF-8."""
    return _json(wire(thin(track(folder)).track, Wording(language)))


@kept(32)
def basemap_of(folder: Path, language: str) -> bytes:
    """The base map around the journey in ``folder``, as JSON in UTF-8."""
    legs = thin(track(folder)).track.legs
    return _json(basemap([point for leg in legs for point in leg.line], language))


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
