from __future__ import annotations

import pytest

from journey.importers.plain import words
from tests.importers.made import content

MANY = 25_000  # parts of a text that reading from each to the end would take minutes for


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<p>On <b>foot</b> &amp; by bus</p>", "On foot & by bus"),
        ("one<br/>two<BR>three", "one\ntwo\nthree"),
        ("<a title=\"a > b\" href='#'>there</a>", "there"),
        ("a<script>if (x < 1) y('</p>')</script>b", "ab"),
        ("a<!-- <b>hidden</b> -->b<!DOCTYPE html>c<![CDATA[d]]>e", "abce"),
        ("<style>p {color: red}", ""),
        ("3 < 4 and 5 > 4 &lt;i&gt;", "3 < 4 and 5 > 4 <i>"),
        ("<b>half a tag <i", "half a tag <i"),
    ],
)
def test_a_text_is_what_a_page_shows_of_it(text: str, shown: str) -> None:
    assert words(text, content("")) == shown


@pytest.mark.parametrize(
    "part", ["<a ", '<a "', "<a '\"", "<!--", "<script", "</", "<a x='", "&#x"]
)
def test_parts_that_never_close_are_read_through_once(part: str) -> None:
    assert len(words(f"<b>{part * MANY}", content(""))) <= 4_000
