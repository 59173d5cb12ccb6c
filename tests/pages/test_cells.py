from __future__ import annotations

import pytest

from journey.pages.cells import Cells, cells
from journey.words.wording import Wording
from tests.conftest import Data, amount, journey, known, leg, track
from tests.pages.test_cards import Reader

ENGLISH = Wording("en")


def told(**more: object) -> Cells:
    """The cells of a leg of which only that is known."""
    (found,) = track(legs=[leg("a", "b", **more)]).legs
    return cells(found, None, journey(), ENGLISH, brief=False)


def text(html: str) -> str:
    return " ".join(Reader(html).text.split())


def marks(html: str) -> list[str]:
    return [value for name, value in Reader(html).attributes if "mark-" in value]


def test_every_claim_stands_there_and_that_they_disagree() -> None:
    one, two = (told(duration=amount(1, "h") + more)["duration"] for more in ([], amount(2, "h")))

    assert (len(marks(one)), len(marks(two))) == (1, 2)
    assert ENGLISH.say("claim.disagree") in text(two)
    assert ENGLISH.say("claim.disagree") not in text(one)


def test_what_nobody_knows_is_said_in_its_row() -> None:
    found = told(unknown=[{"en": "The hour."}])

    assert "The hour." in text(found["unknown"])
    assert text(found["duration"]) == ENGLISH.say("leg.unknown_duration")
    assert text(found["speed"]) == ENGLISH.say("leg.speed_unknown")


def test_a_speed_says_by_its_mark_what_it_follows_from() -> None:
    speed = told(duration=amount(2, "h"), distance=amount(30, "km"))["speed"]

    tips = [value for name, value in Reader(speed).attributes if name == "aria-label"]
    assert text(speed) == "15 km/h"
    assert len(tips) == 1
    assert "30 km" in tips[0]


def test_a_single_source_is_linked_and_of_several_the_first_is_named() -> None:
    sources = [
        {"id": key, "title": key, "publisher": key.upper(), "url": f"https://example.org/{key}"}
        for key in "stuv"
    ]

    def duration(*keys: str) -> Reader:
        claim = {"value": 1, "unit": "h", "basis": "reported", "source": list(keys)}
        found = track(sources=sources, legs=[leg("a", "b", duration=[claim])])
        cell = cells(found.legs[0], None, found.journey, ENGLISH, brief=False)["duration"]
        return Reader(cell)

    one, four = duration("s"), duration("s", "t", "u", "v")

    assert (one.tags.count("details"), one.tags.count("a")) == (0, 1)
    assert (four.tags.count("details"), four.tags.count("a")) == (1, 4)
    assert ENGLISH.say("legs.and_more", first="S", number=3) in four.text


def test_a_long_reason_is_read_to_its_first_stop_and_goes_on_when_opened() -> None:
    reason = {"en": "No report names it. " + "It may be anywhere on the way. " * 3}
    claim = {"value": 1, "unit": "h", "basis": "assumed", "reason": reason}

    html = told(duration=[claim])["duration"]

    assert "<summary>No report names it.</summary>" in html
    assert text(html).count("No report names it.") == 1
    assert text(html).count("It may be anywhere on the way.") == 3


def test_what_leads_on_from_a_reason_is_told_apart_so_that_it_is_not_seen_alone() -> None:
    reason = {"en": "It is measured along the road: " + "it is longer than that. " * 3}
    claim = {"value": 1, "unit": "h", "basis": "assumed", "reason": reason}

    html = told(duration=[claim])["duration"]

    assert '<summary>It is measured along the road<span class="on">:</span></summary>' in html


@pytest.mark.parametrize(
    "more",
    [
        {"to": known(place="b", dwell=amount(1, "h"))},
        {"stops": [known(place="c", dwell=amount(1, "h"))]},
        {"stops": [known(place="c", at="2021-02-25T09:00+09:00")]},
        {"stops": [known(place="c", arrives=[known(at="2021-02-25T09:00+09:00")])]},
        {"stops": [known(place="c", note={"en": "By night."})]},
    ],
)
def test_a_wait_or_what_is_told_of_a_stop_stands_in_the_row_of_the_way(more: Data) -> None:
    assert marks(told(**more)["way"])
    assert "way" not in told()


def test_mere_stops_are_named_and_of_many_the_first_and_the_last() -> None:
    def way(number: int) -> str:
        stops = [known(place=f"p{i + 1}") for i in range(number)]
        found = track(
            places=[{"id": f"p{i}", "name": {"en": f"P{i}"}, "lat": 0, "lon": i, **known()}
                    for i in range(number + 2)],
            legs=[leg("p0", f"p{number + 1}", stops=stops)],
        )  # fmt: skip
        return cells(found.legs[0], None, found.journey, ENGLISH, brief=False)["way"]

    few, many = way(2), way(9)

    assert "P1 and P2</summary>" in few
    assert "P5" not in many.partition("</summary>")[0]
    assert all(f"P{i}" in many for i in range(1, 10))


@pytest.mark.parametrize("days", [["2021-02-25"], ["2021-02-25", "2021-02-26"]])
def test_every_departure_that_is_claimed_is_told(days: list[str]) -> None:
    ends = told(departs=[known(at=day) for day in days])["ends"]

    # Both places have a mark, too, and so has the end, which is counted on.
    assert len(marks(ends)) == 2 + len(days) + 1


def test_when_a_leg_starts_is_not_told_again_where_the_one_before_ended_then() -> None:
    first = leg("a", "b", departs=[known(at="2021-02-25T09:00+09:00")], duration=amount(1, "h"))
    found = track(legs=[first, leg("b", "c", duration=amount(1, "h"))])

    told = [
        cells(leg, before, found.journey, ENGLISH, brief=False)["ends"]
        for before, leg in zip((None, *found.legs), found.legs, strict=False)
    ]

    starts = ENGLISH.say("leg.departs")
    assert [starts in text(cell) for cell in told] == [True, False]


def test_a_stop_of_which_more_is_told_is_not_named_again() -> None:
    way = told(stops=[known(place="c", dwell=amount(1, "h"))])["way"]

    assert text(way).count("C") == 1
