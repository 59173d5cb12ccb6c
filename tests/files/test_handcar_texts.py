"""What the texts of the shipped journey say, against its claims and against the track."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from math import acos, atan2, cos, degrees, floor, log, pi, radians, sin, tan
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from geopy.distance import geodesic

from journey import Track
from journey.geo.geometry import Point, cumulative, nearest
from journey.model.claims import Moment
from journey.model.journey import Place
from journey.model.teaching import Step, Teaching
from journey.track.track import LegTrack

# The bridge's ends on the Korean and on the Russian side, estimated on OpenStreetMap.
BRIDGE = ((42.41323, 130.63860), (42.41720, 130.64394))
COUNTED = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def leg(track: Track, key: str) -> LegTrack:
    return next(part for part in track.legs if part.leg.id == key)


def taught(track: Track) -> Teaching:
    assert track.journey.teaching is not None
    return track.journey.teaching


def point(track: Track, key: str) -> Point:
    place = track.journey.place(key)
    return place.lat, place.lon


def straight(start: Point, end: Point) -> float:
    """How far two points lie from each other, straight over the earth, in km."""
    return float(geodesic(start, end).km)


def pushed(track: Track, where: Point) -> float:
    """How far the cart had come where its line passes a point, in km of the line."""
    line = leg(track, "handcar").line
    return nearest(line, cumulative(line), where)[0]


def hours(track: Track, *keys: str) -> float:
    """The time that is used of those legs together."""
    lasts = [leg(track, key).slot.duration for key in keys]
    return sum(time.figure.used for time in lasts if time) / 3_600


def bounds(claim: Moment) -> tuple[datetime, datetime]:
    early, late = claim.between or (claim.at, claim.at)
    assert isinstance(early, datetime)
    assert isinstance(late, datetime)
    return early, late


def daylight(place: Place, day: date) -> tuple[datetime, datetime]:
    """Sunrise and sunset at a place, by NOAA's equations for a day of the year."""
    turn = 2 * pi / 365 * (day.timetuple().tm_yday - 1)
    ahead = 229.18 * (
        0.000075 + 0.001868 * cos(turn) - 0.032077 * sin(turn)
        - 0.014615 * cos(2 * turn) - 0.040849 * sin(2 * turn)
    )  # fmt: skip
    tilt = (
        0.006918 - 0.399912 * cos(turn) + 0.070257 * sin(turn) - 0.006758 * cos(2 * turn)
        + 0.000907 * sin(2 * turn) - 0.002697 * cos(3 * turn) + 0.00148 * sin(3 * turn)
    )  # fmt: skip
    lat = radians(place.lat)
    half = degrees(acos(cos(radians(90.833)) / (cos(lat) * cos(tilt)) - tan(lat) * tan(tilt)))
    noon = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo("UTC"))
    noon += timedelta(minutes=720 - 4 * place.lon - ahead)
    return noon - timedelta(minutes=4 * half), noon + timedelta(minutes=4 * half)


def ruled(start: Point, end: Point) -> float:
    """The direction on a Mercator map, in degrees clockwise from north."""
    (lat, lon), (to_lat, to_lon) = (tuple(map(radians, end)) for end in (start, end))
    north = log(tan(pi / 4 + to_lat / 2)) - log(tan(pi / 4 + lat / 2))
    return degrees(atan2(to_lon - lon, north))


def sources(track: Track, claim: int | None = None) -> str:
    """How many sources tell how far the cart was pushed, or have that one of its figures."""
    claims = leg(track, "handcar").leg.distance
    chosen = claims if claim is None else claims[claim : claim + 1]
    return COUNTED[len({source for one in chosen for source in one.source})]


def to_bridge(track: Track) -> str:
    return f"{straight(point(track, 'chongjin'), BRIDGE[0]):.0f} km"


def airport(track: Track) -> str:
    ends = (point(track, key) for key in ("vladivostok", "vladivostok-airport"))
    return f"{straight(*ends):.0f} km"


