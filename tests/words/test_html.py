from __future__ import annotations

import pytest
from markupsafe import Markup

from journey.words.html import joined, listed, tag
from journey.words.written import pick
from tests.pages.test_cards import HOSTILE, Reader


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text_wherever_it_stands(text: str) -> None:
    page = Reader(tag("p", text, listed([text]), joined([text, text], text), title=text))

    assert page.tags == ["p", "ul", "li"]
    assert page.attributes == [("title", text)]
    assert page.text == text * 5


def test_markup_stands_as_it_is_and_is_escaped_once() -> None:
    inner = tag("b", "a & b")

    assert Reader(tag("p", tag("i", inner))).text == "a & b"


def test_attributes_are_named_as_in_html() -> None:
    page = Reader(tag("div", class_="a", aria_label="b", viewBox="0", title=None))

    assert page.attributes == [("class", "a"), ("aria-label", "b"), ("viewbox", "0")]


def test_an_element_without_content_has_no_end() -> None:
    assert tag("meta", charset="utf-8") == Markup('<meta charset="utf-8"/>')


def test_a_list_of_nothing_is_nothing() -> None:
    assert listed([]) == Markup("")


def test_sentences_that_are_not_there_in_the_language_of_the_page_say_in_which_they_are() -> None:
    long = "It is 1,115 km by train, by handcar and by bus."

    found = tag("p", pick({"en": long}, "ru"))

    assert found == f'<p lang="en" dir="ltr" data-in="EN" title="English">{long}</p>'


@pytest.mark.parametrize(
    ("text", "language", "page"),
    [
        ({"en": "The bridge"}, "ru", "ru"),
        ({"ar": "على سكة الحديد الحجازية من دمشق إلى معان"}, "ar", "en"),
    ],
)
def test_a_name_and_a_text_in_the_language_asked_for_stand_without_that(
    text: dict[str, str], language: str, page: str
) -> None:
    assert "data-in" not in tag("p", pick(text, language, page))
