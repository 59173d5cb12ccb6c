"""Modes of a journey's own that no leg has, or whose lines look like those of another."""

from __future__ import annotations

from collections.abc import Iterator

from journey.model.part import Fault
from journey.track.track import Track


def modes(track: Track) -> Iterator[Fault]:
    """The journey's own modes that are not used, or drawn as another one that is."""
    used = {leg.means.id: leg.means for leg in track.legs}
    for index, own in enumerate(track.journey.modes):
        means = used.get(own.id)
        if means is None:
            yield Fault(("modes", index), "mode_unused", {"id": own.id})
            continue
        alike = (one.id for one in used.values() if one.ink == means.ink and one.id != own.id)
        for other in alike:
            yield Fault(("modes", index), "modes_alike", {"id": own.id, "other": other})
            break
