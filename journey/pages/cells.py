"""What stands in the rows of a leg, as HTML: figures, who says so in short, all else folded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from journey.geo.interval import Interval
from journey.model.journey import Journey
from journey.pages.footing import BESIDE, claim, figure, grounds, mark
from journey.track.facts import About, Drawn, Fact, about, facts, for_readers
from journey.track.readings import Times
from journey.track.track import LegTrack
from journey.words.facts import footings, label
from journey.words.html import joined, listed, tag
from journey.words.jumps import jumps
from journey.words.provenance import Footing, interval
from journey.words.wording import Wording

# What is told of a leg, in this order.
ROWS = ("duration", "distance", "speed", "ends", "way", "line", "clocks", "unknown")
# What is told of the way between both ends.
BETWEEN: tuple[About, ...] = ("stop", "passes", "reaches", "wait", "leaves")
# What needs to be said by name, for it stands beside other facts of the same kind.
_NAMED: tuple[About, ...] = ("to", "departs", "arrives", "passes", "reaches", "wait", "leaves")
# What follows from figures that stand beside it: from which, its mark says.
_RECKONED: tuple[About, ...] = ("speed", "departs", "arrives")
# So many stops are named; of more, the first and the last, and all of them folded.
_FEW = 3

# What there is to say, by row.
Cells = Mapping[str, Markup]


def cells(
    leg: LegTrack, before: LegTrack | None, journey: Journey, wording: Wording, *, brief: bool
) -> Cells:
    """What stands in the rows of the leg that comes after ``before``.

    ``brief`` leaves out what the figures stand on.
    """
    found, said = facts(leg), _Teller(journey, wording, brief)
    told = {
        "duration": said.all(about(found, "duration")) or _soft("leg.unknown_duration", wording),
        "distance": said.all(about(found, "distance")),
        "speed": said.all(about(found, "speed")) or _no_speed(leg, wording),
        "ends": said.all(ends(found, before)),
        "way": said.all(for_readers(found, BETWEEN)) + said.stops(found),
        "line": said.all(for_readers(found, "line")),
        "clocks": joined(said.one(clocks) for clocks in jumps(leg, journey, wording)),
        "unknown": listed(map(wording.pick, leg.leg.unknown)),
    }
    return {row: cell for row, cell in told.items() if cell}


def ends(found: Sequence[Fact], before: LegTrack | None) -> Iterator[Fact]:
    """Where and when it starts and ends, but for a start that is told of the leg before."""
    last = [fact.used.figure for fact in about(facts(before), "arrives")] if before else []
    for fact in about(found, "from", "departs", "to", "arrives"):
        if fact.about != "departs" or fact.claimed or fact.used.figure not in last:
            yield fact


def _soft(key: str, wording: Wording) -> Markup:
    return tag("span", wording.say(key), class_="by")


def _no_speed(leg: LegTrack, wording: Wording) -> Markup:
    if leg.stays:
        return Markup("")
    return _soft("leg.speed_vague" if leg.speed is not None else "leg.speed_unknown", wording)


@dataclass(frozen=True)
class _Teller:
    """Tells facts of a journey as HTML; ``brief``, without what they stand on."""

    journey: Journey
    wording: Wording
    brief: bool

    def all(self, found: Iterable[Fact]) -> Markup:
        """The facts one below the other."""
        return joined(map(self._fact, found))

    def one(self, found: Footing) -> Markup:
        """A figure with its mark, and below it what it stands on."""
        return self._told("", figure(found, self.wording), grounds(found, self.wording))

    def _told(self, name: str, said: Markup, *stands: Markup, timed: bool = False) -> Markup:
        named = tag("span", f"{name} ", class_="of") if name else ""
        return tag(
            "div",
            tag("span", named, said, class_="figure"),
            *(() if self.brief else stands),
            class_="fact timed" if timed else "fact",
        )

    def _fact(self, fact: Fact) -> Markup:
        name = label(fact, self.wording) if fact.about in _NAMED else ""
        first, *others = footings(fact, self.journey, self.wording)
        timed = isinstance(fact.used.figure, Times)
        if fact.about in _RECKONED and not fact.claimed:
            dot = mark(first.basis, self.wording, first.why)
            return self._told(name, joined((tag("strong", first.said), dot), BESIDE), timed=timed)
        if isinstance(fact.used.figure, Drawn):
            first = self._drawn(first, fact.used.figure)
        stands = (grounds(first, self.wording), self._others(fact, others))
        return self._told(name, figure(first, self.wording), *stands, timed=timed)

    def _drawn(self, found: Footing, line: Drawn) -> Footing:
        """The line by its length alone: what holds for all lines is said once, beside them."""
        if line.gap:
            return found
        length = interval(Interval.exactly(line.km), "km", self.wording)
        return found._replace(said=length)

    def _others(self, fact: Fact, others: Sequence[Footing]) -> Markup:
        """What else is said of it, in short; who says so, and why, is folded."""
        if not others:
            return Markup("")
        sourced = any(found.links for found in others)
        words = self.wording.listing([found.said for found in others], "or")
        lead = self.wording.say("legs.others_say" if sourced else "legs.or", said=words)
        differ = tag("p", self.wording.say("claim.disagree"), class_="differ")
        return tag(
            "details",
            tag("summary", lead),
            differ if fact.differ else "",
            joined((claim(found, self.wording) for found in others), " "),
            class_="by others",
        )

    def stops(self, found: Sequence[Fact]) -> Markup:
        """The stops of which no more is told than that they are on the way."""
        told = [fact.place for fact in for_readers(found, BETWEEN)]
        plain = [fact for fact in about(found, "stop") if fact.place not in told]
        names = [self.wording.pick(fact.place.name) for fact in plain if fact.place]
        if not names or self.brief:
            return tag("div", self.wording.listing(names), class_="by") if names else Markup("")
        lead = self.wording.listing(names)
        if len(names) > _FEW:
            first, *_, last = names
            lead = self.wording.say("legs.stops", first=first, last=last, number=len(names))
        groups = groupby(zip(names, map(self._alone, plain), strict=True), lambda pair: pair[1])
        said = (self._alike([name for name, _ in group], one) for one, group in groups)
        return tag("details", tag("summary", lead), joined(said, " "), class_="by")

    def _alone(self, fact: Fact) -> Footing:
        """What it stands on, without what is said."""
        return footings(fact, self.journey, self.wording)[0]._replace(said="")

    def _alike(self, names: Sequence[str], stands: Footing) -> Markup:
        """The stops that are known in the same way."""
        return claim(stands._replace(said=self.wording.listing(names)), self.wording)