def lit(track: Track) -> str:
    """From when to when it was light, by the clock of Pyongyang, as the claim has it."""
    return " to ".join(f"{when:%H:%M}" for when in bounds(leg(track, "handcar").leg.departs[0]))


def walked(track: Track, minutes: float) -> str:
    return f"{leg(track, 'handcar').drawn_km / minutes * 60:.1f} km an hour"


def share(track: Track) -> str:
    every = [part.leg.id for part in track.legs]
    return f"{hours(track, 'handcar') / hours(track, *every):.3f}"


def arrived(track: Track) -> str:
    """What a Russian clock shows after the crossing that starts at 12:00 in Pyongyang."""
    noon = datetime(2021, 2, 25, 12, tzinfo=ZoneInfo("Asia/Pyongyang"))
    zone = track.journey.place("khasan").zone
    after = noon + timedelta(hours=hours(track, "handcar"))
    return f"{after.astimezone(ZoneInfo(str(zone))):%H:%M}"


def bank(track: Track, key: str) -> str:
    """How far along the line a bank is from its end of the bridge, in m."""
    end = BRIDGE[key == "russian-bank"]
    off = abs(pushed(track, point(track, key)) - pushed(track, end)) * 1_000
    return f"{off:.0f} m"


Says = Callable[[Track], str]
TRAIN, CART = "legs.train", "legs.handcar"
ROAD, ASKED = "legs.bus-to-border.distance", "teaching.questions"
# Where a text states a figure that follows from claims, and that figure as it follows from them.
FIGURES: list[tuple[str, Says]] = [
    (f"{TRAIN}.end.reason", to_bridge),
    (f"{TRAIN}.end.reason", lambda t: f"{leg(t, 'train').distance.used:g} km"),
    (f"{TRAIN}.end.reason", lambda t: f"in {hours(t, 'train'):.0f} hours"),
    (f"{TRAIN}.departs.1.reason", lambda t: f"{hours(t, 'train', 'bus-to-border'):.0f} hours"),
    (f"{TRAIN}.departs.1.reason", lit),
    (f"{TRAIN}.departs.1.reason", lambda t: f"{bounds(leg(t, 'train').leg.departs[1])[0]:%H:%M}"),
    (f"{ROAD}.0.method", lambda t: f"{leg(t, 'train').drawn_km:.0f} km"),
    (f"{ROAD}.0.method", lambda t: f"{leg(t, 'train').distance.used:g} km"),
    ("places.korean-bank.reason", lambda t: bank(t, "korean-bank")),
    ("places.russian-bank.reason", lambda t: bank(t, "russian-bank")),
    ("places.russian-bank.reason", lambda t: f"{pushed(t, point(t, 'russian-bank')):.1f} km"),
    (f"{CART}.duration.0.reason", lambda t: f"{leg(t, 'handcar').drawn_km:.1f} km"),
    (f"{CART}.duration.0.reason", lambda t: walked(t, 30)),
    (f"{CART}.duration.0.reason", lambda t: f"{1 / 3 * 60:.0f} minutes"),
    ("legs.bus-to-vladivostok.end.others.0.note", airport),
    ("teaching.vocabulary.vladivostok.text", airport),
    ("corrections.0.text", lambda t: f"{straight(*_short(t)):.0f} km before"),
    (f"{ASKED}.whole-direction.answer", lambda t: f"{ruled(*_whole(t)):.0f} degrees"),
    (f"{ASKED}.bridge-direction.answer", lambda t: f"{ruled(*BRIDGE):.0f} degrees"),
    (f"{ASKED}.bus-distance.answer", lambda t: f"{_said(t, 'bus-to-border', 1)} long"),
    (f"{ASKED}.handcar-distance.answer", lambda t: f"{sources(t)} sources"),
    (f"{ASKED}.handcar-distance.answer", lambda t: f"{_figures(t)} figures"),
    (f"{CART}.distance.0.note", lambda t: f"{leg(t, 'handcar').drawn_km:.1f} km long"),
    (f"{ASKED}.how-far.text", lambda t: f"{sources(t)} of our sources"),
    (f"{ASKED}.how-far.text", lambda t: f"in {_figures(t)} ways"),
    (f"{ASKED}.how-far.answer", lambda t: f"{sources(t, 0)} of the {sources(t)}"),
    ("teaching.steps.13.text", lambda t: f"{sources(t)} of our sources, {_figures(t)} distances"),
    ("teaching.lessons.0.phases.2.text", lambda t: f"{_figures(t)} distances"),
    (f"{ASKED}.station.answer", lambda t: f"more than {_said(t, 'bus-to-border', 0)}"),
    (f"{ASKED}.station.answer", lambda t: f"{leg(t, 'train').distance.used:.0f} km of railway"),
    (f"{ASKED}.station.answer", lambda t: f"{_speed(t):.0f} km/h"),
    (f"{ASKED}.station.answer", to_bridge),
    (f"{ASKED}.share-of-time.text", lambda t: f"of {_all(t):.0f} hours"),
    (f"{ASKED}.share-of-time.answer", lambda t: f"{hours(t, 'handcar'):g} divided by"),
    (f"{ASKED}.share-of-time.answer", share),
    (f"{ASKED}.two-clocks.answer", arrived),
    (f"{ASKED}.handcar-speed.answer", lambda t: f"{1 / _bound(t, 1):.0f} km/h; if it took 20"),
    (f"{ASKED}.handcar-speed.answer", lambda t: f"minutes, {1 / _bound(t, 0):.0f} km/h"),
    ("teaching.steps.4.notes", lambda t: f"{leg(t, 'train').distance.used:g} km in 32 hours"),
]  # fmt: skip


