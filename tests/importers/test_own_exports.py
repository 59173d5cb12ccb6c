"""What we write comes back equal, as far as the format carries it."""

from __future__ import annotations

from pathlib import Path

import pytest

from journey import Track, load
from journey.exports.formats import FORMATS
from journey.files.read import read
from journey.importers.composing import Wanted
from journey.model.journey import Journey
from journey.words.wording import Wording
from tests.importers.made import brought, content


def back(track: Track, suffix: str) -> Journey:
    """The journey after it was written and read in that format."""
    made = content(FORMATS[suffix].make(track, Wording("en")), f"a.{suffix}")
    files, _ = brought(made, wanted=Wanted("trip", stay=86_400))
    return read(files, "trip")


def named(journey: Journey) -> list[str]:
    return [leg.name["en"] for leg in journey.legs]


@pytest.mark.parametrize("suffix", ["gpx", "kml", "geojson", "csv"])
def test_the_names_and_the_order_of_the_legs_come_back(suffix: str, handcar: Track) -> None:
    assert named(back(handcar, suffix)) == named(handcar.journey)


@pytest.mark.parametrize("suffix", ["gpx", "geojson", "csv"])
def test_modes_come_back(suffix: str, handcar: Track) -> None:
    found = back(handcar, suffix).legs

    assert [leg.mode for leg in found] == [leg.mode for leg in handcar.journey.legs]


@pytest.mark.parametrize("suffix", ["geojson", "csv"])
def test_ids_come_back(suffix: str, handcar: Track) -> None:
    found = back(handcar, suffix).legs

    assert [leg.id for leg in found] == [leg.id for leg in handcar.journey.legs]


@pytest.mark.parametrize("suffix", ["gpx", "kml", "geojson"])
def test_lines_come_back_to_a_metre(suffix: str, handcar: Track) -> None:
    for before, leg in zip(handcar.legs, back(handcar, suffix).legs, strict=True):
        assert leg.shape
        assert before.leg.shape
        for end in (0, -1):
            assert leg.shape.line[end][:2] == pytest.approx(
                before.leg.shape.line[end][:2], abs=1e-5
            )


@pytest.mark.parametrize("suffix", ["gpx", "geojson"])
def test_the_times_of_a_recording_come_back(suffix: str) -> None:
    ride = Track.of(load(Path(__file__).parents[1] / "journeys" / "dyke-ride"))
    shapes = [leg.shape for leg in ride.journey.legs if leg.shape and leg.shape.times]

    found = [leg.shape for leg in back(ride, suffix).legs if leg.shape and leg.shape.times]

    assert [(shape.times[0], shape.times[-1]) for shape in found] == [
        (shape.times[0], shape.times[-1]) for shape in shapes
    ]
