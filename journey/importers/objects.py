"""What the readers of stories in JSON ask of its parts: mappings, texts, moments, what is left."""

from __future__ import annotations

from typing import Any

from journey.importers.content import Content
from journey.importers.moments import when
from journey.model.calendar import When

_SHOWN = 5  # names of what is left out


def mapping(value: Any) -> dict[str, Any]:
    """The value if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def text(of: dict[str, Any], key: str) -> str:
    """The text under that key, or nothing."""
    found = of.get(key)
    number = isinstance(found, int | float) and not isinstance(found, bool)
    return found if isinstance(found, str) else (str(found) if number else "")


def dated(told: str, content: Content) -> When | None:
    """The moment that a text tells; None where it tells none."""
    return content.timed(when, told[:60]) if told else None


def within(early: str, late: str, content: Content) -> When | None:
    """When it was, where both bounds are one; bounds that lie apart are told, and left out."""
    if early != late:
        content.note("certainty_unused")
        return None
    return dated(early, content)


def left(content: Content) -> None:
    """Note all that was counted as having no place in a journey."""
    names = tuple(key for key, count in content.unused.most_common(_SHOWN) if count)
    content.note("fields_unused", sum(content.unused.values()), names=names)
