"""What is told of a leg, and what leads from there to other journeys that touch it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from markupsafe import Markup

from journey.model.journey import Leg, See
from journey.words.html import joined, tag
from journey.words.wording import Wording

# The address of a journey's page by its id, as seen from the page; "" where there is none.
Beside = Callable[[str], str]


def nowhere(_: str) -> str:
    """No page of another journey, as for a page that stands alone."""
    return ""


def account(leg: Leg, wording: Wording, beside: Beside) -> str:
    """The leg's text and what leads to other journeys; "" where there is neither."""
    parts = list(_account(leg, wording, beside))
    return parts[0] if len(parts) == 1 else joined(parts, " ")


def _account(leg: Leg, wording: Wording, beside: Beside) -> Iterator[str]:
    if leg.text:
        yield wording.pick(leg.text)
    for see in leg.see:
        yield _lead(see, wording, beside)


def _lead(see: See, wording: Wording, beside: Beside) -> Markup:
    """A link to the journey, or where its page is not to be had the words alone."""
    words, url = wording.pick(see.text), beside(see.journey)
    return tag("a", words, href=url, class_="see") if url else tag("span", words, class_="see")
