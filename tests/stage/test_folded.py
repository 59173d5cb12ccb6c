from __future__ import annotations

import json
from datetime import datetime
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


def test_of_very_many_legs_what_is_told_of_one_alone_is_in_a_text(told: Data) -> None:
    fold, whole = folded(told), told["legs"][101]

    assert not fold["legs"].keys() & {*LATER, "waits", "stops"}
    assert fold["legs"]["id"][101] == whole["id"]
    assert json.loads(fold["later"][1]["text"])[1] == json.loads(
        json.dumps([whole[key] for key in LATER])
    )


def test_what_few_values_say_of_all_legs_is_a_letter_a_leg(told: Data) -> None:
    legs = [{**it, "mode": "train" if i == 2 else "bus"} for i, it in enumerate(told["legs"])]

    fold = folded({**told, "legs": legs})["legs"]

    assert fold["mode"] == {"of": ["bus", "train"], "is": "AAB" + "A" * (LONG - 2)}
    assert len(fold["span"]) == LONG + 1


def test_waits_and_stops_stand_beside_the_text_where_a_leg_has_any() -> None:
    with_stop = many(stops=[known(place="p0")])

    assert len(folded(wire(with_stop, ENGLISH))["legs"]["stops"][0]) == 1


def test_the_marks_of_all_figures_are_told_once(told: Data) -> None:
    assert folded(told)["marks"] == ["assumed"]


@pytest.mark.parametrize(("last", "several"), [("2020-12-31", False), ("2021-01-01", True)])
def test_that_there_are_several_years_is_told_once(told: Data, last: str, several: bool) -> None:
    days = [datetime.fromisoformat(f"{day}T00:00Z").timestamp() for day in ("2020-05-01", last)]
    dated = {**told["legs"][0], "clock": [{"days": days}]}

    assert folded({**told, "legs": [dated, *told["legs"]]})["several"] is several


@pytest.mark.browser
def test_a_leg_has_all_that_it_had_once_a_browser_reads_it(browser: Browser, told: Data) -> None:
    page, keys = scripted(browser, *of_stage("unpack")), [*told["legs"][107]]

    read, before = page.evaluate(
        "([fold, legs, keys]) => [L.journey.unpack.data(fold), L.journey.unpack.data({ legs })]"
        ".map((all) => keys.map((key) => all.legs[107][key]))",
        [folded(told), told["legs"], keys],
    )

    assert read == before


@pytest.mark.browser
def test_a_leg_whose_text_has_not_come_yet_tells_nothing(browser: Browser, told: Data) -> None:
    page, fold = scripted(browser, *of_stage("unpack")), {**folded(told), "later": []}

    read = page.evaluate(
        "([fold, keys]) => keys.map((key) => L.journey.unpack.data(fold).legs[7][key])",
        [fold, LATER],
    )

    assert read == ["", "", "", "", [], [], [], {"said": "", "note": ""}]
