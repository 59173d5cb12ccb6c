from __future__ import annotations

import re
from datetime import date
from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest

from journey.model.palette import MODES
from journey.prints.bars import WIDTH, bars
from journey.prints.drawing import SMALL
from journey.prints.legend import EACH
from journey.stage.labels import Box
from journey.track.track import Track
from journey.words.wording import Wording
from tests.conftest import amount, known, leg, track

ENGLISH = Wording("en")


def widths(svg: str) -> list[float]:
    return [float(width) for width in re.findall(r'<rect [^>]*? width="([\d.]+)"', svg)]


def test_each_leg_is_alike_above_and_has_its_share_below() -> None:
    legs = [leg("a", "b", duration=amount(3, "h")), leg("b", "c", duration=amount(1, "h"))]

    svg = bars(track(legs=legs), ENGLISH)

    assert widths(svg) == pytest.approx([WIDTH / 2, WIDTH / 2, WIDTH * 3 / 4, WIDTH / 4])


def test_where_no_time_is_known_there_are_no_shares() -> None:
    svg = bars(track(), ENGLISH)

    assert len(widths(svg)) == 2
    assert svg.count(ENGLISH.say("leg.unknown_duration")) == 2


def waits(svg: str) -> list[tuple[float, float]]:
    """From where to where each dotted line in the lower bar runs, as shares of the bar."""
    found = re.findall(r'd="M([\d.]+) [\d.]+H([\d.]+)" class="wait"', svg)
    return [(float(left) / WIDTH, float(right) / WIDTH) for left, right in found]


def test_a_wait_is_a_block_above_and_a_gap_of_true_width_below() -> None:
    # An hour under way, three waiting, four under way: the gap is from 1/8 to 4/8.
    end = known(place="b", dwell=amount(3, "h"))
    legs = [leg("a", "b", duration=amount(1, "h"), to=end),
            leg("b", "c", duration=amount(4, "h"))]  # fmt: skip

    svg = bars(track(legs=legs), ENGLISH)

    ((left, right),) = waits(svg)
    assert (left, right) == pytest.approx((1 / 8, 4 / 8), abs=0.006)
    assert re.findall(r'<rect [^>]*class="wait"', svg)
    assert widths(svg)[-2:] == pytest.approx([WIDTH / 8, WIDTH / 2])
    said = ENGLISH.measure(3, "h")
    assert ENGLISH.say("wait.at", time=said, place="B") in svg


def test_a_wait_at_a_stop_parts_the_slice_of_its_leg_in_two() -> None:
    stop = known(place="b", dwell=amount(2, "h"))

    svg = bars(track(legs=[leg("a", "c", stops=[stop], duration=amount(4, "h"))]), ENGLISH)

    # Half of the time stands still, in the middle of an even way.
    assert widths(svg) == pytest.approx([WIDTH, WIDTH / 4, WIDTH / 4])
    ((left, right),) = waits(svg)
    assert (left, right) == pytest.approx((1 / 4, 3 / 4), abs=0.006)


def test_a_duration_that_follows_from_clock_times_stands_over_its_leg() -> None:
    # From 10:00 to 12:30.
    times = {"departs": [known(at="2021-02-25T10:00Z")], "arrives": [known(at="2021-02-25T12:30Z")]}

    svg = bars(track(legs=[leg("a", "b", **times)]), ENGLISH)

    assert ENGLISH.span(2.5 * 3_600) in svg.replace("\N{NO-BREAK SPACE}", " ")


def test_the_day_on_which_it_ends_stands_there_though_nothing_else_is_known() -> None:
    svg = bars(track(legs=[leg("a", "b", arrives=[known(at="2017-08-03")])]), ENGLISH)

    assert ENGLISH.dates(date(2017, 8, 3), date(2017, 8, 3)) in svg
    assert ENGLISH.say("leg.departs") not in svg


@pytest.mark.parametrize("count", [4, 13, 40, 200])
def test_no_two_texts_in_a_row_meet_however_many_legs_there_are(count: int) -> None:
    legs = [leg(*ends, duration=amount(120 + 97 * i, "min")) | {"id": f"l{i}"}
            for i, ends in enumerate([("a", "b"), ("b", "a")] * (count // 2))]  # fmt: skip
    if count % 2:
        legs.append(leg("a", "b", duration=amount(1, "h")) | {"id": "last"})

    texts = drawn_texts(bars(track(legs=legs), ENGLISH))

    boxes = [text_box(*found) for found in texts]
    assert len(boxes) >= 4
    assert not [1 for a, b in combinations(boxes, 2) if a.meets(b)]


@pytest.mark.parametrize("count", [EACH + 1, 40, 200])
def test_numbers_of_many_legs_stand_under_their_slices(count: int) -> None:
    legs = [
        leg("a", "a", id=f"l{i}", duration=amount(1, "h"), mode="bus" if i // 8 % 2 else "train")
        for i in range(count)
    ]

    svg = ElementTree.fromstring(bars(track(legs=legs), ENGLISH))

    lowest = max(float(ring.get("cy", 0)) for ring in svg.iter("circle"))
    badges = [pair for pair in pairwise(svg.iter()) if pair[1].get("class") == "number"]
    under = {
        int(text.text or ""): float(ring.get("cx", 0))
        for ring, text in badges
        if float(ring.get("cy", 0)) == lowest
    }
    assert {1, count} <= set(under)
    assert len(under) >= min(count, 20)
    slices = {number: at / (WIDTH / count) for number, at in under.items()}
    edge = SMALL / (WIDTH / count)
    assert all(number - 1 <= part <= number for number, part in slices.items()
               if edge < number < count - edge)  # fmt: skip


def drawn_texts(svg: str) -> list[tuple[str, float, float, float, str]]:
    """Each text with its spot, its size and its anchor."""
    found = [e for e in ElementTree.fromstring(svg).iter("text") if e.text]
    return [
        (e.text or "", float(e.get("x", 0)), float(e.get("y", 0)), float(e.get("font-size", 0)),
         e.get("text-anchor", ""))
        for e in found
    ]  # fmt: skip


def text_box(text: str, x: float, y: float, size: float, anchor: str) -> Box:
    wide = len(text) * size * 0.5
    left = x - wide * {"start": 0, "middle": 0.5, "end": 1}[anchor]
    return Box(left, y - size * 0.7, left + wide, y)


def test_modes_differ_in_their_hatch_and_not_in_colour_alone() -> None:
    dozen = list(MODES)[-12:]
    there = [leg("a", "a", id=f"by-{mode}", mode=mode) for mode in dozen]

    svg = bars(track(legs=there), ENGLISH)

    found = re.findall(r'hatch-([\w-]+)" width="([\d.]+)".*?rotate\((\d+)\)', svg)
    assert [mode for mode, *_ in found] == dozen
    assert len({tuple(hatch) for _, *hatch in found}) == 12


def test_the_handcar_is_to_be_seen_though_it_is_a_blink(handcar: Track) -> None:
    svg = bars(handcar, ENGLISH)

    assert min(widths(svg)) > 5
    assert svg.count('class="number"') == 2 * 4
