from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from journey import Track, load
from journey.words.telling import MANY, pieces, telling, untold
from journey.words.wording import Wording
from tests.conftest import amount, known, leg, place, taught, track

ENGLISH = Wording("en")
JOURNEYS = Path(__file__).parents[1] / "journeys"


AROUND = [place("a", 0, 0), place("b", 0, 1), place("c", 0, 2)]


def step(kind: str, text: str, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "minutes": 1, "text": {"en": text}, **more}


def said(**changes: Any) -> list[tuple[int, float, str]]:
    """Leg, part and text of each step of a small journey."""
    return [(one.leg, one.part, one.text) for one in telling(track(**changes), ENGLISH)]


def test_the_shipped_journey_is_told_in_eight_to_ten_steps(handcar: Track) -> None:
    steps = telling(handcar, ENGLISH)

    assert 8 <= len(steps) <= 10
    assert {one.leg for one in steps} == {0, 1, 2, 3}
    assert all(one.text.count(". ") <= 2 for one in steps)


def test_its_evidence_is_that_of_the_legs(handcar: Track) -> None:
    found = {(one.basis, one.note) for one in telling(handcar, ENGLISH)}

    time = ENGLISH.say("telling.fact", about=ENGLISH.say("leg.duration"), said="32 hours")
    assert {("reported", time), ("assumed", ENGLISH.say("telling.line_assumed"))} <= found


@pytest.mark.parametrize("folder", sorted(path.name for path in JOURNEYS.iterdir()))
def test_every_leg_is_told_from_its_start(folder: str) -> None:
    found = Track.of(load(JOURNEYS / folder))

    steps = telling(found, ENGLISH)

    assert {one.leg for one in steps if one.part == 0} == set(range(len(found.legs)))
    assert [(one.leg, one.part) for one in steps] == sorted((one.leg, one.part) for one in steps)
    assert all(one.text for one in steps)


def test_a_lesson_tells_a_leg_before_its_text_does() -> None:
    steps = [
        step("title", "A title"),
        step("moment", "Half-way.", leg="a-b", at=0.5),
        step("question", "Why?", leg="a-b", question="why"),
        step("approach", "Off.", leg="a-b"),
    ]
    text = {"en": "It is not told."}

    found = said(
        legs=[leg("a", "b", text=text), leg("b", "c", text=text)], teaching=taught(steps=steps)
    )

    assert found == [(0, 0, "Off."), (0, 0.5, "Half-way."), (1, 0, "It is not told.")]


def test_a_leg_whose_lesson_begins_later_is_told_before_it() -> None:
    steps = [step("moment", "Half-way.", leg="a-b", at=0.5)]
    text = {"en": "They left on the first morning of spring. " * 2 + "It is not told."}

    found = said(legs=[leg("a", "b", text=text)], teaching=taught(steps=steps))

    first = "They left on the first morning of spring. They left on the first morning of spring."
    assert found == [(0, 0, first), (0, 0.5, "Half-way.")]


def test_moments_that_a_lesson_does_not_part_are_told_one_after_the_other() -> None:
    steps = [step("approach", "One.", leg="a-b"), step("moment", "Two.", leg="a-b")]

    found = said(legs=[leg("a", "b")], teaching=taught(steps=steps))

    assert found == [(0, 0, "One."), (0, 0.5, "Two.")]


def test_a_text_is_spread_over_its_leg() -> None:
    long = "This is a sentence of some thirty words or so that stands alone because it is so long."

    found = said(legs=[leg("a", "b", text={"en": f"{long} {long} {long} {long}"})])

    assert found == [(0, 0, long), (0, 0.25, long), (0, 0.5, long), (0, 0.75, long)]


def test_the_rest_of_a_text_is_told_on_the_way_and_not_in_a_wait() -> None:
    waited = {
        "place": "a",
        "basis": "assumed",
        "reason": {"en": "Made up."},
        "dwell": amount(3, "h"),
    }
    text = {"en": "They waited for a ship that was late again.\n\nThen it sailed."}

    found = said(legs=[leg("a", "b", duration=amount(1, "h"), text=text) | {"from": waited}])

    # Three hours of waiting and one of sailing: the middle of the ride is at seven eighths.
    assert [part for _, part, _ in found] == [0, 0.875]


def many(count: int) -> Track:
    """So many legs, each of whose texts has two pieces."""
    places = [place(f"p{i}", 0, i / 10) for i in range(count + 1)]
    legs = [leg(f"p{i}", f"p{i + 1}", text={"en": f"Off to {i}.\n\nAt {i}."}) for i in range(count)]
    return track(places=places, legs=legs)


