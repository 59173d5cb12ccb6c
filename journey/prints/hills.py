"""Hills on paper: the relief as a picture inside the map, cut to the land."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO
from math import ceil, floor

import numpy as np
from markupsafe import Markup
from numpy.typing import NDArray
from PIL import Image

from journey.basemap.projection import Projection
from journey.basemap.relief import Relief
from journey.model.palette import MAP, RELIEF
from journey.words.html import joined, tag

Grid = NDArray[np.float64]
_QUALITY = 70  # of the WebP, which lies under everything and is soft
_LUMA = (0.299, 0.587, 0.114)  # by red, green and blue (ITU-R BT.601)
_POLE = 85.0  # degrees of latitude: beyond them no relief goes


def hills(relief: Relief | None, projection: Projection, land: str) -> Markup:
    """The land's light, shade and height in the light theme's colours; nothing from too near.

    ``land`` is the id of the path to which it is cut.
    """
    strength = relief.strength(projection.zoom) if relief else 0.0
    if relief is None or not strength:
        return Markup("")
    drawn = _coloured(_fitted(relief, projection), relief.levels, strength)
    file = BytesIO()
    Image.fromarray(np.round(drawn).astype(np.uint8)).save(file, "WEBP", quality=_QUALITY)
    data = b64encode(file.getvalue()).decode()
    size = {"width": f"{projection.width:g}", "height": f"{projection.height:g}"}
    clip = f"{land}-only"
    return joined(
        (
            tag("clipPath", tag("use", href=f"#{land}"), id=clip),
            tag(
                "image",
                **size,
                href=f"data:image/webp;base64,{data}",
                preserveAspectRatio="none",
                clip_path=f"url(#{clip})",
            ),
        )
    )


def _fitted(relief: Relief, projection: Projection) -> Grid:
    """The relief as it lies in the projection: red, green and blue for each of its units."""
    (south, west), (north, east) = projection.corners
    across, down = round(projection.width), round(projection.height)
    edges = _ups(np.array([south, north]))
    flat = _cut(relief, (west, east), edges).resize((across, down), Image.Resampling.BICUBIC)
    # From Mercator's rows to those of the projection.
    middles = (np.arange(down) + 0.5) / down * projection.height
    lats = np.array([projection.point((0.0, float(middle)))[0] for middle in middles])
    rows = (edges[1] - _ups(lats)) / (edges[1] - edges[0]) * down - 0.5
    first = np.clip(np.floor(rows).astype(np.intp), 0, max(down - 2, 0))
    part = np.clip(rows - first, 0, 1)[:, None, None]
    pixels = np.asarray(flat, dtype=np.float64)
    after = np.minimum(first + 1, down - 1)
    return np.asarray(pixels[first] * (1 - part) + pixels[after] * part)


def _cut(relief: Relief, lons: tuple[float, float], ups: Grid) -> Image.Image:
    """The relief between two longitudes and two heights on the map, flat where there is none."""
    with Image.open(BytesIO(relief.image)) as file:
        image = file.convert("RGB")
    west, south, _, north = relief.bounds
    low, high = _ups(np.array([south, north]))
    scale = image.height / (high - low)
    left, right = ((lon - west) * relief.pixels for lon in lons)
    top, bottom = (high - ups[1]) * scale, (high - ups[0]) * scale
    corner = floor(left), floor(top)
    level = round(relief.levels[0])
    wide = Image.new("RGB", (ceil(right) - corner[0], ceil(bottom) - corner[1]), (level,) * 3)
    for turn in (-1, 0, 1):
        wide.paste(image, (round(turn * 360 * relief.pixels) - corner[0], -corner[1]))
    box = left - corner[0], top - corner[1], right - corner[0], bottom - corner[1]
    return wide.transform(
        (max(1, round(right - left)), max(1, round(bottom - top))),
        Image.Transform.EXTENT,
        box,
        Image.Resampling.BICUBIC,
    )


def _ups(lats: Grid) -> Grid:
    """How far up latitudes are on a Mercator map of radius 1 (Snyder 1987, 7-2)."""
    inside = np.radians(np.clip(lats, -_POLE, _POLE))
    return np.asarray(np.log(np.tan(np.pi / 4 + inside / 2)))


def _coloured(pixels: Grid, levels: tuple[float, float, float], strength: float) -> Grid:
    """Land with height on it, and light and shade on that, each as strong as its colour says."""
    flat, depth, tint = levels
    side = (pixels @ np.array(_LUMA) - flat) / depth
    amounts = {
        "height": np.clip((pixels[..., 0] - pixels[..., 2]) / tint, 0, 1),
        "shade": np.clip(-side, 0, 1),
        "shine": np.clip(side, 0, 1),
    }
    ground = np.broadcast_to(_ink(MAP["light"]["land"]), pixels.shape)
    for name, amount in amounts.items():
        *colour, over = _ink(RELIEF["light"][name])
        share = (amount * strength * over / 255)[..., None]
        ground = ground * (1 - share) + np.array(colour) * share
    return ground


def _ink(colour: str) -> list[int]:
    """Red, green, blue and perhaps the strength of a colour, each of 255."""
    return list(bytes.fromhex(colour.removeprefix("#")))
