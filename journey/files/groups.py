"""What group of keys is meant where its one value stands alone."""

from __future__ import annotations

import re

# The key under which a value stands in the group that another key leads to.
_KEYS = {
    "from": "place", "to": "place", "stops": "place", "others": "place",
    "departs": "at", "arrives": "at", "day": "at",
}  # fmt: skip
_SIZES = ("duration", "distance", "dwell")
_SIZE = re.compile(r"(\d+(?:\.\d+)?) *([a-zA-Z]+)")
# What needs no quotation marks, and is no more than an id or a time.
_PLAIN = re.compile(r"[\w+][\w+:.-]*(?: [\w:.+-]+)?(?<!:)")


def meant(key: str, value: object) -> str:
    """The group that a value stands for which ``key`` leads to, as YAML, or "" where it is unclear.

    >>> meant("from", "dover"), meant("duration", "2 h"), meant("duration", "long")
    ('{place: dover}', '{value: 2, unit: h}', '')
    """
    if not isinstance(value, str) or not _PLAIN.fullmatch(value):
        return ""
    size = _SIZE.fullmatch(value) if key in _SIZES else None
    if size:
        return f"{{value: {size[1]}, unit: {size[2]}}}"
    return f"{{{_KEYS[key]}: {value}}}" if key in _KEYS else ""
