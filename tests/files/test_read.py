from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import date, time
from pathlib import Path

import pytest

from journey.__main__ import main
from journey.errors import Complaint, Figures, JourneyFileError, dotted
from journey.files.bounded import MAX_VALUES
from journey.files.document import parse
from journey.files.folder import load
from journey.files.read import LIMITS, ROUTE, STORY, read
from journey.model.calendar import ClockTime, Month, When, Year
from tests.conftest import HANDCAR, at

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
Fault = tuple[str, int, str, str]


def write(root: Path, story: str | bytes = TOLD, route: str | bytes | None = DRAWN) -> Path:
    """A journey's folder below ``root``."""
    folder = root / "trip"
    folder.mkdir()
    for name, text in ((STORY, story), (ROUTE, route)):
        if text is not None:
            raw = text.encode() if isinstance(text, str) else text
            (folder / name).write_bytes(raw)
    return folder


def complaints(folder: Path) -> tuple[Complaint, ...]:
    """The complaints about the journey in the folder."""
    with pytest.raises(JourneyFileError) as caught:
        load(folder)
    assert len(str(caught.value).splitlines()) == len(caught.value.complaints)
    return caught.value.complaints


def faults(folder: Path) -> list[Fault]:
    """File, line, path and code of each complaint."""
    return [(Path(c.file).name, c.line, dotted(c.path), c.code) for c in complaints(folder)]


def figures(folder: Path, names: Iterable[str]) -> Figures:
    """Those figures of the only complaint."""
    (complaint,) = complaints(folder)
    return {name: complaint.figures[name] for name in names}


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


@pytest.mark.parametrize(
    ("written", "when"),
    [
        ("1804", Year(1804)),
        ("0629", Year(629)),
        ("1804-09", Month(1804, 9)),
        ("2021-02-25", date(2021, 2, 25)),
        ("2021-02-25 09:00:00 +09:00", at("2021-02-25T09:00+09:00")),
        ("17:30", ClockTime(0, time(17, 30))),
        ("+1 06:10", ClockTime(1, time(6, 10))),
    ],
)
def test_dates_need_no_quotes(written: str, when: When) -> None:
    # A journey departs on its first day, and arrives whenever it does.
    story = TOLD.replace('"2021-02-25T09:00+09:00"', written).replace("departs:", "arrives:")
    story = story.replace("{value: 2, unit: h", "{more_than: 2, unit: h")

    (arrives,) = read({STORY: story.encode(), ROUTE: DRAWN.encode()}).legs[0].arrives

    assert arrives.at == when


def test_a_claim_needs_no_list_and_its_faults_their_own_lines(tmp_path: Path) -> None:
    listed = "duration:\n      - {value: 2, unit: h, basis: reported, source: paper}"
    alone = "duration:\n      value: 2\n      unit: fortnights\n      basis: assumed"

    folder = write(tmp_path, TOLD.replace(listed, alone))

    assert faults(folder) == [
        (STORY, 18, "legs[0].duration", "ungrounded"),
        (STORY, 20, "legs[0].duration.unit", "unknown_choice"),
    ]


def test_complaints_name_the_file_as_it_was_given() -> None:
    with pytest.raises(JourneyFileError) as caught:
        read({STORY: b"id: a\nid: b\n", ROUTE: b"{"}, name="a")

    assert {complaint.file for complaint in caught.value.complaints} == {STORY, ROUTE}


def test_files_without_a_story_are_no_journey() -> None:
    with pytest.raises(JourneyFileError) as caught:
        read({ROUTE: DRAWN.encode()})

    assert [complaint.file for complaint in caught.value.complaints] == [STORY]


