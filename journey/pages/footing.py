"""Claims as HTML: what is said, its mark, and what it stands on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from markupsafe import Markup

from journey.words.html import joined, tag
from journey.words.provenance import Footing, Link, run, stop
from journey.words.wording import Wording
from journey.words.written import alike, leftward

# Between a figure and its mark, for no line ends there.
BESIDE = "\N{NO-BREAK SPACE}"


def mark(basis: str, wording: Wording, why: str = "") -> Markup:
    """A dot for the basis, with its word on hover and for readers.

    It is no stop of the tab key: what its word means is said once for all, and
    what it stands on is text beside it.
    """
    word = wording.say(f"basis.{basis}")
    return _dot(basis, f"{word}: {why}" if why else word)


@lru_cache(maxsize=64)
def _dot(basis: str, title: str) -> Markup:
    """The same; a page has thousands, and most are alike."""
    return tag("span", class_=f"mark mark-{basis}", role="img", aria_label=title)


@lru_cache(maxsize=8)
def dot(basis: str) -> Markup:
    """A dot that stands beside its word, which readers would hear twice."""
    return tag("span", class_=f"mark mark-{basis}", aria_hidden="true")


def claim(found: Footing, wording: Wording) -> Markup:
    """What is said, its mark, what it stands on, and links."""
    grounds = list(_grounds(found))
    word = wording.say("basis.stands", basis=found.word) if grounds else found.word
    parts = [
        tag("span", found.said, class_="said"),
        tag("span", dot(found.basis), " ", word, class_="basis"),
        *(tag("span", text, class_="why") for text in grounds),
    ]
    return tag("span", joined(parts, " "), class_="claim")


def figure(found: Footing, wording: Wording) -> Markup:
    """What is said, and its mark."""
    return tag("strong", found.said) + BESIDE + mark(found.basis, wording)


def grounds(found: Footing, wording: Wording) -> Markup:
    """What it stands on: who says so, or the first clause of why, and the rest folded.

    "" where there is nothing to be told.
    """
    lead, rest = _shortly(found, wording)
    if not rest:
        return tag("div", lead, class_="by") if lead else Markup("")
    inside = (tag("p", part) for part in rest)
    # What leads on to the rest is seen with it alone.
    said, on = (alike(lead[:-1], lead), lead[-1]) if lead[-1:] in (":", ";") else (lead, "")
    leads = tag("span", on, class_="on") if on else ""
    return tag("details", tag("summary", said, leads), *inside, class_="by")


# Where a text has its first stop, if it goes on after that. Few words before a colon say nothing
# without what follows.
_CLAUSE = re.compile(r"(.{17,}?(?:[.;]|(?<=.{22}):))\s+(.+)", re.DOTALL)
_SHORT = 60  # characters of a text that is told whole


def _shortly(found: Footing, wording: Wording) -> tuple[str, list[str]]:
    """What it stands on in short, and what else there is to say of that."""
    links = joined((link(source) for source in found.links), "; ")
    if found.links and not found.why:
        if len(found.links) == 1 and not found.note:
            return link(Link(found.by[0], found.links[0].url)), []
        return _named(found.by, wording), list(filter(None, (links, found.note)))
    lead, more = _parted(found.why or found.note)
    note = found.note if found.why else ""
    return lead, list(filter(None, (more, note, links)))


def _parted(text: str) -> tuple[str, str]:
    """The first clause of a text that is not short, and the rest.

    >>> _parted("By eye."), _parted("Measured along the road: " + "it is long. " * 5)[0]
    (('By eye.', ''), 'Measured along the road:')
    >>> _parted("The reports say: to the border. " + "Which bank is not known. " * 2)[0]
    'The reports say: to the border.'
    """
    found = _CLAUSE.fullmatch(text) if len(text) > _SHORT else None
    if found is None:
        return text, ""
    return alike(found[1], text), alike(found[2].strip(), text)


def _named(publishers: Sequence[str], wording: Wording) -> str:
    """Who says so, in short."""
    names = list(dict.fromkeys(publishers))
    if len(names) < 3:
        return wording.listing(names)
    return wording.say("legs.and_more", first=names[0], number=len(names) - 1)


def _grounds(found: Footing) -> Iterator[str]:
    """The sources first, then why, then the note, as far as there are."""
    if found.links:
        yield joined((link(source) for source in found.links), "; ") + stop(found.links[-1].label)
    yield from run((found.why, found.note))


def link(found: Link) -> Markup:
    """A source, linked where it has an address."""
    runs = "auto" if leftward(found.label) else None
    if not found.url:
        return tag("bdi", found.label) if runs else joined((found.label,))
    return tag("a", found.label, href=found.url, target="_blank", rel="noopener", dir=runs)
