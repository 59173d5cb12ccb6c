from __future__ import annotations

from journey.prints.evidence import claims, sources, unknown
from journey.track.track import Track
from journey.words.provenance import quantity
from journey.words.wording import Wording
from tests.conftest import amount, journey, known, leg, track
from tests.pages.test_cards import Reader

ENGLISH = Wording("en")


def test_every_claim_has_a_row_with_its_mark_and_its_word() -> None:
    times = amount(1, "h") + amount(2, "h")

    page = Reader(claims(track(legs=[leg("a", "b", duration=times)]), ENGLISH))

    # Two times, a measured distance, a speed, and both ends; besides a head and the leg's name.
    assert page.tags.count("tr") == 6 + 2
    assert [value for name, value in page.attributes if name == "class" and "mark-" in value] == [
        "mark mark-assumed"
    ] * 6
    assert page.text.count(ENGLISH.say("claim.disagree")) == 1


def test_an_arrival_and_a_wait_that_are_claimed_have_a_row_each() -> None:
    plain = leg("a", "b")
    end = known(place="b", dwell=amount(1, "h"))
    more = leg("a", "b", arrives=[known(at="2021-02-25T09:00+09:00")], to=end)

    rows = [Reader(claims(track(legs=[one]), ENGLISH)).tags.count("tr") for one in (plain, more)]

    assert rows[1] - rows[0] == 2


def test_the_times_and_notes_of_stops_have_a_row_each_and_a_mere_stop_has_none() -> None:
    mere = known(place="b")
    timed = {**mere, "at": "2021-02-25T09:00+09:00"}
    noted = {**mere, "note": {"en": "By night."}}

    pages = [Reader(claims(track(legs=[leg("a", "c", stops=[stop])]), ENGLISH))
             for stop in (mere, timed, noted)]  # fmt: skip

    assert [page.tags.count("tr") - pages[0].tags.count("tr") for page in pages] == [0, 1, 1]
    assert "09:00" in pages[1].text
    assert "By night." in pages[2].text


def test_what_nobody_knows_is_told_leg_by_leg() -> None:
    told = unknown(track(legs=[leg("a", "b", unknown=[{"en": "The hour."}])]), ENGLISH)

    assert Reader(told).text.endswith("a to b: The hour.")
    assert unknown(track(), ENGLISH) == ""


def test_addresses_are_written_out_for_paper() -> None:
    source = {"id": "s", "title": "S", "publisher": "P", "published": "2021-02-26",
              "url": "https://example.org/"}  # fmt: skip

    page = Reader(sources(journey(sources=[source]), ENGLISH))

    assert page.text.endswith(" https://example.org/")
    assert "a" not in page.tags


def test_all_five_distances_of_the_handcar_are_there(handcar: Track) -> None:
    text = Reader(claims(handcar, ENGLISH)).text

    assert len(handcar.legs[2].leg.distance) == 5
    for claim in handcar.legs[2].leg.distance:
        assert quantity(claim, ENGLISH) in text
