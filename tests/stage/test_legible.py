"""The stage as it is read: what its words and lines stand out from, and what covers what.

Each size is one page, seen from the whole route to the last kilometre, light
and dark.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser

from journey.model.palette import Theme
from tests.stage.measures import (
    SHARE,
    Data,
    Look,
    contrast,
    covering,
    faint,
    hidden,
    lost,
    measured,
    names,
    outside,
)

pytestmark = pytest.mark.browser

DESK = (1440, 900)
SIZES = [
    DESK, (1024, 768), (820, 1180), (390, 844), (320, 640), (844, 390), (420, 260), (3840, 2160),
]  # fmt: skip
THEMES: tuple[Theme, ...] = ("light", "dark")
# Where an address leads. Those that begin to travel come last, for the moment stays.
VIEWS = {
    "whole": "view=whole",
    "close": "view=close",
    "train": "leg=train",
    "bus-to-border": "leg=bus-to-border",
    "handcar": "leg=handcar&at=50",
    "bus-to-vladivostok": "leg=bus-to-vladivostok&at=40",
}
# The modes whose lines are drawn in full where they are looked at.
DRAWN = {
    "whole": ("train", "bus"),
    "close": ("handcar",),
    "train": ("train",),
    "bus-to-border": ("bus",),
    "handcar": ("handcar",),
    "bus-to-vladivostok": ("bus",),
}
GRAPHIC = 3.0  # contrast of lines, WCAG 2.2, 1.4.11
LEAST = 8  # pixels of a line in view, with which it counts as drawn

# Borders in lat and lon, read off an atlas to about 0.2 degrees.
YALU_TUMEN = [
    (39.8, 124.1), (40.5, 125.0), (40.9, 125.9), (41.8, 126.9), (41.4, 127.6), (41.4, 128.1),
    (42.0, 128.1), (42.0, 128.9), (42.4, 129.4), (42.9, 129.9), (42.4, 130.6),
]  # fmt: skip
DIVIDED = [(37.7, 126.1), (38.0, 126.7), (38.3, 127.1), (38.3, 127.8), (38.6, 128.4)]
USSURI = [
    (42.4, 130.6), (42.9, 130.5), (42.9, 131.0), (44.0, 131.3), (44.9, 131.0), (45.3, 131.8),
    (45.1, 132.9), (48.4, 134.7),
]  # fmt: skip
COUNTRIES = {
    "North Korea": [*YALU_TUMEN, (42.2, 131.0), (38.7, 129.0), *DIVIDED[::-1], (37.6, 124.4)],
    "South Korea": [*DIVIDED, (38.5, 129.5), (35.0, 130.0), (33.0, 128.0), (33.0, 125.0)],
    "Russia": [*USSURI, (50.0, 141.0), (46.0, 138.5), (42.5, 134.5), (42.2, 131.0)],
    "China": [*YALU_TUMEN, *USSURI, (50.0, 110.0), (35.0, 110.0), (36.5, 123.0), (39.0, 124.0)],
}


def country(lat: float, lon: float) -> str | None:
    """The country of a point near the route, by the rough borders above.

    >>> country(39, 125.7), country(43.9, 125.3), country(43.1, 131.9), country(37.6, 127)
    ('North Korea', 'China', 'Russia', 'South Korea')
    """
    for name, ring in COUNTRIES.items():
        crossings = sum(
            (a[0] > lat) != (b[0] > lat)
            and lon < a[1] + (lat - a[0]) / (b[0] - a[0]) * (b[1] - a[1])
            for a, b in zip(ring, [*ring[1:], ring[0]], strict=True)
        )
        if crossings % 2:
            return name
    return None


class Seen(dict[tuple[str, str], Data]):
    """What is seen at one size, by view and theme, and what the page complained of."""

    errors: list[str]

    def faults(self, found: Any, *views: str) -> dict[str, list[str]]:
        """What is wrong, by view and theme."""
        named = {
            f"{view}, {theme}": found(seen)
            for (view, theme), seen in self.items()
            if not views or view in views
        }
        return {where: faults for where, faults in named.items() if faults}


@pytest.fixture(scope="module")
def seen(request: pytest.FixtureRequest, browser: Browser, file: Path) -> Seen:
    look = Look(browser, file.as_uri(), request.param)
    found = Seen(measured(look, VIEWS, THEMES))
    found.errors = look.errors
    look.close()
    return found


def at_sizes(*sizes: tuple[int, int]) -> pytest.MarkDecorator:
    """The stage seen at each of those sizes, in px."""
    cases = [pytest.param(size, id=f"{size[0]}x{size[1]}") for size in sizes]
    return pytest.mark.parametrize("seen", cases, indirect=True, scope="module")


@at_sizes(*SIZES)
def test_every_word_stands_out_from_what_lies_beneath_it(seen: Seen) -> None:
    assert {"Pyongyang", "Vladivostok"} <= set(names(seen["whole", "dark"]))
    assert seen.faults(lambda found: faint(found["words"])) == {}


@at_sizes(*SIZES)
def test_no_name_panel_or_sign_covers_another(seen: Seen) -> None:
    assert all(len(found["solids"]) > 5 for found in seen.values())
    assert seen.faults(lambda found: covering(found["solids"])) == {}


@at_sizes(*SIZES)
def test_no_name_is_cut_off_and_no_named_dot_is_hidden(seen: Seen) -> None:
    assert all(names(found) for found in seen.values())
    assert seen.faults(lambda found: outside(found) + hidden(found)) == {}


@at_sizes((1440, 900))
def test_towns_have_dots_that_can_be_looked_at(seen: Seen) -> None:
    assert len(seen["whole", "light"]["dots"]) > 3


@at_sizes(*SIZES)
def test_start_and_end_are_named_and_their_rings_in_sight(seen: Seen) -> None:
    assert [end["name"] for end in seen["whole", "light"]["ends"]] == ["Pyongyang", "Vladivostok"]
    assert seen.faults(lost, "whole") == {}


@at_sizes(*SIZES)
def test_every_line_stands_out_from_its_ground(seen: Seen) -> None:
    """That of a border, thin and dashed, from land that lies neither in shade nor in light."""
    weak = {
        (view, theme, mode): line
        for (view, theme), found in seen.items()
        for mode in DRAWN[view]
        if (line := found["lines"][mode])["worst"] < GRAPHIC or line["pixels"] < LEAST
    }

    assert weak == {}
    for found in seen.values():
        assert contrast(found["border"], found["middle"][0]) >= GRAPHIC


@at_sizes(DESK)
def test_every_country_with_land_in_view_is_named(seen: Seen) -> None:
    for theme in THEMES:
        found = seen["whole", theme]
        lands = [country(*spot) for spot in found["ashore"]]
        shares = {name: lands.count(name) / found["free"] for name in COUNTRIES}
        due = {name for name, share in shares.items() if share >= SHARE}

        assert {"North Korea", "China"} <= due
        assert due - set(names(found)) == set(), shares


@at_sizes(*SIZES)
def test_the_page_complains_of_nothing(seen: Seen) -> None:
    assert len(seen) == len(VIEWS) * len(THEMES)
    assert seen.errors == []


def test_what_is_measured_is_what_is_on_screen(browser: Browser, file: Path) -> None:
    look = Look(browser, file.as_uri(), DESK)
    samples = look.at("view=whole")["picture"]
    look.page.evaluate("document.querySelector('.leaflet-labels-pane').style.display = 'none'")
    screen = Image.open(BytesIO(look.page.locator("#stage").screenshot())).convert("RGB")

    off = [
        max(abs(a - b) for a, b in zip(screen.getpixel((x, y)), rgb, strict=True))  # type: ignore[arg-type]
        for x, y, *rgb in samples
    ]

    look.close()
    assert len(samples) > 1000
    assert sum(difference <= 6 for difference in off) > 0.97 * len(off)
