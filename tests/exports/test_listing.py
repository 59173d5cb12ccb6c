from __future__ import annotations

import re

import pytest

from journey.exports.formats import FORMATS
from journey.exports.listing import entry, items
from journey.model.journey import Journey
from tests.conftest import journey
from tests.exported import ENGLISH, HOSTILE


def file(name: str, language: str, suffix: str) -> str:
    return f"{name}/{language}.{suffix}"


def listed(found: Journey, url: str = "", *languages: str) -> str:
    """The list of one journey."""
    return items([entry("one", found, ENGLISH, url, file, languages)])


def test_a_journey_with_a_page_leads_to_it() -> None:
    assert re.findall('href="([^"]*)"', listed(journey(), "a?b&c")) == ["a?b&amp;c"]


def test_a_journey_without_a_page_leads_to_its_files_in_every_language() -> None:
    found = re.findall('href="([^"]*)"', listed(journey(), "", "en", "ko"))

    assert found == [f"one/{code}.{suffix}" for code in ("en", "ko") for suffix in FORMATS]


def test_the_files_of_a_language_are_marked_as_being_in_it() -> None:
    assert re.findall('<d[td] lang="([^"]*)"', listed(journey(), "", "en")) == ["en", "en"]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_stays_text(text: str) -> None:
    hostile = listed(journey(title={"en": text}, summary={"en": text}), "page")

    assert re.findall("<[^>]*>", hostile) == re.findall("<[^>]*>", listed(journey(), "page"))
