from __future__ import annotations

from journey.track.passage import Wait
from tests.conftest import amount, known, leg, track

HOUR = 3_600.0


def told(wait: Wait) -> tuple[str, float, float]:
    """The place of the wait, and from when to when it lasts, in h."""
    return wait.place.id, round(wait.start / HOUR, 6), round(wait.end / HOUR, 6)


def test_waits_are_told_in_their_order_with_their_claims() -> None:
    stops = [known(place="b", dwell=amount(2, "h"))]
    end = known(place="c", dwell=amount(3, "h"))
    legs = [leg("a", "c", stops=stops, to=end, duration=amount(10, "h")), leg("c", "a")]

    part, after = track(legs=legs).legs

    # Eight hours of riding, half of them before B; then three hours at the end.
    assert [told(wait) for wait in part.waits] == [("b", 4, 6), ("c", 10, 13)]
    assert [wait.reckoned.claims[0] for wait in part.waits] == [
        part.leg.stops[0].dwell[0],
        part.leg.end.dwell[0],
    ]
    assert (part.begin, part.span, after.begin) == (0, 13 * HOUR, 13 * HOUR)


def test_a_wait_at_the_last_point_of_the_line_is_within_the_leg() -> None:
    stops = [known(place="b", dwell=amount(1, "h"))]

    (part,) = track(legs=[leg("a", "b", stops=stops, duration=amount(4, "h"))]).legs

    assert [told(wait) for wait in part.waits] == [("b", 3, 4)]
