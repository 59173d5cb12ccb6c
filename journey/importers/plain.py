"""Texts of other people's files, made plain: no markup, no control characters, not too long."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from unicodedata import category

from journey.importers.content import Content
from journey.model.claims import TEXT_LIMIT

_NAME = 200  # characters of a name
_MARKUP = re.compile(r"<[A-Za-z/!]|&(?:#\d+|#x[0-9a-fA-F]+|[A-Za-z]\w*);")
_SPACE = re.compile(r"[ \t\xa0]+")
_BREAKS = {"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4"}
_UNSEEN = {"script", "style", "head", "title"}


class _Reader(HTMLParser):
    """Collects what a page shows of itself."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._hidden += tag in _UNSEEN
        self.found.append("\n" if tag in _BREAKS else "")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in _UNSEEN and self._hidden > 0
        self.found.append("\n" if tag in _BREAKS else "")

    def handle_data(self, data: str) -> None:
        self.found.append("" if self._hidden else data)


def name(text: str | None, content: Content) -> str:
    """The text on one line, as a name; what it loses is noted in ``content``."""
    return _cut(" ".join(_plain(text, content).split()), _NAME, content)


def words(text: str | None, content: Content) -> str:
    """The text in its lines; what it loses is noted in ``content``."""
    lines = (_SPACE.sub(" ", line).strip() for line in _plain(text, content).splitlines())
    return _cut(re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip(), TEXT_LIMIT, content)


def _plain(text: str | None, content: Content) -> str:
    text = (text or "")[: 20 * TEXT_LIMIT]
    if _MARKUP.search(text):
        reader = _Reader()
        reader.feed(text)
        reader.close()
        content.note("markup_removed")
        text = "".join(reader.found)
    return "".join(c for c in text if category(c) not in ("Cc", "Cs") or c in "\t\n")


def _cut(text: str, most: int, content: Content) -> str:
    if len(text) <= most:
        return text
    content.note("texts_cut", limit=most)
    return text[: most - 1].rstrip() + "…"
