"""XML put together so that no text can be taken for markup.

Only :func:`tag` and :func:`words` make markup, and mypy lets no bare text in
its place.
"""

from __future__ import annotations

import re
from typing import NewType
from xml.sax.saxutils import escape, quoteattr

Xml = NewType("Xml", str)

HEAD = Xml('<?xml version="1.0" encoding="UTF-8"?>\n')
# Whatever is not in production 2 (Char) of XML 1.0.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def words(text: str) -> Xml:
    """The text as markup; characters that XML can't carry are replaced.

    >>> words("<b> & ]]>")
    '&lt;b&gt; &amp; ]]&gt;'
    """
    # HTML that is to stand in XML is text there, and escapes itself no more.
    return Xml(escape(_legal(str(text))))


def tag(name: str, /, *inside: Xml, **attributes: str) -> Xml:
    """An element ``name`` with its content and attributes.

    >>> tag("a", words("x"), href="&")
    '<a href="&amp;">x</a>'
    """
    # quoteattr keeps line ends and tabs, which a reader would turn into spaces.
    written = "".join(f" {key}={quoteattr(_legal(value))}" for key, value in attributes.items())
    return Xml(f"<{name}{written}>{''.join(inside)}</{name}>")


def line(name: str, text: str, /, **attributes: str) -> Xml:
    """An element that holds text alone, or nothing at all where the text is empty."""
    return tag(name, words(text), **attributes) if text else Xml("")


def _legal(text: str) -> str:
    return _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)
