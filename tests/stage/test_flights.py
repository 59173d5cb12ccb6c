"""How the camera goes from view to view: in one flight, seen frame by frame."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from journey.pages.story import page as page_of
from journey.words.wording import Wording
from tests.browsing import NAMED
from tests.conftest import Viewer, amount, leg, place, track

pytestmark = pytest.mark.browser

STEP = 0.15  # levels of zoom between two frames at the most, for eyes that follow
LATE = 0.25  # the same where a frame came late, which counts three
LANDED = 4_200  # ms after which any flight is over, and the names have their places

# Notes what is seen at each move of the map.
LISTEN = """() => {
  const map = L.journey.map, {stage} = map.journey;
  window.seen = [];
  map.on('move', () => {
    const {x, y} = map.getSize(), bridge = map.latLngToContainerPoint([42.4172, 130.6408]);
    seen.push({
      when: performance.now(), zoom: map.getZoom(), flight: stage.now().flight,
      there: bridge.x >= 0 && bridge.y >= 0 && bridge.x <= x && bridge.y <= y,
      hidden: map.getPane('labels').classList.contains('jm-flying'),
      said: document.querySelector('.jm-flown').textContent,
      frame: document.querySelector('.jm-target').offsetWidth / (x - (stage.now().text?.w || 0)),
    });
  });
}"""
# What stands on the map at rest.
STANDS = """() => {
  const style = (name) => getComputedStyle(document.querySelector(name));
  const said = document.querySelector('.jm-flown');
  return {
    flight: L.journey.map.journey.stage.now().flight, said: said.textContent,
    spoken: said.getAttribute('aria-hidden'), frame: style('.jm-target').opacity,
    ruler: document.querySelector('.jm-scale-words').textContent,
    hidden: L.journey.map.getPane('labels').classList.contains('jm-flying'),
    bridge: style('.jm-bridge').visibility,
  };
}"""
ACT = "([name, ...more]) => L.journey.map.journey.stage.act(L.journey.actions[name], ...more)"
NOW = "() => L.journey.map.journey.stage.now()"
ZOOM = "() => L.journey.map.getZoom()"


def opened(page: Page, file: Path) -> Page:
    page.goto(file.as_uri())
    page.locator(NAMED).wait_for(state="attached")
    page.clock.run_for(1_000)
    page.evaluate(LISTEN)
    return page


def flown(page: Page, *act: Any, lasts: int = LANDED) -> list[dict[str, Any]]:
    """What is seen, move by move, once that is done."""
    page.evaluate("() => { window.seen = []; }")
    page.evaluate(ACT, act)
    page.clock.run_for(lasts)
    found: list[dict[str, Any]] = page.evaluate("seen")
    return found


def zooms(seen: list[dict[str, Any]]) -> list[float]:
    return [one["zoom"] for one in seen]


@pytest.fixture(scope="module")
def stage(browser: Browser, file: Path) -> Iterator[Page]:
    """The story page at a desk, whose clock a test puts forward."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.clock.install()
    yield opened(context.new_page(), file)
    context.close()


@pytest.fixture
def whole(stage: Page) -> Page:
    """The same with the whole route in view, at rest."""
    stage.evaluate(
        "() => L.journey.map.journey.stage.act(() => "
        "({leg: null, at: null, playing: false, aim: {to: 'whole', cut: true}}))"
    )
    stage.clock.run_for(500)
    return stage


class Flight(NamedTuple):
    """What is seen move by move to the bridge and back, and what stands there after it landed."""

    there: list[dict[str, Any]]
    landed: dict[str, Any]
    back: list[dict[str, Any]]


@pytest.fixture(scope="module")
def flight(stage: Page) -> Flight:
    there = flown(stage, "aim", "close")
    return Flight(there, stage.evaluate(STANDS), flown(stage, "aim", "whole"))


def test_to_the_bridge_it_is_one_flight_that_never_loses_it(flight: Flight) -> None:
    steps = [b - a for a, b in pairwise(zooms(flight.there))]

    assert len(steps) > 100
    assert min(steps) >= 0
    assert max(steps) < STEP
    assert all(one["there"] for one in flight.there)
    assert flight.landed["flight"] is None


def test_and_back_the_same_way(flight: Flight) -> None:
    steps = [a - b for a, b in pairwise(zooms(flight.back))]

    assert min(steps) >= 0
    assert max(steps) < STEP
    assert zooms(flight.back)[-1] == pytest.approx(zooms(flight.there)[0], abs=STEP)


def test_a_long_flight_says_how_wide_the_picture_is_at_each_power_of_ten(flight: Flight) -> None:
    said = list(dict.fromkeys(one["said"] for one in flight.there))

    *powers, last = [float(text.split()[0].replace(",", "")) for text in said]
    assert len(powers) == 3
    assert all(a / b == pytest.approx(10, rel=0.1) for a, b in pairwise(powers))
    # And at last what the ruler will say; but not to those who cannot see it fly.
    assert last < powers[-1]
    assert said[-1].split()[0] in flight.landed["ruler"]
    assert flight.landed["spoken"] == "true"


