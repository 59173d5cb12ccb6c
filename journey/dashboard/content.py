"""What the page shows of a journey, made once for all viewers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from urllib.parse import quote

from markupsafe import Markup

from journey.basemap import credits
from journey.dashboard.background import Background
from journey.exports.formats import FORMATS
from journey.pages import cards, diagram, figures, lessons
from journey.server import sharing, stories
from journey.server.journeys import Edition, Kept
from journey.stage.bundle import diagram_style
from journey.words.html import joined, tag
from journey.words.wording import Wording

STYLE = Path(__file__).with_name("page.css")

# Makes what the page can be shown without, one thing at a time.
BACKGROUND = Background("background")


@Kept
def page_html(edition: Edition, language: str) -> tuple[str, str]:
    """What stands above the stage, and what stands below the diagram, as HTML."""
    track, wording = edition.track, Wording(language)
    handout = f"story/{quote(edition.name)}/handout?lang={wording.language}"
    class_html = lessons.lessons(track, wording, handout)
    return cards.head(track.journey, wording), cards.below(track, wording) + class_html


@Kept
def credit_html(edition: Edition, language: str) -> str:
    """Whose data it is: the journey's, and the base map's."""
    wording = Wording(language)
    title = tag("strong", wording.say("page.data") + ".")
    rights = cards.rights(edition.track.journey, wording)
    return tag("p", title, " ", rights, Markup(credits.ATTRIBUTION), class_="hh data")


@Kept
def cards_html(edition: Edition, language: str) -> str:
    """The cards of the legs."""
    return cards.leg_cards(edition.track, Wording(language))


@Kept
def file_sizes(edition: Edition, language: str) -> Mapping[str, int]:
    """How many bytes each file to be taken along has, by suffix."""
    return {suffix: len(stories.export(edition, language, suffix).plain) for suffix in FORMATS}


def legs_html(edition: Edition, language: str) -> str:
    """What is to be taken along, and the cards of the legs.

    Only who has made a file knows its size, and that takes longer than all the
    rest of the page. So the files are made in the background, and the page
    tells their sizes from its next run on.
    """
    made = file_sizes.later(BACKGROUND, edition, language) is not None
    return _legs_html(edition, language, made)


@Kept
def _legs_html(edition: Edition, language: str, made: bool) -> str:
    """The same, with the sizes of the files where they are ``made``."""
    sizes = file_sizes(edition, language) if made else {}
    menu = sharing.menu(edition.track.journey, edition.name, sizes, Wording(language))
    return joined((menu, cards_html(edition, language)))


def notice(text: str, role: str = "status") -> str:
    """A sentence in the place of what can't be shown, or above what is shown instead."""
    return tag("p", text, class_="hh notice", role=role)


@cache
def style() -> str:
    """The style sheets of the page, as HTML."""
    return f"<style>{STYLE.read_text('utf-8')}{cards.style()}{diagram_style()}</style>"


@Kept
def figures_html(edition: Edition, language: str) -> str:
    """Average speeds, and shares of time and distance, as HTML."""
    track, wording = edition.track, Wording(language)
    pieces = figures.speeds(track, wording) + figures.shares(track, wording)
    title = tag("h2", wording.say("page.figures"))
    return tag("div", title, tag("div", pieces, class_="figures"), class_="hh")


@Kept
def diagram_html(edition: Edition, language: str) -> str:
    """The diagram of distance over time."""
    return diagram.section(edition.track, Wording(language))
