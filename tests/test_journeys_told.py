"""Three journeys, written as the documents say, tell what was worked out by hand."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import gpxpy
import pytest

from journey import Track, load
from journey.exports.formats import FORMATS
from journey.exports.geojson import geojson
from journey.exports.gpx import gpx
from journey.pages.legs import table
from journey.prints.evidence import claims
from journey.words.wording import Wording
from tests.conftest import ROOT
from tests.pages.test_cards import Reader

TOLD = Path(__file__).parent / "journeys"
ENGLISH = Wording("en")
HOUR, MINUTE = 3600, 60


def told(name: str) -> Track:
    """The track of one of the three."""
    return Track.of(load(TOLD / name))


@pytest.fixture(scope="module")
def world() -> Track:
    """Round the world from 25 October to 3 November 2025, by the tickets.

    In UTC, by the offset printed with each time:

    ================  ============  ============  =======  ==================
    leg               leaves        arrives       takes    then waits
    ================  ============  ============  =======  ==================
    ferry             25 Oct 22:00  26 Oct 07:00   9 h 00   0 h 40 Hook
    boat train        26 Oct 07:40  26 Oct 09:05   1 h 25   2 h 10 Schiphol
    to Singapore      26 Oct 11:15  26 Oct 23:55  12 h 40   1 h 25 Singapore
    to Auckland       27 Oct 01:20  27 Oct 11:05   9 h 45  22 h 25 Auckland
    over date line    28 Oct 09:30  28 Oct 18:05   8 h 35   8 h 55 Honolulu
    liner             29 Oct 03:00   2 Nov 02:00  95 h 00   4 h 30 San Fran.
    night train        2 Nov 06:30   2 Nov 16:15   9 h 45   9 h 05 Los Angeles
    to London          3 Nov 01:20   3 Nov 11:40  10 h 20   1 h 15 Heathrow
    coach              3 Nov 12:55   3 Nov 15:40   2 h 45
    ================  ============  ============  =======  ==================

    Under way 159 h 15 min and waiting 50 h 25 min: 209 h 40 min, which is
    8 days 17 h 40 min from 25 October 22:00 to 3 November 15:40.
    """
    return told("world-2025")


@pytest.fixture(scope="module")
def walk() -> Track:
    """A walk in Edinburgh on 11 May 2024, by the watch.

    From 10:00 to 11:52 up to the castle are 112 minutes: 25 of them in the
    gallery (10:12 to 10:37), 45 in the café (from 10:50, so to 11:35), 42 on
    foot. 18 minutes on the esplanade (to 12:10). Down in about 50 minutes, 10
    of them at St Giles', 40 on foot: there at about 13:00. In all about 180
    minutes, 98 waiting and 82 on foot; 1,600 m and about 1,900 m are 3.5 km.
    """
    return told("edinburgh-walk")


@pytest.fixture(scope="module")
def ride() -> Track:
    """A day in a train, and on the next a ride that a receiver recorded.

    The train takes 4.5 hours within 9 July 2022: it leaves from 00:00 to 19:30
    and is there from 04:30 to 24:00. The ride is from 10:00 to 12:35 on 10 July,
    both in UTC+2. So the wait between is of 10 h to 29 h 30 min, and all of it,
    from the train's start to 12:35 on the next day, of 17 h 5 min to 36 h 35.
    Of the ride's 155 minutes 25 are spent at the sluice (10:30 to 10:55): 130
    are left. Of eleven points at equal distances, the sixth is passed at
    11:15 and the ninth at 12:15, with none between; the tenth has no time.
    """
    return told("dyke-ride")


def elapsed(*, days: float = 0, hours: float = 0, minutes: float = 0) -> float:
    """Seconds since the start."""
    return timedelta(days=days, hours=hours, minutes=minutes).total_seconds()


def place(track: Track, seconds: float) -> tuple[float, float]:
    """Where the traveller is then: degrees of latitude, and of longitude within half a turn."""
    fix = track.at(seconds)
    return round(fix.lat, 4), round((fix.lon + 180) % 360 - 180, 4)


def waits(track: Track) -> dict[str, float]:
    """Minutes waited, by the place's id, in the order in which they were."""
    return {
        (wait.place.id if wait.place else ""): wait.reckoned.figure.used / MINUTE
        for leg in track.legs
        for wait in leg.waits
    }


def exported(track: Track) -> dict[str, Any]:
    """The properties of each leg as the GeoJSON has them, by the leg's id."""
    features = json.loads(geojson(track, ENGLISH))["features"]
    return {
        feature["id"]: feature["properties"]
        for feature in features
        if feature["properties"]["kind"] == "leg"
    }


