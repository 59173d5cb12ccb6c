from __future__ import annotations

from html import unescape
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import fastkml
import pytest
from lxml import etree

from journey import Track
from journey.exports.attributes import legs, named
from journey.exports.kml import kml
from journey.words.provenance import sentence
from tests.conftest import amount, known, leg, place, track
from tests.exported import ENGLISH, HOSTILE, hostile, over_the_edge

NS = {"k": "http://www.opengis.net/kml/2.2"}
SCHEMA = Path(fastkml.__file__).parent / "schema" / "ogckml22.xsd"
CLOCK = "2021-02-25T07:00+09:00"


def marks(of: Track, folder: int = 0) -> list[Element]:
    root = fromstring(kml(of, ENGLISH))
    return root.findall("k:Document/k:Folder", NS)[folder].findall("k:Placemark", NS)


def data(mark: Element) -> dict[str, str]:
    found = mark.findall("k:ExtendedData/k:Data", NS)
    return {d.attrib["name"]: d.findtext("k:value", "", NS) for d in found}


def span(mark: Element) -> tuple[str | None, str | None] | None:
    found = mark.find("k:TimeSpan", NS)
    if found is None:
        return None
    return found.findtext("k:begin", None, NS), found.findtext("k:end", None, NS)


def every_grain() -> Track:
    """A year, a month, a day and a clock time, one after the other, with a stop and a wait."""
    stop = known(place="b", at="2021-02-25T08:00+09:00")
    ends = [("0629", "a", "b"), ("1804-09", "b", "c"), ("2017-08-03", "c", "a")]
    legs = [leg(start, end, arrives=[known(at=when)]) for when, start, end in ends]
    last = leg("a", "c", departs=[known(at=CLOCK)], stops=[stop], duration=amount(2, "h"))
    return track(legs=[*legs, {**last, "to": known(place="c", dwell=amount(1, "h"))}])


def test_a_span_is_as_fine_as_the_calendar_is_known() -> None:
    # gYear, gYearMonth, date and dateTime of XML Schema part 2, as KML takes them.
    ends = [span(mark) for mark in marks(every_grain())]

    assert [end[1] for end in ends if end] == [
        "0629", "1804-09", "2017-08-03", "2021-02-25T00:00:00Z",
    ]  # fmt: skip


def test_a_stop_has_the_moment_at_which_it_was_passed_and_a_wait_its_span() -> None:
    # At UTC+9: the stop at 8:00, the wait from 9:00 to 10:00.
    stop, wait = marks(every_grain(), 2)[-2:]

    assert stop.findtext("k:TimeStamp/k:when", "", NS) == "2021-02-24T23:00:00Z"
    assert span(wait) == ("2021-02-25T00:00:00Z", "2021-02-25T01:00:00Z")
    assert data(wait)["wait"].startswith("1 hour at C (assumed")


def test_a_wait_in_the_hour_that_comes_twice_has_a_span() -> None:
    # Clocks in Berlin went back at three on 27 October 2024: 0:30 and 1:30 in UTC.
    first = leg("a", "b", arrives=[known(at="2024-10-27T02:30+02:00")])
    then = leg("b", "c", departs=[known(at="2024-10-27T02:30+01:00")])
    places = [place("a", 48, 8), place("b", 48, 9, zone="Europe/Berlin"), place("c", 48, 10)]

    (wait,) = marks(track(legs=[first, then], places=places), 2)

    assert span(wait) == ("2024-10-27T00:30:00Z", "2024-10-27T01:30:00Z")


def test_a_span_over_the_date_line_is_in_order() -> None:
    places = [place("a", -13.8, -171.8, zone="Pacific/Apia"), place("b", -14.3, -170.7)]
    there = {"departs": [known(at="2024-06-10")], "arrives": [known(at="2024-06-09")]}

    (mark,) = marks(track(legs=[leg("a", "b", **there)], places=places))

    assert span(mark) == ("2024-06-09", "2024-06-10")


@pytest.mark.parametrize("kind", ["handcar", "edge", "bare", "times", *HOSTILE])
def test_a_document_is_valid_by_the_schema_of_kml(kind: str, handcar: Track) -> None:
    made = {"handcar": lambda: handcar, "edge": over_the_edge, "bare": track, "times": every_grain}
    document = etree.fromstring(kml(made.get(kind, lambda: hostile(kind))(), ENGLISH))
    schema = etree.XMLSchema(etree.parse(str(SCHEMA)))

    assert schema.validate(document), schema.error_log


