"""Journeys that are hard to draw or to play, in a real Chromium."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from journey.words.wording import Wording
from tests.browsing import controls, inside, open_stage, play_out, rest
from tests.conftest import Data, amount, leg, place, told
from tests.serving import Server, serve

ENGLISH = Wording("en")

pytestmark = pytest.mark.browser


def between(start: tuple[float, float], end: tuple[float, float], **more: Any) -> dict[str, Any]:
    """A journey of one leg between two points, in degrees."""
    return {
        "places": [place("a", *start), place("b", *end)],
        "legs": [leg("a", "b", **more)],
    }


YEARS = amount(14_610, "d")
ODD: dict[str, Data] = {
    "forty-years": told(
        legs=[leg("a", "b", duration=YEARS), leg("b", "c", duration=amount(1, "s"))]
    ),
    "five-seconds": told(
        **between((0, 0), (0, 0.001), duration=amount(5, "s"), distance=amount(111, "m"))
    ),
    "standstill": told(**between((10, 10), (10, 10), duration=amount(1, "h"))),
    "no-time": told(),
    "antimeridian": told(**between((55, 170), (60, -160), duration=amount(6, "h"))),
    "over-the-pole": told(**between((75, 20), (75, -160), duration=amount(6, "h"))),
    "at-the-pole": told(**between((90, 0), (89, 0), duration=amount(6, "h"))),
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A dashboard that offers all of them."""
    shelf = tmp_path_factory.mktemp("odd")
    for name, data in ODD.items():
        write(shelf / name, {**data, "id": name, "title": {"en": name}})
    with serve(JOURNEYS=str(shelf)) as running:
        yield running


def write(folder: Path, data: Data) -> None:
    """Write a journey's file; JSON is YAML, too."""
    folder.mkdir()
    (folder / "journey.yaml").write_text(json.dumps(data), "utf-8")


def opened(page: Page, server: Server, name: str) -> FrameLocator:
    return open_stage(page, f"{server.url}?journey={name}")


def crowd(count: int) -> Data:
    """A journey of so many legs along the equator."""
    places = [place(f"p{i}", 0, i * 0.5) for i in range(count + 1)]
    legs = [leg(f"p{i}", f"p{i + 1}", duration=amount(1, "h")) for i in range(count)]
    return told(places=places, legs=legs)


ODD["crowd"] = crowd(200)


@pytest.mark.parametrize("name", [name for name in ODD if name != "crowd"])
def test_it_plays_to_its_end(page: Page, server: Server, name: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    frame = opened(page, server, name)
    controls(frame)
    frame.get_by_label(ENGLISH.say("play.speed")).select_option("4")

    for pacing in ("Story", "True time"):
        frame.get_by_role("button", name=pacing).click()
        frame.get_by_role("button", name=ENGLISH.say("play.play"), exact=True).click()
        play_out(page, frame)

        expect(frame.locator(".jm-clock")).to_contain_text(re.compile(r"\b0 k?m to go"))
    assert errors == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("forty-years", "after about 40 years"),
        ("five-seconds", "after about 5 seconds"),
        ("no-time", "time not known"),
    ],
)
def test_its_clock_tells_units_of_its_size(
    page: Page, server: Server, name: str, said: str
) -> None:
    frame = opened(page, server, name)
    frame.locator(".jm-stage").focus()

    page.keyboard.press("End")

    expect(frame.locator(".jm-clock")).to_contain_text(said)


def test_a_crowd_of_legs_is_painted_picked_and_played(page: Page, server: Server) -> None:
    frame = opened(page, server, "crowd")
    box = frame.locator(".jm-equal").bounding_box()
    assert box

    page.mouse.click(box["x"] + box["width"] * 0.5025, box["y"] + 20)
    expect(frame.locator(".jm-card h2")).to_have_text("p100 to p101")
    frame.locator(".jm-stage").press("ArrowRight")
    expect(frame.locator(".jm-card h2")).to_have_text("p101 to p102")
    frame.get_by_role("button", name=ENGLISH.say("play.next")).click()

    expect(frame.locator(".jm-card h2")).to_have_text("p102 to p103")
    painted = inside(page).evaluate(
        """() => [...document.querySelectorAll('canvas.jm-slices')].map((canvas) => {
            const {width, height} = canvas;
            return canvas.getContext('2d').getImageData(width / 2, height / 2, 1, 1).data[3];
        })"""
    )
    assert painted
    assert all(painted)


def test_a_leg_of_unknown_time_says_so(page: Page, server: Server) -> None:
    frame = opened(page, server, "no-time")

    expect(frame.locator(".jm-segment").first).to_contain_text(ENGLISH.say("leg.unknown_duration"))


@pytest.mark.parametrize("name", ["antimeridian", "over-the-pole"])
def test_the_vehicle_stays_in_view_of_the_whole_route(
    page: Page, server: Server, name: str
) -> None:
    frame = opened(page, server, name)
    frame.locator(".jm-segment").click()
    frame.get_by_role("button", name=ENGLISH.say("map.whole"), exact=True).click()
    rest(page)

    for part in (0, 25, 50, 75, 100):
        inside(page).evaluate(
            """(share) => {
                const bar = document.querySelector('.jm-true');
                const {left, width, top} = bar.getBoundingClientRect();
                bar.dispatchEvent(new PointerEvent('pointerdown',
                  {clientX: left + share * width, clientY: top + 2, pointerId: 1}));
                bar.dispatchEvent(new PointerEvent('pointerup', {pointerId: 1}));
            }""",
            part / 100,
        )
        box = frame.locator(".jm-vehicle").bounding_box()
        around = frame.locator(".jm-stage").bounding_box()
        assert box
        assert around
        assert around["x"] <= box["x"] <= around["x"] + around["width"] - box["width"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("data.legs = []", "This journey has no leg"),
        ("data.legs[0].points = []", "no place on the map"),
        ("data.legs[0].at.reverse()", "not in the order of time"),
        ("data.legs[0].km[1] = NaN", "not in the order of time"),
    ],
)
def test_data_that_cant_be_played_is_said_in_a_sentence(
    page: Page, server: Server, change: str, said: str
) -> None:
    opened(page, server, "antimeridian")

    message = inside(page).evaluate(
        f"""() => {{
            map.journey.remove();
            const data = structuredClone(L.journey.data);
            data.legs = data.legs.map(L.journey.unpack.leg);
            {change};
            L.journey.open(map, data);
            return document.querySelector('.jm-fault').textContent;
        }}"""
    )

    assert said in message


def test_one_fix_is_enough(page: Page, server: Server) -> None:
    frame = opened(page, server, "antimeridian")

    inside(page).evaluate(
        """() => {
            map.journey.remove();
            const data = structuredClone(L.journey.data);
            data.legs = data.legs.map(L.journey.unpack.leg);
            Object.assign(data.legs[0], {points: [[60, 170]], at: [0], km: [0]});
            L.journey.open(map, data);
        }"""
    )
    frame.locator(".jm-play").press("ArrowRight")

    expect(frame.locator(".jm-vehicle")).to_be_attached()
    expect(frame.get_by_role("slider")).to_have_attribute("aria-valuenow", "0")
    expect(frame.locator(".jm-fault")).to_have_count(0)
