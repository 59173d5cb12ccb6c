"""The claims behind a bound: the path on which it follows from them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from journey.model.calendar import Grain
from journey.model.claims import Basis, Claim
from journey.track.events import Ground
from journey.track.network import Bounds, Network, other


class Trail(NamedTuple):
    """A path of claims, the last one first, with the weakest of what is known of them.

    ``assumed`` and ``rough`` say that one of them is; ``grain`` is the coarsest.
    """

    ground: Ground
    before: Trail | None
    assumed: bool
    rough: bool
    grain: Grain

    @classmethod
    def on(cls, ground: Ground, before: Trail | None) -> Trail:
        """The trail that leads one claim on from ``before``."""
        assumed = any(claim.basis is Basis.ASSUMED for claim in ground.claims)
        if before is None:
            return cls(ground, None, assumed, ground.rough, ground.grain)
        return cls(
            ground,
            before,
            assumed or before.assumed,
            ground.rough or before.rough,
            max(ground.grain, before.grain),
        )

    @property
    def grounds(self) -> list[Ground]:
        """The grounds on it, the first one first."""
        found: list[Ground] = []
        at: Trail | None = self
        while at:
            found.append(at.ground)
            at = at.before
        return found[::-1]


class Trails:
    """The trails to the events of a network, seen from one of them; each is found once."""

    def __init__(self, network: Network, bounds: Bounds) -> None:
        self.network, self.bounds = network, bounds
        self._low: dict[int, Trail | None] = {bounds.source: None}
        self._high: dict[int, Trail | None] = {bounds.source: None}

    def low(self, event: int) -> Trail | None:
        """The claims behind the lower bound of the event; None where no claim is."""
        return self._found(event, self.bounds.below, self._low)

    def high(self, event: int) -> Trail | None:
        """The claims behind the upper bound of the event; None where no claim is."""
        return self._found(event, self.bounds.above, self._high)

    def _found(self, event: int, by: list[int], known: dict[int, Trail | None]) -> Trail | None:
        path: list[int] = []
        while event not in known and by[event] >= 0:
            path.append(event)
            event = other(self.network.constraints[by[event]], event)
        trail = known.get(event)
        for step in reversed(path):
            ground = self.network.constraints[by[step]].ground
            trail = Trail.on(ground, trail) if ground else trail
            known[step] = trail
        return trail


def claims(trails: Iterable[Trail | None]) -> tuple[Claim, ...]:
    """All claims on the trails, each once."""
    grounds = (ground for trail in trails if trail for ground in trail.grounds)
    found = {id(claim): claim for ground in grounds for claim in ground.claims}
    return tuple(found.values())


def basis(trails: Iterable[Trail | None]) -> Basis:
    """How something is known that follows from the claims on the trails."""
    return Basis.ASSUMED if any(t.assumed for t in trails if t) else Basis.DERIVED
