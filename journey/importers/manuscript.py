"""The text of a ``journey.yaml`` as people write it: a line for each thing, groups in braces."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

_WIDTH = 100
# What needs no quotation marks, also within braces; and what YAML would take for no text.
_PLAIN = re.compile(r"[^\W\d_](?:[\w .()/’-]*[\w.)])?")
_TIME = re.compile(r"\d{4}-\d{2}(-\d{2})?(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?")
_TAKEN = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}


def manuscript(data: Mapping[str, Any]) -> str:
    """The YAML of a journey.

    >>> print(manuscript({"id": "a", "places": [{"id": "b", "name": {"en": "B, C"}}]}), end="")
    id: a
    places:
      - {id: b, name: {en: "B, C"}}
    """
    return "".join(f"{line}\n" for key, value in data.items() for line in _entry(key, value))


def _entry(key: str, value: Any) -> Iterator[str]:
    groups = isinstance(value, list) and value and all(isinstance(one, dict) for one in value)
    if not groups:
        yield from _wrapped(f"{key}: ", value, "  ")
        return
    yield f"{key}:"
    for one in value:
        yield from _wrapped("  - ", one, "     ")


def _wrapped(head: str, value: Any, indent: str) -> Iterator[str]:
    """The value on as few lines as hold it; a group goes on below its brace."""
    whole = head + _flow(value)
    if len(whole) <= _WIDTH or not isinstance(value, dict):
        yield whole
        return
    line = head + "{"
    parts = [f"{key}: {_flow(part)}" for key, part in value.items()]
    for index, part in enumerate(parts):
        end = "}" if index == len(parts) - 1 else ","
        room = len(line) + len(part) + len(end) + 1
        if index and room > _WIDTH:
            yield line
            line = indent + part + end
        else:
            line += ("" if not index else " ") + part + end
    yield line


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return _scalar(value) if isinstance(value, str) else json.dumps(value)


def _scalar(text: str) -> str:
    """The text as it is where it can be, or else in quotation marks."""
    plain = _PLAIN.fullmatch(text) and text.lower() not in _TAKEN
    if plain or _TIME.fullmatch(text):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in quoted)
