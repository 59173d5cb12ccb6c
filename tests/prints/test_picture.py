from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from journey.basemap.layers import Layers, shipped
from journey.model.palette import MODES
from journey.model.railway import SIZES
from journey.prints.picture import SIZE, picture
from journey.track.track import Track
from journey.words.wording import Wording
from tests.conftest import known, leg, place, track

ENGLISH = Wording("en")
NEAR = {"leg": "b-c", "name": {"en": "From near"}}


@pytest.fixture(scope="module")
def layers() -> Layers:
    return shipped()


def texts(svg: str) -> list[str]:
    """Every text of the picture, which has to be well-formed."""
    return [element.text or "" for element in ElementTree.fromstring(svg).iter("text")]


def test_the_map_names_the_ends_of_the_legs_and_numbers_the_legs() -> None:
    told = texts(picture(track(), Layers({}), ENGLISH))

    assert {"A", "B", "C", "1", "2", "N"} <= set(told)


def test_a_place_that_others_give_for_an_end_is_named_and_has_a_broken_ring() -> None:
    end = known(place="b", others=[known(place="c")])

    svg = picture(track(legs=[leg("a", "b", to=end)]), Layers({}), ENGLISH)

    assert ENGLISH.say("map.or", place="C") in texts(svg)
    rings = [e for e in ElementTree.fromstring(svg).iter("circle") if e.get("stroke-dasharray")]
    assert len(rings) == 1


def test_the_close_up_has_a_name_on_the_map_and_a_picture_of_its_own() -> None:
    svg = picture(track(close_up=NEAR), Layers({}), ENGLISH)

    assert texts(svg).count("From near") == 2
    assert svg.count("<svg") == 2
    assert len([text for text in texts(svg) if text.endswith(" km")]) == 2


def test_the_handcar_map_has_its_ends_its_close_up_and_the_countries_around(
    handcar: Track, layers: Layers
) -> None:
    ends = {ENGLISH.pick(p.name) for leg in handcar.legs for p in (leg.start_place, leg.end_place)}
    close_up = handcar.journey.close_up
    assert close_up

    told = set(texts(picture(handcar, layers, ENGLISH)))

    assert ends | {ENGLISH.pick(close_up.name)} <= told
    assert {"North Korea", "China", "Russia"} <= told


def test_no_country_is_named_where_another_or_the_sea_is(layers: Layers) -> None:
    far = track(
        places=[place("a", 35, 139), place("b", 37, -122), place("c", 40, -100)],
        legs=[leg("a", "b"), leg("b", "c")],
    )

    told = texts(picture(far, layers, ENGLISH))

    assert "United States" in told
    assert {"Somalia", "Sri Lanka", "France"}.isdisjoint(told)


def test_a_way_over_the_antimeridian_is_one_line() -> None:
    far = track(
        places=[place("a", 0, 170), place("b", 0, -170), place("c", 0, -160)],
        legs=[leg("a", "b"), leg("b", "c")],
    )

    svg = picture(far, Layers({}), ENGLISH)

    xs = [float(x) for x in re.findall(r"[ML]([\d.]+) [\d.]+", svg)]
    assert max(xs) <= SIZE[0]


@pytest.mark.parametrize("lat", [-90, 0, 90])
def test_a_journey_of_one_point_has_a_map(lat: float) -> None:
    still = track(places=[place(key, lat, 10) for key in "abc"])

    assert "A" in texts(picture(still, Layers({}), ENGLISH))


def test_hostile_names_come_out_as_text() -> None:
    name = "<script>alert(1)</script>"
    places = [known(id=key, name={"en": name}, lat=0, lon=x) for x, key in enumerate("abc")]

    svg = picture(track(places=places, title={"en": f'">{name}'}), Layers({}), ENGLISH)

    assert name in texts(svg)
    assert "<script>" not in svg


def test_the_close_up_has_rails_the_bridge_and_where_three_countries_meet(
    handcar: Track, layers: Layers
) -> None:
    svg = picture(handcar, layers, ENGLISH)

    told = " ".join(texts(svg))
    bridge, point = handcar.journey.landmarks[:2]
    assert bridge.name
    assert ENGLISH.pick(bridge.name) in told
    assert ENGLISH.pick(handcar.journey.place(str(point.place)).name) in told
    assert ENGLISH.say("basis.assumed") in told
    strokes = [(e.get("stroke"), e.get("stroke-width")) for e in ElementTree.fromstring(svg).iter()]
    # Two rails, each half as wide as on the screen, and no line of the usual width for that leg.
    assert strokes.count((MODES["handcar"].light, f"{SIZES['rail'] / 2:g}")) == 2


def test_a_journey_without_landmarks_has_all_of_its_leg_in_the_close_up() -> None:
    told = texts(picture(track(close_up=NEAR), Layers({}), ENGLISH))

    assert {"B", "C"} <= set(told)
