from __future__ import annotations

from itertools import pairwise

import pytest

from journey import Track
from journey.geo.geometry import distance
from journey.geo.interval import Interval
from journey.track.passage import Fix
from journey.track.track import extent
from tests.conftest import Data, amount, known, leg, place, track

HOUR = 3_600.0
DEGREE = 111.319491  # km of the equator, WGS 84


def stop(key: str, **more: object) -> Data:
    return known(place=key, **more)


def ride(**more: object) -> Track:
    """Ten hours and 200 km from A to C, by B half-way."""
    given = {"duration": amount(10, "h"), "distance": amount(200, "km")}
    return track(legs=[leg("a", "c", **{**given, **more})])


AWKWARD = {
    "plain": ride(),
    "waits": ride(stops=[stop("b", dwell=amount(100, "min"))]),
    "pinned": ride(stops=[stop("b", km=31.7)]),
    "thirds": track(
        legs=[
            leg("a", "b", duration=amount(1 / 3, "h"), distance=amount(0.1, "mi")),
            leg("b", "c", duration=amount(0.7, "s")),
            leg("c", "a"),
        ]
    ),
    "nothing": track(legs=[leg("a", "a", duration=amount(1, "h"))]),
    "standing": track(legs=[leg("a", "c", stops=[stop("b", dwell=amount(1, "h"))]), leg("c", "b")]),
    "loop": track(legs=[leg("a", "a", duration=amount(1, "h"), distance=amount(5, "km"))]),
}


@pytest.mark.parametrize("name", AWKWARD)
def test_fixes_are_in_the_order_of_time_and_of_distance(name: str) -> None:
    fixes = AWKWARD[name].fixes

    assert all(a.seconds <= b.seconds and a.km <= b.km for a, b in pairwise(fixes))


@pytest.mark.parametrize("name", AWKWARD)
def test_fixes_start_at_nothing_and_end_at_the_whole(name: str) -> None:
    found = AWKWARD[name]

    assert (found.fixes[0].seconds, found.fixes[0].km) == (0, 0)
    assert found.fixes[-1].seconds == pytest.approx(found.duration.used)
    assert found.fixes[-1].km == pytest.approx(found.distance.used)


def test_rounding_carries_no_fix_past_the_end_of_its_leg(handcar: Track) -> None:
    assert all(a.seconds <= b.seconds and a.km <= b.km for a, b in pairwise(handcar.fixes))
    assert all(part.fixes[-1].seconds <= part.slot.end.used for part in handcar.legs)


@pytest.mark.parametrize(
    ("hours", "fix"),
    [
        (-1, Fix(0, 0, 0, 0)),
        (0, Fix(0, 0, 0, 0)),
        (2.5, Fix(2.5 * HOUR, 0, 0.5, 50)),
        (10, Fix(10 * HOUR, 0, 2, 200)),
        (99, Fix(10 * HOUR, 0, 2, 200)),
    ],
)
def test_progress_is_even_and_stays_between_start_and_end(hours: float, fix: Fix) -> None:
    assert ride().at(hours * HOUR) == pytest.approx(fix)


@pytest.mark.parametrize(("hours", "km"), [(4, 100), (5, 100), (6, 100), (2, 50), (8, 150)])
def test_the_traveller_stands_still_while_a_stop_lasts(hours: float, km: float) -> None:
    waiting = ride(stops=[stop("b", dwell=amount(2, "h"))])

    found = waiting.at(hours * HOUR)

    # Eight hours on the way: 25 km/h, from the fourth to the sixth hour none.
    assert (found.km, found.lon) == pytest.approx((km, km / 100))


def test_the_traveller_stands_still_between_two_legs() -> None:
    end = known(place="b", dwell=amount(3, "h"))
    legs = [leg("a", "b", to=end, duration=amount(1, "h")), leg("b", "c", duration=amount(1, "h"))]

    found = [track(legs=legs).at(hours * HOUR).lon for hours in (0.5, 1, 2, 4, 4.5)]

    assert found == pytest.approx([0.5, 1, 1, 1, 1.5])


def test_a_stop_stands_at_the_distance_that_is_official() -> None:
    (part,) = ride(stops=[stop("b", km=50)]).legs

    assert part.halts[0].km == 50
    assert part.halts[0].point == pytest.approx((0, 1))
    # A quarter of the distance lies before B and takes a quarter of the time.
    assert ride(stops=[stop("b", km=50)]).at(2.5 * HOUR).lon == pytest.approx(1)


def test_a_stop_without_a_distance_shares_the_stretch_between_its_neighbours() -> None:
    places = [place(key, 0, lon) for key, lon in (("a", 0), ("b", 1), ("c", 2), ("d", 4))]
    stops = [stop("b", km=20), stop("c")]

    (part,) = track(
        places=places, legs=[leg("a", "d", stops=stops, distance=amount(320, "km"))]
    ).legs

    assert [halt.km for halt in part.halts] == pytest.approx([20, 20 + 300 / 3])


@pytest.mark.parametrize("km", [0, 200, 999])
def test_a_distance_that_does_not_fit_the_leg_pins_nothing(km: float) -> None:
    (part,) = ride(stops=[stop("b", km=km)]).legs

    assert part.halts[0].km == pytest.approx(100)


def test_a_leg_over_the_antimeridian_is_one_line() -> None:
    places = [place("a", 50, 170), place("b", 51, 179), place("c", 52, -170), place("d", 52, -160)]
    legs = [leg("a", "c", stops=[stop("b")]), leg("c", "d")]

    first, second = track(places=places, legs=legs).legs

    lons = [lon for part in (first, second) for _, lon in part.line]
    assert (lons[0], lons[-1]) == (170, 200)
    assert all(abs(a - b) < 10 for a, b in pairwise(lons))
    assert first.halts[0].point[1] == pytest.approx(179, abs=0.5)


