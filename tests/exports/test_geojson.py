from __future__ import annotations

import json
from typing import Any

import pytest

from journey import Track
from journey.exports.geojson import geojson
from journey.words.wording import Wording
from tests.conftest import amount, known, leg, track
from tests.exported import ENGLISH, HOSTILE, hostile, over_the_edge


def read(of: Track) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(geojson(of, ENGLISH))
    return data


def parts(of: Track, kind: str) -> list[dict[str, Any]]:
    return [f for f in read(of)["features"] if f["properties"]["kind"] == kind]


def test_a_leg_reads_back_with_id_mode_and_ends(handcar: Track) -> None:
    found = [part["properties"] for part in parts(handcar, "leg")]

    told = [(leg.id, leg.mode, leg.start.place, leg.end.place) for leg in handcar.journey.legs]
    assert [(p["id"], p["mode"], p["from"], p["to"]) for p in found] == told


def test_a_line_reads_back_to_a_millionth_of_a_degree(handcar: Track) -> None:
    for part, expected in zip(parts(handcar, "leg"), handcar.legs, strict=True):
        read_back = [(lat, lon) for lon, lat in part["geometry"]["coordinates"]]

        assert len(read_back) == len(expected.line)
        for point, there in zip(read_back, expected.line, strict=True):
            assert point == pytest.approx(there, abs=1e-6)


def test_all_claims_of_a_leg_are_there_also_those_that_disagree(handcar: Track) -> None:
    part = parts(handcar, "leg")[2]["properties"]

    found = [c for c in part["claims"] if c["about"] == "distance"]
    told = handcar.journey.legs[2].distance
    assert [c["basis"] for c in found] == [claim.basis.value for claim in told]
    assert [len(c["sources"]) for c in found] == [len(claim.source) for claim in told]
    assert (found[0]["low"], found[0]["high"], found[0]["unit"]) == (1, None, "km")
    assert part["disagree"] == ["to", "distance"]


def test_the_speed_says_what_it_follows_from() -> None:
    whole = track(legs=[leg("a", "b", duration=amount(2, "h"), distance=amount(10, "km"))])

    (speed,) = [c for c in parts(whole, "leg")[0]["properties"]["claims"] if c["about"] == "speed"]

    assert (speed["low"], speed["high"], speed["unit"]) == (5, 5, "km/h")
    assert speed["basis"] == "assumed"
    assert speed["why"] == ENGLISH.say("leg.speed_from", distance="10 km", duration="2 hours")


def test_every_place_used_is_there_once_with_its_names_and_its_basis(handcar: Track) -> None:
    found = {p["properties"]["id"]: p for p in parts(handcar, "place")}

    # Where landmarks are and no leg leads: the ends of the bridge, and where three countries meet.
    beside = {"bridge-korea", "bridge-russia", "tripoint"}
    assert set(found) == {place.id for place in handcar.journey.places} - beside
    assert len(parts(handcar, "place")) == len(found)
    rajin = found["rajin"]
    assert rajin["geometry"]["coordinates"] == [130.28917, 42.24972]
    assert rajin["properties"]["names"] == {"en": "Rajin", "ru": "Раджин", "ko": "라진"}
    assert rajin["properties"]["claims"][0]["basis"] == "reported"
    assert rajin["properties"]["legs"] == ["train", "bus-to-border"]


def test_a_clock_time_within_bounds_stays_within_bounds(handcar: Track) -> None:
    clock = parts(handcar, "leg")[0]["properties"]["clock"]

    assert clock["departs"] == ["2021-02-23T00:00:00+09:00", "2021-02-23T23:59:00+09:00"]


def test_a_day_stays_a_day_and_a_month_a_month() -> None:
    ends = [known(at="1804-09")], [known(at="1804-12-24")]
    (part,) = parts(track(legs=[leg("a", "b", departs=ends[0], arrives=ends[1])]), "leg")

    clock, claims = part["properties"]["clock"], part["properties"]["claims"]
    assert clock == {"departs": ["1804-09"] * 2, "arrives": ["1804-12-24"] * 2}
    assert [c["when"] for c in claims if "when" in c] == [clock["departs"], clock["arrives"]]


