"""HTML put together so that no text can be taken for markup.

What is :class:`markupsafe.Markup` stands as it is; all other text is escaped
where it enters. SVG inside a page is made in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from markupsafe import Markup, escape

from journey.words.offered import called
from journey.words.written import Written

# Elements that hold text alone, in which nothing can be marked.
_PLAIN = frozenset({"option", "script", "style", "text", "title"})
# Attributes in words of the page, which are not in the language of what they stand on.
_SAID = frozenset({"aria_label", "title"})
# The style of that mark, small and after its text.
IN = "[data-in]::after{content:' ' attr(data-in);font-size:.7em;opacity:.75}"
_SENTENCE = 30  # characters from which on a text is no mere name
# What JSON may not hold inside HTML, or inside a script of old browsers.
_UNSAFE = re.compile("[<>&\\u2028\\u2029]")
# Elements that have no content, and so no end.
_VOID = frozenset({"circle", "img", "line", "link", "meta", "path", "rect"})


def tag(name: str, /, *inside: str, **attributes: str | None) -> Markup:
    """An element ``name`` with its content and attributes.

    ``class_`` stands for class, ``data_leg`` for data-leg; an attribute that is
    None is left out. A text that is :class:`Written` brings its language and its
    direction along: to the element whose whole content it is, else in a ``bdi``.

    >>> print(tag("a", "x & y ", tag("b", "<"), href='?"', class_="l", title=None))
    <a href="?&#34;" class="l">x &amp; y <b>&lt;</b></a>
    >>> city = Written("Łódź", "pl", "ltr")
    >>> print(tag("b", city), tag("p", "To ", city, "."))
    <b lang="pl" dir="ltr">Łódź</b> <p>To <bdi lang="pl" dir="ltr">Łódź</bdi>.</p>
    """
    only = inside[0] if len(inside) == 1 else None
    if isinstance(only, Written) and name != "text" and not _SAID & attributes.keys():
        attributes |= {"lang": only.language, "dir": only.direction} | _instead(only)
        inside = (str(only),)
    parts = ["<", name]
    for key, value in attributes.items():
        if value is not None:
            parts += (" ", _named(key), '="', escape(value), '"')
    if name in _VOID:
        return Markup("".join((*parts, "/>")))
    # Markup is passed on as it is, which escape() would copy.
    set_in = _plain if name in _PLAIN else _marked
    content = [part if isinstance(part, Markup) else set_in(part) for part in inside]
    return Markup("".join((*parts, ">", *content, "</", name, ">")))


def _instead(text: Written) -> dict[str, str]:
    """What tells of a text in sentences that it is not there in the language of the page."""
    if not text.instead or len(text) < _SENTENCE:
        return {}
    return {"data_in": text.language.partition("-")[0].upper(), "title": called(text.language)}


def _plain(text: str) -> Markup:
    """The text where nothing can be marked."""
    return escape(f"{text}")


def _marked(text: str) -> Markup:
    """The text, escaped, with its language and its direction where they are its own."""
    return tag("bdi", text) if isinstance(text, Written) else escape(text)


@cache
def _named(key: str) -> str:
    """The name of an attribute as HTML writes it."""
    return key.rstrip("_").replace("_", "-")


def joined(parts: Iterable[str], between: str = "") -> Markup:
    """The parts one after the other.

    >>> print(joined(["<", tag("b", "x")], ", "))
    &lt;, <b>x</b>
    """
    made = (part if isinstance(part, Markup) else _marked(part) for part in parts)
    return _marked(between).join(made)


def listed(items: Iterable[str], kind: str = "ul", **attributes: str | None) -> Markup:
    """A list of the items, or nothing where there are none."""
    made = [tag("li", item) for item in items]
    return tag(kind, *made, **attributes) if made else Markup("")


def inert(text: str) -> Markup:
    """JSON that neither ends a script nor starts a tag.

    >>> print(inert('["</script>"]'))
    ["\\u003c/script\\u003e"]
    """
    return Markup(_UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text))
