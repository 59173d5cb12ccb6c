from __future__ import annotations

from typing import Any

from journey.errors import dotted
from journey.files.advice.texts import texts
from journey.model.journey import Journey
from tests.conftest import leg, place, told


def doubts(**changes: Any) -> list[tuple[str, str]]:
    """Path and code of each doubt about the languages of a journey."""
    data = told(**changes)
    found = texts(Journey.model_validate(data), data)
    return [(dotted(fault.path), fault.code) for fault in found]


def test_one_language_with_names_in_others_is_not_doubted() -> None:
    places = [place("a", 0, 0), place("b", 0, 1), place("c", 0, 2)]
    places[0]["name"] = {"en": "Tumen", "ko": "두만강", "ru": "Туманная"}

    assert doubts(places=places) == []


def test_a_language_without_a_catalogue_is_told() -> None:
    arabic = {"ar": "رحلة"}
    claim = {"basis": "assumed", "reason": arabic}
    places = [{"id": key, "name": arabic, "lat": 0, "lon": 1, **claim} for key in "ab"]
    ride = {
        **leg("a", "b"),
        "name": arabic,
        "from": {"place": "a", **claim},
        "to": {"place": "b", **claim},
    }

    assert doubts(languages=["ar"], title=arabic, summary=arabic, places=places, legs=[ride]) == [
        ("languages[0]", "language_without_catalogue")
    ]


def test_texts_are_told_that_lack_a_language_which_others_have() -> None:
    found = doubts(
        languages=["en", "de"], title={"en": "Home", "de": "Heim"}, rights={"en": "None."}
    )

    assert ("rights", "text_lacks_languages") in found
    assert ("title", "text_lacks_languages") not in found
    assert [code for path, code in found if path == "languages[1]"] == [
        "language_without_catalogue"
    ]


def test_a_language_is_told_that_is_declared_and_not_used() -> None:
    found = doubts(languages=["en", "de"])

    assert ("languages[1]", "language_unused") in found
    assert not any(code == "text_lacks_languages" for _, code in found)


def test_a_language_is_told_once_that_is_used_and_not_declared() -> None:
    data = told(title={"en": "Home", "fr": "Chez soi"}, rights={"en": "None.", "fr": "Aucun."})

    (fault,) = texts(Journey.model_validate(data), data)

    assert (dotted(fault.path), fault.code) == ("title.fr", "language_undeclared")
    assert fault.figures == {"language": "fr", "more": 1}


def test_a_code_that_is_a_country_s_is_told_with_its_language() -> None:
    data = told(title={"en": "Home", "jp": "家"}, legs=[leg("a", "b", text={"en": "T", "xx": "T"})])

    found = [f for f in texts(Journey.model_validate(data), data) if f.code == "language_unknown"]

    assert [(f.figures["language"], f.figures["near"]) for f in found] == [("jp", "ja"), ("xx", "")]


def test_many_texts_that_lack_a_language_are_counted() -> None:
    links = [{"url": "https://example.org/read", "title": {"en": "Read"}} for _ in range(30)]

    found = [
        code
        for path, code in doubts(
            languages=["en", "de"], title={"en": "Home", "de": "Heim"}, teaching={"links": links}
        )
        if code == "text_lacks_languages"
    ]

    assert found == ["text_lacks_languages"]
