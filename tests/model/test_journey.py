from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from journey.model import claims, question, teaching
from journey.model import journey as model
from journey.model.calendar import ClockTime, Month
from journey.model.journey import Journey, Stop
from journey.model.mode import Mode
from journey.model.palette import MODES
from tests.conftest import MENDED, Data, at, journey, known, leg, place, told

MODELS = [
    part
    for room in (claims, question, teaching, model)
    for part in vars(room).values()
    if isinstance(part, type) and issubclass(part, BaseModel) and part is not BaseModel
]


@pytest.mark.parametrize("part", MODELS)
def test_every_model_is_frozen_and_closed(part: type[BaseModel]) -> None:
    assert part.model_config.get("frozen") is True
    assert part.model_config.get("extra") == "forbid"


@pytest.mark.parametrize("part", MODELS)
def test_every_model_says_what_it_is(part: type[BaseModel]) -> None:
    assert (part.__doc__ or "").strip().endswith(".")


def test_a_journey_of_two_legs_is_taken() -> None:
    found = journey()

    assert [part.start.place for part in found.legs] == ["a", "b"]
    assert found.place("c").lon == 2


def test_a_source_is_found_by_its_id() -> None:
    found = journey(sources=[{"id": "s", "title": "S", "publisher": "P"}])

    assert found.source("s").publisher == "P"


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"places": [place("a", 91, 0), place("b", 0, 1), place("c", 0, 2)]}, "places.0.lat"),
        ({"places": [place("a", 0, 181), place("b", 0, 1), place("c", 0, 2)]}, "places.0.lon"),
        ({"legs": []}, "legs"),
        ({"legs": [leg("a", "b", mode="trian")]}, "legs.0.mode"),
        ({"legs": [leg("a", "b", shape=known(line=[(0, 0)]))]}, "legs.0.shape.line"),
        ({"legs": [leg("a", "b", stops=[known(place="b", km=-1)])]}, "legs.0.stops.0.km"),
        ({"languages": []}, "languages"),
        ({"title": {}}, "title"),
        (
            {"legs": [leg("a", "b", to=known(place="b", others=[{"place": "c"}]))]},
            "legs.0.to.others.0.basis",
        ),
        ({"corrections": [{**MENDED, "date": "2026-13-23"}]}, "corrections.0.date"),
        ({"story": [{"id": "s", "title": {"en": "S"}, "claims": []}]}, "story.0.claims"),
    ],
)
def test_what_can_not_be_so_can_not_be_built(changes: Data, where: str) -> None:
    with pytest.raises(ValidationError) as caught:
        journey(**changes)

    assert where in [".".join(map(str, error["loc"])) for error in caught.value.errors()]


@pytest.mark.parametrize("zone", ["Asia/Pyongyang", "UTC"])
def test_a_time_zone_has_a_name_that_the_clock_knows(zone: str) -> None:
    places = [place("a", 0, 0, zone=zone), place("b", 0, 1), place("c", 0, 2)]

    assert journey(places=places).place("a").zone == zone


@pytest.mark.parametrize(
    "zone", ["Asia/Pyongjang", "", "../../etc/passwd", "/etc/passwd", "+09:00"]
)
def test_a_time_zone_that_is_not_known_is_refused(zone: str) -> None:
    places = [place("a", 0, 0, zone=zone), place("b", 0, 1), place("c", 0, 2)]

    with pytest.raises(ValidationError) as caught:
        journey(places=places)

    assert [error["type"] for error in caught.value.errors()] == ["unknown_zone"]


def test_all_faults_are_told_at_once() -> None:
    data = told(title={}, legs=[leg("a", "x", mode="trian"), leg("b", "c")])

    with pytest.raises(ValidationError) as caught:
        Journey.model_validate(data)

    found = {".".join(map(str, error["loc"])) for error in caught.value.errors()}
    assert found == {"title", "legs.0.mode", "legs.0.to.place", "legs.1.from.place"}


@pytest.mark.parametrize("data", [None, 5, "text", [], [told()], {}])
def test_data_that_is_no_journey_is_refused(data: Any) -> None:
    with pytest.raises(ValidationError):
        Journey.model_validate(data)


def test_every_mode_has_an_ink() -> None:
    assert set(MODES) == {mode.value for mode in Mode}


def stopping(**more: Any) -> Data:
    """Changes to a journey that stops at B, of which ``more`` is known."""
    return {"legs": [leg("a", "c", stops=[known(place="b", **more)])]}


