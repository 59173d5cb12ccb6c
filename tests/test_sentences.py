"""What the pages say, read as running text: stops where sentences end, and none too many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from journey import Track
from journey.basemap.layers import shipped
from journey.pages import cards, diagram
from journey.pages.legs import table
from journey.pages.lessons import Ways, lessons
from journey.prints.prints import PRINTS
from journey.stage.wire import wire
from journey.words.wording import Wording
from tests.golden import lines

ENGLISH = Wording("en")
# Doubled stops, and spaces before them; a mark that closes may stand between.
DOUBLED = re.compile(r"[.,;:!?][”’)]?\s*(?<!\.\.)[.,;:](?!\.)")
LOOSE = re.compile(r"\w\s+[.,;:!?](?=\s|$)")
# A letter or a stop at which another sentence begins without a space, and words run together.
TOGETHER = re.compile(r"[a-z)][.!?;][A-Z][a-z]|[a-z]\)[A-Z][a-z]")
# "reported" and its kin before what they stand on.
BARE = re.compile(r"\] (?:reported|derived|assumed) [A-Z]")
# Parts of addresses and of names, which are no sentences.
ADDRESS = re.compile(r"https?://\S+|\b[\w-]+(?:\.[a-z\d][\w-]*)+\b")


def views(of: Track) -> dict[str, str]:
    return {
        "table": lines(table(of, ENGLISH)),
        "below": lines(cards.story(of.journey, ENGLISH) + cards.sources(of.journey, ENGLISH)),
        "lessons": lines(lessons(of, ENGLISH, Ways("present", "pupils", ()))),
        "diagram": lines(diagram.section(of, ENGLISH)),
        **{
            name: lines(one.make(of, ENGLISH, shipped(), date(2026, 11, 23)))
            for name, one in PRINTS.items()
        },
        "stage": "\n".join(spoken(wire(of, ENGLISH))),
    }


def spoken(data: object) -> Iterator[str]:
    """Sentences in plain data: texts with a space in them, as lines of a map have none."""
    if isinstance(data, str):
        if " " in data and "<" not in data:
            yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from spoken(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from spoken(value)


VIEWS = ("table", "below", "lessons", "diagram", *PRINTS, "stage")


@pytest.fixture(scope="module")
def said(handcar: Track) -> dict[str, str]:
    return {view: ADDRESS.sub("x", text) for view, text in views(handcar).items()}


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("fault", [DOUBLED, LOOSE, TOGETHER, BARE])
def test_no_stop_is_missing_doubled_or_loose(
    view: str, fault: re.Pattern[str], said: dict[str, str]
) -> None:
    text = said[view]
    found = [text[max(0, m.start() - 40) : m.end() + 20] for m in fault.finditer(text)]

    assert text
    assert found == []


@pytest.mark.parametrize("view", VIEWS)
def test_no_unit_is_told_in_a_short_form_that_nobody_says(view: str, said: dict[str, str]) -> None:
    assert re.findall(r"\d\s?(?:hrs?|mins?|secs?|yrs?|mths?)\b(?<!\d min)", said[view]) == []
