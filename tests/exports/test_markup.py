from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest
from markupsafe import Markup

from journey.exports.markup import line, tag, words

HOSTILE = ["</a>", "<b x='1'>", "]]>", "&lt;", "a\tb\nc", '"quoted"']


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_read_back_as_it_went_in(text: str) -> None:
    read = fromstring(tag("a", words(text), href=text))

    assert (read.text, read.attrib["href"]) == (text, text)
    assert len(read) == 0


@pytest.mark.parametrize("text", ["\x00", "\x1b[2J", "\ud800", "\uffff"])
def test_what_xml_can_not_carry_is_replaced(text: str) -> None:
    read = fromstring(tag("a", words(text)))

    assert (read.text or "").startswith("\N{REPLACEMENT CHARACTER}")


def test_html_stands_in_xml_as_text() -> None:
    read = fromstring(line("description", Markup("<p>A &amp; B</p>")))

    assert read.text == "<p>A &amp; B</p>"


def test_an_element_for_a_text_is_left_out_with_it() -> None:
    assert line("a", "", x="1") == ""
