"""Journeys made up by chance, whose claims all hold of one way of travelling."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from math import ceil, floor
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from journey.model.journey import Journey
from tests.conftest import Data, journey, known, leg, place

# How finely times are told on a journey: to the instant, between two, the day, month or year.
_KINDS = ["i", "b", "d", "idb", "m", "idbmy"]


def invented(seed: int) -> Journey:
    """A journey of up to five legs, of which something is claimed here and there."""
    random = Random(seed)
    count = random.randint(1, 5)
    zone = random.choice([None, "Asia/Tokyo", "America/New_York"])
    ids = [f"p{index}" for index in range(count + 1)]
    places = [place(key, 0, east * 3, zone=zone) for east, key in enumerate(ids)]
    told = _Traveller(random, zone)
    legs = [told.leg(a, b) for a, b in pairwise(ids)]
    return journey(places=places, legs=legs)


class _Traveller:
    """Somebody on the way, who now and then tells the time, and how long something took."""

    def __init__(self, random: Random, zone: str | None) -> None:
        self.random = random
        self.zone = ZoneInfo(zone) if zone else UTC
        self.now = datetime(2021, 3, 1, tzinfo=UTC) + timedelta(minutes=random.randint(0, 99_999))
        self.kinds, self.often = random.choice(_KINDS), random.random()

    def leg(self, a: str, b: str) -> Data:
        """The next leg, and perhaps a wait after it."""
        found, start = leg(a, b, departs=self.times()), self.now
        found["stops"] = [self.stop(a) for _ in range(self.random.randint(0, 2))]
        self.passes(3_000)
        found |= {"duration": self.length(start), "arrives": self.times()}
        met = self.now
        self.passes(self.random.choice([0, 3_000]))
        found["to"]["dwell"] = self.length(met)
        return found

    def stop(self, at: str) -> Data:
        """A stop, and perhaps a wait there."""
        self.passes(500)
        found, met = known(place=at, arrives=self.times()), self.now
        self.passes(self.random.choice([0, 300]))
        return found | {"dwell": self.length(met)}

    def passes(self, most: int) -> None:
        """Let up to so many minutes pass."""
        self.now += timedelta(minutes=self.random.randint(0, most))

    def times(self) -> list[Data]:
        """What is told of this moment, if anything is."""
        if self.random.random() > self.often:
            return []
        kind, local = self.random.choice(self.kinds), self.now.astimezone(self.zone)
        if kind == "b":
            ends = (local + timedelta(minutes=off * self.random.randint(0, 600)) for off in (-1, 1))
            return [known(between=[end.isoformat() for end in ends])]
        said = {"i": local.isoformat(), "d": str(local.date()), "m": f"{local:%Y-%m}"}
        return [known(at=said.get(kind, local.year))]

    def length(self, since: datetime) -> list[Data]:
        """What is told of the time since then, if anything is."""
        minutes = (self.now - since) / timedelta(minutes=1)
        ends = [floor(minutes * self.random.random()), ceil(minutes * (1 + self.random.random()))]
        said: list[dict[str, Any]] = [
            {"value": minutes},
            {"about": minutes},
            {"range": ends},
            {"more_than": ends[0]},
            {"less_than": ends[1]},
        ]
        if self.random.random() < 0.5:
            return []
        return [known(unit="min", **self.random.choice(said))]
