"""Texts of other people's files, made plain: no markup, no control characters, not too long."""

from __future__ import annotations

import re
from html import unescape
from unicodedata import category

from journey.importers.content import Content
from journey.model.claims import TEXT_LIMIT

_NAME = 200  # characters of a name
_MARKUP = re.compile(r"<[A-Za-z/!]|&(?:#\d+|#x[0-9a-fA-F]+|[A-Za-z]\w*);")
_SPACE = re.compile(r"[ \t\xa0]+")
_BREAKS = {"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4"}
_UNSEEN = {"script", "style", "head", "title"}


# A tag, with values in quotation marks that may hold anything; or what a page is not shown of.
# What once fitted is never taken back, so that a thousand tags that never close take no longer
# than a thousand letters: Python's own reader of HTML looks to the end from each of them.
_TAG = re.compile(
    r"""<(?P<end>/?)(?P<name>[A-Za-z][^\s/<>]*+)(?:[^<>"']++|"[^"]*+"|'[^']*+')*+>"""
    r"""|<!--|<[!?][^<>]*+>"""
)


def _shown(text: str) -> str:
    """What a page shows of itself, its blocks in lines of their own."""
    found: list[str] = []
    at = 0
    while tag := _TAG.search(text, at):
        found.append(unescape(text[at : tag.start()]))
        name = (tag["name"] or "").lower()
        found.append("\n" if name in _BREAKS else "")
        unseen = "-->" if tag[0] == "<!--" else f"</{name}" if name in _UNSEEN else ""
        at = tag.end()
        if unseen and not tag["end"]:
            end = re.compile(unseen, re.IGNORECASE).search(text, at)
            if end is None:
                return "".join(found)
            at = end.end() if unseen == "-->" else end.start()
    return "".join([*found, unescape(text[at:])])


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
        content.note("markup_removed")
        text = _shown(text)
    return "".join(c for c in text if category(c) not in ("Cc", "Cs") or c in "\t\n")


def _cut(text: str, most: int, content: Content) -> str:
    if len(text) <= most:
        return text
    content.note("texts_cut", limit=most)
    return text[: most - 1].rstrip() + "…"