@pytest.mark.parametrize(
    ("old", "new", "line", "where", "code", "shown"),
    [
        ("id: trip", "id: trap", 1, "id", "other_id", {"id": "trap"}),
        ("id: trip", "id: ../etc", 1, "id", "no_id", {"value": "'../etc'"}),
        ("id: trip\n", "", 1, "id", "missing_key", {"name": "id"}),
        ("title:", "titel:", 3, "titel", "unknown_key", {"name": "titel"}),
        ("{en: A trip}", "A trip", 3, "title", "no_texts", {}),
        ("{en: A trip}", "{ru: A}", 3, "title", "text_lacks_first_language", {"language": "en"}),
        ("{en: A trip}", "{en: A, EN: B}", 3, "title.EN", "no_language", {"value": "'EN'"}),
        ("{en: A trip}", "{en: ' '}", 3, "title.en", "empty_text", {}),
        ("{en: A trip}", "{en: 5}", 3, "title.en", "no_words", {}),
        ("{en: A trip}", "", 3, "title", "nothing", {}),
        (
            "A trip",
            "x" * 4_001,
            3,
            "title.en",
            "text_too_long",
            {"limit": 4000},
        ),
        ("A trip", r'"\x01"', 3, "title.en", "unprintable_text", {"character": "U+0001"}),
        ("A trip", r'"\ud800"', 3, "title.en", "half_character", {}),
        ("[en, ru]", "[fr]", 2, "languages[0]", "no_text_in_first_language", {"language": "fr"}),
        ("[en, ru]", "[en, en]", 2, "languages[1]", "language_twice", {"language": "en"}),
        ("[en, ru]", "[]", 2, "languages", "too_few", {"limit": 1}),
        ("leg: second", "leg: third", 5, "close_up.leg", "unknown_leg", {"id": "third"}),
        ("42.0", "142", 7, "places[0].lat", "degree_out_of_bounds", {"value": "142", "limit": 90}),
        ("lat: 42.0, ", "", 7, "places[0].lat", "missing_key", {"name": "lat"}),
        (
            ", publisher: The Paper",
            "",
            32,
            "sources[0].publisher",
            "missing_key",
            {"name": "publisher"},
        ),
        ("The Paper", "5", 32, "sources[0].publisher", "no_words", {}),
        ("The Paper", "{en: 5}", 32, "sources[0].publisher", "no_words", {}),
        (
            "The Paper",
            "{de: Blatt}",
            32,
            "sources[0].publisher",
            "text_lacks_first_language",
            {"language": "en"},
        ),
        ("42.0", ".nan", 7, "places[0].lat", "not_finite", {}),
        ("42.0", "-.inf", 7, "places[0].lat", "not_finite", {}),
        ("42.0", "'42.0'", 7, "places[0].lat", "no_number", {"value": "'42.0'"}),
        ("42.0", "true", 7, "places[0].lat", "no_number", {"value": "True"}),
        ("42.0", "1" + "0" * 400, 7, "places[0].lat", "not_finite", {}),
        ("Asia/Seoul", "Asia/Soul", 7, "places[0].zone", "unknown_zone", {"zone": "'Asia/Soul'"}),
        ("Asia/Seoul", "../../etc", 7, "places[0].zone", "unknown_zone", {"zone": "'../../etc'"}),
        ("Asia/Seoul", "5", 7, "places[0].zone", "no_words", {}),
        ("source: paper", "source: papr", 7, "places[0].source", "unknown_source", {"id": "papr"}),
        (
            ", source: paper",
            "",
            7,
            "places[0]",
            "ungrounded",
            {"basis": "reported", "ground": "source"},
        ),
        (
            "source: paper",
            "sorce: paper",
            7,
            "places[0].sorce",
            "unknown_key",
            {"name": "sorce"},
        ),
        ("id: c, lat", "id: b, lat", 9, "places[2].id", "id_twice", {"id": "b"}),
        ("train", "trian", 12, "legs[0].mode", "unknown_mode", {"near": "train"}),
        ("mode: train", "mode: train\n    mode: bus", 13, "legs[0].mode", "key_twice", {}),
        ("{place: a", "{place: z", 14, "legs[0].from.place", "unknown_place", {"id": "z"}),
        ("09:00+09:00", "09:00", 17, "legs[0].departs[0].at", "no_offset", {}),
        (
            "02-25T",
            "02-30T",
            17,
            "legs[0].departs[0].at",
            "no_date",
            {"value": "'2021-02-30T09:00+09:00'"},
        ),
        (
            '"2021-02-25T09:00+09:00"',
            "5.5",
            17,
            "legs[0].departs[0].at",
            "no_date",
            {"value": "5.5"},
        ),
        ("2021-", "9999-", 17, "legs[0].departs[0].at", "year_out_of_reach", {"year": 9999}),
        ("value: 2", "value: -2", 19, "legs[0].duration[0].value", "negative", {"value": "-2"}),
        ("value: 2, ", "", 19, "legs[0].duration[0]", "says_no_number", {}),
        ("value: 2", "value: 9e8", 19, "legs[0].duration[0]", "over_a_century", {}),
        (
            "shape: {",
            "shape: {line: [], ",
            20,
            "legs[0].shape.line",
            "points_in_story",
            {"file": "route.geojson"},
        ),
        (
            "shape: {",
            "shape: {times: [], ",
            20,
            "legs[0].shape.times",
            "points_in_story",
            {"file": "route.geojson"},
        ),
        (
            "id: second",
            "id: second\n    shape: []",
            22,
            "legs[1].shape",
            "no_group",
            {},
        ),
        ("[1, 2]", "[2, 1]", 27, "legs[1].duration[0].range", "range_out_of_order", {}),
        ("[1, 2]", "[1]", 27, "legs[1].duration[0].range[1]", "missing_half", {}),
        (
            "value: 10",
            "value: 121",
            28,
            "legs[1].stops",
            "waits_outlast_leg",
            {},
        ),
        ("https:", "javascript:", 32, "sources[0].url", "other_scheme", {}),
        ('"https://example.org/news"', "5", 32, "sources[0].url", "no_address", {}),
    ],
)
def test_one_fault_gives_one_complaint(
    tmp_path: Path, old: str, new: str, line: int, where: str, code: str, shown: Figures
) -> None:
    story = changed((old, new))
    if where == "places[2].id":
        story = story.replace("{place: c", "{place: b")

    folder = write(tmp_path, story)

    assert faults(folder) == [(STORY, line, where, code)]
    assert figures(folder, shown) == shown


