"""Whatever a file holds: it becomes a sound journey, or is refused in words that name it."""

from __future__ import annotations

import pytest
from hypothesis import given

from journey.errors import JourneyFileError
from journey.files.read import read
from journey.importers.bringing import bring
from journey.importers.composing import Wanted
from tests.fuzzing import bounded, spoilt
from tests.importers.made import content, point, track
from tests.importers.test_geojson import LINE, collection, feature
from tests.importers.test_igc import FIRST, HEAD, LATER
from tests.importers.test_kml import LINE as MARK
from tests.importers.test_kml import kml, zipped
from tests.importers.test_linkedplaces import PLACES
from tests.importers.test_storymapjs import STORY
from tests.importers.test_table import STATIONS
from tests.importers.test_table import TRACK as ROWS
from tests.importers.test_takeout import IOS, OLD, PHONE

TIMES = ["2025-06-01T08:00:00Z", "2025-06-01T09:00:00Z", "2025-06-02T09:00:00Z"]
GPX = track(
    *(point(46 + i / 10, 8, time, "<ele>500</ele>") for i, time in enumerate(TIMES)),
    inside="<name>Tour &amp; more</name><desc>&lt;p&gt;x&lt;/p&gt;</desc><type>hiking</type>",
)
SPOTS = kml(
    *(
        f"<name>{name}</name><TimeStamp><when>{day}</when></TimeStamp>"
        f"<Point><coordinates>8,{lat}</coordinates></Point>"
        for name, day, lat in (("A", "1889-11-14", 46), ("B", "1889-11", 47), ("C", "1890", 48))
    )
)
TRACK = kml("<gx:Track>" + "".join(
    f"<when>{time}</when><gx:coord>8 {46 + i} 5</gx:coord>" for i, time in enumerate(TIMES)
) + "</gx:Track>", f"<name>W</name>{MARK}")  # fmt: skip
JSON = collection(
    feature("LineString", LINE, coordTimes=TIMES, name="Way", mode="walk"),
    feature("Point", [8.1, 46], name="Inn"),
)
OURS = (
    "id,mode,name,from,from_lat,from_lon,to,to_lat,to_lon,departs_earliest,departs_latest\r\n"
    "ride,bus,Ride,A (reported: x),46,8,B,47,8,2025-06-01T08:00:00Z,2025-06-01T08:00:00Z\r\n"
)
SAMPLES = {
    "gpx": [GPX.encode(), GPX.encode("utf-16")],
    "kml": [SPOTS.encode(), TRACK.encode()],
    "igc": [(HEAD + FIRST + LATER).encode()],
    "geojson": [JSON.encode()],
    "csv": [
        OURS.encode(),
        STATIONS.encode(),
        ROWS.encode(),
        ROWS.replace(",", "\t").encode("utf-16"),
    ],
    "json": [text.encode() for text in (STORY, PHONE, IOS, OLD)],
    "jsonld": [PLACES.encode()],
    "zip": [zipped(a_gpx=GPX, b_txt=b"x")],
}


def named(data: bytes, name: str) -> set[str]:
    """The file whose journey is sound, or the files that are told to be at fault."""
    try:
        files, _, journey = bring([content(data, name)], Wanted("trip"))
    except JourneyFileError as error:
        return {complaint.file.partition("/")[0] for complaint in error.complaints}
    told = read(files, "trip")
    return {name} if told.legs and journey in (None, told) else set()


@pytest.mark.parametrize("suffix", SAMPLES)
def test_any_file_becomes_a_sound_journey_or_is_refused_by_its_name(suffix: str) -> None:
    @bounded
    @given(data=spoilt(SAMPLES[suffix]))
    def holds(data: bytes) -> None:
        assert named(data, f"a.{suffix}") == {f"a.{suffix}"}

    holds()
