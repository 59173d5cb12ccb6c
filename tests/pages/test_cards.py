from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest

from journey import Journey, Track
from journey.pages import cards, figures
from journey.words.wording import Wording
from tests.conftest import Data, amount, journey, known, leg, told, track

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
    *(
        "a",
        "article",
        "blockquote",
        "button",
        "caption",
        "dd",
        "div",
        "dl",
        "dt",
        "em",
        "footer",
        "h1",
    ),
    *("h2", "h3", "h4", "header", "li", "ol", "p", "section", "span", "strong", "table"),
    *("tbody", "td", "th", "thead", "tr", "ul"),
}

FULL = told(
    sources=[
        {
            "id": "s",
            "title": "S",
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
        )
    ],
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
        key: text if key in ("title", "publisher") and isinstance(value, str) else value
        for key, value in ((key, poisoned(value, text)) for key, value in node.items())
    }


VIEWS: dict[str, Callable[[Track], str]] = {
    "head": lambda found: cards.head(found.journey, ENGLISH),
    "legs": lambda found: cards.leg_cards(found, ENGLISH),
    "speeds": lambda found: figures.speeds(found, ENGLISH),
    "shares": lambda found: figures.shares(found, ENGLISH),
    "story": lambda found: cards.story(found.journey, ENGLISH),
    "sources": lambda found: cards.sources(found.journey, ENGLISH),
    "itinerary": lambda found: cards.itinerary_html(found, ENGLISH),
    "below": lambda found: cards.below(found, ENGLISH),
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
    assert view == "shares" or text in page.text


@pytest.mark.parametrize("view", VIEWS)
def test_the_handcar_journey_is_well_formed(view: str, handcar: Track) -> None:
    page = Reader(VIEWS[view](handcar))

    assert page.open == []
    assert set(page.tags) <= TAGS


def card(**more: object) -> str:
    (found,) = track(legs=[leg("a", "b", **more)]).legs
    return cards.leg_card(found, journey(), ENGLISH)


def test_a_card_shows_every_claim_and_that_they_disagree() -> None:
    html = card(duration=amount(1, "h") + amount(2, "h"))

    assert Reader(html).text.count("sources disagree") == 1
    assert "1 hour" in html
    assert "2 hours" in html


def test_a_card_marks_each_claim_by_shape_and_word() -> None:
    page = Reader(card(duration=amount(1, "h"), distance=amount(9, "km")))

    marks = [value for name, value in page.attributes if name == "class" and "mark-" in value]
    # Time, distance, both ends, and the speed that follows.
    assert marks == ["mark mark-assumed"] * 5


def test_a_measured_distance_is_marked_as_well() -> None:
    text = Reader(card()).text

    assert "about 111.3 km  assumed measured along the line drawn" in text


def test_a_card_says_what_is_not_known() -> None:
    text = Reader(card(unknown=[{"en": "The hour."}])).text

    assert "What we do not knowThe hour." in text
    assert "time not known" in text
    assert "No speed: the time is not known." in text


@pytest.mark.parametrize(
    ("departs", "said"),
    [
        ([known(at="2021-02-25T09:00+09:00")], ["25 Feb, 09:00 (local time)"]),
        ([known(at="2021-02-25")], ["25 February 2021"]),
        ([known(between=["2021-02-24", "2021-02-25"])], ["24 February 2021", "25 February 2021"]),
    ],
)
def test_a_card_tells_every_departure_that_is_claimed(departs: list[Data], said: list[str]) -> None:
    text = Reader(card(departs=departs)).text

    assert all(words in text for words in said)


def terms(html: str) -> int:
    """How many facts a card tells."""
    return Reader(html).tags.count("dt")


@pytest.mark.parametrize(
    "more",
    [
        {"arrives": [known(at="2021-02-25T09:00+09:00")]},
        {"to": known(place="b", dwell=amount(1, "h"))},
        {"stops": [known(place="c", dwell=amount(1, "h"))]},
    ],
)
def test_an_arrival_or_a_wait_that_is_claimed_is_one_more_fact(more: Data) -> None:
    assert terms(card(**more)) == terms(card()) + 1


def test_every_card_can_be_picked_once() -> None:
    html = cards.leg_cards(track(), ENGLISH)

    assert html.count('data-leg="b-c"') == 1


def test_a_source_is_linked_and_dated() -> None:
    found = Journey.model_validate(FULL)

    html = cards.sources(found, ENGLISH)

    assert '<a href="https://example.org/" target="_blank" rel="noopener">S</a>' in html
    assert "P, 26 February 2021." in html


def test_a_quotation_stands_in_quotation_marks_with_its_speaker() -> None:
    text = Reader(cards.story(Journey.model_validate(FULL), ENGLISH)).text

    assert "“Q”Her, P, 26 February 2021" in text


def test_the_table_has_a_row_for_each_leg(handcar: Track) -> None:
    page = Reader(cards.itinerary_html(handcar, ENGLISH))

    assert page.tags.count("tr") == 1 + 4
    assert page.tags.count("td") == 4 * page.tags.count("th")


def test_the_total_of_the_handcar_journey_is_no_better_known_than_its_guesses(
    handcar: Track,
) -> None:
    caption = cards.itinerary_html(handcar, ENGLISH).partition("<caption>")[2]

    assert "mark-assumed" in caption.partition("</caption>")[0]
