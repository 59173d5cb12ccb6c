from __future__ import annotations

import random
from pathlib import Path

import pytest

from journey.__main__ import main
from journey.errors import Complaint, JourneyFileError
from journey.files.folder import load
from journey.files.read import LIMITS, ROUTE, STORY, read
from tests.conftest import HANDCAR

TOLD = """\
id: trip
languages: [en, ru]
title: {en: A trip}
summary: {en: From A to B and on to C.}
close_up: {leg: second, name: {en: The crossing}}
places:
  - {id: a, lat: 42.0, lon: 130.0, zone: Asia/Seoul, name: {en: A}, basis: reported, source: paper}
  - {id: b, lat: 42.5, lon: 130.5, name: {en: B}, basis: reported, source: paper}
  - {id: c, lat: 43.0, lon: 131.0, name: {en: C}, basis: reported, source: paper}
legs:
  - id: first
    mode: train
    name: {en: By train}
    from: {place: a, basis: reported, source: paper}
    to: {place: b, basis: reported, source: paper}
    departs:
      - {at: "2021-02-25T09:00+09:00", basis: reported, source: paper}
    duration:
      - {value: 2, unit: h, basis: reported, source: paper}
    shape: {basis: assumed, reason: &eye {en: By eye.}}
  - id: second
    mode: bus
    name: {en: By bus}
    from: {place: b, basis: reported, source: paper}
    to: {place: c, basis: reported, source: paper}
    duration:
      - {range: [1, 2], unit: h, basis: assumed, reason: *eye}
    stops:
      - {place: b, basis: assumed, reason: *eye,
         dwell: [{value: 10, unit: min, basis: assumed, reason: *eye}]}
sources:
  - {id: paper, title: News, publisher: The Paper, url: "https://example.org/news"}
"""
DRAWN = """\
{"type": "FeatureCollection", "features": [
  {"type": "Feature", "id": "first", "geometry": {"type": "LineString", "coordinates": [
    [130.0, 42.0],
    [130.2, 42.3],
    [130.5, 42.5]
  ]}}
]}
"""
Told = tuple[str, int, str, str]


def write(root: Path, story: str | bytes = TOLD, route: str | bytes | None = DRAWN) -> Path:
    """A journey's folder below ``root``."""
    folder = root / "trip"
    folder.mkdir()
    for name, text in ((STORY, story), (ROUTE, route)):
        if text is not None:
            raw = text.encode() if isinstance(text, str) else text
            (folder / name).write_bytes(raw)
    return folder


def faults(folder: Path) -> list[Told]:
    """File, line, place and fault of each complaint."""
    with pytest.raises(JourneyFileError) as caught:
        load(folder)
    assert all(complaint.mend for complaint in caught.value.complaints)
    return [(Path(c.file).name, c.line, c.where, c.what) for c in caught.value.complaints]


def changed(*changes: tuple[str, str]) -> str:
    text = TOLD
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def test_a_journey_without_faults_is_read_with_its_shape(tmp_path: Path) -> None:
    journey = load(write(tmp_path))

    assert [leg.id for leg in journey.legs] == ["first", "second"]
    assert journey.legs[0].shape is not None
    assert journey.legs[0].shape.line == ((42.0, 130.0), (42.3, 130.2), (42.5, 130.5))


def test_a_journey_is_read_from_bytes_alone_and_may_have_any_id() -> None:
    journey = read({STORY: TOLD.encode(), ROUTE: DRAWN.encode(), "photo.jpg": b"\xff"})

    assert journey.id == "trip"
    assert journey.legs[0].shape is not None


def test_complaints_name_the_file_as_it_was_given() -> None:
    with pytest.raises(JourneyFileError) as caught:
        read({STORY: b"id: a\nid: b\n", ROUTE: b"{"}, name="a")

    assert {complaint.file for complaint in caught.value.complaints} == {STORY, ROUTE}


def test_files_without_a_story_are_no_journey() -> None:
    with pytest.raises(JourneyFileError) as caught:
        read({ROUTE: DRAWN.encode()})

    assert [complaint.file for complaint in caught.value.complaints] == [STORY]


