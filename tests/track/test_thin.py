from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from math import atan, cos, degrees, log, pi, radians, sin, sinh, tan

import numpy as np
import pytest
from geopy.distance import geodesic

from journey import Track
from journey.geo.geometry import Point
from journey.track.thin import thin
from tests.conftest import amount, known, leg, place, track


def wander(lat: float, count: int) -> list[Point]:
    """A winding way that starts at that latitude, in steps of about 100 m."""
    course = np.cumsum(np.random.default_rng(3).normal(0, 0.4, count))
    north, east = np.cumsum(np.cos(course)) * 0.001, np.cumsum(np.sin(course)) * 0.001
    return [(lat + float(n), float(e)) for n, e in zip(north, east, strict=True)]


def wound(lat: float, count: int = 600) -> Track:
    """A journey of two legs, the first on a winding way with a wait."""
    line = wander(lat, count)
    end = line[-1]
    places = [place("a", *line[0]), place("b", *end), place("c", end[0], end[1] + 1)]
    places.append(place("m", *line[count // 2]))
    stops = [known(place="m", dwell=amount(1, "h"))]
    first = leg("a", "b", shape=known(line=line), duration=amount(5, "h"), stops=stops)
    return track(places=places, legs=[first, leg("b", "c", duration=amount(1, "h"))])


def mercator(point: Point) -> tuple[float, float]:
    return radians(point[1]), log(tan(pi / 4 + radians(point[0]) / 2))


def drawn(line: list[Point]) -> list[Point]:
    """Many points of the line as a web map draws it: straight between Mercator positions."""
    found = []
    for a, b in zip(map(mercator, line[:-1]), map(mercator, line[1:]), strict=True):
        for part in np.linspace(0, 1, 60):
            x, y = (start + (end - start) * float(part) for start, end in zip(a, b, strict=True))
            found.append((degrees(atan(sinh(y))), degrees(x)))
    return found


def test_a_small_journey_stays_as_it_is(handcar: Track) -> None:
    thinned = thin(handcar)

    assert thinned.track is handcar
    assert thinned.metres == 0


@pytest.mark.parametrize("lat", [-70, 0, 45, 66])
def test_the_line_is_within_what_is_said_of_the_full_one(lat: float) -> None:
    full = wound(lat)

    thinned = thin(full, most=60)

    line = drawn([(fix.lat, fix.lon) for fix in thinned.track.legs[0].fixes])
    near = np.array(line)
    shrink = cos(radians(lat))
    for fix in full.legs[0].fixes[::7]:
        off = np.hypot(near[:, 0] - fix.lat, (near[:, 1] - fix.lon) * shrink)
        closest = min(geodesic((fix.lat, fix.lon), line[i]).m for i in np.argsort(off)[:3].tolist())
        # Half the pace between two points of the drawn line comes on top at the most.
        assert closest <= thinned.metres + 25


def test_about_as_many_points_are_left_as_are_wanted() -> None:
    thinned = thin(wound(40), most=60)

    assert 10 < sum(len(part.fixes) for part in thinned.track.legs) <= 60
    assert thinned.metres > 0


def test_what_stays_has_its_time_and_its_way() -> None:
    full = wound(40)

    thinned = thin(full, most=60).track

    for before, after in zip(full.legs, thinned.legs, strict=True):
        assert set(after.fixes) <= set(before.fixes)
        assert (after.fixes[0], after.fixes[-1]) == (before.fixes[0], before.fixes[-1])


def test_a_wait_is_kept() -> None:
    fixes = thin(wound(40), most=60).track.legs[0].fixes

    waits = [b.seconds - a.seconds for a, b in pairwise(fixes) if a.km == b.km]

    assert waits == [pytest.approx(3_600)]


def test_a_journey_of_more_legs_than_points_wanted_keeps_their_ends() -> None:
    thinned = thin(wound(40), most=1).track

    assert [len(part.fixes) >= 2 for part in thinned.legs] == [True, True]


def test_at_the_pole_nothing_breaks() -> None:
    line = [(89.9 + 0.0001 * i, 10.0 * sin(i)) for i in range(900)]
    places = [place("a", *line[0]), place("b", *line[-1])]

    thinned = thin(track(places=places, legs=[leg("a", "b", shape=known(line=line))]), most=50)

    assert len(thinned.track.legs[0].fixes) <= 900


def test_who_was_recorded_is_never_farther_off_than_is_said() -> None:
    # Slowly out on a straight line, and fast on: only the times tell the two apart.
    line = [(0.0, 0.001 * n) for n in range(900)]
    seconds = np.cumsum(np.where(np.arange(900) % 300 < 150, 60, 3)).tolist()
    start = datetime(2025, 6, 1, tzinfo=UTC)
    times = [start + timedelta(seconds=at) for at in seconds]
    places = [place("a", *line[0]), place("b", *line[-1])]
    full = track(places=places, legs=[leg("a", "b", shape=known(line=line, times=times))])

    thinned = thin(full, most=60)

    (part,) = full.legs
    off = [geodesic(fix[1:3], thinned.track.at(fix.seconds)[1:3]).m for fix in part.fixes]
    assert len(thinned.track.fixes) <= 60
    assert max(off) <= thinned.metres + 0.01
