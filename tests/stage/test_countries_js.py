"""Whose the land in view is, and where its name has room, on small grids without a map."""

from __future__ import annotations

from collections.abc import Mapping
from math import atan, degrees, pi, sinh
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import of_stage, scripted

pytestmark = pytest.mark.browser

# The Mercator square is 1000 pixels wide, of which 160 by 80 are seen: 20 by 10 cells.
VIEW = {"scale": 1000, "zoom": 2, "x": 0, "y": 0, "w": 160, "h": 80}
CELL = 8
Ring = list[tuple[float, float]]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return scripted(browser, *of_stage("whose", "fitting", "alongside"))


def lines(*parts: Ring, sides: str = "", scale: float = 1000) -> dict[str, Any]:
    """Lines through points in pixels of the view, as the base map has them."""
    flat = [n / scale for part in parts for point in part for n in point]
    starts = [sum(len(part) for part in parts[:i]) for i in range(len(parts))]
    xs, ys = flat[::2], flat[1::2]
    box = [min(xs), min(ys), max(xs), max(ys)]
    return {"points": flat, "starts": starts, "box": box, "sides": sides}


def square(left: float, top: float, right: float, bottom: float) -> Ring:
    return [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]


def told(page: Page, call: str, *more: Any) -> Any:
    script = f"""([areas, borders, ...more]) => {{
      const flat = (all) => all.map((one) => ({{ ...one, points: Float64Array.from(one.points) }}));
      const [land, edges] = [flat(areas), flat(borders)];
      const {{ grid, owned }} = L.journey.whose(land, edges, more[1] || [])(more[0]);
      {call}
    }}"""
    return page.evaluate(script, list(more))


def owners(
    page: Page,
    areas: list[Any],
    borders: list[Any],
    places: list[Any] | None = None,
    view: Mapping[str, float] = VIEW,
) -> list[str]:
    """The rows of the grid: the first letter of whose each cell is, "." where it is nobody's."""
    call = """return Array.from({ length: grid.rows }, (_, row) => Array.from({ length: grid.cols },
      (_, col) => (owned.codes[owned.of[row * grid.cols + col]] || ".")[0]).join(""));"""
    rows: list[str] = told(page, call, areas, borders, view, places or [])
    return rows


def test_a_border_parts_land_into_those_on_its_left_and_on_its_right(page: Page) -> None:
    land = lines(square(-50, -50, 200, 200))
    north = lines([(84, 200), (84, -50)], sides="AABB")

    rows = owners(page, [land], [north])

    # Who goes north has the west on the left.
    assert set(rows) == {"AAAAAAAAAA.BBBBBBBBB"}


def test_water_is_nobodys_and_parts_no_land_that_is_joined_elsewhere(page: Page) -> None:
    land = lines(square(-50, -50, 200, 200), square(40, 24, 80, 48))
    east = lines([(-50, 52), (200, 52)], sides="AABB")

    rows = owners(page, [land], [east])

    assert rows[0] == "A" * 20
    assert rows[4] == "AAAAA.....AAAAAAAAAA"
    assert rows[6] == "." * 20
    assert rows[7] == rows[9] == "B" * 20


def test_land_without_a_border_is_that_of_the_places_on_it(page: Page) -> None:
    land = lines(square(8, 8, 72, 72), square(88, 8, 152, 72))
    # The one is in the left square (Mercator's formula), the other far from both.
    middle = degrees(atan(sinh(pi * (1 - 2 * 40 / 1000))))
    places = [{"at": [middle, 40 / 1000 * 360 - 180], "country": "CC"}]
    places += [{"at": [0, 0], "country": "DD"}]

    rows = owners(page, [land], [], places)

    # On the other square no place is known: it is rather nobody's than a neighbour's.
    assert rows[4] == ".CCCCCCCC..........."


def test_a_wider_view_tells_whose_land_is_that_fills_this_one(page: Page) -> None:
    land = lines(square(-400, -400, 900, 900), scale=8000)
    beyond = lines([(300, 900), (300, -400)], sides="AABB", scale=8000)

    rows = owners(page, [land], [beyond], view={**VIEW, "scale": 8000, "zoom": 5})

    assert set(rows) == {"A" * 20}


def test_an_island_of_which_it_is_known_is_its_countrys_beside_whatever_border(page: Page) -> None:
    land = lines(square(-50, -50, 72, 200))
    island = {**lines(square(88, -50, 200, 200)), "country": "CC"}
    south = lines([(-50, 40), (72, 40)], sides="AABB")

    rows = owners(page, [land, island], [south])

    assert rows[1] == "AAAAAAAAA..CCCCCCCCC"
    assert rows[8] == "BBBBBBBBB..CCCCCCCCC"


