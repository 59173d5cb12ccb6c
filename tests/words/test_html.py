from __future__ import annotations

import pytest
from markupsafe import Markup

from journey.words.html import joined, listed, tag
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