def test_a_strict_check_asks_for_a_map_in_detail_of_the_walk_and_has_no_more_to_say() -> None:
    command = [sys.executable, "-m", "journey", "check", "--strict", str(TOLD)]

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    # Of a walk through a town the shipped coasts, true to 4 km, show nothing.
    said = [line for line in done.stdout.splitlines() if ", no faults" not in line]
    assert [line.partition(": ")[0] for line in said] == [f"{TOLD}/edinburgh-walk/journey.yaml:17"]
    assert "python -m journey basemap" in said[0]
    assert (done.returncode, done.stderr) == (1, "")
    assert [name.name for name in sorted(TOLD.iterdir()) if name.name not in done.stdout] == []


def test_the_voyage_takes_as_long_as_from_its_first_time_to_its_last(world: Track) -> None:
    whole = elapsed(days=8, hours=17, minutes=40)

    assert (world.duration.low, world.duration.high) == (whole, whole)
    assert not world.duration.rough


def test_each_leg_of_the_voyage_takes_as_long_as_its_times_lie_apart(world: Track) -> None:
    minutes = {leg.leg.id: leg.under_way / MINUTE for leg in world.legs}

    assert minutes == {
        "ferry": 540, "boat-train": 85, "to-singapore": 760, "to-auckland": 585, "date-line": 515,
        "liner": 5700, "night-train": 585, "to-heathrow": 620, "coach": 165,
    }  # fmt: skip


def test_the_voyage_waits_from_each_arrival_to_the_next_departure(world: Track) -> None:
    assert waits(world) == {
        "hook": 40, "schiphol": 130, "singapore": 85, "auckland": 1345, "honolulu": 535,
        "san-francisco": 270, "los-angeles": 545, "heathrow": 75,
    }  # fmt: skip
    assert sum(waits(world).values()) == 50 * 60 + 25


def test_each_end_of_the_voyage_has_the_offset_of_its_place_and_night(world: Track) -> None:
    legs = exported(world)

    offsets = [
        [datetime.fromisoformat(leg["clock"][end][0]).utcoffset() for end in ("departs", "arrives")]
        for leg in legs.values()
    ]

    # Britain and the Netherlands ended summer time on 26 October, California on 2 November.
    hours = [(1, 1), (1, 1), (1, 8), (8, 13), (13, -10), (-10, -7), (-7, -8), (-8, 0), (0, 0)]
    assert offsets == [[timedelta(hours=hour) for hour in pair] for pair in hours]


def test_over_the_date_line_she_arrives_on_the_day_of_her_leaving_and_at_an_earlier_hour(
    world: Track,
) -> None:
    clock = exported(world)["date-line"]["clock"]

    departs, arrives = (datetime.fromisoformat(clock[end][0]) for end in ("departs", "arrives"))

    assert departs.date() == arrives.date()
    assert arrives.time() < departs.time()
    assert arrives - departs == timedelta(hours=8, minutes=35)


def test_the_night_train_passes_its_stop_in_the_hour_that_comes_the_second_time(
    world: Track,
) -> None:
    # From 23:30 in UTC-7 to 01:40 in UTC-8 are three hours and ten minutes.
    leaves = elapsed(days=7, hours=8, minutes=30)

    assert place(world, leaves) == (37.795, -122.393)
    assert place(world, leaves + elapsed(hours=3, minutes=10)) == (35.276, -120.655)


@pytest.mark.parametrize(
    ("at", "where"),
    [
        (elapsed(hours=9, minutes=20), (51.976, 4.128)),  # at the Hook, 26 October 07:20 UTC
        (elapsed(days=2, hours=2), (-37.008, 174.785)),  # in Auckland, 28 October 00:00 UTC
        (elapsed(days=2, hours=22), (21.307, -157.866)),  # in Honolulu, 28 October 20:00 UTC
        (elapsed(days=8, hours=17, minutes=40), (51.944, 1.255)),  # home
    ],
)
def test_the_traveller_stands_where_the_tickets_let_her_wait(
    world: Track, at: float, where: tuple[float, float]
) -> None:
    assert place(world, at) == where


def test_the_walk_ends_about_three_hours_after_its_start(walk: Track) -> None:
    assert walk.duration.used == 180 * MINUTE
    assert walk.duration.rough


def test_the_walk_is_told_in_what_is_claimed_and_not_in_what_is_drawn(walk: Track) -> None:
    assert [leg.distance.used for leg in walk.legs] == pytest.approx([1.6, 1.9])
    assert walk.distance.used == pytest.approx(3.5)


def test_the_walk_counts_each_wait_once(walk: Track) -> None:
    assert waits(walk) == {"gallery": 25, "cafe": 45, "castle": 18, "st-giles": 10}
    assert [leg.under_way / MINUTE for leg in walk.legs] == [42, 40]


