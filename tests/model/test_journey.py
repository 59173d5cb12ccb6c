from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from journey.model import claims, question, teaching
from journey.model import journey as model
from journey.model.journey import Journey
from journey.model.mode import Mode
from journey.model.palette import MODES
from tests.conftest import MENDED, Data, journey, known, leg, place, told

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
        ({"legs": [leg("a", "b", mode="tram")]}, "legs.0.mode"),
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
    data = told(title={}, legs=[leg("a", "x", mode="tram"), leg("b", "c")])

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