def test_a_leg_that_starts_elsewhere_is_told(tmp_path: Path) -> None:
    folder = write(tmp_path, changed(("from: {place: b", "from: {place: a")))

    assert faults(folder) == [(STORY, 24, "legs[1].from.place", "broken_chain")]
    assert figures(folder, ("start", "end")) == {"start": "a", "end": "b"}


def test_a_leg_that_starts_elsewhere_is_not_told_where_the_leg_before_ends_nowhere(
    tmp_path: Path,
) -> None:
    found = faults(write(tmp_path, changed(("to: {place: b", "to: {place: z"))))

    assert found == [(STORY, 15, "legs[0].to.place", "unknown_place")]


@pytest.mark.parametrize("key", ["places", "legs", "sources"])
def test_a_list_under_a_wrong_name_is_one_fault(tmp_path: Path, key: str) -> None:
    found = faults(write(tmp_path, changed((f"\n{key}:", f"\nx{key}:"))))

    assert [where for _, _, where, _ in found] == [f"x{key}"]


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
        ("mode: train", "mode: jetpack\n    mdoe: bus"),
        ("value: 2", "value: yes"),
        ("value: 10", "value: 10, about: 11"),
    )

    found = faults(write(tmp_path, story, DRAWN.replace("42.3", '"x"')))

    assert [(line, where) for _, line, where, _ in found] == [
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
    ("story", "line", "code"),
    [
        (b"", 1, "empty_story"),
        (b"# Nothing.\n", 1, "empty_story"),
        (b"- a\n", 1, "story_without_keys"),
        (b"\n\n5\n", 3, "story_without_keys"),
        (TOLD.replace("A trip", "Ä").encode("latin-1"), 3, "no_utf8"),
        (TOLD.encode("utf-16"), 1, "no_utf8"),
        (b"#" * (LIMITS[STORY] + 1), 0, "file_too_large"),
    ],
)
def test_a_file_that_is_no_story_is_one_fault(
    tmp_path: Path, story: bytes, line: int, code: str
) -> None:
    assert faults(write(tmp_path, story)) == [(STORY, line, "", code)]


