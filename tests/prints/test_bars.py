from __future__ import annotations

import re

import pytest

from journey.model.palette import MODES
from journey.prints.bars import WIDTH, bars
from journey.track.track import Track
from journey.words.wording import Wording
from tests.conftest import amount, leg, track

ENGLISH = Wording("en")


def widths(svg: str) -> list[float]:
    return [float(width) for width in re.findall(r'<rect [^>]*? width="([\d.]+)"', svg)]


def test_each_leg_is_alike_above_and_has_its_share_below() -> None:
    legs = [leg("a", "b", duration=amount(3, "h")), leg("b", "c", duration=amount(1, "h"))]

    svg = bars(track(legs=legs), ENGLISH)

    assert widths(svg) == pytest.approx([WIDTH / 2, WIDTH * 3 / 4, WIDTH / 2, WIDTH / 4])


def test_where_no_time_is_known_there_are_no_shares() -> None:
    svg = bars(track(), ENGLISH)

    assert len(widths(svg)) == 2
    assert svg.count(ENGLISH.say("leg.unknown_duration")) == 2


def test_modes_differ_in_their_hatch_and_not_in_colour_alone() -> None:
    turns = {}
    for mode in MODES:
        svg = bars(track(legs=[leg("a", "b", mode=mode)]), ENGLISH)
        turns[mode] = re.findall(r'width="([\d.]+)".*?rotate\((\d+)\)', svg)[0]

    assert len(set(turns.values())) == len(MODES)


def test_the_handcar_is_to_be_seen_though_it_is_a_blink(handcar: Track) -> None:
    svg = bars(handcar, ENGLISH)

    assert min(widths(svg)) > 5
    assert svg.count('class="number"') == 2 * 4
