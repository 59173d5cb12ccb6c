from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from journey import Track
from journey.files.read import read
from journey.geo.interval import Interval
from journey.importers.content import How
from journey.importers.found import Found
from tests.importers.made import brought, codes, content, found, refused

TRACK = "time,lat,lon,ele\n1970-01-01T00:00:01Z,46,8,500\n1970-01-01T00:00:03Z,46.1,8,\n"
STATIONS = (
    "Station;Lat;Lon;Arrives;Departs\n"
    "A;46,5;8,0;;21:30\nB;47,0;8,0;23:50;00:05\nC;48,0;8,0;06:10;\n"
)
PARIS = How(ZoneInfo("Europe/Paris"))


def table(text: str, how: How | None = None) -> Found:
    return found(text, "a.csv", how)


def moments(of: Found) -> list[str]:
    """When each of its places was reached and left."""
    return [f"{spot.arrives} {spot.departs}" for spot in of.spots]


def test_rows_without_names_are_the_points_of_a_line() -> None:
    (line,) = table(TRACK).lines

    assert line.point(1) == (46.1, 8)
    assert line.times.tolist() == [1, 3]
    assert line.heights[0] == 500
    assert np.isnan(line.heights[1])


def test_a_column_of_its_own_tells_the_side_of_the_equator_and_of_greenwich() -> None:
    text = "LATITUDE,N/S,LONGITUDE,E/W,HEIGHT\n46,S,8,W,100 m\n46.1,N,8,E,100 ft\n"

    (line,) = table(text).lines

    assert (line.point(0), line.point(1)) == ((-46, -8), (46.1, 8))
    assert line.heights.tolist() == pytest.approx([100, 30.48])


@pytest.mark.parametrize(
    "both", ["N 46° 30.000 W 008° 06.000", "46.5N 8.1W", "N46 30.0, W8 06", "46°30′0″N 8°6′W"]
)
def test_degrees_and_minutes_are_told_apart_by_their_letters(both: str) -> None:
    (line,) = table(f'coordinates\n"{both}"\n0.1 0.2\n').lines

    assert line.point(0) == pytest.approx((46.5, -8.1))


def test_a_column_tells_how_far_the_clock_is_from_utc() -> None:
    text = "Lcl Date,Lcl Time,UTCOfst,Latitude,Longitude\n2013-09-04,14:58:21,-04:00,40,-74\n"

    (line,) = table(text).lines

    assert datetime.fromtimestamp(line.times[0], UTC).isoformat() == "2013-09-04T18:58:21+00:00"


def test_cells_that_a_logger_fills_up_with_zero_bytes_are_read() -> None:
    (line,) = table("LATITUDE N/S,LONGITUDE E/W,VOX\n46S,8E,\0\0\n47S,8E,\0\0\n").lines

    assert [line.point(0), line.point(1)] == [(-46, 8), (-47, 8)]


def test_a_timetable_leads_from_each_station_to_the_next() -> None:
    files, _ = brought(content(STATIONS, "a.csv"))

    legs = read(files, "trip").legs
    assert [(leg.start.place, leg.end.place) for leg in legs] == [("a", "b"), ("b", "c")]
    assert str(legs[1].departs[0].at) == "+1 00:05"


def test_clock_times_without_a_date_go_on_past_midnight() -> None:
    assert moments(table(STATIONS)) == [
        "None 21:30", "23:50 +1 00:05", "+1 06:10 None",
    ]  # fmt: skip


def test_days_count_from_the_first_departure() -> None:
    text = STATIONS.replace("A;46,5;8,0;;21:30\n", "")

    files, _ = brought(content(text, "a.csv"))

    (leg,) = read(files, "trip").legs
    assert (str(leg.departs[0].at), str(leg.arrives[0].at)) == ("00:05", "06:10")


def test_days_count_from_the_first_departure_also_where_two_rows_tell_of_its_place() -> None:
    text = STATIONS.replace("A;46,5;8,0;;21:30\n", "B;47,0;8,0;;\n")

    files, _ = brought(content(text, "a.csv"))

    (leg,) = read(files, "trip").legs
    assert (str(leg.departs[0].at), str(leg.arrives[0].at)) == ("00:05", "06:10")


def test_a_date_holds_for_the_rows_below_it_and_past_midnight() -> None:
    text = "name,lat,lon,date,departs\nA,1,1,1.6.2025,23:30\nB,2,2,,00:10\n"

    spots = table(text, PARIS).spots

    assert spots[1].departs == datetime(2025, 6, 1, 22, 10, tzinfo=UTC)


def test_a_time_whose_zone_nobody_tells_is_asked_for() -> None:
    text = "name,lat,lon,arrives\nA,1,1,2025-06-01 23:30\nB,2,2,\n"

    assert refused(content(text, "a.csv")) == ["import_no_zone"]


@pytest.mark.parametrize(
    "names",
    ["Ort;Breite;Länge", "Название;Широта;Долгота", "역;위도;경도", "name;Y;X",
     "Nom;Latitude (°);Longitude (°)", "stop_name;stop_lat;stop_lon",
     "stop;shape_pt_lat;shape_pt_lon"],
)  # fmt: skip
def test_columns_go_by_their_usual_names_in_many_languages(names: str) -> None:
    spots = table(f"{names}\nA;1,5;2\nB;3;4\n").spots

    assert [(spot.name, spot.point) for spot in spots] == [("A", (1.5, 2)), ("B", (3, 4))]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_what_stands_between_cells_is_found_out(sign: str) -> None:
    text = TRACK.replace(",", sign)

    assert table(f"sep={sign}\r\n{text}").lines[0].point(0) == (46, 8)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-8"])
