"""HTML put together so that no text can be taken for markup.

What is :class:`markupsafe.Markup` stands as it is; all other text is escaped
where it enters. SVG inside a page is made in the same way.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from markupsafe import Markup, escape

# Elements that have no content, and so no end.
_VOID = frozenset({"circle", "img", "line", "link", "meta", "path", "rect"})


def tag(name: str, /, *inside: str, **attributes: str | None) -> Markup:
    """An element ``name`` with its content and attributes.

    ``class_`` stands for class, ``data_leg`` for data-leg; an attribute that is
    None is left out.

    >>> print(tag("a", "x & y ", tag("b", "<"), href='?"', class_="l", title=None))
    <a href="?&#34;" class="l">x &amp; y <b>&lt;</b></a>
    """
    parts = ["<", name]
    for key, value in attributes.items():
        if value is not None:
            parts += (" ", _named(key), '="', escape(value), '"')
    if name in _VOID:
        return Markup("".join((*parts, "/>")))
    # Markup is passed on as it is, which escape() would copy.
    content = [part if isinstance(part, Markup) else escape(part) for part in inside]
    return Markup("".join((*parts, ">", *content, "</", name, ">")))


@cache
def _named(key: str) -> str:
    """The name of an attribute as HTML writes it."""
    return key.rstrip("_").replace("_", "-")


def joined(parts: Iterable[str], between: str = "") -> Markup:
    """The parts one after the other.

    >>> print(joined(["<", tag("b", "x")], ", "))
    &lt;, <b>x</b>
    """
    return escape(between).join(parts)


def listed(items: Iterable[str], kind: str = "ul", **attributes: str | None) -> Markup:
    """A list of the items, or nothing where there are none."""
    made = [tag("li", item) for item in items]
    return tag(kind, *made, **attributes) if made else Markup("")
