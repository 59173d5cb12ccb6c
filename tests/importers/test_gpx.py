from __future__ import annotations

from math import isnan
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from journey.importers.content import How
from tests.importers.made import HEAD, codes, content, found, point, refused, track

TWO = (point(46, 8, "2025-06-01T08:00:00Z"), point(46.1, 8, "2025-06-01T09:00:00Z"))


def test_a_track_is_a_line_with_heights_and_times() -> None:
    (line,) = found(
        track(point(46, 8, "1970-01-01T00:01:00Z", "<ele>12.5</ele>"), point(47, 9))
    ).lines

    assert line.point(0) == (46.0, 8.0)
    assert (line.heights[0], line.times[0]) == (12.5, 60.0)
    assert isnan(line.heights[1])


@pytest.mark.parametrize("space", ["http://www.topografix.com/GPX/1/0", "http://elsewhere", ""])
def test_the_namespace_of_a_file_makes_no_difference(space: str) -> None:
    given = track(*TWO).replace("http://www.topografix.com/GPX/1/1", space)

    assert len(found(given).lines[0]) == 2


def test_segments_are_parts_of_one_line() -> None:
    given = track(*TWO, "</trkseg><trkseg>", *TWO)

    assert found(given).lines[0].starts == (0, 2)


def test_names_and_texts_are_freed_of_markup() -> None:
    inside = (
        "<name>A &lt;b&gt;day&lt;/b&gt; out</name><desc>&lt;script&gt;x()&lt;/script&gt;y</desc>"
    )

    told = found(track(*TWO, inside=inside))

    assert (told.lines[0].name, told.lines[0].text) == ("A day out", "y")
    assert codes(told)["markup_removed"] == 2


@pytest.mark.parametrize("odd", [point("", 8), point(91, 8), point("nan", 8), point(46, "1e999")])
def test_a_point_without_a_position_is_left_out_and_told(odd: str) -> None:
    told = found(track(*TWO, odd))

    assert len(told.lines[0]) == 2
    assert codes(told) == {"positions_odd": 1}


def test_a_time_that_is_none_is_told_and_its_point_stays() -> None:
    told = found(track(*TWO, point(46.2, 8, "2025-06-01T??:??")))

    assert np.isnan(told.lines[0].times).tolist() == [False, False, True]
    assert codes(told) == {"times_odd": 1}


def test_a_time_without_a_zone_asks_for_one() -> None:
    given = track(point(46, 8, "2025-06-01T08:00:00"), *TWO)

    assert refused(content(given)) == ["import_no_zone"]
    paris = found(given, how=How(ZoneInfo("Europe/Paris"))).lines[0].times
    assert paris[1] - paris[0] == 2 * 3_600


def test_elements_of_other_programs_are_counted() -> None:
    inside = "<extensions><v:pulse>80</v:pulse><v:power>200</v:power></extensions>"

    assert codes(found(track(*TWO, point(46.2, 8, "", inside)))) == {"extensions_unused": 2}


def test_of_a_file_that_breaks_off_what_stands_before_is_kept() -> None:
    told = found(track(*TWO).partition("</trkseg>")[0])

    assert len(told.lines[0]) == 2
    assert codes(told) == {"cut_off": 1}


def test_a_route_is_a_line_and_its_named_points_are_spots() -> None:
    named = '<rtept lat="46" lon="8"><name>Inn</name></rtept><rtept lat="47" lon="8"/>'

    told = found(f"{HEAD}<rte><name>Way</name>{named}</rte></gpx>")

    assert (told.lines[0].name, len(told.lines[0])) == ("Way", 2)
    assert [spot.name for spot in told.spots] == ["Inn"]


def test_a_route_has_no_times_for_those_of_its_points_say_when_they_were_made() -> None:
    made = "<time>2012-05-01T10:00:00Z</time>"
    ends = f'<rtept lat="46" lon="8">{made}</rtept><rtept lat="47" lon="8">{made}</rtept>'

    told = found(f"{HEAD}<rte>{ends}</rte></gpx>")

    assert np.isnan(told.lines[0].times).all()
    assert codes(told) == {"times_of_route": 2}


def test_a_route_beside_a_recorded_track_is_a_plan() -> None:
    planned = '<rte><rtept lat="50" lon="8"/><rtept lat="51" lon="8"/></rte></gpx>'

    told = found(track(*TWO).replace("</gpx>", planned))

    assert [line.point(0) for line in told.lines] == [(46, 8)]
    assert codes(told) == {"routes_unused": 1}


def test_one_odd_point_among_thousands_costs_no_other_point() -> None:
    whole = [
        point(46 + i / 10_000, 8, f"2025-06-01T08:{i // 60:02}:{i % 60:02}Z") for i in range(2_500)
    ]
    spoilt = [*whole[:1_200], point(99, 8, "2025-06-01T08:20:00Z"), *whole[1_201:]]

    one = found(track(*spoilt))

    assert len(one.lines[0]) == 2_499
    assert codes(one) == {"positions_odd": 1}
    assert one.lines[0].times[-1] - one.lines[0].times[0] == 2_499
