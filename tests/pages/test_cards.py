from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote

import pytest

from journey import Journey, Track, load
from journey.model.palette import MODES
from journey.pages import cards, legs
from journey.words.provenance import Link
from journey.words.wording import Wording
from tests.conftest import HANDCAR, MENDED, amount, journey, known, leg, told, track
from tests.model.test_mode import BY_ROPE, ROPE

ENGLISH = Wording("en")
HOSTILE = [
    "<script>alert(1)</script>",
    "\"onload=alert(1) x='",
    "'><img src=x onerror=alert(1)>",
    "{{7*7}} ${7*7} {% raw %}",
    "javascript:alert(1)",
    "</li></ul></div><!--",
]
TAGS = {
    "bdi",
    *("a", "article", "blockquote", "button", "dd", "details", "div", "dl", "dt", "em", "footer"),
    *("h1", "h2", "h3", "header", "li", "nav", "p", "section", "small", "span", "strong"),
    *("summary", "ul"),
}

FULL = told(
    sources=[
        {
            "id": "s",
            "title": "S",
            "author": "A",
            "publisher": "P",
            "published": "2021-02-26",
            "url": "https://example.org/",
            "note": {"en": "N"},
        }
    ],
    story=[
        {
            "id": "one",
            "title": {"en": "One"},
            "disagree": True,
            "claims": [known(text={"en": "So."}, source="s", note={"en": "N"})],
            "quote": {"text": {"en": "Q"}, "by": {"en": "Her"}, "source": "s"},
        }
    ],
    legs=[
        leg(
            "a",
            "b",
            text={"en": "T"},
            unknown=[{"en": "U"}],
            duration=[*amount(1, "h"), known(value=2, unit="h", source="s", note={"en": "N"})],
            distance=amount(10, "km"),
            departs=[known(at="2021-02-25T09:00+09:00")],
            stops=[known(place="c")],
            shape=known(line=[(0, 0), (0, 1)]),
            to=known(place="b", others=[known(place="c", source="s", note={"en": "N"})]),
        )
    ],
    corrections=[MENDED],
)


