from __future__ import annotations

import re
from itertools import pairwise
from math import atan2, degrees
from xml.etree import ElementTree

import pytest

from journey.basemap.layers import Layers, shipped
from journey.model.palette import MODES
from journey.model.railway import SIZES
from journey.prints.drawing import INK
from journey.prints.legend import EACH
from journey.prints.picture import LANE, SIZE, picture
from journey.stage.chapters import LONG
from journey.stage.landmarks import sights
from journey.track.track import Track
from journey.words.answers import span
from journey.words.wording import Wording
from tests.conftest import guessed, known, leg, place, taught, track

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


@pytest.mark.parametrize(("lon", "drawn"), [(-1, True), (-9, False)])
def test_a_place_of_others_so_far_off_that_the_route_fills_a_corner_is_left_out(
    lon: float, drawn: bool
) -> None:
    places = [place("a", 0, 0), place("b", 0, 2), place("c", 0, lon)]
    start = known(place="a", others=[known(place="c")])
    ride = {**leg("a", "b"), "from": start}

    told = texts(picture(track(places=places, legs=[ride]), Layers({}), ENGLISH))

    assert {"A", "B"} <= set(told)
    assert (ENGLISH.say("map.or", place="C") in told) is drawn


def test_the_scale_hides_no_place_of_others() -> None:
    # Of four corners the lower left has least of the route, and the place in it.
    dots = [("a", 6, 0), ("b", 6, 9), ("c", 0.4, 9), ("d", 0.2, 0.4)]
    around = {"places": [place(*dot) for dot in dots]}
    end = known(place="c", others=[known(place="d")])

    svg = picture(track(**around, legs=[leg("a", "b"), leg("b", "c", to=end)]), Layers({}), ENGLISH)

    assert ENGLISH.say("map.or", place="D") in texts(svg)


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


def ends(svg: str) -> list[tuple[float, float]]:
    """Where the ends of the legs are drawn on the map."""
    spots = [e for e in ElementTree.fromstring(svg).findall("circle") if e.get("r") == "4"]
    return [(float(spot.attrib["cx"]), float(spot.attrib["cy"])) for spot in spots]


@pytest.mark.parametrize(
    ("start", "end"),
    [((39, 125.8), (43.1, 131.9)), ((52.5, 13.4), (43.1, 131.9)), ((-34.6, -58.4), (64.1, 20))],
)
def test_a_ruler_on_the_map_shows_the_direction_that_is_the_answer(
    start: tuple[float, float], end: tuple[float, float]
) -> None:
    asked = guessed("direction", "deg", leg="a-b", high=360)
    far = track(
        places=[place("a", *start), place("b", *end)],
        legs=[leg("a", "b")],
        teaching=taught(questions=[asked], steps=[]),
    )

    (x, y), (u, v) = ends(picture(far, Layers({}), ENGLISH, most=400))

    assert far.journey.teaching
    answer = span(far.journey.teaching.questions[0], far)
    assert answer
    assert degrees(atan2(u - x, y - v)) % 360 == pytest.approx(answer.used, abs=0.5)


def test_where_no_direction_is_asked_for_parallels_are_evenly_apart() -> None:
    north = track(
        places=[place("a", 0, 0), place("b", 40, 0), place("c", 80, 0)],
        legs=[leg("a", "b"), leg("b", "c")],
    )

    (_, a), (_, b), (_, c) = ends(picture(north, Layers({}), ENGLISH))

    assert a - b == pytest.approx(b - c, abs=0.2)


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


def split(svg: str) -> tuple[list[ElementTree.Element], list[ElementTree.Element]]:
    """The texts of the map, and those of its close-up."""
    root = ElementTree.fromstring(svg)
    inner = [text for part in root.iter("svg") if part is not root for text in part.iter("text")]
    return [text for text in root.iter("text") if text not in inner], inner


@pytest.mark.parametrize("most", [400, SIZE[1]])
def test_every_leg_has_its_number_on_the_map_however_short(
    most: float, handcar: Track, layers: Layers
) -> None:
    outer, _ = split(picture(handcar, layers, ENGLISH, most=most))

    numbers = {text.text for text in outer if text.get("class") == "number"}
    assert numbers == {str(number) for number, _ in enumerate(handcar.legs, 1)}