def test_a_place_beside_an_end_is_on_the_same_turn_and_changes_no_line() -> None:
    places = [place("a", 50, 179), place("b", 50, -179), place("c", 51, -178)]
    end = known(place="b", others=[known(place="c")])

    (found,) = track(places=places, legs=[leg("a", "b", to=end)]).legs

    (other,) = found.elsewhere
    assert (other.place.id, other.point) == ("c", (51, 182))
    assert found.line[-1] == (50, 181)
    assert extent([found])[1] == (51, 182)


def test_a_stop_far_round_the_world_is_found_where_the_line_passes_it() -> None:
    places = [place("a", 0, 0), place("b", 0, -100), place("c", 0, -10)]
    line = [(0, 0), (0, 90), (0, 180), (0, -90), (0, -10)]
    legs = [leg("a", "c", shape=known(line=line), stops=[stop("b")])]

    (part,) = track(places=places, legs=legs).legs

    assert part.line[-1] == (0, 350)
    assert part.halts[0].point == pytest.approx((0, 260))
    assert part.halts[0].km == pytest.approx(260 * DEGREE, rel=1e-6)


def test_a_leg_without_a_shape_is_a_geodesic() -> None:
    places = [place("a", 35.5, 139.8), place("b", 37.6, -122.4)]

    (part,) = track(places=places, legs=[leg("a", "b")]).legs

    assert part.drawn_km == pytest.approx(distance((35.5, 139.8), (37.6, -122.4)), rel=1e-4)
    assert max(lat for lat, _ in part.line) > 47  # Over the north of the Pacific.


def test_a_leg_with_a_shape_follows_it() -> None:
    line = ((0, 0), (0.5, 0.5), (0, 1))

    (part,) = track(legs=[leg("a", "b", shape=known(line=line))]).legs

    assert part.line == line


def test_a_leg_without_a_distance_is_measured() -> None:
    (part,) = track(legs=[leg("a", "b")]).legs

    assert part.measured
    assert part.distance == Interval(part.drawn_km, part.drawn_km, part.drawn_km, rough=True)
    assert part.drawn_km == pytest.approx(DEGREE)


def test_an_unknown_duration_adds_no_time_and_opens_the_upper_bound() -> None:
    legs = [leg("a", "b"), leg("b", "c", duration=amount(1, "h"))]

    found = track(legs=legs)

    assert found.duration == Interval(HOUR, HOUR, None)
    assert found.legs[0].speed is None
    assert found.at(0).lon == pytest.approx(1)


def test_a_leg_of_no_length_takes_its_time() -> None:
    legs = [leg("a", "a", duration=amount(1, "h")), leg("a", "b", duration=amount(1, "h"))]

    found = track(legs=legs)

    assert [found.at(hours * HOUR).lon for hours in (0, 1, 1.5)] == pytest.approx([0, 0, 0.5])


def test_a_round_trip_that_is_not_drawn_still_covers_its_distance() -> None:
    found = AWKWARD["loop"].at(HOUR / 2)

    assert (found.lon, found.km) == pytest.approx((0, 2.5))


@pytest.mark.parametrize(
    ("number", "unit", "seconds"), [(40 * 365.25, "d", 1_262_304_000), (5, "s", 5)]
)
def test_a_journey_may_last_forty_years_or_five_seconds(
    number: float, unit: str, seconds: float
) -> None:
    found = ride(duration=amount(number, unit))

    assert found.duration.used == pytest.approx(seconds)
    assert found.at(seconds / 4).km == pytest.approx(50)


def test_bounds_of_the_speed_are_the_slowest_and_the_fastest_that_the_claims_allow() -> None:
    (part,) = ride(
        duration=[known(range=[2, 5], value=4, unit="h")],
        distance=[known(range=[10, 30], unit="km")],
    ).legs

    assert part.speed == Interval(10 / 5, 20 / 4, 30 / 2)


def test_shares_of_time_and_distance_are_counted_by_mode() -> None:
    legs = [
        leg("a", "b", duration=amount(1, "h"), distance=amount(10, "km")),
        leg("b", "c", mode="walk", duration=amount(3, "h"), distance=amount(40, "km")),
        leg("c", "a", distance=amount(50, "km")),
    ]

    found = track(legs=legs)

    assert found.share_of_time() == {"bus": 0.25, "walk": 0.75}
    assert found.share_of_distance() == {"bus": 0.6, "walk": 0.4}


def test_totals_of_the_handcar_journey_are_the_sums_of_its_claims(handcar: Track) -> None:
    km, hours = handcar.distance, handcar.duration.scaled(1 / HOUR)

    assert (km.low, km.used) == pytest.approx((801.9 + 43 + 1 + 270,) * 2)
    assert km.high is None
    assert (hours.low, hours.used, hours.high) == pytest.approx(
        (32 + 2 + 20 / 60 + 4, 32 + 2 + 0.5 + 4.5, 32 + 2 + 1 + 5)
    )


def test_every_line_is_as_long_as_its_steps_on_the_ellipsoid(handcar: Track) -> None:
    for part in handcar.legs:
        steps = [distance(a, b) for a, b in pairwise(part.line)]
        assert part.drawn_km == pytest.approx(sum(steps), rel=1e-5)


def test_the_distance_at_the_end_of_a_leg_keeps_the_bounds_of_all_before_it() -> None:
    legs = [
        leg("a", "b", distance=[known(range=[10, 20], unit="km")]),
        leg("b", "c", distance=[known(about=5, unit="km")]),
    ]

    found = [part.end_distance for part in track(legs=legs).legs]

    assert found == [Interval(10, 15, 20), Interval(15, 20, 25, rough=True)]
