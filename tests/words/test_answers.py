from __future__ import annotations

from typing import Any

import pytest

from journey.geo.interval import Interval
from journey.model.question import Question
from journey.track.track import Track
from journey.words.answers import answer, compass, span
from journey.words.wording import Wording
from tests.conftest import amount, asked, guessed, known, leg, place, track

ENGLISH = Wording("en")


def question(of: str, unit: str, **more: object) -> Question:
    return Question.model_validate(guessed(of, unit, **more))


def told() -> Track:
    """Two legs: an hour for 100 km, then 30 to 60 minutes for more than 10 km."""
    wide = [known(range=[30, 60], unit="min")]
    least = [known(more_than=10, unit="km")]
    return track(
        legs=[
            leg("a", "b", duration=amount(1, "h"), distance=amount(100, "km")),
            leg("b", "c", duration=wide, distance=least),
        ]
    )


@pytest.mark.parametrize(
    ("of", "unit", "where", "found"),
    [
        ("duration", "min", "a-b", Interval.exactly(60)),
        ("duration", "h", "b-c", Interval(0.5, 0.75, 1)),
        ("duration", "h", None, Interval(1.5, 1.75, 2)),
        ("distance", "m", "a-b", Interval.exactly(100_000)),
        ("distance", "km", None, Interval(110, 110, None)),
        ("speed", "km/h", "a-b", Interval.exactly(100)),
        # 10 km in at most an hour, and no upper bound.
        ("speed", "km/h", "b-c", Interval(10, 10 / 0.75, None)),
        ("direction", "deg", "a-b", Interval(90, 90, 90, rough=True)),
    ],
)
def test_the_track_knows_the_answer_in_the_unit_asked_for(
    of: str, unit: str, where: str | None, found: Interval
) -> None:
    asked_for = span(question(of, unit, leg=where), told())

    assert asked_for is not None
    assert asked_for.low == pytest.approx(found.low)
    assert asked_for.used == pytest.approx(found.used)
    assert asked_for.high == (None if found.high is None else pytest.approx(found.high))


@pytest.mark.parametrize(
    ("of", "unit", "where", "said", "basis"),
    [
        ("duration", "h", "a-b", "1 hour", "assumed"),
        ("duration", "min", "b-c", "30\u2060–\u206060 minutes", "assumed"),
        ("distance", "km", "b-c", "more than 10 km", "assumed"),
        ("distance", "km", None, "more than 110 km", "assumed"),
        ("speed", "km/h", "a-b", "100 km/h", "assumed"),
        ("direction", "deg", None, "about 90 degrees (east)", "assumed"),
    ],
)
def test_an_answer_says_how_it_is_known(
    of: str, unit: str, where: str | None, said: str, basis: str
) -> None:
    found = answer(question(of, unit, leg=where), told(), ENGLISH)

    assert found is not None
    assert (found.said, found.basis) == (said, basis)
    assert found.why


@pytest.mark.parametrize(("of", "unit"), [("duration", "h"), ("speed", "km/h")])
def test_what_is_not_known_has_no_answer(of: str, unit: str) -> None:
    assert answer(question(of, unit, leg="a-b"), track(), ENGLISH) is None


def test_there_is_no_average_of_a_way_whose_time_is_known_in_part() -> None:
    half = track(legs=[leg("a", "b", duration=amount(1, "h")), leg("b", "c")])

    assert span(question("speed", "km/h"), half) is None
    assert span(question("duration", "h"), half) == Interval(1, 1, None)


def test_a_question_for_discussion_has_no_computed_answer() -> None:
    assert answer(Question.model_validate(asked()), track(), ENGLISH) is None


def test_the_length_of_a_drawn_line_answers_where_nothing_is_claimed() -> None:
    found = answer(question("distance", "km", leg="a-b"), track(), ENGLISH)

    # A degree of the equator (NGA calculator).
    assert found is not None
    assert "about 110 km" in found.said
    assert found.why == ENGLISH.say("leg.measured")


def across(*corners: tuple[float, float]) -> Track:
    """A leg from each of those points to the next."""
    names = "abcdef"
    return track(
        places=[place(names[i], lat=lat, lon=lon) for i, (lat, lon) in enumerate(corners)],
        legs=[leg(names[i], names[i + 1]) for i in range(len(corners) - 1)],
    )


def test_a_direction_is_that_of_a_ruler_on_the_map() -> None:
    # From New York to Madrid along the parallel of both; the shortest way sets out at 66 degrees.
    found = span(question("direction", "deg"), across((40.4, -74), (40.4, -3.7)))

    assert found == Interval(90, 90, 90, rough=True)


def test_a_way_that_ends_where_it_began_has_no_direction() -> None:
    assert answer(question("direction", "deg"), across((0, 0), (0, 1), (0, 0)), ENGLISH) is None


@pytest.mark.parametrize(
    ("degrees", "point"),
    [(0, "north"), (22, "north"), (23, "north-east"), (180, "south"), (359, "north")],
)
def test_the_compass_has_eight_points(degrees: float, point: str) -> None:
    assert compass(degrees, ENGLISH) == point


def dated(**more: Any) -> Track:
    """Two legs whose days are told: from 14 May 1804 to 20 November 1805."""
    day = [known(at=day) for day in ("1804-05-14", "1804-10-28", "1805-04-07", "1805-11-20")]
    return track(
        legs=[
            leg("a", "b", departs=day[0], arrives=day[1], duration=amount(167, "d")),
            leg("b", "c", departs=day[2], arrives=day[3], **more),
        ]
    )


def test_how_many_days_is_counted_from_date_to_date() -> None:
    asked_for, found = question("duration", "d"), dated()

    # A calendar: 231 days to the end of 1804, and 324 of 1805.
    assert span(asked_for, found) == Interval(554, 555, 556)
    said = answer(asked_for, found, ENGLISH)
    assert said is not None
    assert said.said == ENGLISH.measure(555, "d")


def test_in_other_units_the_bounds_of_the_days_stay() -> None:
    said = answer(question("duration", "h"), dated(), ENGLISH)

    assert said is not None
    assert "13,296" in said.said.replace("\u202f", ",")


def test_all_waits_count_in_the_whole_time() -> None:
    stay = known(place="b", dwell=amount(90, "h"))
    legs = [
        leg("a", "b", duration=amount(5, "h"), to=stay),
        leg("b", "c", duration=amount(5, "h")),
    ]

    found = answer(question("duration", "h"), track(legs=legs), ENGLISH)

    assert found is not None
    assert found.said == ENGLISH.measure(100, "h")
    assert found.why != ENGLISH.say("answer.summed")


def test_nobody_can_tell_how_far_a_leg_leads_that_stays() -> None:
    stay = track(legs=[leg("a", "a", duration=amount(3, "d"))])

    assert (
        answer(Question.model_validate(guessed("distance", "km", leg="a-a")), stay, ENGLISH) is None
    )
