from __future__ import annotations

from re import findall

import pytest
from pydantic import TypeAdapter, ValidationError

from journey.model.icon import LIMIT, Icon
from journey.model.mode import Mode
from journey.stage import bundle

TAKES = TypeAdapter(Icon).validate_python


@pytest.mark.parametrize("mode", Mode)
def test_the_signs_of_all_modes_are_paths_that_a_journey_may_have(mode: Mode) -> None:
    (path,) = findall(' d="([^"]*)"', bundle.icon(mode))

    assert TAKES(path) == path


@pytest.mark.parametrize(
    "path",
    [
        "M3 12H21",
        "m3,12 18,0",  # numbers after a move are lines (SVG 2, 9.3.3)
        "M3 3L21 3V21H3z",
        "M3 12a9 9 0 0118 0",  # flags need no space after them (SVG 2, 9.3.9)
        "M3-0L.5.5 1 1",
        "M 3 12 ,\n18\t,0",
        "M4 4h4zl2 2",  # after z it goes on from where it started
    ],
)
def test_paths_are_read_as_svg_has_them(path: str) -> None:
    assert TAKES(path) == path


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ('M3 3H9"/><script>', "icon_odd_sign"),
        ("M3 3L9 9;url(#a)", "icon_odd_sign"),
        ("M3 3L9 1e1", "icon_odd_sign"),
        ("M3 3L9 ٣", "icon_odd_sign"),
        # Commas and points as SVG 2 has them (9.3.9): one between numbers, and digits after it.
        ("M3 3L9,,9", "icon_odd_sign"),
        ("M,3 3L9 9", "icon_odd_sign"),
        ("M3 3,L9 9", "icon_odd_sign"),
        ("M3 3L9 9,", "icon_odd_sign"),
        ("M3 3L9 9z,", "icon_odd_sign"),
        ("M3. 3L9 9", "icon_odd_sign"),
        ("M3 3L9 -", "icon_odd_sign"),
        ("M3 3L9 9z99 99", "icon_odd_sign"),
        ("3 3L9 9", "icon_without_start"),
        ("L9 9", "icon_without_start"),
        (",", "icon_without_start"),
        ("M3 3", "icon_without_line"),
        ("M3 3M9 9z", "icon_without_line"),
        ("M3", "icon_lacks_number"),
        ("M3 3L9 9 9", "icon_lacks_number"),
        ("M3 3C1 1 2 2L3 3", "icon_lacks_number"),
        ("M3 3a2 2 0 2 1 3 3", "icon_lacks_number"),
        ("M3 3L9 25", "icon_off_the_grid"),
        ("M3 3h22", "icon_off_the_grid"),
        ("M3 3l-4 0", "icon_off_the_grid"),
        ("M3 3C3 99 9 99 9 9", "icon_off_the_grid"),
        ("M3 3A99 99 0 0 1 9 9", "icon_off_the_grid"),
        ("M3 3v9v9v9", "icon_off_the_grid"),
        ("M4 4h9zv-9", "icon_off_the_grid"),
    ],
)
def test_what_is_no_path_on_the_grid_is_refused(path: str, code: str) -> None:
    with pytest.raises(ValidationError) as caught:
        TAKES(path)

    assert [error["type"] for error in caught.value.errors()] == [code]


def test_a_path_is_of_bounded_length() -> None:
    with pytest.raises(ValidationError) as caught:
        TAKES("M3 3" + "h0" * LIMIT)

    assert [error["type"] for error in caught.value.errors()] == ["string_too_long"]
