from __future__ import annotations

from journey.stage.tongues import tongues
from journey.stage.wire import wire
from journey.words.wording import Wording
from journey.words.written import Written
from tests.conftest import track
from tests.pages.test_own_words import SAID, TRACK


def test_each_text_is_told_once_by_its_language_and_direction() -> None:
    haifa, krakow = Written("חיפה", "he", "rtl"), Written("Kraków", "pl", "ltr")

    found = tongues({"ends": [haifa, {"name": krakow}, haifa], "km": 3.5}, None, "Acre")

    assert found == [("he", "rtl", ["חיפה"]), ("pl", "ltr", ["Kraków"])]


def test_the_browser_is_told_which_texts_are_not_in_the_language_of_the_page() -> None:
    told = wire(TRACK, Wording("en"))

    assert {"he"} == {language for language, _, _ in told["tongues"]}
    texts = {text for _, _, some in told["tongues"] for text in some}
    assert {SAID["A"], SAID["a to b"], SAID["A test"]} <= texts


def test_where_all_are_there_is_nothing_to_tell() -> None:
    assert "tongues" not in wire(track(), Wording("en"))
