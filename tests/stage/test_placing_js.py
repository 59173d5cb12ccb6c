"""Where the stage's words and badges stand, without a map."""

from __future__ import annotations

from itertools import combinations
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import of_stage, scripted

pytestmark = pytest.mark.browser

FRAME = {"x": 0, "y": 0, "w": 400, "h": 300}
Box = dict[str, Any]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return scripted(browser, *of_stage("placing"))


def placed(page: Page, labels: list[dict[str, Any]], **room: Any) -> list[Box | None]:
    """Where the labels stand in a room of 400 by 300 pixels."""
    told = {
        "frame": FRAME,
        "panels": [],
        "taken": [],
        "lines": [],
        "ground": [],
        "points": [],
        **room,
    }
    call = "([labels, room]) => L.journey.placing(labels, room)"
    found: list[Box | None] = page.evaluate(call, [labels, told])
    return found


def meet(a: Box, b: Box) -> bool:
    across = a["x"] < b["x"] + b["w"] and b["x"] < a["x"] + a["w"]
    return bool(across and a["y"] < b["y"] + b["h"] and b["y"] < a["y"] + a["h"])


def test_a_sign_has_no_words_that_would_cross_the_route(page: Page) -> None:
    label = {"x": 200, "y": 150, "w": 160, "h": 24, "sign": 24}
    bars = [[{"x": x, "y": 0}, {"x": x, "y": 300}] for x in range(20, 400, 60)]

    free, barred = placed(page, [label]), placed(page, [label], lines=bars)

    assert free[0]
    assert barred[0]
    assert (free[0].get("bare"), barred[0].get("bare")) == (None, True)


def test_the_name_of_a_town_at_the_edge_is_not_moved_over_its_dot(page: Page) -> None:
    town = {"x": 380, "y": 150, "w": 100, "h": 16, "gap": 5, "dot": True}
    beside = {"x": 200, "y": 120, "w": 90, "h": 60}

    (stand,) = placed(page, [town], taken=[beside])

    assert stand
    assert not meet(stand, {"x": 378, "y": 148, "w": 4, "h": 4})


@pytest.mark.parametrize("seed", range(3))
def test_none_covers_another_or_what_is_taken_or_leaves_the_room(page: Page, seed: int) -> None:
    rng = Random(seed)
    labels = [
        {"x": rng.uniform(0, 400), "y": rng.uniform(0, 300), "w": 40, "h": 14, "badge": i % 3 == 0}
        for i in range(60)
    ]
    taken = {"x": 100, "y": 100, "w": 90, "h": 60}

    found = [box for box in placed(page, labels, taken=[taken]) if box]

    assert 10 < len(found) < 60
    assert not any(meet(a, b) for a, b in combinations([*found, taken], 2))
    assert all(0 <= b["x"] <= 400 - b["w"] and 0 <= b["y"] <= 300 - b["h"] for b in found)


def test_the_first_has_the_best_place(page: Page) -> None:
    one = {"x": 200, "y": 150, "w": 50, "h": 10, "gap": 7}

    first, second = placed(page, [one, one])

    assert first == {"x": 207, "y": 145, "w": 50, "h": 10}
    assert second
    assert second["x"] != first["x"]


def test_a_word_keeps_off_a_line_and_a_badge_stands_on_it(page: Page) -> None:
    label = {"x": 200, "y": 150, "w": 20, "h": 20}
    line = [{"x": 200, "y": 150}, {"x": 400, "y": 150}]

    (word,) = placed(page, [label], lines=[line])
    (badge,) = placed(page, [{**label, "badge": True}], lines=[line])

    assert word
    assert word["x"] + word["w"] < 200
    assert badge == {"x": 190, "y": 140, "w": 20, "h": 20}


def test_a_badge_leaves_a_stop_in_sight(page: Page) -> None:
    label = {"x": 200, "y": 150, "w": 20, "h": 20, "badge": True}
    stop = {"x": 196, "y": 146, "w": 8, "h": 8}

    (box,) = placed(page, [label], points=[{"x": 200, "y": 150}])

    assert box
    assert not meet(box, stop)


def test_a_centred_word_stands_on_its_point_or_nowhere(page: Page) -> None:
    label = {"x": 200, "y": 150, "w": 60, "h": 12, "centred": True}
    line = [{"x": 100, "y": 150}, {"x": 300, "y": 150}]

    assert placed(page, [label]) == [{"x": 170, "y": 144, "w": 60, "h": 12}]
    assert placed(page, [label], lines=[line]) == [None]
    assert placed(page, [label, label])[1] is None


def test_a_line_beside_the_room_is_in_nobodys_way(page: Page) -> None:
    label = {"x": 380, "y": 150, "w": 60, "h": 12}
    line = [{"x": 500, "y": -1e7}, {"x": 500, "y": 1e7}]

    assert placed(page, [label], lines=[line]) == [{"x": 313, "y": 144, "w": 60, "h": 12}]


SIGNED = {"x": 200, "y": 150, "w": 120, "h": 40, "sign": 40}


def test_a_sign_stands_off_its_point_with_its_words_on_the_far_side(page: Page) -> None:
    (right,) = placed(page, [SIGNED])
    west = {"x": 220, "y": 0, "w": 180, "h": 300}
    (left,) = placed(page, [SIGNED], taken=[west])

    assert right
    assert left
    assert right["x"] > 200
    assert right["foot"]["x"] == pytest.approx(right["x"] + 20)
    assert left["turned"]
    assert left["x"] + left["w"] < 200
    assert left["foot"]["x"] == pytest.approx(left["x"] + left["w"] - 20)


