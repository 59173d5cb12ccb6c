"""What the browser reads out of the short texts, without a map."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Browser, Page

from journey.basemap.generalised import columns
from journey.basemap.packing import UNIT, pack, pack_line, pack_runs
from tests.basemap.test_packing import read_runs
from tests.browsing import of_stage, scripted

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return scripted(browser, *of_stage("unpack"))


def run(page: Page, call: str, told: Any) -> Any:
    return page.evaluate(f"(told) => L.journey.unpack.{call}(told)", told)


def test_numbers_come_back(page: Page) -> None:
    numbers = [0, 0.5, -0.25, 12_345.678, -40_000, 40_000]

    assert run(page, "numbers", pack(numbers, 3)) == pytest.approx(numbers)
    assert run(page, "numbers", pack([], 3)) == []


def test_points_come_back(page: Page) -> None:
    line: list[list[float]] = [[-90, 180], [90, -180], [42.12345, 539.99999]]

    assert run(page, "line", pack_line(line, 5)) == [pytest.approx(point) for point in line]


def test_a_leg_is_read_and_one_that_is_read_stays_as_it_is(page: Page) -> None:
    packed = {"points": pack_line([(1, 2)], 5), "at": pack([0.5], 6), "km": pack([7], 3), "id": "x"}
    plain = {"points": [[1, 2]], "at": [0.5], "km": [7], "id": "x"}

    assert run(page, "leg", packed) == plain
    assert run(page, "leg", plain) == plain


def test_a_leg_that_is_passed_evenly_needs_no_parts(page: Page) -> None:
    points = pack_line([(1, 2), (1, 3), (1, 6)], 5)

    found = run(page, "leg", {"points": points, "km": pack([10, 11, 14], 3)})

    assert found["at"] == [0, 0.25, 1]


def test_layers_are_read_whatever_their_geometry(page: Page) -> None:
    ring: list[list[float]] = [[1.5, 2], [3, 4], [-5, 6], [1.5, 2]]
    shapes: list[tuple[str, Any]] = [("LineString", ring), ("Polygon", [ring])]
    shapes += [("MultiLineString", [ring, ring]), ("MultiPolygon", [[ring], [ring, ring]])]
    plain = features([("Point", ring[0]), *shapes])
    # The last point of an area's ring, which is its first, is left out.
    told = [
        np.array(ring[:-1] if "Polygon" in kind else ring) for kind, at in shapes for _ in flat(at)
    ]
    texts = pack_runs((points, np.full(len(points), UNIT)) for points in told)
    packed = features(
        [("Point", ring[0]), *((kind, replaced(inner, texts)) for kind, inner in shapes)]
    )

    assert run(page, "layers", packed) == plain
    assert run(page, "layers", plain) == plain


def features(shapes: list[tuple[str, Any]]) -> dict[str, Any]:
    """A layer of shapes: kind and coordinates."""
    found = [{"geometry": {"type": k, "coordinates": at}, "properties": {}} for k, at in shapes]
    return {"a": {"features": found}}


def flat(told: Any) -> list[Any]:
    """The lines in coordinates."""
    return [told] if isinstance(told[0][0], int | float) else [x for y in told for x in flat(y)]


def replaced(told: Any, texts: Iterator[str]) -> Any:
    """Coordinates with the next of the texts for each of their lines."""
    line = isinstance(told[0][0], int | float)
    return next(texts) if line else [replaced(inner, texts) for inner in told]


def test_a_line_is_as_fine_as_each_of_its_runs(page: Page) -> None:
    points, fine = np.array([(i / 7, -i / 3) for i in range(40)]), np.full(40, 0.5)
    fine[20:] = UNIT
    (text,) = pack_runs([(points, fine)])

    told = {"a": {"features": [{"geometry": {"type": "LineString", "coordinates": text}}]}}
    (found,) = run(page, "layers", told)["a"]["features"]

    (expected,) = read_runs([text])
    assert [tuple(at) for at in found["geometry"]["coordinates"]] == expected


def test_places_are_read_with_what_is_said_of_each(page: Page) -> None:
    said = [{"name": "A"}, {"name": "B"}]
    (text,) = pack_runs([(np.array([(1.5, 2), (-3, 4)]), np.full(2, UNIT))])

    told = {"a": {"points": text, "properties": columns(said)}}

    points = [{"type": "Point", "coordinates": at} for at in ([1.5, 2], [-3, 4])]
    features = [{"geometry": a, "properties": b} for a, b in zip(points, said, strict=True)]
    assert run(page, "layers", told) == {"a": {"features": features}}
