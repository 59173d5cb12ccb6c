from __future__ import annotations

import json
from typing import Any

import pytest

from journey import Track
from journey.stage.wire import wire
from journey.words.wording import Wording, languages
from tests.basemap.test_packing import read, read_line
from tests.conftest import Data, amount, known, leg, place, track

ENGLISH = Wording("en")
ELSEWHERE = known(place="b", others=[known(place="c")])


def only(**more: object) -> dict[str, Any]:
    """What the browser is told of a leg from A to B."""
    (found,) = wire(track(legs=[leg("a", "b", **more)]), ENGLISH)["legs"]
    return dict(found)


@pytest.mark.parametrize("language", languages())
def test_the_browser_is_told_plain_data_in_its_language(language: str, handcar: Track) -> None:
    data = wire(handcar, Wording(language))

    assert data["language"] == language
    told = json.loads(json.dumps(data, allow_nan=False))
    assert (told["id"], len(told["legs"])) == ("handcar-2021", 4)


def test_every_leg_and_every_stop_is_told(handcar: Track) -> None:
    legs = wire(handcar, ENGLISH)["legs"]

    assert [found["id"] for found in legs] == [part.leg.id for part in handcar.legs]
    assert [len(found["stops"]) for found in legs] == [len(part.leg.stops) for part in handcar.legs]


def test_a_pole_is_told_at_the_edge_of_the_map() -> None:
    told = wire(
        track(places=[place("a", 60, 0), place("b", -90, 0)], legs=[leg("a", "b")]), ENGLISH
    )

    line = read_line(told["legs"][0]["points"])
    assert line[-1][0] == told["ends"][1]["at"][0] == -85.0511


def test_points_are_those_of_the_track_to_a_metre(handcar: Track) -> None:
    for found, part in zip(wire(handcar, ENGLISH)["legs"], handcar.legs, strict=True):
        # A metre is 0.00001 degree of latitude.
        assert read_line(found["points"]) == [pytest.approx(point, abs=1e-5) for point in part.line]


def test_time_and_way_are_told_at_every_point(handcar: Track) -> None:
    for found, part in zip(wire(handcar, ENGLISH)["legs"], handcar.legs, strict=True):
        way = read(found["km"])

        assert way == [pytest.approx(fix.km, abs=0.001) for fix in part.fixes]
        # No time is known of any place on the way, so the parts are those of the km.
        assert "at" not in found


def test_the_parts_of_a_leg_that_is_not_passed_evenly_are_told() -> None:
    stop = known(place="s", arrives="09:30", departs="09:30")
    ends = {"departs": [known(at="09:00")], "arrives": [known(at="12:00")]}
    places = [place("a", 0, 0), place("s", 0, 1), place("b", 0, 2)]

    (found,) = wire(track(places=places, legs=[leg("a", "b", stops=[stop], **ends)]), ENGLISH)[
        "legs"
    ]

    # Half the way by half an hour of three, and 1/6 of the time.
    parts, way = read(found["at"]), read(found["km"])
    assert (parts[0], parts[-1], len(parts)) == (0, 1, len(way))
    middle = min(range(len(way)), key=lambda i: abs(way[i] - way[-1] / 2))
    assert parts[middle] == pytest.approx(1 / 6, abs=1e-3)


def test_a_leg_tells_its_time_or_that_none_is_known() -> None:
    assert (only(duration=amount(2, "h"))["seconds"], only()["seconds"]) == (7_200, None)
    assert (only(duration=amount(2, "h"))["brief"], only()["brief"]) == ("2 hours", "")


def test_a_time_that_follows_from_the_clock_stands_in_the_strip() -> None:
    ends = [[known(at=f"2025-06-01T{clock}Z")] for clock in ("07:00", "09:00")]

    # From seven to nine are two hours.
    assert only(departs=ends[0], arrives=ends[1])["brief"] == "2 hours"


def test_facts_tell_the_claim_that_is_used_and_whether_others_differ() -> None:
    facts = only(
        duration=amount(2, "h") + amount(3, "h"), distance=[known(range=[10, 20], unit="km")]
    )["facts"]

    found = [(fact["key"], fact["differ"], len(fact["others"])) for fact in facts]
    assert found == [("duration", True, 1), ("distance", False, 0), ("speed", False, 0)]
    assert {fact["basis"] for fact in facts} == {"assumed"}


