"""What we write comes back equal, as far as the format carries it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from journey import Track, load
from journey.exports.formats import FORMATS
from journey.files.read import read
from journey.model.journey import Journey
from journey.words.wording import Wording
from tests.importers.made import brought, content

SHIPPED = ("armoured-train-2019", "handcar-2021", "nellie-bly-1889")
FORMS = ("gpx", "kml", "geojson", "csv")


@cache
def shipped(name: str) -> Track:
    return Track.of(load(Path("data/journeys", name)))


def back(track: Track, suffix: str) -> Journey:
    """The journey after it was written and read in that format."""
    made = content(FORMATS[suffix].make(track, Wording("en")), f"a.{suffix}")
    files, _ = brought(made)
    return read(files, "trip")


def legs(journey: Journey) -> list[tuple[str, ...]]:
    """The legs by what every format has of them."""
    return [
        (
            leg.id,
            leg.mode,
            leg.name["en"],
            leg.start.place,
            leg.end.place,
            (leg.text or {}).get("en", ""),
        )
        for leg in journey.legs
    ]


def clocks(track: Track) -> list[tuple[object, ...]]:
    """When each leg starts and ends, where one moment is claimed."""
    slots = [window for leg in track.legs for window in (leg.slot.departs, leg.slot.arrives)]
    return [(one.early, one.late) if one and one.dated else () for one in slots]


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("suffix", FORMS)
def test_all_legs_come_back_with_ids_modes_names_places_and_texts(suffix: str, name: str) -> None:
    track = shipped(name)

    assert legs(back(track, suffix)) == legs(track.journey)


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("suffix", FORMS)
def test_moments_that_are_claimed_exactly_come_back(suffix: str, name: str) -> None:
    track = shipped(name)

    pairs = zip(clocks(track), clocks(Track.of(back(track, suffix))), strict=True)

    assert all(found == before for before, found in pairs if len(set(before)) == 1)


@pytest.mark.parametrize("suffix", ["kml", "geojson"])
def test_the_zones_of_places_come_back(suffix: str, handcar: Track) -> None:
    zones = {place.id: place.zone for place in handcar.journey.places}

    found = {place.id: place.zone for place in back(handcar, suffix).places}
    both = zones.keys() & found.keys()

    assert len(both) > 30
    assert all(found[key] == zones[key] for key in both)


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
