from __future__ import annotations

from datetime import date

import pytest

from journey import Track
from journey.exports.attributes import LegRecord, legs, named, places, sources, summary
from journey.exports.clock import Clock
from journey.geo.interval import Interval
from journey.words.provenance import Footing
from tests.conftest import amount, known, leg, place, track
from tests.conftest import at as at_time
from tests.exported import ENGLISH

CLOCK = "2021-02-25T07:00+09:00"


def first(of: Track) -> LegRecord:
    return legs(of, ENGLISH)[0]


def footings(record: LegRecord, about: str) -> list[Footing]:
    return [claim.footing for claim in record.about(about)]


def test_a_claim_keeps_its_basis_source_method_and_note(handcar: Track) -> None:
    (found,) = footings(legs(handcar, ENGLISH)[0], "distance")
    (claim,) = handcar.journey.legs[0].distance

    assert (found.basis, len(found.links)) == (claim.basis.value, len(claim.source))
    assert claim.method
    assert found.why == ENGLISH.pick(claim.method)


def test_a_distance_that_nobody_claims_is_measured_and_says_so() -> None:
    (claim,) = first(track()).about("distance")

    # A degree of the equator (NGA calculator).
    assert claim.span is not None
    assert claim.span.used == pytest.approx(111.319, abs=0.001)
    assert (claim.footing.basis, claim.footing.why) == ("assumed", ENGLISH.say("leg.measured"))


def test_a_line_that_nobody_gives_is_assumed_and_is_no_size() -> None:
    (claim,) = first(track()).about("line")

    assert (claim.footing.basis, claim.span, claim.unit) == ("assumed", None, "")


def test_a_leg_without_a_time_has_no_speed_and_says_what_is_missing() -> None:
    record = first(track(legs=[leg("a", "b", unknown=[{"en": "The hour."}])]))

    assert (record.about("duration"), record.about("speed")) == ([], [])
    assert record.unknown == ("The hour.", ENGLISH.say("leg.unknown_duration"))


def test_clock_times_that_follow_from_others_say_so() -> None:
    one = leg("a", "b", departs=[known(at=CLOCK)], duration=amount(2, "h"))

    there, on = legs(track(legs=[one, leg("b", "c")]), ENGLISH)

    counted = ENGLISH.say("leg.counted")
    assert [found.why for found in footings(there, "departs")] == ["Made up."]
    assert [found.why for found in footings(there, "arrives")] == [counted]
    assert [found.why for found in footings(on, "arrives")] == [counted]


def test_a_clock_time_that_follows_from_a_rough_time_says_so() -> None:
    one = leg("a", "b", departs=[known(at=CLOCK)], duration=[known(about=2, unit="h")])

    (found,) = footings(first(track(legs=[one])), "arrives")

    assert found.why == ENGLISH.say("leg.counted_roughly")


def test_bounds_of_a_time_that_is_only_about_so_leave_it_open_by_a_quarter() -> None:
    one = leg("a", "b", departs=[known(at=CLOCK)], duration=[known(about=2, unit="h")])

    record = first(track(legs=[one]))

    # From 7:00 on about two hours, half an hour off.
    bounds = Clock(at_time("2021-02-25T08:30+09:00"), at_time("2021-02-25T09:30+09:00"))
    assert record.arrives == bounds
    assert [claim.when for claim in record.about("arrives")] == [bounds]
    assert len(record.line.times) == 1


def test_only_a_claimed_clock_time_is_exact() -> None:
    at, between = known(at=CLOCK), known(between=[CLOCK, "2021-02-25T08:00+09:00"])

    exact = first(track(legs=[leg("a", "b", departs=[at], duration=amount(2, "h"))]))
    loose = first(track(legs=[leg("a", "b", departs=[between], arrives=[known(at="2021-02-26")])]))

    assert exact.line.times == {0: at_time(CLOCK)}
    assert loose.line.times == {}


def test_a_time_that_follows_from_others_is_no_missing_time() -> None:
    # From 7:00 to 9:30.
    end = known(at="2021-02-25T09:30+09:00")
    record = first(track(legs=[leg("a", "b", departs=[known(at=CLOCK)], arrives=[end])]))

    (duration,) = record.about("duration")

    assert (duration.span, record.unknown) == (Interval.exactly(2.5 * 3_600), ())
    assert duration.footing.basis == "assumed"


