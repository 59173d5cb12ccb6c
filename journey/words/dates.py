"""Days, months, years and clock times, as a language tells them."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import (
    format_date,
    format_datetime,
    format_interval,
    format_time,
    get_timezone_location,
)

from journey.model.calendar import ClockTime, Date, Month, Year, first_day, following
from journey.words import zones

# A dash between what is written close together.
_JOINED = re.compile(r"(?<=\S)[–~](?=\S)")
# Spaces at which lines end, and those at which they do not.
_SPACES = {" ": "\N{NO-BREAK SPACE}", "\N{THIN SPACE}": "\N{NARROW NO-BREAK SPACE}"}
# The parts of a date that is a month or a year; of a day it is all three.
_SKELETONS: dict[type, str] = {Year: "y", Month: "yMMM"}


class Dates:
    """What a :class:`journey.words.wording.Wording` says of time."""

    years: bool
    _locale: Locale

    def say(self, key: str, **values: object) -> str:
        """The text of ``key`` with ``values`` in its gaps."""
        raise NotImplementedError

    def day(self, when: date) -> str:
        """A day, written out; like every date here it is in one piece, which no line parts.

        >>> from journey.words.wording import Wording
        >>> Wording("en").day(date(2021, 2, 25))
        '25\xa0February\xa02021'
        """
        return _whole(format_date(when, "long", locale=self._locale))

    def dated(self, when: date | Month | Year | ClockTime) -> str:
        """A day, month or year, written out; of a day that nobody dates, its clock time.

        >>> from journey.words.wording import Wording
        >>> [Wording("en").dated(when) for when in (Month(1804, 9), Year(629))]
        ['September\xa01804', '629']
        """
        match when:
            case ClockTime():
                return self._day_clock(when)
            case Year():
                return self._format(first_day(when), "y")
            case Month():
                return self._format(first_day(when), "yMMMM")
            case _:
                return self.day(when)

    def dates(self, early: Date, late: Date) -> str:
        """A day, month or year, or the first and the last of its kind on which it may have been.

        It does not read as if it had lasted from the one to the other.

        >>> from journey.words.wording import Wording
        >>> [Wording("en").dates(date(2021, 2, 24), date(2021, 2, day)) for day in (24, 25)]
        ['24\xa0Feb\xa02021', '24 or 25\xa0Feb\xa02021']
        >>> Wording("en").dates(Month(1804, 9), Month(1805, 5))
        'between Sept\xa01804 and May\xa01805'
        """
        skeleton = _SKELETONS.get(type(early), "yMMMd")
        first, last = first_day(early), first_day(late)
        if early == late:
            return self._format(last, skeleton)
        # A year that both have is told once, and a month as well: with the first of them
        # where the larger parts lead, else with the last.
        brief = skeleton.removeprefix("y") if first.year == last.year else skeleton
        if brief == "MMMd" and first.month == last.month:
            brief = "d"
        leads = self._locale.datetime_skeletons[skeleton].pattern.startswith("y")
        begun, ended = (skeleton, brief) if leads else (brief, skeleton)
        key = "leg.either" if first_day(following(early)) == last else "leg.between"
        return self.say(key, early=self._format(first, begun), late=self._format(last, ended))

    def through(self, first: Date, last: Date) -> str:
        """From one day, month or year to another of its kind, all of that time.

        >>> from journey.words.wording import Wording
        >>> Wording("en").through(date(2021, 2, 24), date(2021, 2, 25))
        '24\u2060–\u206025\xa0Feb\xa02021'
        """
        skeleton = _SKELETONS.get(type(first), "yMMMd")
        ends = first_day(first), first_day(last)
        return _unbroken(format_interval(*ends, skeleton, locale=self._locale))

    def brief(self, first: date, last: date, parts: str) -> str:
        """A day, or a stretch of days, in those of its ``parts`` that CLDR's skeleton names.

        >>> from journey.words.wording import Wording
        >>> Wording("en").brief(date(2021, 2, 3), date(2021, 2, 3), "Ed")
        'Wed\xa03'
        >>> Wording("en").brief(date(2021, 2, 3), date(2021, 2, 9), "MMMd")
        '3\u2060–\u20609\xa0Feb'
        """
        if first == last:
            return self._format(first, parts)
        return _unbroken(format_interval(first, last, parts, locale=self._locale))

    def _format(self, when: date, skeleton: str) -> str:
        """The date in those of its parts that the skeleton of CLDR names."""
        pattern = self._locale.datetime_skeletons[skeleton].pattern
        return _whole(format_date(when, pattern, locale=self._locale))

    def _day_clock(self, when: ClockTime) -> str:
        time = str(format_time(when.time, "HH:mm", locale=self._locale))
        return self.say("leg.later_day", day=when.day + 1, time=time) if when.day else time

    def zone(self, key: str) -> str:
        """The city that a time zone is named after; of a mere offset, the offset.

        >>> from journey.words.wording import Wording
        >>> Wording("en").zone("Asia/Pyongyang"), Wording("en").zone("Etc/GMT+3")
        ('Pyongyang', 'UTC−3')
        """
        if zones.nautical(key):
            return zones.utc(datetime.now(ZoneInfo(key)).utcoffset() or timedelta())
        return str(get_timezone_location(ZoneInfo(key), locale=self._locale, return_city=True))

    def clock(
        self, when: datetime, zone: str | None = None, *, rough: bool = False, day: bool = True
    ) -> str:
        """Day and clock time in ``zone``, or in the time's own offset.

        Where the clock shows it twice, the offset follows. Of one that is known
        only roughly the hour is about so, and not the day. Without ``day`` it is
        the clock time alone.

        >>> from journey.words.wording import Wording
        >>> Wording("en").clock(datetime.fromisoformat("2021-02-25T07:00+09:00"))
        '25\xa0Feb,\xa007:00'
        >>> Wording("en").clock(datetime.fromisoformat("2024-10-27T02:30+02:00"), "Europe/Berlin")
        '27\xa0Oct,\xa002:30 UTC+2'
        """
        local = zones.local(when, zone)
        time = str(format_datetime(local, "HH:mm", locale=self._locale, tzinfo=local.tzinfo))
        time = self.say("value.about", value=time) if rough else time
        which = zones.utc(local.utcoffset() or timedelta()) if zones.twice(local) else ""
        if day:
            date = self._format(local, "yMMMd" if self.years else "MMMd")
            time = self._locale.datetime_formats["medium"].format(time, date)
            time = time if rough else _whole(time)
        return f"{time} {which}".rstrip()


def _whole(said: str) -> str:
    """The text of a date, at whose spaces no line ends."""
    return said.translate({ord(loose): kept for loose, kept in _SPACES.items()})


def _unbroken(said: str) -> str:
    """The text of a stretch of days whose lines end at most after the dash in it.

    >>> _unbroken("14 Nov – 25 Jan 1890"), _unbroken("24–27 Apr")
    ('14\xa0Nov\xa0– 25\xa0Jan\xa01890', '24\u2060–\u206027\xa0Apr')
    """
    text = _whole(said)
    for loose, kept in _SPACES.items():
        text = re.sub(f"([–~]){kept}", rf"\1{loose}", text)
    return joined(text)


def joined(said: str) -> str:
    """The text, of which no line ends at a dash that stands close between two things.

    >>> joined("4–5 hours, 23–25 hours – or 3 ~ 4")
    '4\u2060–\u20605 hours, 23\u2060–\u206025 hours – or 3 ~ 4'
    """
    return _JOINED.sub("\N{WORD JOINER}\\g<0>\N{WORD JOINER}", said)