def test_a_sign_leaves_the_words_where_only_it_has_room(page: Page) -> None:
    walls = [{"x": 0, "y": 0, "w": 170, "h": 300}, {"x": 230, "y": 0, "w": 170, "h": 300}]

    (box,) = placed(page, [SIGNED], taken=walls)

    assert box
    assert box["bare"]
    assert (box["w"], box["h"]) == (40, 40)


def test_no_word_stands_on_a_leader(page: Page) -> None:
    word = {"x": 200, "y": 150, "w": 20, "h": 10, "gap": 7}

    sign, beside = placed(page, [SIGNED, word])

    assert sign
    assert beside
    steps = [part / 20 for part in range(4, 16)]
    foot = sign["foot"]
    along = [(200 + (foot["x"] - 200) * s, 150 + (foot["y"] - 150) * s) for s in steps]
    assert not any(meet(beside, {"x": x, "y": y, "w": 1, "h": 1}) for x, y in along)


def test_what_must_stand_stands_clear_where_nothing_right_beside_its_point_is(page: Page) -> None:
    label = {"x": 200, "y": 150, "w": 40, "h": 20, "must": True}
    walls = [{"x": x, "y": 130, "w": 90, "h": 40} for x in (100, 210)]

    (box,) = placed(page, [label], taken=walls)
    (town,) = placed(page, [{**label, "must": False, "dot": True}], taken=walls)

    assert box
    assert not any(meet(box, wall) for wall in walls)
    # Four gaps of 7 pixels, and a leader that says what it is of.
    assert abs(box["foot"]["y"] - 150) <= 28
    assert town is None


def test_what_must_stand_has_no_name_far_off_or_under_a_panel(page: Page) -> None:
    label = {"x": 200, "y": 150, "w": 40, "h": 20, "must": True}
    aside = [{"x": x, "y": 0, "w": 190, "h": 300} for x in (0, 210)]

    assert placed(page, [label], panels=aside) == [None]
    assert placed(page, [label], panels=[{"x": 190, "y": 140, "w": 20, "h": 20}]) == [None]
    assert placed(page, [{**label, "x": 410}]) == [None]


def test_a_sign_has_no_leader_across_what_is_taken(page: Page) -> None:
    fence = [
        *({"x": x, "y": 133, "w": 2, "h": 34} for x in (183, 215)),
        *({"x": 183, "y": y, "w": 34, "h": 2} for y in (133, 165)),
    ]

    assert placed(page, [SIGNED], taken=fence) == [None]
    assert placed(page, [SIGNED], taken=fence[1:])[0]


def test_a_word_that_would_lie_across_the_route_is_left_out_unless_it_must_stand(
    page: Page,
) -> None:
    label = {"x": 200, "y": 150, "w": 40, "h": 20}
    lines = [[{"x": 0, "y": y}, {"x": 400, "y": y}] for y in range(0, 300, 9)]

    assert placed(page, [label], lines=lines) == [None]
    assert placed(page, [{**label, "must": True}], lines=lines)[0]


def test_a_name_stands_beside_a_line_of_the_ground_or_farther_off_on_a_leader(page: Page) -> None:
    label = {"x": 200, "y": 150, "w": 40, "h": 20}
    beside = [[{"x": 220, "y": 0}, {"x": 220, "y": 300}]]
    between = [*beside, [{"x": 180, "y": 0}, {"x": 180, "y": 300}]]

    (near,) = placed(page, [label], ground=beside)
    (far,) = placed(page, [label], ground=between)

    assert near
    assert near["x"] + 40 < 220
    assert "foot" not in near
    assert far
    assert "foot" in far
    assert far["x"] > 220 or far["x"] + 40 < 180
    assert placed(page, [{**label, "dot": True}], ground=between) == [None]


def test_a_name_stands_on_no_ring_of_another_place(page: Page) -> None:
    label = {"x": 200, "y": 150, "w": 40, "h": 20}

    (name,) = placed(page, [label], points=[{"x": 200, "y": 150}, {"x": 225, "y": 150}])

    assert name
    assert not meet(name, {"x": 222, "y": 147, "w": 6, "h": 6})


def test_a_leader_may_begin_under_what_stands_on_its_point(page: Page) -> None:
    label = {"x": 200, "y": 150, "w": 60, "h": 20, "must": True}
    traveller = {"x": 175, "y": 125, "w": 50, "h": 50}
    lines = [[{"x": 0, "y": y}, {"x": 400, "y": y}] for y in range(100, 180, 9)]

    (box,) = placed(page, [label], taken=[traveller], lines=lines)

    assert box
    assert not meet(box, traveller)
    assert "foot" in box
    assert box["y"] >= 175 or box["y"] + 20 <= 100


def test_a_town_right_beside_a_point_of_the_journey_has_no_name(page: Page) -> None:
    town = {"x": 100, "y": 100, "w": 40, "h": 12, "dot": True}

    # Half the town's dot, five pixels, and half of that of the point: 11 pixels in all.
    assert placed(page, [town], points=[{"x": 110, "y": 100}]) == [None]
    assert placed(page, [town], points=[{"x": 112, "y": 100}])[0]


def test_what_must_stand_stands_even_where_all_is_taken(page: Page) -> None:
    label = {"x": 395, "y": 5, "w": 80, "h": 20, "must": True}

    (box,) = placed(page, [label], taken=[FRAME])

    assert box
    assert 0 <= box["x"] <= 400 - 80
    assert 0 <= box["y"] <= 300 - 20


def test_a_town_whose_dot_is_covered_has_no_name(page: Page) -> None:
    town = {"x": 100, "y": 100, "w": 40, "h": 12, "dot": True}
    panel = {"x": 60, "y": 60, "w": 50, "h": 80}

    assert placed(page, [town], taken=[panel]) == [None]
