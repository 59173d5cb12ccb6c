"""Claims as HTML: what is said, its mark, and what it stands on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from markupsafe import Markup

from journey.words.html import joined, tag
from journey.words.provenance import Footing, Link
from journey.words.wording import Wording


def mark(basis: str, wording: Wording, why: str = "") -> Markup:
    """A dot for the basis, with its word on hover, on focus and for readers."""
    word = wording.say(f"basis.{basis}")
    return _dot(basis, f"{word}: {why}" if why else word)


@lru_cache(maxsize=64)
def _dot(basis: str, title: str) -> Markup:
    """The same; a page has thousands, and most are alike."""
    return tag(
        "span",
        class_=f"mark mark-{basis}",
        role="img",
        tabindex="0",
        aria_label=title,
        data_tip=title,
    )


def claim(found: Footing, wording: Wording) -> Markup:
    """What is said, its mark, what it stands on, and links."""
    parts = [
        tag("span", found.said, class_="said"),
        mark(found.basis, wording),
        tag("span", found.word, class_="basis"),
        *(tag("span", text, class_="why") for text in _grounds(found)),
    ]
    return tag("span", joined(parts, " "), class_="claim")


def _grounds(found: Footing) -> Iterator[str]:
    """The sources first, then why, then the note, as far as there are."""
    if found.links:
        yield joined((link(source) for source in found.links), ", ") + "."
    yield from filter(None, (found.why, found.note))


def link(found: Link) -> Markup:
    """A source, linked where it has an address."""
    if not found.url:
        return Markup.escape(found.label)
    return tag("a", found.label, href=found.url, target="_blank", rel="noopener")
