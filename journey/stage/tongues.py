"""Texts of a journey that are not in the language of the page, among what the browser is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from journey.words.written import Written


def tongues(*told: Any) -> list[tuple[str, str, list[str]]]:
    """Their languages and directions, and which texts have them, each once.

    >>> tongues({"name": Written("Łódź", "pl", "ltr"), "km": [1, "Lodz"]})
    [('pl', 'ltr', ['Łódź'])]
    """
    found: dict[tuple[str, str], dict[str, None]] = {}
    for text in _written(told):
        found.setdefault((text.language, text.direction), {})[str(text)] = None
    return [(*key, list(texts)) for key, texts in found.items()]


def marked(told: dict[str, Any], *more: Any) -> dict[str, Any]:
    """The same with its ``tongues``, and those of what ``more`` is told, where there are any."""
    found = tongues(told, *more)
    return {**told, "tongues": found} if found else told


def _written(part: Any) -> Iterator[Written]:
    if isinstance(part, Written):
        yield part
    elif part is None or isinstance(part, str | int | float):
        return  # which most of it is
    elif isinstance(part, Mapping):
        for value in part.values():
            yield from _written(value)
    elif isinstance(part, Iterable):
        for value in part:
            yield from _written(value)
