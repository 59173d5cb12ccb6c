from __future__ import annotations

from html.parser import HTMLParser

import pytest

from journey.exports.formats import FORMATS
from journey.exports.index import file_name, index
from journey.stage.faces import embedded
from journey.words import opening
from journey.words.wording import languages
from tests.conftest import track
from tests.exported import ENGLISH, HOSTILE


class Page(HTMLParser):
    """The elements of a page with their attributes, and its text."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_a_journey_has_a_link_to_each_of_its_files() -> None:
    page = Page(index([track(), track(id="other")], ENGLISH))

    assert [attributes["href"] for tag, attributes in page.found if tag == "a"] == [
        file_name(key, language, suffix)
        for key in ("test", "other") for language in languages() for suffix in FORMATS
    ]  # fmt: skip


def test_title_and_summary_are_there() -> None:
    text = Page(index([track()], ENGLISH)).text

    assert "A test" in text
    assert "Three places and two legs." in text


def test_it_tells_each_journey_in_a_line_beside_its_picture() -> None:
    page = Page(index([track(), track(id="other")], ENGLISH))

    assert page.text.count(opening.brief(track(), ENGLISH)) == 2
    assert [tag for tag, _ in page.found].count("img") == 2


def test_links_in_another_script_are_set_in_its_own_face() -> None:
    page = index([track()], ENGLISH).decode()

    worn = [face for face, rule in embedded().items() if rule in page]
    assert [face.stem for face in worn if face.script == "cyrillic"] == ["sans-400"]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_text(text: str) -> None:
    told = {"en": text}

    page = Page(index([track(title=told, summary=told)], ENGLISH))

    assert {tag for tag, _ in page.found} == {
        tag for tag, _ in Page(index([track()], ENGLISH)).found
    }
    assert not any(key.startswith("on") for _, attributes in page.found for key in attributes)
    assert page.text.count(text) == 2


def test_a_text_that_turns_the_direction_turns_only_itself() -> None:
    page = Page(index([track()], ENGLISH))

    turned = [tag for tag, attributes in page.found if attributes.get("dir") == "auto"]
    assert turned == ["h2", "p", "p"]


def test_the_page_asks_for_nothing_and_runs_nothing() -> None:
    found = Page(index([track()], ENGLISH)).found

    policies = [a["content"] for tag, a in found if tag == "meta" and "http-equiv" in a]
    assert policies == [
        "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"
    ]
    assert not {tag for tag, _ in found} & {"script", "link", "iframe"}
    (source,) = [a["src"] for tag, a in found if tag == "img"]
    assert source
    assert source.startswith("data:image/svg+xml;base64,")
