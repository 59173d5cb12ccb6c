"""Chapters that the timeline can't take as the journey names them."""

from __future__ import annotations

from collections.abc import Iterator

from journey.model.journey import CHAPTERS
from journey.model.part import Fault
from journey.track.track import Track


def chapters(track: Track) -> Iterator[Fault]:
    """One chapter alone, or more than stand side by side: the first that is of no use."""
    named = [index for index, leg in enumerate(track.legs) if leg.leg.begins]
    if len(named) == 1:
        yield Fault(("legs", named[0], "begins"), "chapter_alone", {})
    elif len(named) > CHAPTERS:
        path = ("legs", named[CHAPTERS], "begins")
        yield Fault(path, "chapters_too_many", {"limit": CHAPTERS})
