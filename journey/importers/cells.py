"""Times in the cells of a table: instants, days, and what a clock shows on a day told before."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from math import nan

from journey.importers.content import Content
from journey.importers.moments import seconds, when
from journey.model.calendar import YEARS, ClockTime, When

_CLOCK = re.compile(
    r"(\d{1,2})[:.h](\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap])?\.?(?:m\.?)?\s*(Z|UTC|[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)
_PARTS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:[ T,]+(.+))?")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]+(.+))?")
_NUMBER = re.compile(r"\d{9,13}(?:\.\d+)?")
_MILLIS = 1e11  # from here on a number counts milliseconds since 1970
_NOTHING = {"", "-", "–", "—", "|", "||"}  # what timetables write where there is none
# A clock that goes back by more is on the next day; by less it was misread.
_BACK = timedelta(hours=1)
_DAYS = 9_999  # that a journey without a date can count


class Clocks:
    """What the cells of a column of times tell, row after row.

    ``cells`` are some of them: whether 03/04/2025 starts with its day or its
    month can be told of them all, and not of one.
    """

    def __init__(self, content: Content, cells: Iterable[str]) -> None:
        self.content = content
        found = [parts for cell in cells if (parts := _PARTS.fullmatch(cell.strip()[:60]))]
        self._day_first = any(int(parts[1]) > 12 for parts in found)
        self._month_first = any(int(parts[3]) > 12 for parts in found)
        self.zone = content.how.zone
        self._date: date | None = None
        self._before = timedelta()
        self._passed = 0

    def day(self, cell: str) -> None:
        """Let clock times from here on be of the day in the cell, if there is one."""
        found, _ = self._parted(cell.strip()[:60])
        if found:
            self._date, self._passed, self._before = found, 0, timedelta()

    def when(self, cell: str) -> When | None:
        """The moment that the cell tells; None where it tells none, which is noted."""
        text = cell.strip()[:60]
        if text in _NOTHING:
            return None
        if (parts := _PARTS.fullmatch(text)) and self._ambiguous(parts):
            self.content.note("dates_ambiguous")
            return None
        found = self._when(text)
        if found is None:
            self.content.note("times_odd")
        return found

    def seconds(self, day: str, clock: str) -> float:
        """The instant in s since 1970 that both cells tell, NaN where they tell none."""
        if not clock and not day:
            return nan
        if clock and not day:
            # Most tracks write all of it in one cell, as ISO 8601 has it.
            found = self.content.timed(seconds, clock)
            if found == found:
                return found
        self.day(day)
        told = self.when(clock or day)
        if isinstance(told, ClockTime):
            self.content.note("times_without_day")
        return told.timestamp() if isinstance(told, datetime) else nan

    def _when(self, text: str) -> When | None:
        if _NUMBER.fullmatch(text):
            number = float(text)
            return datetime.fromtimestamp(number / (1_000 if number > _MILLIS else 1), UTC)
        if clock := _CLOCK.fullmatch(text):
            return self._shown(clock)
        day, rest = self._parted(text)
        if day and not rest:
            return day
        if day and (clock := _CLOCK.fullmatch(rest)):
            self.day(day.isoformat())
            return self._shown(clock)
        told = self.content.timed(when, text)
        return None if isinstance(told, ClockTime) else told

    def _parted(self, text: str) -> tuple[date | None, str]:
        """The day that a text starts with, and what comes after it."""
        if found := _ISO.fullmatch(text):
            year, month, day, rest = int(found[1]), int(found[2]), int(found[3]), found[4]
        elif found := _PARTS.fullmatch(text):
            year, rest = int(found[4]), found[5]
            day, month = int(found[1]), int(found[3])
            if self._ambiguous(found):
                return None, ""
            if found[2] != "." and self._month_first:
                day, month = month, day
        else:
            return None, ""
        try:
            return (date(year, month, day) if year in YEARS else None), (rest or "").strip()
        except ValueError:
            return None, ""

    def _ambiguous(self, parts: re.Match[str]) -> bool:
        """Whether it may as well start with the month."""
        known = self._day_first != self._month_first
        return not known and parts[2] != "." and parts[1] != parts[3]

    def _shown(self, found: re.Match[str]) -> When | None:
        """What a clock shows, on the day it is."""
        hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
        if found[4]:
            hour = hour % 12 + (12 if found[4].lower() == "p" else 0)
        if hour > 23 or minute > 59 or second > 59:
            return None
        shown = timedelta(hours=hour, minutes=minute, seconds=second)
        self._passed += self._before - shown > _BACK
        self._before = shown
        clock = time(hour, minute, second)
        if self._date is None:
            return ClockTime(self._passed, clock) if self._passed <= _DAYS else None
        return self._dated(self._date, clock, found[5] or "")

    def _dated(self, day: date, clock: time, offset: str) -> datetime | None:
        try:
            told = datetime.combine(day + timedelta(days=self._passed), clock)
        except OverflowError:
            return None
        zone = "+00:00" if offset.upper() in ("Z", "UTC") else offset
        if zone:
            return datetime.fromisoformat(f"{told.isoformat()}{zone}")
        if self.zone is None:
            raise self.content.no_zone(f"{told:%Y-%m-%d %H:%M}")
        return told.replace(tzinfo=self.zone)
