"""What is said about a journey, and how it is known: reported, derived or assumed.

Quantities carry the unit they were reported in, and nothing here does
arithmetic. Every model is frozen and checks itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal, TypeGuard
from unicodedata import category

from babel.core import get_global
from pydantic import (
    AfterValidator,
    BeforeValidator,
    Discriminator,
    Field,
    HttpUrl,
    PlainValidator,
    StringConstraints,
    Tag,
    WithJsonSchema,
)

from journey.errors import Code, Figures
from journey.geo.interval import KILOMETRES, SECONDS, SYMBOLS, YEAR, symbol
from journey.model.calendar import Date, When, dated, day, moment
from journey.model.part import Fault, Part, refusal

TEXT_LIMIT = 4_000  # characters in one text
QUOTE_LIMIT = 25  # words in one quotation
# A hundred years in each unit of time.
_CENTURIES = {unit: 100 * YEAR / seconds for unit, seconds in SECONDS.items()}


class Basis(StrEnum):
    """How a claim is known."""

    REPORTED = "reported"
    DERIVED = "derived"
    ASSUMED = "assumed"


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _rising(pair: tuple[Any, Any]) -> tuple[Any, Any]:
    """The pair, if it is of one kind and in order."""
    if type(pair[0]) is not type(pair[1]) or pair[0] > pair[1]:
        raise refusal("range_out_of_order")
    return pair


def printable(text: str) -> str:
    """The text, if files and pages can carry it: XML 1.0 takes no control character."""
    odd = next((c for c in text if category(c) in ("Cc", "Cs") and c not in "\t\n"), None)
    if odd is None:
        return text
    raise refusal("unprintable_text", character=f"U+{ord(odd):04X}")


def _short(text: str) -> str:
    if len(text.split()) > QUOTE_LIMIT:
        raise refusal("quote_too_long", limit=QUOTE_LIMIT)
    return text


def _language(code: str) -> str:
    """The code, if pages can name it: of a language that has two letters these are its code."""
    short = get_global("language_aliases").get(code)
    if short and len(short) == 2 < len(code):
        raise refusal("other_language_code", language=code, near=short)
    return code


ID = r"^[a-z0-9][a-z0-9-]{0,63}$"
LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$"
Id = Annotated[str, StringConstraints(pattern=ID)]
Language = Annotated[str, StringConstraints(pattern=LANGUAGE), AfterValidator(_language)]
Words = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=TEXT_LIMIT),
    AfterValidator(printable),
]
# One text in several languages, by language code.
Text = Annotated[dict[Language, Words], Field(min_length=1)]
# A name that is written alike in all languages, or one text by language.
Called = Annotated[
    Annotated[Words, Tag("words")] | Annotated[Text, Tag("text")],
    Discriminator(lambda value: "text" if isinstance(value, dict) else "words"),
]
QuotedText = Annotated[
    dict[Language, Annotated[Words, AfterValidator(_short)]], Field(min_length=1)
]
_Dated = WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "integer"}]})
Day = Annotated[date, PlainValidator(day), WithJsonSchema({"type": "string", "format": "date"})]
DateTold = Annotated[Date, PlainValidator(dated), _Dated]
MomentTold = Annotated[When, PlainValidator(moment), _Dated]
# Words and yes or no are no numbers, though Python would take them for some.
Number = Annotated[float, Field(strict=True, allow_inf_nan=False, ge=0, le=1e9)]
Flag = Annotated[bool, Field(strict=True)]


GROUNDS = {"reported": "source", "derived": "method", "assumed": "reason"}
_Sources = Annotated[
    tuple[Id, ...], BeforeValidator(_as_list, json_schema_input_type=Id | tuple[Id, ...])
]


class Grounds(Part):
    """What claims inside it take over that do not say how they are known."""

    basis: Basis | None = None
    given_source: Annotated[_Sources, Field(alias="source")] = ()
    method: Text | None = None
    reason: Text | None = None


class Claim(Part):
    """Something said, with how it is known.

    A reported claim names its ``source``, a derived one its ``method`` and an
    assumed one its ``reason``.
    """

    basis: Basis
    source: _Sources = ()
    method: Text | None = None
    reason: Text | None = None
    note: Text | None = None

    @classmethod
    def _faults(cls, data: dict[str, Any]) -> Iterator[Fault]:
        yield from super()._faults(data)
        basis = data.get("basis")
        ground = GROUNDS.get(basis) if isinstance(basis, str) else None
        if ground and data.get(ground) in (None, (), [], {}) and not cls.misspelt(data, [ground]):
            yield Fault((), "ungrounded", {"basis": str(basis), "ground": ground})


# What states the number of a quantity, besides a range.
NUMBERS = ("value", "about", "more_than", "less_than")
_STATING = (*NUMBERS, "range")


def _is_number(value: Any) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


class Quantity(Claim):
    """A number in ``unit``: exact, rough, open to one side, or a range.

    ``value`` may stand beside ``range``: it is then the figure used.
    """

    value: Number | None = None
    about: Number | None = None
    more_than: Number | None = None
    less_than: Number | None = None
    range: Annotated[tuple[Number, Number], AfterValidator(_rising)] | None = None

    @classmethod
    def _faults(cls, data: dict[str, Any]) -> Iterator[Fault]:
        yield from super()._faults(data)
        given = tuple(name for name in _STATING if data.get(name) is not None)
        if len(given) != 1 and given != ("value", "range") and not cls.misspelt(data, _STATING):
            code: Code = "says_several_numbers" if given else "says_no_number"
            figures: Figures = {"given": given, "names": _STATING} if given else {"names": _STATING}
            yield Fault((), code, figures)
        span, value = data.get("range"), data.get("value")
        numbers = [*(span if isinstance(span, list | tuple) else ()), value]
        # A value between the two ends is in the middle of the three in order.
        fits = not all(map(_is_number, numbers)) or sorted(numbers)[len(numbers) // 2] == value
        if len(numbers) == 3 and not fits and numbers[0] <= numbers[1]:
            yield Fault(("value",), "value_out_of_range")


def _named(units: Iterable[str]) -> BeforeValidator:
    """What takes a unit by any of its names, and tells the names to editors."""
    names = [*units, *(name for name, short in SYMBOLS.items() if short in set(units))]
    return BeforeValidator(symbol, json_schema_input_type=Literal[*names])


class Duration(Quantity):
    """How long, in ``unit``."""

    unit: Annotated[Literal["s", "min", "h", "d", "w", "y"], _named(SECONDS)]

    @classmethod
    def _faults(cls, data: dict[str, Any]) -> Iterator[Fault]:
        yield from super()._faults(data)
        unit, span = symbol(data.get("unit")), data.get("range")
        numbers = [data.get(name) for name in NUMBERS]
        numbers += span if isinstance(span, list | tuple) else ()
        limit = _CENTURIES.get(unit) if isinstance(unit, str) else None
        if limit and any(limit < n <= 1e9 for n in numbers if _is_number(n)):
            yield Fault((), "over_a_century")


class Distance(Quantity):
    """How far, in ``unit``."""

    unit: Annotated[Literal["m", "km", "mi", "nmi"], _named(KILOMETRES)]


class Speed(Quantity):
    """How fast, in ``unit``."""

    unit: Annotated[Literal["km/h"], _named(("km/h",))]


class Moment(Claim):
    """When: to the instant, day, month or year, or between two such; or by the clock alone."""

    at: MomentTold | None = None
    between: Annotated[tuple[MomentTold, MomentTold], AfterValidator(_rising)] | None = None

    @classmethod
    def _faults(cls, data: dict[str, Any]) -> Iterator[Fault]:
        yield from super()._faults(data)
        yield from cls._one_of_two(data, "at", "between")

    @property
    def ends(self) -> tuple[When, When]:
        """The earliest and the latest that is claimed, the same twice where it is exact."""
        # It holds one of the two keys.
        exact = self.at if self.at is not None else date.min
        return self.between or (exact, exact)


def _listed(value: Any) -> Any:
    """What stands alone, as a list of one; that it should be a claim is told of it, if need be."""
    return value if value is None or isinstance(value, list | tuple) else [value]


Durations = Annotated[
    tuple[Duration, ...],
    BeforeValidator(_listed, json_schema_input_type=Duration | tuple[Duration, ...]),
]
Distances = Annotated[
    tuple[Distance, ...],
    BeforeValidator(_listed, json_schema_input_type=Distance | tuple[Distance, ...]),
]
Moments = Annotated[
    tuple[Moment, ...],
    BeforeValidator(_listed, json_schema_input_type=Moment | tuple[Moment, ...]),
]


class Saying(Claim):
    """A statement about the journey, in words of the project's own."""

    text: Text


class Source(Part):
    """Who reported something, where and when: an author, a publisher or both.

    ``language`` is that of its title.
    """

    id: Id
    title: Words
    language: Language | None = None
    author: Called | None = None
    publisher: Called | None = None
    published: DateTold | None = None
    url: HttpUrl | None = None
    note: Text | None = None

    @classmethod
    def _faults(cls, data: dict[str, Any]) -> Iterator[Fault]:
        yield from super()._faults(data)
        who = ("publisher", "author")
        if not any(data.get(key) for key in who) and not cls.misspelt(data, who):
            yield Fault(("publisher",), "missing_key", {"name": "publisher"})

    @property
    def by(self) -> str | dict[str, str]:
        """Who says so, in few words: the author, or the publisher of what names none."""
        return self.author or self.publisher or ""


class Quote(Part):
    """Somebody's own words, at most 25 of them."""

    text: QuotedText
    by: Text
    source: Id