def test_a_distance_measured_along_an_assumed_line_is_assumed_and_says_how() -> None:
    (fact,) = only()["facts"]

    assert (fact["key"], fact["basis"]) == ("distance", "assumed")
    # A degree of the equator (NGA calculator).
    assert "about 110 km" in fact["said"]
    assert fact["why"] == ENGLISH.say("leg.measured")


def test_clock_times_and_waits_that_are_claimed_are_facts_too() -> None:
    end = known(place="b", dwell=amount(1, "h"))

    facts = only(departs=[known(at=NINE)], arrives=[known(at="2021-03-01T12:00+09:00")], to=end)[
        "facts"
    ]

    found = [fact["key"] for fact in facts if fact["key"] not in ("duration", "speed")]
    assert found == ["distance", "departs", "arrives", "wait"]
    assert all(fact["label"] for fact in facts)


def test_a_clock_time_that_only_follows_is_left_to_the_clocks() -> None:
    facts = only(departs=[known(at=NINE)], duration=amount(2, "h"))["facts"]

    assert [fact["key"] for fact in facts] == ["duration", "distance", "speed", "departs"]


def test_sources_reason_and_note_are_all_told() -> None:
    source = {"id": "s", "title": "S", "publisher": "Who"}
    said = {"basis": "derived", "source": "s", "method": {"en": "How."}, "note": {"en": "But."}}
    legs = [leg("a", "b", duration=[{**said, "value": 2, "unit": "h"}])]

    (found,) = wire(track(legs=legs, sources=[source]), ENGLISH)["legs"]

    assert found["facts"][0]["why"] == "Who. How. But."


@pytest.mark.parametrize(
    ("more", "basis"),
    [
        ({}, "assumed"),
        ({"shape": known(line=[(0, 0), (0, 1)])}, "assumed"),
        (
            {
                "shape": {
                    "basis": "derived",
                    "method": {"en": "Traced."},
                    "line": [(0, 0), (0, 1)],
                }
            },
            "derived",
        ),
    ],
)
def test_a_line_is_drawn_after_its_basis(more: dict[str, Any], basis: str) -> None:
    assert only(**more)["basis"] == basis


def test_each_end_is_told_once_and_the_outer_ones_are_marked() -> None:
    ends = wire(track(), ENGLISH)["ends"]

    assert [(end["name"], end["outer"]) for end in ends] == [("A", True), ("B", False), ("C", True)]


def test_where_a_journey_there_and_back_turns_is_marked_as_its_ends_are() -> None:
    legs = [leg("a", "b"), leg("b", "c"), leg("c", "b"), leg("b", "a")]

    ends = wire(track(legs=legs), ENGLISH)["ends"]

    assert [(end["name"], end["outer"]) for end in ends] == [("A", True), ("B", False), ("C", True)]


def test_a_place_that_others_give_for_an_end_is_told_with_how_far_off_it_is() -> None:
    data = wire(track(legs=[leg("a", "b", to=ELSEWHERE)]), ENGLISH)

    (other,) = data["elsewhere"]
    assert ENGLISH.say("map.or", place="C") == other["name"]
    # A degree of the equator (NGA calculator).
    assert other["off"] == pytest.approx(111.319, abs=0.001)
    assert (other["leg"], other["at"], other["basis"]) == (0, [0, 2], "assumed")
    assert data["bounds"][1][1] == 2


def test_a_card_tells_an_end_that_others_give_otherwise_and_no_other() -> None:
    data = wire(track(legs=[leg("a", "b", to=ELSEWHERE)]), ENGLISH)

    (told,) = [fact for fact in data["legs"][0]["facts"] if fact["key"] in ("from", "to")]
    assert (told["key"], told["said"], told["differ"]) == ("to", "B", True)
    assert [other["said"] for other in told["others"]] == ["C"]


def test_a_way_over_the_antimeridian_stays_in_one_piece() -> None:
    places = [place("a", 50, 179), place("b", 50, -179)]

    data = wire(track(places=places, legs=[leg("a", "b")]), ENGLISH)

    assert data["bounds"][0][1] == 179
    assert data["bounds"][1][1] == 181
    assert [end["at"][1] for end in data["ends"]] == [179, 181]


def test_names_in_other_scripts_go_along(handcar: Track) -> None:
    ends = wire(handcar, ENGLISH)["ends"]

    assert ends[0]["names"] == "Pyongyang · Пхеньян · 평양"


def test_only_modes_that_occur_are_told(handcar: Track) -> None:
    modes = wire(handcar, ENGLISH)["modes"]

    assert list(modes) == ["train", "bus", "handcar"]
    assert all(mode["icon"].startswith("<svg") for mode in modes.values())