def test_the_waits_at_the_ends_and_the_durations_come_to_the_whole() -> None:
    start, end = known(place="a", dwell=amount(1, "h")), known(place="b", dwell=amount(30, "min"))
    one = {**leg("a", "b", duration=amount(2, "h"), to=end), "from": start}
    found = track(legs=[one, leg("b", "c", duration=amount(4, "h"))])

    records = legs(found, ENGLISH)

    parts = [[r.before, r.about("duration")[0].span, r.after] for r in records]
    spans = [part.used for record in parts for part in record if part]
    assert spans == [3_600, 7_200, 1_800, 14_400]
    assert sum(spans) == found.duration.used


def test_a_stop_is_a_pause_only_where_time_passed_or_is_told() -> None:
    timed = known(place="b", at="2021-02-25T08:00+09:00")
    legs_ = [leg("a", "c", departs=[known(at=CLOCK)], stops=[timed]),
             leg("c", "a", stops=[known(place="b")])]  # fmt: skip

    there, back = legs(track(legs=legs_), ENGLISH)

    (pause,) = there.pauses
    assert (pause.place.id, pause.wait) == ("b", None)
    assert pause.arrives == pause.departs == Clock(*[at_time("2021-02-25T08:00+09:00")] * 2)
    assert back.pauses == ()


def test_waits_and_stops_are_told_with_what_they_rest_on() -> None:
    stop = known(place="b", km=3.5, dwell=amount(10, "min"))

    record = first(track(legs=[leg("a", "c", stops=[stop], distance=amount(9, "km"))]))

    (stop_at,), (wait,) = record.about("stop"), record.about("wait")
    assert (stop_at.footing.why, wait.footing.why) == ("Made up.", "Made up.")
    assert (wait.span, wait.unit) == (Interval.exactly(600), "s")


def test_a_wait_that_was_only_recorded_is_a_pause() -> None:
    # At B from 11:00 to 11:30.
    times = ["2024-06-01T10:00Z", "2024-06-01T11:00Z", "2024-06-01T11:30Z", "2024-06-01T12:00Z"]
    shape = known(line=[(0, 0), (0, 1), (0, 1), (0, 2)], times=times)

    record = first(track(legs=[leg("a", "c", shape=shape, stops=[known(place="b")])]))

    (pause,) = record.pauses
    assert pause.wait is not None
    assert (pause.place.id, pause.wait.used) == ("b", 1_800)


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


def test_a_place_that_others_give_for_an_end_is_one_of_the_places() -> None:
    end = known(place="b", others=[known(place="c")])
    found = track(legs=[leg("a", "b", to=end)])

    assert [record.place.id for record in places(found, ENGLISH)] == ["a", "b", "c"]
    (told,) = legs(found, ENGLISH)
    assert [claim.footing.said for claim in told.about("to")] == ["B", "C"]
    assert told.differ == ("to",)


def test_the_whole_is_told_with_its_basis_its_day_and_its_rights(handcar: Track) -> None:
    about, total, day, rights = summary(handcar, ENGLISH)

    assert about == ENGLISH.pick(handcar.journey.summary)
    assert ENGLISH.say("basis.assumed") in total
    assert ENGLISH.day(date(2021, 2, 25)) in day
    assert rights == ENGLISH.pick(handcar.journey.rights or {})


def test_every_source_has_its_label_and_its_address_where_it_has_one(handcar: Track) -> None:
    found = sources(handcar, ENGLISH)

    assert len(found) == len(handcar.journey.sources)
    assert ("GeoNames. GeoNames", "https://www.geonames.org/") in found
    assert ("Natural Earth, 1:10m railroads. Natural Earth", "") in found


def test_a_place_called_by_its_position_is_one_word_on_screen_and_plain_in_data() -> None:
    name = {"en": "45.838, 6.213"}
    unnamed = [{**place("a", 45.838, 6.213), "name": name}, place("b", 46, 7)]
    found = track(places=unnamed, legs=[leg("a", "b")])

    told, _ = places(found, ENGLISH)

    assert told.name == name["en"] == footings(first(found), "from")[0].said
    assert ENGLISH.pick(told.place.name) == "45.838,\N{NO-BREAK SPACE}6.213"
