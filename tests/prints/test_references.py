from __future__ import annotations

import pytest

from journey.prints.references import cited, host, numbers, sources
from journey.words.provenance import Footing, Link
from journey.words.wording import Wording
from tests.conftest import journey
from tests.pages.test_cards import Reader

ENGLISH = Wording("en")
PAPER = {"id": "p", "title": "On the way", "publisher": "The Paper", "published": "2021-02-26",
         "url": "https://www.paper.example/2021/02/26/on-the-way?ref=612"}  # fmt: skip
RAILWAY = {"id": "r", "title": "Lines", "author": "A. Person", "publisher": "The Railway"}


def test_a_source_has_its_number_its_publisher_its_date_its_title_and_its_site() -> None:
    page = Reader(sources(journey(sources=[PAPER, RAILWAY]), ENGLISH))

    assert page.text == (
        "[1] The Paper, 26\xa0February\xa02021. On the way. paper.example"
        "[2] A. Person, The Railway. Lines."
    )
    assert ("href", PAPER["url"]) in page.attributes


def test_a_source_that_ends_with_a_stop_is_given_no_second_one() -> None:
    source = {"id": "s", "title": "Lines", "publisher": "The Railway Co."}

    page = Reader(sources(journey(sources=[source]), ENGLISH))

    assert page.text == "[1] The Railway Co. Lines."


def test_where_there_are_no_sources_there_is_no_list() -> None:
    assert sources(journey(), ENGLISH) == ""


def test_what_a_claim_stands_on_names_its_sources_by_number() -> None:
    listing = numbers(journey(sources=[PAPER, RAILWAY]), ENGLISH)
    footing = Footing("1 km", "reported", "reported", "", "Roughly.", tuple(listing)[::-1])

    assert cited(footing, listing) == "[2, 1] Roughly."
    assert cited(footing._replace(links=(), why="By eye"), listing) == "By eye. Roughly."


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://www.example.org/a/b?c=d#e", "example.org"),
        ("http://example.org:8080/", "example.org"),
        ("https://EXAMPLE.org", "example.org"),
        ("urn:isbn:0", "urn"),
    ],
)
def test_an_address_is_cut_down_to_its_site(url: str, found: str) -> None:
    assert host(url) == found


def test_two_sources_alike_have_one_number() -> None:
    twice = journey(sources=[PAPER, {**PAPER, "id": "q"}])

    assert numbers(twice, ENGLISH) == {Link("The Paper, 26\xa0February\xa02021", PAPER["url"]): 2}
