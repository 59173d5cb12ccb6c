from __future__ import annotations

import re
from gzip import compress
from xml.etree import ElementTree

import pytest

from journey import Track
from journey.basemap.layers import Layers, shipped
from journey.model.palette import MAP, MODES
from journey.stage.sketch import PICTURE, SIDE, picture, sketch
from journey.words.wording import Wording
from tests.conftest import leg, place
from tests.conftest import track as told

MOST = 2_000  # legs of a journey


def drawn(track: Track, layers: Layers | None = None) -> ElementTree.Element:
    """The picture in a sketch."""
    made = sketch(track, layers or shipped(), Wording("en"))
    return ElementTree.fromstring(made)[0][0]


def between(*points: tuple[float, float]) -> Track:
    """A journey by bus from each of the points to the next."""
    places = [place(f"p{i}", lat, lon) for i, (lat, lon) in enumerate(points)]
    legs = [leg(f"p{i}", f"p{i + 1}") for i in range(len(points) - 1)]
    return told(places=places, legs=legs)


def box(picture: ElementTree.Element) -> list[float]:
    """The left and upper edge of the picture, its width and its height."""
    return [float(number) for number in picture.attrib["viewBox"].split()]


def rings(picture: ElementTree.Element, wide: float) -> list[tuple[float, float]]:
    """Where round dots of that width stand."""
    dots = picture.findall(f".//path[@stroke-width='{wide:g}'][@stroke-linecap]")
    spots = (re.findall(r"-?[\d.]+", dot.attrib["d"]) for dot in dots)
    return [(float(x), float(y)) for x, y, _ in spots]


JOURNEYS: dict[str, list[tuple[float, float]]] = {
    "10 m": [(40, 127), (40.00009, 127)],
    "over the date line": [(60, 170), (62, -170)],
    "at the poles": [(85, 0), (89.9, 90)],
    "20,000 km": [(0, 0), (1, 90), (0, 179)],
    "120 legs": [(30 + i % 7, i / 2) for i in range(121)],
    "as many legs as can be": [(40 + i % 100 * 0.03, 120 + i * 0.01) for i in range(MOST + 1)],
}


def test_as_a_file_of_its_own_it_is_the_same_with_room_around_the_route(handcar: Track) -> None:
    alone = ElementTree.fromstring(picture(handcar))

    space = "{http://www.w3.org/2000/svg}"
    inner = alone.findall(f"{space}svg")[0]
    assert [part.attrib["d"] for part in inner] == [part.attrib["d"] for part in drawn(handcar)]
    left, top, wide, high = (float(inner.attrib[key]) for key in ("x", "y", "width", "height"))
    assert (2 * left + wide, 2 * top + high) == PICTURE
    assert min(left, top) > 16  # px: half of the ring at an end of the route is 8


def test_the_route_lies_in_its_picture_from_end_to_end(handcar: Track) -> None:
    picture = drawn(handcar)

    left, top, wide, high = box(picture)
    start, end = rings(picture, 15.8)
    # Pyongyang lies in the south-west, Vladivostok in the north-east of the route.
    assert left <= start[0] < left + wide / 4
    assert top + high * 3 / 4 < start[1] <= top + high
    assert left + wide * 3 / 4 < end[0] <= left + wide
    assert top <= end[1] < top + high / 4


def test_the_picture_is_as_wide_and_high_as_the_route_on_the_mercator_map() -> None:
    # The equator is as long as the world is wide; at 60 degrees north the map reaches
    # ln(tan(75 degrees)) / 2 pi = 0.2096 of that width from the equator (Snyder, 7-2).
    _, _, wide, high = box(drawn(between((60, 0), (0, 0), (0, 90))))

    assert wide == pytest.approx(SIDE)
    assert high == pytest.approx(SIDE * 0.2096 / 0.25, rel=1e-3)


@pytest.mark.parametrize("name", JOURNEYS)
def test_a_sketch_of_any_journey_is_small_and_has_its_ends(name: str) -> None:
    made = sketch(between(*JOURNEYS[name]), shipped(), Wording("en"))

    assert len(compress(made.encode(), 9)) <= 4_000
    assert len(rings(ElementTree.fromstring(made)[0][0], 15.8)) == 2
    assert "nan" not in made
    assert "inf" not in made


def test_the_date_line_parts_no_route() -> None:
    picture = drawn(between(*JOURNEYS["over the date line"]))

    (start, _), (end, _) = rings(picture, 15.8)
    assert end - start == pytest.approx(SIDE, abs=1)


def test_a_leg_has_the_colours_of_its_mode_in_both_themes(handcar: Track) -> None:
    picture = drawn(handcar)

    inks = {path.get("stroke") for path in picture}
    assert {f"light-dark({MODES[m].light},{MODES[m].dark})" for m in ("train", "bus")} <= inks
    dashes = {path.get("stroke-dasharray") for path in picture}
    assert MODES["bus"].dash in dashes


def test_the_land_is_drawn_with_its_coast(handcar: Track) -> None:
    picture = drawn(handcar)

    land = f"light-dark({MAP['light']['land']},{MAP['dark']['land']})"
    assert [path.get("fill") for path in picture].count(land) == 1


def test_without_a_base_map_there_is_the_route_alone(handcar: Track) -> None:
    picture = drawn(handcar, Layers({}))

    assert len(rings(picture, 15.8)) == 2
    assert {path.get("fill") for path in picture} - {None} == {
        f"light-dark({MAP['light']['sea']},{MAP['dark']['sea']})"
    }


def test_a_title_is_text_and_no_markup() -> None:
    made = sketch(told(title={"en": '"><script>'}), shipped(), Wording("en"))

    assert "<script>" not in made
    assert '"><script>' in str(ElementTree.fromstring(made).get("aria-label"))
