"""Which format a journey's files are in, so that later versions can read those of today."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import PlainValidator, WithJsonSchema

from journey.errors import Code, Figures
from journey.model.part import refusal

# The format that this version reads and writes.
FORMAT = 1
# No format will have a higher number.
_MOST = 9_999


def wrong(value: Any) -> tuple[Code, Figures] | None:
    """What is wrong with the format that a file names; None where it can be read.

    >>> wrong(1), wrong(2)
    (None, ('later_format', {'format': '2', 'known': '1'}))
    """
    known = str(FORMAT)
    # Python would take yes, and 1.0, for the number 1.
    if type(value) is not int or not 1 <= value <= _MOST:
        return "no_format", {"known": known}
    if value > FORMAT:
        return "later_format", {"format": str(value), "known": known}
    return None


def _format(value: Any) -> Any:
    if found := wrong(value):
        code, figures = found
        raise refusal(code, **figures)
    return value


Format = Annotated[
    Literal[1], PlainValidator(_format), WithJsonSchema({"type": "integer", "const": FORMAT})
]