def test_fastkml_reads_the_same_lines_back(handcar: Track) -> None:
    text = kml(handcar, ENGLISH).decode().partition("\n")[2]
    document: Any = fastkml.KML.from_string(text).features[0]

    placemarks = document.features[0].features
    assert [p.id for p in placemarks] == [f"leg-{leg.id}" for leg in handcar.journey.legs]
    for placemark, expected in zip(placemarks, handcar.legs, strict=True):
        read = [(lat, lon) for lon, lat, *_ in placemark.geometry.coords]
        for point, there in zip(read, expected.line, strict=True):
            assert point == pytest.approx(there, abs=1e-6)


def test_a_leg_reads_back_with_its_attributes_and_all_its_claims(handcar: Track) -> None:
    for mark, record in zip(marks(handcar), legs(handcar, ENGLISH), strict=True):
        read = data(mark)

        ends = (read["from_id"], read["to_id"])
        assert (read["id"], read["mode"], *ends) == (
            record.id, record.mode, record.start.id, record.end.id,
        )  # fmt: skip
        told = {name: sentence(f.footing, ENGLISH) for name, f in named(record.claims)}
        assert told.items() <= read.items()


def test_claims_that_disagree_are_numbered(handcar: Track) -> None:
    read = data(marks(handcar)[2])

    assert {"distance", "distance_2", "distance_5", "distance_disagree"} <= read.keys()
    assert read["distance_3"].startswith("about 1 mile (reported: The Wall Street Journal")


def test_a_place_has_its_names_in_all_scripts_and_its_position(handcar: Track) -> None:
    rajin = next(m for m in marks(handcar, 1) if data(m)["id"] == "rajin")

    assert data(rajin)["name_ko"] == "라진"
    assert data(rajin)["position"] == "42.24972, 130.28917 (reported: Wikipedia " \
        "<https://en.wikipedia.org/wiki/Pyongyang_Station>)"  # fmt: skip
    assert rajin.findtext("k:Point/k:coordinates", "", NS) == "130.2891700,42.2497200"


def test_a_span_is_the_bounds_of_the_clock_and_says_so(handcar: Track) -> None:
    # The 23rd from 0:00 to 23:59 at UTC+9, and 32 hours later.
    mark = marks(handcar)[0]

    assert span(mark) == ("2021-02-22T15:00:00Z", "2021-02-24T22:59:00Z")
    assert data(mark)["time_span"] == ENGLISH.say("export.bounds")


def test_where_no_clock_time_is_known_there_is_no_span() -> None:
    mark = marks(track())[0]

    assert span(mark) is None
    assert "time_span" not in data(mark)


def test_a_span_is_open_where_the_end_is_not_known() -> None:
    of = track(legs=[leg("a", "b", departs=[known(at=CLOCK)]), leg("b", "c")])

    assert [span(mark) for mark in marks(of)] == [("2021-02-24T22:00:00Z", None)] * 2


def test_the_colour_is_that_of_the_mode(handcar: Track) -> None:
    root = fromstring(kml(handcar, ENGLISH))

    styles = {
        s.attrib["id"]: s.findtext(".//k:color", "", NS) for s in root.iter(f"{{{NS['k']}}}Style")
    }
    assert styles["mode-handcar"] == "ff123ac9"  # C93A12, read backwards
    assert marks(handcar)[2].findtext("k:styleUrl", "", NS) == "#mode-handcar"


def test_a_line_is_cut_at_the_antimeridian() -> None:
    lines = marks(over_the_edge())[0].findall("k:MultiGeometry/k:LineString/k:coordinates", NS)

    assert [line.text for line in lines] == [
        "178.0000000,-18.0000000 180.0000000,-17.0000000",
        "-180.0000000,-17.0000000 -178.0000000,-16.0000000 -172.0000000,-14.0000000",
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_text_also_inside_the_balloon(text: str) -> None:
    mark = marks(hostile(text))[0]

    balloon = mark.findtext("k:description", "", NS)
    assert mark.findtext("k:name", "", NS) == data(mark)["text"] == text
    assert f"<p>{text}</p>" in unescape(balloon)
    assert "<script" not in balloon
    assert "<img" not in balloon
    assert 'href="javascript' not in balloon


def test_a_character_that_xml_has_not_is_replaced() -> None:
    # The model refuses control characters; these two it takes.
    assert marks(hostile("a\uffff\ufffeb"))[0].findtext("k:name", "", NS) == "a\ufffd\ufffdb"


def test_a_journey_of_known_times_plays_leg_after_leg() -> None:
    first = leg("a", "b", departs=[known(at=CLOCK)], duration=amount(2, "h"))

    found = [span(m) for m in marks(track(legs=[first, leg("b", "c", duration=amount(1, "h"))]))]

    assert found == [
        ("2021-02-24T22:00:00Z", "2021-02-25T00:00:00Z"),
        ("2021-02-25T00:00:00Z", "2021-02-25T01:00:00Z"),
    ]
