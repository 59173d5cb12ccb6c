from __future__ import annotations

from typing import Any

import pytest

from journey.track.facts import About, Fact, about, facts
from journey.words.facts import follows, footings, heading, label, used
from journey.words.wording import Wording
from tests.conftest import Data, amount, journey, known, leg, track

ENGLISH = Wording("en")
NINE = "2021-02-25T09:00+09:00"


def fact(key: About, **more: Any) -> Fact:
    """What is known of a leg from A to C about one thing."""
    (found,) = track(legs=[leg("a", "c", **more)]).legs
    return about(facts(found), key)[0]


def test_only_what_claims_disagree_about_is_headed_by_that() -> None:
    one = fact("duration", duration=amount(1, "h"))
    two = fact("duration", duration=amount(1, "h") + amount(2, "h"))

    assert heading(one, ENGLISH) == label(one, ENGLISH)
    assert ENGLISH.say("claim.disagree") in heading(two, ENGLISH)


def test_a_duration_that_follows_from_its_times_is_told_as_one_tells_time() -> None:
    left, met = "2021-02-25T09:00+09:00", "2021-02-25T22:06+09:00"

    found = fact("duration", departs=[known(at=left)], arrives=[known(at=met)])

    # From 09:00 to 22:06.
    assert not found.claimed
    assert used(found, ENGLISH) == ENGLISH.span(13 * 3_600 + 6 * 60)


def test_a_wait_and_a_stop_name_their_place() -> None:
    stops = [known(place="b", km=3.5, dwell=amount(10, "min"))]
    more: Data = {"stops": stops, "distance": amount(9, "km")}

    wait, stop = (used(fact(key, **more), ENGLISH) for key in ("wait", "stop"))

    assert ("B" in wait, "10" in wait) == (True, True)
    assert ("B" in stop, "3.5" in stop) == (True, True)


def test_a_speed_says_from_which_figures_it_follows() -> None:
    speed = fact("speed", duration=amount(2, "h"), distance=amount(90, "km"))

    how = ENGLISH.say("leg.speed_from", distance="90 km", duration="2 hours")
    assert follows(speed.used, ENGLISH) == how


def test_a_speed_is_told_no_finer_than_the_length_of_the_line_that_it_follows_from() -> None:
    straight, claimed = (
        fact("speed", duration=amount(1, "h")),
        fact("speed", duration=amount(1, "h"), distance=amount(222.6, "km")),
    )

    # Two degrees of the equator are 222.6 km.
    assert used(straight, ENGLISH) == ENGLISH.say("value.about", value="220 km/h")
    assert used(claimed, ENGLISH) == "223 km/h"


@pytest.mark.parametrize(
    ("key", "lasts", "word"),
    [
        ("distance", known(value=2, unit="h"), "leg.measured"),
        ("line", known(value=2, unit="h"), "leg.geodesic"),
        ("arrives", known(value=2, unit="h"), "leg.counted"),
        ("arrives", known(about=2, unit="h"), "leg.counted_roughly"),
    ],
)
def test_what_only_follows_says_how_and_names_no_source(key: About, lasts: Data, word: str) -> None:
    found = fact(key, departs=[known(at=NINE)], duration=[lasts])

    (footing,) = footings(found, journey(), ENGLISH)

    assert (footing.why, footing.note, footing.links) == (ENGLISH.say(word), "", ())


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        # The first and the last minute of a day are that day, of which nobody tells an hour.
        (known(between=["2021-02-23T00:00+09:00", "2021-02-23T23:59+09:00"]), "23\xa0Feb\xa02021"),
        # What is assumed from daylight is not known to the minute.
        (
            known(between=["2021-02-25T07:01+09:00", "2021-02-25T18:01+09:00"]),
            "between 25\xa0Feb\xa02021,\xa007:00 and 19:00",
        ),
        (
            known(between=["2021-02-25T07:01+09:00", "2021-02-25T07:31+09:00"]),
            "between 25\xa0Feb\xa02021,\xa007:01 and 07:31",
        ),
    ],
)
def test_a_window_is_told_no_finer_than_it_is_known(claim: Data, told: str) -> None:
    found = fact("departs", departs=[claim], duration=amount(2, "h"))

    assert used(found, ENGLISH.dating(True)) == told


def test_a_clock_time_reckoned_with_an_assumed_length_is_about_so() -> None:
    guessed = fact("arrives", departs=[known(at=NINE)], duration=amount(63, "min"))

    assert "about 10:05" in used(guessed, ENGLISH)


def test_a_clock_time_that_is_told_stays_as_it_is_told() -> None:
    told = fact("arrives", departs=[known(at=NINE)], arrives=[known(at="2021-02-25T10:03+09:00")])

    assert "10:03" in used(told, ENGLISH)
