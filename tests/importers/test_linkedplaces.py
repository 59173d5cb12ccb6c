from __future__ import annotations

import json
from typing import Any

import pytest

from journey.files.read import read
from tests.importers.made import brought, codes, content, found, refused


def place(title: str, *points: list[float], start: object = None, **more: Any) -> dict[str, Any]:
    """A place with one time."""
    shapes = [{"type": "Point", "coordinates": point} for point in points]
    return {
        "@id": "http://example.org/1", "type": "Feature", "properties": {"title": title},
        "geometry": {"type": "GeometryCollection", "geometries": shapes},
        "when": {"timespans": [{"start": start}]}, **more,
    }  # fmt: skip


def linked(*features: Any) -> str:
    """A file of these places."""
    return json.dumps(
        {"type": "FeatureCollection", "@context": "linkedplaces", "features": features}
    )


PLACES = linked(
    place("A", [8, 46], start={"in": "1600?"}, descriptions=[{"value": "<i>old</i>"}]),
    place("B", [8, 47], [8, 47.1], start={"earliest": "1601-01", "latest": "1601-06"}),
)


def test_places_are_legs_from_each_to_the_next() -> None:
    files, _ = brought(content(PLACES, "a.jsonld"))

    (leg,) = read(files, "trip").legs
    assert (leg.start.place, leg.end.place) == ("a", "b")
    assert (str(leg.departs[0].at), str(leg.arrives[0].at)) == ("1600", "1601")


def test_what_is_not_sure_or_has_no_place_is_told() -> None:
    told = found(PLACES, "a.jsonld")

    assert told.spots[0].text == "old"
    assert codes(told)["certainty_unused"] == 2
    assert codes(told)["fields_unused"] == 1


def test_a_line_is_the_way_and_places_stand_beside_it() -> None:
    route = place("Road")
    route["geometry"] = {"type": "LineString", "coordinates": [[8, 46], [8, 46.5], [8, 47]]}

    told = found(linked(route, place("Inn", [8, 46.5])), "a.geojson")

    assert [line.name for line in told.lines] == ["Road"]
    assert [spot.name for spot in told.spots] == ["Inn"]


@pytest.mark.parametrize(
    "odd", [None, 1, [], {"geometry": {"type": "GeometryCollection", "geometries": ["null"]}}]
)
def test_what_is_no_place_makes_no_journey(odd: Any) -> None:
    assert refused(content(linked(odd, odd), "a.jsonld")) == ["import_nothing"]
