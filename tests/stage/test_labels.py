from __future__ import annotations

from itertools import combinations
from random import Random

import pytest

from journey.stage.labels import Box, Labels, letters_width, text_width


def test_boxes_meet_where_they_share_some_area() -> None:
    box = Box(0, 0, 10, 10)

    assert box.meets(Box(9, 9, 20, 20))
    assert not box.meets(Box(10, 0, 20, 10))


@pytest.mark.parametrize("seed", range(5))
def test_no_name_lies_on_another_or_leaves_the_picture(seed: int) -> None:
    rng, room = Random(seed), Labels(300, 200)

    for number in range(60):
        room.beside(f"Place {number}", (rng.uniform(0, 300), rng.uniform(0, 200)), 11)

    assert len(room.taken) > 10
    assert not any(a.meets(b) for a, b in combinations(room.taken, 2))
    assert all(0 < b.left < b.right < 300 and 0 < b.top < b.bottom < 200 for b in room.taken)


def test_a_name_for_which_there_is_no_room_is_left_out() -> None:
    room = Labels(300, 200, taken=[Box(0, 0, 300, 200)])

    assert room.beside("Here", (150, 100), 11) is None
    assert room.centred("Here", (150, 100), 11) is None


def test_a_name_keeps_off_the_line_where_it_can() -> None:
    right = [(150.0 + step, 100.0) for step in range(0, 60, 4)]

    label = Labels(300, 200, line=right).beside("Here", (150, 100), 11)

    assert label is not None
    assert label.x < 150


def test_what_is_taken_stays_free_of_names() -> None:
    room = Labels(300, 200)

    assert room.take(Box(100, 90, 200, 110))
    assert not room.take(Box(150, 90, 160, 110))
    assert room.centred("Here", (150, 100), 11) is None


def test_wide_scripts_take_more_room() -> None:
    assert text_width("두만강", 10) > text_width("Tum", 10)


def test_texts_that_belong_together_stand_below_each_other_in_order() -> None:
    name, note = Labels(300, 200).stacked(["Bridge", "about 600 m"], (150, 100), 10, 5)

    assert (name.text, note.text) == ("Bridge", "about 600 m")
    assert name.x == note.x
    assert note.y == pytest.approx(name.y + 12)


def test_names_side_by_side_do_not_touch() -> None:
    # Above and below its point on the right a name would end a unit before the next one.
    wide = 0.6 * 6 + letters_width("Here", 11)
    walls = [Box(0, 0, 124, 200), Box(126 + wide, 0, 300, 200)]

    apart, close = (Labels(300, 200, taken=[*walls], apart=units) for units in (2.0, 0.0))

    assert apart.beside("Here", (125, 100), 11) is None
    assert close.beside("Here", (125, 100), 11)
