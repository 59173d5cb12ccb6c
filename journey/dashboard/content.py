"""What the page shows of a journey, made once for all viewers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

from markupsafe import Markup

from journey.dashboard.background import Background
from journey.dashboard.choice import LANG
from journey.exports.formats import FORMATS
from journey.pages import cards, diagram, legs, lessons
from journey.pages.cards import Part
from journey.pages.measures import measures
from journey.pages.switch import bar, switch
from journey.prints.prints import links
from journey.server import sharing, stories
from journey.server.addresses import address
from journey.server.journeys import Edition, Kept
from journey.server.preview import JOURNEY
from journey.server.responses import Representation
from journey.stage.bundle import diagram_style, smaller_style
from journey.words.html import IN, joined, tag
from journey.words.offered import offered
from journey.words.provenance import Link
from journey.words.wording import Wording, languages

STYLES = [Path(__file__).with_name(name) for name in ("page.css", "parts.css")]
# What links within the page call the part with all that is to be taken along.
TAKE = "take"
# The parts below the diagram.
ORDER = ("story", "teachers", TAKE, "sources", "corrections")

# Makes what the page can be shown without, one thing at a time.
BACKGROUND = Background("background")


@Kept
def head_html(edition: Edition, language: str) -> str:
    """What stands above the stage: title, summary and links."""
    wording = Wording(language)
    found = (
        Link(wording.say("sharing.title"), f"#{TAKE}"),
        Link(wording.say("page.alone"), address(edition.name, wording.code)),
    )
    others = switch(offered(edition.track.journey.languages), wording)
    return cards.head(edition.track.journey, wording, found, others)


@cache
def others_html(language: str) -> str:
    """What leads to the page in other languages, where no journey is shown."""
    wording = Wording(language)
    return bar(switch(languages(), wording), wording)


@Kept
def file_sizes(edition: Edition, language: str) -> Mapping[str, int]:
    """How many bytes each file to be taken along has, by suffix."""
    return {suffix: len(stories.export(edition, language, suffix).plain) for suffix in FORMATS}


def rest(edition: Edition, language: str) -> Representation:
    """What is told beside the legs, and what is to be taken along, each folded; whose data it is.

    Only who has made a file knows its size, and that takes longer than all the
    rest of the page. So the files are made in the background, and the page
    tells their sizes from its next run on.
    """
    return _rest(edition, language, _measured(edition, language))


async def fetch_rest(edition: Edition, language: str) -> Representation:
    """The same for a coroutine."""
    return await _rest.fetch(edition, language, _measured(edition, language))


def _measured(edition: Edition, language: str) -> bool:
    """Whether the files are made; where they are not, they will be."""
    return file_sizes.later(BACKGROUND, edition, language) is not None


@Kept
def _rest(edition: Edition, language: str, made: bool) -> Representation:
    """The same, with the sizes of the files where they are ``made``."""
    track, wording = edition.track, Wording(language)
    sizes = file_sizes(edition, language) if made else {}
    taken = Part("sharing.title", TAKE, sharing.menu(track.journey, edition.name, sizes, wording))
    told = {part.name: part for part in cards.parts(track.journey, wording)}
    if class_html := lessons.lessons(track, wording, _ways(edition.name, wording)):
        told["teachers"] = Part("teach.title", "teachers", class_html)
    told[TAKE] = taken
    folded = cards.folded((told[name] for name in ORDER if name in told), wording)
    return _packed(folded + cards.data(track.journey, wording))


def _ways(name: str, wording: Wording) -> lessons.Ways:
    """Where a class finds the journey: its story page in two ways, and all that is printed."""
    told = address(name, wording.code)
    printed = links(wording, lambda one: address(name, wording.code, f"/{one}"))
    return lessons.Ways(f"{told}#step=1", f"{told}#pupil=1", printed)


def notice(text: str, role: str = "status") -> str:
    """A sentence in the place of what can't be shown, or above what is shown instead."""
    return tag("p", text, class_="hh notice", role=role)


@cache
def style() -> str:
    """The style sheets of the page, as HTML."""
    own = "".join(file.read_text("utf-8") for file in STYLES)
    rules = smaller_style(f"{measures()}{own}{cards.style()}{diagram_style()}{IN}")
    return f"<style>{rules}</style>"


@Kept
def told(edition: Edition, language: str) -> Representation:
    """The legs with all their facts, and the diagram of distance over time where there is one.

    The signs of their modes come along. Each says what the way back to it is called.
    """
    track, wording = edition.track, Wording(language)
    table = legs.table(
        track,
        wording,
        unfolds=True,
        beside=lambda name: f"?{urlencode({JOURNEY: name, LANG.name: language})}",
    )
    parts = {"legs.back": table, "page.diagram_back": diagram.section(track, wording)}
    boards = joined(
        tag("div", Markup(html), data_back=wording.say(key)) for key, html in parts.items() if html
    )
    return _packed(f"<style>{cards.signs(track)}</style>{boards}")


def _packed(html: str) -> Representation:
    """The HTML to be fetched: a part of a page, which nobody is to look at alone."""
    return Representation.of(html.encode(), "text/plain")
