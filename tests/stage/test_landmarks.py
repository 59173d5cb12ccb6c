from __future__ import annotations

from typing import Any

import pytest

from journey import Track
from journey.stage.landmarks import landmarks
from journey.stage.wire import wire
from journey.words.wording import Wording
from tests.conftest import amount, known, leg, track

ENGLISH = Wording("en")
Data = dict[str, Any]


def told(landmark: Data, **changes: Any) -> Data:
    """What the browser is told of that landmark."""
    (found,) = landmarks(track(landmarks=[known(**landmark)], **changes), ENGLISH)
    return found


def bridge(**more: Any) -> Data:
    return {"kind": "bridge", "from": "a", "to": "b", "name": {"en": "Bridge"}, **more}


def test_a_journey_without_landmarks_tells_none() -> None:
    assert landmarks(track(), ENGLISH) == []


def test_a_bridge_has_the_line_that_leads_over_it() -> None:
    found = told(bridge(length=amount(600, "m")))

    assert (found["line"][0], found["line"][-1]) == ([0, 0], [0, 1])
    assert (found["note"], found["basis"]) == ("600 m", "assumed")


def test_a_bridge_of_unknown_length_is_as_long_as_it_is_drawn() -> None:
    found = told(bridge())

    # A degree of the equator is 111.3 km long.
    assert found["note"] == ENGLISH.say("value.about", value="111 km")
    assert found["basis"] == "derived"


def test_what_others_say_of_a_length_is_told_with_it(handcar: Track) -> None:
    found = landmarks(handcar, ENGLISH)[0]

    assert found["note"] == ENGLISH.say("value.about", value="600 m")
    # Jan S. Krogh, and French Wikipedia.
    assert all(length in found["why"] for length in ("590 m", "400 m"))


def test_a_station_is_as_far_away_as_the_nearest_end_that_is_not_its_own(handcar: Track) -> None:
    stations = {one["name"]: one for one in landmarks(handcar, ENGLISH) if one["kind"] == "station"}

    # By hand: 0.00976 degrees of latitude and 0.0276 of longitude at 42.4; and 0.0164 and 0.0096.
    assert stations["Tumangang station"]["away"] == pytest.approx(2.52, abs=0.02)
    assert stations["Khasan station"]["away"] == pytest.approx(1.99, abs=0.02)
    assert {one["basis"] for one in stations.values()} == {"derived"}


def test_a_landmark_has_the_name_of_its_place_unless_it_has_its_own() -> None:
    point = {"kind": "point", "place": "a"}

    assert told(point)["name"] == "A"
    assert told({**point, "name": {"en": "Here"}})["name"] == "Here"


@pytest.mark.parametrize(("at", "named"), [("a", True), ("d", False)])
def test_a_place_that_the_map_names_anyway_is_told_so(at: str, named: bool) -> None:
    places = [known(id=key, name={"en": key}, lat=0, lon=lon) for lon, key in enumerate("abcd")]

    assert told({"kind": "station", "place": at}, places=places)["named"] is named


def test_ends_that_are_assumed_say_so_from_near_and_others_do_not() -> None:
    sure = {"basis": "reported", "source": "paper"}
    source = {"id": "paper", "title": "News", "publisher": "The Paper"}
    legs = [leg("a", "b", **{"from": {"place": "a", **sure}}), leg("b", "c")]

    ends = wire(track(legs=legs, sources=[source]), ENGLISH)["ends"]

    assert [bool(end["near"]) for end in ends] == [False, True, True]
