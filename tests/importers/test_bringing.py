from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from journey.files.advice.ways import ways
from journey.files.read import LIMITS, STORY, read
from journey.importers.composing import Wanted
from journey.model.journey import Journey
from journey.track.track import Track
from tests.importers.made import HEAD, brought, complaints, content, point, refused, track


def day(*steps: tuple[float, int], start: str = "2025-06-01T06:00:00+00:00") -> str:
    """A track north along 8° E: how far, in degrees of latitude from 46, after so many minutes."""
    began = datetime.fromisoformat(start)
    return track(
        *(point(46 + lat, 8, (began + timedelta(minutes=at)).isoformat()) for lat, at in steps)
    )


def made(*texts: str, wanted: Wanted | None = None) -> tuple[Journey, list[str]]:
    """The journey of these GPX files, and the codes of all that is told."""
    contents = [content(text, f"day{index}.gpx") for index, text in enumerate(texts, 1)]
    files, codes = brought(*contents, wanted=wanted)
    return read(files, "trip"), codes


def test_a_track_becomes_a_leg_that_is_sound() -> None:
    journey, _ = made(day((0, 0), (0.01, 15), (0.02, 30)))

    (leg,) = Track.of(journey).legs
    assert leg.leg.shape
    assert len(leg.leg.shape.times) == 3


def test_a_stay_parts_two_legs_at_one_place() -> None:
    journey, codes = made(day((0, 0), (0.02, 30), (0.0201, 60), (0.04, 90)))

    assert [leg.end.place for leg in journey.legs] == ["place-2", "place-3"]
    assert "split_at_stays" in codes


def test_a_stay_that_is_shorter_than_wanted_parts_none() -> None:
    given = day((0, 0), (0.02, 30), (0.0201, 60), (0.04, 90))

    journey, _ = made(given, wanted=Wanted("trip", stay=3_600))

    assert len(journey.legs) == 1


def test_a_night_parts_two_legs_wherever_the_next_day_starts() -> None:
    journey, codes = made(day((0, 0), (0.02, 30), (0.022, 600), (0.04, 630)))

    assert len(journey.legs) == 2
    assert "split_at_nights" in codes


def test_a_tracker_that_tells_a_position_every_few_hours_does_not_pause() -> None:
    journey, codes = made(day((0, 0), (0.5, 360), (1, 720), (1.5, 1_080)))

    (leg,) = journey.legs
    assert leg.shape
    assert len(leg.shape.line) == 4
    assert "split_at_nights" not in codes


@pytest.mark.parametrize("minutes", [30, 600])
def test_a_line_of_which_only_its_ends_are_timed_is_no_stay(minutes: int) -> None:
    end = f"2025-06-01T{6 + minutes // 60:02}:{minutes % 60:02}:00Z"

    journey, _ = made(
        track(point(46, 8, "2025-06-01T06:00:00Z"), point(46.1, 8), point(46.001, 8, end))
    )

    (leg,) = journey.legs
    assert leg.shape
    assert len(leg.shape.line) == 3


def test_a_day_that_starts_elsewhere_is_joined_by_an_assumed_leg() -> None:
    second = day((0.5, 0), (0.52, 30), start="2025-06-02T06:00:00+00:00")

    journey, codes = made(day((0, 0), (0.02, 30)), second)

    assert [leg.mode for leg in journey.legs] == ["walk", "other", "walk"]
    assert journey.legs[1].start.basis == "assumed"
    assert "legs_assumed" in codes


def test_files_come_in_the_order_of_their_times() -> None:
    later = day((0.02, 0), (0.04, 30), start="2025-06-02T06:00:00+00:00")

    journey, _ = made(later, day((0, 0), (0.02, 30)))

    assert [leg.start.source for leg in journey.legs] == [("day2",), ("day1",)]


def test_a_route_without_times_keeps_no_track_from_its_order() -> None:
    later = day((0.02, 0), (0.04, 30), start="2025-06-02T06:00:00+00:00")
    planned = f'{HEAD}<rte><rtept lat="48" lon="8"/><rtept lat="49" lon="8"/></rte></gpx>'

    journey, codes = made(later, planned, day((0, 0), (0.02, 30)))

    drawn = [leg.shape.source for leg in journey.legs if leg.shape]
    assert drawn == [("day3",), ("day2",), ("day1",)]
    assert "lines_at_once" not in codes


def test_what_was_recorded_while_another_was_is_left_out() -> None:
    journey, codes = made(day((0, 0), (0.02, 30)), day((0, 1), (0.02, 29)))

    assert len(journey.legs) == 1
    assert "lines_at_once" in codes


