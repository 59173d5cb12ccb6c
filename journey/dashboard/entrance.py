"""The way in to several journeys: each with a picture, its title and a line, as HTML."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

from markupsafe import Markup

from journey.server.addresses import address
from journey.server.pictures import SUFFIX
from journey.server.preview import JOURNEY
from journey.server.spine import Spine, State
from journey.stage.bundle import smaller_style
from journey.stage.sketch import PICTURE
from journey.words.html import joined, tag
from journey.words.wording import Wording

STYLE = Path(__file__).with_name("entrance.css")


def entrance(named: Mapping[str, Spine], query: Mapping[str, str], wording: Wording) -> Markup:
    """The journeys by what they are called, each as a link, which keeps the rest of the query."""
    title, summary = wording.say("list.title"), wording.say("list.summary")
    head = tag("header", tag("h1", title), tag("p", summary))
    items = (_item(label, found, query, wording) for label, found in named.items())
    return tag("div", head, _unread(named, wording), tag("ul", *items), class_="hh entrance")


@cache
def style() -> str:
    """The style sheet of that, as HTML."""
    return f"<style>{smaller_style(STYLE.read_text('utf-8'))}</style>"


def _unread(named: Mapping[str, Spine], wording: Wording) -> Markup:
    """How many can't be told of yet."""
    left = sum(found.state is State.UNREAD for found in named.values())
    return tag("p", wording.say("page.unread", count=wording.number(left))) if left else Markup("")


def _item(label: str, found: Spine, query: Mapping[str, str], wording: Wording) -> Markup:
    href = f"?{urlencode({**query, JOURNEY: found.name})}"
    title = tag("h2", tag("a", label, href=href))
    if found.state is not State.SOUND:
        return tag("li", title)
    line = found.line.get(wording.language) or wording.pick(found.summary)
    return tag("li", _picture(found, wording), joined((title, tag("p", line))), class_="sound")


def _picture(found: Spine, wording: Wording) -> Markup:
    """The route, which is asked for once it is seen, and says no more than the words beside it."""
    wide, high = map(str, PICTURE)
    source = address(found.name, wording.code, SUFFIX)
    return tag("img", src=source, alt="", width=wide, height=high, loading="lazy")
