from __future__ import annotations

from html import unescape
from xml.etree import ElementTree

from journey import Track
from journey.server import sharing
from journey.words.wording import Wording
from tests.conftest import journey
from tests.pages.test_cards import HOSTILE, Reader

ENGLISH = Wording("en")


def menu(title: str = "A test") -> Reader:
    """The menu of a journey with that title."""
    return Reader(sharing.menu(journey(title={"en": title}), "test", {"html": 557_133}, ENGLISH))


def test_the_menu_leads_to_the_page_and_to_every_file() -> None:
    links = [value for name, value in menu().attributes if name == "href"]

    assert links == ["story/test?lang=en", "story/test.html?lang=en"]


def test_each_file_is_offered_with_its_size() -> None:
    assert "Story page (HTML), 557 kB" in menu().text


def test_the_code_for_other_pages_is_a_frame_with_a_title() -> None:
    code = menu().text.partition("<iframe")[2].partition("</iframe>")[0]

    frame = ElementTree.fromstring(f"<iframe{code}</iframe>")
    assert frame.attrib["src"] == "{here}story/test?lang=en"
    assert (frame.attrib["title"], frame.attrib["allow"]) == ("A test", "fullscreen")


def test_a_hostile_title_stays_text() -> None:
    plain = menu()

    for text in HOSTILE:
        assert menu(text).tags == plain.tags
        frame = ElementTree.fromstring(sharing.embed("http://x/?a&b", text))
        assert frame.attrib["title"] == text


def test_the_menu_speaks_the_journeys_language(handcar: Track) -> None:
    text = sharing.menu(handcar.journey, "handcar-2021", {}, ENGLISH)

    assert "lang=en" in unescape(text)
    assert "Home by handcar" in text