@pytest.mark.parametrize(("north", "stops"), [(0.02, 0), (0.04, 1)])
def test_a_place_aside_is_passed_by_who_walks_far_enough(north: float, stops: int) -> None:
    # 0.004° of longitude are 309 m there, and 0.02° of latitude 2.2 km.
    well = '<wpt lat="46.01" lon="8.004"><name>Well</name></wpt></gpx>'

    journey, _ = made(day((0, 0), (north, 90)).replace("</gpx>", well))

    assert len(journey.legs[0].stops) == stops
    assert not [*ways(Track.of(journey))]


def test_a_mode_that_is_guessed_is_said_to_be() -> None:
    journey, codes = made(day((0, 0), (0.02, 30)))

    assert journey.legs[0].mode == "walk"
    assert journey.legs[0].unknown
    assert "modes_assumed" in codes


@pytest.mark.parametrize(("lat", "mode"), [(1.9, "boat"), (47, "bicycle")])
def test_a_way_at_the_speed_of_a_bicycle_that_leads_over_the_sea_is_a_boats(
    lat: float, mode: str
) -> None:
    given = track(*(point(lat, 104.5 + n / 10, f"2025-06-01T{6 + n:02}:00:00Z") for n in range(5)))

    journey, _ = made(given)

    assert [leg.mode for leg in journey.legs] == [mode]


def test_what_is_broken_in_a_track_is_repaired_and_told() -> None:
    odd = (
        point(0, 0, "2025-06-01T06:01:00Z"), point(46.01, 8, "2025-06-01T05:00:00Z"),
        "</trkseg><trkseg>", point(46.02, 8),
    )  # fmt: skip
    given = day((0, 0), (0.005, 2)).replace("</trkseg>", "".join(odd) + "</trkseg>")

    journey, codes = made(given)

    assert journey.legs[0].shape
    assert len(journey.legs[0].shape.line) == 3
    assert {"positions_at_zero", "times_back", "points_alone"} <= set(codes)


def test_a_time_that_is_too_late_costs_no_later_time() -> None:
    journey, codes = made(day((0, 600), (0.01, 10), (0.02, 20), (0.03, 30)))

    (leg,) = journey.legs
    assert leg.shape
    assert [time is None for time in leg.shape.times] == [True, False, False, False]
    assert codes.count("times_back") == 1


@pytest.mark.parametrize("zone", [None, "Europe/Prague"])
def test_a_month_or_a_day_that_is_before_an_earlier_one_is_left_out_and_told(
    zone: str | None,
) -> None:
    rows = "name,lat,lon,date\nA,50.1,14.4,2024-05-01\nB,50.2,14.6,2024-04\nC,50.4,14.9,2024-05\n"

    files, codes = brought(content(rows, "a.csv"), wanted=Wanted("trip", zone=zone))

    moments = [leg.arrives for leg in read(files, "trip").legs]
    assert ([bool(moment) for moment in moments], codes) == ([False, True], ["times_back"])


def test_a_day_may_be_before_an_earlier_one_over_the_date_line() -> None:
    rows = "name,lat,lon,date\nApia,-13.8,-171.8,2024-05-02\nPago Pago,-14.3,-170.7,2024-05-01\n"

    _, codes = brought(content(rows, "a.csv"))

    assert "times_back" not in codes


def test_what_contradicts_itself_is_told_of_the_files_that_it_comes_from() -> None:
    rows = "name,lat,lon,arrives,departs\nA,46,8,,2025-06-01T05:30Z\nB,46.5,8,2025-06-01T07:30Z,\n"
    line = day((0.5, 0), (0.51, 15), (0.52, 90))

    (complaint,) = complaints(content(rows, "a.csv"), content(line, "b.gpx"))

    assert (complaint.file, complaint.line) == ("b.gpx", 0)
    assert complaint.figures["others"] == ("legs[0].arrives (a.csv)",)


def test_a_stay_before_the_first_step_is_left_out_and_told() -> None:
    journey, codes = made(day((0, 0), (0.0001, 90), (0.02, 120)))

    (leg,) = journey.legs
    assert leg.shape
    assert [time.isoformat() for time in leg.shape.times if time] == [
        "2025-06-01T07:30:00+00:00", "2025-06-01T08:00:00+00:00",
    ]  # fmt: skip
    assert "stays_at_ends" in codes


def test_a_track_that_is_drawn_again_without_times_is_one_leg() -> None:
    given = day((0, 0), (0.02, 30))
    again = f"<trk><trkseg>{point(46.0, 8)}{point(46.02, 8)}</trkseg></trk></gpx>"

    journey, codes = made(given.replace("</gpx>", again))

    (leg,) = journey.legs
    assert leg.shape
    assert None not in leg.shape.times
    assert "lines_again" in codes


def test_a_line_that_leads_nowhere_is_left_out_and_told() -> None:
    still = track(point(47, 8), point(47, 8))

    journey, codes = made(day((0, 0), (0.02, 30)), still)

    assert len(journey.legs) == 1
    assert "lines_still" in codes


