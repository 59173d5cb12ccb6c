from __future__ import annotations

import pytest

from journey.files import route as room
from journey.files.route import read_route

LINE = "[\n[130.0, 42.0],\n[130.2, 42.3],\n[130.5, 42.5]\n]"
SHAPE = '{"type": "LineString",\n"coordinates": ' + LINE + "}"
FEATURE = '{"type": "Feature",\n"id": "ride",\n"geometry": ' + SHAPE + "}"
GOOD = '{"type": "FeatureCollection",\n"features": [\n' + FEATURE + "\n]}"
AT = "features[0].geometry"


def told(text: str) -> list[tuple[int, str, str]]:
    return [(c.line, c.where, c.what) for c in read_route(text, "f").complaints]


def test_a_position_leaves_the_file_with_its_latitude_first() -> None:
    route = read_route(GOOD, "f")

    assert route.lines == {"ride": [(42.0, 130.0), (42.3, 130.2), (42.5, 130.5)]}
    assert route.complaints == []


def test_a_height_is_passed_over() -> None:
    route = read_route(GOOD.replace("42.3]", "42.3, 870]"), "f")

    assert route.lines["ride"][1] == (42.3, 130.2)


@pytest.mark.parametrize(
    ("old", "new", "line", "where", "what"),
    [
        ('"FeatureCollection"', '"Feature"', 1, "", "this is no FeatureCollection"),
        (f"[\n{FEATURE}\n]", "null", 1, "", "this is no FeatureCollection"),
        (FEATURE, "5", 3, "features[0]", "this is no Feature"),
        ('"Feature"', '"Fature"', 3, "features[0]", "this is no Feature"),
        ('"id": "ride",', "", 3, "features[0]", "the feature has no id"),
        ('"ride"', "5", 4, "features[0].id", "the id is not in quotation marks"),
        ('"ride",', '"ride",\n"id": "r",', 5, "features[0].id", "the key is there twice"),
        (SHAPE, "null", 5, AT, "there is no shape"),
        (SHAPE, "[1]", 5, AT, "there is no shape"),
        ("LineString", "Polygon", 5, AT, "the shape is Polygon and no line"),
        (LINE, '"abc"', 6, f"{AT}.coordinates", "the line has fewer than two points"),
        (LINE, "[[130, 42]]", 6, f"{AT}.coordinates", "the line has fewer than two points"),
        ("[130.2, 42.3]", "null", 8, f"{AT}.coordinates[1]", "this is no position"),
        ("[130.2, 42.3]", "[130.2]", 8, f"{AT}.coordinates[1]", "this is no position"),
        ("[130.2, 42.3]", "[1, 2, 3, 4]", 8, f"{AT}.coordinates[1]", "this is no position"),
        ("42.3", '"42.3"', 8, f"{AT}.coordinates[1][1]", "this is not a number"),
        ("42.3", "true", 8, f"{AT}.coordinates[1][1]", "this is not a number"),
        ("42.3", "[42.3]", 8, f"{AT}.coordinates[1][1]", "this is not a number"),
        ("42.3]", '42.3, "7"]', 8, f"{AT}.coordinates[1][2]", "this is not a number"),
        ("42.3", "NaN", 8, f"{AT}.coordinates[1][1]", "this is no finite number"),
        ("42.3", "1e999", 8, f"{AT}.coordinates[1][1]", "this is no finite number"),
        ("42.3", "1" + "0" * 400, 8, f"{AT}.coordinates[1][1]", "this is no finite number"),
        ("42.3", "1" * 9_000, 8, f"{AT}.coordinates[1][1]", "this is no finite number"),
        ("42.3", "91", 8, f"{AT}.coordinates[1][1]", "91 is not within ±90"),
        ("130.2", "-200", 8, f"{AT}.coordinates[1][0]", "-200 is not within ±180"),
        ("42.0],", "42.0]", 8, "", "this is not JSON: Expecting ',' delimiter"),
        ("}\n]}", "", 10, "", "this is not JSON: Expecting ',' delimiter"),
    ],
)
def test_a_fault_is_told_with_its_line(
    old: str, new: str, line: int, where: str, what: str
) -> None:
    assert told(GOOD.replace(old, new, 1)) == [(line, where, what)]


def test_positions_that_are_all_swapped_are_one_fault() -> None:
    swapped = LINE.replace("[130.0, 42.0]", "[42.0, 130.0]").replace("[130.2, 42.3]", "[42, 130.2]")

    assert told(GOOD.replace(LINE, swapped)) == [
        (7, f"{AT}.coordinates[0][1]", "130 is not within ±90 (and 1 more like it)")
    ]


def test_faults_in_several_features_are_all_told() -> None:
    more = FEATURE.replace("ride", "walk").replace("42.3", '"x"')
    text = GOOD.replace(FEATURE, f"{FEATURE},\n{more},\n{FEATURE},\n7").replace("130.5", "null", 1)

    assert [where for _, where, _ in told(text)] == [
        f"{AT}.coordinates[2][0]",
        "features[1].geometry.coordinates[1][1]",
        "features[2].id",
        "features[3]",
    ]


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, "[" * 5_000 + "]" * 5_000])
def test_deep_nesting_is_refused(text: str) -> None:
    assert told(text) == [(1, "", "it is nested more than 32 deep")]


def test_a_file_of_too_many_brackets_is_not_even_parsed() -> None:
    (complaint,) = read_route('{"features": [' + "[]," * 1_200_000 + "[]]}", "f").complaints

    assert complaint.what.startswith("it holds more than 1,000,000 points")


def test_points_are_counted_over_all_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MAX_POINTS", 2)

    route = read_route(GOOD, "f")

    assert (route.lines, route.complaints[0].what) == ({}, "it has 3 points")
