"""Texts of an author in a language that the pages around them do not speak."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import pytest
from lxml import html

from journey import Journey, Track
from journey.basemap.layers import shipped
from journey.exports.index import index
from journey.pages.story import page
from journey.prints.prints import PRINTS
from journey.words.wording import Wording
from tests.conftest import taught, told

ENGLISH = Wording("en")
HEBREW = re.compile("[\u0590-\u05ff]")
# What the author says in English, in Hebrew.
SAID = {
    "Three places": "שלושה מקומות (3)!",
    "A test": "מסע (1)",
    "Made up.": "הומצא.",
    "A": "א' (A1)",
    "B": "ב'",
    "C": "ג'",
    "a to b": "ברכבת 12:30",
    "b to c": "באוטובוס",
    "Why?": "למה?",
}


def hebrew(part: object) -> object:
    """The same data with each text by language in Hebrew alone."""
    if isinstance(part, dict):
        if "en" in part:
            return {"he": SAID.get(part["en"], "טקסט (7).")}
        return {key: hebrew(value) for key, value in part.items()}
    return [hebrew(value) for value in part] if isinstance(part, list) else part


DATA: Any = hebrew(told(teaching=taught()))
JOURNEY = Journey.model_validate({**DATA, "languages": ["he"]})
TRACK = Track.of(JOURNEY)


def print_of(name: str) -> str:
    return PRINTS[name].make(TRACK, ENGLISH, shipped(), date(2026, 11, 26))


PAGES: dict[str, Callable[[], str]] = {
    "story": lambda: page(TRACK, ENGLISH).decode(),
    "index": lambda: index([TRACK], ENGLISH).decode(),
    **{name: partial(print_of, name) for name in PRINTS},
}


def astray(made: str) -> list[str]:
    """Hebrew texts that stand neither in an element of theirs nor isolated."""
    shown = re.sub(r"<(script|style)\b.*?</\1>", "", made, flags=re.DOTALL)
    found = []
    for part in html.fromstring(shown.removeprefix("<!doctype html>")).iter(html.etree.Element):
        around = [part, *part.iterancestors()]
        language = next((one.get("lang") for one in around if one.get("lang")), "")
        for text in filter(None, [part.text, *(one.tail for one in part)]):
            bare = re.sub("\u2068.*?\u2069", "", text, flags=re.DOTALL)
            if HEBREW.search(bare) and language != "he":
                found.append(f"<{part.tag}> {text}")
    return found


@pytest.mark.parametrize("name", PAGES)
def test_each_text_has_its_language_or_stands_isolated(name: str) -> None:
    made = PAGES[name]()

    assert html.fromstring(made.encode()).xpath("//*[@lang='he'][@dir='rtl']")
    assert astray(made) == []


def test_a_journey_in_korean_alone_is_told_in_korean_on_a_page_in_korean() -> None:
    def korean(part: object) -> object:
        if isinstance(part, dict):
            return {"ko": "여정"} if "en" in part else {k: korean(v) for k, v in part.items()}
        return [korean(value) for value in part] if isinstance(part, list) else part

    data: Any = korean(told(teaching=taught()))
    alone = Track.of(Journey.model_validate({**data, "languages": ["ko"]}))

    made = html.fromstring(page(alone, Wording("ko")))

    assert made.get("lang") == "ko"
    (title,) = made.xpath("//main//h1")
    assert title.text_content() == "여정"
    assert title.xpath("string(ancestor-or-self::*[@lang][1]/@lang)") == "ko"
