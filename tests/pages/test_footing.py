from __future__ import annotations

from journey.pages.footing import claim, link, mark
from journey.words.provenance import Footing, Link
from journey.words.wording import Wording
from journey.words.written import Written
from tests.pages.test_cards import Reader

ENGLISH = Wording("en")
HOSTILE = '"<b>\' & "'


def test_a_mark_is_a_shape_with_a_word_for_hover_and_readers_and_no_stop_of_the_tab_key() -> None:
    page = Reader(mark("assumed", ENGLISH, HOSTILE))

    attributes = dict(page.attributes)
    assert attributes["class"] == "mark mark-assumed"
    assert attributes["aria-label"].endswith(HOSTILE)
    assert attributes["role"] == "img"
    assert "tabindex" not in attributes


def test_a_dot_beside_its_word_is_for_the_eye_alone() -> None:
    page = Reader(claim(Footing("2 > 1", "derived", "derived", "Counted.", "", ()), ENGLISH))

    attributes = dict(page.attributes)
    assert attributes["aria-hidden"] == "true"
    assert "role" not in attributes
    assert page.text.count("derived") == 1


def test_a_claim_tells_all_that_it_stands_on_in_order() -> None:
    found = Footing(
        "2 > 1",
        "derived",
        "derived",
        "Counted.",
        "Not <all>.",
        (Link("A & B", "https://x.org/?a&b"),),
    )

    page = Reader(claim(found, ENGLISH))

    assert " ".join(page.text.split()) == "2 > 1 derived: A & B. Counted. Not <all>."
    assert [value for name, value in page.attributes if name == "href"] == ["https://x.org/?a&b"]


def test_a_claim_whose_last_source_ends_with_a_stop_is_given_no_second_one() -> None:
    found = Footing("2", "derived", "derived", "Counted.", "", (Link("The Railway Co.", ""),))

    page = Reader(claim(found, ENGLISH))

    assert " ".join(page.text.split()).endswith("The Railway Co. Counted.")


def test_a_source_without_an_address_is_no_link() -> None:
    assert Reader(link(Link("A & B", ""))).tags == []


def test_a_source_without_an_address_keeps_its_language() -> None:
    page = Reader(link(Link(Written("Dziennik z Łodzi", "pl"), "")))

    assert (page.text, dict(page.attributes)["lang"]) == ("Dziennik z Łodzi", "pl")
