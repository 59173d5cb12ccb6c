from __future__ import annotations

import pickle

import pytest

from journey.words.html import joined, tag
from journey.words.provenance import run
from journey.words.wording import Wording
from journey.words.written import Written, alike, isolated, leftward, pick, written

HAIFA = "חיפה"
# First strong isolate and pop directional isolate (Unicode Standard Annex 9, 2.4).
OPEN, SHUT = "\u2068", "\u2069"


@pytest.mark.parametrize(
    ("text", "language", "direction"),
    [
        (HAIFA, "he", "rtl"),
        ("GPS, ואז רכבת", "he", "rtl"),
        (HAIFA, "en", "rtl"),
        (f"{HAIFA} was left at nine.", "en", "ltr"),
        ("12:30", "ar", "rtl"),
        ("Haifa", "he", "ltr"),
        ("Kraków", "pl", "ltr"),
        ("Kraków", "no such language", "ltr"),
    ],
)
def test_a_text_runs_as_its_letters_do_and_a_mixed_one_as_its_language(
    text: str, language: str, direction: str
) -> None:
    found = written(text, language, "fr")

    assert isinstance(found, Written)
    assert (found, found.language, found.direction) == (text, language, direction)


def test_a_text_in_the_language_of_the_page_is_plain() -> None:
    assert type(written("Haifa", "en", "en")) is str


def test_a_name_that_runs_the_other_way_stands_isolated_in_a_sentence_that_is_made() -> None:
    name = pick({"he": HAIFA}, "en")

    said = Wording("en").say("telling.way", start=name, end="Acre")

    assert f"{OPEN}{HAIFA}{SHUT}" in said
    assert OPEN not in Wording("en").say("telling.way", start="Haifa", end="Acre")


def test_names_in_a_list_stand_isolated() -> None:
    names = [pick({"he": HAIFA}, "en"), pick({"he": "עכו"}, "en")]

    assert Wording("en").listing(names).count(OPEN) == len(names)


def test_an_element_of_such_a_text_alone_has_its_language_and_direction() -> None:
    assert 'lang="he" dir="rtl"' in tag("p", Written(HAIFA, "he", "rtl"))


@pytest.mark.parametrize("between", [tag, lambda _, *parts: joined(parts)])
def test_among_other_texts_it_stands_in_an_element_of_its_own(between: object) -> None:
    made = between("p", "To ", Written(HAIFA, "he", "rtl"), " at 9")  # type: ignore[operator]

    assert f'To <bdi lang="he" dir="rtl">{HAIFA}</bdi> at 9' in made


def test_words_of_the_page_about_an_element_are_not_in_the_language_of_its_text() -> None:
    made = tag("button", Written(HAIFA, "he", "rtl"), title="Show on the map")

    assert made.startswith('<button title="Show on the map"><bdi lang="he"')


def test_a_drawing_holds_it_isolated_for_it_knows_no_such_elements() -> None:
    assert f">{OPEN}{HAIFA}{SHUT}<" in tag("text", Written(HAIFA, "he", "rtl"))


def test_it_is_escaped_like_any_text() -> None:
    assert "<b>" not in tag("p", Written("<b>", "he", "rtl"), Written("<b>", "he", "rtl"))


def test_a_stop_that_is_added_stands_at_its_own_end() -> None:
    first, _ = run([Written(HAIFA, "he", "rtl"), "so."])

    assert first == f"{HAIFA}."
    assert isinstance(first, Written)


def test_a_piece_of_it_and_a_copy_of_it_keep_its_language() -> None:
    whole = Written(HAIFA, "he", "rtl")

    for made in (alike(HAIFA[:2], whole), pickle.loads(pickle.dumps(whole))):
        assert isinstance(made, Written)
        assert (made.language, made.direction) == ("he", "rtl")


@pytest.mark.parametrize("text", [HAIFA, "مطروح", "ܐܪܡܝܐ", "ދިވެހި", "𐤀𐤁", "ﷺ"])
def test_scripts_that_run_from_right_to_left_are_known(text: str) -> None:
    assert leftward(text)
    assert isolated(text) == f"{OPEN}{text}{SHUT}"


@pytest.mark.parametrize("text", ["", "Seoul", "서울", "Ελλάδα", "😀", "\ufeff"])
def test_other_scripts_stand_as_they_are(text: str) -> None:
    assert isolated(text) == text
