from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from playwright.sync_api import Browser, expect

from journey import Track
from journey.model.palette import MODES
from journey.pages.diagram import captioned
from journey.pages.story import page
from journey.stage.diagram import diagram
from tests.browsing import DESK, DRAWN, ENGLISH, PHONE
from tests.conftest import amount, known, leg, track
from tests.stage.test_diagram import numbers, of_class, share, texts

# Three hours up from 1,200 to 1,700 m, and one down on skis to 1,450.
UP, DOWN = (1_200, 1_450, 1_700), (1_700, 1_450)
Heights = Sequence[float | None]


def high(up: Heights = UP, down: Heights = DOWN) -> Track:
    """From A up to B on foot, and down to C on skis, with those heights."""
    lines = [(heights, from_) for heights, from_ in ((up, 0), (down, 1))]
    shapes = [
        known(
            line=[[0, from_ + i / (len(heights) - 1)] for i in range(len(heights))],
            heights=heights,
        )
        for heights, from_ in lines
    ]
    there = leg("a", "b", mode="walk", shape=shapes[0], duration=amount(3, "h"))
    back = leg("b", "c", mode="ski", shape=shapes[1], duration=amount(1, "h"))
    return track(legs=[there, back])


def profile(of: Track) -> Element:
    (found,) = of_class(ElementTree.fromstring(diagram(of, ENGLISH).markup), "profile")
    return found


def test_where_no_heights_are_there_is_no_profile(handcar: Track) -> None:
    assert "profile" not in diagram(handcar, ENGLISH).markup


def test_heights_stand_over_the_time_of_the_diagram_above() -> None:
    up, down = of_class(profile(high()), "height")

    # Of 500 m there are 8 per cent below and 10 above, so 1,200 is 40 of 590 up.
    start, top, end = (0, 40 / 590), (0.75, 540 / 590), (1, 290 / 590)
    assert [*chain(*numbers(up))] == pytest.approx([*start, *top], abs=1e-3)
    assert [*chain(*numbers(down))] == pytest.approx([*top, *end], abs=1e-3)
    assert [way.get("stroke") for way in (up, down)] == [MODES["walk"].css, MODES["ski"].css]


def test_rules_stand_at_round_heights() -> None:
    found = profile(high())

    # Three at the most from 1,160 to 1,750: every 200 m.
    ups = [1 - share(rule.get("y1")) for rule in of_class(found, "rule")]
    assert ups == pytest.approx([40 / 590, 240 / 590, 440 / 590], abs=1e-3)
    assert texts(of_class(found, "tick")) == ["1,200 m", "1,400 m", "1,600 m"]


def test_where_heights_are_not_known_nothing_is_drawn() -> None:
    found = profile(high(up=[1_200, 1_300, None, 1_650, 1_700]))

    way = of_class(found, "height")[0].get("d", "")
    assert [piece.count("L") for piece in way.split("M")[1:]] == [1, 1]
    assert texts(of_class(found, "title")) != texts(of_class(profile(high()), "title"))


def test_it_tells_how_far_it_climbs_and_descends_and_how_that_is_known() -> None:
    said = texts(of_class(profile(high()), "title"))[-1]

    # 500 m up on foot, 250 down on skis; the lines are assumed, so what follows is no better.
    assert ["500 m" in said, "250 m" in said, "10 m" in said] == [True] * 3
    assert ENGLISH.say("basis.assumed") in said


def test_on_a_plain_no_climb_is_told() -> None:
    said = texts(of_class(profile(high([3, 5, 1], [1, 4])), "title"))

    assert said
    assert [text for text in said if " 0 m" in text] == []


def partly(of: Track) -> bool:
    """Whether its title speaks only of what is known."""
    known = ENGLISH.say("profile.partly").partition(",")[2].partition(":")[0]
    said = texts(of_class(profile(of), "title"))
    return all(known in text for text in said)


def test_on_a_plain_with_a_gap_it_speaks_only_of_what_is_known() -> None:
    assert partly(high([3, None, 1], [1, 4]))
    assert not partly(high([3, 5, 1], [1, 4]))


def test_beside_a_leg_without_heights_it_speaks_only_of_what_is_known() -> None:
    by_train = leg("b", "c", duration=amount(1, "h"))
    on_foot, _ = high().journey.model_dump(by_alias=True)["legs"]

    assert partly(track(legs=[on_foot, by_train]))


def test_a_leg_that_stays_in_its_place_lacks_no_heights() -> None:
    stay = leg("b", "b", duration=amount(1, "h"))
    on_foot, _ = high().journey.model_dump(by_alias=True)["legs"]

    assert not partly(track(legs=[on_foot, stay]))


def test_a_flight_of_5000_heights_has_a_drawing_of_bounded_size() -> None:
    # Up to 2,000 m and down again every 100 points, and 3 m of noise.
    heights = [40.0 * abs(i % 100 - 50) + i * 7 % 3 for i in range(5_000)]

    found = profile(high(up=[*heights]))

    drawn = numbers(of_class(found, "height")[0])
    assert 100 <= len(drawn) <= 700
    assert max(up for _, up in drawn) == pytest.approx(1.08 / 1.18, abs=0.01)


def test_the_caption_tells_how_climbs_are_reckoned_where_heights_are(handcar: Track) -> None:
    told = ENGLISH.say("page.heights_caption", least="10 m")

    assert told in captioned(high(), ENGLISH)
    assert told not in captioned(handcar, ENGLISH)


@pytest.mark.browser
@pytest.mark.parametrize("size", [DESK, PHONE])
def test_on_the_stage_it_stands_under_the_diagram_and_over_what_follows(
    browser: Browser, tmp_path: Path, size: tuple[int, int]
) -> None:
    (tmp_path / "high.html").write_bytes(page(high(), ENGLISH))
    opened = browser.new_page(viewport={"width": size[0], "height": size[1]})
    opened.goto((tmp_path / "high.html").as_uri())
    expect(opened.locator(DRAWN)).to_be_attached()

    opened.locator(".jm-unfold").evaluate("(button) => button.click()")

    expect(opened.locator(".jm-diagram .profile")).to_be_visible()
    fold, above, found = (
        opened.locator(f".jm-diagram{rest}").bounding_box() or {"y": 0, "height": 0}
        for rest in ("", " .diagram > svg:first-child", " .profile")
    )
    assert above["y"] + above["height"] < found["y"]
    assert found["y"] + found["height"] <= fold["y"] + fold["height"] + 1
    assert min(above["height"], found["height"]) > 40
    opened.close()
