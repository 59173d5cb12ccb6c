from __future__ import annotations

import pytest

from journey.words.comparison import comparisons
from journey.words.lengths import DAY, HOUR
from journey.words.wording import Wording
from tests.conftest import amount, known, leg, taught, track

ENGLISH = Wording("en")


def test_a_journey_without_teaching_is_compared_with_nothing() -> None:
    assert comparisons(track(), ENGLISH) == []


def test_a_speed_tells_how_long_the_way_would_take() -> None:
    legs = [leg("a", "b", distance=amount(90, "km")), leg("b", "c", distance=amount(5, "km"))]
    near = {"leg": "b-c", "name": {"en": "Near"}}

    (found,) = comparisons(track(legs=legs, close_up=near, teaching=taught()), ENGLISH)

    assert [claim.said for claim in found.claims] == ["5 km/h"]
    whole = ENGLISH.say("compare.whole")
    assert found.follows == tuple(
        ENGLISH.say("compare.needed", way=way, time=ENGLISH.span(hours * 3_600))
        for way, hours in ((whole, 19), ("b to c", 1))
    )


def test_another_way_is_told_by_its_claims() -> None:
    other = {"name": {"en": "By plane"}, "distance": known(about=690, unit="km")}

    (found,) = comparisons(track(teaching=taught(compare=[other])), ENGLISH)

    assert [claim.said for claim in found.claims] == ["about 690 km"]
    assert found.follows == ()


def test_a_standstill_takes_no_time_that_could_be_told() -> None:
    still = {"name": {"en": "Not at all"}, "speed": known(value=0, unit="km/h")}

    (found,) = comparisons(track(teaching=taught(compare=[still])), ENGLISH)

    assert found.follows == ()


@pytest.mark.parametrize(
    ("km", "time"),
    [
        # At 5 km an hour: 14 m in 10 s, 30 km in 6 h, 64 km in 12.8 h, 1,116 km in 223.2 h.
        (0.014, 10),
        (30, 6 * HOUR),
        (64, 12 * HOUR),
        (1_116, 9 * DAY),
        # 91,312.5 km in 18,262.5 h, which are 760.9 days.
        (91_312.5, 760 * DAY),
    ],
)
def test_a_round_speed_tells_no_small_units(km: float, time: float) -> None:
    way = leg("a", "b", distance=amount(km, "km"))

    (found,) = comparisons(track(legs=[way], teaching=taught(questions=[], steps=[])), ENGLISH)

    said = ENGLISH.say("compare.needed", way=ENGLISH.say("compare.whole"), time=ENGLISH.span(time))
    assert found.follows == (said,)
