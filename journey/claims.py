"""What is said about a journey, and how it is known: reported, derived or assumed.

Quantities carry the unit they were reported in, and nothing here does
arithmetic. Every model is frozen and checks itself.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    HttpUrl,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

TEXT_LIMIT = 4_000  # characters in one text
QUOTE_LIMIT = 25  # words in one quotation


class Basis(StrEnum):
    """How a claim is known."""

    REPORTED = "reported"
    DERIVED = "derived"
    ASSUMED = "assumed"


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _instant(value: Any) -> Any:
    """A day, or an instant where there is a clock time; strings are ISO 8601."""
    if not isinstance(value, str):
        return value
    try:
        return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
    except ValueError as error:
        raise PydanticCustomError("date", "it is no date") from error


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,63}$")]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$")]
Words = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=TEXT_LIMIT)
]
# One text in several languages, by language code.
Text = Annotated[dict[Language, Words], Field(min_length=1)]
Instant = Annotated[datetime | date, BeforeValidator(_instant)]
Number = Annotated[float, Field(allow_inf_nan=False, ge=0, le=1e9)]


class Part(BaseModel):
    """Base of all models: frozen, and closed to keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Claim(Part):
    """Something said, with how it is known.

    A reported claim names its ``source``, a derived one its ``method`` and an
    assumed one its ``reason``.
    """

    basis: Basis
    source: Annotated[tuple[Id, ...], BeforeValidator(_as_list)] = ()
    method: Text | None = None
    reason: Text | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _is_founded(self) -> Self:
        needs = {Basis.REPORTED: "source", Basis.DERIVED: "method", Basis.ASSUMED: "reason"}
        if not getattr(self, needs[self.basis]):
            raise PydanticCustomError(
                "unfounded",
                "it is {basis} but has no {needs}",
                {"basis": self.basis.value, "needs": needs[self.basis]},
            )
        return self


class Quantity(Claim):
    """A number in ``unit``: exact, rough, open to one side, or a range.

    ``value`` may stand beside ``range``: it is then the figure used.
    """

    value: Number | None = None
    about: Number | None = None
    more_than: Number | None = None
    less_than: Number | None = None
    range: tuple[Number, Number] | None = None

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        said = [
            n
            for n in ("value", "about", "more_than", "less_than", "range")
            if getattr(self, n) is not None
        ]
        if len(said) != 1 and said != ["value", "range"]:
            raise PydanticCustomError(
                "quantity", "it says {said}", {"said": " and ".join(said) or "no number"}
            )
        if (
            self.range
            and not self.range[0]
            <= (self.range[0] if self.value is None else self.value)
            <= self.range[1]
        ):
            raise PydanticCustomError("order", "the range is out of order")
        return self


class Duration(Quantity):
    """How long, in ``unit``."""

    unit: Literal["s", "min", "h", "d"]


class Distance(Quantity):
    """How far, in ``unit``."""

    unit: Literal["m", "km", "mi"]


class Moment(Claim):
    """When: a day, an instant with its UTC offset, or between two of these."""

    at: Instant | None = None
    between: tuple[Instant, Instant] | None = None

    @model_validator(mode="after")
    def _is_a_time(self) -> Self:
        if (self.at is None) == (self.between is None):
            raise PydanticCustomError("moment", "it needs either 'at' or 'between'")
        times = self.between or (self.at, self.at)
        if any(isinstance(t, datetime) and t.tzinfo is None for t in times):
            raise PydanticCustomError("naive", "a clock time has no UTC offset")
        kinds = {isinstance(t, datetime) for t in times}
        if len(kinds) == 2 or times[0] > times[1]:  # type: ignore[operator]
            raise PydanticCustomError("order", "the range is out of order")
        return self


class Saying(Claim):
    """A statement about the journey, in words of the project's own."""

    text: Text


class Source(Part):
    """Who reported something, where and when."""

    id: Id
    title: Words
    publisher: Words
    published: date | None = None
    url: HttpUrl | None = None
    note: Text | None = None


class Quote(Part):
    """Somebody's own words, at most 25 of them."""

    text: Text
    by: Text
    source: Id

    @model_validator(mode="after")
    def _is_short(self) -> Self:
        if any(len(words.split()) > QUOTE_LIMIT for words in self.text.values()):
            raise PydanticCustomError(
                "quote", "the quotation has more than {limit} words", {"limit": QUOTE_LIMIT}
            )
        return self
