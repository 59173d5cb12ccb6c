from __future__ import annotations

from base64 import b64decode
from io import BytesIO
from xml.etree import ElementTree

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from journey.basemap.layers import Layers, shipped
from journey.basemap.projection import Projection
from journey.model.palette import MAP
from journey.prints.hills import hills
from journey.prints.picture import picture
from journey.track.track import Track
from journey.words.wording import Wording
from tests.conftest import leg, place, track

ENGLISH = Wording("en")
KOREA = Projection.around(((39.0, 122.5), (43.5, 131.5)), (720.0, 556.0), 20)
BRIDGE = Projection.around(((42.40, 130.60), (42.43, 130.66)), (236.0, 190.0), 20)
PACIFIC = Projection.around(((20.0, 140.0), (60.0, 250.0)), (720.0, 556.0), 20)


def drawn(projection: Projection) -> NDArray[np.float64]:
    """The pixels of the relief in that projection: red, green and blue."""
    markup = hills(shipped().reliefs.around(projection.corners), projection, "land")
    image = ElementTree.fromstring(f"<svg>{markup}</svg>").find("image")
    assert image is not None
    data = image.attrib["href"].removeprefix("data:image/webp;base64,")
    return np.asarray(Image.open(BytesIO(b64decode(data))), dtype=np.float64)


def luminance(colours: NDArray[np.float64]) -> NDArray[np.float64]:
    """The relative luminance of sRGB colours (WCAG 2.2)."""
    parts = colours / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ [0.2126, 0.7152, 0.0722])


def hexed(colour: str) -> NDArray[np.float64]:
    return np.array(list(bytes.fromhex(colour[1:])), dtype=np.float64)


@pytest.mark.parametrize("projection", [KOREA, PACIFIC])
def test_the_relief_fills_the_picture(projection: Projection) -> None:
    assert drawn(projection).shape == (556, 720, 3)


def test_high_land_is_tinted_where_it_is() -> None:
    pixels = drawn(KOREA)

    def yellow(lat: float, lon: float) -> float:
        x, y = map(round, KOREA.place((lat, lon)))
        near = pixels[y - 5 : y + 6, x - 5 : x + 6]
        return float((near[..., 0] - near[..., 2]).mean())

    # The foot of Mount Paektu (2,744 m) and the plain of Shenyang (50 m), by any atlas.
    assert yellow(41.9, 128.2) > yellow(41.6, 123.2) + 10


def test_letters_keep_their_contrast_on_the_darkest_hill() -> None:
    darkest = np.percentile(luminance(drawn(KOREA)), 0.1)

    letters = luminance(hexed(MAP["light"]["text"]))

    assert (darkest + 0.05) / (letters + 0.05) >= 4.5


def test_most_of_the_land_is_about_as_light_as_without_hills() -> None:
    flat = luminance(hexed(MAP["light"]["land"]))

    assert np.median(luminance(drawn(KOREA))) == pytest.approx(flat, abs=0.1)


def test_from_near_there_is_no_relief() -> None:
    assert hills(shipped().reliefs.region, BRIDGE, "land") == ""


def test_the_hills_are_cut_to_the_land_of_their_own_map(handcar: Track) -> None:
    svg = ElementTree.fromstring(picture(handcar, shipped(), ENGLISH))

    clips = {clip.attrib["id"]: clip[0].attrib["href"] for clip in svg.iter("clipPath")}
    [image] = svg.iter("image")
    lands = [path.attrib["id"] for path in svg.iter("path") if "id" in path.attrib]
    assert len(lands) == len(set(lands)) == 2
    assert clips[image.attrib["clip-path"][5:-1]] == f"#{lands[0]}"


def test_without_a_relief_the_map_is_drawn_all_the_same() -> None:
    bare = Layers({})
    small = track(places=[place("a", 40, 127), place("b", 41, 128)], legs=[leg("a", "b")])

    assert hills(bare.reliefs.around(KOREA.corners), KOREA, "land") == ""
    assert "<image" not in picture(small, bare, ENGLISH)
