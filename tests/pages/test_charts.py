from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

import pytest

from journey import Track
from journey.model.palette import MODES, THEMES, Theme
from journey.pages import charts
from journey.words.wording import Wording
from tests.conftest import amount, known, leg, track

ENGLISH = Wording("en")

WAITING = {
    "duration": amount(10, "h"),
    "distance": amount(200, "km"),
    "stops": [known(place="b", dwell=amount(2, "h"))],
}
LEGS = [
    leg("a", "c", **WAITING),
    leg(
        "c",
        "a",
        mode="handcar",
        duration=[known(range=[20, 60], value=30, unit="min")],
        distance=[known(range=[1, 2], value=1.2, unit="km")],
    ),
]


def rows(spec: Any) -> list[dict[str, Any]]:
    """All rows of data in a chart, each once."""
    return list({str(row): row for row in _rows(spec)}.values())


def _rows(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict) and "km" in node:
        yield node
    elif isinstance(node, dict | list):
        for value in node.values() if isinstance(node, dict) else node:
            yield from _rows(value)


def marks(spec: Any) -> list[dict[str, Any]]:
    return [layer["mark"] for layer in spec["layer"]]


def test_the_line_bends_where_the_traveller_waits() -> None:
    spec = charts.space_time(track(legs=LEGS), ENGLISH).to_dict()

    points = [(row["hours"], row["km"]) for row in rows(spec) if "low" not in row]
    # 200 km in eight hours on the way, with two hours of rest half-way.
    assert points[:4] == [(0, 0), (4, 100), (6, 100), (10, 200)]


def test_every_point_of_the_line_is_one_of_the_track(handcar: Track) -> None:
    spec = charts.space_time(handcar, ENGLISH).to_dict()

    for row in rows(spec):
        if "low" not in row:
            assert handcar.at(row["hours"] * 3_600).km == pytest.approx(row["km"], abs=0.01)


def test_bars_show_within_what_bounds_time_and_distance_are_known() -> None:
    spec = charts.space_time(track(legs=LEGS), ENGLISH).to_dict()

    _, end = [row for row in rows(spec) if "low" in row]
    assert (end["low"], end["hours"], end["high"]) == pytest.approx((10 + 1 / 3, 10.5, 11))
    assert (end["km_low"], end["km"], end["km_high"]) == pytest.approx((201, 201.2, 202))
    drawn = [layer["encoding"] for layer in spec["layer"] if layer["mark"]["type"] == "rule"]
    assert {(enc["x"]["field"], enc.get("x2", {}).get("field")) for enc in drawn} == {
        ("low", "high"),
        ("hours", None),
    }


def test_bounds_of_the_distance_add_up_from_leg_to_leg() -> None:
    legs = [
        leg("a", "b", distance=[known(range=[10, 20], unit="km")]),
        leg("b", "c", distance=[known(range=[1, 3], unit="km")]),
    ]

    spec = charts.space_time(track(legs=legs), ENGLISH).to_dict()

    ends = [(row["km_low"], row["km_high"]) for row in rows(spec) if "low" in row]
    assert ends == [(10, 20), (11, 23)]


def test_an_end_that_nothing_bounds_says_so_and_has_no_bar_upwards() -> None:
    legs = [
        leg("a", "b", distance=[known(more_than=100, unit="km")]),
        leg("b", "c", distance=[known(range=[50, 70], unit="km")]),
    ]

    spec = charts.space_time(track(legs=legs), ENGLISH).to_dict()

    ends = [row for row in rows(spec) if "low" in row]
    assert [end["label"] for end in ends] == ["B: more than 100 km", "C: more than 150 km"]
    assert [(end["km_low"], end["km_high"]) for end in ends] == [(100, 100), (150, 160)]


def test_ends_of_legs_that_are_a_small_part_of_the_way_have_no_name() -> None:
    spec = charts.space_time(track(legs=LEGS), ENGLISH).to_dict()

    assert [row["label"] for row in rows(spec) if "low" in row] == ["C", ""]


@pytest.mark.parametrize("name", [r"C:\new", r"\1 and \g<0>", '<b> & "'])
def test_a_picture_is_read_out_as_its_label_stands(name: str) -> None:
    chart = charts.close_up(track(legs=LEGS), "c-a", ENGLISH)

    svg = charts.picture(chart, "light", name, width=100, height=100)

    assert f'aria-label="{escape(name)}"' in svg


def test_bounds_of_the_handcar_ride_are_on_the_diagram(handcar: Track) -> None:
    spec = charts.space_time(handcar, ENGLISH).to_dict()

    end = [row for row in rows(spec) if "low" in row][2]
    assert (end["low"], end["high"]) == pytest.approx((34 + 20 / 60, 35))


@pytest.mark.parametrize("theme", THEMES)
def test_each_leg_has_the_ink_of_its_mode(theme: Theme) -> None:
    spec = charts.space_time(track(legs=LEGS), ENGLISH, theme).to_dict()

    lines = [mark["color"] for mark in marks(spec) if mark["type"] == "line"]
    assert lines == [MODES["bus"].on(theme), MODES["handcar"].on(theme)]


def test_the_leg_that_is_chosen_stands_out() -> None:
    spec = charts.space_time(track(legs=LEGS), ENGLISH, chosen="c-a").to_dict()

    other, chosen = (mark["opacity"] for mark in marks(spec) if mark["type"] == "line")
    assert chosen == 1
    assert other < 0.5


def test_a_close_up_has_the_slowest_the_used_and_the_fastest_way() -> None:
    spec = charts.close_up(track(legs=LEGS), "c-a", ENGLISH).to_dict()

    ends = {row["part"]: (row["minutes"], row["km"]) for row in rows(spec) if row["minutes"]}
    assert ends == {
        "slow": pytest.approx((60, 1)),
        "used": pytest.approx((30, 1.2)),
        "fast": pytest.approx((20, 2)),
    }


def test_a_close_up_of_a_leg_whose_time_is_not_known_draws_nothing() -> None:
    spec = charts.close_up(track(), "a-b", ENGLISH).to_dict()

    assert rows(spec) == []


def test_axes_say_their_unit() -> None:
    whole = charts.space_time(track(legs=LEGS), ENGLISH).to_dict()["layer"][0]["encoding"]
    near = charts.close_up(track(legs=LEGS), "c-a", ENGLISH).to_dict()["layer"][0]["encoding"]

    assert (whole["x"]["title"], whole["y"]["title"]) == ("hours since the start", "km")
    assert (near["x"]["title"], near["y"]["title"]) == ("minutes", "km")