def test_no_sign_is_a_picture_without_a_name_to_who_hears_the_page(handcar: Track) -> None:
    modes = wire(handcar, ENGLISH)["modes"]

    assert all('<svg aria-hidden="true" ' in mode["icon"] for mode in modes.values())


def test_a_journey_without_a_close_up_has_none() -> None:
    assert wire(track(), ENGLISH)["closeUp"] is None


def test_the_close_up_is_named_and_shows_the_bridge_with_the_ways_to_it(handcar: Track) -> None:
    found = wire(handcar, ENGLISH)["closeUp"]

    close_up = handcar.journey.close_up
    assert close_up
    assert (found["leg"], found["name"]) == (close_up.leg, ENGLISH.pick(close_up.name))
    # From 300 m before the bridge, where the cart is assumed to have stood, to 300 m beyond it.
    (south, west), (north, east) = found["box"]
    assert (south, west) == pytest.approx((42.4116, 130.6357), abs=0.0002)
    assert (north, east) == pytest.approx((42.4194, 130.6461), abs=0.0002)


def test_a_close_up_of_a_leg_without_a_bridge_shows_all_of_it() -> None:
    near = {"leg": "a-b", "name": {"en": "Near"}}

    found = wire(track(close_up=near), ENGLISH)["closeUp"]

    assert found["box"] is None


NINE = "2021-03-01T09:00+09:00"
ZONES = [
    place("a", 0, 0, zone="Asia/Tokyo"),
    place("b", 0, 1, zone="Asia/Vladivostok"),
    place("c", 0, 2),
]


def between_zones(*legs: Data) -> list[dict[str, Any]]:
    """What the browser is told of those legs among places in several zones."""
    return list(wire(track(places=ZONES, legs=list(legs)), ENGLISH)["legs"])


def test_the_text_of_a_leg_goes_along() -> None:
    text = {"en": "They sang <b>all</b> the way."}

    assert (only(text=text)["text"], only()["text"]) == (text["en"], "")


def test_a_text_is_in_the_language_of_the_page() -> None:
    both = {"ko": "노래했다.", "en": "They sang."}

    found = only(text=both, unknown=[both])

    assert (found["text"], found["unknown"]) == ("They sang.", ["They sang."])


def test_what_nobody_knows_of_a_leg_goes_along() -> None:
    assert only(unknown=[{"en": "Who drove."}, {"en": "Why."}])["unknown"] == ["Who drove.", "Why."]
    assert only()["unknown"] == []


def test_what_others_say_goes_along_with_its_basis() -> None:
    (duration, _, speed) = only(
        duration=[*amount(2, "h"), known(about=3, unit="h"), known(more_than=4, unit="h")],
        distance=amount(10, "km"),
    )["facts"]

    assert len(duration["others"]) == 2
    assert {(other["basis"], other["why"]) for other in duration["others"]} == {
        ("assumed", "Made up.")
    }
    assert speed["others"] == []


def test_a_source_stands_behind_what_it_reported(handcar: Track) -> None:
    train = wire(handcar, ENGLISH)["legs"][0]
    duration = next(fact for fact in train["facts"] if fact["key"] == "duration")

    assert duration["basis"] == "reported"
    assert handcar.journey.source("moscow-times").publisher in duration["why"]
    assert [other["basis"] for other in duration["others"]] == ["derived"]


def test_a_stop_tells_its_zone_and_its_way_from_the_start_of_the_journey() -> None:
    stops = [known(place="b", km=30)]

    first, second = between_zones(
        leg("c", "a", distance=amount(500, "km")),
        leg("a", "c", distance=amount(200, "km"), stops=stops),
    )

    assert first["stops"] == []
    assert [(stop["km"], stop["zone"]) for stop in second["stops"]] == [(530, "Asia/Vladivostok")]


def test_a_stop_of_unknown_zone_tells_none() -> None:
    (stop,) = between_zones(leg("a", "b", stops=[known(place="c")]))[0]["stops"]

    assert stop["zone"] is None


def test_a_leg_tells_the_zones_of_its_ends() -> None:
    first, second = between_zones(leg("a", "b"), leg("b", "c"))

    assert first["zones"] == ["Asia/Tokyo", "Asia/Vladivostok"]
    assert second["zones"] == ["Asia/Vladivostok", None]


def test_zones_are_named_by_their_cities() -> None:
    data = wire(track(places=ZONES), ENGLISH)

    assert data["zones"] == {"Asia/Tokyo": "Tokyo", "Asia/Vladivostok": "Vladivostok"}


