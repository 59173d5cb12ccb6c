"""The map reads whatever it is given: no hills, odd screens, journeys of all sizes anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from journey import Track, load
from journey.basemap.browser import basemap
from journey.pages.story import page
from journey.words.wording import Wording
from tests.browsing import PHONE
from tests.conftest import leg, place
from tests.shelves import put
from tests.stage.measures import Data, Look, covering, faint, hidden, lost, names, outside

pytestmark = pytest.mark.browser

SIZES = [(1440, 900), (320, 640), (3840, 2160)]
ENGLISH = Wording("en")

# A browser to which WebP is no picture.
NO_WEBP = """
const decode = HTMLImageElement.prototype.decode;
HTMLImageElement.prototype.decode = function () {
  const known = !this.src.startsWith("data:image/webp");
  return known ? decode.call(this) : Promise.reject(new DOMException("", "EncodingError"));
};
window.createImageBitmap = () => Promise.reject(new DOMException("", "InvalidStateError"));
"""
NO_IMAGE = "bm8gaW1hZ2U="  # "no image"


def through(*spots: tuple[float, float]) -> dict[str, Any]:
    """A journey by bus from point to point; its places are called A, B, C and so on."""
    keys = [chr(ord("a") + i) for i in range(len(spots))]
    return {
        "places": [place(key, *spot) for key, spot in zip(keys, spots, strict=True)],
        "legs": [leg(a, b) for a, b in pairwise(keys)],
    }


JOURNEYS = {
    # A ten-thousandth of a degree of latitude is 11 m.
    "ten metres": through((48.2, 2.3), (48.20009, 2.3)),
    # The North Cape, Cape Town and Singapore: 11,700 and 9,700 km.
    "half round the earth": through((71.2, 25.8), (-33.9, 18.4), (1.35, 103.8)),
    # Los Angeles, London and Tokyo, over 258 degrees of longitude.
    "two thirds round the earth": through((34.05, -118.24), (51.5, -0.13), (35.68, 139.69)),
    "Patagonia": through((-51.73, -72.51), (-53.16, -70.91), (-54.8, -68.3)),
    "Antarctica": through((-77.85, 166.67), (-78.46, 106.84)),
    "across the antimeridian": through((-18.14, 178.42), (-13.83, -171.76)),
    "thirteen legs": through(*((45 + i % 3, 5 + 0.8 * i) for i in range(14))),
    "within one lonely town": through((62.454, -114.372), (62.467, -114.44)),
}


def written(folder: Path, track: Track, base: dict[str, Any] | None = None) -> str:
    """The address of the track's story page, perhaps with another base map."""
    file = folder / "story.html"
    file.write_bytes(page(track, ENGLISH, base))
    return file.as_uri()


def wrong(seen: Data) -> list[str]:
    """All that keeps the map from being read."""
    line = [] if seen["lines"]["bus"]["pixels"] else ["no line is drawn"]
    unread = faint(seen["words"])
    return [*line, *lost(seen), *covering(seen["solids"]), *outside(seen), *hidden(seen), *unread]


@pytest.fixture
def looks(browser: Browser) -> Iterator[list[Look]]:
    opened: list[Look] = []
    yield opened
    for look in opened:
        look.close()


@pytest.mark.parametrize("name", JOURNEYS)
def test_a_journey_of_any_length_anywhere_reads(
    name: str, browser: Browser, looks: list[Look], tmp_path: Path
) -> None:
    track = Track.of(load(put(tmp_path, "test", **JOURNEYS[name])))
    look = Look(browser, written(tmp_path, track), SIZES[0])
    looks.append(look)

    faults = {}
    for size in SIZES:
        look.resize(size)
        seen = look.at("view=whole")
        faults[size] = wrong(seen)
        assert len(seen["ends"]) == 2

    assert faults == {size: [] for size in SIZES}
    assert look.errors == []


def test_a_way_to_the_far_south_is_above_the_text_that_is_read(
    browser: Browser, looks: list[Look], tmp_path: Path
) -> None:
    south = through((-54.8, -68.3), (-76, -60))
    track = Track.of(load(put(tmp_path, "test", **south)))
    look = Look(browser, written(tmp_path, track), PHONE)
    looks.append(look)

    look.at("leg=a-b")
    ends = look.page.evaluate(
        """() => {
            const { map } = L.journey;
            const { now, tale } = map.journey.stage;
            const of = ({ at }) => now().text.y - map.latLngToContainerPoint(at).y;
            return tale.data.ends.map(of);
        }"""
    )

    assert min(ends) > 0


def without(base: dict[str, Any], hills: str) -> dict[str, Any]:
    """The same base map, its hills missing in one of the ways in which they can."""
    if hills == "unknown":
        return {key: value for key, value in base.items() if key != "relief"}
    if hills == "no image":
        return {**base, "relief": {**base["relief"], "data": NO_IMAGE}}
    return {**base, "relief": None} if hills == "none" else base


@pytest.mark.parametrize("hills", ["unknown", "none", "no image", "no WebP"])
def test_without_hills_the_map_is_a_map(
    hills: str, browser: Browser, looks: list[Look], handcar: Track, tmp_path: Path
) -> None:
    base = basemap([point for one in handcar.legs for point in one.line], "en")
    address = written(tmp_path, handcar, without(base, hills))
    look = Look(browser, address, SIZES[0], NO_WEBP if hills == "no WebP" else "")
    looks.append(look)

    seen = look.at("view=whole", hilly=False)

    assert not look.page.evaluate("'relief' in document.getElementById('stage').dataset")
    assert wrong(seen) == []
    assert {"Pyongyang", "Vladivostok", "North Korea"} <= set(names(seen))
    assert look.errors == []
