"""Claims of which a part is told nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from journey.errors import KeyPath
from journey.model.part import DRAWN, Fault


def claims(data: Any, path: KeyPath = ()) -> Iterator[Fault]:
    """The reasons that stand beside a method: of the two only that is told."""
    if isinstance(data, list):
        for index, value in enumerate(data):
            yield from claims(value, (*path, index))
    elif isinstance(data, dict):
        if data.get("basis") and data.get("method") and data.get("reason"):
            yield Fault((*path, "reason"), "reason_untold")
        for key, value in data.items():
            if key not in DRAWN:
                yield from claims(value, (*path, key))
