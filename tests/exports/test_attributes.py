from __future__ import annotations

from journey import Track
from journey.exports.attributes import LegRecord, legs, named, places, sources, summary
from journey.words.provenance import sentence
from tests.conftest import amount, known, leg, place, track
from tests.exported import ENGLISH

CLOCK = "2021-02-25T07:00+09:00"


def first(of: Track) -> LegRecord:
    return legs(of, ENGLISH)[0]


def said(record: LegRecord, about: str) -> list[str]:
    return [sentence(claim.footing, ENGLISH) for claim in record.about(about)]


def test_a_claim_is_a_sentence_with_basis_source_method_and_note(handcar: Track) -> None:
    assert said(legs(handcar, ENGLISH)[0], "distance") == [
        "801.9 km (derived: Japanese Wikipedia; Sum of the official line tables, "
        "Pyongyang to Rajin; right if the ride ended there.)"
    ]


def test_a_distance_that_nobody_claims_is_measured_and_says_so() -> None:
    assert said(first(track()), "distance") == [
        "about 111.3 km (assumed: measured along the line drawn)"
    ]


def test_a_line_that_nobody_gives_is_an_assumed_great_circle() -> None:
    assert said(first(track()), "line") == [
        "111.3 km as drawn; small curves are left out (assumed: the shortest way over the earth, "
        "as no line is given)"
    ]


def test_a_leg_without_a_time_has_no_speed_and_says_what_is_missing() -> None:
    record = first(track(legs=[leg("a", "b", unknown=[{"en": "The hour."}])]))

    assert (record.about("duration"), record.about("speed")) == ([], [])
    assert record.unknown == ("The hour.", "time not known")


def test_clock_times_that_follow_from_others_say_so() -> None:
    one = leg("a", "b", departs=[known(at=CLOCK)], duration=amount(2, "h"))

    there, on = legs(track(legs=[one, leg("b", "c")]), ENGLISH)

    assert said(there, "departs") == ["25 Feb, 07:00 (local time) (assumed: Made up.)"]
    assert said(there, "arrives") == [
        "25 Feb, 09:00 (local time) (assumed: counted on from the times before)"
    ]
    assert said(on, "arrives") == [
        "not before 25 Feb, 09:00 (assumed: counted on from the times before)"
    ]


def test_a_clock_time_that_follows_from_a_rough_time_says_so() -> None:
    one = leg("a", "b", departs=[known(at=CLOCK)], duration=[known(about=2, unit="h")])

    there = first(track(legs=[one]))

    assert "of which some are known only roughly" in said(there, "arrives")[0]
    assert "roughly" not in said(there, "departs")[0]


def test_only_a_claimed_clock_time_is_exact() -> None:
    at, between = known(at=CLOCK), known(between=[CLOCK, "2021-02-25T08:00+09:00"])

    exact = first(track(legs=[leg("a", "b", departs=[at], duration=amount(2, "h"))]))
    loose = first(track(legs=[leg("a", "b", departs=[between], arrives=[known(at="2021-02-26")])]))

    assert exact.left is not None
    assert (exact.met, loose.left, loose.met) == (None, None, None)


def test_waits_and_stops_are_told_with_what_they_rest_on() -> None:
    stop = known(place="b", km=3.5, dwell=amount(10, "min"))

    record = first(track(legs=[leg("a", "c", stops=[stop], distance=amount(9, "km"))]))

    assert said(record, "stop") == ["B, 3.5 km from the start of the leg (assumed: Made up.)"]
    assert said(record, "wait") == ["B: 10 minutes (assumed: Made up.)"]


def test_facts_of_one_kind_are_numbered_from_the_second_on(handcar: Track) -> None:
    names = [name for name, _ in named(legs(handcar, ENGLISH)[0].claims)]

    assert len(names) == len(set(names))
    assert {"duration", "duration_2", "stop", "stop_21"} <= set(names)


def test_a_place_that_no_leg_uses_is_left_out() -> None:
    unused = [place("a", 0, 0), place("b", 0, 1), place("c", 0, 2), place("x", 9, 9)]

    found = places(track(places=unused), ENGLISH)

    assert [(record.place.id, record.legs) for record in found] == [
        ("a", ("a-b",)), ("b", ("a-b", "b-c")), ("c", ("b-c",)),
    ]  # fmt: skip


def test_the_whole_is_told_with_its_basis_its_day_and_its_rights(handcar: Track) -> None:
    told = summary(handcar, ENGLISH)

    assert told[1].endswith("more than 1,115 km (assumed)")
    assert told[2].startswith("When: 25 February 2021 (reported: The Moscow Times")
    assert "MIT licence" in told[3]


def test_every_source_has_its_label_and_its_address_where_it_has_one(handcar: Track) -> None:
    found = sources(handcar, ENGLISH)

    assert len(found) == len(handcar.journey.sources)
    assert ("GeoNames. GeoNames", "https://www.geonames.org/") in found
    assert ("Natural Earth, 1:10m railroads. Natural Earth", "") in found
