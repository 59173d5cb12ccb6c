"""The claims behind a bound: the path on which it follows from them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from journey.geo.interval import ABOUT
from journey.model.calendar import Grain
from journey.model.claims import Basis, Claim
from journey.track.events import Ground, ticks
from journey.track.network import Bounds, Constraint, Network, other

_GRAINS = tuple(Grain)


class Manner(NamedTuple):
    """How something is known that follows: whether a claim is assumed or rough; the grain.

    ``root`` is the first claim, which is of a clock time where any is.
    """

    assumed: bool
    rough: bool
    coarse: int
    root: Ground | None = None

    def then(self, ground: Ground) -> Manner:
        """The manner of what follows from it and from one more claim."""
        coarse, root = _GRAINS.index(ground.grain), self.root or ground
        # Mostly a claim is known no worse than those before it, and nothing new has to be made.
        known = self.assumed >= ground.assumed and self.rough >= ground.rough
        if self.root and known and coarse <= self.coarse:
            return self
        assumed, rough = self.assumed or ground.assumed, self.rough or ground.rough
        return Manner(assumed, rough, max(coarse, self.coarse), root)


_FIRM = Manner(False, False, 0)


class Trail(NamedTuple):
    """A path of claims, and the weakest of what is known of them.

    ``assumed`` and ``rough`` say that one of them is; the path is followed where
    it is asked for.
    """

    manner: Manner
    event: int
    by: Sequence[int] = ()
    constraints: Sequence[Constraint] = ()
    ground: Ground | None = None

    @classmethod
    def on(cls, ground: Ground) -> Trail:
        """The trail of one claim alone."""
        return cls(_FIRM.then(ground), 0, ground=ground)

    @property
    def rough(self) -> bool:
        """Whether it is only about so."""
        return self.manner.rough

    @property
    def grounds(self) -> list[Ground]:
        """The grounds on it, the first one first."""
        if self.ground:
            return [self.ground]
        found: list[Ground] = []
        event = self.event
        while (k := self.by[event]) >= 0:
            constraint = self.constraints[k]
            if constraint.ground:
                found.append(constraint.ground)
            event = other(constraint, event)
        return found[::-1]


class Trails:
    """The trails to the events of a network, seen from one of them."""

    def __init__(self, network: Network, bounds: Bounds) -> None:
        self.network, self.bounds = network, bounds
        self._links = network.constraints
        self._low: dict[int, Manner] = {bounds.source: _FIRM}
        self._high: dict[int, Manner] = {bounds.source: _FIRM}
        self._firm = not any(c.ground and c.ground.rough for c in network.constraints)

    def low(self, event: int) -> Trail | None:
        """The claims behind the lower bound of the event; None where nothing bounds it."""
        return self._trail(event, self.bounds.below, self._low)

    def high(self, event: int) -> Trail | None:
        """The claims behind the upper bound of the event; None where nothing bounds it."""
        return self._trail(event, self.bounds.above, self._high)

    def ends(self, event: int) -> list[Trail]:
        """The claims behind the bounds of the event, as far as something bounds it."""
        return [trail for trail in (self.low(event), self.high(event)) if trail]

    def rough(self, event: int) -> bool:
        """Whether one of the bounds of the event is only about so."""
        return not self._firm and any(trail.rough for trail in self.ends(event))

    def claim(self, event: int) -> Ground | None:
        """The claim of a clock time that says both ends of a window, if it is one."""
        below, above = self.bounds.below[event], self.bounds.above[event]
        ground = self.network.constraints[below].ground if below == above >= 0 else None
        return ground if isinstance(ground, Ground) and ground.when else None

    def from_after(self, event: int) -> bool:
        """Whether a bound of the event follows from what came after it."""
        steps = (self.bounds.below[event], self.bounds.above[event])
        return any(k >= 0 and self.network.constraints[k].a == event for k in steps)

    def _trail(self, event: int, by: list[int], known: dict[int, Manner]) -> Trail | None:
        if by[event] < 0:
            return None
        return Trail(self._manner(event, by, known), event, by, self._links)

    def _manner(self, event: int, by: list[int], known: dict[int, Manner]) -> Manner:
        """How the bound of the event is known; found once for all that follow from it."""
        path: list[int] = []
        while event not in known and (k := by[event]) >= 0:
            path.append(event)
            event = other(self._links[k], event)
        manner = known.get(event, _FIRM)
        for step in reversed(path):
            ground = self._links[by[step]].ground
            known[step] = manner = manner.then(ground) if ground else manner
        return manner


def claims(trails: Iterable[Trail]) -> tuple[Claim, ...]:
    """All claims on the trails, each once."""
    grounds = (ground for trail in trails for ground in trail.grounds)
    found = {id(claim): claim for ground in grounds for claim in ground.claims}
    return tuple(found.values())


def grain(trails: Sequence[Trail]) -> Grain:
    """The coarsest in which a claim on the trails is told; without any claim, a day."""
    coarsest = max((trail.manner.coarse for trail in trails), default=_GRAINS.index(Grain.DAY))
    return _GRAINS[coarsest]


def basis(trails: Iterable[Trail]) -> Basis:
    """How something is known that follows from the claims on the trails."""
    assumed = any(trail.manner.assumed for trail in trails)
    return Basis.ASSUMED if assumed else Basis.DERIVED


def loose(trails: Trails) -> Trails | None:
    """The same where each length that is told as "about" may be off; None where none is."""
    network = trails.network
    if not any(link.ground and link.ground.rough for link in network.constraints):
        return None
    wider = Network(network.events, [_loose(link) for link in network.constraints])
    return Trails(wider, wider.bounds(trails.bounds.source))


def _loose(link: Constraint) -> Constraint:
    ground = link.ground
    if not ground or not ground.rough or ground.figure is None:
        return link
    low, high = ticks(ground.figure)
    least, most = low - low * ABOUT, high + high * ABOUT
    return link._replace(low=min(link.low, least // 1), high=max(link.high, most // 1))