def test_a_time_alone_at_a_stop_is_known_as_the_stop_is() -> None:
    (stop,) = journey(**stopping(arrives="17:30", departs="+1 06:10")).legs[0].stops

    arrives, departs = (moments[0] for moments in (stop.arrives, stop.departs))
    assert (arrives.at, departs.at) == (ClockTime(0, time(17, 30)), ClockTime(1, time(6, 10)))
    assert (arrives.basis, arrives.reason) == (stop.basis, stop.reason)


def test_a_stop_may_be_passed_at_a_time_and_left_by_several_claims() -> None:
    claims = [known(at="2025-06-01"), known(at="2025-06")]
    (stop,) = journey(**stopping(at="2025-06-01T19:06+04:00", departs=claims)).legs[0].stops

    assert stop.at == at("2025-06-01T19:06+04:00")
    assert [moment.at for moment in stop.departs] == [date(2025, 6, 1), Month(2025, 6)]


@pytest.mark.parametrize("key", ["at", "arrives", "departs"])
def test_a_time_at_a_stop_that_is_none_is_refused_where_it_stands(key: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Stop.model_validate(known(place="b", **{key: "early"}))

    (error,) = caught.value.errors()
    assert (error["loc"], error["type"]) == ((key,), "no_date")


def test_a_stop_of_which_nobody_says_how_it_is_known_is_told_once() -> None:
    with pytest.raises(ValidationError) as caught:
        Stop.model_validate({"place": "b", "arrives": "17:30"})

    (error,) = caught.value.errors()
    assert (error["loc"], error["type"]) == (("basis",), "missing")


@pytest.mark.parametrize(
    "published", [1889, "1889", "1889-05", "1889-05-01"], ids=["number", "year", "month", "day"]
)
def test_a_source_is_as_old_as_it_says(published: int | str) -> None:
    source = {"id": "s", "title": "T", "publisher": "P", "author": "A", "published": published}

    (found,) = journey(sources=[source]).sources

    assert (found.author, str(found.published)) == ("A", str(published))


@pytest.mark.parametrize("when", ["17:30", "2021-02-25T08:00+09:00"])
def test_a_source_has_no_clock_time(when: str) -> None:
    source = {"id": "s", "title": "T", "publisher": "P", "published": when}

    with pytest.raises(ValidationError) as caught:
        journey(sources=[source])

    assert [error["type"] for error in caught.value.errors()] == ["clock_without_use"]


@pytest.mark.parametrize("when", [{"at": "17:30"}, {"between": ["17:30", "18:00"]}])
def test_the_day_of_a_journey_is_no_time_of_a_day_that_nobody_dates(when: Data) -> None:
    with pytest.raises(ValidationError) as caught:
        journey(day=[known(**when)])

    assert [error["type"] for error in caught.value.errors()] == ["clock_without_use"]


def test_a_shape_has_as_many_times_as_points_or_none() -> None:
    shape = known(line=[(0, 0), (0, 1)], times=["2025-06-01T09:00Z"])

    with pytest.raises(ValidationError, match="times_do_not_fit"):
        journey(legs=[leg("a", "b", shape=shape)])


def test_a_shape_has_as_many_heights_as_points_or_none() -> None:
    shape = known(line=[(0, 0), (0, 1)], heights=[5.0, None, 7.0])

    with pytest.raises(ValidationError, match="heights_do_not_fit"):
        journey(legs=[leg("a", "b", shape=shape)])


def test_a_claim_that_stands_alone_is_a_list_of_one() -> None:
    lone, day = known(value=2, unit="h"), known(at="2021-02-25")
    way = known(value=90, unit="km")
    more: Data = {"duration": lone, "distance": way, "departs": day, "arrives": day}
    ends = {"from": known(place="a", dwell=lone), "stops": [known(place="b", arrives=day)]}

    alone = journey(day=day, legs=[leg("a", "c", **more, **ends)])

    listed = {key: [claim] for key, claim in more.items()}
    ends = {"from": known(place="a", dwell=[lone]), "stops": [known(place="b", arrives=[day])]}
    assert alone == journey(day=[day], legs=[leg("a", "c", **listed, **ends)])


def test_waits_are_held_against_a_leg_whose_claims_stand_alone() -> None:
    stops = [known(place="b", dwell=known(value=1, unit="weeks"))]

    with pytest.raises(ValidationError) as caught:
        journey(legs=[leg("a", "c", stops=stops, duration=known(value=6, unit="days"))])

    assert "waits_outlast_leg" in [error["type"] for error in caught.value.errors()]


def test_one_place_is_enough_for_a_walk_there_and_back() -> None:
    shape = known(line=[(0, 0), (0, 0.01), (0, 0)])

    found = journey(places=[place("a", 0, 0)], legs=[leg("a", "a", shape=shape)])

    assert [part.end.place for part in found.legs] == ["a"]