def test_a_leg_of_known_hours_tells_its_clock_in_seconds_since_1970() -> None:
    (found,) = between_zones(leg("a", "b", departs=[known(at=NINE)], duration=amount(2, "h")))

    # 1 March 2021 was day 18,687 since 1970; nine in Tokyo is midnight in UTC.
    midnight = 18_687 * 86_400
    assert [(event["at"], event["early"]) for event in found["clock"]] == [
        (0, midnight),
        (1, midnight + 7_200),
    ]


def test_a_leg_of_unknown_hours_has_no_clock() -> None:
    assert only(duration=amount(2, "h"))["clock"] == []


def test_waits_are_told_from_part_to_part_with_where_how_long_and_how_it_is_known() -> None:
    found = only(duration=amount(2, "h"), to=known(place="b", dwell=amount(69, "h")))

    hours = ENGLISH.measure(69, "h")
    assert found["ride"] == [0, pytest.approx(2 / 71, abs=1e-6)]
    assert found["waits"] == [
        {
            "from": found["ride"][1],
            "to": 1,
            "said": ENGLISH.say("wait.at", time=hours, place="B"),
            "brief": hours,
            "short": ENGLISH.narrowed().measure(69, "h"),
            "basis": "assumed",
            "why": "Made up.",
        }
    ]


def test_a_wait_at_a_stop_lies_within_the_ride() -> None:
    stops = [known(place="b", dwell=amount(2, "h"))]

    data = wire(track(legs=[leg("a", "c", duration=amount(10, "h"), stops=stops)]), ENGLISH)

    (found,) = data["legs"]
    assert found["ride"] == [0, 1]
    # Four hours to the middle of the way, and two of rest.
    assert [(wait["from"], wait["to"]) for wait in found["waits"]] == [(0.4, 0.6)]


def test_a_leg_without_a_wait_is_under_way_all_its_time(handcar: Track) -> None:
    told = [(leg["ride"], leg["waits"]) for leg in wire(handcar, ENGLISH)["legs"]]

    assert told == [([0, 1], [])] * 4


def test_a_leg_over_a_border_of_zones_says_how_clocks_jump() -> None:
    (found,) = between_zones(leg("a", "b", departs=[known(at=NINE)]))

    ends = {"before": "Tokyo (UTC+9)", "after": "Vladivostok (UTC+10)"}
    hour = ENGLISH.span(3_600)
    assert found["jump"] == ENGLISH.say("clock.forward", hours=hour, **ends)


def test_legs_without_zones_tell_none() -> None:
    data = wire(track(), ENGLISH)

    assert data["zones"] == {}
    assert {(*found["zones"], found["jump"]) for found in data["legs"]} == {(None, None, "")}


def timetable(**stop: object) -> dict[str, Any]:
    """What the browser is told of the leg of a printed timetable, and of its stop."""
    clock = {"departs": [known(at="2025-06-01T17:30+04:00")], "duration": amount(330, "min")}
    stops = [known(place="b", **stop)]
    places = [place(key, 0, n, zone="Asia/Tbilisi") for n, key in enumerate("abc")]
    data = wire(track(places=places, legs=[leg("a", "c", stops=stops, **clock)]), ENGLISH)
    return dict(data["legs"][0])


def test_a_stop_tells_when_it_was_passed_and_what_is_noted_there() -> None:
    found = timetable(at="2025-06-01T19:06+04:00", note={"en": "Change here."})

    (stop,) = found["stops"]
    assert [fact["key"] for fact in stop["facts"]] == ["passes"]
    assert "19:06" in stop["facts"][0]["said"]
    assert stop["note"] == "Change here."
    assert "passes" not in [fact["key"] for fact in found["facts"]]


def test_a_stop_tells_arrival_wait_and_departure_in_their_order_and_the_leg_not_again() -> None:
    found = timetable(
        arrives=[known(at="2025-06-01T19:06+04:00")], dwell=amount(14, "min"), departs=[]
    )

    (stop,) = found["stops"]
    assert [fact["key"] for fact in stop["facts"]] == ["reaches", "wait"]
    assert stop["facts"][1]["said"] == ENGLISH.measure(14, "min")
    assert "wait" not in [fact["key"] for fact in found["facts"]]


def test_a_wait_at_an_end_stays_with_the_leg() -> None:
    end = known(place="b", dwell=amount(14, "min"))

    found = only(duration=amount(1, "h"), to=end)

    assert "wait" in [fact["key"] for fact in found["facts"]]
