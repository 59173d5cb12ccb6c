"""The base of all models, which tells every fault of a part at once.

Pydantic asks the fields alone, or the whole only when every field is right;
here the whole is asked in any case, so that no fault hides another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Any, NamedTuple, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    ValidationError,
    model_validator,
)
from pydantic_core import InitErrorDetails, PydanticCustomError

Where = tuple[str | int, ...]


class Fault(NamedTuple):
    """Where a fault is, below the part that has it; what it is; and how to mend it."""

    where: Where
    what: str
    mend: str


def items(data: dict[str, Any], key: str) -> list[tuple[int, dict[str, Any]]]:
    """The groups of keys in the list under ``key``, each with its index."""
    value = data.get(key)
    if not isinstance(value, list | tuple):
        return []
    return [(i, item) for i, item in enumerate(value) if isinstance(item, dict)]


class Part(BaseModel):
    """Base of all models: frozen, and closed to keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    @model_validator(mode="wrap")
    @classmethod
    def _agrees(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        """Check each field and what the fields say of each other, and complain once."""
        found = [_detail(*fault) for fault in cls._faults(data)] if isinstance(data, dict) else []
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
    def _misspelt(cls, data: dict[str, Any], names: Sequence[str]) -> bool:
        """Whether a key that is not known stands there for one of ``names``."""
        odd = [key for key in data if isinstance(key, str) and key not in cls.model_fields]
        return any(get_close_matches(name, odd, 1) for name in names)


def _detail(where: Where, what: str, mend: str) -> InitErrorDetails:
    error = PydanticCustomError("agreement", "{what}", {"what": what, "mend": mend})
    return InitErrorDetails(type=error, loc=where, input=None)


def _again(error: Any) -> InitErrorDetails:
    context = {**error.get("ctx", {}), "what": error["msg"]}
    kept = PydanticCustomError(error["type"], "{what}", context)
    return InitErrorDetails(type=kept, loc=error["loc"], input=error["input"])
