"""What the page shows of a journey, made once for all viewers while its files stay as they are."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from journey.exports.formats import FORMATS
from journey.model.palette import Theme
from journey.pages import cards, figures, lessons
from journey.pages.diagrams import diagrams
from journey.server import journeys, sharing, stories
from journey.words.wording import Wording

SHEET = Path(__file__).with_name("page.css")


class Look(NamedTuple):
    """On what the diagrams depend besides the journey."""

    language: str
    theme: Theme = "light"
    chosen: str | None = None


@journeys.kept(32)
def page_html(folder: Path, language: str) -> tuple[str, str]:
    """What stands above the stage, and what stands below the diagrams, as HTML."""
    track, wording = journeys.track(folder), Wording(language)
    handout = f"story/{quote(folder.resolve().name)}/handout?lang={wording.language}"
    taught = lessons.lessons(track, wording, handout)
    return cards.head(track.journey, wording), cards.below(track, wording) + taught


@journeys.kept(32)
def rights_html(folder: Path, language: str) -> str:
    """Who holds the rights in the journey's files."""
    return cards.rights(journeys.track(folder).journey, Wording(language))


@journeys.kept(32)
def legs_html(folder: Path, language: str) -> str:
    """What is to be taken along, and the cards of the legs."""
    track, wording = journeys.track(folder), Wording(language)
    sizes = {suffix: len(stories.made(folder, language, suffix).plain) for suffix in FORMATS}
    menu = sharing.menu(track.journey, folder.resolve().name, sizes, wording)
    return f"{menu}{cards.leg_cards(track, wording)}"


@cache
def style() -> str:
    """The style sheets of the page, as HTML."""
    return f"<style>{SHEET.read_text('utf-8')}{cards.style()}</style>"


@journeys.kept(32)
def figures_html(folder: Path, language: str) -> str:
    """Average speeds, and shares of time and distance, as HTML."""
    track, wording = journeys.track(folder), Wording(language)
    pieces = figures.speeds(track, wording) + figures.shares(track, wording)
    title = escape(wording.say("page.figures"))
    return f'<div class="hh"><h2>{title}</h2><div class="figures">{pieces}</div></div>'


@journeys.kept(256)
def diagrams_html(folder: Path, look: Look) -> str:
    """The diagrams, with the chosen leg marked."""
    return diagrams(journeys.track(folder), Wording(look.language), look.theme, look.chosen)