@pytest.mark.parametrize(
    ("old", "new", "line", "where", "what"),
    [
        ("id: trip", "id: trap", 1, "id", "'trap' is not the name of the folder"),
        ("id: trip", "id: ../etc", 1, "id", "'../etc' is no id"),
        ("id: trip\n", "", 1, "id", "'id' is missing"),
        ("title:", "titel:", 3, "titel", "the key 'titel' is not known here"),
        ("{en: A trip}", "A trip", 3, "title", "this should be a text for each language"),
        ("{en: A trip}", "{ru: A}", 3, "title", "the text has no 'en'"),
        ("{en: A trip}", "{en: A, EN: B}", 3, "title.EN", "'EN' is no code of a language"),
        ("{en: A trip}", "{en: ' '}", 3, "title.en", "the text is empty"),
        ("{en: A trip}", "{en: 5}", 3, "title.en", "this should be words"),
        ("{en: A trip}", "", 3, "title", "nothing stands here"),
        (
            "A trip",
            "x" * 4_001,
            3,
            "title.en",
            "the text is over its limit of 4000 characters",
        ),
        ("A trip", r'"\x01"', 3, "title.en", "the text holds U+0001, a control character"),
        ("A trip", r'"\ud800"', 3, "title.en", "the text holds half a character"),
        ("[en, ru]", "[fr]", 2, "languages[0]", "no text is in 'fr'"),
        ("[en, ru]", "[en, en]", 2, "languages[1]", "'en' is there twice"),
        ("[en, ru]", "[]", 2, "languages", "there are too few here"),
        ("leg: second", "leg: third", 5, "close_up.leg", "there is no leg 'third'"),
        ("42.0", "142", 7, "places[0].lat", "142 is not within -90..90"),
        ("lat: 42.0, ", "", 7, "places[0].lat", "'lat' is missing"),
        ("42.0", ".nan", 7, "places[0].lat", "this is no finite number"),
        ("42.0", "-.inf", 7, "places[0].lat", "this is no finite number"),
        ("42.0", "'42.0'", 7, "places[0].lat", "'42.0' is not a number"),
        ("42.0", "true", 7, "places[0].lat", "True is not a number"),
        ("42.0", "1" + "0" * 400, 7, "places[0].lat", "this is no finite number"),
        ("Asia/Seoul", "Asia/Soul", 7, "places[0].zone", "there is no time zone 'Asia/Soul'"),
        ("Asia/Seoul", "../../etc", 7, "places[0].zone", "there is no time zone '../../etc'"),
        ("Asia/Seoul", "5", 7, "places[0].zone", "this should be words"),
        ("source: paper", "source: papr", 7, "places[0].source", "there is no source 'papr'"),
        (", source: paper", "", 7, "places[0]", "it is reported but has no source"),
        (
            "source: paper",
            "sorce: paper",
            7,
            "places[0].sorce",
            "the key 'sorce' is not known here",
        ),
        ("id: c, lat", "id: b, lat", 9, "places[2].id", "'b' is there twice"),
        ("train", "tram", 12, "legs[0].mode", "'tram' is not known"),
        ("mode: train", "mode: train\n    mode: bus", 13, "legs[0].mode", "the key is there twice"),
        ("{place: a", "{place: z", 14, "legs[0].from.place", "there is no place 'z'"),
        ("09:00+09:00", "09:00", 17, "legs[0].departs[0].at", "the clock time has no UTC offset"),
        ("02-25T", "02-30T", 17, "legs[0].departs[0].at", "'2021-02-30T09:00+09:00' is no date"),
        ('"2021-02-25T09:00+09:00"', "5", 17, "legs[0].departs[0].at", "5 is no date"),
        ("2021-", "9999-", 17, "legs[0].departs[0].at", "the year 9999 is out of reach"),
        ("value: 2", "value: -2", 19, "legs[0].duration[0].value", "-2 is negative"),
        ("value: 2, ", "", 19, "legs[0].duration[0]", "it says no number"),
        ("value: 2", "value: 9e8", 19, "legs[0].duration[0]", "it is longer than a hundred years"),
        (
            "shape: {",
            "shape: {line: [], ",
            20,
            "legs[0].shape.line",
            "the points do not belong here",
        ),
        (
            "id: second",
            "id: second\n    shape: []",
            22,
            "legs[1].shape",
            "this should be a group of keys",
        ),
        ("[1, 2]", "[2, 1]", 27, "legs[1].duration[0].range", "the range is out of order"),
        ("[1, 2]", "[1]", 27, "legs[1].duration[0].range[1]", "one of the two is missing"),
        (
            "value: 10",
            "value: 121",
            28,
            "legs[1].stops",
            "the waits at its stops are longer than the leg",
        ),
        ("https:", "javascript:", 32, "sources[0].url", "this is no web address"),
        ('"https://example.org/news"', "5", 32, "sources[0].url", "this is no web address"),
    ],
)
def test_one_fault_gives_one_complaint(
    tmp_path: Path, old: str, new: str, line: int, where: str, what: str
) -> None:
    story = changed((old, new))
    if where == "places[2].id":
        story = story.replace("{place: c", "{place: b")

    assert faults(write(tmp_path, story)) == [(STORY, line, where, what)]


