"""The stage where there is little room, and at the ends of the world, in a real Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from journey import Track, load
from journey.pages.story import page
from journey.words.wording import Wording
from tests.browsing import rest
from tests.conftest import HANDCAR, leg, place, track
from tests.stage.measures import Look, covering, lost

pytestmark = pytest.mark.browser

LOW = [(844, 390), (420, 260)]
SMALL = [*LOW, (320, 640), (390, 844)]
LEGS = {
    "leg=train": "train",
    "leg=bus-to-border": "bus",
    "leg=handcar&at=50": "handcar",
    "leg=bus-to-vladivostok&at=40": "bus",
}

# Lets the map fill the screen, or not, with nothing told; the page's text is not read meanwhile.
FILL = """yes => {
  const { stage } = L.journey.map.journey;
  stage.act(() => ({ at: null }));
  stage.act(L.journey.actions.fill, yes);
  stage.paint();
}"""


def through(*spots: tuple[float, float]) -> Track:
    """A journey by bus from A by B to C."""
    places = [place(key, *spot) for key, spot in zip("abc", spots, strict=True)]
    return track(places=places, legs=[leg("a", "b"), leg("b", "c")])


# Lisbon, Singapore and Auckland, half round the world.
HALF_ROUND = through((38.7, -9.1), (1.35, 103.8), (-36.85, 174.76))
# Mercator's square ends at 85.05 degrees, so little of it is left beyond the last one.
FAR_SOUTH = through((-77.85, 166.67), (-81.5, 175.0), (-84.0, -160.0))


class Looks(dict[tuple[Any, ...], Look]):
    """Looks at the story page of a track at a size, each opened once."""

    def __init__(self, browser: Browser, folder: Any) -> None:
        self.browser, self.folder = browser, folder

    def at(self, told: Track, size: tuple[int, int]) -> Look:
        key = (id(told), size)
        if key not in self:
            file = self.folder / f"{len(self)}.html"
            file.write_bytes(page(told, Wording("en")))
            self[key] = Look(self.browser, file.as_uri(), size)
        return self[key]


@pytest.fixture(scope="module")
def looks(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Looks]:
    found = Looks(browser, tmp_path_factory.mktemp("small"))
    yield found
    for look in found.values():
        look.close()


SHIPPED = Track.of(load(HANDCAR))


@pytest.mark.parametrize("size", SMALL)
def test_the_whole_route_is_seen_with_both_its_ends_and_nothing_covers_anything(
    looks: Looks, size: tuple[int, int]
) -> None:
    seen = looks.at(SHIPPED, size).at("view=whole")

    assert len(seen["ends"]) == 2
    assert lost(seen) == []
    assert covering(seen["solids"]) == []


@pytest.mark.parametrize(
    ("size", "full"), [*((size, False) for size in SMALL), *((size, True) for size in SMALL[:3])]
)
@pytest.mark.parametrize("view", LEGS)
def test_beside_its_sentence_the_line_of_a_leg_is_seen(
    looks: Looks, size: tuple[int, int], full: bool, view: str
) -> None:
    """The sentence stands in the page's text, or on the card where there is no room for it."""
    look = looks.at(SHIPPED, size)
    look.page.evaluate(FILL, full)

    seen = look.at(view)

    card = look.page.locator(".jm-card").is_visible()
    assert card == look.page.evaluate("L.journey.map.journey.stage.now().text === null")
    assert card or not full
    assert seen["lines"][LEGS[view]]["pixels"] >= 8
    assert covering(seen["solids"]) == []


@pytest.mark.parametrize("size", [(320, 640), (390, 844)])
def test_no_name_lies_under_a_card_that_is_unfolded(looks: Looks, size: tuple[int, int]) -> None:
    look = looks.at(SHIPPED, size)
    look.page.evaluate(FILL, True)
    look.at("leg=handcar&at=50")

    look.page.locator(".jm-more").click()
    rest(look.page, 1)
    seen = look.page.evaluate("measures()")
    look.page.locator(".jm-more").click()

    assert any("jm-unfolded" in solid["name"] for solid in seen["solids"])
    assert [fault for fault in covering(seen["solids"]) if "jm-label" in fault] == []


@pytest.mark.parametrize("size", LOW)
def test_on_a_low_stage_the_timeline_is_one_row_with_its_button(
    looks: Looks, size: tuple[int, int]
) -> None:
    look = looks.at(SHIPPED, size)
    look.at("leg=handcar&at=50")

    strip, row, play = look.page.evaluate(
        """[".jm-strip", ".jm-equal", ".jm-play"]
            .map((name) => document.querySelector(name).getBoundingClientRect().toJSON())"""
    )

    # A button is 38 px; it and the row lie beside each other.
    assert strip["height"] < 2 * 38
    assert row["right"] <= play["left"]
    assert not look.page.locator(".jm-true").is_visible()


@pytest.mark.parametrize(
    ("told", "size"),
    [
        pytest.param(HALF_ROUND, (320, 640), id="half round, phone"),
        pytest.param(HALF_ROUND, (1440, 900), id="half round, desk"),
        pytest.param(HALF_ROUND, (844, 390), id="half round, low"),
        pytest.param(FAR_SOUTH, (1440, 900), id="far south, desk"),
        pytest.param(FAR_SOUTH, (844, 390), id="far south, low"),
    ],
)
def test_ends_far_apart_and_near_the_pole_lie_beside_the_panels(
    looks: Looks, told: Track, size: tuple[int, int]
) -> None:
    look = looks.at(told, size)
    look.page.evaluate(FILL, True)

    seen = look.at("view=whole")
    look.page.evaluate(FILL, False)

    assert len(seen["ends"]) == 2
    assert lost(seen) == []


@pytest.mark.parametrize("told", [HALF_ROUND, FAR_SOUTH], ids=["half round", "far south"])
def test_no_edge_of_the_world_is_in_sight(looks: Looks, told: Track) -> None:
    look = looks.at(told, (320, 640))
    look.at("view=whole")

    look.page.evaluate(
        "L.journey.map.setView([-85, 0], L.journey.map.getMinZoom(), { animate: false })"
    )
    rest(look.page, 1)

    top, bottom, strip = look.page.evaluate(
        """() => {
            const { map } = L.journey;
            const { min } = map.getPixelBounds();
            const strip = document.querySelector(".jm-strip").offsetTop;
            return [-min.y, 256 * 2 ** map.getZoom() - min.y, strip];
        }"""
    )
    assert top <= 1
    assert bottom >= strip - 1


def test_a_tall_view_of_all_the_world_ends_in_land_in_the_south(looks: Looks) -> None:
    look = looks.at(HALF_ROUND, (320, 1400))
    look.at("view=whole")

    square, colour, land = look.page.evaluate(
        """() => {
            const { map } = L.journey;
            const canvas = document.querySelector(".leaflet-base-pane canvas");
            const at = canvas.getBoundingClientRect();
            const y = 256 * 2 ** map.getZoom() - map.getPixelBounds().min.y + 40;
            const turn = canvas.width / at.width;
            const spot = [(150 - at.left) * turn, (y - at.top) * turn];
            const { data } = canvas.getContext("2d").getImageData(...spot.map(Math.round), 1, 1);
            return [y, [...data].slice(0, 3), map.journey.stage.view().colours.land];
        }"""
    )
    assert square < 1400
    assert "#" + bytes(colour).hex() == land.lower()
