from __future__ import annotations

from typing import Any

import pytest

from journey.stage.dates import ends
from journey.words.wording import Wording
from tests.conftest import Data, amount, known, leg, place, track

ENGLISH = Wording("en")
TOKYO = [place(key, 0, n, zone="Asia/Tokyo") for n, key in enumerate("abc")]


def said(*legs: Data, **more: Any) -> list[str | None]:
    """The dates at both ends of the journey of these legs, in Tokyo's time."""
    found = track(places=TOKYO, legs=list(legs), **more)
    return [date and date.said for date in ends(found, ENGLISH)]


def test_the_ends_are_dated_by_the_clocks_there() -> None:
    night = leg("a", "b", departs=[known(at="2021-02-24T23:00+09:00")], duration=amount(3, "h"))

    # Three hours from eleven at night lead to two in the morning.
    assert said(night) == ["24\xa0Feb\xa02021", "25\xa0Feb\xa02021"]


def test_one_day_is_told_once() -> None:
    day = leg("a", "b", departs=[known(at="2021-02-24T08:00+09:00")], duration=amount(3, "h"))

    assert said(day) == ["24\xa0Feb\xa02021", None]


@pytest.mark.parametrize(
    ("told", "expected"),
    [("2017-08-03", "3\xa0Aug\xa02017"), ("1804-09", "Sept\xa01804"), ("0629", "629")],
)
def test_an_arrival_is_dated_as_finely_as_it_is_known(told: str, expected: str) -> None:
    assert said(leg("a", "b", arrives=[known(at=told)])) == [None, expected]


def test_days_between_which_it_was_do_not_read_as_how_long_it_was() -> None:
    left = known(between=["2021-02-24", "2021-02-26"])

    assert said(leg("a", "b", departs=[left]))[0] == "between 24 and 26\xa0Feb\xa02021"


def test_waits_at_both_ends_are_within_the_dates() -> None:
    waiting = leg(
        "a",
        "b",
        **{
            "from": known(place="a", dwell=amount(2, "d")),
            "to": known(place="b", dwell=amount(3, "d")),
        },
        departs=[known(at="2021-02-10T12:00+09:00")],
        duration=amount(1, "d"),
    )

    # Noon of the 10th less two days; and noon of the 11th and three days.
    assert said(waiting) == ["8\xa0Feb\xa02021", "14\xa0Feb\xa02021"]


def test_the_day_that_the_journey_claims_stands_where_no_other_is_known() -> None:
    day = known(at="2021-02-25")

    assert said(leg("a", "b"), day=[day]) == ["25\xa0Feb\xa02021", None]
    dated = leg("a", "b", departs=[known(at="2021-02-24")], duration=amount(1, "h"))
    assert said(dated, day=[day])[0] == "24\xa0Feb\xa02021"


def test_a_clock_that_nobody_dates_gives_no_date() -> None:
    assert said(leg("a", "b", departs=[known(at="17:30")], duration=amount(2, "h"))) == [None, None]


def test_a_date_says_how_it_is_known() -> None:
    legs = [leg("a", "b", departs=[known(at="2021-02-24T23:00+09:00")], duration=amount(3, "h"))]

    first, last = ends(track(places=TOKYO, legs=legs), ENGLISH)

    assert first
    assert (first.basis, first.why) == ("assumed", "Made up.")
    assert last
    assert (last.basis, last.why) == ("assumed", ENGLISH.say("leg.counted"))
