"""The journeys that the dashboard offers, read once and kept while unchanged."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import streamlit as st

from journey import Track, load
from journey.load import find, stamp
from journey.stage.wire import wire
from journey.wording import Wording

ROOT = Path(__file__).parents[2] / "data" / "journeys"


def root() -> Path:
    """Where the journeys lie: the project's own folder, or what JOURNEYS names."""
    return Path(os.environ.get("JOURNEYS") or ROOT)


def shelf() -> dict[str, Path]:
    """The folders of all journeys by name."""
    return {folder.resolve().name: folder for folder in find(root())}


def track(folder: Path) -> Track:
    """The track of the journey in ``folder``; raises what :func:`journey.load` raises."""
    return _track(str(folder), stamp(folder))


@st.cache_resource(max_entries=16, show_spinner=False)
def _track(folder: str, changed: tuple[float, ...]) -> Track:
    return Track.of(load(folder))


def wired(folder: Path, language: str) -> dict[str, Any]:
    """What the browser is told of the journey in ``folder``. Not to be changed."""
    return _wired(str(folder), stamp(folder), language)


@st.cache_resource(max_entries=32, show_spinner=False)
def _wired(folder: str, changed: tuple[float, ...], language: str) -> dict[str, Any]:
    return wire(_track(folder, changed), Wording(language))