def test_a_wait_has_its_place_its_length_and_its_clock_times() -> None:
    # From 10:00 to 12:00 on one day; 69 hours until 9:00 three days later.
    first = leg("a", "b", departs=[known(at="2024-06-01T10:00+02:00")], duration=amount(2, "h"))
    second = leg("b", "c", departs=[known(at="2024-06-04T09:00+02:00")])

    there, on = (part["properties"] for part in parts(track(legs=[first, second]), "leg"))

    (wait,) = there["pauses"]
    assert (wait["place"], wait["wait"]) == ("b", {"low": 69 * 3_600, "high": 69 * 3_600})
    assert (wait["arrives"], wait["departs"]) == (there["clock"]["arrives"], on["clock"]["departs"])
    assert [c["place"] for c in there["claims"] if c["about"] == "wait"] == ["b"]


def test_a_recorded_line_has_its_times_as_converters_of_gpx_write_them() -> None:
    times = ["2024-06-01T10:00:00+02:00", None, "2024-06-01T11:00:00+02:00", None]
    shape = known(line=[(0, 0), (0, 0.5), (0, 0.7), (0, 1)], times=times)
    left = [known(at=times[0])]
    timed, plain = (parts(track(legs=[leg("a", "b", **more)]), "leg")[0]["properties"]
                    for more in ({"shape": shape}, {"departs": left}))  # fmt: skip

    # Two hours before what clocks showed.
    assert timed["coordTimes"] == ["2024-06-01T08:00:00Z", None, "2024-06-01T09:00:00Z", None]
    assert "coordTimes" not in plain


def test_no_clock_time_is_invented() -> None:
    assert parts(track(), "leg")[0]["properties"]["clock"] == {"departs": None, "arrives": None}


def test_a_line_is_cut_at_the_antimeridian() -> None:
    there, back = parts(over_the_edge(), "leg")

    assert there["geometry"] == {
        "type": "MultiLineString",
        "coordinates": [
            [[178, -18], [180, -17]],
            [[-180, -17], [-178, -16], [-172, -14]],
        ],
    }
    assert back["geometry"]["type"] == "MultiLineString"


def test_the_box_over_the_antimeridian_has_its_west_in_the_east() -> None:
    # RFC 7946, section 5.2, gives Fiji as [177.0, -20.0, -178.0, -16.0].
    west, south, east, north = read(over_the_edge())["bbox"]

    assert (west, south, east) == (178, -18, -172)
    assert -14.5 < north <= -13.5


def test_a_journey_round_the_earth_has_the_whole_earth_as_its_box() -> None:
    places = [known(id=k, name={"en": k}, lat=0, lon=lon) for k, lon in
              (("a", 0), ("b", 100), ("c", -150), ("d", -60))]  # fmt: skip
    legs = [leg(*pair, mode="ship") for pair in ("ab", "bc", "cd", "da")]

    assert read(track(places=places, legs=legs))["bbox"] == [-180, 0, 180, 0]


def test_nothing_names_a_reference_system(handcar: Track) -> None:
    assert "crs" not in read(handcar)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_reads_back_as_it_was(text: str) -> None:
    part = parts(hostile(text), "leg")[0]["properties"]

    assert part["name"] == part["text"] == part["unknown"][0] == text.strip()


def test_words_are_those_of_the_language_asked_for() -> None:
    data = json.loads(geojson(track(), Wording("tlh")))

    assert data["journey"]["language"] == "en"


def test_a_bridge_is_a_line_with_every_length_that_is_claimed(handcar: Track) -> None:
    (bridge,) = parts(handcar, "bridge")

    line, about = bridge["geometry"], bridge["properties"]
    assert (line["type"], line["coordinates"][0]) == ("LineString", [130.6386, 42.41323])
    lengths = [(c["low"], c["unit"], c["basis"]) for c in about["claims"] if c["about"] == "length"]
    # German Wikipedia, Jan S. Krogh and French Wikipedia; "about 600 m" is ours.
    assert [n for n, _, basis in lengths if basis == "reported"] == [0.623, 0.59, 0.4]
    assert lengths[0] == (0.6, "km", "derived")


def test_points_and_stations_are_points_of_their_place(handcar: Track) -> None:
    found = {part["id"]: part["geometry"]["coordinates"] for part in parts(handcar, "station")}

    # The position of the station in Wikipedia.
    assert found["landmark:tumangang"] == [130.6081, 42.4214]
    assert len(parts(handcar, "point")) == 1


def test_a_journey_without_landmarks_has_legs_and_places_only() -> None:
    kinds = {f["properties"]["kind"] for f in read(track())["features"]}

    assert kinds == {"leg", "place"}
