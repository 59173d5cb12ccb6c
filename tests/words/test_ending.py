from __future__ import annotations

from journey.track.track import Track
from journey.words.ending import ending
from journey.words.wording import Wording
from tests.conftest import amount, known, leg, place, track

ENGLISH = Wording("en")


def test_the_shipped_journey_ends_in_vladivostok_and_tells_of_the_flight(handcar: Track) -> None:
    found = ending(handcar, ENGLISH)

    assert (found.arrived.said, found.arrived.basis) == ("Vladivostok", "reported")
    assert found.others == ["Vladivostok airport"]
    # Nezavisimaya Gazeta, 26 February 2021: the flight left at 09:25 local time.
    assert "26 February at 09:25" in found.after[0].said
    assert [link.url for link in found.after[0].links] == ["https://www.ng.ru/news/703322.html"]
    assert found.shown
    assert found.shown.url.startswith("https://www.themoscowtimes.com/")


def test_its_totals_are_those_of_the_legs_each_with_its_basis(handcar: Track) -> None:
    time, way = ending(handcar, ENGLISH).totals

    # 32 h + 2 h + 20 to 60 min + 4 to 5 h, in whole hours; 801.9 + 43 + 1 + 270 km at the least.
    assert (time.said, time.basis) == ("38 to 40 hours", "assumed")
    assert (way.said, way.basis) == ("more than 1,115 km", "derived")


def test_a_journey_without_times_has_no_total_time_and_no_date() -> None:
    found = ending(track(legs=[leg("a", "b", distance=amount(9, "km"))]), ENGLISH)

    assert found.when is None
    assert [total.said for total in found.totals] == ["9 km"]
    assert (found.after, found.pictures, found.shown) == ([], "", None)


def test_the_date_of_arrival_is_as_fine_as_it_is_known() -> None:
    arrives = [known(between=["2024-06-03", "2024-06-05"])]

    found = ending(track(legs=[leg("a", "b", arrives=arrives)]), ENGLISH)

    assert found.when
    assert found.when.said == "between 3 and 5\xa0Jun\xa02024"


def test_where_else_it_ended_is_told_beside_the_end_that_is_drawn() -> None:
    places = [place(key, 0, i) for i, key in enumerate("abc")]
    end = known(place="b", others=[known(place="c")])

    found = ending(track(places=places, legs=[leg("a", "b", to=end)]), ENGLISH)

    assert (found.arrived.said, found.others) == ("B", ["C"])