@pytest.mark.parametrize("language", ["en", "ru", "ko", "xx"])
def test_texts_are_in_the_language_that_was_named(language: str) -> None:
    journey, _ = made(day((0, 0), (0.02, 30)), wanted=Wanted("trip", language))

    assert journey.languages == (language,)


def test_hostile_names_come_back_as_text() -> None:
    name = "<name>}, &quot;: - *x # {{7*7}} \\ ' |</name>"
    journey, _ = made(day((0, 0), (0.02, 30)).replace("<trkseg>", f"{name}<trkseg>"))

    assert journey.legs[0].name == {"en": "}, \": - *x # {{7*7}} \\ ' |"}


def test_what_would_be_too_large_a_story_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LIMITS, STORY, 100)

    assert refused(content(day((0, 0), (0.02, 30)))) == ["import_too_many_legs"]


def test_a_place_between_two_points_of_a_line_is_a_stop_on_it() -> None:
    spot = '<wpt lat="46.5" lon="8.003"><name>Inn</name></wpt>'

    journey, _ = made(track(point(46, 8), point(47, 8)).replace("<trk>", f"{spot}<trk>"))

    assert [stop.place for stop in journey.legs[0].stops] == ["inn"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (track(point(139.7, 35.6), point(135.5, 34.7)), "a.gpx"),
        ("name,lat,lon\nTokyo,139.7,35.6\nOsaka,135.5,34.7", "a.csv"),
        ('{"type":"LineString","coordinates":[[35.6,139.7],[34.7,135.5]]}', "a.geojson"),
    ],
)
def test_latitudes_that_can_only_be_longitudes_are_told_to_be_swapped(text: str, name: str) -> None:
    assert refused(content(text, name)) == ["import_swapped"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (track(point(0, 0), point(0, 0)), "a.gpx"),
        ("name,lat,lon\nA,0,0\nB,0,0", "a.csv"),
    ],
)
def test_a_file_that_knows_no_position_is_told_so(text: str, name: str) -> None:
    assert refused(content(text, name)) == ["import_at_zero"]


def test_one_such_point_among_others_is_only_left_out() -> None:
    points = [point(46, 8), point(139.7, 35.6), point(46.1, 8)]

    assert "positions_odd" in brought(content(track(*points)))[1]


def test_a_leg_that_starts_where_the_one_before_ended_makes_no_place_that_no_leg_leads_to() -> None:
    journey, _ = made(day((0, 0), (0.02, 30)), day((0.0235, 90), (0.05, 120)))

    used = {end.place for leg in journey.legs for end in (leg.start, leg.end)}
    assert {place.id for place in journey.places} == used
    assert len(journey.legs) == 2


def test_a_journey_of_one_track_has_its_name_where_its_file_has_none() -> None:
    whole = track(point(46, 8), point(46.1, 8), inside="<name>Over the pass</name>")

    assert made(whole)[0].title["en"] == "Over the pass"


def test_other_json_is_of_no_format_and_not_said_to_be_named_as_one() -> None:
    assert refused(content('{"a": 1}', "bower.json")) == ["import_unknown"]
    assert refused(content('{"a": 1}', "bower.geojson")) == ["import_unknown"]


def test_the_legs_of_one_track_have_its_name_with_a_number() -> None:
    given = day((0, 0), (0.02, 30), (0.0201, 60), (0.04, 90))
    named = given.replace("<trk>", "<trk><name>Sunday</name><desc>Fine</desc>")

    journey, _ = made(named)

    assert [leg.name for leg in journey.legs] == [{"en": "Sunday (1)"}, {"en": "Sunday (2)"}]
    assert [leg.text for leg in journey.legs] == [{"en": "Fine"}, None]


def test_a_round_without_a_name_is_called_after_where_it_starts() -> None:
    journey, _ = made(day((0, 0), (0.02, 30), (0, 60)))

    assert journey.legs[0].name == {"en": "From 46.000, 8.000 and back"}


def test_times_that_are_all_one_are_left_out() -> None:
    # What some receivers write without a clock: the lowest number of 32 bits.
    null = "1901-12-13T20:45:52Z"

    journey, codes = made(track(point(46, 8, null), point(46.01, 8, null)))

    assert "times_odd" in codes
    assert Track.of(journey).legs[0].slot.departs is None


def test_tracks_apart_that_would_be_too_many_legs_are_refused_before_they_are_measured(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("journey.importers.composing._MOST", 4)
    monkeypatch.setattr("journey.importers.composing._Composer._recorded", None)
    files = [day((i, 0), (i + 0.02, 30), start=f"2025-06-0{i + 1}T06:00Z") for i in range(3)]
    tracks = "".join(file[len(HEAD) : -len("</gpx>")] for file in files)

    # Three, and two from each to the next.
    assert refused(content(f"{HEAD}{tracks}</gpx>")) == ["import_too_many_legs"]
