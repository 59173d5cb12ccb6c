from __future__ import annotations

import pytest

from journey.errors import Figures, dotted
from journey.files import route as room
from journey.files.route import read_route

LINE = "[\n[130.0, 42.0],\n[130.2, 42.3],\n[130.5, 42.5]\n]"
SHAPE = '{"type": "LineString",\n"coordinates": ' + LINE + "}"
FEATURE = '{"type": "Feature",\n"id": "ride",\n"geometry": ' + SHAPE + "}"
GOOD = '{"type": "FeatureCollection",\n"features": [\n' + FEATURE + "\n]}"
AT = "features[0].geometry"


def faults(text: str) -> list[tuple[int, str, str]]:
    """Line, path and code of each complaint."""
    return [(c.line, dotted(c.path), c.code) for c in read_route(text, "f").complaints]


def test_a_position_leaves_the_file_with_its_latitude_first() -> None:
    route = read_route(GOOD, "f")

    assert route.lines == {"ride": [(42.0, 130.0), (42.3, 130.2), (42.5, 130.5)]}
    assert route.complaints == []


def test_a_height_is_no_part_of_a_point() -> None:
    route = read_route(GOOD.replace("42.3]", "42.3, 870]"), "f")

    assert route.lines["ride"][1] == (42.3, 130.2)


@pytest.mark.parametrize(
    ("old", "new", "line", "where", "code", "shown"),
    [
        ('"FeatureCollection"', '"Feature"', 1, "", "no_collection", {}),
        (f"[\n{FEATURE}\n]", "null", 1, "", "no_collection", {}),
        (FEATURE, "5", 3, "features[0]", "no_feature", {}),
        ('"Feature"', '"Fature"', 3, "features[0]", "no_feature", {}),
        ('"id": "ride",', "", 3, "features[0]", "feature_without_id", {}),
        ('"ride"', "5", 4, "features[0].id", "feature_id_no_text", {}),
        ('"ride",', '"ride",\n"id": "r",', 5, "features[0].id", "key_twice", {}),
        (SHAPE, "null", 5, AT, "feature_without_shape", {}),
        (SHAPE, "[1]", 5, AT, "feature_without_shape", {}),
        ("LineString", "Polygon", 5, AT, "shape_no_line", {"kind": "Polygon"}),
        (LINE, '"abc"', 6, f"{AT}.coordinates", "short_line", {}),
        (LINE, "[[130, 42]]", 6, f"{AT}.coordinates", "short_line", {}),
        ("[130.2, 42.3]", "null", 8, f"{AT}.coordinates[1]", "no_position", {}),
        ("[130.2, 42.3]", "[130.2]", 8, f"{AT}.coordinates[1]", "no_position", {}),
        ("[130.2, 42.3]", "[1, 2, 3, 4]", 8, f"{AT}.coordinates[1]", "no_position", {}),
        ("42.3", '"42.3"', 8, f"{AT}.coordinates[1][1]", "degree_no_number", {}),
        ("42.3", "true", 8, f"{AT}.coordinates[1][1]", "degree_no_number", {}),
        ("42.3", "[42.3]", 8, f"{AT}.coordinates[1][1]", "degree_no_number", {}),
        (
            "42.3]",
            '42.3, "7"]',
            8,
            f"{AT}.coordinates[1][2]",
            "no_height",
            {"value": "'7'", "low": -11_000.0, "high": 100_000.0},
        ),
        ("42.3", "NaN", 8, f"{AT}.coordinates[1][1]", "degree_not_finite", {}),
        ("42.3", "1e999", 8, f"{AT}.coordinates[1][1]", "degree_not_finite", {}),
        ("42.3", "1" + "0" * 400, 8, f"{AT}.coordinates[1][1]", "degree_not_finite", {}),
        ("42.3", "1" * 9_000, 8, f"{AT}.coordinates[1][1]", "degree_not_finite", {}),
        (
            "42.3",
            "91",
            8,
            f"{AT}.coordinates[1][1]",
            "position_out_of_bounds",
            {"value": 91.0, "limit": 90},
        ),
        (
            "130.2",
            "-200",
            8,
            f"{AT}.coordinates[1][0]",
            "position_out_of_bounds",
            {"value": -200.0, "limit": 180},
        ),
        ("42.0],", "42.0]", 8, "", "no_json", {}),
        ("}\n]}", "", 10, "", "no_json", {}),
    ],
)
def test_a_fault_is_told_with_its_line(
    old: str, new: str, line: int, where: str, code: str, shown: Figures
) -> None:
    text = GOOD.replace(old, new, 1)

    (complaint,) = read_route(text, "f").complaints

    assert faults(text) == [(line, where, code)]
    assert shown.items() <= dict(complaint.figures).items()


def test_positions_that_are_all_swapped_are_one_fault() -> None:
    swapped = LINE.replace("[130.0, 42.0]", "[42.0, 130.0]").replace("[130.2, 42.3]", "[42, 130.2]")

    (complaint,) = read_route(GOOD.replace(LINE, swapped), "f").complaints

    assert (complaint.line, complaint.path[-2:]) == (7, (0, 1))
    assert complaint.code == "position_out_of_bounds"
    assert complaint.figures == {"value": 130, "limit": 90, "more": 1}


def test_faults_in_several_features_are_all_told() -> None:
    more = FEATURE.replace("ride", "walk").replace("42.3", '"x"')
    text = GOOD.replace(FEATURE, f"{FEATURE},\n{more},\n{FEATURE},\n7").replace("130.5", "null", 1)

    assert [where for _, where, _ in faults(text)] == [
        f"{AT}.coordinates[2][0]",
        "features[1].geometry.coordinates[1][1]",
        "features[2].id",
        "features[3]",
    ]


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, "[" * 5_000 + "]" * 5_000])
def test_deep_nesting_is_refused(text: str) -> None:
    assert faults(text) == [(1, "", "too_deep")]


def test_a_file_of_too_many_brackets_is_not_even_parsed() -> None:
    assert faults('{"features": [' + "[]," * 1_200_000 + "[]]}") == [(1, "", "too_much_route")]


def test_points_are_counted_over_all_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MAX_POINTS", 2)

    route = read_route(GOOD, "f")

    assert route.lines == {}
    assert [c.figures for c in route.complaints] == [{"points": 3, "limit": 2}]
