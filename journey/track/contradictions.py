"""What a journey's claims of time contradict each other in.

Clock times are held against their order first, then each length of time against
the clock times around it, then all together. A length is given the room by
which it was rounded before it counts as a contradiction.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import reduce
from operator import add

from journey.errors import Code, Figures, dotted
from journey.geo.interval import SECONDS
from journey.model.calendar import ClockTime
from journey.model.claims import NUMBERS, Duration
from journey.model.journey import Journey
from journey.model.part import Fault
from journey.model.quantity import widened
from journey.track.dial import near_date_line
from journey.track.events import DIAL, EPOCH, MIDNIGHT, Events, Ground, events, ticks
from journey.track.firstday import first_day, perhaps
from journey.track.network import Bounds, Constraint, ContradictionError, Network
from journey.track.trail import Trails

# So many contradictions are told of those that only all claims together show.
MOST = 20
# So often gaps are opened again that can't all be shut, before all of them are.
_TRIES = 20


@dataclass(frozen=True)
class Settled:
    """The events, the network that holds between them, and what could not hold.

    ``origins`` are the moments from which clocks count in it, and ``bounds`` are
    as seen from these, or from the beginning where no clock does. Lengths that
    contradict clock times do not count; where clock times contradict each other
    none of them does, for what is told by lengths alone is at least in order.
    """

    events: Events
    network: Network
    bounds: dict[int, Bounds]
    faults: tuple[Fault, ...] = ()

    @property
    def origins(self) -> tuple[int, ...]:
        """The moments from which clocks count."""
        return tuple(source for source in self.bounds if source <= MIDNIGHT)


def contradictions(journey: Journey) -> list[Fault]:
    """What the claims of time contradict each other in.

    Each stands at one of the claims; ``others`` are the paths of the rest.
    """
    return list(settled(journey).faults)


def settled(journey: Journey) -> Settled:
    """The events of the journey, and the network that holds between them.

    Days without a zone are counted by one clock, unless they contradict each other
    near the date line.
    """
    found = _settled(events(journey))
    if not found.faults:
        found = _on_a_day(journey, found)
    by_dial = any(clock.a == DIAL for clock in found.events.clocks)
    if found.faults and by_dial and any(near_date_line(place.lon) for place in journey.places):
        apart = _settled(events(journey, one_dial=False))
        return apart if len(apart.faults) < len(found.faults) else found
    return found


def _on_a_day(journey: Journey, found: Settled) -> Settled:
    """The same with clocks that count from the day on which the journey starts, if that is told."""
    if day := first_day(journey, found.events, found.bounds):
        return _settled(events(journey, day=day))
    if day := perhaps(journey, found.events, found.bounds):
        dated = _settled(events(journey, day=day))
        return found if dated.faults else dated
    return found


def _settled(found: Events) -> Settled:
    faults, cuts = _order(found)
    try:
        if not cuts:
            network = Network(found.count, _all(found, found.lengths))
            return Settled(found, network, _bounds(found, network))
    except ContradictionError:
        pass
    faults += _contradicting(held := _Held(found, cuts))
    if cuts:
        return _by_lengths(found, tuple(faults))
    network = held.network()
    return Settled(found, network, _bounds(found, network), tuple(faults))


def _all(found: Events, lengths: Sequence[Constraint]) -> list[Constraint]:
    return [*found.origins, *found.clocks, *found.orders, *lengths]


def _bounds(found: Events, network: Network) -> dict[int, Bounds]:
    clocks = {clock.a for clock in found.clocks}
    dated = any(origin.a == EPOCH and origin.b == MIDNIGHT for origin in found.origins)
    if dated or clocks & {EPOCH, DIAL}:
        clocks.add(EPOCH)
    return {source: network.bounds(source) for source in sorted(clocks) or [found.begin]}


def _by_lengths(found: Events, faults: tuple[Fault, ...]) -> Settled:
    """What is left where clock times contradict each other: how long legs take, and waits."""
    stops = {event for leg in found.legs for pair in leg.stops for event in pair}
    lengths = [length for length in found.lengths if length.a not in stops]
    network = Network(found.count, [*found.orders, *lengths])
    return Settled(found, network, {found.begin: network.bounds(found.begin)}, faults)


def closed(
    found: Settled, shut: frozenset[tuple[int, int]]
) -> tuple[Network, dict[int, Bounds], frozenset[tuple[int, int]]]:
    """The network in which no time passes where nobody is known to wait, and its bounds.

    Gaps that can't all be shut are opened, and left open.
    """
    for _ in range(_TRIES if shut else 0):
        links = [Constraint(a, b, 0, 0) for a, b in sorted(shut)]
        network = Network(found.events.count, [*found.network.constraints, *links])
        try:
            return network, {source: network.bounds(source) for source in found.bounds}, shut
        except ContradictionError as error:
            cycle = [network.constraints[k] for k in error.cycle]
            shut -= {(link.a, link.b) for link in cycle if not link.ground and link.high == 0}
    return found.network, found.bounds, frozenset()


def _order(found: Events) -> tuple[list[Fault], list[int]]:
    """Clock times that are over before one that came earlier, and the events of the later ones."""
    faults: list[Fault] = []
    cuts: list[int] = []
    latest: dict[int, Constraint] = {}
    nearest: dict[int, Constraint] = {}
    for clock in sorted(found.clocks, key=lambda clock: clock.b):
        before = latest.get(clock.a)
        if before and _over(clock, before):
            near = nearest[clock.a]
            faults.append(_out_of_order(near if _over(clock, near) else before, clock, found))
            cuts.append(clock.b)
            latest, nearest = {}, {}
        if clock.a not in latest or clock.low > latest[clock.a].low:
            latest[clock.a] = clock
        nearest[clock.a] = clock
    return faults, cuts


def _over(clock: Constraint, before: Constraint) -> bool:
    """Whether a clock time was over before that of an earlier event began.

    A day is over when the next one begins; of two instants one may be the other.
    """
    touching = clock.low < clock.high == before.low < before.high
    return before.b < clock.b and (clock.high < before.low or touching)


def _out_of_order(before: Constraint, clock: Constraint, found: Events) -> Fault:
    arrivals = {leg.arrives for leg in found.legs}
    departures = {leg.departs for leg in found.legs}
    code: Code = "times_out_of_order"
    if before.b in departures and clock.b in arrivals and clock.b not in departures:
        code = "arrives_before_departing"
    elif before.b in arrivals and clock.b in departures:
        code = "departs_before_arriving"
    times = (*clock.ground.when, *before.ground.when)
    if all(isinstance(when, ClockTime) for when in times):
        # What is missing, most often, is that it is another day.
        code = "clock_out_of_order"
    return _fault(code, clock.ground, [before.ground])


@dataclass
class _Held:
    """Constraints that are held against each other; ``lengths`` may give way."""

    events: Events
    cuts: list[int]
    lengths: list[Constraint] = field(init=False)
    firm: list[Constraint] = field(init=False)
    rounded: set[tuple[int, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.lengths = [length for length in self.events.lengths if self._whole(length)]
        orders = [order for order in self.events.orders if self._whole(order)]
        self.firm = [*self.events.origins, *self.events.clocks, *orders]

    def _whole(self, link: Constraint) -> bool:
        """Whether no contradiction in the order lies between the two events."""
        return bisect_right(self.cuts, link.a) == bisect_right(self.cuts, link.b)

    def network(self) -> Network:
        return Network(self.events.count, [*self.firm, *self.lengths])


def _contradicting(held: _Held) -> list[Fault]:
    """What contradicts, after lengths that are only rounded were given room."""
    return [*_against_clocks(held), *_together(held)]


def _against_clocks(held: _Held) -> Iterator[Fault]:
    """Lengths that do not fit the clock times around them."""
    clocks = Network(held.events.count, held.firm)
    try:
        seen = [Trails(clocks, found) for found in _bounds(held.events, clocks).values()]
    except ContradictionError:
        return
    kept: list[Constraint] = []
    for length in held.lengths:
        if all(_fits(length, trails.bounds) for trails in seen):
            kept.append(length)
            continue
        wider = _rounded(length)
        against = next((trails for trails in seen if not _fits(wider, trails.bounds)), None)
        if against is None:
            kept.append(wider)
        else:
            yield _fault("time_against_clocks", length.ground, _behind(length, against))
    held.lengths = kept


def _fits(length: Constraint, found: Bounds) -> bool:
    """Whether the length may be what lies between the clock times of its events."""
    least = found.low[length.b] - found.high[length.a]
    most = found.high[length.b] - found.low[length.a]
    return length.low <= most and least <= length.high


def _behind(length: Constraint, trails: Trails) -> list[Ground]:
    """The claims by which the length is too long, or else too short."""
    long = trails.bounds.high[length.b] - trails.bounds.low[length.a] < length.low
    ends = (
        (trails.low(length.a), trails.high(length.b))
        if long
        else (trails.high(length.a), trails.low(length.b))
    )
    return [ground for trail in ends if trail for ground in trail.grounds]


def _together(held: _Held) -> Iterator[Fault]:
    """What only all claims together show, until they hold."""
    left = MOST
    while left:
        network = held.network()
        try:
            _bounds(held.events, network)
        except ContradictionError as error:
            cycle = [network.constraints[k] for k in error.cycle]
            if not _give_way(held, cycle):
                left -= 1
                yield _given_up(held, cycle)
        else:
            return
    held.lengths = []


def _give_way(held: _Held, cycle: Sequence[Constraint]) -> bool:
    """Whether lengths among the constraints were rounded, and now have that room."""
    lengths = {_ends(link) for link in cycle if link.ground and link.a > MIDNIGHT}
    exact = lengths - held.rounded
    held.lengths = [
        _rounded(length) if _ends(length) in exact else length for length in held.lengths
    ]
    held.rounded |= exact
    return bool(exact)


def _ends(link: Constraint) -> tuple[int, int]:
    return link.a, link.b


def _given_up(held: _Held, cycle: Sequence[Constraint]) -> Fault:
    """The contradiction of the constraints, of which the last length, or clock, is dropped."""
    ids = {id(link) for link in cycle}
    lengths = [length for length in held.lengths if id(length) in ids]
    clocks = [link for link in held.firm if id(link) in ids and link.ground]
    last = max(lengths or clocks, key=lambda link: link.b)
    held.lengths = [length for length in held.lengths if length is not last]
    held.firm = [link for link in held.firm if link is not last]
    others = [link.ground for link in cycle if link.ground and link is not last]
    return _fault("times_contradict", last.ground, others)


def _fault(code: Code, ground: Ground, others: Sequence[Ground]) -> Fault:
    figures: Figures = {
        "told": _told(ground),
        "against": tuple(dict.fromkeys(_told(other) for other in others)),
        "others": tuple(dict.fromkeys(dotted(path) for other in others for path in other.paths)),
    }
    return Fault(ground.paths[-1], code, figures)


def _told(ground: Ground) -> str:
    """What is claimed, as it stands in a file."""
    if ground.when:
        return " / ".join(dict.fromkeys(map(_shown, ground.when)))
    return " + ".join(_length(claim) for claim in ground.claims if isinstance(claim, Duration))


def _shown(when: object) -> str:
    return when.isoformat(timespec="minutes") if isinstance(when, datetime) else str(when)


def _length(claim: Duration) -> str:
    numbers = claim.range or [n for name in NUMBERS if (n := getattr(claim, name)) is not None]
    return f"{'-'.join(f'{n:g}' for n in numbers)} {claim.unit}"


def _rounded(length: Constraint) -> Constraint:
    """The length with the room by which its claims were rounded."""
    sizes = (widened(vars(claim), SECONDS) for claim in length.ground.claims)
    low, high = ticks(reduce(add, sizes))
    return length._replace(low=low, high=high)
