from __future__ import annotations

import pytest

from journey.track.track import Track
from journey.words.opening import brief, line
from journey.words.wording import Wording
from tests.conftest import Data, amount, known, leg, place, track

ENGLISH = Wording("en")


def when(departs: Data | None = None, arrives: Data | None = None, **more: object) -> str:
    """What the line of a bus from A to B says of when it was."""
    times = {"departs": departs, "arrives": arrives}
    told = {key: [known(**claim)] for key, claim in times.items() if claim}
    found = line(track(legs=[leg("a", "b", **told)], **more), ENGLISH)
    assert found.startswith("From A to B")
    assert found.endswith(": by bus")
    return found.removeprefix("From A to B").removesuffix(": by bus").removeprefix(", ")


def test_the_shipped_journey_is_told_by_the_month_for_its_last_day_is_not_known(
    handcar: Track,
) -> None:
    # It left on Tuesday 23 February 2021 (NK News); it came on the 25th or in the night after.
    assert line(handcar, ENGLISH) == (
        "From Pyongyang to Vladivostok, February\u00a02021: by train, by bus and by handcar"
    )


@pytest.mark.parametrize(
    ("departs", "arrives", "said"),
    [
        ({"at": "2024-06-01T09:00+00:00"}, {"at": "2024-06-01T17:00+00:00"}, "1\xa0June\xa02024"),
        ({"at": "2024-06-01"}, {"at": "2024-06-03"}, "1\u2060–\u20603\xa0Jun\xa02024"),
        (
            {"at": "1889-11-14"},
            {"at": "1890-01-25"},
            "14\xa0Nov\xa01889\u202f–\u200925\xa0Jan\xa01890",
        ),
        ({"at": "1804-05-14"}, {"at": "1804-09"}, "May\u202f–\u2009Sept\xa01804"),
        ({"at": "1804-05"}, {"at": "1806"}, "1804\u2060–\u20601806"),
        ({"between": ["2024-06-01", "2024-06-05"]}, {"at": "2024-06-09"}, "June\xa02024"),
    ],
)
def test_a_date_is_as_fine_as_both_ends_are_known(departs: Data, arrives: Data, said: str) -> None:
    assert when(departs, arrives) == said


def test_in_brief_it_says_how_far_it_is_where_it_leads_anywhere() -> None:
    # Two degrees of the equator, of which each is 111.3 km.
    assert brief(track(), ENGLISH) == f"{line(track(), ENGLISH)}\xa0· about 220 km"
    stays = track(legs=[leg("a", "a", duration=amount(1, "h"))])
    assert brief(stays, ENGLISH) == line(stays, ENGLISH)


def test_a_year_that_nobody_knows_stays_open() -> None:
    assert when({"between": ["0627", "0629"]}, {"at": "0645"}) == "between 627 and 645"


def test_one_end_alone_is_not_taken_for_the_whole() -> None:
    departs = when({"at": "2024-06-01"})
    arrives = when(None, {"at": "2024-06-03"})

    assert (departs, arrives) == ("begun 1\xa0June\xa02024", "ended 3\xa0June\xa02024")


def test_a_journey_without_any_times_is_told_by_the_days_that_are_claimed() -> None:
    days = [known(at="2021-02-25"), known(at="2021-02-26"), known(at="2021-02-25")]

    assert when(day=days) == "25\xa0February\xa02021 or 26\xa0February\xa02021"


def test_no_date_is_made_up() -> None:
    assert when() == ""
    assert when({"at": "17:30"}, {"at": "+1 06:10"}) == ""


def test_each_mode_is_told_once_in_its_order() -> None:
    legs = [
        leg("a", "b", mode="train"),
        leg("b", "c", mode="walk"),
        leg("c", "d", mode="train", duration=amount(2, "h")),
    ]
    places = [place(key, 0, i) for i, key in enumerate("abcd")]

    assert line(track(places=places, legs=legs), ENGLISH).endswith(": by train and on foot")


def test_a_journey_that_ends_where_it_began_goes_there_and_back() -> None:
    found = line(track(legs=[leg("a", "b"), leg("b", "a")]), ENGLISH)

    assert found == "From A and back: by bus"


def test_of_legs_of_which_nobody_says_how_they_were_travelled_no_mode_is_told() -> None:
    assert line(track(legs=[leg("a", "b", mode="other")]), ENGLISH) == "From A to B"
    both = track(legs=[leg("a", "b", mode="other"), leg("b", "a", mode="walk")])
    assert line(both, ENGLISH) == "From A and back: partly on foot"
