"""The time's axis along the bar."""

from __future__ import annotations

import pytest

from journey import Track
from journey.stage.axis import axis, marks
from journey.stage.labels import text_width
from journey.stage.ticks import WIDTHS
from journey.stage.timeline import Timeline
from journey.words.wording import Wording
from tests.conftest import amount, leg, track

ENGLISH = Wording("en")
COUNTS = (4, 7, 7)


def lasting(number: float, unit: str) -> Timeline:
    """The bar of a journey of one leg that lasts so long."""
    return Timeline.of(track(legs=[leg("a", "b", duration=amount(number, unit))]))


def test_the_shipped_journey_has_a_mark_every_six_hours_of_39(handcar: Track) -> None:
    found = marks(Timeline.of(handcar), COUNTS, 12, ENGLISH)

    assert [mark.text for mark in found[1:]] == ["6", "12", "18", "24", "30", "36"]
    # All but the last are in the 32 hours of the train, whose share is its true one.
    assert [mark.place for mark in found[1:6]] == pytest.approx(
        [n / 39 for n in (6, 12, 18, 24, 30)], abs=1e-3
    )
    assert found[0].text == ENGLISH.measure(0, "h")


def test_the_sum_of_all_is_told_at_the_end_by_symbols(handcar: Track) -> None:
    # 32 and 2 hours, 20 to 60 minutes and 4 to 5 hours, of which only the hours are known.
    assert axis(handcar, ENGLISH)["total"] == "38\u2060–\u206040 h"


@pytest.mark.parametrize(
    ("number", "unit"),
    [
        (8, "s"),
        (90, "s"),
        (5, "min"),
        (7, "h"),
        (39, "h"),
        (5, "d"),
        (90, "d"),
        (4, "y"),
        (90, "y"),
    ],
)
def test_a_journey_of_any_length_has_marks_that_do_not_meet(number: float, unit: str) -> None:
    line = lasting(number, unit)
    total = "38 h 20 min – 40 h"

    found = marks(line, COUNTS, 12, ENGLISH, total)

    assert len(found) >= 2
    for width, least in enumerate((288, *WIDTHS[1:])):
        shown = [mark for mark in found if mark.width <= width]
        middles = [mark.place * least for mark in shown]
        halves = [text_width(mark.text, 12) / 2 for mark in shown]
        middles[0] = halves[0]
        gaps = zip(middles, halves, middles[1:], halves[1:], strict=False)
        assert all(b - a > near + far for a, near, b, far in gaps)
        assert middles[-1] + halves[-1] < least - text_width(total, 12)


def test_where_no_time_is_known_there_is_no_mark() -> None:
    line = Timeline.of(track(legs=[leg("a", "b")]))

    assert marks(line, COUNTS, 12, ENGLISH) == []


def test_a_time_that_nobody_knows_is_said_of_the_legs_alone() -> None:
    assert axis(track(), ENGLISH)["total"] == ""
    assert axis(track(legs=[leg("a", "b", duration=amount(2, "h"))]), ENGLISH)["total"]