def test_a_mark_tells_the_encoding(encoding: str) -> None:
    given = "название,lat,lon\nКёльн,1,2\nБ,3,4\n".encode(encoding)

    assert found(given, "a.csv").spots[0].name == "Кёльн"


def test_an_encoding_that_nothing_tells_is_asked_for() -> None:
    given = "название;lat;lon\nА;1;2\nБ;3;4\n".encode("cp1251")

    assert refused(content(given, "a.csv")) == ["import_no_utf8"]
    assert found(given, "a.csv", How(encoding="cp1251")).spots[1].name == "Б"


def test_a_station_without_a_position_is_left_out_and_told() -> None:
    text = "name,lat,lon,time\nA,1,1,??:??\nB,,,\nC,2,2,\n"

    files, told = brought(content(text, "a.csv"))

    assert len(read(files, "trip").legs) == 1
    assert {"spots_without_position", "times_odd"} <= set(told)


@pytest.mark.parametrize(
    ("cell", "lat"), [("46°30'N", 46.5), ("46,5° S", -46.5), ("N 46° 30' 36\"", 46.51), ("-1", -1)]
)
def test_degrees_may_have_minutes_and_a_direction(cell: str, lat: float) -> None:
    cell = cell.replace('"', '""')

    spots = table(f'name;lat;lon\nA;"{cell}";1\nB;2;2\n').spots

    assert spots[0].point
    assert spots[0].point[0] == pytest.approx(lat)


def test_both_numbers_may_stand_in_one_cell() -> None:
    assert table('name,coordinates\nA,"1.5, 2"\nB,"3, 4"\n').spots[0].point == (1.5, 2)


def test_a_date_that_may_start_with_the_month_is_not_guessed() -> None:
    text = "name,lat,lon,date\nA,1,1,03/04/2025\nB,2,2,05/04/2025\n"

    told = table(text)

    assert moments(told) == ["None None"] * 2
    assert codes(told)["dates_ambiguous"] == 2


def test_another_date_of_the_table_tells_where_the_month_stands() -> None:
    text = "name,lat,lon,date\nA,1,1,03/04/2025\nB,2,2,13/04/2025\n"

    assert moments(table(text)) == ["2025-04-03 None", "2025-04-13 None"]


def test_heights_in_feet_are_told_in_metres() -> None:
    (line,) = table("lat,lon,alt (ft)\n1,1,1000\n2,2,\n").lines

    assert line.heights[0] == pytest.approx(304.8)


def test_columns_that_have_nowhere_to_go_are_told() -> None:
    (remark,) = table("lat,lon,hdop,sat\n1,1,1,1\n2,2,1,1\n").remarks

    assert (remark.code, remark.figures["names"]) == ("columns_unused", ("hdop", "sat"))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a,b\n1,2\n", "import_no_columns"),
        ("lat,lon,name\n1,1,A\n2,2," + "x" * 10_000_000, "import_row_odd"),
        ("lat,lon\n" + "a,b\n" * 10_000, "import_nothing"),
        ("lat,lon\nNaN,inf\n1e999,-inf\n", "import_nothing"),
        ("lat,lon,name\n" + '"' * 9_999, "import_nothing"),
    ],
)
def test_what_is_no_table_of_places_is_refused(text: str, code: str) -> None:
    assert refused(content(text, "a.csv")) == [code]


def test_formulas_and_markup_are_text() -> None:
    rows = "'=1+1,1,1,<script>x()</script>b\n=HYPERLINK(1),2,2,c\n"

    files, _ = brought(content(f"name,lat,lon,text\n{rows}", "a.csv"))

    journey = read(files, "trip")
    assert [place.name["en"] for place in journey.places] == ["=1+1", "=HYPERLINK(1)"]
    assert b"script" not in files["journey.yaml"]


@pytest.mark.parametrize(
    ("told", "mode"),
    [("Zug", "train"), ("à pied", "walk"), ("zu Fuß", "walk"), ("паром", "ferry"),
     ("기차", "train"), ("IN_CABLECAR", "cable-car"), ("Avión", "plane")],
)  # fmt: skip
def test_a_mode_may_be_told_in_the_languages_of_the_columns(told: str, mode: str) -> None:
    files, _ = brought(content(f"name,lat,lon,mode\nA,1,1,\nB,2,2,{told}\n", "a.csv"))

    assert read(files, "trip").legs[0].mode == mode


ZONED = """name,lat,lon,zone,arrives,departs
London,51.53,-0.13,Europe/London,,08:31
Paris,48.88,2.36,Europe/Paris,11:47,
"""


def test_a_column_may_tell_the_zone_of_each_place() -> None:
    files, codes = brought(content(ZONED, "a.csv"))

    (leg,) = Track.of(read(files, "trip")).legs
    # By clocks of which one is an hour ahead.
    assert leg.slot.duration
    assert leg.slot.duration.figure == Interval.exactly((2 * 60 + 16) * 60)
    assert (leg.leg.mode, codes) == ("train", ["modes_assumed"])


def test_clocks_of_which_nobody_tells_the_zone_are_told() -> None:
    files, codes = brought(content(ZONED.replace("Europe/", "Outer "), "a.csv"))

    assert read(files, "trip").legs[0].mode == "other"
    assert codes == ["clocks_of_one_zone"]


def test_a_date_and_time_is_by_the_clock_of_its_zone() -> None:
    text = "name,lat,lon,tz,arrives\nA,1,1,Asia/Seoul,2025-06-01 23:30\nB,2,2,,2025-06-01T15:00Z\n"

    assert table(text).spots[0].arrives == datetime(2025, 6, 1, 14, 30, tzinfo=UTC)