def test_a_leg_that_starts_elsewhere_is_told(tmp_path: Path) -> None:
    told = faults(write(tmp_path, changed(("from: {place: b", "from: {place: a"))))

    what = "it starts at 'a', but the leg before ends at 'b'"
    assert told == [(STORY, 24, "legs[1].from.place", what)]


@pytest.mark.parametrize("key", ["places", "legs", "sources"])
def test_a_list_under_a_wrong_name_is_one_fault(tmp_path: Path, key: str) -> None:
    told = faults(write(tmp_path, changed((f"\n{key}:", f"\nx{key}:"))))

    assert [where for _, _, where, _ in told] == [f"x{key}"]


@pytest.mark.parametrize("key", ["places", "legs", "sources"])
@pytest.mark.parametrize("value", ["5", "{}", ""])
def test_a_list_that_is_none_is_one_fault(tmp_path: Path, key: str, value: str) -> None:
    start = TOLD.index(f"\n{key}:") + 1
    end = TOLD.find("\n" + {"places": "legs", "legs": "sources"}.get(key, "~"), start)
    story = TOLD[:start] + f"{key}: {value}" + (TOLD[end:] if end > 0 else "\n")

    assert [where for _, _, where, _ in faults(write(tmp_path, story))] == [key]


def test_ten_faults_in_two_files_are_told_in_one_run(tmp_path: Path) -> None:
    story = changed(
        ("[en, ru]", "[en, RU]"),
        ("leg: second", "leg: third"),
        ("lat: 42.0", "lat: 99"),
        ("Asia/Seoul", "Nowhere"),
        ("A}, basis: reported, source: paper", "A}, basis: reported"),
        ("mode: train", "mode: tram\n    mdoe: bus"),
        ("value: 2", "value: yes"),
        ("value: 10", "value: 10, about: 11"),
    )

    told = faults(write(tmp_path, story, DRAWN.replace("42.3", '"x"')))

    assert [(line, where) for _, line, where, _ in told] == [
        (2, "languages[1]"),
        (5, "close_up.leg"),
        (7, "places[0]"),
        (7, "places[0].lat"),
        (7, "places[0].zone"),
        (12, "legs[0].mode"),
        (13, "legs[0].mdoe"),
        (20, "legs[0].duration[0].value"),
        (31, "legs[1].stops[0].dwell[0]"),
        (4, "features[0].geometry.coordinates[1][1]"),
    ]


@pytest.mark.parametrize(
    ("story", "line", "what"),
    [
        (b"", 1, "it is empty"),
        (b"# Nothing.\n", 1, "it is empty"),
        (b"- a\n", 1, "it does not start with keys"),
        (b"\n\n5\n", 3, "it does not start with keys"),
        (TOLD.replace("A trip", "Ä").encode("latin-1"), 3, "this is not UTF-8 text"),
        (TOLD.encode("utf-16"), 1, "this is not UTF-8 text"),
        (b"#" * (LIMITS[STORY] + 1), 0, "the file is larger than 2 MB"),
    ],
)
def test_a_file_that_is_no_story_is_one_fault(
    tmp_path: Path, story: bytes, line: int, what: str
) -> None:
    assert faults(write(tmp_path, story)) == [(STORY, line, "", what)]


