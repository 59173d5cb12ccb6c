"""Heights in every format that has room for them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import fastkml
import gpxpy
import pytest
from lxml import etree

from journey import Track
from journey.exports.geojson import geojson
from journey.exports.gpx import gpx
from journey.exports.kml import kml
from journey.files.read import ROUTE, STORY, read
from tests.conftest import known, leg, place, told, track
from tests.exported import ENGLISH, over_the_edge

HEIGHTS = [1200.5, None, 1900, 0]
LINE = [[0, 0], [0, 0.25], [0, 0.5], [0, 1]]
GPX = "{http://www.topografix.com/GPX/1/1}"
KML = "{http://www.opengis.net/kml/2.2}"


def high(mode: str = "walk", heights: list[float | None] = HEIGHTS, **more: Any) -> Track:
    """A leg from A to B with those heights."""
    shape = known(line=LINE, heights=heights)
    return track(legs=[leg("a", "b", mode=mode, shape=shape, **more)])


def line(of: Track) -> Element:
    return next(fromstring(kml(of, ENGLISH)).iter(f"{KML}LineString"))


def coordinates(of: Track) -> Any:
    return json.loads(geojson(of, ENGLISH))["features"][0]["geometry"]["coordinates"]


def test_gpx_has_the_heights_that_are_known() -> None:
    found = gpxpy.parse(gpx(high(), ENGLISH).decode())

    assert [point.elevation for point in found.tracks[0].segments[0].points] == HEIGHTS


def test_in_gpx_a_height_stands_before_the_time_as_its_schema_asks() -> None:
    left = [known(at="2021-02-25T07:00+09:00")]
    point = next(fromstring(gpx(high(departs=left), ENGLISH)).iter(f"{GPX}trkpt"))

    assert [child.tag.removeprefix(GPX) for child in point] == ["ele", "time"]


def test_geojson_has_them_as_third_number_and_in_its_box() -> None:
    assert coordinates(high()) == [[0, 0, 1200.5], [0.25, 0], [0.5, 0, 1900], [1, 0, 0]]
    # West, south, lowest, east, north, highest (RFC 7946, section 5).
    assert json.loads(geojson(high(), ENGLISH))["bbox"] == [0, 0, 0, 1, 0, 1900]


def test_kml_has_them_after_longitude_and_latitude() -> None:
    text = line(high()).findtext(f"{KML}coordinates", "")

    assert [len(point.split(",")) for point in text.split()] == [3, 2, 3, 3]
    assert text.split()[2].endswith(",1900")


@pytest.mark.parametrize(
    ("mode", "heights", "drawn"),
    [
        ("plane", [900, 950, 1900, 0], "absolute"),
        ("plane", HEIGHTS, None),
        ("walk", [900, 950, 1900, 0], None),
    ],
)
def test_in_kml_only_who_flies_is_drawn_above_the_ground(
    mode: str, heights: list[float | None], drawn: str | None
) -> None:
    assert line(high(mode, heights)).findtext(f"{KML}altitudeMode") == drawn


def test_kml_with_heights_is_as_its_schema_asks() -> None:
    schema = etree.XMLSchema(etree.parse(Path(fastkml.__file__).parent / "schema" / "ogckml22.xsd"))

    schema.assertValid(etree.fromstring(kml(high("plane", [1, 2, 3, 4]), ENGLISH)))


def test_where_a_line_is_cut_it_is_as_high_as_on_the_way_between() -> None:
    journey = over_the_edge().journey.model_dump(by_alias=True)
    first = journey["legs"][0]
    first["shape"]["heights"] = [100, 300, None]

    there, beyond = coordinates(track(**{key: journey[key] for key in ("places", "legs")}))

    # From 178 to 182 degrees, half way of which is the antimeridian.
    assert [point[2:] for point in there] == [[100], [200]]
    assert [point[2:] for point in beyond] == [[200], [300], []]


def test_a_stop_between_two_points_is_as_high_as_the_way_there() -> None:
    stop = known(place="m", at="2021-02-25T08:00+09:00")
    places = [place("a", 0, 0), place("m", 0, 0.5), place("b", 0, 1)]
    shape = known(line=[[0, 0], [0, 1]], heights=[100, 300])
    found = track(places=places, legs=[leg("a", "b", shape=shape, stops=[stop])])

    assert [point[2] for point in coordinates(found)] == pytest.approx([100, 200, 300], abs=0.1)


def test_two_stops_between_the_same_points_are_each_as_high_as_the_way_there() -> None:
    met = [
        known(place=name, at=f"2021-02-25T0{hour}:00+09:00") for name, hour in (("m", 8), ("n", 9))
    ]
    places = [place("a", 0, 0), place("m", 0, 0.25), place("n", 0, 0.75), place("b", 0, 1)]
    shape = known(line=[[0, 0], [0, 1]], heights=[100, 300])
    found = track(places=places, legs=[leg("a", "b", shape=shape, stops=met)])

    high = [point[2] for point in coordinates(found)]
    assert high == pytest.approx([100, 150, 250, 300], abs=0.1)


def test_what_is_written_as_geojson_is_read_again() -> None:
    story = json.dumps(told(legs=[leg("a", "b", shape=known())])).encode()
    feature = json.loads(geojson(high(), ENGLISH))["features"][0]
    route = {"type": "FeatureCollection", "features": [{**feature, "properties": {}}]}

    found = read({STORY: story, ROUTE: json.dumps(route).encode()})

    assert found.legs[0].shape
    assert list(found.legs[0].shape.heights) == HEIGHTS


def test_a_line_without_heights_has_none_anywhere(handcar: Track) -> None:
    assert b"<ele>" not in gpx(handcar, ENGLISH)
    assert b"altitudeMode" not in kml(handcar, ENGLISH)
    assert {len(position) for position in coordinates(handcar)} == {2}
    assert len(json.loads(geojson(handcar, ENGLISH))["bbox"]) == 4
