"""The base map beside a journey is checked as it is read, and is never believed on whose it is."""

from __future__ import annotations

import io
import json
from base64 import b64encode
from copy import deepcopy
from typing import Any

import pytest
from PIL import Image

from journey.basemap import own as room
from journey.basemap.layers import Layers, shipped
from journey.basemap.own import own, under

SQUARE = [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 0.0]]


def feature(outline: str, coordinates: Any, **properties: Any) -> dict[str, Any]:
    """A GeoJSON feature."""
    shape = {"type": outline, "coordinates": coordinates}
    return {"type": "Feature", "properties": properties, "geometry": shape}


def told() -> dict[str, Any]:
    """What a small file says."""
    names = {"names": {"en": "A town"}, "kind": "town", "zoom": 8, "country": "PT"}
    line = [[0.2, 0.0], [0.2, 1.0]]
    return {
        "version": 2,
        "layers": {
            "land": [feature("MultiPolygon", [[SQUARE]])],
            "borders": [
                feature("MultiLineString", [line], kind="border", sides=[["PT", "ES"]]),
                feature("MultiLineString", [line], kind="river"),
            ],
            "places": [feature("Point", [0.5, 0.5], **names)],
        },
    }


def packed(data: Any) -> bytes:
    """The file that says so."""
    return json.dumps(data).encode()


def test_what_the_file_has_is_what_is_drawn() -> None:
    found = own(packed(told()))

    assert isinstance(found, Layers)
    assert list(found.rings("land")) == [[(lat, lon) for lon, lat in SQUARE]]
    assert [sides for _, sides in found.borders("borders")] == [("PT", "ES")]
    assert len(list(found.rivers("borders"))) == 1


def test_a_town_is_called_by_all_names_that_are_shipped_of_it() -> None:
    data = told()
    cut = {"names": {"en": "Chongjin"}, "kind": "city", "zoom": 6, "country": "KP"}
    data["layers"]["places"] = [feature("Point", [129.78, 41.8], **cut)]

    (town,) = under(packed(data)).toponyms("places")

    assert (town.names["ko"], town.names["ru"]) == ("청진", "Чхонджин")


def test_a_capital_is_written_once() -> None:
    data = told()
    cut = {"names": {"en": "Cairo"}, "kind": "city", "zoom": 4, "country": "EG"}
    data["layers"]["places"] += [feature("Point", [31.25, 30.06], **cut)]

    found = under(packed(data))

    every = [one.names["en"] for one in found.toponyms("places", "world_places")]
    assert (every.count("Cairo"), every.count("A town")) == (1, 1)


def test_whose_an_area_of_land_is_may_be_told() -> None:
    data = told()
    data["layers"]["land"][0]["properties"]["countries"] = "PT"

    found = own(packed(data))

    assert isinstance(found, Layers)
    assert [code for _, code in found.lands("land")] == ["PT"]


def test_countries_and_hills_are_those_that_are_shipped() -> None:
    found = under(packed(told()))

    assert found.countries() == shipped().countries()
    assert found.reliefs is shipped().reliefs


def hills(width: int = 20, **about: Any) -> dict[str, Any]:
    """A picture of the hills, as a file has it."""
    file = io.BytesIO()
    Image.new("RGB", (width, 30), (128, 128, 128)).save(file, "WEBP")
    data = b64encode(file.getvalue()).decode()
    return {"bounds": [170.0, 0.0, 190.0, 20.0], "pixels": 1.0, "data": data, **about}


def test_hills_of_the_file_are_drawn_where_they_hold_the_route() -> None:
    reliefs = under(packed({**told(), "relief": hills()})).reliefs

    near = reliefs.around([(5.0, -175.0), (9.0, -178.0)])
    assert near
    assert near.bounds == (170.0, 0.0, 190.0, 20.0)
    assert near.levels == shipped().reliefs.world.levels  # type: ignore[union-attr]
    assert reliefs.around([(50.0, 10.0)]) is shipped().reliefs.world


@pytest.mark.parametrize(
    "spoilt",
    [
        hills(width=21),
        hills(data="AAAA"),
        hills(data="no base64"),
        hills(data=hills()["data"][:60]),
        hills(bounds=[190.0, 0.0, 170.0, 20.0]),
        hills(pixels=0.0),
    ],
)
def test_hills_that_can_not_be_drawn_are_told(spoilt: dict[str, Any]) -> None:
    found = own(packed({**told(), "relief": spoilt}))

    assert isinstance(found, tuple)
    assert found[0] == "relief"


def test_whose_it_is_stands_in_no_file() -> None:
    data = told()
    data["layers"]["land"][0]["attribution"] = "<script>"

    assert own(packed(data)) == ("layers", "land", 0, "attribution")
    assert "GSHHG" in under(packed(told())).by_name["land"]["attribution"]


SPOILT: dict[str, tuple[tuple[str | int, ...], Any]] = {
    "a point off the earth": (("layers", "land", 0, "geometry", "coordinates", 0, 0, 1), [0, 91]),
    "a number that is none": (("layers", "land", 0, "geometry", "coordinates", 0, 0, 1), ["x", 0]),
    "a ring of three": (("layers", "land", 0, "geometry", "coordinates", 0, 0), SQUARE[:3]),
    "another shape": (("layers", "land", 0, "geometry", "type"), "Polygon"),
    "no land": (("layers", "land"), []),
    "sides without lines": (("layers", "borders", 0, "properties", "sides"), []),
    "countries of no areas": (("layers", "land", 0, "properties", "countries"), "PTES"),
    "a code of a country that is none": (("layers", "places", 0, "properties", "country"), "<b>"),
    "a name without English": (("layers", "places", 0, "properties", "names"), {"ru": "A"}),
    "a zoom beyond all": (("layers", "places", 0, "properties", "zoom"), 1e9),
    "another version": (("version",), 1),
}


@pytest.mark.parametrize("what", SPOILT)
def test_a_file_that_is_spoilt_is_not_drawn_and_the_place_is_told(what: str) -> None:
    path, value = SPOILT[what]
    data = deepcopy(told())
    part: Any = data
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value

    found = own(packed(data))

    assert isinstance(found, tuple)
    assert found[: len(path) - 2] == path[: len(path) - 2]
    assert under(packed(data)) is shipped()


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[]", b"[" * 10_000, b"NaN"])
def test_what_is_no_such_file_is_not_drawn(content: bytes) -> None:
    assert isinstance(own(content), tuple)
    assert under(content) is shipped()


def test_a_file_over_its_limit_is_not_even_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "LIMIT", 10)

    assert own(packed(told()) + b" ") == ()


def test_a_file_with_too_many_points_is_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "POINTS", 7)

    assert own(packed(told()) + b"  ") == ("layers",)
