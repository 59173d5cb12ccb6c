"""Numbers, dates, units and the words of the interface, by language.

The words stand in ``catalogues/LANGUAGE.po``, one file a language; Babel reads
them and knows the plurals, units and dates of every language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from gettext import GNUTranslations
from typing import Literal

from babel import Locale
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from babel.units import format_unit

from journey.errors import UnknownWordError
from journey.model.claims import LANGUAGE
from journey.words import lengths
from journey.words.catalogue import SOURCE, catalogue, sound
from journey.words.dates import Dates, joined
from journey.words.lengths import Count
from journey.words.written import alike, pick

Form = Literal["", "narrow", "spoken"]

# CLDR's names of the units that occur in claims and in what follows from them.
_UNITS = {
    "s": "duration-second", "min": "duration-minute", "h": "duration-hour",
    "d": "duration-day", "w": "duration-week", "mo": "duration-month", "y": "duration-year",
    "m": "length-meter", "km": "length-kilometer", "mi": "length-mile",
    "nmi": "length-nautical-mile", "km/h": "speed-kilometer-per-hour", "deg": "angle-degree",
}  # fmt: skip
# Languages in whose lists no word stands before the last, though CLDR has a formal one.
_BARE = ("ko",)
# Those whose short form few would read: "ми", "nmi".
_SPELT = ("mi", "nmi")
# Keys of the symbols of those of which a person says the word; the others always have theirs.
_SYMBOLS = {
    "s": "unit.s", "min": "unit.min", "h": "unit.h", "d": "unit.d", "w": "unit.w",
    "mo": "unit.mo", "y": "unit.y", "deg": "unit.deg",
}  # fmt: skip

# The region whose dates and units a language is written with, where it has several.
_REGIONS = {"en": "en-GB"}
# A position in degrees, as a place is called that nobody names.
POSITION = re.compile(r"(\b\d{1,2}\.\d{3},)([ \xa0])(-?\d{1,3}\.\d{3}\b)")
# A Korean particle is written to the word before it, also where that ends in a quotation mark or
# a bracket, and there browsers end a line.
_PARTICLE = re.compile("([’”»》〉)])(?=[가-힣])")
_LEAST_SHARE = 0.0001  # of one; nobody pictures less
# Of very many legs many are as long as others.
_unit = lru_cache(maxsize=10_000, typed=True)(format_unit)
_decimal = lru_cache(maxsize=10_000, typed=True)(format_decimal)


def languages() -> tuple[str, ...]:
    """The languages that the interface speaks, by code."""
    return sound()


def nearest(language: str) -> str:
    """The language of the interface for who asks for ``language``: that, or one like it.

    >>> nearest("en"), nearest("en-GB"), nearest("tlh")
    ('en', 'en', 'en')
    """
    codes = language, language.partition("-")[0]
    return next((code for code in codes if code in languages()), SOURCE)


def _pattern(digits: int) -> str | None:
    """The pattern of a number that has more decimals than are written of themselves."""
    return f"#,##0.{'#' * digits}" if digits > 3 else None


class Wording(Dates):
    """The words of one language; without a catalogue of it they are those of the nearest.

    ``code`` is the language that is asked for, in which a journey's texts are
    told where they are there, and ``language`` that of the words themselves.
    ``years`` says whether a clock time tells its year. ``form`` is "narrow" where
    there is room only for the symbols of units, and "spoken" in a sentence.
    """

    def __init__(self, language: str = "en", *, years: bool = False, form: Form = "") -> None:
        self.code = language if re.fullmatch(LANGUAGE, language) else SOURCE
        self.language = nearest(self.code)
        self.years = years
        self.form = form
        self._locale = Locale.parse(_REGIONS.get(self.language, self.language), sep="-")

    def dating(self, years: bool) -> Wording:
        """The same words, whose clock times tell their year, or do not.

        >>> from datetime import datetime
        >>> Wording("en").dating(True).clock(datetime.fromisoformat("2021-02-25T07:00+09:00"))
        '25\xa0Feb\xa02021,\xa007:00'
        """
        return self if years == self.years else Wording(self.code, years=years, form=self.form)

    def narrowed(self) -> Wording:
        """The same words for where there is little room.

        >>> Wording("en").narrowed().span(34_800)
        '9 h 40 min'
        """
        return Wording(self.code, years=self.years, form="narrow")

    def spoken(self) -> Wording:
        """The same words for within a sentence, where a range reads as one says it.

        >>> Wording("en").spoken().range("20", "60 minutes")
        '20 to 60 minutes'
        """
        return Wording(self.code, years=self.years, form="spoken")

    @property
    def locale(self) -> str:
        """The language with the region whose units and dates it takes, such as "en-GB"."""
        return str(self._locale).replace("_", "-")

    @property
    def runs(self) -> Literal["rtl"] | None:
        """That pages in its words are read from right to left, where they are.

        >>> Wording("en").runs is None
        True
        """
        return "rtl" if self._locale.character_order == "right-to-left" else None

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
        """The journey's ``text`` in this language, or in that of the words, or in its first one.

        >>> Wording("de-AT").pick({"ko": "다리", "de": "Brücke"})
        'Brücke'
        >>> Wording("en").pick({"en": "45.838, 6.213"})
        '45.838,\xa06.213'
        """
        found = pick(text, self.code, self.language)
        # It is one word, of which no line ends in the middle.
        held = POSITION.sub("\\1\N{NO-BREAK SPACE}\\3", found)
        if self.language == "ko":
            held = _PARTICLE.sub("\\1\N{WORD JOINER}", held)
        return alike(held, found)

    def number(self, value: float, digits: int = 1) -> str:
        """``value`` with at most ``digits`` decimals, or more where it would read as nothing.

        >>> Wording("en").number(1122.94), Wording("en").number(0.064)
        ('1,122.9', '0.06')
        """
        digits = lengths.decimals(value, digits)
        pattern = _pattern(digits)
        return str(_decimal(round(value, digits) or 0, format=pattern, locale=self._locale))

    def percent(self, share: float) -> str:
        """``share`` of one as a percentage, exact enough not to read as nothing.

        >>> Wording("en").percent(0.0009), Wording("en").percent(0.714)
        ('0.09%', '71%')
        >>> Wording("en").percent(0.00000063)
        'less than 0.01%'
        """
        if 0 < share < _LEAST_SHARE:
            return self.say("value.less_than", value=self.percent(_LEAST_SHARE))
        pattern = self._locale.percent_formats[None].pattern
        if 0 < share < 0.01:
            pattern = pattern.replace("#,##0", "@#")
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
            return self._symbol(value, unit, digits)
        digits = lengths.decimals(value, digits)
        name, value, pattern = _UNITS[unit], round(value, digits), _pattern(digits)
        if unit in _SYMBOLS or unit in _SPELT:
            said = str(_unit(value, name, "long", pattern, locale=self._locale))
            # Where a language has no long form, Babel puts the unit's key instead.
            if name not in said:
                return said
        return str(_unit(value, name, "short", pattern, locale=self._locale))

    def _symbol(self, value: float, unit: str, digits: int) -> str:
        key, number = _SYMBOLS[unit], self.number(value, digits)
        # Languages that have a form for parts of a thing have that of two there.
        count = int(value) if value == int(value) else 2
        text = self._translations.ngettext(key, key, count)
        # One that is the same of any number has no forms.
        text = self._translations.gettext(key) if text == key else text
        return self._filled(key, text, {"number": number})

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
        """From one figure to another, of which the last has the unit of both; no line parts them.

        >>> Wording("en").range("20", "60 minutes")
        '20\u2060–\u206060 minutes'
        """
        if self.form == "spoken":
            return joined(self.say("range.spoken", low=low, high=high))
        return joined(self.say("range", low=low, high=high))

    def listing(self, parts: Sequence[str], style: str = "standard") -> str:
        """The parts as a list in a sentence.

        >>> Wording("en").listing(["a", "b", "c"])
        'a, b and c'
        """
        if style == "standard" and self.language in _BARE:
            return ", ".join(f"{part}" for part in parts)
        return str(format_list(parts, style=style, locale=self._locale))  # type: ignore[arg-type]

    def tongue(self, code: str) -> str:
        """The name of the language with that code.

        >>> Wording("en").tongue("ko"), Wording("en").tongue("xx")
        ('Korean', 'xx')
        """
        return str(self._locale.languages.get(code.partition("-")[0], code))
