"""What the page shows of a journey, made once for all viewers while its files stay as they are."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from pathlib import Path
from typing import NamedTuple

from journey import cards, figures, shelf
from journey.diagrams import diagrams
from journey.load import stamp
from journey.palette import Theme
from journey.wording import Wording


class Look(NamedTuple):
    """On what the diagrams depend besides the journey."""

    language: str
    theme: Theme = "light"
    chosen: str | None = None


def page_html(folder: Path, language: str) -> tuple[str, str]:
    """What stands above the stage, and what stands below the diagrams, as HTML."""
    return _page_html(folder, stamp(folder), language)


@lru_cache(maxsize=32)
def _page_html(folder: Path, changed: tuple[float, ...], language: str) -> tuple[str, str]:
    track, wording = shelf.track(folder), Wording(language)
    return cards.head(track.journey, wording), cards.below(track, wording)


def legs_html(folder: Path, language: str) -> str:
    """The cards of the legs."""
    return _legs_html(folder, stamp(folder), language)


@lru_cache(maxsize=32)
def _legs_html(folder: Path, changed: tuple[float, ...], language: str) -> str:
    return cards.leg_cards(shelf.track(folder), Wording(language))


def figures_html(folder: Path, language: str) -> str:
    """Average speeds, and shares of time and distance, as HTML."""
    return _figures_html(folder, stamp(folder), language)


@lru_cache(maxsize=32)
def _figures_html(folder: Path, changed: tuple[float, ...], language: str) -> str:
    track, wording = shelf.track(folder), Wording(language)
    pieces = figures.speeds(track, wording) + figures.shares(track, wording)
    title = escape(wording.say("page.figures"))
    return f'<div class="hh"><h2>{title}</h2><div class="figures">{pieces}</div></div>'


def diagrams_html(folder: Path, look: Look) -> str:
    """The diagrams, with the chosen leg marked."""
    return _diagrams_html(folder, stamp(folder), look)


@lru_cache(maxsize=256)
def _diagrams_html(folder: Path, changed: tuple[float, ...], look: Look) -> str:
    return diagrams(shelf.track(folder), Wording(look.language), look.theme, look.chosen)
