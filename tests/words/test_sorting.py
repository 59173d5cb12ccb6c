from __future__ import annotations

import pytest

from journey.words.sorting import order


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        # As dictionaries have them: Ozhegov's, and the standard one of Korean.
        ("ru", ["Азов", "Ёлка и ель", "Ель", "Ельня", "Ижевск", "Йошкар-Ола", "Якутск"]),
        ("ko", ["가나", "각", "나진", "두만강", "청진", "하산", "Seoul"]),
        ("en", ["Åland", "Alps", "élan", "Elba", "Łódź", "London", "Zürich", "Москва", "서울"]),
        ("ru", ["2 дня", "10 дней", "Москва", "«Нева»", "Омск", "Berlin", "서울"]),
    ],
)
def test_texts_stand_as_in_a_dictionary_of_the_language(language: str, texts: list[str]) -> None:
    assert sorted(reversed(texts), key=lambda text: order(text, language)) == texts


def test_marks_and_capitals_tell_apart_what_is_alike_without() -> None:
    assert order("resume", "en")[0] == order("Résumé", "en")[0]
    assert order("resume", "en") != order("Résumé", "en")
