"""Numbers, dates, units and the words of the interface, by language.

The words stand in ``catalogues/LANGUAGE.po``, one file a language; Babel reads
them and knows the plurals, units and dates of every language.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cache, cached_property, lru_cache
from gettext import GNUTranslations
from typing import Literal
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import (
    format_date,
    format_datetime,
    format_interval,
    format_time,
    get_timezone_location,
)
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from babel.units import format_unit

from journey.errors import UnknownWordError
from journey.model.calendar import ClockTime, Date, Month, Year, first_day, following
from journey.words import lengths, zones
from journey.words.catalogue import CATALOGUES, catalogue
from journey.words.lengths import Count
from journey.words.written import pick

Form = Literal["", "narrow", "spoken"]

# CLDR's names of the units that occur in claims and in what follows from them.
_UNITS = {
    "s": "duration-second", "min": "duration-minute", "h": "duration-hour",
    "d": "duration-day", "w": "duration-week", "mo": "duration-month", "y": "duration-year",
    "m": "length-meter", "km": "length-kilometer", "mi": "length-mile",
    "nmi": "length-nautical-mile", "km/h": "speed-kilometer-per-hour", "deg": "angle-degree",
}  # fmt: skip
# Keys of the symbols of those of which a person says the word; the others always have theirs.
_SYMBOLS = {
    "s": "unit.s", "min": "unit.min", "h": "unit.h", "d": "unit.d", "w": "unit.w",
    "mo": "unit.mo", "y": "unit.y", "deg": "unit.deg",
}  # fmt: skip

# The parts of a date that is a month or a year; of a day it is all three.
_SKELETONS: dict[type, str] = {Year: "y", Month: "yMMM"}

# The region whose dates and units a language is written with, where it has several.
_REGIONS = {"en": "en-GB"}
# Of very many legs many are as long as others.
_unit = lru_cache(maxsize=10_000, typed=True)(format_unit)


@cache
def languages() -> tuple[str, ...]:
    """The languages that the interface speaks, by code."""
    return tuple(sorted(file.stem for file in CATALOGUES.glob("*.po")))


def _pattern(digits: int) -> str | None:
    """The pattern of a number that has more decimals than are written of themselves."""
    return f"#,##0.{'#' * digits}" if digits > 3 else None


class Wording:
    """The words of one language; one it has no catalogue for falls back to English.

    ``years`` says whether a clock time tells its year. ``form`` is "narrow" where
    there is room only for the symbols of units, and "spoken" in a sentence.
    """

    def __init__(self, language: str = "en", *, years: bool = False, form: Form = "") -> None:
        self.language = language if language in languages() else "en"
        self.years = years
        self.form = form
        self._locale = Locale.parse(_REGIONS.get(self.language, self.language), sep="-")

    def dating(self, years: bool) -> Wording:
        """The same words, whose clock times tell their year, or do not.

        >>> Wording("en").dating(True).clock(datetime.fromisoformat("2021-02-25T07:00+09:00"))
        '25 Feb 2021, 07:00'
        """
        return self if years == self.years else Wording(self.language, years=years, form=self.form)

    def narrowed(self) -> Wording:
        """The same words for where there is little room.

        >>> Wording("en").narrowed().span(34_800)
        '9 h 40 min'
        """
        return Wording(self.language, years=self.years, form="narrow")

    def spoken(self) -> Wording:
        """The same words for within a sentence, where a range reads as one says it.

        >>> Wording("en").spoken().range("20", "60 minutes")
        '20 to 60 minutes'
        """
        return Wording(self.language, years=self.years, form="spoken")

    @property
    def locale(self) -> str:
        """The language with the region whose units and dates it takes, such as "en-GB"."""
        return str(self._locale).replace("_", "-")

    @property
    def name(self) -> str:
        """The language in its own words.

        >>> Wording("en").name
        'English'
        """
        return str(Locale.parse(self.language, sep="-").get_display_name())

    @cached_property
    def _translations(self) -> GNUTranslations:
        return catalogue(self.language)

    def say(self, key: str, **values: object) -> str:
        """The text of ``key`` with ``values`` in its gaps.

        Raises :class:`UnknownWordError` where the catalogue has no such key.

        >>> Wording("en").say("basis.assumed")
        'assumed'
        """
        return self._filled(key, self._translations.gettext(key), values)

    def count(self, key: str, count: int, **values: object) -> str:
        """The text of ``key`` in the form that its language has for so many.

        >>> Wording("en").count("list.all", 1_200)
        'All 1,200 journeys'
        """
        text = self._translations.ngettext(key, key, count)
        return self._filled(key, text, {"count": self.number(count), **values})

    def _filled(self, key: str, text: str, values: Mapping[str, object]) -> str:
        if text == key:
            raise UnknownWordError(key, self.language)
        return text.format(**values) if values else text

    def pick(self, text: Mapping[str, str]) -> str:
        """The journey's ``text`` in this language, or in its first one."""
        return pick(text, self.language)

    def number(self, value: float, digits: int = 1) -> str:
        """``value`` with at most ``digits`` decimals, or more where it would read as nothing.

        >>> Wording("en").number(1122.94), Wording("en").number(0.064)
        ('1,122.9', '0.06')
        """
        digits = lengths.decimals(value, digits)
        pattern = _pattern(digits)
        return str(format_decimal(round(value, digits), format=pattern, locale=self._locale))

    def percent(self, share: float) -> str:
        """``share`` of one as a percentage, exact enough not to read as nothing.

        >>> Wording("en").percent(0.0009), Wording("en").percent(0.714)
        ('0.09%', '71%')
        """
        pattern = "@#%" if 0 < share < 0.01 else "#,##0%"
        return str(format_percent(share, format=pattern, locale=self._locale))

    def measure(self, value: float, unit: str, *, digits: int = 1) -> str:
        """``value`` with its unit, such as "h", "km" or "km/h".

        Times and angles have the word, or their symbol where there is little room;
        CLDR's own short forms are neither.

        >>> Wording("en").measure(801.9, "km"), Wording("en").measure(2, "h")
        ('801.9 km', '2 hours')
        >>> Wording("en").narrowed().measure(20, "min")
        '20 min'
        """
        if self.form == "narrow" and unit in _SYMBOLS:
            return self.say(_SYMBOLS[unit], number=self.number(value, digits))
        digits = lengths.decimals(value, digits)
        name, value, pattern = _UNITS[unit], round(value, digits), _pattern(digits)
        if unit in _SYMBOLS:
            said = str(_unit(value, name, "long", pattern, locale=self._locale))
            # Where a language has no long form, Babel puts the unit's key instead.
            if name not in said:
                return said
        return str(_unit(value, name, "short", pattern, locale=self._locale))

    def span(self, seconds: float, *, down: bool = False) -> str:
        """A length of time in the units that its size asks for; ``down`` never says more.

        The browser's clock tells it in the same way, but for 0: there it is the
        moment of the start, here most often the least of a time that nobody knows.

        >>> Wording("en").span(140400), Wording("en").span(122400 + 1800)
        ('39 hours', '34 hours 30 minutes')
        >>> Wording("en").span(0)
        '0 minutes'
        """
        return self.counts(lengths.counted(seconds, down=down))

    def counts(self, counts: Sequence[Count]) -> str:
        """So many of one unit, and of a smaller one, in one text."""
        return self.listing([self.measure(n, unit) for n, unit in counts], "unit-narrow")

    def range(self, low: str, high: str) -> str:
        """From one figure to another, of which the last has the unit of both.

        >>> Wording("en").range("20", "60 minutes")
        '20–60 minutes'
        """
        if self.form == "spoken":
            return self.say("range.words", low=low, high=high)
        return self.say("range", low=low, high=high)

    def listing(self, parts: Sequence[str], style: str = "standard") -> str:
        """The parts as a list in a sentence.

        >>> Wording("en").listing(["a", "b", "c"])
        'a, b and c'
        """
        return str(format_list(parts, style=style, locale=self._locale))  # type: ignore[arg-type]

    def tongue(self, code: str) -> str:
        """The name of the language with that code.

        >>> Wording("en").tongue("ko"), Wording("en").tongue("xx")
        ('Korean', 'xx')
        """
        return str(self._locale.languages.get(code.partition("-")[0], code))

    def day(self, when: date) -> str:
        """A day, written out.

        >>> Wording("en").day(date(2021, 2, 25))
        '25 February 2021'
        """
        return str(format_date(when, "long", locale=self._locale))

    def dated(self, when: date | Month | Year | ClockTime) -> str:
        """A day, month or year, written out; of a day that nobody dates, its clock time.

        >>> [Wording("en").dated(when) for when in (Month(1804, 9), Year(629))]
        ['September 1804', '629']
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

        >>> [Wording("en").dates(date(2021, 2, 24), date(2021, 2, day)) for day in (24, 25)]
        ['24 Feb 2021', '24 Feb or 25 Feb 2021']
        >>> Wording("en").dates(Month(1804, 9), Month(1805, 5))
        'between Sept 1804 and May 1805'
        """
        skeleton = _SKELETONS.get(type(early), "yMMMd")
        first, last = first_day(early), first_day(late)
        if early == late:
            return self._format(last, skeleton)
        # A year that both have is told once: with the first of them where it leads the date.
        bare = skeleton.removeprefix("y") if first.year == last.year else skeleton
        leads = self._locale.datetime_skeletons[skeleton].pattern.startswith("y")
        begun, ended = (skeleton, bare) if leads else (bare, skeleton)
        key = "leg.either" if first_day(following(early)) == last else "leg.between"
        return self.say(key, early=self._format(first, begun), late=self._format(last, ended))

    def through(self, first: Date, last: Date) -> str:
        """From one day, month or year to another of its kind, all of that time.

        >>> Wording("en").through(date(2021, 2, 24), date(2021, 2, 25))
        '24–25 Feb 2021'
        """
        skeleton = _SKELETONS.get(type(first), "yMMMd")
        ends = first_day(first), first_day(last)
        return str(format_interval(*ends, skeleton, locale=self._locale))

    def brief(self, first: date, last: date, parts: str) -> str:
        """A day, or a stretch of days, in those of its ``parts`` that CLDR's skeleton names.

        >>> Wording("en").brief(date(2021, 2, 3), date(2021, 2, 3), "Ed")
        'Wed 3'
        >>> Wording("en").brief(date(2021, 2, 3), date(2021, 2, 9), "MMMd")
        '3–9 Feb'
        """
        if first == last:
            return self._format(first, parts)
        return str(format_interval(first, last, parts, locale=self._locale))

    def _format(self, when: date, skeleton: str) -> str:
        """The date in those of its parts that the skeleton of CLDR names."""
        pattern = self._locale.datetime_skeletons[skeleton].pattern
        return str(format_date(when, pattern, locale=self._locale))

    def _day_clock(self, when: ClockTime) -> str:
        time = str(format_time(when.time, "HH:mm", locale=self._locale))
        return self.say("leg.later_day", day=when.day + 1, time=time) if when.day else time

    def zone(self, key: str) -> str:
        """The city that a time zone is named after; of a mere offset, the offset.

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

        >>> Wording("en").clock(datetime.fromisoformat("2021-02-25T07:00+09:00"))
        '25 Feb, 07:00'
        >>> Wording("en").clock(datetime.fromisoformat("2024-10-27T02:30+02:00"), "Europe/Berlin")
        '27 Oct, 02:30 UTC+2'
        """
        local = zones.local(when, zone)
        time = str(format_datetime(local, "HH:mm", locale=self._locale, tzinfo=local.tzinfo))
        time = self.say("value.about", value=time) if rough else time
        which = zones.utc(local.utcoffset() or timedelta()) if zones.twice(local) else ""
        if day:
            date = self._format(local, "yMMMd" if self.years else "MMMd")
            time = self._locale.datetime_formats["medium"].format(time, date)
        return f"{time} {which}".rstrip()
