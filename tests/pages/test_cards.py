from __future__ import annotations

from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest

from journey import Journey, Track
from journey.pages import cards, figures
from journey.words.wording import Wording
from tests.conftest import MENDED, Data, amount, journey, known, leg, told, track

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


def classes(html: str) -> list[str]:
    """The classes of all elements, in order."""
    return [value for name, value in Reader(html).attributes if name == "class"]


def test_a_card_shows_every_claim_and_that_they_disagree() -> None:
    one, two = (classes(card(duration=amount(1, "h") + more)) for more in ([], amount(2, "h")))

    assert two.count("claim") == one.count("claim") + 1
    assert (one.count("differ"), two.count("differ")) == (0, 1)


def test_a_card_marks_each_claim_by_shape_and_word() -> None:
    marks = [name for name in classes(card(duration=amount(1, "h"))) if "mark-" in name]

    # Time, distance, both ends, and the speed that follows.
    assert marks == ["mark mark-assumed"] * 5


def test_a_card_says_what_is_not_known() -> None:
    html = card(unknown=[{"en": "The hour."}])

    assert "unknown" in classes(html)
    for words in ("The hour.", *map(ENGLISH.say, ("leg.unknown_duration", "leg.speed_unknown"))):
        assert words in Reader(html).text


@pytest.mark.parametrize(
    ("departs", "days"),
    [
        ([known(at="2021-02-25T09:00+09:00")], 1),
        ([known(at="2021-02-25"), known(at="2021-02-26")], 2),
    ],
)
def test_a_card_tells_every_departure_that_is_claimed(departs: list[Data], days: int) -> None:
    assert classes(card(departs=departs)).count("claim") == classes(card()).count("claim") + days


def terms(html: str) -> int:
    """How many facts a card tells."""
    return Reader(html).tags.count("dt")


@pytest.mark.parametrize(
    "more",
    [
        {"arrives": [known(at="2021-02-25T09:00+09:00")]},
        {"to": known(place="b", dwell=amount(1, "h"))},
        {"stops": [known(place="c", dwell=amount(1, "h"))]},
        {"stops": [known(place="c", at="2021-02-25T09:00+09:00")]},
        {"stops": [known(place="c", arrives=[known(at="2021-02-25T09:00+09:00")])]},
        {"stops": [known(place="c", note={"en": "By night."})]},
    ],
)
def test_an_arrival_a_wait_or_what_is_told_of_a_stop_is_one_more_fact(more: Data) -> None:
    assert terms(card(**more)) == terms(card()) + 1


def test_a_mere_stop_is_left_to_the_map() -> None:
    assert terms(card(stops=[known(place="c")])) == terms(card())


def test_the_day_of_the_journey_stands_before_its_legs() -> None:
    told = track(day=[known(at="2021-02-25", note={"en": "By their letters."})])

    text = Reader(cards.itinerary_html(told, ENGLISH)).text

    assert text.index(ENGLISH.day(date(2021, 2, 25))) < text.index("A – B")
    assert "By their letters." in text
    assert cards.days(journey(), ENGLISH) == ""


def test_every_card_can_be_picked_once() -> None:
    html = cards.leg_cards(track(), ENGLISH)

    assert html.count('data-leg="b-c"') == 1


def test_a_source_is_linked_and_dated() -> None:
    found = Journey.model_validate(FULL)

    page = Reader(cards.sources(found, ENGLISH))

    assert dict(page.attributes)["href"] == "https://example.org/"
    assert ENGLISH.day(date(2021, 2, 26)) in page.text


def test_an_author_is_named_among_the_sources() -> None:
    source = {"id": "s", "title": "T", "publisher": "P", "author": "A. Person", "published": 1889}

    page = Reader(cards.sources(journey(sources=[source]), ENGLISH))

    assert page.text == "T. A. Person, P, 1889."


def test_a_quotation_has_its_speaker_and_its_source() -> None:
    page = Reader(cards.story(Journey.model_validate(FULL), ENGLISH))

    quote = page.text.rpartition("Q")[2]
    assert "blockquote" in page.tags
    assert quote.index("Her") < quote.index("P")


def test_the_table_has_a_row_for_each_leg(handcar: Track) -> None:
    page = Reader(cards.itinerary_html(handcar, ENGLISH))

    assert page.tags.count("tr") == 1 + 4
    assert page.tags.count("td") == 4 * page.tags.count("th")


def test_the_total_of_the_handcar_journey_is_no_better_known_than_its_guesses(
    handcar: Track,
) -> None:
    caption = cards.itinerary_html(handcar, ENGLISH).partition("<caption>")[2]

    assert "mark-assumed" in caption.partition("</caption>")[0]
