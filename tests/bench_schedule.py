"""Measures the schedule of many legs beside that of a tenth of them: ``make bench``.

Each leg has two stops with waits, a claimed duration and a wait after it; every
seventh has a clock time. Ten times as many legs are to take ten times as long.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from time import process_time
from timeit import timeit

from journey.model.claims import Moment
from journey.model.journey import Journey, Leg
from journey.track.schedule import schedule
from tests.bench_rows import Row, in_turn, show
from tests.conftest import amount, journey, known, leg, place

MANY, FEW = 10_000, 1_000
PAIRS = 7
EVERY = 7  # legs from one clock time to the next
PLACES = 20
NEW_YEAR = datetime(2021, 1, 1, tzinfo=UTC)


def pattern() -> Journey:
    """A journey with one leg from each place to the next, and back to the first."""
    ids = [f"p{index}" for index in range(PLACES)]
    stops = [known(place=key, dwell=amount(5, "min")) for key in ids[:2]]
    legs = [
        leg(a, b, duration=amount(50, "min"), stops=stops)
        | {"to": known(place=b, dwell=amount(10, "min"))}
        for a, b in zip(ids, [*ids[1:], ids[0]], strict=True)
    ]
    return journey(places=[place(key, 0, east / 100) for east, key in enumerate(ids)], legs=legs)


def repeated(one: Journey, count: int) -> Journey:
    """The journey with so many legs, more than a file may have; none of it is checked again."""
    legs = [_timed(one.legs[i % PLACES], i) for i in range(count)]
    return one.model_copy(update={"legs": tuple(legs)})


def _timed(found: Leg, index: int) -> Leg:
    if index % EVERY:
        return found
    departs = Moment.model_validate(known(at=NEW_YEAR + timedelta(hours=index)))
    return found.model_copy(update={"departs": (departs,)})


def taken(found: Journey) -> float:
    """How many ms of the processor the schedule takes."""
    return timeit(lambda: schedule(found), number=1, timer=process_time) * 1_000


def rows() -> Iterator[Row]:
    """The schedule of many legs beside that of few."""
    one = pattern()
    many, few = repeated(one, MANY), repeated(one, FEW)
    title = f"schedule of {MANY:,} legs with stops, beside {FEW:,}"
    yield in_turn(title, lambda: taken(many), lambda: taken(few), PAIRS, "1,000 ms, 10")


if __name__ == "__main__":
    show(rows())
