from __future__ import annotations

import csv
from io import StringIO

import pytest

from journey import Track
from journey.exports.attributes import legs
from journey.exports.table import ABOUT, table
from journey.words.provenance import sentence
from tests.conftest import amount, known, leg, place, track
from tests.exported import ENGLISH, HOSTILE, hostile


def read(of: Track) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(table(of, ENGLISH).decode("utf-8-sig"), newline="")))


def test_a_leg_reads_back_with_id_mode_ends_and_their_points(handcar: Track) -> None:
    for row, there in zip(read(handcar), handcar.legs, strict=True):
        told = (there.leg.id, there.leg.mode, there.start_place.id, there.end_place.id)

        assert (row["id"], row["mode"], row["from_id"], row["to_id"]) == told
        assert float(row["from_lat"]) == pytest.approx(there.start_place.lat, abs=1e-6)
        assert float(row["to_lon"]) == pytest.approx(there.end_place.lon, abs=1e-6)


def test_all_claims_of_a_leg_are_there_a_line_each(handcar: Track) -> None:
    dated = ENGLISH.dating(True)
    for row, record in zip(read(handcar), legs(handcar, dated), strict=True):
        for key in ABOUT:
            told = [sentence(claim.footing, dated) for claim in record.about(key)]
            assert row[key].splitlines() == told


def test_bounds_are_numbers_and_empty_where_nothing_bounds(handcar: Track) -> None:
    row = read(handcar)[2]

    assert (float(row["duration_low_s"]), float(row["duration_high_s"])) == (1_200, 3_600)
    assert (float(row["distance_low_km"]), row["distance_high_km"]) == (1, "")
    assert row["disagree"] == "to distance"


def test_places_have_their_names_in_all_scripts_and_their_basis(handcar: Track) -> None:
    lines = read(handcar)[1]["places"].splitlines()

    assert [line.partition(":")[0] for line in lines] == [
        "Rajin · Раджин · 라진", "Sonbong · Сонбон · 선봉", "Tumangang · Туманган · 두만강",
        "Tumen (Korean bank) · Туманная (корейский берег) · 두만강 (북한 쪽)",
    ]  # fmt: skip
    assert "(assumed: Nobody reported where the cart was put on the rails." in lines[-1]


def test_lines_end_as_rfc_4180_has_it(handcar: Track) -> None:
    made = table(handcar, ENGLISH)

    assert made.count(b"\r\n") == len(handcar.legs) + 1


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(1)", '=HYPERLINK("http://x","y")'])
def test_a_cell_that_a_spreadsheet_would_run_is_text(text: str) -> None:
    row = read(hostile(text))[0]

    assert row["name"] == row["text"] == f"'{text}"
    assert not [v for v in row.values() if v.startswith(("=", "+", "@", "\t", "\r"))]


def test_a_number_below_nothing_stays_a_number() -> None:
    row = read(track(places=[place("a", -1, -2), place("b", 0, 0), place("c", 0, 1)]))[0]

    assert (row["from_lat"], row["from_lon"]) == ("-1.0", "-2.0")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_reads_back_as_it_was(text: str) -> None:
    assert read(hostile(text))[0]["text"].removeprefix("'") == text


def test_a_clock_time_tells_its_year_for_nothing_above_the_rows_does(handcar: Track) -> None:
    (departs, *_) = [row["departs"] for row in read(handcar)]

    assert "23\xa0Feb\xa02021,\xa021:00" in departs


def test_clock_times_are_in_iso_8601_with_the_offset_of_their_place() -> None:
    places = [place("a", 0, 0, zone="Asia/Tokyo"), place("b", 0, 1, zone="Asia/Vladivostok")]
    one = leg("a", "b", departs=[known(at="2021-02-25T07:00+09:00")], duration=amount(2, "h"))

    (row,) = read(track(places=places, legs=[one]))

    # Two hours later, by a clock that is an hour ahead.
    assert (row["departs_earliest"], row["arrives_latest"]) == (
        "2021-02-25T07:00:00+09:00", "2021-02-25T10:00:00+10:00",
    )  # fmt: skip


def test_a_clock_time_of_the_next_day_is_for_programs_and_not_marked_as_text() -> None:
    one = leg("a", "b", departs=[known(at="23:30")], arrives=[known(at="+1 05:45")])

    (row,) = read(track(legs=[one]))

    assert (row["departs_latest"], row["arrives_latest"]) == ("23:30", "+1 05:45")


def test_stops_and_waits_have_their_times_a_line_each() -> None:
    # By hand: there at 10:10, and 20 minutes later away; then an hour at the end.
    stop = known(place="b", arrives="2021-02-25T10:10+09:00", dwell=amount(20, "min"))
    end = known(place="c", dwell=amount(1, "h"))
    one = leg("a", "c", stops=[stop], to=end, departs=[known(at="2021-02-25T10:00+09:00")])

    (row,) = read(track(legs=[one]))

    assert row["pauses"].splitlines() == ["b", "c"]
    assert row["pauses_arrive_latest"].splitlines()[0] == "2021-02-25T10:10:00+09:00"
    assert row["pauses_depart_earliest"].splitlines()[0] == "2021-02-25T10:30:00+09:00"
    assert row["pauses_wait_low_s"].splitlines() == ["1200.0", "3600.0"]


def test_a_window_has_two_ends_and_is_empty_where_nothing_bounds_it() -> None:
    (row,) = read(track(legs=[leg("a", "b", arrives=[known(at="2017-08-03")])]))

    assert (row["departs_earliest"], row["departs_latest"]) == ("", "2017-08-03")
    assert (row["arrives_earliest"], row["arrives_latest"]) == ("2017-08-03", "2017-08-03")


def test_the_waits_at_both_ends_and_the_day_of_the_journey_have_columns() -> None:
    end = known(place="b", dwell=[known(range=[1, 2], unit="h")])
    days = [known(between=["2021-02-25", "2021-02-26"])]

    (row,) = read(track(legs=[leg("a", "b", to=end)], day=days))

    assert (row["wait_after_low_s"], row["wait_after_high_s"]) == ("3600.0", "7200.0")
    assert (row["wait_before_low_s"], row["day"]) == ("", "2021-02-25/2021-02-26")


def test_a_mark_tells_spreadsheets_that_it_is_in_utf_8(handcar: Track) -> None:
    made = table(handcar, ENGLISH)

    # EF BB BF, the byte order mark (Unicode 16, section 23.8), stands once.
    assert made.startswith(b"\xef\xbb\xbfjourney,id,")
    assert made.count(b"\xef\xbb\xbf") == 1
    assert "Пхеньян" in made.decode("utf-8-sig")
