"""A moment by the clock, within what bounds it is known and from which claims."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import cached_property

from journey.model.calendar import Grain
from journey.model.claims import Basis, Claim
from journey.track.trail import Trail, claims


@dataclass(frozen=True)
class Window:
    """A moment by the clock, no earlier than ``early`` and no later than ``late``.

    Both are aware, in UTC, and None where nothing bounds it; nothing finer is
    known than the ``grain``. Where nobody tells a date (not ``dated``) they are
    what the clock at that place shows, with 1 January 1970 for the day of the
    first departure. ``claimed`` says that somebody claims just this, and
    ``counted`` that it only follows from what came before. ``widest`` is within
    what it is where lengths that are told as "about" are off; None where none is.
    """

    early: datetime | None
    late: datetime | None
    grain: Grain
    basis: Basis
    trails: tuple[Trail, ...]
    claimed: bool
    counted: bool
    dated: bool = True
    widest: tuple[datetime | None, datetime | None] | None = None

    @property
    def off(self) -> float:
        """By how many s it may be off where some lengths are only about so."""
        pairs = zip((self.early, self.late), self.widest or (None, None), strict=True)
        return max((abs(b - a).total_seconds() for a, b in pairs if a and b), default=0.0)

    @property
    def rough(self) -> bool:
        """Whether it follows from lengths that are only about so."""
        return self.off > 0

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """What it comes from, the first one first."""
        return claims(self.trails)

    @cached_property
    def clock(self) -> tzinfo | None:
        """The offset from UTC by which its claims tell an instant; None where none does."""
        roots = (trail.manner.root for trail in self.trails)
        times = (when for root in roots if root and root.when for when in root.when)
        return next((when.tzinfo for when in times if isinstance(when, datetime)), None)

    @property
    def span(self) -> tuple[datetime, datetime | None] | None:
        """The earliest and the latest instant; None where no date, or no earliest one, is known."""
        return (self.early, self.late) if self.dated and self.early else None
