from __future__ import annotations

import re
from datetime import date

from journey.basemap.layers import Layers
from journey.prints.evidence import claims, evidence, unknown
from journey.track.track import Track
from journey.words.provenance import quantity
from journey.words.wording import Wording
from tests.conftest import MENDED, amount, known, leg, track
from tests.pages.test_cards import Reader

ENGLISH = Wording("en")
DAY = date(2026, 11, 23)


def printed(found: Track) -> str:
    return evidence(found, ENGLISH, Layers({}), DAY)


def told(found: Track) -> str:
    """What is to be read on the sheet."""
    body = printed(found).partition("</head>")[2].removesuffix("</html>")
    return Reader(body).text


def test_every_claim_has_a_row_with_its_mark_and_its_word() -> None:
    times = amount(1, "h") + amount(2, "h")

    page = Reader(claims(track(legs=[leg("a", "b", duration=times)]), ENGLISH))

    # Two times, a measured distance, a speed, and both ends; besides a head and the leg's name.
    assert page.tags.count("tr") == 6 + 2
    assert [value for name, value in page.attributes if name == "class" and "mark-" in value] == [
        "mark mark-assumed"
    ] * 6
    assert page.text.count(ENGLISH.say("claim.disagree")) == 1


def test_the_claims_of_many_legs_run_on_and_none_of_them_is_lost() -> None:
    ways = [("a", "b") if i % 2 else ("b", "a") for i in range(21)]
    legs = [leg(*way, id=f"leg-{i}") for i, way in enumerate(ways)]

    few, many = (Reader(claims(track(legs=some), ENGLISH)) for some in (legs[:20], legs))

    assert (few.tags.count("table"), many.tags.count("table")) == (1, 0)
    for read, count in ((few, 20), (many, 21)):
        marks = [name for name, value in read.attributes if name == "class" and "mark-" in value]
        assert len(marks) == 3 * count  # a distance and both ends


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


def test_all_five_distances_of_the_handcar_are_there(handcar: Track) -> None:
    text = Reader(claims(handcar, ENGLISH)).text

    assert len(handcar.legs[2].leg.distance) == 5
    for claim in handcar.legs[2].leg.distance:
        assert quantity(claim, ENGLISH) in text


def test_the_evidence_has_all_its_parts_in_order(handcar: Track) -> None:
    keys = ("sheet.timeline", "sheet.claims", "claim.unknown", "page.story", "page.sources")

    html = printed(handcar)

    found = [html.index(f"<h2>{ENGLISH.say(key)}</h2>") for key in keys]
    assert found == sorted(found)


def test_no_address_is_written_out(handcar: Track) -> None:
    text = told(handcar)

    assert len(handcar.journey.sources) > 20
    assert re.findall(r"https?:|www\.|\w\.\w{2,4}/\w", text) == []


def test_every_number_of_a_source_is_in_the_list(handcar: Track) -> None:
    text = told(handcar)

    cited = {int(n) for found in re.findall(r"\[([\d, ]+)\]", text) for n in found.split(",")}
    assert cited == set(range(1, len(handcar.journey.sources) + 1))


def test_the_day_of_the_journey_stands_on_paper() -> None:
    html = printed(track(day=[known(at="2021-02-25", note={"en": "By their letters."})]))

    assert ENGLISH.day(date(2021, 2, 25)) in html
    assert "By their letters." in html


def test_corrections_stand_with_their_dates() -> None:
    mended = printed(track(corrections=[MENDED]))

    assert f"{ENGLISH.day(DAY)}: A name mended." in mended
    assert ENGLISH.say("page.corrections") in mended
    assert ENGLISH.say("page.corrections") not in printed(track())


def test_an_author_is_named_among_the_sources() -> None:
    source = {"id": "s", "title": "T", "publisher": "P", "author": "A. Person", "published": 1889}

    assert "A. Person, P, 1889. T." in printed(track(sources=[source]))