def test_the_close_up_names_where_others_end_a_leg_and_the_stops_on_the_bridge(
    handcar: Track, layers: Layers
) -> None:
    _, inner = split(picture(handcar, layers, ENGLISH))

    leg = next(leg for leg in handcar.legs if leg.leg.mode == "handcar")
    stops = {ENGLISH.pick(halt.place.name) for halt in leg.halts}
    others = {
        ENGLISH.say("map.or", place=ENGLISH.pick(other.place.name)) for other in leg.elsewhere
    }
    told = {text.text for text in inner}
    assert stops
    assert stops | others | {ENGLISH.pick(leg.start_place.name)} <= told


def test_what_is_said_of_the_bridge_stands_right_below_its_name(
    handcar: Track, layers: Layers
) -> None:
    _, inner = split(picture(handcar, layers, ENGLISH))

    bridge = next(s for s in sights(handcar, ENGLISH) if s.landmark.kind == "bridge")
    order = [text.text for text in inner]
    note = order.index(bridge.note)
    above, below = inner[note - 1], inner[note]
    assert (above.text or "") in bridge.name
    assert above.get("x") == below.get("x")
    assert 8 < float(below.get("y", 0)) - float(above.get("y", 0)) < 12


def test_a_name_stands_on_the_side_of_its_ring_where_no_leg_is(
    handcar: Track, layers: Layers
) -> None:
    svg = picture(handcar, layers, ENGLISH)
    (other,) = handcar.legs[-1].elsewhere
    name = ENGLISH.say("map.or", place=ENGLISH.pick(other.place.name))

    (label,) = (text for text in split(svg)[0] if text.text == name)

    ring = next(e for e in ElementTree.fromstring(svg).iter("circle") if e.get("stroke-dasharray"))
    # Leg 4 comes from the west; the sea and the airport are east of it.
    assert float(label.get("x", 0)) > float(ring.get("cx", 0))


@pytest.mark.parametrize(
    ("lat", "lon", "height"),
    # Of 720 units 632 are for the route; a degree of longitude is cos(25 deg) = 0.906 of one of
    # latitude half way to 50 degrees north.
    [(0, 100, 300), (50, 100, 88 + 50 * 632 / (100 * 0.906)), (80, 20, 556)],
)
def test_the_picture_is_no_higher_than_the_route_asks_for(
    lat: float, lon: float, height: float
) -> None:
    wide = track(places=[place("a", 0, 0), place("b", lat / 2, lon / 2), place("c", lat, lon)])

    svg = ElementTree.fromstring(picture(wide, Layers({}), ENGLISH))

    assert float(svg.get("viewBox", "").split()[3]) == pytest.approx(height, abs=12)


@pytest.mark.parametrize("text", ["x" * 600, "Over the bridge " * 40])
def test_a_title_of_the_close_up_that_would_be_cut_is_left_out(text: str) -> None:
    near = {**NEAR, "name": {"en": text}}

    told = texts(picture(track(close_up=near), Layers({}), ENGLISH))

    assert not [one for one in told if len(one) > 40]


def test_the_legs_are_told_apart_by_their_modes_in_words(handcar: Track, layers: Layers) -> None:
    outer, inner = split(picture(handcar, layers, ENGLISH))

    modes = {mode: ENGLISH.say(f"mode.{mode}") for mode in ("train", "bus", "handcar")}
    assert {modes["train"], modes["bus"]} <= {text.text for text in outer}
    assert {modes["handcar"], modes["bus"]} <= {text.text for text in inner}


def test_without_figures_nothing_is_said_of_lengths(handcar: Track, layers: Layers) -> None:
    told, silent = (
        texts(picture(handcar, layers, ENGLISH, figures=shown)) for shown in (True, False)
    )

    lengths = [[one for one in found if re.search(r"\d k?m\b", one)] for found in (told, silent)]
    # Two scales, and besides them how long the bridge and how wide the river is.
    assert [len(found) for found in lengths] == [4, 2]


def test_a_way_back_over_the_same_track_lies_beside_the_way_there() -> None:
    there_and_back = track(
        places=[place("a", 0, 0), place("b", 0, 1)], legs=[leg("a", "b"), leg("b", "a")]
    )

    svg = ElementTree.fromstring(picture(there_and_back, Layers({}), ENGLISH))

    ink = there_and_back.legs[0].means.ink.light
    lines = [e for e in svg.iter("path") if e.get("stroke") == ink]
    first, second = (re.findall(r"[ML][\d.]+ ([\d.]+)", e.get("d") or "") for e in lines[:2])
    # The way east has its right in the south, further down.
    assert [float(y) for y in first] == [float(y) + LANE for y in second]


