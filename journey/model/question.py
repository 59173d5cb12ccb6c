"""Questions to a class; some are guesses, whose answer the track knows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, TypeGuard

from journey.model.claims import Id, Number, Text
from journey.model.part import Fault, Part

# The units in which each quantity may be guessed.
UNITS = {
    "duration": ("s", "min", "h", "d", "w", "y"),
    "distance": ("m", "km", "mi"),
    "speed": ("km/h",),
    "direction": ("deg",),
}
_SLIDER = ("low", "high", "step")
_GUESS = ("of", "unit", *_SLIDER)


def is_number(value: Any) -> TypeGuard[float]:
    """Whether it is a number within the limits that are told where it stands."""
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1e9


class Question(Part):
    """A question and its answer; a guess is answered by the track as well.

    Of a guess, ``of`` says what is guessed of the leg, or of the whole journey
    where it names none; ``low``, ``high`` and ``step`` are those of a slider, in
    ``unit``. A direction is in degrees clockwise from north.
    """

    id: Id
    kind: Literal["discuss", "guess"]
    text: Text
    answer: Text
    leg: Id | None = None
    of: Literal["duration", "distance", "speed", "direction"] | None = None
    unit: Literal["s", "min", "h", "d", "w", "y", "m", "km", "mi", "km/h", "deg"] | None = None
    low: Number | None = None
    high: Number | None = None
    step: Number | None = None

    @classmethod
    def _faults(cls, data: dict[str, Any]) -> Iterator[Fault]:
        yield from super()._faults(data)
        given = [name for name in _GUESS if data.get(name) is not None]
        if data.get("kind") == "discuss" and given:
            yield Fault((given[0],), "only_of_a_guess")
        lacking = tuple(name for name in _GUESS if name not in given)
        if data.get("kind") == "guess":
            if lacking and not cls.misspelt(data, lacking):
                yield Fault((), "guess_lacks", {"names": lacking})
            yield from _measured(data)
            yield from _slid(*(data.get(name) for name in _SLIDER))


def _measured(data: dict[str, Any]) -> Iterator[Fault]:
    of, unit = data.get("of"), data.get("unit")
    if not (isinstance(of, str) and isinstance(unit, str)):
        return
    units = UNITS.get(of, ())
    known = {name for names in UNITS.values() for name in names}
    if units and unit in known and unit not in units:
        yield Fault(("unit",), "unit_of_another", {"quantity": of, "unit": unit, "units": units})


def _slid(low: Any, high: Any, step: Any) -> Iterator[Fault]:
    if not (is_number(low) and is_number(high)):
        return
    if low >= high:
        yield Fault(("high",), "high_not_over_low", {"low": low, "high": high})
    elif is_number(step) and not 0 < step <= high - low:
        yield Fault(("step",), "step_does_not_fit", {"step": step, "low": low, "high": high})
