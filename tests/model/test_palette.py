from __future__ import annotations

from itertools import combinations
from math import dist
from typing import get_args

import pytest

from journey.model.palette import HOLLOW, MAP, MODES, Theme

Matrix = tuple[tuple[float, float, float], ...]

GROUNDS = ("land", "sea", "band", "lake", "paper")  # what lies under lines and words
SEEN = ("train", "bus", "handcar")  # the modes of the journey that the project ships

# Machado, Oliveira & Fernandes 2009, severity 1.0, on linear sRGB.
SIGHTS: dict[str, Matrix] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
# Rows of sRGB to CIE XYZ (IEC 61966-2-1), each divided by its D65 white.
XYZ: Matrix = (
    (0.4124 / 0.9505, 0.3576 / 0.9505, 0.1805 / 0.9505),
    (0.2126, 0.7152, 0.0722),
    (0.0193 / 1.0890, 0.1192 / 1.0890, 0.9505 / 1.0890),
)


def linear(colour: str) -> list[float]:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts]


def times(matrix: Matrix, colour: list[float]) -> list[float]:
    return [
        min(max(sum(m * v for m, v in zip(row, colour, strict=True)), 0.0), 1.0) for row in matrix
    ]


def lab(colour: list[float]) -> tuple[float, float, float]:
    """CIE 1976 L*, a*, b* of linear sRGB."""
    x, y, z = (
        t ** (1 / 3) if t > (6 / 29) ** 3 else t / (3 * (6 / 29) ** 2) + 4 / 29
        for t in times(XYZ, colour)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def contrast(a: str, b: str) -> float:
    """Contrast ratio of two colours (WCAG 2.2)."""
    low, high = sorted(times(XYZ, linear(colour))[1] for colour in (a, b))
    return (high + 0.05) / (low + 0.05)


def test_the_formulas_give_what_is_printed() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.005)  # WebAIM
    assert lab(linear("#FF0000")) == pytest.approx((53.24, 80.09, 67.20), abs=0.05)


@pytest.mark.parametrize("theme", get_args(Theme))
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_every_mode_stands_out_from_every_ground(theme: Theme, mode: str, ground: str) -> None:
    # WCAG 2.2, success criterion 1.4.11, asks 3:1 of graphics.
    assert contrast(getattr(MODES[mode], theme), MAP[theme][ground]) >= 3


@pytest.mark.parametrize("theme", get_args(Theme))
@pytest.mark.parametrize("line", ["border", "line", "coast", "river"])
@pytest.mark.parametrize("ground", ["land", "sea", "lake"])
def test_every_line_of_the_map_stands_out_from_every_ground(
    theme: Theme, line: str, ground: str
) -> None:
    assert contrast(MAP[theme][line], MAP[theme][ground]) >= 3


@pytest.mark.parametrize("theme", get_args(Theme))
@pytest.mark.parametrize("text", ["text", "soft", "town", "country", "water_text"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_every_text_can_be_read(theme: Theme, text: str, ground: str) -> None:
    # WCAG 2.2, success criterion 1.4.3, asks 4.5:1 of text.
    assert contrast(MAP[theme][text], MAP[theme][ground]) >= 4.5


@pytest.mark.parametrize("theme", get_args(Theme))
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_the_words_of_every_mode_can_be_read(theme: Theme, mode: str, ground: str) -> None:
    assert contrast(getattr(MODES[mode], f"word_{theme}"), MAP[theme][ground]) >= 4.5


@pytest.mark.parametrize("theme", get_args(Theme))
@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize(("one", "other"), list(combinations(SEEN, 2)))
def test_modes_of_one_journey_stay_apart_in_every_sight(
    theme: Theme, sight: str, one: str, other: str
) -> None:
    seen = [lab(times(SIGHTS[sight], linear(getattr(MODES[mode], theme)))) for mode in (one, other)]

    # A just noticeable difference is 2.3 (Mahy et al. 1994); eight of them are no matter of doubt.
    assert dist(*seen) >= 8 * 2.3


@pytest.mark.parametrize("theme", get_args(Theme))
@pytest.mark.parametrize(("one", "other"), list(combinations(SEEN, 2)))
def test_modes_of_one_journey_stay_apart_without_any_hue(
    theme: Theme, one: str, other: str
) -> None:
    greys = [lab(linear(getattr(MODES[mode], theme)))[0] for mode in (one, other)]

    assert MODES[one].dash != MODES[other].dash or abs(greys[0] - greys[1]) >= 3 * 2.3


@pytest.mark.parametrize("theme", get_args(Theme))
@pytest.mark.parametrize(("one", "other"), list(combinations(MODES, 2)))
def test_any_two_modes_differ_by_dash_or_plainly_by_colour(
    theme: Theme, one: str, other: str
) -> None:
    apart = dist(*(lab(linear(getattr(MODES[mode], theme))) for mode in (one, other)))

    assert MODES[one].dash != MODES[other].dash or apart >= 8 * 2.3


def test_both_themes_colour_the_same_things() -> None:
    assert MAP["light"].keys() == MAP["dark"].keys()


def test_a_line_is_the_more_hollow_the_less_is_known_of_it() -> None:
    assert 0 == HOLLOW["reported"] < HOLLOW["derived"] < HOLLOW["assumed"] < 0.5
