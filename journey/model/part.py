"""The base of all models, which tells every fault of a part at once.

Pydantic asks the fields alone, or the whole only when every field is right;
here the whole is asked in any case, so that no fault hides another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    ValidationError,
    model_validator,
)
from pydantic_core import InitErrorDetails, PydanticCustomError

from journey.errors import Code, Figure, Figures, KeyPath, close

# What of a shape stands in a file of its own, from which reading puts it in: one for each point.
DRAWN = ("line", "times", "heights")


class Fault(NamedTuple):
    """Where parts or fields contradict each other, below what has them; how; and figures."""

    path: KeyPath
    code: Code
    figures: Figures = MappingProxyType({})


def refusal(code: Code, **figures: Figure) -> PydanticCustomError:
    """The error that a field raises which can't take its value."""
    return PydanticCustomError(code, code, {"figures": figures})


def items(data: dict[str, Any], key: str) -> list[tuple[int, dict[str, Any]]]:
    """The groups of keys in the list under ``key``, each with its index."""
    value = data.get(key)
    if not isinstance(value, list | tuple):
        return []
    return [(i, item) for i, item in enumerate(value) if isinstance(item, dict)]


def claims(data: dict[str, Any], key: str) -> list[tuple[KeyPath, dict[str, Any]]]:
    """The claims under ``key``, each with its path below ``data``; one alone needs no list."""
    alone = data.get(key)
    if isinstance(alone, dict):
        return [((key,), alone)]
    return [((key, index), claim) for index, claim in items(data, key)]


class Part(BaseModel):
    """Base of all models: frozen, and closed to keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    @model_validator(mode="wrap")
    @classmethod
    def _agrees(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        """Check each field and what the fields say of each other, and complain once."""
        found = [_detail(fault) for fault in cls._faults(data)] if isinstance(data, dict) else []
        try:
            part = handler(data)
        except ValidationError as error:
            if not found:
                raise
            found = [_again(e) for e in error.errors(include_url=False)] + found
        if found:
            raise ValidationError.from_exception_data(cls.__name__, found)
        return part

    @classmethod
    def _faults(cls, data: dict[str, Any]) -> Iterator[Fault]:
        """What the fields contradict each other in; what is malformed is passed over."""
        yield from ()

    @classmethod
    def misspelt(cls, data: dict[str, Any], names: Sequence[str]) -> bool:
        """Whether a key that is not known stands there for one of ``names``."""
        known = cls._keys()
        odd = [key for key in data if isinstance(key, str) and key not in known]
        return bool(odd) and any(close(name, odd) for name in names)

    @classmethod
    @cache
    def _keys(cls) -> frozenset[str]:
        """The keys that a file may have for it."""
        return frozenset(field.alias or name for name, field in cls.model_fields.items())

    @classmethod
    def _one_of_two(cls, data: dict[str, Any], first: str, second: str) -> Iterator[Fault]:
        """The fault of fields of which one has to be given, and not both."""
        given = [name for name in (first, second) if data.get(name) is not None]
        if len(given) == 2 or not (given or cls.misspelt(data, (first, second))):
            yield Fault((), "one_of_two", {"first": first, "second": second})


def _detail(fault: Fault) -> InitErrorDetails:
    context = {"figures": fault.figures, "between_fields": True}
    error = PydanticCustomError(fault.code, fault.code, context)
    return InitErrorDetails(type=error, loc=fault.path, input=None)


def _again(error: Any) -> InitErrorDetails:
    context = {**error.get("ctx", {}), "what": error["msg"]}
    kept = PydanticCustomError(error["type"], "{what}", context)
    return InitErrorDetails(type=kept, loc=error["loc"], input=error["input"])