def _short(track: Track) -> tuple[Point, Point]:
    return point(track, "russian-bank"), point(track, "khasan")


def _whole(track: Track) -> tuple[Point, Point]:
    return point(track, "pyongyang"), point(track, "vladivostok")


def _said(track: Track, key: str, claim: int) -> str:
    found = leg(track, key).leg.distance[claim]
    return f"{found.value or found.more_than:g} {found.unit}"


def _figures(track: Track) -> str:
    return COUNTED[len(leg(track, "handcar").leg.distance)]


def _speed(track: Track) -> float:
    return leg(track, "train").distance.used / hours(track, "train")


def _all(track: Track) -> float:
    return hours(track, *(part.leg.id for part in track.legs))


def _bound(track: Track, end: int) -> float:
    """The least or the most that the pushing took, in hours."""
    span = leg(track, "handcar").leg.duration[0].range
    assert span is not None
    return span[end] / 60


def told(track: Track, path: str) -> str:
    """The English text at a path of fields, ids of parts or of their places, and indices."""
    node: Any = track.journey
    for key in path.split("."):
        if isinstance(node, dict):
            node = node[key]
        elif not isinstance(node, tuple):
            node = getattr(node, key)
        elif key.isdigit():
            node = node[int(key)]
        else:
            node = next(n for n in node if key in (getattr(n, "id", ""), getattr(n, "place", "")))
    return str(node["en"])


@pytest.mark.parametrize(("path", "says"), FIGURES, ids=[path for path, _ in FIGURES])
def test_a_figure_in_a_text_is_what_follows_from_the_claims(
    path: str, says: Says, handcar: Track
) -> None:
    figure, text = says(handcar), told(handcar, path)

    assert re.search(rf"(?<![\w.]){re.escape(figure)}(?!\w)", text, re.IGNORECASE)


def test_the_hours_of_the_crossing_are_those_of_daylight_at_the_bridge(handcar: Track) -> None:
    claimed = bounds(leg(handcar, "handcar").leg.departs[0])

    computed = daylight(handcar.journey.place("border"), claimed[0].date())
    assert [
        round((a - b).total_seconds() / 60) for a, b in zip(claimed, computed, strict=True)
    ] in ([[a, b] for a in (-1, 0, 1) for b in (-1, 0, 1)])