def test_a_border_says_nothing_of_land_beyond_water(page: Page) -> None:
    land = lines(square(-50, -50, 80, 200), square(96, -50, 200, 200))
    # It runs along the shore, of which its right bank has one cell of land.
    shore = lines([(77, 200), (77, -50)], sides="AABB")

    rows = owners(page, [land], [shore])

    assert {row[11:] for row in rows} == {"........."}


def test_who_lives_there_knows_better_than_a_border_close_by(page: Page) -> None:
    land = lines(square(-50, -50, 200, 200))
    corner = lines([(150, 200), (150, 60), (200, 60)], sides="BBAA")
    far = lines([(-50, 200), (-50, 199)], sides="CCCC")
    middle = degrees(atan(sinh(pi * (1 - 2 * 40 / 1000))))
    places = [{"at": [middle, 20 / 1000 * 360 - 180], "country": "CC"}]

    rows = owners(page, [land], [corner, far], places)

    assert rows[5][:4] == "CCCC"


def test_a_gap_in_a_border_gives_land_to_the_nearer_side(page: Page) -> None:
    land = lines(square(-50, -50, 200, 200))
    broken = lines([(84, 200), (84, 50)], [(84, 30), (84, -50)], sides="AABBAABB")

    rows = owners(page, [land], [broken])

    assert {row[:9] for row in rows} == {"A" * 9}
    assert {row[12:] for row in rows} == {"B" * 8}


def test_a_short_border_that_does_not_reach_the_sea_still_has_two_sides(page: Page) -> None:
    land = lines(square(-50, -50, 200, 200))
    long = lines([(-50, 28), (200, 28)], sides="AABB")
    short = lines([(100, 60), (200, 60)], sides="BBCC")

    rows = owners(page, [land], [long, short])

    assert rows[0] == "A" * 20
    assert rows[5][-4:] == "BBBB"
    assert rows[9][-4:] == "CCCC"
    assert rows[9][:4] == "BBBB"


def test_a_name_fits_where_all_cells_are_its_own(page: Page) -> None:
    call = """const room = L.journey.fitting(owned.of, grid.cols, grid.rows, 0, grid.cell);
      return { area: room.area, fits: room.fits(...more[2]) };"""
    land = lines(square(8, 8, 72, 40))
    places = [{"at": [84.5, -170], "country": "CC"}]

    found = told(page, call, [land], [], VIEW, places, [32, 16])
    none = told(page, call, [land], [], VIEW, places, [80, 16])

    # Eight by four cells, in which four by two have five by three places, the middle with room.
    assert found["area"] == 32
    assert len(found["fits"]) == 15
    assert max(fit["room"] for fit in found["fits"]) == 1
    assert all(8 <= fit["x"] <= 40 and 8 <= fit["y"] <= 24 for fit in found["fits"])
    assert none["fits"] == []


def along(page: Page, line: Ring, w: float, h: float) -> list[dict[str, float]]:
    call = "([line, w, h]) => L.journey.alongside([line], w, h, {x: 0, y: 0, w: 400, h: 300})"
    points = [{"x": x, "y": y} for x, y in line]
    found: list[dict[str, float]] = page.evaluate(call, [points, w, h])
    return found


@pytest.mark.parametrize("turn", [1, -1])
def test_a_word_along_a_river_is_turned_as_it_runs_and_reads_from_the_left(
    page: Page, turn: int
) -> None:
    slope: Ring = [(100, 100), (300, 200)]

    first = along(page, slope[::turn], 60, 12)[0]

    assert first["angle"] == pytest.approx(0.4636, abs=1e-3)  # the arc tangent of a half
    # It stands beside the line: half its height and two pixels off.
    middle = first["x"] + first["w"] / 2, first["y"] + first["h"] / 2
    off = abs((middle[0] - 100) * 100 - (middle[1] - 100) * 200) / (100**2 + 200**2) ** 0.5
    assert off == pytest.approx(8, abs=0.1)


def test_a_word_is_not_longer_than_its_river(page: Page) -> None:
    assert along(page, [(100, 100), (140, 100)], 60, 12) == []


def test_a_word_stands_where_the_river_is_straight(page: Page) -> None:
    zigzag: Ring = [(10 + 12 * i, 150 + 14 * (-1) ** i) for i in range(15)]

    first = along(page, [*zigzag, (380, 150)], 60, 12)[0]

    assert first["x"] > 150
