"""What the page shows of a journey, made once for all viewers while its files stay as they are."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from journey import cards, charts, shelf
from journey.load import stamp
from journey.palette import Theme
from journey.wording import Wording

Spec = dict[str, Any]


class Look(NamedTuple):
    """On what a part of the page depends besides the journey."""

    language: str
    theme: Theme = "light"
    chosen: str | None = None


def page_html(folder: Path, look: Look) -> tuple[str, str]:
    """What stands above the stage, and what stands below the diagrams, as HTML."""
    return _page_html(folder, stamp(folder), look.language)


@lru_cache(maxsize=32)
def _page_html(folder: Path, changed: tuple[float, ...], language: str) -> tuple[str, str]:
    track, wording = shelf.track(folder), Wording(language)
    return cards.head(track.journey, wording), cards.below(track, wording)


def legs_html(folder: Path, look: Look) -> str:
    """The cards of the legs, the chosen one marked."""
    return _legs_html(folder, stamp(folder), look.language, look.chosen)


@lru_cache(maxsize=256)
def _legs_html(folder: Path, changed: tuple[float, ...], language: str, chosen: str | None) -> str:
    return cards.leg_cards(shelf.track(folder), Wording(language), chosen)


def figures_html(folder: Path, look: Look) -> str:
    """Average speeds, and shares of time and distance, as HTML."""
    return _figures_html(folder, stamp(folder), look.language)


@lru_cache(maxsize=32)
def _figures_html(folder: Path, changed: tuple[float, ...], language: str) -> str:
    track, wording = shelf.track(folder), Wording(language)
    pieces = cards.speeds(track, wording) + cards.shares(track, wording)
    return f'<div class="hh figures">{pieces}</div>'


def diagrams(folder: Path, look: Look) -> dict[str, Spec]:
    """The Vega-Lite specifications of the diagrams: space_time and close_up."""
    return _diagrams(folder, stamp(folder), look)


@lru_cache(maxsize=256)
def _diagrams(folder: Path, changed: tuple[float, ...], look: Look) -> dict[str, Spec]:
    track, wording = shelf.track(folder), Wording(look.language)
    found = {"space_time": charts.space_time(track, wording, look.theme, look.chosen).to_dict()}
    near = look.chosen or (track.journey.close_up.leg if track.journey.close_up else None)
    if near:
        found["close_up"] = charts.close_up(track, near, wording, look.theme).to_dict()
    return found
