"""Time zones as people know them: since when there are clocks in them, and by what offset.

Before zone time each town went by the sun. The database of time zones gives
such times an offset too (``LMT``, and mean times with odd seconds), but nobody
had it on a clock.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

# Zones that are nothing but an offset, as ships take them.
_OFFSETS = re.compile(r"(Etc/.+|GMT[+-]?0?|UTC|UCT|Universal|Zulu|Greenwich)", re.IGNORECASE)
# Local mean time, and places where nobody lived as yet.
_NO_CLOCKS = {"LMT", "-00"}
# Navies and shipping lines took up zones at sea from 1920 on, after the
# Anglo-French Conference on Time-keeping at Sea of June 1917.
_AT_SEA = 1920
# So far from Greenwich nobody who told the hour of a place told it in UTC.
_BY_SUN = timedelta(hours=1)


def nautical(zone: str) -> bool:
    """Whether the zone is a mere offset and named after no city.

    >>> nautical("Etc/GMT+3"), nautical("UTC"), nautical("Asia/Tokyo")
    (True, True, False)
    """
    return bool(_OFFSETS.fullmatch(zone))


def offset(zone: str, when: datetime) -> timedelta | None:
    """How far the zone's clocks were ahead of UTC at an instant; None before zone time.

    >>> from datetime import UTC
    >>> offset("America/Chicago", datetime(1884, 1, 1, tzinfo=UTC)) == timedelta(hours=-6)
    True
    >>> offset("America/Chicago", datetime(1805, 4, 7, tzinfo=UTC)) is None
    True
    """
    local = when.astimezone(ZoneInfo(zone))
    ahead = local.utcoffset() or timedelta()
    return None if local.tzname() in _NO_CLOCKS or ahead % timedelta(minutes=1) else ahead


def kept(zone: str, when: datetime) -> timedelta | None:
    """The same, but None as well where no ship set her clocks by such a zone as yet.

    >>> from datetime import UTC
    >>> kept("Etc/GMT+3", datetime(1915, 1, 1, tzinfo=UTC)) is None
    True
    """
    return None if nautical(zone) and when.year < _AT_SEA else offset(zone, when)


def local(when: datetime, zone: str | None) -> datetime:
    """The instant by the clock of the zone.

    Before zone time and without a zone it is as told, by its own offset; what
    is told in UTC goes by the sun where that is more than an hour off.

    >>> told = datetime.fromisoformat("1805-04-07T12:00-06:00")
    >>> local(told, "America/Chicago").isoformat()
    '1805-04-07T12:00:00-06:00'
    """
    if zone is None:
        return when
    there = when.astimezone(ZoneInfo(zone))
    by_sun = there.utcoffset() or timedelta()
    told = when.utcoffset() or abs(by_sun) <= _BY_SUN
    return when if told and offset(zone, when) is None else there


def twice(shown: datetime) -> bool:
    """Whether the clock shows that time twice: before it is put back, and after."""
    return shown.replace(fold=1 - shown.fold).utcoffset() != shown.utcoffset()


def utc(ahead: timedelta) -> str:
    """An offset from UTC, as it is written.

    >>> utc(timedelta(hours=9)), utc(timedelta(minutes=-210)), utc(timedelta())
    ('UTC+9', 'UTC−3:30', 'UTC+0')
    """
    minutes = round(ahead.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "−" if minutes < 0 else "+"
    return f"UTC{sign}{hours}{f':{rest:02}' if rest else ''}"
