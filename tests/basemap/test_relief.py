from __future__ import annotations

import io
from functools import cache
from math import log, pi, radians, tan

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from journey.basemap.layers import shipped
from journey.basemap.relief import Relief, Reliefs
from journey.geo.geometry import Point

Grid = NDArray[np.float64]
RIM = 3  # pixels
NAMES = ["region", "world"]
FADE = 4  # degrees within which a picture fades out toward its edges


def relief(name: str) -> Relief:
    found: Relief | None = getattr(shipped().reliefs, name)
    assert found
    return found


@cache
def pixels(name: str) -> tuple[Grid, Grid]:
    """Light and shade, -1 to 1, and height, 0 to 1, of each pixel (ITU-R BT.601)."""
    picture = Image.open(io.BytesIO(relief(name).image)).convert("RGB")
    red, green, blue = np.asarray(picture, dtype=np.float64).transpose(2, 0, 1)
    flat, depth, tint = relief(name).levels
    return (0.299 * red + 0.587 * green + 0.114 * blue - flat) / depth, (red - blue) / tint


def up(lat: float) -> float:
    """How far up a latitude is on a Mercator map of radius 1 (Snyder 1987, 7-2)."""
    return log(tan(pi / 4 + radians(lat) / 2))


@cache
def land(name: str) -> Image.Image:
    """Our own land on the picture: white, and the rest black."""
    west, south, east, north = relief(name).bounds
    height, width = pixels(name)[0].shape
    image = Image.new("L", (width, height))
    pen = ImageDraw.Draw(image)
    for layers, fill in ((("world_land", "land"), 255), (("world_lakes", "lakes"), 0)):
        for ring in shipped().rings(*layers):
            x = [(lon - west) / (east - west) * width for _, lon in ring]
            y = [
                (up(north) - up(max(lat, -85))) / (up(north) - up(south)) * height
                for lat, _ in ring
            ]
            pen.polygon(list(zip(x, y, strict=True)), fill=fill)
    return image


def rims(name: str) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which pixels lie at most so far inside the coast, and outside it."""
    size = 2 * RIM + 1
    inner = np.asarray(land(name).filter(ImageFilter.MinFilter(size))) > 127
    outer = np.asarray(land(name).filter(ImageFilter.MaxFilter(size))) > 127
    dry = np.asarray(land(name)) > 127
    return dry & ~inner, outer & ~dry


@pytest.mark.parametrize(("name", "most"), [("region", 45_000), ("world", 150_000)])
def test_a_picture_is_small_enough_to_go_along(name: str, most: int) -> None:
    assert 10_000 < len(relief(name).image) <= most


@pytest.mark.parametrize("name", NAMES)
def test_no_bright_or_dark_rim_runs_along_a_coast(name: str) -> None:
    shade, _ = pixels(name)
    inside, outside = rims(name)

    assert inside.sum() > 1000
    # Where the sea has a part in the surroundings of the coast, the first is -0.27.
    assert abs(shade[inside].mean()) < 0.1
    assert abs(shade[outside].mean()) < 0.02
    assert shade[outside].std() < shade[inside].std() / 3


@pytest.mark.parametrize("name", NAMES)
def test_there_are_hills_on_land_and_none_on_the_open_sea(name: str) -> None:
    shade, _ = pixels(name)
    sea = np.asarray(land(name).filter(ImageFilter.MaxFilter(15))) < 127

    assert shade[np.asarray(land(name)) > 127].std() > 0.15
    assert np.abs(shade[sea]).max() < 0.1


def test_mountains_are_tinted_as_higher_than_the_plain() -> None:
    _, height = pixels("region")
    west, south, east, north = relief("region").bounds

    def at(lat: float, lon: float) -> float:
        """The mean height around a point."""
        row = round((up(north) - up(lat)) / (up(north) - up(south)) * height.shape[0])
        column = round((lon - west) / (east - west) * height.shape[1])
        return float(height[row - 3 : row + 4, column - 3 : column + 4].mean())

    # The foot of Mount Paektu (2,744 m) and the plain of Shenyang (50 m), by any atlas.
    assert at(41.9, 128.2) > at(41.6, 123.0) + 0.3


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_fades_out_before_its_upper_and_lower_edge(name: str) -> None:
    shade, height = pixels(name)

    for edge in (shade[0], shade[-1], height[0], height[-1]):
        assert np.abs(edge).max() < 0.12


def test_the_regions_fades_out_in_the_west_and_east_too() -> None:
    shade, height = pixels("region")

    for edge in (shade[:, 0], shade[:, -1], height[:, 0], height[:, -1]):
        assert np.abs(edge).max() < 0.12


def test_the_regions_shows_no_edge_on_a_very_wide_screen() -> None:
    # 3840 by 1080 pixels show the route, whose middle is at 128.8 degrees east, at zoom 7, at which
    # 256 * 2 ** 7 pixels go round the earth. In the east there is but the sea.
    half = 3840 / (256 * 2**7 / 360) / 2
    west, _, east, _ = relief("region").bounds

    assert west + FADE < 128.8 - half
    assert 128.8 + half < east


@pytest.mark.parametrize(
    ("route", "name"),
    [
        ([(39.0, 125.7), (43.1, 131.9)], "region"),
        ([(39.0, 125.7 + 360), (43.1, 131.9 + 360)], "region"),
        ([(39.0, 125.7), (55.8, 37.6)], "world"),
        ([(38.7, -9.1), (38.8, -9.2)], "world"),
        ([(60.0, 170.0), (60.0, 190.0)], "world"),
    ],
)
def test_a_route_gets_the_region_where_all_of_it_lies_there(route: list[Point], name: str) -> None:
    assert shipped().reliefs.around(route) == relief(name)


@pytest.mark.parametrize(
    ("zoom", "strength"),
    [(3.4, 0), (4.5, 0.7), (5.4, 0.7), (6, 1), (6.9, 1), (8.45, 0.5), (9.5, 0), (18, 0)],
)
def test_it_goes_before_its_grain_would_show(zoom: float, strength: float) -> None:
    assert relief("region").strength(zoom) == pytest.approx(strength, abs=0.02)


def test_the_coarser_one_goes_earlier() -> None:
    assert relief("world").strength(8.4) == 0
    assert relief("world").strength(5) == 1
    assert relief("world").strength(1) == 0.7


@pytest.mark.parametrize(
    "files",
    [{}, {"relief.webp": b"RIFF"}, {"relief.json": b"{}"}, {"relief.json": b'{"images": {}}'}],
)
def test_without_its_files_there_is_none(files: dict[str, bytes]) -> None:
    assert Reliefs.read(files) == (None, None)
    assert Reliefs.read(files).around([(39.0, 125.7)]) is None
