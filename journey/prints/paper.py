"""A page for paper, whole and with all it needs, whatever stands on it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from markupsafe import Markup

from journey.model.claims import Basis
from journey.model.journey import Journey
from journey.pages.footing import dot
from journey.prints.style import style
from journey.stage.faces import embedded, needed
from journey.words.credited import credited, rights
from journey.words.html import joined, tag
from journey.words.wording import Wording


def paper(name: str, parts: Iterable[str], journey: Journey, wording: Wording) -> str:
    """The whole page as HTML that needs nothing else, called ``name`` by the catalogue."""
    called, title = wording.say(name), wording.pick(journey.title)
    body = tag("body", tag("main", *parts))
    worn = "".join(embedded()[face] for face in needed(body + called, wording.code))
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width"),
        tag("title", f"{title}: {called}"),
        tag("style", Markup(worn + style(called))),
    )
    return f"<!doctype html>{tag('html', head, body, lang=wording.language, dir=wording.runs)}"


def marks(wording: Wording) -> Markup:
    """What the dots mean."""
    each = (
        tag(
            "span",
            dot(basis),
            f" {wording.say(f'basis.{basis}')}: {wording.say(f'sheet.{basis}')}",
            class_="key",
        )
        + " "
        for basis in Basis
    )
    return tag("p", *each, class_="marks")


def credits(journey: Journey, made: date, wording: Wording) -> Markup:
    """Whose the data is, the journey's and the map's, and the day of the page."""
    title = tag("strong", wording.say("page.data"), ".")
    owners = credited(wording, own=bool(journey.ground))
    day = wording.say("sheet.made", day=wording.day(made))
    said = filter(None, (rights(journey, wording), title, owners, day))
    return tag("p", joined(said, " "), class_="small")
