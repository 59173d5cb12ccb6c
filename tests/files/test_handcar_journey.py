"""Facts of the journey that the project ships, against what is known from elsewhere."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from math import floor
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from geopy.distance import geodesic
from pydantic import BaseModel

from journey import Journey, Track
from journey.geo.geometry import Point, along, cumulative, nearest
from journey.track.track import LegTrack
from journey.words.answers import span
from tests.conftest import ROOT

BASEMAP = ROOT / "data" / "basemap"

# Official chainage of the line from Pyongyang, in km, and where stations lie (Wikipedia, GeoNames).
CHAINAGE = {
    "west-pyongyang": (4.7, (39.05306, 125.72611)),
    "sunchon": (66.4, (39.4228, 125.9367)),
    "kowon": (223.7, (39.44, 127.24944)),
    "hamhung": (305.6, (39.91833, 127.53639)),
    "tanchon": (494.2, (40.4498, 128.9222)),
    "kilju": (578.9, (40.9609, 129.3233)),
    "ranam": (699.6, (41.71361, 129.68444)),
    "chongjin": (720.7, (41.79306, 129.79861)),
}
# Where the border crosses the rails on the bridge (OpenStreetMap).
BORDER = (42.415217, 130.641271)

# Capitalised words in the English texts that name no person.
# What a lesson says is to be pressed: words of buttons and keys.
PRESSED = {"Present", "For", "Next", "Leave", "End", "Enter", "Show", "Compare", "Press", "Play"}
NAMES = {
    *(
        "January",
        "February",
        "March",
        "December",
        "Thursday",
        "Russian",
        "Russia",
        "Korean",
        "Koreans",
    ),
    *("North", "Korea", "China", "Third", "Secretary", "Foreign", "Ministry", "Moscow", "Times"),
    *("Air", "Koryo", "Korea-Russia", "Friendship", "Bridge", "Primorye", "Covid-19", "NK", "News"),
    *(
        "TASS",
        "ANSA",
        "Slate",
        "Natural",
        "Earth",
        "MIT",
        "Tumen",
        "The",
        "Don’t",
        "Leave",
        "Our",
        "Own",
    ),
    *("OpenStreetMap", "Pacific", "River", "Russians", "Rason", "RasonConTrans", "Ukraine"),
    *("ABC", "AFP", "AP", "BBC", "CBS", "CNN", "KBS", "RBC", "RIA", "ORF", "SUCHO", "Reuters"),
    *("Wall", "Street", "Journal", "Northern", "Russian-Korean"),
    *("Irish", "Independent", "Kyodo", "Newser", "Railway", "Railways", "Gazette", "Telegraph"),
    *("Tuesday", "April", "May", "June", "July", "August"),
}
PEOPLE = {"Vladislav", "Sorokin", "Varya"}


@pytest.fixture(scope="module")
def train(handcar: Track) -> LegTrack:
    return handcar.legs[0]


def off(leg: LegTrack, point: Point) -> float:
    """How far the line passes the point, in km."""
    return nearest(leg.line, cumulative(leg.line), point)[1]


def test_four_legs_lead_from_pyongyang_to_vladivostok(handcar: Track) -> None:
    legs = [(part.leg.mode, part.end_place.id) for part in handcar.legs]

    assert handcar.legs[0].start_place.id == "pyongyang"
    assert legs == [
        ("train", "rajin"),
        ("bus", "korean-bank"),
        ("handcar", "khasan"),
        ("bus", "vladivostok"),
    ]


def test_the_figures_that_were_reported_are_the_ones_used(handcar: Track) -> None:
    train, bus, cart, _ = (part.leg for part in handcar.legs)

    hours = [(leg.duration[0].value, leg.duration[0].basis.value) for leg in (train, bus)]
    assert hours == [(32, "reported"), (2, "reported")]
    assert (cart.distance[0].more_than, cart.distance[0].unit) == (1, "km")
    assert cart.distance[0].basis.value == "reported"
    assert cart.duration[0].basis.value == "assumed"


def test_the_train_ride_is_as_long_as_the_line_tables_say(train: LegTrack) -> None:
    # Kalli to Rajin 782.8 km, and 19.1 km before that.
    assert train.distance.used == pytest.approx(782.8 + 19.1)
    assert train.leg.distance[0].basis.value == "derived"


def test_the_drawn_line_of_the_train_is_a_little_shorter_than_the_rails(train: LegTrack) -> None:
    assert 650 < train.drawn_km < 801.9
    assert train.drawn_km == pytest.approx(730, rel=0.03)


@pytest.mark.parametrize("station", CHAINAGE)
def test_the_train_passes_the_station_at_its_official_distance(
    station: str, train: LegTrack
) -> None:
    km, point = CHAINAGE[station]

    (halt,) = [halt for halt in train.halts if halt.place.id == station]

    assert halt.km == pytest.approx(km)
    assert off(train, point) < 0.5


def test_every_leg_passes_its_stops_within_500_metres(handcar: Track) -> None:
    far = {
        halt.place.id: round(off(part, (halt.place.lat, halt.place.lon)), 2)
        for part in handcar.legs
        for halt in part.halts
    }

    assert {name: km for name, km in far.items() if km >= 0.5} == {}


def test_stops_come_in_the_order_of_the_way(handcar: Track) -> None:
    for part in handcar.legs:
        assert [halt.km for halt in part.halts] == sorted(halt.km for halt in part.halts)


def test_the_handcar_crosses_the_border_on_the_bridge(handcar: Track) -> None:
    cart = handcar.legs[2]

    assert off(cart, BORDER) < 0.05
    # From the bridgehead to the station it is 2.0 km, and the cart stood 300 m before it.
    assert cart.drawn_km == pytest.approx(2.0 + 0.3, abs=0.1)


def test_they_crossed_on_thursday_25_february_2021(handcar: Track) -> None:
    (day,) = handcar.journey.day

    assert str(day.at) == "2021-02-25"
    window = handcar.legs[2].slot.departs
    assert window is not None
    by_clock = (
        moment and moment.astimezone(ZoneInfo("Asia/Pyongyang"))
        for moment in (window.early, window.late)
    )
    assert {str(moment.date()) for moment in by_clock if moment} == {"2021-02-25"}


Edges = dict[int, list[tuple[Point, Point]]]


def edges(file: Path) -> Edges:
    """The edges of all rings in the file, by hundredths of a degree of latitude."""
    found: Edges = defaultdict(list)
    for feature in json.loads(file.read_text("utf-8"))["features"]:
        shape = feature["geometry"]
        several = shape["type"] == "MultiPolygon"
        for polygon in shape["coordinates"] if several else [shape["coordinates"]]:
            for ring in polygon:
                points = [(lat, lon) for lon, lat in ring]
                for a, b in pairwise(points):
                    low, high = sorted((a[0], b[0]))
                    for band in range(floor(low * 100), floor(high * 100) + 1):
                        found[band].append((a, b))
    return found


def inside(rings: Edges, point: Point) -> bool:
    """Whether a ray to the east crosses the rings an odd number of times."""
    lat, lon = point
    crossings = (
        a[1] + (b[1] - a[1]) * (lat - a[0]) / (b[0] - a[0])
        for a, b in rings.get(floor(lat * 100), ())
        if (a[0] > lat) != (b[0] > lat)
    )
    return sum(crossing > lon for crossing in crossings) % 2 == 1


@pytest.mark.skipif(not (BASEMAP / "land.geojson").is_file(), reason="there is no base map")
def test_trains_and_buses_keep_to_the_land(handcar: Track) -> None:
    land, lakes = edges(BASEMAP / "land.geojson"), edges(BASEMAP / "lakes.geojson")

    wet = [
        (part.leg.id, km)
        for part in handcar.legs
        if part.leg.mode != "handcar"
        for km, point in every_kilometre(part)
        if not inside(land, point) or inside(lakes, point)
    ]

    assert wet == []


def every_kilometre(part: LegTrack) -> Iterator[tuple[int, Point]]:
    reached = cumulative(part.line)
    for km in range(int(reached[-1]) + 1):
        yield km, along(part.line, reached, km)


def test_a_point_at_sea_is_not_on_land_and_one_ashore_is() -> None:
    square: Edges = {0: [((0.001, 0), (0.001, 1)), ((0.001, 1), (0.009, 1))]}
    square[0] += [((0.009, 1), (0.009, 0)), ((0.009, 0), (0.001, 0))]

    assert inside(square, (0.005, 0.5))
    assert not inside(square, (0.005, 1.5))
    assert not inside(square, (0.005, -0.5))


def test_every_place_is_named_in_english_russian_and_korean(handcar: Track) -> None:
    scripts = {"en": r"[A-Z]", "ru": r"(?i)[а-яё]", "ko": r"[가-힣]"}

    for place in handcar.journey.places:
        assert set(place.name) >= set(scripts)
        assert all(re.match(first, place.name[code]) for code, first in scripts.items())


def texts(node: Any) -> Iterator[str]:
    """Every text of the journey in English, but for titles and names of sources and places."""
    if isinstance(node, BaseModel):
        for name in type(node).model_fields:
            yield from texts(getattr(node, name)) if name not in ("places", "sources") else ()
    elif isinstance(node, tuple):
        for part in node:
            yield from texts(part)
    elif isinstance(node, dict) and "en" in node:
        yield str(node["en"])


def everything(journey: Journey) -> list[str]:
    reasons = [place.method or place.reason or {"en": ""} for place in journey.places]
    notes = [source.note for source in journey.sources if source.note]
    return [*texts(journey), *(text["en"] for text in (*reasons, *notes))]


def test_no_quotation_is_longer_than_25_words(handcar: Track) -> None:
    told = everything(handcar.journey)

    quoted = [words for text in told for words in re.findall(r'["“«]([^"”»]+)["”»]', text)]
    quoted += [piece.quote.text["en"] for piece in handcar.journey.story if piece.quote]
    assert quoted
    assert [words for words in quoted if len(words.split()) > 25] == []


def test_nobody_is_named_but_those_whom_the_ministry_named(handcar: Track) -> None:
    places = {w for place in handcar.journey.places for w in re.findall(r"\w+", place.name["en"])}
    inner = r"(?<![.:?!] )(?<!^)(?<![\"“])\b[A-Z][\w’'-]+"

    named = {word for text in everything(handcar.journey) for word in re.findall(inner, text)}

    assert {re.sub(r"’s?$", "", word) for word in named} - places - NAMES - PRESSED == PEOPLE


def test_every_story_that_says_sources_disagree_has_several_claims(handcar: Track) -> None:
    said = [len(piece.claims) for piece in handcar.journey.story if piece.disagree]

    assert min(said) > 1


def test_the_lessons_are_of_15_and_45_minutes_and_fill_them(handcar: Track) -> None:
    teaching = handcar.journey.teaching

    assert teaching is not None
    spent = {lesson.minutes: sum(p.minutes for p in lesson.phases) for lesson in teaching.lessons}
    assert spent == {15: 15, 45: 45}
    assert sum(step.minutes for step in teaching.steps) == 45


def test_every_leg_is_approached_shown_and_asked_about(handcar: Track) -> None:
    teaching = handcar.journey.teaching

    assert teaching is not None
    shown = {(step.leg, step.kind) for step in teaching.steps if step.leg}
    kinds = ("approach", "moment", "question")
    assert shown == {(leg.leg.id, kind) for leg in handcar.legs for kind in kinds}


def test_every_guess_has_its_answer_within_its_slider(handcar: Track) -> None:
    teaching = handcar.journey.teaching

    assert teaching is not None
    guesses = [question for question in teaching.questions if question.kind == "guess"]
    assert {guess.of for guess in guesses} >= {"duration", "distance", "speed"}
    for guess in guesses:
        found = span(guess, handcar)
        assert found is not None
        assert (guess.low or 0) < found.used < (guess.high or 0)


def test_distances_to_compare_with_are_those_of_their_places(handcar: Track) -> None:
    teaching, place = handcar.journey.teaching, handcar.journey.place

    assert teaching is not None
    plane, train = (item.distance for item in teaching.compare if item.distance)
    ends = (("pyongyang", "vladivostok", plane), ("tumangang", "khasan", train))
    for start, end, claim in ends:
        a, b = place(start), place(end)
        length = geodesic((a.lat, a.lon), (b.lat, b.lon)).km
        assert claim is not None
        assert claim.about == pytest.approx(length, rel=0.02)
