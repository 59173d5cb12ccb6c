"""Times as files write them: instants in seconds since 1970 (UTC), days, months and years."""

from __future__ import annotations

import re
from datetime import UTC, datetime, tzinfo
from math import nan

from pydantic_core import PydanticCustomError

from journey.errors import JourneyError
from journey.model.calendar import YEARS, ClockTime, When, moment

# The T of ISO 8601 may be a space; some write the date with slashes.
_LOOSE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})[T ]+(\d{1,2}:\d{2}.*)", re.IGNORECASE)

_START = datetime(1970, 1, 1, tzinfo=UTC)


class NoZoneError(JourneyError, ValueError):
    """A time says no zone, and nobody has said whose clock it is."""


def seconds(text: str, zone: tzinfo | None) -> float:
    """The instant in s since 1970; NaN where the text tells none.

    ``zone`` is that of times that name none. Raises :class:`NoZoneError` for
    such a time without one.

    >>> seconds("1970-01-02T00:00:00Z", None), seconds("??:??", None)
    (86400.0, nan)
    """
    found = instant(text, zone)
    # The same as its timestamp, in half the time.
    return nan if found is None else (found - _START).total_seconds()


def instant(text: str, zone: tzinfo | None) -> datetime | None:
    """The same as date and time; None where the text tells no instant."""
    found = _read(text)
    if found is None or found.year not in YEARS:
        return None
    if found.tzinfo is None:
        if zone is None:
            raise NoZoneError(text)
        return found.replace(tzinfo=zone)
    return found


def when(text: str, zone: tzinfo | None) -> When | None:
    """The instant, day, month or year that the text tells; None where it tells none.

    >>> str(when("1889-11", None)), when("soon", None)
    ('1889-11', None)
    """
    found = instant(text, zone)
    if found is not None:
        return found
    try:
        told = moment(text)
    except PydanticCustomError:
        return None
    return None if isinstance(told, ClockTime | datetime) else told


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
