"""The way from a page to the same page in another language."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from markupsafe import Markup

from journey.words.html import tag
from journey.words.offered import called
from journey.words.wording import Wording


def switch(
    offered: Iterable[str], wording: Wording, place: Callable[[str], str] = "?lang={}".format
) -> list[Markup]:
    """A link to the page in each of the languages but its own, in the words of that language.

    ``place`` gives the address of the page in a language, as seen from the page.
    """
    return [
        tag("a", called(code), href=place(code), hreflang=code, lang=code)
        for code in offered
        if code != wording.code
    ]


def bar(links: Iterable[Markup], wording: Wording) -> Markup:
    """The links as a row of their own, or nothing where there are none."""
    made = list(links)
    label = wording.say("page.languages")
    return tag("nav", *made, class_="languages", aria_label=label) if made else Markup("")
