"""What the package gives to programs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import journey
from journey.errors import UnknownNameError
from journey.exports.formats import FORMATS
from journey.track.track import Track
from journey.words.wording import Wording
from tests.conftest import leg, track

MAKERS = {
    "csv": journey.to_csv,
    "gpx": journey.to_gpx,
    "html": journey.story_page,
    "kml": journey.to_kml,
}


@pytest.mark.parametrize("suffix", MAKERS)
def test_a_program_is_given_the_file_that_the_command_writes(suffix: str, handcar: Track) -> None:
    # But for the prints, which lie beside a page that is served.
    assert MAKERS[suffix](handcar, "ru") == FORMATS[suffix].make(handcar, Wording("ru"))


def test_a_collection_of_features_is_plain_data() -> None:
    found = journey.to_geojson(track(legs=[leg("a", "b")]))

    assert found["type"] == "FeatureCollection"
    shapes = [one["geometry"]["type"] for one in found["features"]]
    assert shapes == ["LineString", "Point", "Point"]


def test_what_is_given_is_told_in_the_first_language_unless_another_is_asked_for(
    handcar: Track,
) -> None:
    korean = Track.of(handcar.journey.model_copy(update={"languages": ["ko", "en", "ru"]}))

    told = [journey.to_geojson(korean, code)["journey"]["language"] for code in ("", "en")]
    assert told == ["ko", "en"]


@pytest.mark.parametrize("make", [*MAKERS.values(), journey.to_geojson])
def test_a_language_that_is_not_told_is_refused_with_those_that_are(
    make: Callable[[Track, str], object], handcar: Track
) -> None:
    with pytest.raises(UnknownNameError, match=r"no language 'xx'; use one of: en, .*ko, .*ru"):
        make(handcar, "xx")
