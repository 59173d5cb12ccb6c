from __future__ import annotations

from datetime import UTC, datetime
from xml.etree.ElementTree import Element, fromstring

import gpxpy
import pytest
from gpxpy.gpx import GPX

from journey import Track
from journey.exports.attributes import legs
from journey.exports.gpx import OWN, SPACE, gpx
from journey.words.provenance import called
from tests.conftest import amount, known, leg, track
from tests.exported import ENGLISH, HOSTILE, hostile, over_the_edge

CLOCK = "2021-02-25T07:00+09:00"
# The order of elements in trkType and wptType of the schema of GPX 1.1.
TRACK = ["name", "cmt", "desc", "src", "link", "number", "type", "extensions", "trkseg"]
POINT = [
    "ele",
    "time",
    "name",
    "cmt",
    "desc",
    "src",
    "link",
    "sym",
    "type",
    "extensions",
]


def read(of: Track) -> GPX:
    return gpxpy.parse(gpx(of, ENGLISH).decode())


def own(track: Element) -> list[Element]:
    return track.findall(f"{{{SPACE}}}extensions/{{{OWN}}}leg/{{{OWN}}}claim")


def tracks(of: Track) -> list[Element]:
    return fromstring(gpx(of, ENGLISH)).findall(f"{{{SPACE}}}trk")


def test_gpxpy_reads_the_same_lines_back(handcar: Track) -> None:
    found = read(handcar)

    assert found.version == "1.1"
    for line, expected in zip(found.tracks, handcar.legs, strict=True):
        points = [(p.latitude, p.longitude) for p in line.segments[0].points]
        for point, there in zip(points, expected.line, strict=True):
            assert point == pytest.approx(there, abs=1e-6)


def test_a_leg_reads_back_with_name_mode_and_all_its_claims(handcar: Track) -> None:
    for line, record in zip(tracks(handcar), legs(handcar, ENGLISH), strict=True):
        told = [(f.about, f.footing.basis, f.footing.said) for f in record.claims]

        said = [
            (c.attrib["about"], c.attrib["basis"], c.findtext(f"{{{OWN}}}said")) for c in own(line)
        ]
        assert said == told
        head = line.find(f"{{{SPACE}}}extensions/{{{OWN}}}leg")
        assert head is not None
        assert (head.attrib["id"], head.attrib["mode"]) == (record.id, record.mode)
        assert (head.attrib["from"], head.attrib["to"]) == (record.start.id, record.end.id)


def test_sources_reasons_and_notes_stand_with_their_claims(handcar: Track) -> None:
    distances = [c for c in own(tracks(handcar)[2]) if c.attrib["about"] == "distance"]

    third = distances[2]
    assert third.findtext(f"{{{OWN}}}note") == "Close to a mile."
    source = handcar.journey.source("wall-street-journal")
    assert third.findtext(f"{{{OWN}}}source") == called(source.by, ENGLISH)
    assert {"unit", "low", "high", "rough"} <= third.attrib.keys()
    assert float(third.attrib["low"]) == pytest.approx(1.609344, abs=1e-5)


def test_a_place_is_a_waypoint_with_its_names_and_its_basis(handcar: Track) -> None:
    rajin = next(p for p in read(handcar).waypoints if p.name == "Rajin")

    assert (rajin.latitude, rajin.longitude) == (42.24972, 130.28917)
    assert rajin.comment == "Rajin · Раджин · 라진"
    assert "reported" in (rajin.description or "")


def test_children_stand_in_the_order_of_the_schema(handcar: Track) -> None:
    root = fromstring(gpx(handcar, ENGLISH))

    tops = [child.tag.partition("}")[2] for child in root]
    assert {"trk", "wpt"} <= set(tops)
    for part, name in zip(root, tops, strict=True):
        order = {"trk": TRACK, "wpt": POINT}.get(name)
        found = [order.index(child.tag.partition("}")[2]) for child in part] if order else []
        assert found == sorted(found)
    assert tops == sorted(tops, key=["metadata", "wpt", "rte", "trk"].index)


def test_no_element_has_more_links_than_readers_keep(handcar: Track) -> None:
    root = fromstring(gpx(handcar, ENGLISH))

    assert max(len(part.findall(f"{{{SPACE}}}link")) for part in root.iter()) == 2


def test_a_time_within_bounds_is_no_time_of_a_point(handcar: Track) -> None:
    times = {p.time for line in read(handcar).tracks for p in line.segments[0].points}

    assert times == {None}


def test_only_the_point_at_which_the_clock_was_read_has_a_time() -> None:
    first = leg("a", "b", departs=[known(at=CLOCK)], duration=[known(value=2, unit="h")])

    found = read(track(legs=[first, leg("b", "c")])).tracks

    times = [[p.time for p in line.segments[0].points] for line in found]
    assert times[0][0] == datetime(2021, 2, 24, 22, tzinfo=UTC)
    assert set(times[0][1:] + times[1]) == {None}


def test_an_exact_arrival_is_the_time_of_the_last_point() -> None:
    found = read(track(legs=[leg("a", "b", arrives=[known(at=CLOCK)])])).tracks[0]

    times = [p.time for p in found.segments[0].points]
    assert (times[0], times[-1]) == (None, datetime(2021, 2, 24, 22, tzinfo=UTC))


def test_a_stop_that_is_timed_is_a_point_with_its_time() -> None:
    # Seven and eight at UTC+9.
    stop = known(place="b", at="2021-02-25T08:00+09:00")
    found = read(track(legs=[leg("a", "c", departs=[known(at=CLOCK)], stops=[stop])])).tracks[0]

    times = {(round(p.longitude, 6), p.time) for p in found.segments[0].points if p.time}
    assert times == {(0, datetime(2021, 2, 24, 22, tzinfo=UTC)),
                     (1, datetime(2021, 2, 24, 23, tzinfo=UTC))}  # fmt: skip


def test_a_recorded_point_keeps_its_time_and_one_between_gets_none() -> None:
    shape = known(line=[(0, 0), (0, 0.5), (0, 1)], times=[CLOCK, None, "2021-02-25T08:00+09:00"])

    (line,) = read(track(legs=[leg("a", "b", shape=shape)])).tracks

    hours = [p.time and p.time.hour for p in line.segments[0].points]
    assert hours == [22, None, 23]


def test_a_claim_of_a_time_and_of_a_wait_says_when_and_where() -> None:
    end = known(place="b", dwell=amount(1, "h"))
    one = track(legs=[leg("a", "b", departs=[known(at="1804-09")], to=end)])

    claims = {claim.attrib["about"]: claim.attrib for claim in own(tracks(one)[0])}

    assert (claims["departs"]["early"], claims["departs"]["late"]) == ("1804-09", "1804-09")
    assert (claims["wait"]["place"], claims["wait"]["low"]) == ("b", "3600")


def test_a_line_is_cut_at_the_antimeridian_and_stays_below_180() -> None:
    line = read(over_the_edge()).tracks[0]

    ends = [(s.points[0].longitude, s.points[-1].longitude) for s in line.segments]
    assert ends == [(178, pytest.approx(180, abs=1e-6)), (-180, -172)]
    assert all(p.longitude < 180 for s in line.segments for p in s.points)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_reads_back_as_it_was(text: str) -> None:
    line = read(hostile(text)).tracks[0]

    assert (line.name, line.description) == (text, text)
    assert not {element.tag for element in tracks(hostile(text))[0].iter()} & {"script", "img"}