@pytest.mark.parametrize(
    "route", [b"", b"null", b"{", b"\xff", b"[" * 9_999, b" " * (LIMITS[ROUTE] + 1)]
)
def test_a_broken_route_is_not_told_again_of_each_leg(tmp_path: Path, route: bytes) -> None:
    told = faults(write(tmp_path, route=route))

    assert [file for file, *_ in told] == [ROUTE]


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_lines_count_alike_however_they_end(tmp_path: Path, ending: str) -> None:
    story = "\ufeff" + changed(("train", "tram")).replace("\n", ending)

    assert faults(write(tmp_path, story)) == [(STORY, 12, "legs[0].mode", "'tram' is not known")]


@pytest.mark.parametrize(
    ("route", "told"),
    [
        (None, [(STORY, 20, "legs[0].shape", "route.geojson has no shape 'first'")]),
        (
            DRAWN.replace("[130.0, 42.0]", "[131.0, 42.0]"),
            # A degree of longitude at 42 degrees north is 82.9 km (NGA calculator).
            [
                (
                    ROUTE,
                    3,
                    "features[0].geometry.coordinates[0]",
                    "the shape is 82.9 km off the place where the leg starts",
                )
            ],
        ),
        (
            DRAWN.replace('"first"', '"third"'),
            [
                (STORY, 20, "legs[0].shape", "route.geojson has no shape 'first'"),
                (ROUTE, 2, "features[0]", "no leg with a 'shape' has the id 'third'"),
            ],
        ),
    ],
)
def test_legs_and_shapes_must_match(tmp_path: Path, route: str | None, told: list[Told]) -> None:
    assert faults(write(tmp_path, route=route)) == told


def test_more_than_a_thousand_faults_are_counted_and_not_told(tmp_path: Path) -> None:
    told = faults(write(tmp_path, TOLD + "story:\n" + "  - {claims: [5, 5, 5]}\n" * 99 * 5))

    assert len(told) == 1_001
    assert told[0] == (STORY, 0, "", "there are more than 1,000 faults")


def test_the_command_prints_every_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(tmp_path, changed(("train", "tram"), ("value: 2", "value: -2")))

    code = main(["check", str(tmp_path)])

    lines = capsys.readouterr().out.splitlines()
    assert (code, len(lines)) == (1, 2)
    assert lines[0].startswith(f"{folder / STORY}:12: legs[0].mode: 'tram' is not known; use ")


# Pieces that mean something to YAML or JSON.
ODD = (
    b"\n", b"\t", b": ", b"- ", b"[", b"]", b"{", b"}", b'"', b"'", b"&a ", b"*a ", b"*on-the-line",
    b"!!set ", b"? ", b"| ", b"#", b"%", b"---\n", b"null", b"true", b"-1", b"1e999", b"NaN",
    b"9" * 500, b"\x00", b"\xff", b"\xc2\x85", b"\xe2\x80\xa8", b"\\ud800", b"{0}", b"id",
)  # fmt: skip


def mutated(rng: random.Random, raw: bytes) -> bytes:
    """The bytes with one to five pieces cut, doubled or replaced."""
    for _ in range(rng.randint(1, 5)):
        start = rng.randrange(len(raw))
        end = start + rng.choice((0, 1, 5, 40))
        piece = rng.choice((b"", raw[start:end] * 2, rng.choice(ODD)))
        raw = raw[:start] + piece + raw[end:]
    return raw


@pytest.mark.parametrize("seed", range(30))
def test_whatever_the_bytes_are_only_complaints_come_out(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    story, route = ((HANDCAR / name).read_bytes() for name in (STORY, ROUTE))
    both = rng.random() < 0.5
    folder = write(tmp_path, mutated(rng, story) if both else story, mutated(rng, route))

    complaints: tuple[Complaint, ...] = ()
    try:
        load(folder)
    except JourneyFileError as error:
        complaints = error.complaints

    assert all(c.mend and c.line and str(c).isprintable() for c in complaints)
