"""HTML put together so that no text can be taken for markup.

What is :class:`markupsafe.Markup` stands as it is; all other text is escaped
where it enters. SVG inside a page is made in the same way.
"""

from __future__ import annotations

from collections.abc import Iterable

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
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in _VOID:
        return Markup(f"<{name}{written}/>")
    return Markup(f"<{name}{written}>{''.join(map(escape, inside))}</{name}>")


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
