"""Whatever a journey's files hold: they are a journey, or every fault has its sentence."""

from __future__ import annotations

from hypothesis import given

from journey.errors import JourneyFileError
from journey.files.beginning import first
from journey.files.read import ROUTE, STORY, read
from tests.fuzzing import bounded, spoilt

ROAD = (
    b'{"type": "FeatureCollection", "features": [{"type": "Feature", "id": "ferry", "properties":'
    b' {"coordTimes": ["2024-05-04T08:30:00Z", null]}, "geometry": {"type": "LineString",'
    b' "coordinates": [[1.327, 51.127, 5], [1.862, 50.967]]}}]}'
)
DRAWN = first("trip").replace("duration: {about: 90", "shape: {}, duration: {about: 90").encode()


def told(story: bytes, road: bytes) -> list[str]:
    """The legs that the files tell, or what is wrong with them."""
    try:
        return [leg.id for leg in read({STORY: story, ROUTE: road}, "trip").legs]
    except JourneyFileError as error:
        return str(error).splitlines()


@bounded
@given(story=spoilt([first("trip").encode(), DRAWN]), road=spoilt([ROAD]))
def test_any_files_are_a_journey_or_refused_in_words(story: bytes, road: bytes) -> None:
    assert told(story, road)
