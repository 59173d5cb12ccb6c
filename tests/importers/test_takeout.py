from __future__ import annotations

import json
from typing import Any

import pytest

from journey.files.read import read
from tests.importers.made import brought, codes, content, found, refused

NINE, TEN = "2024-05-01T09:00:00.000+02:00", "2024-05-01T10:00:00.000+02:00"
SPAN = {"startTime": NINE, "endTime": TEN}


def phone(write: str) -> list[dict[str, Any]]:
    """A ride with one point on its way and a visit, positions written so."""
    at = [write.format(lat, 8) for lat in (46, 46.1, 46.2)]
    way = {"start": at[0], "end": at[2], "topCandidate": {"type": "IN_TRAIN"}}
    path = [{"point": at[1], "time": "2024-05-01T09:30:00+02:00"}]
    visit = {"hierarchyLevel": 0, "topCandidate": {"placeLocation": at[2]}}
    return [
        {**SPAN, "activity": way},
        {**SPAN, "timelinePath": path},
        {"startTime": TEN, "endTime": "2024-05-01T12:00:00+02:00", "visit": visit},
    ]


def spot(lat: float, **more: Any) -> dict[str, Any]:
    """A position in 1e-7 degrees."""
    return {"latitudeE7": int(lat * 1e7), "longitudeE7": 80_000_000, **more}


def duration(start: str, end: str) -> dict[str, str]:
    return {"startTimestamp": f"2020-05-01T{start}Z", "endTimestamp": f"2020-05-01T{end}Z"}


PHONE = json.dumps({"semanticSegments": phone("{}°, {}°"), "rawSignals": [{}]})
IOS = json.dumps(phone("geo:{},{}"))
OLD = json.dumps({"timelineObjects": [
    {"placeVisit": {
        "location": spot(46, name="Home <b>1</b>"), "duration": duration("08:00:00", "09:00:00")}},
    {"activitySegment": {
        "startLocation": spot(46), "endLocation": spot(46.2), "activityType": "CYCLING",
        "duration": duration("09:00:00", "10:00:00"),
        "waypointPath": {"waypoints": [{"latE7": 461_000_000, "lngE7": 80_000_000}]}}},
]})  # fmt: skip


@pytest.mark.parametrize("given", [PHONE, IOS], ids=["android", "ios"])
def test_a_way_has_the_points_of_the_path_in_its_time(given: str) -> None:
    told = found(given, "Timeline.json")

    (line,) = told.lines
    assert [line.point(i) for i in range(3)] == [(46, 8), (46.1, 8), (46.2, 8)]
    assert line.times[1] - line.times[0] == 1_800
    assert line.mode == "IN_TRAIN"


def test_minutes_from_the_start_are_times_as_well() -> None:
    given = json.loads(IOS)
    given[1]["timelinePath"][0] = {
        "point": "geo:46.1,8", "durationMinutesOffsetFromStartTime": "30"}  # fmt: skip

    assert len(found(json.dumps(given), "a.json").lines[0]) == 3


def test_months_of_takeout_have_ways_and_named_visits() -> None:
    files, _ = brought(content(OLD, "2020_MAY.json"))

    journey = read(files, "trip")
    (leg,) = journey.legs
    assert leg.mode == "bicycle"
    assert journey.places[0].name == {"en": "Home 1"}


def test_raw_positions_are_one_line() -> None:
    given = {"locations": [spot(46, timestampMs="1000"), spot(46.1, timestampMs="3000")]}

    (line,) = found(json.dumps(given), "Records.json").lines

    assert line.times.tolist() == [1, 3]


def test_what_a_phone_noted_besides_is_told() -> None:
    assert codes(found(PHONE, "a.json"))["fields_unused"] == 1


def test_a_visit_without_a_name_is_called_after_its_street() -> None:
    where = spot(46) | {"address": "1 Main St, Palo Alto, California 94306, United States"}

    told = found(json.dumps({"timelineObjects": [{"placeVisit": {"location": where}}]}), "a.json")

    assert [one.name for one in told.spots] == ["1 Main St"]


def test_visits_alone_lead_from_each_to_the_next() -> None:
    visits = [{"placeVisit": {"location": spot(lat, name=f"P{lat}")}} for lat in (46, 47)]

    files, _ = brought(content(json.dumps({"timelineObjects": visits}), "a.json"))

    assert len(read(files, "trip").legs) == 1


@pytest.mark.parametrize(
    "odd", [None, 1, {}, {"activity": 1, "visit": []}, {"activity": {"start": "geo:NaN,inf"}},
            {"visit": {"topCandidate": {"placeLocation": {"latLng": "°, °"}}}}],
)  # fmt: skip
def test_what_is_no_segment_makes_no_journey(odd: Any) -> None:
    given = json.dumps({"semanticSegments": [odd, odd]})

    assert refused(content(given, "a.json")) == ["import_nothing"]