class Reader(HTMLParser):
    """What a browser makes of HTML: tags, attributes and text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(str(html))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag != "img":  # It has no end.
            self.open.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert tag == "img" or self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


def poisoned(node: Any, text: str) -> Any:
    """The same data with ``text`` in every place that takes words."""
    if isinstance(node, list | tuple):
        return [poisoned(value, text) for value in node]
    if not isinstance(node, dict):
        return node
    if "en" in node:
        return {"en": text}
    return {
        key: text if key in ("title", "author", "publisher") and isinstance(value, str) else value
        for key, value in ((key, poisoned(value, text)) for key, value in node.items())
    }


def below(found: Track) -> str:
    """What is told beside the legs, folded."""
    return cards.folded(cards.parts(found.journey, ENGLISH), ENGLISH)


VIEWS: dict[str, Callable[[Track], str]] = {
    "head": lambda found: cards.head(found.journey, ENGLISH),
    "legs": lambda found: legs.table(found, ENGLISH),
    "story": lambda found: cards.story(found.journey, ENGLISH),
    "sources": lambda found: cards.sources(found.journey, ENGLISH),
    "below": below,
}


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_out_as_text(view: str, text: str) -> None:
    found = Track.of(Journey.model_validate(poisoned(FULL, text)))

    page = Reader(VIEWS[view](found))

    assert set(page.tags) <= TAGS
    assert [name for name, _ in page.attributes if name.startswith("on")] == []
    assert {value for name, value in page.attributes if name == "href"} <= {"https://example.org/"}
    assert page.open == []
    assert text in page.text


@pytest.mark.parametrize("view", VIEWS)
def test_the_handcar_journey_is_well_formed(view: str, handcar: Track) -> None:
    page = Reader(VIEWS[view](handcar))

    assert page.open == []
    assert set(page.tags) <= TAGS


def test_the_day_of_the_journey_has_its_note() -> None:
    told = journey(day=[known(at="2021-02-25", note={"en": "By their letters."})])

    text = Reader(cards.days(told, ENGLISH)).text

    assert ENGLISH.day(date(2021, 2, 25)) in text
    assert "By their letters." in text
    assert cards.days(journey(), ENGLISH) == ""


def test_a_source_is_linked_and_dated() -> None:
    found = Journey.model_validate(FULL)

    page = Reader(cards.sources(found, ENGLISH))

    assert dict(page.attributes)["href"] == "https://example.org/"
    assert ENGLISH.day(date(2021, 2, 26)) in page.text


def test_an_author_is_named_among_the_sources() -> None:
    source = {"id": "s", "title": "T", "publisher": "P", "author": "A. Person", "published": 1889}

    page = Reader(cards.sources(journey(sources=[source]), ENGLISH))

    assert page.text == "T. A. Person, P, 1889."


def test_a_source_that_ends_with_a_stop_is_given_no_second_one() -> None:
    source = {"id": "s", "title": "T", "publisher": "The Railway Co."}

    page = Reader(cards.sources(journey(sources=[source]), ENGLISH))

    assert page.text == "T. The Railway Co."


def test_a_quotation_has_its_speaker_and_its_source() -> None:
    page = Reader(cards.story(Journey.model_validate(FULL), ENGLISH))

    quote = page.text.rpartition("Q")[2]
    assert "blockquote" in page.tags
    assert quote.index("Her") < quote.index("P")


def test_a_part_waits_under_its_title_and_one_without_content_is_not_there() -> None:
    page = Reader(below(track()))
    full = Reader(below(Track.of(Journey.model_validate(FULL))))

    assert page.tags.count("details") == 0
    assert full.tags.count("details") == full.tags.count("summary") == 3
    names = [value for name, value in full.attributes if name == "id"]
    assert names == ["story", "sources", "corrections"]
    assert ("open", "") not in full.attributes


def test_the_signs_are_those_of_the_modes_that_are_used(handcar: Track) -> None:
    assert re.findall(r"\.mode-([\w-]+)\{", cards.signs(handcar)) == ["train", "bus", "handcar"]


def test_the_sign_of_a_journeys_own_mode_is_an_image_in_the_style_sheet() -> None:
    rules = unquote(cards.signs(track(**BY_ROPE)))

    assert f'd="{ROPE["icon"]}"' in rules
    assert f"--ink:{MODES['ferry'].css}" in rules


def test_whose_the_base_map_is_stands_in_the_language_of_the_page() -> None:
    footer = cards.data(track().journey, Wording("ko"))

    assert "해안선: GSHHG" in footer
    assert 'lang="en"' not in footer


def test_the_title_of_a_source_is_in_its_own_language() -> None:
    paper = {"id": "s", "title": "Из Кореи", "language": "ru", "publisher": "P"}
    more = {"id": "t", "title": "By rail", "language": "en", "author": "A. Traveller"}

    found = cards.sources(track(sources=[paper, more]).journey, ENGLISH)

    assert '<bdi lang="ru" dir="ltr">Из Кореи</bdi>' in found
    assert "By rail. A. Traveller." in found


@pytest.mark.parametrize("name", sorted(folder.name for folder in HANDCAR.parent.glob("*/")))
def test_each_source_of_a_shipped_journey_says_in_which_language_its_title_is(name: str) -> None:
    sources = load(HANDCAR.with_name(name)).sources

    assert [one.id for one in sources if not one.language] == []


def test_the_links_of_the_head_are_a_part_that_has_a_name(handcar: Track) -> None:
    made = cards.head(handcar.journey, ENGLISH, [Link("Take it along", "#take")])

    assert f'<nav aria-label="{ENGLISH.say("page.tools")}"><a href="#take">' in made