@pytest.mark.parametrize(
    ("minute", "where"),
    [
        (0, (55.9521, -3.1897)),  # 10:00, the station
        (6, (55.9524, -3.1933)),  # 10:06, the monument
        (12, (55.9509, -3.1957)),  # 10:12, the gallery
        (36, (55.9509, -3.1957)),  # 10:36, still there
        (51, (55.9475, -3.1957)),  # 10:51, the café
        (94, (55.9475, -3.1957)),  # 11:34, still there
        (112, (55.9487, -3.1988)),  # 11:52, the castle
        (129, (55.9487, -3.1988)),  # 12:09, still there
    ],
)
def test_the_walker_is_where_the_watch_has_her(
    walk: Track, minute: int, where: tuple[float, float]
) -> None:
    assert place(walk, minute * MINUTE) == where


def test_the_cafe_is_left_when_its_three_quarters_of_an_hour_are_over(walk: Track) -> None:
    stops = {stop["place"]: stop for stop in exported(walk)["up"]["pauses"]}

    assert stops["cafe"]["arrives"] == ["2024-05-11T10:50:00+01:00"] * 2
    assert stops["cafe"]["departs"] == ["2024-05-11T11:35:00+01:00"] * 2


def test_a_day_before_the_ride_is_no_finer_than_a_day(ride: Track) -> None:
    clock = exported(ride)["train"]["clock"]

    assert clock == {end: ["2022-07-09", "2022-07-09"] for end in ("departs", "arrives")}


def test_the_night_between_has_bounds_that_follow_from_the_day_and_the_recording(
    ride: Track,
) -> None:
    wait = ride.legs[0].waits[0].reckoned.figure

    assert (wait.low, wait.high) == (10 * HOUR, 29.5 * HOUR)
    assert ride.duration.low == elapsed(hours=17, minutes=5)
    assert ride.duration.high == elapsed(hours=36, minutes=35)


def test_a_standstill_at_a_stop_is_a_wait_by_the_recording(ride: Track) -> None:
    assert waits(ride)["sluice"] == 25
    assert ride.legs[1].under_way == 130 * MINUTE


@pytest.mark.parametrize(
    ("minute", "point"),
    [
        (0, 0),
        (10, 1),
        (15, 1.5),  # between two points
        (30, 3),
        (54, 3),  # it stands still
        (55, 3),
        (75, 5),
        (105, 6.5),  # in the midst of the gap
        (135, 8),
        (145, 9),  # it has no time of its own
        (155, 10),
    ],
)
def test_the_ride_passes_each_point_at_its_time(ride: Track, minute: int, point: float) -> None:
    where = place(ride, ride.legs[1].begin + minute * MINUTE)

    # The points lie 0.0055 degrees north and 0.041 degrees east of one another.
    assert where == pytest.approx((53.62 + 0.0055 * point, 7.16 + 0.041 * point), abs=0.0001)


def test_the_recorded_times_come_back_as_they_went_in(ride: Track) -> None:
    read = gpxpy.parse(gpx(ride, ENGLISH).decode())

    times = [point.time and f"{point.time:%H:%M}" for point in read.tracks[1].segments[0].points]

    given = ["08:00", "08:10", "08:20", "08:30", "08:55", "09:05", "09:15", "10:15", None, "10:35"]
    assert times == given


def test_the_receiver_leaves_the_cafe_when_its_three_quarters_of_an_hour_are_over(
    walk: Track,
) -> None:
    read = gpxpy.parse(gpx(walk, ENGLISH).decode())

    points = [point for point in read.tracks[0].segments[0].points if point.time]

    # In UTC, an hour before what the watch showed.
    told = ["09:00", "09:06", "09:12", "09:37", "09:50", "10:35", "10:52"]
    assert [f"{point.time:%H:%M}" for point in points if point.time] == told


def test_all_times_of_a_line_have_one_offset(walk: Track, world: Track) -> None:
    times = [*exported(walk)["up"]["coordTimes"], *exported(world)["night-train"]["coordTimes"]]

    assert {time[-1] for time in times if time} == {"Z"}


def test_each_wait_stands_in_the_table_in_the_order_of_the_way(walk: Track) -> None:
    text = Reader(table(walk, ENGLISH)).text

    names = [
        walk.journey.place(key).name["en"] for key in ("gallery", "cafe", "castle", "st-giles")
    ]
    times = [ENGLISH.spoken().measure(number, "min") for number in (25, 45, 18, 10)]
    said = [
        ENGLISH.say("leg.waits", place=place, duration=time)
        for place, time in zip(names, times, strict=True)
    ]
    found = [text.index(words) for words in said]
    assert found == sorted(found)


@pytest.mark.parametrize(
    "view",
    [
        table,
        claims,
        *(form.make for form in FORMATS.values()),
    ],
)
def test_every_view_tells_that_the_date_goes_back_over_the_line(world: Track, view: Any) -> None:
    said = view(world, ENGLISH)

    words = said.decode() if isinstance(said, bytes) else str(said)
    assert ENGLISH.say("clock.date_back") in words
