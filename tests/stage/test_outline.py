from __future__ import annotations

from math import atan2, degrees, hypot

import pytest
from geographiclib.geodesic import Geodesic

from journey.stage.outline import outline
from journey.track.track import Track
from journey.words.wording import Wording
from tests.conftest import track

ENGLISH = Wording("en")


def test_the_way_ends_as_far_from_its_start_and_in_the_direction_that_the_places_say(
    handcar: Track,
) -> None:
    (lat, lon), (lat1, lon1) = handcar.legs[0].line[0], handcar.legs[-1].line[-1]
    way = Geodesic.WGS84.Inverse(lat, lon, lat1, lon1)

    *_, east, north = outline(handcar, ENGLISH)["whole"]["lines"][-1]

    assert degrees(atan2(east, north)) == pytest.approx(way["azi1"], abs=0.01)
    assert hypot(east, north) == pytest.approx(way["s12"] / 1000, abs=0.1)


def test_the_crossing_is_laid_from_its_own_start_with_where_others_end_it(handcar: Track) -> None:
    near = outline(handcar, ENGLISH)["near"]

    assert [len(near["lines"]), near["lines"][0][:2]] == [1, [0, 0]]
    # Over the bridge and both approaches it is 1.2 km, as the journey's file says of the place.
    ((east, north, name),) = near["others"]
    assert (round(hypot(east, north), 1), name) == (1.2, "Tumen (Russian bank)")


def test_a_journey_without_a_close_up_has_the_whole_way_alone() -> None:
    told = outline(track(), ENGLISH)

    assert told["near"] is None
    # From the origin along the equator; a degree is 111.3 km (NGA calculator), two are 222.6.
    lines = [[0, 0, 111.3, 0], [111.3, 0, 222.6, 0]]
    assert told["whole"] == {"lines": lines, "others": []}
