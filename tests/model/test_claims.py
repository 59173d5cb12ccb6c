from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from journey.model.claims import (
    Basis,
    Claim,
    Distance,
    Duration,
    Id,
    Language,
    Moment,
    Quote,
    Source,
    Text,
)
from tests.conftest import known

WHY = {"en": "Because."}
NINE, TEN = "2021-02-25T09:00+09:00", "2021-02-25T10:00+09:00"


@pytest.mark.parametrize(
    "founded",
    [
        {"basis": "reported", "source": "a"},
        {"basis": "reported", "source": ["a", "b"]},
        {"basis": "derived", "method": WHY},
        {"basis": "assumed", "reason": WHY, "source": "a", "note": WHY},
    ],
)
def test_a_claim_with_its_ground_is_taken(founded: dict[str, Any]) -> None:
    assert Claim.model_validate(founded).basis == Basis(founded["basis"])


@pytest.mark.parametrize(
    ("unfounded", "needs"),
    [
        ({"basis": "reported"}, "source"),
        ({"basis": "reported", "source": []}, "source"),
        ({"basis": "reported", "method": WHY, "reason": WHY}, "source"),
        ({"basis": "derived", "source": "a", "reason": WHY}, "method"),
        ({"basis": "assumed", "source": "a", "method": WHY}, "reason"),
    ],
)
def test_a_claim_without_its_ground_is_refused(unfounded: dict[str, Any], needs: str) -> None:
    with pytest.raises(ValidationError, match=f"has no {needs}"):
        Claim.model_validate(unfounded)


@pytest.mark.parametrize("basis", ["guessed", "", None])
def test_a_basis_is_one_of_three(basis: str | None) -> None:
    with pytest.raises(ValidationError):
        Claim.model_validate(known(basis=basis))


@pytest.mark.parametrize(
    "said",
    [
        {"value": 32},
        {"about": 1},
        {"more_than": 1},
        {"less_than": 0.5},
        {"range": [20, 60]},
        {"range": [5, 5]},
        {"range": [20, 60], "value": 30},
    ],
)
def test_a_quantity_says_one_thing(said: dict[str, Any]) -> None:
    claim = Duration.model_validate(known(unit="min", **said))

    assert {name: getattr(claim, name) for name in said} == {
        name: tuple(number) if isinstance(number, list) else number for name, number in said.items()
    }


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"value": 1, "about": 1},
        {"more_than": 1, "less_than": 2},
        {"range": [1, 2], "about": 1},
        {"range": [2, 1]},
        {"range": [1, 2], "value": 3},
        {"range": [1, 2], "value": 0},
        {"range": [1, 2, 3]},
        {"value": -1},
        {"value": float("nan")},
        {"more_than": float("inf")},
        {"value": 1e10},
        {"value": "far"},
    ],
)
def test_a_quantity_that_contradicts_itself_is_refused(said: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Distance.model_validate(known(unit="km", **said))


@pytest.mark.parametrize(("model", "unit"), [(Duration, "km"), (Distance, "h"), (Duration, "")])
def test_a_unit_fits_what_is_measured(model: type[Duration | Distance], unit: str) -> None:
    with pytest.raises(ValidationError):
        model.model_validate(known(value=1, unit=unit))


@pytest.mark.parametrize(
    "when",
    [
        {"at": "2021-02-25"},
        {"at": NINE},
        {"between": [NINE, TEN]},
        {"between": ["2021-02-24", "2021-02-25"]},
        {"between": [NINE, "2021-02-25T00:00Z"]},
    ],
)
def test_a_moment_is_a_day_or_an_instant_or_lies_between_two(when: dict[str, Any]) -> None:
    moment = Moment.model_validate(known(**when))

    assert (moment.at is None) is ("between" in when)


@pytest.mark.parametrize(
    ("when", "complaint"),
    [
        ({}, "either 'at' or 'between'"),
        ({"at": NINE, "between": [NINE, TEN]}, "either 'at' or 'between'"),
        ({"at": "2021-02-25T09:00"}, "no UTC offset"),
        ({"between": [NINE, "2021-02-25T10:00"]}, "no UTC offset"),
        ({"between": [TEN, NINE]}, "out of order"),
        ({"between": ["2021-02-25T09:00+10:00", "2021-02-25T08:30+10:00"]}, "out of order"),
        ({"between": ["2021-02-25", NINE]}, "out of order"),
        ({"at": "25 February"}, "no date"),
        ({"at": "2021-02-30"}, "no date"),
    ],
)
def test_a_moment_that_is_no_time_is_refused(when: dict[str, Any], complaint: str) -> None:
    with pytest.raises(ValidationError, match=complaint):
        Moment.model_validate(known(**when))


@pytest.mark.parametrize(("words", "taken"), [(1, True), (25, True), (26, False)])
def test_a_quotation_has_at_most_25_words(words: int, taken: bool) -> None:
    said = {"text": {"en": "Short.", "ru": "слово " * words}, "by": {"en": "Her"}, "source": "a"}

    if taken:
        assert Quote.model_validate(said).source == "a"
    else:
        with pytest.raises(ValidationError, match="more than 25 words"):
            Quote.model_validate(said)


@pytest.mark.parametrize("name", ["a", "korean-bank", "2021", "a" * 64])
def test_an_id_is_lower_case_with_hyphens(name: str) -> None:
    assert TypeAdapter(Id).validate_python(name) == name


@pytest.mark.parametrize("name", ["", "-a", "A", "a b", "a_b", "a/b", "a\n", "다리", "a" * 65])
def test_what_could_leave_its_place_in_a_page_or_path_is_no_id(name: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Id).validate_python(name)


@pytest.mark.parametrize("code", ["en", "ru", "kok", "pt-BR", "zh-Hant"])
def test_a_language_is_a_code(code: str) -> None:
    assert TypeAdapter(Language).validate_python(code) == code


@pytest.mark.parametrize("text", [{}, {"en": ""}, {"en": "  "}, {"English": "a"}, "a", {"en": 5}])
def test_a_text_has_words_in_some_language(text: Any) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Text).validate_python(text)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//a.b", "ftp://a.b/c"])
def test_a_source_is_on_the_web_or_nowhere(url: str) -> None:
    with pytest.raises(ValidationError):
        Source.model_validate({"id": "a", "title": "A", "publisher": "P", "url": url})


def test_a_key_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        Claim.model_validate(known(sauce="a"))


def test_a_claim_can_not_be_changed() -> None:
    claim = Claim.model_validate(known())

    with pytest.raises(ValidationError, match="frozen"):
        claim.basis = Basis.REPORTED  # type: ignore[misc]
