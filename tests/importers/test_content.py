from __future__ import annotations

import codecs

import pytest

from journey.importers.content import HEAD as HEAD_SIZE
from journey.importers.content import MAX_PLACES, Content, How
from tests.importers.made import HEAD, complaints, content, found, point, refused, track

PLACEMARKS = "<kml><Document>"
FEATURES = '{"type":"FeatureCollection","features":['
POINT = "<Point><coordinates>8,46</coordinates></Point>"
WHOLE = track(point(46, 8), point(46.1, 8))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-32-le", "utf-8-sig"])
def test_a_mark_or_the_zeros_of_the_first_sign_tell_the_encoding(encoding: str) -> None:
    assert len(found(WHOLE.encode(encoding)).lines[0]) == 2


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<!-- XML -->", "a.gpx"),
        ('{"type":"Point"}', "a.json"),
        ("name,lat,lon\nÖ,1,2\nB,2,3", "a.csv"),
    ],
)
def test_a_text_of_zeros_without_a_mark_is_told_its_encoding(
    encoding: str, text: str, name: str
) -> None:
    (complaint,) = complaints(content(text.encode(encoding), name))

    assert complaint.code == "import_unmarked"
    assert codecs.lookup(str(complaint.figures["encoding"])).name == encoding


@pytest.mark.parametrize("encoding", ["utf-16-le", "UTF-16BE", "utf-32le"])
def test_an_encoding_that_is_named_needs_no_mark(encoding: str) -> None:
    told = found(WHOLE.encode(encoding), how=How(encoding=encoding))

    assert len(told.lines[0]) == 2


def test_what_stands_long_before_the_first_element_is_told() -> None:
    late = f"<?xml version='1.0'?><!--{'x' * HEAD_SIZE}--><!DOCTYPE gpx []>{WHOLE}"

    assert refused(content(late)) == ["import_begins_late"]
    assert refused(content(b"<!" + bytes(2 * HEAD_SIZE))) == ["import_begins_late"]
    assert refused(content("<!--")) == ["import_not_as_named"]


def test_a_declaration_tells_the_encoding() -> None:
    inside = "<name>Öl</name>"
    given = f"<?xml version='1.0' encoding='iso-8859-1'?>{track(point(1, 1), inside=inside)}"

    assert found(given.encode("iso-8859-1")).lines[0].name == "Öl"


def test_an_encoding_that_there_is_not_is_told() -> None:
    odd = content("x", how=How(encoding="utf-99"))

    with pytest.raises(ValueError, match="there is no encoding utf-99"):
        _ = odd.text


def test_entities_are_refused_before_they_grow() -> None:
    bomb = '<!DOCTYPE gpx [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>' + HEAD + "<name>&b;</name></gpx>"

    assert refused(content(bomb)) == ["import_entities"]


def test_what_a_file_names_elsewhere_is_not_read() -> None:
    given = '<!DOCTYPE gpx SYSTEM "http://127.0.0.1:9/x.dtd">' + WHOLE

    assert len(found(given).lines[0]) == 2


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "import_empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "import_not_as_named"),
        (b"<svg/>", "import_not_as_named"),
        (b"<gpx>", "import_no_xml"),
        (b"<gpx><trk></gpx>", "import_no_xml"),
        (b"<gpx/>", "import_nothing"),
    ],
)
def test_what_is_no_track_is_refused_in_words(data: bytes, code: str) -> None:
    assert refused(content(data)) == [code]


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journey.importers.content.LARGEST", 10)

    assert refused(content(WHOLE)) == ["import_too_large"]


def test_whoever_watches_is_told_of_every_byte() -> None:
    seen: list[int] = []

    found(WHOLE, how=How(watch=seen.append))

    assert sum(seen) == len(WHOLE)


def test_a_wrong_suffix_is_told_and_the_content_counts() -> None:
    told: Content = content(WHOLE, "a.txt")

    assert [remark.code for remark in found(WHOLE, "a.txt").remarks] == ["other_suffix"]
    assert told.suffix == "txt"


@pytest.mark.parametrize(
    ("head", "one", "code"),
    [
        (HEAD, '<wpt lat="46" lon="8"/>', "import_too_many_places"),
        (HEAD, "<trk/>", "import_too_many_lines"),
        (PLACEMARKS, f"<Placemark>{POINT}</Placemark>", "import_too_many_places"),
        (FEATURES, '{"type":"Point"},' * 2, "import_too_many_places"),
        (FEATURES, '{"type":"LineString"},' * 2, "import_too_many_lines"),
    ],
)
def test_more_than_a_journey_can_have_is_not_even_read_to_the_end(
    head: str, one: str, code: str
) -> None:
    assert refused(content(f"{head}{one * (MAX_PLACES + 1)}<broken")) == [code]
