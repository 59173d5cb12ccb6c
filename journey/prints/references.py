"""Sources by number, as they are named on paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from markupsafe import Markup

from journey.model.claims import Source
from journey.model.journey import Journey
from journey.words.html import joined, tag
from journey.words.provenance import Footing, Link, link, run, stop, titled
from journey.words.wording import Wording

Numbers = Mapping[Link, int]


def numbers(journey: Journey, wording: Wording) -> Numbers:
    """The number of each source, from 1, in the order of the file."""
    return {link(source, wording): n for n, source in enumerate(journey.sources, 1)}


def cited(found: Footing, numbers: Numbers) -> Markup:
    """What a claim stands on: the numbers of its sources, then why, then the note.

    >>> links = (Link("A", ""), Link("B", ""))
    >>> found = Footing("1 km", "derived", "derived", "By eye.", "", links)
    >>> print(cited(found, dict(zip(links, (3, 8)))))
    [3, 8] By eye.
    """
    by = ", ".join(str(numbers[one]) for one in found.links)
    return joined([*([f"[{by}]"] if by else []), *run((found.why, found.note))], " ")


def sources(journey: Journey, wording: Wording) -> Markup:
    """Each source with its number, who published it and when, its title, and where."""
    items = (
        tag("li", *_source(number, source, wording))
        for number, source in enumerate(journey.sources, 1)
    )
    return tag("ul", *items, class_="sources") if journey.sources else Markup("")


def _source(number: int, source: Source, wording: Wording) -> Iterator[str]:
    yield tag("strong", f"[{number}]")
    label = link(source, wording).label
    yield from (f" {label}{stop(label)} ", titled(source, wording), ".")
    if source.url:
        yield from (" ", tag("a", host(str(source.url)), href=str(source.url), class_="url"))


def host(url: str) -> str:
    """The name of the site, short enough for paper, or the scheme of an address without one.

    >>> host("https://www.example.org/2021/02/26/a-long-title?id=1")
    'example.org'
    """
    parts = urlsplit(url)
    return (parts.hostname or parts.scheme).removeprefix("www.")