def test_the_departure_that_is_counted_back_lies_the_two_rides_before_daylight(
    handcar: Track,
) -> None:
    day, counted = (bounds(claim) for claim in leg(handcar, "train").leg.departs)
    light = bounds(leg(handcar, "handcar").leg.departs[0])

    rides = timedelta(hours=hours(handcar, "train", "bus-to-border"))
    assert counted == (light[0] - rides, light[1] - rides)
    assert day[0] < counted[0] < day[1] < counted[1]


def test_the_road_to_the_border_is_at_least_as_long_as_it_is_drawn(handcar: Track) -> None:
    road = leg(handcar, "bus-to-border")

    assert road.leg.distance[0].more_than == floor(road.drawn_km)


def test_a_way_there_and_back_is_halved(handcar: Track) -> None:
    halved = next(c for c in handcar.legs[3].leg.distance if "regendi" in c.source)

    assert halved.reason is not None
    (whole,) = re.findall(r"(\d+) km", halved.reason["en"])
    assert halved.value == int(whole) / 2


def test_nine_tenths_of_the_time_are_over_on_the_last_road(handcar: Track) -> None:
    step = next(s for s in taught(handcar).steps if s.leg == "bus-to-vladivostok" and s.at)

    assert step.at
    assert step.notes
    assert "nine tenths" in step.notes["en"]
    ahead = (1 - step.at) * hours(handcar, "bus-to-vladivostok")
    assert 1 - ahead / _all(handcar) > 0.9


# What a class is shown or told: at which leg, how much of it has passed, and the words.
Scene = tuple[int, float, str]


def scenes(track: Track) -> Iterator[Scene]:
    """Steps at their moment; questions with their answers, and the legs' texts, after their leg."""
    index = {part.leg.id: i for i, part in enumerate(track.legs)}
    for step in taught(track).steps:
        if step.leg:
            yield index[step.leg], _moment(step), step.text["en"]
            yield index[step.leg], _moment(step), (step.notes or {"en": ""})["en"]
    for asked in taught(track).questions:
        if asked.leg:
            yield index[asked.leg], 1, f"{asked.text['en']} {asked.answer['en']}"
    for i, part in enumerate(track.legs):
        yield i, 1, (part.leg.text or {"en": ""})["en"]


def _moment(step: Step) -> float:
    """How much of its leg has passed; a question is about the whole of it."""
    return step.at if step.at is not None else float(step.kind == "question")


def reached(track: Track, index: int, part: float) -> set[str]:
    """The ids of the places that the track has come to; on its legs the traveller never waits."""
    found = {track.legs[0].start_place.id}
    for leg in track.legs[: index + 1]:
        share = part if leg is track.legs[index] else 1
        way = share * leg.distance.used
        found |= {leg.start_place.id, *(h.place.id for h in leg.halts if h.km <= way)}
        found |= {leg.end_place.id} if share == 1 else set()
    return found


def named(track: Track, words: str) -> set[str]:
    """The ids of the places that the words name."""
    names = {place.id: re.escape(place.name["en"]) for place in track.journey.places}
    return {key for key, name in names.items() if re.search(rf"\b{name}\b", words)}


def test_no_step_answer_or_text_names_a_place_before_the_track_is_there(handcar: Track) -> None:
    seen = [(i, part, words, named(handcar, words)) for i, part, words in scenes(handcar)]

    assert sum(len(places) for *_, places in seen) > 20
    early = [
        (words, places - reached(handcar, i, part))
        for i, part, words, places in seen
        if places - reached(handcar, i, part)
    ]
    assert early == []


def test_a_place_is_reached_when_the_track_has_come_so_far(handcar: Track) -> None:
    # Tumangang lies at 0.94 of the drawn road, and Hamhung 305.6 km from Pyongyang.
    assert "tumangang" not in reached(handcar, 1, 0.9)
    assert "tumangang" in reached(handcar, 1, 0.95)
    assert "hamhung" not in reached(handcar, 0, 305 / 801.9)
    assert "khasan" not in reached(handcar, 2, 0.99)
