"""Times as files write them, into seconds since 1970 (UTC)."""

from __future__ import annotations

import re
from datetime import datetime, tzinfo
from math import nan

from journey.errors import JourneyError
from journey.model.calendar import YEARS

# The T of ISO 8601 may be a space; some write the date with slashes.
_LOOSE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})[T ]+(\d{1,2}:\d{2}.*)", re.IGNORECASE)


class NoZoneError(JourneyError, ValueError):
    """A time says no zone, and nobody has said whose clock it is."""


def seconds(text: str, zone: tzinfo | None) -> float:
    """The instant in s since 1970; NaN where the text tells none.

    ``zone`` is that of times that name none. Raises :class:`NoZoneError` for
    such a time without one.

    >>> seconds("1970-01-02T00:00:00Z", None), seconds("??:??", None)
    (86400.0, nan)
    """
    when = _read(text)
    if when is None or when.year not in YEARS:
        return nan
    if when.tzinfo is None:
        if zone is None:
            raise NoZoneError(text)
        when = when.replace(tzinfo=zone)
    return when.timestamp()


def _read(text: str) -> datetime | None:
    """The date and time of day; None where one of them is missing."""
    text = text.strip()
    try:
        # A day alone is no instant.
        return datetime.fromisoformat(text) if len(text) > 10 else None
    except ValueError:
        found = _LOOSE.fullmatch(text)
    if not found:
        return None
    year, month, day, rest = found.groups()
    try:
        return datetime.fromisoformat(f"{year}-{month:0>2}-{day:0>2}T{rest.strip():0>5}")
    except ValueError:
        return None