@pytest.mark.parametrize(("count", "steps"), [(MANY, 2 * MANY), (MANY + 1, MANY + 1)])
def test_of_many_legs_each_is_told_in_one_step(count: int, steps: int) -> None:
    found = telling(many(count), ENGLISH)

    assert len(found) == steps
    assert [one.leg for one in found if one.part == 0] == list(range(count))


def test_what_else_the_texts_of_many_legs_say_is_known_beside_the_step() -> None:
    few, more = many(MANY), many(MANY + 1)

    assert untold(more, telling(more, ENGLISH)[7], ENGLISH) == ["At 7."]
    assert untold(few, telling(few, ENGLISH)[14], ENGLISH) == []


def test_a_leg_without_a_text_is_told_by_what_is_known_of_it() -> None:
    known, unknown = said(legs=[leg("a", "b", duration=amount(3, "h")), leg("b", "c")])

    way = ENGLISH.say("telling.way", start="B", end="C")
    bus = {"mode": ENGLISH.say("mode.bus"), "where": way}
    assert "3 hours" in known[2]
    assert unknown[2] == ENGLISH.say("telling.leg_of_unknown_time", **bus, time="")


def test_a_long_wait_is_told_where_it_begins_and_a_short_halt_is_not() -> None:
    long, short = (known(place="b", dwell=amount(n, "h")) for n in (15, 0.25))
    first = leg("a", "c", duration=amount(20, "h"), stops=[long])
    second = leg("c", "a", duration=amount(20, "h"), stops=[short])

    found = said(places=AROUND, legs=[first, second])

    # Half of the five hours of riding, the wait, and the other half.
    assert [(index, part) for index, part, _ in found] == [(0, 0), (0, 0.125), (0, 0.875), (1, 0)]
    assert found[1][2] == ENGLISH.say("telling.wait", place="B", time="15 hours")


def test_a_leg_that_begins_with_a_wait_is_told_when_it_leaves() -> None:
    start = known(place="a", dwell=amount(3, "h"))

    found = said(legs=[leg("a", "b", duration=amount(1, "h")) | {"from": start}])

    assert [part for _, part, _ in found] == [0, 0.75]
    assert "3 hours" in found[0][2]


def test_waits_of_many_legs_are_told_with_their_legs() -> None:
    places = [place(f"p{i}", 0, i / 100) for i in range(MANY + 2)]
    legs = [leg(f"p{i}", f"p{i + 1}", duration=amount(2, "h")) for i in range(MANY + 1)]
    legs[0]["to"] = known(place="p1", dwell=amount(69, "h"))

    found = said(places=places, legs=legs)

    assert len(found) == MANY + 1
    assert "69 hours" in found[0][2]


def test_what_a_sentence_says_is_not_said_again_under_it() -> None:
    (only,) = telling(track(legs=[leg("a", "b", duration=amount(3, "h"))]), ENGLISH)

    assert only.basis == "assumed"
    assert "3 hours" not in only.note


def test_a_language_that_a_text_lacks_is_told_in_the_first() -> None:
    changes = {"languages": ["en", "de"], "legs": [leg("a", "b", text={"en": "Over land."})]}

    (only,) = telling(track(**changes), Wording("de"))

    assert only.text == "Over land."


def test_many_legs_are_told_each() -> None:
    places = [place(f"p{i}", 0, i / 100) for i in range(121)]

    found = said(places=places, legs=[leg(f"p{i}", f"p{i + 1}") for i in range(120)])

    assert [index for index, _, _ in found] == list(range(120))


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("", []),
        ("  \n ", []),
        ("No end", ["No end"]),
        ("Dr. No came. " * 3, ["Dr. No came. Dr. No came.", "Dr. No came."]),
        ("At 5 p.m. he left. He ran 3.5 km.", ["At 5 p.m. he left. He ran 3.5 km."]),
        ("Über St. Gallen, z. B. im Mai. Dort blieb er.\n\nDann nicht.",
         ["Über St. Gallen, z. B. im Mai. Dort blieb er.", "Dann nicht."]),
        ("他们走了。没人知道。", ["他们走了。 没人知道。"]),
    ],
)  # fmt: skip
def test_a_text_is_parted_where_a_sentence_ends(text: str, parted: list[str]) -> None:
    assert pieces(text) == parted


def test_a_leg_that_stays_is_told_by_its_place_alone_and_has_no_line() -> None:
    (step,) = telling(track(legs=[leg("a", "a", duration=amount(3, "d"))]), ENGLISH)

    assert (step.text.count("A"), step.basis, step.note) == (1, "", "")


def test_a_round_by_a_stop_has_its_line() -> None:
    round_ = leg("a", "a", stops=[known(place="b")], duration=amount(3, "h"))

    (step,) = telling(track(legs=[round_]), ENGLISH)

    assert step.basis == "assumed"