@pytest.mark.parametrize(
    "route", [b"", b"null", b"{", b"\xff", b"[" * 9_999, b" " * (LIMITS[ROUTE] + 1)]
)
def test_a_broken_route_is_not_told_again_of_each_leg(tmp_path: Path, route: bytes) -> None:
    found = faults(write(tmp_path, route=route))

    assert [file for file, *_ in found] == [ROUTE]


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_lines_count_alike_however_they_end(tmp_path: Path, ending: str) -> None:
    story = "\ufeff" + changed(("train", "trian")).replace("\n", ending)

    assert faults(write(tmp_path, story)) == [(STORY, 12, "legs[0].mode", "unknown_mode")]


@pytest.mark.parametrize(
    ("route", "found"),
    [
        (None, [(STORY, 20, "legs[0].shape", "leg_without_shape")]),
        (
            DRAWN.replace("[130.0, 42.0]", "[131.0, 42.0]"),
            [(ROUTE, 3, "features[0].geometry.coordinates[0]", "shape_starts_off")],
        ),
        (
            DRAWN.replace("42.5]", "42.6]"),
            [(ROUTE, 5, "features[0].geometry.coordinates[2]", "shape_ends_off")],
        ),
        (
            DRAWN.replace('"first"', '"third"'),
            [
                (STORY, 20, "legs[0].shape", "leg_without_shape"),
                (ROUTE, 2, "features[0]", "shape_without_leg"),
            ],
        ),
    ],
)
def test_legs_and_shapes_must_match(tmp_path: Path, route: str | None, found: list[Fault]) -> None:
    assert faults(write(tmp_path, route=route)) == found


def test_how_far_a_shape_is_off_is_told_in_kilometres(tmp_path: Path) -> None:
    folder = write(tmp_path, route=DRAWN.replace("[130.0, 42.0]", "[131.0, 42.0]"))

    off = figures(folder, ("distance",))

    # A degree of longitude at 42 degrees north is 82.9 km (NGA calculator).
    assert off == {"distance": pytest.approx(82.9, abs=0.1)}


def test_more_than_a_thousand_faults_are_counted_and_not_told(tmp_path: Path) -> None:
    found = faults(write(tmp_path, TOLD + "story:\n" + "  - {claims: [5, 5, 5]}\n" * 99 * 5))

    assert len(found) == 1_001
    assert found[0] == (STORY, 0, "", "more_faults")


def test_the_command_prints_every_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(tmp_path, changed(("train", "trian"), ("value: 2", "value: -2")))

    code = main(["check", str(tmp_path)])

    lines = capsys.readouterr().out.splitlines()
    assert code == 1
    assert [line.split(": ")[:2] for line in lines] == [
        [f"{folder / STORY}:12", "legs[0].mode"],
        [f"{folder / STORY}:19", "legs[0].duration[0].value"],
    ]


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

    message, lines = "", [1]
    try:
        load(folder)
    except JourneyFileError as error:
        message, lines = str(error), [complaint.line for complaint in error.complaints]

    assert all(lines)
    assert all(line.isprintable() for line in message.split("\n"))


def test_ten_thousand_legs_with_names_stops_and_claims_fit_into_the_limits() -> None:
    place = (
        '  - {id: place-0000, name: {en: "A village of some name"}, lat: 40.1234, lon: 100.1234}'
    )
    told = "From a village of some name to another, where it rained, and the inn was full."
    leg = f"""
  - id: leg-0000
    mode: walk
    name: {{en: "{told[:38]}"}}
    text: {{en: "{told}"}}
    from: {{place: place-0000}}
    to: {{place: place-0001}}
    stops: [{{place: place-0002, dwell: {{value: 20, unit: min}}}}]
    departs: {{at: 2011-04-03}}
    duration: {{value: 3, unit: h}}
    distance: {{value: 25, unit: km, basis: derived, method: {{en: "Measured on the map."}}}}
"""
    text = f"places:\n{place}\n{place}\nlegs:{leg}"

    document = parse(text, STORY)
    assert document.complaints == []
    assert len(text) * 10_000 < LIMITS[STORY]
    assert len(document.lines) * 10_000 < MAX_VALUES
