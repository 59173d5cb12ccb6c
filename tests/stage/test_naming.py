from __future__ import annotations

import pytest

from journey.stage.labels import text_width
from journey.stage.naming import SIZE, SIZES, Name, Rise, Room, Side, Wish

DIAGONAL = Rise((0.0, 1.0), (0.0, 0.9))


def boxes(name: Name, size: tuple[int, int]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a name in px, at that size of the drawing."""
    x, y = name.at[0] * size[0] + name.side.right, (1 - name.at[1]) * size[1] + name.side.down
    wide = text_width(name.text, SIZE)
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[name.side.anchor]
    return left, y - 0.8 * SIZE, left + wide, y + 0.2 * SIZE


def placed(*wishes: Wish, rise: Rise = DIAGONAL) -> list[Name]:
    return list(Room(rise).place(wishes))


@pytest.mark.parametrize(
    ("across", "up"), [(-1, 0), (0, 0), (0.25, 0.5), (0.75, 0.5), (1, 1), (2, 1)]
)
def test_a_rise_is_as_high_as_its_line(across: float, up: float) -> None:
    assert Rise((0.0, 0.5, 0.5, 1.0), (0.5, 0.5, 0.5, 0.5 + 0.5)).at(0.25) == 0.5
    flat_then_up = Rise((0.0, 0.25, 0.75, 1.0), (0.0, 0.5, 0.5, 1.0))

    assert flat_then_up.at(across) == pytest.approx(up)


def test_a_name_with_room_is_shown_at_every_width() -> None:
    (name,) = placed(Wish(("Rajin",), (0.6, 0.54)))

    assert (name.width, name.until) == (0, len(SIZES))


def test_names_meet_neither_each_other_nor_the_line() -> None:
    wishes = [Wish((f"Station {n}",), (n / 20, 0.9 * n / 20)) for n in range(21)]

    names = placed(*wishes)

    assert len({name.text for name in names}) > 4
    for width, sizes in enumerate(SIZES):
        shown = [name for name in names if name.width <= width < name.until]
        for size in sizes:
            found = [boxes(name, size) for name in shown]
            for i, (left, top, right, bottom) in enumerate(found):
                assert left >= 0
                assert right <= size[0]
                low, high = (size[1] * (1 - DIAGONAL.at(x / size[0])) for x in (left, right))
                assert high > bottom or low < top
                for other in found[i + 1 :]:
                    apart_across = right <= other[0] or other[2] <= left
                    assert apart_across or bottom <= other[1] or other[3] <= top


def test_where_a_long_text_does_not_fit_the_short_one_stands() -> None:
    long = "Vladivostok, which is more than 1,115 km from where they left, as they say"

    names = placed(Wish((long, "Vladivostok"), (1.0, 0.9)))

    assert [(name.text, name.width, name.until) for name in names] == [
        ("Vladivostok", 0, 1),
        (long, 1, 3),
    ]


def test_nothing_is_written_over_what_is_taken() -> None:
    room = Room(DIAGONAL)
    room.take((0, 0), (1, 1))

    assert list(room.place([Wish(("Rajin",), (0.6, 0.54))])) == []


def test_a_text_keeps_its_place_free() -> None:
    room = Room(DIAGONAL)
    (before,) = Room(DIAGONAL).place([Wish(("Rajin",), (0.6, 0.54))])
    room.take_text("Rajin", (0.6, 0.54), before.side, SIZE)

    names = list(room.place([Wish(("Rajin",), (0.6, 0.54))]))

    assert before.side not in [name.side for name in names]


def test_the_first_of_two_at_one_point_has_the_better_side() -> None:
    first, second = placed(Wish(("A",), (0.5, 0.45)), Wish(("B",), (0.5, 0.45)))

    assert (first.side, second.side) == (Side("end", -8, -7), Side("start", 8, 16))
