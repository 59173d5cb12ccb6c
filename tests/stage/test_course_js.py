"""A leg's line in pixels, run in a browser without a map."""

from __future__ import annotations

from itertools import pairwise
from math import asinh, hypot, inf, pi, radians, tan
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import of_stage, scripted

pytestmark = pytest.mark.browser

View = dict[str, float]
Points = list[list[float]]

# A context that writes down what it is told to draw.
PEN = """const steps = [];
const pen = {moveTo: (x, y) => steps.push(["M", x, y]), lineTo: (x, y) => steps.push(["L", x, y])};
"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return scripted(
        browser,
        *of_stage("course"),
    )


def mercator(lat: float, lon: float) -> tuple[float, float]:
    """Where a point is in the Mercator square of side 1 (Snyder, 1987, eq. 7-2a)."""
    return lon / 360 + 0.5, 0.5 - asinh(tan(radians(lat))) / (2 * pi)


def view(lat: float, lon: float, zoom: float, w: float = 800, h: float = 600) -> View:
    """A view of ``w`` by ``h`` pixels with that point in its middle."""
    scale = 256 * 2**zoom
    x, y = mercator(lat, lon)
    return {
        "scale": scale,
        "zoom": zoom,
        "x": x * scale - w / 2,
        "y": y * scale - h / 2,
        "w": w,
        "h": h,
    }


def pixel(seen: View, lat: float, lon: float) -> tuple[float, float]:
    """Where a point is on the view, in pixels."""
    x, y = mercator(lat, lon)
    return x * seen["scale"] - seen["x"], y * seen["scale"] - seen["y"]


def runs(page: Page, points: Points, seen: View) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(
        "([points, view]) => L.journey.course(points).runs(view)", [points, seen]
    )
    return found


def trace(page: Page, points: Points, seen: View, *part: Any) -> list[list[Any]]:
    """What is drawn, as ["M" or "L", x, y]; ``part`` is the last point and the place after it."""
    found: list[list[Any]] = page.evaluate(
        f"([points, view, part]) => {{ {PEN}"
        " L.journey.course(points).trace(pen, view, ...part); return steps; }",
        [points, seen, list(part)],
    )
    return found


def distance(page: Page, points: Points, seen: View, x: float, y: float) -> float:
    found: float = page.evaluate(
        "([points, view, x, y]) => L.journey.course(points).distance(view, x, y)",
        [points, seen, x, y],
    )
    return found


def near(xy: tuple[float, float]) -> Any:
    return pytest.approx(xy, abs=1e-3)


@pytest.mark.parametrize("lat", [-85, -60, -1, 0, 23.4, 45, 85])
@pytest.mark.parametrize("lon", [-180, 0, 130.64, 181, 540])
def test_points_lie_where_mercator_put_them(page: Page, lat: float, lon: float) -> None:
    found = page.evaluate("(at) => L.journey.mercator.project(...at)", [lat, lon])

    assert found == pytest.approx(mercator(lat, lon), abs=1e-12)


@pytest.mark.parametrize(("lat", "y"), [(90, 0), (89, 0), (-90, 1), (-86, 1)])
def test_a_pole_lies_at_the_edge_of_the_square(page: Page, lat: float, y: float) -> None:
    found = page.evaluate("(lat) => L.journey.mercator.project(lat, 0)", lat)

    assert found == pytest.approx([0.5, y], abs=1e-6)


@pytest.mark.parametrize(
    ("lon", "zoom", "width", "turns"),
    [
        (0, 2, 1024, [0]),
        (0, 0, 256, [0]),
        (0, 0, 1024, [-2, -1, 0, 1, 2]),
        (180, 4, 300, [0, 1]),
        (-180, 4, 300, [-1, 0]),
        (720, 2, 512, [2]),
    ],
)
def test_the_world_is_seen_as_often_as_it_fits(
    page: Page, lon: float, zoom: float, width: float, turns: list[int]
) -> None:
    # From 0.01 to 0.99 of the square: all of the world but its seam.
    found = page.evaluate(
        "(view) => L.journey.mercator.turns(view, 0.01, 0.99)", view(0, lon, zoom, w=width)
    )

    assert found == turns


def test_a_line_in_view_is_drawn_where_its_points_are(page: Page) -> None:
    points, seen = [[42.4, 130.6], [42.42, 130.65], [42.41, 130.7]], view(42.41, 130.65, 12)

    (run,) = runs(page, points, seen)

    assert (run["turn"], run["index"]) == (0, [0, 1, 2])
    for xy, point in zip(zip(run["x"], run["y"], strict=True), points, strict=True):
        assert xy == near(pixel(seen, *point))


@pytest.mark.parametrize(
    "points",
    [
        [[-1, -9], [1, -8]],
        [[-1, 8], [1, 9]],
        [[8, -1], [9, 1]],
        [[-9, 1], [-8, -1]],
        [[8, -9], [9, 9]],
    ],
    ids=["west", "east", "north", "south", "along the north"],
)
def test_a_line_out_of_view_is_not_drawn(page: Page, points: Points) -> None:
    seen = view(0, 0, 8)

    assert runs(page, points, seen) == []
    assert trace(page, points, seen) == []


def test_a_line_between_two_points_out_of_view_is_drawn(page: Page) -> None:
    (run,) = runs(page, [[0, -3], [0, 3]], view(0, 0, 8))

    assert run["index"] == [0, 1]


def test_a_run_goes_from_the_point_before_the_view_to_the_one_behind(page: Page) -> None:
    # At zoom 8 a degree is 182 pixels, so 400 of them reach from -1.1 to 1.1 degrees.
    points: Points = [[0, lon] for lon in (-4, -3, -2, -1, 0, 1, 2, 3, 4)]

    (run,) = runs(page, points, view(0, 0, 8, w=400))

    assert run["index"] == [2, 3, 4, 5, 6]


def test_a_line_that_leaves_and_comes_back_has_two_runs(page: Page) -> None:
    points: Points = [[0, 0], [0, 9], [1, 9], [1, 0]]

    first, second = runs(page, points, view(0, 0, 8))

    assert (first["index"], second["index"]) == ([0, 1], [2, 3])


@pytest.mark.parametrize("side", ["west", "east", "north", "south"])
def test_what_lies_a_little_beyond_the_view_counts_as_in_it(page: Page, side: str) -> None:
    degree = 5 * 360 / (256 * 2**8)  # 5 pixels at zoom 8, on the equator in both directions
    half = 300 * 360 / (256 * 2**8)  # half of the view
    beyond = (half + degree) * (-1 if side in ("west", "south") else 1)
    lines: Points = [[-1, beyond], [1, beyond]]
    if side in ("north", "south"):
        lines = [[beyond, -1], [beyond, 1]]

    assert len(runs(page, lines, view(0, 0, 8, w=600))) == 1


def test_points_closer_than_a_pixel_are_left_out(page: Page) -> None:
    # At zoom 0 fourteen degrees are ten pixels.
    points: Points = [[0, i * 14 / 5_000] for i in range(5_001)]

    (run,) = runs(page, points, view(0, 0, 0))[-1:]

    assert (run["index"][0], run["index"][-1]) == (0, 5_000)
    assert 9 <= len(run["index"]) <= 12


def test_no_point_left_out_is_a_pixel_off_the_line(page: Page) -> None:
    points: Points = [[(i % 7) * 0.11, i * 0.05] for i in range(300)]
    seen = view(0, 7, 1)

    gaps = [distance(page, points, seen, *pixel(seen, *point)) for point in points[::13]]

    assert max(gaps) < 1


def test_the_last_point_is_kept_however_close(page: Page) -> None:
    (run,) = runs(page, [[0, 0], [0, 1], [0, 1], [0, 1]], view(0, 0, 8))

    assert run["index"] == [0, 1, 3]


def test_a_line_of_no_length_is_its_point(page: Page) -> None:
    (run,) = runs(page, [[1, 2], [1, 2]], view(1, 2, 8))

    assert (run["x"], run["y"]) == (near((400, 400)), near((300, 300)))


@pytest.mark.parametrize("points", [[], [[0, 0]]])
def test_less_than_two_points_are_no_line(page: Page, points: Points) -> None:
    seen = view(0, 0, 8)

    assert (runs(page, points, seen), trace(page, points, seen)) == ([], [])
    assert distance(page, points, seen, 0, 0) == inf


def test_every_world_in_view_has_its_line(page: Page) -> None:
    # 1024 pixels at zoom 0 are four worlds: two to either side of Greenwich.
    points: Points = [[0, 20], [0, 40]]

    found = runs(page, points, view(0, 0, 0, w=1024))

    assert [run["turn"] for run in found] == [-2, -1, 0, 1]
    gaps = [b["x"][0] - a["x"][0] for a, b in pairwise(found)]
    assert gaps == pytest.approx([256] * 3)


@pytest.mark.parametrize(("middle", "turn"), [(180, 0), (-180, -1), (540, 1)])
def test_a_line_over_the_antimeridian_is_one_from_wherever_it_is_seen(
    page: Page, middle: float, turn: int
) -> None:
    (run,) = runs(page, [[50, 179], [50, 180], [50, 181]], view(50, middle, 8))

    assert (run["turn"], run["index"]) == (turn, [0, 1, 2])
    assert run["x"] == pytest.approx([400 - 256**2 / 360, 400, 400 + 256**2 / 360])


def test_a_line_more_than_once_round_the_world_passes_a_place_twice(page: Page) -> None:
    points: Points = [[lon / 100, lon] for lon in range(0, 541, 10)]

    found = runs(page, points, view(2, 90, 5))

    assert sorted(run["turn"] for run in found) == [-1, 0]


def test_a_line_over_the_pole_runs_along_the_edge_of_the_map(page: Page) -> None:
    seen = view(85, 0, 3)

    (run,) = runs(page, [[84, -20], [90, -20], [90, 20], [84, 20]], seen)

    assert run["y"][1:3] == pytest.approx([-seen["y"]] * 2, abs=0.01)
    assert run["y"][0] == pytest.approx(pixel(seen, 84, -20)[1])


def test_a_whole_line_is_drawn_in_one_stroke(page: Page) -> None:
    points, seen = [[0.0, -1.0], [0.5, 0.0], [0.0, 1.0]], view(0, 0, 8)

    steps = trace(page, points, seen)

    assert [step[0] for step in steps] == ["M", "L", "L"]
    assert [tuple(step[1:]) for step in steps] == [near(pixel(seen, *point)) for point in points]


def test_the_part_travelled_ends_where_the_traveller_is(page: Page) -> None:
    points, seen = [[0.0, -1.0], [0.5, 0.0], [0.0, 1.0]], view(0, 0, 8)

    steps = trace(page, points, seen, 1, [0.25, 0.5])

    wanted = [points[0], points[1], [0.25, 0.5]]
    assert [tuple(step[1:]) for step in steps] == [near(pixel(seen, *point)) for point in wanted]


def test_the_end_of_the_part_travelled_is_drawn_in_every_world(page: Page) -> None:
    steps = trace(page, [[0, 0], [0, 90]], view(0, 0, 0, w=512), 0, [0, 45])

    # An eighth of a world of 256 pixels each time.
    pairs = list(zip(steps[::2], steps[1::2], strict=True))
    assert len(pairs) == 3
    assert [end[1] - start[1] for start, end in pairs] == [32, 32, 32]


def test_what_is_not_yet_travelled_is_not_drawn(page: Page) -> None:
    points: Points = [[0, 0], [0, 9], [1, 9], [1, 0]]
    seen = view(0, 0, 8)

    first = trace(page, points, seen, 0, [0, 0.5])

    assert [tuple(step[1:]) for step in first] == [
        near(pixel(seen, 0, 0)),
        near(pixel(seen, 0, 0.5)),
    ]


def test_who_is_out_of_view_leaves_the_runs_behind_whole(page: Page) -> None:
    points: Points = [[0, 0], [0, 9], [1, 9], [1, 0]]
    seen = view(0, 0, 8)

    steps = trace(page, points, seen, 1, [0.5, 9])

    assert [tuple(step[1:]) for step in steps] == [near(pixel(seen, 0, 0)), near(pixel(seen, 0, 9))]


def test_distance_is_that_of_the_nearest_point_of_the_line(page: Page) -> None:
    points, seen = [[0.0, 0.0], [0.0, 1.0]], view(0, 0, 8)

    assert distance(page, points, seen, 400, 290) == pytest.approx(10)
    assert distance(page, points, seen, 480, 317) == pytest.approx(17)
    # Before its start, 30 pixels left of it and 40 below.
    assert distance(page, points, seen, 370, 340) == pytest.approx(hypot(30, 40))


def test_what_is_not_in_view_is_at_no_distance(page: Page) -> None:
    assert distance(page, [[0, 20], [0, 21]], view(0, 0, 8), 400, 300) == inf


@pytest.mark.parametrize("zoom", [4, 8, 12, 15, 18])
def test_a_long_line_is_in_its_place_at_every_zoom(page: Page, zoom: float) -> None:
    # A quarter of the way along the line, on its straight course in Mercator.
    (x0, y0), (x1, y1) = mercator(0, 0), mercator(10, 40)
    scale = 256 * 2**zoom
    x, y = (x0 + (x1 - x0) / 4) * scale, (y0 + (y1 - y0) / 4) * scale
    seen = {"scale": scale, "zoom": zoom, "x": x - 400, "y": y - 300, "w": 800, "h": 600}

    assert distance(page, [[0, 0], [10, 40]], seen, 400, 300) == pytest.approx(0, abs=0.5)


def test_a_leg_in_a_lane_is_drawn_and_found_to_the_right_of_its_track(page: Page) -> None:
    around = view(0, 0, 5)

    drawn, far = page.evaluate(
        f"""([points, view, at]) => {{
            {PEN}
            const course = L.journey.course(points, 0.5);
            course.trace(pen, view);
            course.trace(pen, view, 0, at);
            return [steps, course.distance(view, 400, 300 + 2.8)];
        }}""",
        [[[0, -5], [0, 5]], around, [0, 1]],
    )

    # Half a lane of 5.6 px south of the equator, for the way leads east; a degree has 22.8 px.
    degree = 256 * 2**5 / 360
    whole, part = drawn[:2], drawn[2:]
    assert [y for _, _, y in drawn] == pytest.approx([302.8] * 4)
    assert [x for _, x, _ in whole] == pytest.approx([400 - 5 * degree, 400 + 5 * degree])
    assert [x for _, x, _ in part] == pytest.approx([400 - 5 * degree, 400 + degree])
    assert far == pytest.approx(0, abs=1e-9)


def test_of_a_way_there_and_a_way_back_that_one_is_nearer_on_whose_side_it_is(page: Page) -> None:
    gaps = page.evaluate(
        """([there, view]) => [292, 308].map((y) => [there, there.toReversed()]
            .map((points) => L.journey.course(points, 0.5).distance(view, 400, y)))""",
        [[[0, -5], [0, 5]], view(0, 0, 5)],
    )

    # 8 px north of the equator the way back is, half a lane of 5.6 px off; to the south the other.
    assert gaps == [pytest.approx([10.8, 5.2]), pytest.approx([5.2, 10.8])]