def numbered(svg: str) -> dict[int, tuple[float, float]]:
    """Where the middle of each number stands, by the number."""
    every = list(ElementTree.fromstring(svg).iter())
    badges = [pair for pair in pairwise(every) if pair[1].get("class") == "number"]
    return {
        int(text.text or ""): (float(ring.attrib["cx"]), float(ring.attrib["cy"]))
        for ring, text in badges
    }


def many(count: int, apart: float = 0.1) -> Track:
    """A track of so many legs to the east, so many degrees each, by train and by bus in turn."""
    return track(
        places=[place(f"p{i}", 0, apart * i) for i in range(count + 1)],
        legs=[
            leg(f"p{i}", f"p{i + 1}", mode="train" if i // 7 % 2 else "bus") for i in range(count)
        ],
    )


@pytest.mark.parametrize("count", [EACH + 1, 40, 120])
def test_each_number_of_many_legs_stands_at_its_leg(count: int) -> None:
    svg = picture(many(count), Layers({}), ENGLISH)

    (start, y), (end, _) = min(ends(svg)), max(ends(svg))
    long = (end - start) / count
    found = numbered(svg)
    assert len(found) > 10
    assert all(abs(down - y) < 16 for _, down in found.values())
    parts = {number: (across - start) / long for number, (across, _) in found.items()}
    assert all(number - 1.2 < part < number + 0.2 for number, part in parts.items())


def test_of_many_legs_those_have_a_number_that_are_told_by_another_line() -> None:
    found = numbered(picture(many(60), Layers({}), ENGLISH))

    assert {1, 60, *range(1, 60, 7)} <= set(found)


def test_of_very_many_legs_those_have_numbers_and_points_that_open_a_chapter() -> None:
    svg = picture(many(LONG + 20), Layers({}), ENGLISH)  # 25 legs a chapter

    opened = [*range(1, LONG + 20, 25)]
    assert sorted(numbered(svg)) == opened
    assert {text for text in texts(svg) if text.startswith("P")} == {
        *(f"P{number - 1}" for number in opened), f"P{LONG + 20}"
    }  # fmt: skip


def test_of_many_legs_only_the_ends_of_all_have_names_in_bold() -> None:
    svg = ElementTree.fromstring(picture(many(30), Layers({}), ENGLISH))

    bold = {text.text for text in svg.iter("text") if text.get("class") == "name strong"}
    assert bold & {f"P{number}" for number in range(31)} == {"P0", "P30"}


def test_of_many_places_on_one_spot_one_is_drawn() -> None:
    near = [place(f"p{i}", 0, 1e-6 * i) for i in range(20)]
    legs = [leg(f"p{i}", f"p{i + 1}") for i in range(19)]
    far = track(places=[*near, place("p20", 0, 1)], legs=[*legs, leg("p19", "p20")])

    assert len(ends(picture(far, Layers({}), ENGLISH))) == 2


def test_the_dots_of_many_places_leave_the_line_between_them_in_sight() -> None:
    svg = ElementTree.fromstring(picture(many(120), Layers({}), ENGLISH))
    rings = [ring.attrib for ring in svg.iter("circle") if ring.get("stroke") == INK]
    spots = sorted(
        (float(ring["cx"]), float(ring["r"]) + float(ring["stroke-width"]) / 2)
        for ring in rings
        if float(ring["r"]) <= 4  # Larger is only the compass rose.
    )

    assert len(spots) > 20
    assert all(b - a > near + far for (a, near), (b, far) in pairwise(spots))


def test_the_scale_stands_in_a_corner_where_it_hides_nothing_of_the_route() -> None:
    # It begins in the lower left, and keeps farther from the upper corners, where more of it is.
    dots = [(50, 360), (50, 270), (120, 150), (300, 150), (350, 20), (400, 150), (700, 150)]
    dots += [(700, 380), (400, 380)]
    places = [place(f"p{i}", -y / 100, x / 100) for i, (x, y) in enumerate(dots)]
    legs = [leg(f"p{i}", f"p{i + 1}") for i in range(len(dots) - 1)]
    round_trip = track(places=places, legs=legs)

    svg = ElementTree.fromstring(picture(round_trip, Layers({}), ENGLISH))

    (north,) = (text for text in svg.iter("text") if text.text == "N")
    assert float(north.get("y", 0)) < 100
