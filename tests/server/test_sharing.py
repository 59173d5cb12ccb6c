from __future__ import annotations

from xml.etree import ElementTree

from journey.exports.formats import FORMATS
from journey.server import sharing
from journey.words.wording import Wording
from tests.conftest import journey
from tests.pages.test_cards import HOSTILE, Reader

ENGLISH = Wording("en")


def menu(title: str = "A test", **sizes: int) -> Reader:
    """The menu of a journey with that title."""
    return Reader(str(sharing.menu(journey(title={"en": title}), "test", sizes, ENGLISH)))


def test_the_menu_leads_to_the_page_and_to_every_file() -> None:
    links = [value for name, value in menu().attributes if name == "href"]

    assert links == ["story/test?lang=en", *(f"story/test.{form}?lang=en" for form in FORMATS)]


def test_every_file_is_saved_under_a_name_of_its_own() -> None:
    names = [value for name, value in menu().attributes if name == "download"]

    assert names == [f"test.{form}" for form in FORMATS]


def test_only_a_file_whose_size_is_known_has_one() -> None:
    known, unknown = menu(html=557_133).text, menu().text

    assert "557 kB" in known
    assert (known.count(" kB"), unknown.count(" kB")) == (1, 0)


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
