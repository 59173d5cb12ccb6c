"""How precisely a moment is told: to the instant, the day, the month or the year.

The calendar is that of ISO 8601, the Gregorian one carried back; years before 2
and after 8999 are not taken, for clocks count on from a date.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from journey.model.part import refusal

# The clock counts on from a date, and ends with the year 9999.
YEARS = range(2, 9_000)
# A day that is told without a zone begins somewhere at UTC+14 and ends somewhere at UTC-12.
EAST, WEST = timedelta(hours=14), timedelta(hours=-12)

_BEFORE_ONE = re.compile(r"-\d|0+(-|$)|\d+ ?b\.? ?c", re.IGNORECASE)
_YEAR = re.compile(r"\d{3,4}")
_MONTH = re.compile(r"\d{4}-\d{2}")
_WEEK = re.compile(r"\d{4}-?W\d{2}")
_CLOCK = re.compile(r"(?:\+(\d{1,4}) +)?(\d{1,2})(:\d{2}(?::\d{2})?)")
_INSTANT = re.compile(r"\d{4}-?\d{2}-?\d{2}[Tt ]")


@dataclass(frozen=True, order=True)
class Month:
    """A month of a year, 1 to 12.

    >>> str(Month(1804, 9))
    '1804-09'
    """

    year: int
    month: int

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"


@dataclass(frozen=True, order=True)
class Year:
    """A year of our era.

    >>> str(Year(629))
    '0629'
    """

    year: int

    def __str__(self) -> str:
        return f"{self.year:04}"


@dataclass(frozen=True, order=True)
class ClockTime:
    """What the clock shows on a day that nobody dates; day 0 is that of the first departure.

    >>> str(ClockTime(0, time(17, 30))), str(ClockTime(1, time(6, 10)))
    ('17:30', '+1 06:10')
    """

    day: int
    time: time

    def __str__(self) -> str:
        shown = self.time.isoformat("seconds" if self.time.second else "minutes")
        return f"+{self.day} {shown}" if self.day else shown


Date = date | Month | Year
When = datetime | date | Month | Year | ClockTime


class Grain(StrEnum):
    """How finely a moment is told; the coarser is the greater."""

    MINUTE = "minute"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"

    def __lt__(self, other: str) -> bool:
        return _ORDER.index(self) < _ORDER.index(other)

    def __le__(self, other: str) -> bool:
        return _ORDER.index(self) <= _ORDER.index(other)

    def __gt__(self, other: str) -> bool:
        return _ORDER.index(self) > _ORDER.index(other)

    def __ge__(self, other: str) -> bool:
        return _ORDER.index(self) >= _ORDER.index(other)


_ORDER: list[str] = list(Grain)


def grain(when: When) -> Grain:
    """How finely it is told.

    >>> max(grain(Month(1804, 9)), grain(date(1804, 9, 1))).value
    'month'
    """
    match when:
        case Year():
            return Grain.YEAR
        case Month():
            return Grain.MONTH
        case datetime() | ClockTime():
            return Grain.MINUTE
        case _:
            return Grain.DAY


def following(when: Date) -> Date:
    """The day, month or year after it.

    >>> following(Month(1804, 12)), following(Year(629))
    (Month(year=1805, month=1), Year(year=630))
    """
    match when:
        case Year(year):
            return Year(year + 1)
        case Month(year, month):
            return Month(year + month // 12, month % 12 + 1)
        case _:
            return when + timedelta(days=1)


def first_day(when: datetime | Date) -> date:
    """The first day that it may mean; of an instant, the day by its own offset."""
    match when:
        case datetime():
            return when.date()
        case date():
            return when
        case Month():
            return date(when.year, when.month, 1)
        case Year():
            return date(when.year, 1, 1)


def last_day(when: datetime | Date) -> date:
    """The last day that it may mean; of an instant, the day by its own offset.

    >>> last_day(Month(1804, 2)).isoformat()
    '1804-02-29'
    """
    match when:
        case datetime():
            return when.date()
        case date():
            return when
        case Month():
            return date(when.year, when.month, monthrange(when.year, when.month)[1])
        case Year():
            return date(when.year, 12, 31)


def span(when: datetime | Date, zone: str | None) -> tuple[float, float]:
    """The first and the last instant that it may mean, in s since 1970 (UTC).

    Days, months and years are those of the ``zone``; where nobody knows it,
    they begin where the sun rises first, and end where it sets last.

    >>> span(date(1970, 1, 1), "UTC"), span(date(1970, 1, 1), None)
    ((0.0, 86400.0), (-50400.0, 129600.0))
    """
    if isinstance(when, datetime):
        return when.timestamp(), when.timestamp()
    over = last_day(when) + timedelta(days=1)
    return _midnight(first_day(when), zone, EAST), _midnight(over, zone, WEST)


def _midnight(day: date, zone: str | None, offset: timedelta) -> float:
    """The instant at which the day begins, in s since 1970; without a zone, at that offset."""
    midnight = datetime.combine(day, time())
    if zone:
        return midnight.replace(tzinfo=ZoneInfo(zone)).timestamp()
    return (midnight - offset - datetime(1970, 1, 1)).total_seconds()


def moment(value: Any) -> When:
    """The moment that a value tells as it stands in a file, by its form.

    A number is a year. Raises the refusal of a field where it tells none.

    >>> [str(moment(given)) for given in (629, "1804-09", "+1 6:10")]
    ['0629', '1804-09', '+1 06:10']
    """
    if isinstance(value, date | Month | Year | ClockTime):
        return value
    number = isinstance(value, int) and not isinstance(value, bool)
    text = str(value).strip() if number or isinstance(value, str) else ""
    if _BEFORE_ONE.match(text):
        raise refusal("year_before_one")
    try:
        found = _numbered(text) if number else _read(text)
    except ValueError as error:
        raise refusal("no_date") from error
    if isinstance(found, datetime) and found.tzinfo is None:
        raise refusal("no_offset")
    if not isinstance(found, ClockTime) and found.year not in YEARS:
        raise refusal("year_out_of_reach", year=found.year)
    return found


def _numbered(digits: str) -> Year:
    """The year that a number tells, which YAML reads without its leading zeros."""
    if len(digits) > 4:
        raise ValueError(f"{digits} is no year")
    return Year(int(digits))


def _read(text: str) -> When:
    """The moment that the text tells; of one that tells none, a ValueError."""
    if _YEAR.fullmatch(text):
        return Year(int(text))
    if _MONTH.fullmatch(text):
        first = date.fromisoformat(f"{text}-01")
        return Month(first.year, first.month)
    if found := _CLOCK.fullmatch(text):
        return ClockTime(int(found[1] or 0), time.fromisoformat(found[2].zfill(2) + found[3]))
    if _INSTANT.match(text):
        # YAML lets a space stand for the T and before the offset.
        return datetime.fromisoformat(text[:11] + text[11:].replace(" ", ""))
    if _WEEK.fullmatch(text):
        # Python would take its Monday, and nobody said so.
        raise ValueError(f"{text} is no day")
    return date.fromisoformat(text)


def dated(value: Any) -> Date:
    """The day, month or year that a value tells as it stands in a file; no clock time."""
    found = moment(value)
    if isinstance(found, datetime | ClockTime):
        raise refusal("clock_without_use")
    return found


def day(value: Any) -> date:
    """The day that a value tells as it stands in a file, and nothing coarser or finer."""
    try:
        found = value if isinstance(value, date) else date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise refusal("no_day") from error
    if found.year not in YEARS:
        raise refusal("year_out_of_reach", year=found.year)
    return found
