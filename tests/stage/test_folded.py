from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Browser

from journey import Track
from journey.stage.chapters import LONG
from journey.stage.folded import LATER, folded
from journey.stage.wire import wire
from journey.words.wording import Wording
from tests.browsing import of_stage, scripted
from tests.conftest import Data, amount, known, leg, place, track

ENGLISH = Wording("en")


def many(count: int = LONG + 1, **more: Any) -> Track:
    """A journey of so many legs, each with a time and a text of its own."""
    places = [place(f"p{i}", 0, i / 100) for i in range(count + 1)]
    legs = [
        leg(f"p{i}", f"p{i + 1}", duration=amount(i + 1, "min"), text={"en": f"Leg {i}."}, **more)
        for i in range(count)
    ]
    return track(places=places, legs=legs)


@pytest.fixture(scope="module")
def told() -> Data:
    return wire(many(), ENGLISH)


def test_few_legs_are_told_as_they_are() -> None:
    few = wire(many(LONG), ENGLISH)

    assert folded(few) is few


def test_of_very_many_legs_what_is_told_of_one_alone_is_a_text(told: Data) -> None:
    first, whole = folded(told)["legs"][0], told["legs"][0]

    assert not first.keys() & {*LATER, "waits", "stops"}
    assert json.loads(first["later"]) == json.loads(json.dumps({key: whole[key] for key in LATER}))


def test_waits_and_stops_stand_beside_the_text_where_a_leg_has_any() -> None:
    with_stop = many(stops=[known(place="p0")])

    assert len(folded(wire(with_stop, ENGLISH))["legs"][0]["stops"]) == 1


def test_the_marks_of_all_figures_are_told_once(told: Data) -> None:
    assert folded(told)["marks"] == ["assumed"]


@pytest.mark.browser
def test_a_leg_has_all_that_it_had_once_a_browser_reads_it(browser: Browser, told: Data) -> None:
    page, fold = scripted(browser, *of_stage("unpack")), folded(told)["legs"][7]
    keys = [*LATER, "id", "waits", "stops", "ride"]

    read = page.evaluate(
        f"() => {{ const leg = L.journey.unpack.leg({json.dumps(fold)});"
        f" return {json.dumps(keys)}.map((key) => leg[key]); }}"
    )

    assert read == json.loads(json.dumps([told["legs"][7][key] for key in keys]))
