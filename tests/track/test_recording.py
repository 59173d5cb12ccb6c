from __future__ import annotations

from datetime import datetime, timedelta

from journey.track.recording import Step, gaps, jumps, steps

NINE = datetime.fromisoformat("2025-06-01T09:00+04:00")


def recorded(*points: tuple[float | None, float]) -> list[Step]:
    """The steps of a line along the equator whose points are at those s and those km."""
    # A degree of the equator is 111.319 km long (WGS 84).
    line = tuple((0.0, km / 111.319) for _, km in points)
    times = [None if s is None else NINE + timedelta(seconds=s) for s, _ in points]
    return steps(line, times)


def starts(found: list[Step]) -> list[int]:
    return [step.start for step in found]


def test_a_step_leads_from_a_known_time_to_the_next() -> None:
    first, second = recorded((0, 0), (None, 1), (60, 2), (90, 3), (None, 4))

    assert (first.start, first.seconds, round(first.km, 3)) == (0, 60, 2)
    assert (second.start, second.seconds, round(second.km, 3)) == (2, 30, 1)


def test_a_gap_is_much_longer_than_the_usual_step() -> None:
    found = recorded((0, 0), (10, 0.2), (20, 0.4), (320, 2), (330, 2.2), (370, 2.4))

    # Five minutes are a gap where a position comes every 10 s; forty seconds are none.
    assert starts(gaps(found)) == [2]


def test_daily_positions_have_no_gap_of_a_day() -> None:
    day = 86_400.0

    assert gaps(recorded(*((day * n, 100.0 * n) for n in range(9)))) == []


def test_standing_still_unrecorded_is_no_gap() -> None:
    assert gaps(recorded((0, 0), (10, 0.2), (20, 0.4), (3_620, 0.41), (3_630, 0.6))) == []


def test_a_jump_is_faster_than_anybody_can_be() -> None:
    found = recorded((0, 0), (60, 0.1), (65, 0.5), (120, 0.6))

    # 400 m in 5 s are 288 km/h.
    assert starts(jumps(found, 15)) == [1]
    assert jumps(found, 300) == []


def test_two_places_at_one_time_are_a_jump() -> None:
    assert starts(jumps(recorded((0, 0), (60, 0.1), (60, 3)), 1_000)) == [1]


def test_what_a_receiver_is_unsure_of_is_no_jump() -> None:
    # 30 m in a second are 108 km/h, and stand still all the same.
    assert jumps(recorded((0, 0), (1, 0.03), (2, 0)), 15) == []


def test_a_line_without_times_has_no_steps() -> None:
    assert gaps(recorded((None, 0), (None, 1))) == []