def test_the_frame_of_what_is_coming_is_a_tenth_until_that_fills_the_map(flight: Flight) -> None:
    frames = [one["frame"] for one in flight.there]

    assert frames[10] == pytest.approx(0.1, abs=0.01)
    assert frames[-1] == pytest.approx(1, abs=0.01)
    assert flight.landed["frame"] == "0"


def test_names_are_hidden_in_flight_and_placed_at_rest(flight: Flight) -> None:
    assert all(one["hidden"] for one in flight.there)
    assert not flight.landed["hidden"]
    assert flight.landed["bridge"] == "visible"


def test_between_views_that_are_alike_nothing_is_said(whole: Page) -> None:
    whole.evaluate("() => { document.querySelector('.jm-flown').textContent = ''; }")

    seen = flown(whole, "choose", 0, lasts=300)

    assert {one["said"] for one in seen} == {""}


def test_a_flight_turns_round_from_where_it_is(whole: Page) -> None:
    first = whole.evaluate(ZOOM)
    flown(whole, "aim", "close", lasts=1_500)

    whole.evaluate(ACT, ["aim", "whole"])
    whole.clock.run_for(LANDED)

    seen = zooms(whole.evaluate("seen"))
    assert max(abs(a - b) for a, b in pairwise(seen)) < LATE
    assert first + 2 < max(seen) < 15
    assert whole.evaluate(ZOOM) == pytest.approx(first)


def test_who_drags_the_map_ends_the_flight_there(whole: Page) -> None:
    flown(whole, "aim", "close", lasts=1_500)

    whole.mouse.move(700, 300)
    whole.mouse.down()
    whole.mouse.move(760, 340, steps=4)
    whole.mouse.up()
    whole.clock.run_for(1_000)

    now, zoom = whole.evaluate(NOW), whole.evaluate(ZOOM)
    assert (now["flight"], now["aim"]["to"]) == (None, None)
    whole.clock.run_for(1_000)
    assert whole.evaluate(ZOOM) == zoom < 15


def test_a_story_that_plays_waits_for_the_camera(whole: Page) -> None:
    flown(whole, "seek", {"leg": 1, "part": 0.5})
    whole.evaluate(ACT, ["seek", {"leg": 2, "part": 0}])
    whole.evaluate(ACT, ["run"])

    whole.clock.run_for(600)
    waits = whole.evaluate(NOW)
    whole.clock.run_for(LANDED)
    plays = whole.evaluate(NOW)

    assert waits["flight"]
    assert waits["at"] == {"leg": 2, "part": 0}
    assert plays["flight"] is None
    assert plays["at"]["part"] > 0


def test_a_window_that_is_hidden_is_there_at_once(whole: Page) -> None:
    flown(whole, "aim", "close", lasts=500)

    whole.evaluate(
        """() => {
          Object.defineProperty(document, 'hidden', {value: true, configurable: true});
          document.dispatchEvent(new Event('visibilitychange'));
          delete document.hidden;
        }"""
    )

    assert whole.evaluate(NOW)["flight"] is None
    assert whole.evaluate(ZOOM) > 15


def test_without_motion_the_frame_is_shown_and_then_it_cuts(viewer: Viewer, file: Path) -> None:
    page = opened(viewer(reduced_motion="reduce").new_page(), file)

    zoom, shown, begun = page.evaluate(
        """() => {
          const {map} = L.journey, {stage} = map.journey;
          let begun = 0; // when the frame is there, which a slow machine goes on to paint
          map.once('journey:coming', () => { begun = performance.now(); });
          stage.act(L.journey.actions.aim, 'close');
          stage.paint();
          return [map.getZoom(), stage.box.classList.contains('jm-flies'), begun];
        }"""
    )
    page.clock.run_for(1_500)

    seen = page.evaluate("seen")
    assert shown
    assert begun > 0
    assert seen[0]["when"] - begun >= 600
    assert {one["flight"] for one in seen} == {None}
    assert set(zooms(seen)) == {page.evaluate(ZOOM)}
    assert page.evaluate(ZOOM) > zoom + 5
    assert not page.evaluate("L.journey.map.journey.stage.box.classList.contains('jm-flies')")


# Ten metres, and more than half round the world, over the date line.
WAYS = {"short": (0.0, 0.0001, 0.0002), "long": (100.0, -120.0, 60.0)}


@pytest.mark.parametrize("name", WAYS)
def test_short_and_long_ways_are_flown_as_well(viewer: Viewer, tmp_path: Path, name: str) -> None:
    spots = dict(zip("abc", WAYS[name], strict=True))
    legs = [leg("a", "b", duration=amount(1, "h")), leg("b", "c", duration=amount(1, "h"))]
    places = [place(key, 0, lon) for key, lon in spots.items()]
    file = tmp_path / "story.html"
    file.write_bytes(page_of(track(places=places, legs=legs), Wording("en")))
    page = opened(viewer().new_page(), file)

    for chosen in (0, 1, None):
        seen = flown(page, "choose", chosen)
        assert max((abs(a - b) for a, b in pairwise(zooms(seen))), default=0) < STEP

    bounds = "() => [L.journey.map.getBounds().getWest(), L.journey.map.getBounds().getEast()]"
    west, east = page.evaluate(bounds)
    lons = [lon + 360 * turn for lon in spots.values() for turn in (-1, 0, 1)]
    assert sum(west <= lon <= east for lon in lons) >= len(spots)
