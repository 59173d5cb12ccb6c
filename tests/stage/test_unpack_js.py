"""What the browser reads out of the short texts, without a map."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from journey.basemap.packing import pack, pack_line
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


def test_layers_are_read_whatever_their_geometry(page: Page) -> None:
    ring: list[list[float]] = [[1.5, 2], [3, 4], [1.5, 2]]
    shapes: list[tuple[str, Any]] = [("Point", ring[0]), ("LineString", ring), ("Polygon", [ring])]
    shapes += [("MultiLineString", [ring]), ("MultiPolygon", [[ring]])]
    plain = {
        "a": {
            "features": [
                {"geometry": {"type": kind, "coordinates": inner}, "properties": {}}
                for kind, inner in shapes
            ]
        }
    }
    text = json.dumps(plain).replace(json.dumps(ring), json.dumps(pack_line(ring, 1)))

    assert run(page, "layers", json.loads(text)) == plain
    assert run(page, "layers", plain) == plain


def test_places_are_read_with_what_is_said_of_each(page: Page) -> None:
    said = [{"names": {"en": "A"}}, {"names": {"en": "B"}}]

    told = {"a": {"points": pack_line([(1.5, 2), (-3, 4)], 1), "properties": said}}

    points = [{"type": "Point", "coordinates": at} for at in ([1.5, 2], [-3, 4])]
    features = [{"geometry": a, "properties": b} for a, b in zip(points, said, strict=True)]
    assert run(page, "layers", told) == {"a": {"features": features}}
