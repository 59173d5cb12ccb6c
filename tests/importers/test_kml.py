from __future__ import annotations

import zipfile
from io import BytesIO

import numpy as np

from journey.importers.formats import read
from tests.importers.made import brought, codes, content, found, refused

HEAD = (
    '<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2">'
    "<Document><name>Tour</name>"
)
LINE = "<LineString><coordinates>8,46,500 8.1,46 8.2,46.1,7</coordinates></LineString>"


def kml(*marks: str) -> str:
    """A KML file with these placemarks."""
    return f"{HEAD}{''.join(f'<Placemark>{mark}</Placemark>' for mark in marks)}</Document></kml>"


def zipped(**members: str | bytes) -> bytes:
    """A zip of files by their names, in which _ stands for the dot."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("_", "."), data)
    return stream.getvalue()


def test_a_line_has_longitudes_first() -> None:
    told = found(kml(f"<name>Way</name>{LINE}"), "a.kml")

    assert (told.lines[0].name, told.lines[0].point(2)) == ("Way", (46.1, 8.2))
    assert told.story.title == "Tour"


def test_heights_count_only_where_they_are_above_the_sea() -> None:
    above = LINE.replace("<coord", "<altitudeMode>absolute</altitudeMode><coord")

    heights = [found(kml(line), "a.kml").lines[0].heights for line in (LINE, above)]

    assert np.isnan(heights[0]).all()
    assert heights[1][0] == 500


def test_a_track_has_times_and_positions_apart() -> None:
    inside = "<when>1970-01-01T00:00:01Z</when><when>1970-01-01T00:00:02Z</when>"
    inside += "<gx:coord>8 46 1</gx:coord><gx:coord>8 47 2</gx:coord>"

    (line,) = found(kml(f"<gx:Track>{inside}</gx:Track>"), "a.kml").lines

    assert line.times.tolist() == [1, 2]
    assert line.point(1) == (47, 8)


def test_points_with_times_become_legs_between_them() -> None:
    marks = [
        f"<name>{name}</name><TimeStamp><when>{day}</when></TimeStamp>"
        f"<Point><coordinates>8,{lat}</coordinates></Point>"
        for name, day, lat in (("A", "1889-11-14", 46), ("B", "1889-11", 47), ("C", "1890", 48))
    ]

    files, told = brought(content(kml(*marks), "a.kml"))

    assert b"arrives: {at: 1889-11}" in files["journey.yaml"]
    assert "spots_in_order" in told


def test_empty_coordinates_areas_and_heights_off_the_ground_are_told() -> None:
    empty = "<LineString><coordinates> </coordinates></LineString>"
    area = "<Polygon><outerBoundaryIs><LinearRing/></outerBoundaryIs></Polygon>"

    told = codes(found(kml(LINE, empty, area), "a.kml"))

    assert told == {"positions_odd": 1, "areas_unused": 1, "fields_unused": 2}


def test_kmz_is_kml_in_a_zip() -> None:
    files, told = brought(content(zipped(doc_kml=kml(LINE), a_png=b"x"), "a.kmz"))

    assert b"8.2,46.1" in files["route.geojson"]
    assert "members_unused" in told


def test_a_time_without_a_zone_asks_for_one() -> None:
    inside = "<when>2025-06-01T08:00:00</when><gx:coord>8 46 1</gx:coord>"

    assert refused(content(kml(f"<gx:Track>{inside}</gx:Track>"), "a.kml")) == ["import_no_zone"]


def test_the_format_is_told_by_the_content() -> None:
    assert read(content(kml(LINE), "a.gpx")).remarks[0].code == "other_suffix"


def test_data_beside_a_line_says_how_it_was_travelled_and_a_span_when() -> None:
    told = (
        "<TimeSpan><begin>1970-01-01T00:00:01Z</begin><end>1970-01-01T00:00:09Z</end></TimeSpan>"
        '<ExtendedData><Data name="mode"><value>ferry</value></Data>'
        '<Data name="crew"><value>3</value></Data></ExtendedData>'
    )

    one = found(kml(told + LINE), "a.kml")

    assert one.lines[0].mode == "ferry"
    assert one.lines[0].times[[0, -1]].tolist() == [1, 9]
    assert one.remarks[-1].figures == {"names": ("altitude", "crew")}
