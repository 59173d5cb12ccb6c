"""The basis that a journey or a leg gives once, for all claims in it that have none of their own.

A claim takes over the basis, and what that asks for, from its leg, and what
the leg does not give from the journey; what it says itself stays. A claim
that names a ground of its own, such as a reason, takes over no basis that asks
for another. What a class compares the journey with takes over nothing, for
that is not of the journey.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, get_args

from journey.errors import KeyPath
from journey.model.claims import GROUNDS, Claim, Grounds
from journey.model.journey import Journey
from journey.model.part import Part, claims
from journey.model.teaching import Teaching

# What is taken over: the basis, and what one asks for.
_KEYS = ("basis", *GROUNDS.values())


class _Given(NamedTuple):
    """What is given once, and where."""

    value: Any
    path: KeyPath


def inherit(data: dict[str, Any]) -> dict[KeyPath, KeyPath]:
    """Put what is given once into the claims of a journey's ``data``.

    It gives where each value now stands that a claim took over, and from where.

    >>> data = {"basis": "reported", "source": "log", "places": [{"id": "a"}]}
    >>> inherit(data)[("places", 0, "source")]
    ('source',)
    >>> data["places"]
    [{'id': 'a', 'basis': 'reported', 'source': 'log'}]
    """
    origins: dict[KeyPath, KeyPath] = {}
    _hand_on(Journey, data, (), {}, origins)
    return origins


def _hand_on(
    model: type[Part],
    data: dict[str, Any],
    path: KeyPath,
    given: dict[str, _Given],
    origins: dict[KeyPath, KeyPath],
) -> None:
    """Hand on what is ``given`` to a part of the journey, and to all inside it."""
    if issubclass(model, Grounds):
        own = {key: _Given(data[key], (*path, key)) for key in _KEYS if data.get(key) is not None}
        given = {**given, **own}
    elif given and issubclass(model, Claim) and not model.misspelt(data, _KEYS):
        for key, found in _taken(data, given):
            data[key] = found.value
            origins[(*path, key)] = found.path
    for key, inner in _parts(model):
        for inside, value in claims(data, key):
            _hand_on(inner, value, (*path, *inside), given, origins)


def _taken(claim: dict[str, Any], given: dict[str, _Given]) -> Iterator[tuple[str, _Given]]:
    """What the claim takes over, by key: its basis, and what that asks for."""
    own = [ground for ground in GROUNDS.values() if ground in claim]
    basis = claim.get("basis")
    if "basis" not in claim and "basis" in given:
        basis = given["basis"].value
        if own and _ground(basis) not in own:
            return
        yield "basis", given["basis"]
    ground = _ground(basis)
    if ground in given and ground not in own:
        yield ground, given[ground]


def _ground(basis: Any) -> str:
    """What the basis asks for, or "" where it is none."""
    return GROUNDS.get(basis, "") if isinstance(basis, str) else ""


@cache
def _parts(model: type[Part]) -> list[tuple[str, type[Part]]]:
    """The parts that stand under keys of the model, each with its key."""
    fields = model.model_fields.items()
    return [
        (field.alias or name, inner)
        for name, field in fields
        for inner in _models(field.annotation)
    ]


def _models(annotation: Any) -> Iterator[type[Part]]:
    if not isinstance(annotation, type):
        for inner in get_args(annotation):
            yield from _models(inner)
    elif issubclass(annotation, Part) and annotation is not Teaching:
        yield annotation
