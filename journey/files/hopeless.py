"""A long journey of which so much is wrong that nobody reads all of it."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from journey.files.verdict import MOST
from journey.model.journey import Leg, Place
from journey.model.part import Part

# Of lists that are so long their first items are looked at before all of them, and where
# each of these has a fault, more.
_LONG, _FIRST = 5_000, (500, 2_500)
# Half of what is found, or more, may be left untold, since it follows from the rest.
_ENOUGH = 2 * MOST


class _Beginning(Part):
    """The first of its places and legs, and nothing of what these say of each other."""

    places: tuple[Place, ...] = ()
    legs: tuple[Leg, ...] = ()


def hopeless(data: dict[str, Any]) -> ValidationError | None:
    """What is wrong with the beginning of a long journey, if that alone is more than is told.

    To find the rest, too, would take seconds, and change nothing that anybody reads.
    """
    lists = {key: data[key] for key in ("places", "legs") if isinstance(data.get(key), list)}
    if not any(len(listed) > _LONG for listed in lists.values()):
        return None
    for first in _FIRST:
        error = _faults({key: listed[:first] for key, listed in lists.items()})
        if error is None or error.error_count() < first:
            return None
        if error.error_count() > _ENOUGH:
            return error
    return None


def _faults(data: dict[str, Any]) -> ValidationError | None:
    try:
        _Beginning.model_validate(data)
    except ValidationError as error:
        return error
    return None
