"""The list of journeys, for the server's page, its data and the folder of all files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from markupsafe import Markup

from journey.exports.formats import FORMATS
from journey.words.html import joined, tag
from journey.words.offered import called
from journey.words.wording import Wording

Address = Callable[[str, str, str], str]


class Told(Protocol):
    """A journey, or as much of one as a list tells: texts by language."""

    @property
    def title(self) -> Mapping[str, str]: ...

    @property
    def summary(self) -> Mapping[str, str]: ...


class Entry(NamedTuple):
    """One journey of the list; ``files`` are addresses by language and then by suffix.

    Where it is known, ``line`` says when it was, how far and by what, and
    ``picture`` is the address of one of its route.
    """

    id: str
    title: str
    summary: str
    url: str
    files: Mapping[str, Mapping[str, str]]
    line: str = ""
    picture: str = ""


def entry(
    id: str, journey: Told, wording: Wording, url: str, file: Address, languages: Sequence[str]
) -> Entry:
    """The journey as an entry, with its page at ``url``, or no page where that is "".

    ``file`` gives the address of a file by the journey's id, the language and
    the suffix, and ``languages`` are those whose files are listed.
    """
    files = {code: {suffix: file(id, code, suffix) for suffix in FORMATS} for code in languages}
    return Entry(id, wording.pick(journey.title), wording.pick(journey.summary), url, files)


def items(entries: Iterable[Entry]) -> Markup:
    """The entries as an HTML list, or nothing where there are none."""
    return listed_items(map(item, entries))


def listed_items(made: Iterable[Markup]) -> Markup:
    """The items as an HTML list, or nothing where there are none."""
    each = list(made)
    return tag("ul", *each) if each else Markup("")


def item(found: Entry) -> Markup:
    """One entry as an item of that list."""
    title = tag("a", found.title, href=found.url) if found.url else found.title
    rows = joined(_row(code, files) for code, files in found.files.items())
    # dir keeps a text's direction, and any override in it, to itself.
    return tag(
        "li",
        tag("img", src=found.picture, alt="", loading="lazy") if found.picture else "",
        tag("h2", title, dir="auto"),
        tag("p", found.line, dir="auto", class_="line") if found.line else "",
        tag("p", found.summary, dir="auto"),
        tag("dl", rows) if rows else "",
        id=found.id,
    )


def _row(language: str, files: Mapping[str, str]) -> Markup:
    """The files in one language, under its own name."""
    own = Wording(language)
    links = (tag("a", own.say(FORMATS[suffix].label), href=url) for suffix, url in files.items())
    return tag("dt", called(language), lang=language) + tag("dd", *links, lang=own.language)
