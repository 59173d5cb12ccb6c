from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from journey.errors import KeyPath
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
    Speed,
    Text,
)
from tests.conftest import known

WHY = {"en": "Because."}
NINE, TEN = "2021-02-25T09:00+09:00", "2021-02-25T10:00+09:00"


def errors(model: type[BaseModel], data: dict[str, Any]) -> list[Any]:
    """What the model finds wrong, as pydantic tells it."""
    with pytest.raises(ValidationError) as caught:
        model.model_validate(data)
    return list(caught.value.errors())


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
    (error,) = errors(Claim, unfounded)

    assert (error["type"], error["ctx"]["figures"]["ground"]) == ("ungrounded", needs)


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
        {"at": 1804},
        {"at": "1804-09"},
        {"between": ["1804-09", "1805-05"]},
        {"between": ["17:30", "+1 06:10"]},
    ],
)
def test_a_moment_is_told_to_some_grain_or_lies_between_two(when: dict[str, Any]) -> None:
    moment = Moment.model_validate(known(**when))

    assert (moment.at is None) is ("between" in when)


@pytest.mark.parametrize(
    ("when", "path", "code"),
    [
        ({}, (), "one_of_two"),
        ({"at": NINE, "between": [NINE, TEN]}, (), "one_of_two"),
        ({"at": "2021-02-25T09:00"}, ("at",), "no_offset"),
        ({"between": [NINE, "2021-02-25T10:00"]}, ("between", 1), "no_offset"),
        ({"between": [TEN, NINE]}, ("between",), "range_out_of_order"),
        (
            {"between": ["2021-02-25T09:00+10:00", "2021-02-25T08:30+10:00"]},
            ("between",),
            "range_out_of_order",
        ),
        ({"between": ["2021-02-25", NINE]}, ("between",), "range_out_of_order"),
        ({"at": "25 February"}, ("at",), "no_date"),
        ({"between": ["1804-09", "1804-10-01"]}, ("between",), "range_out_of_order"),
        ({"between": ["+1 06:10", "17:30"]}, ("between",), "range_out_of_order"),
        ({"between": ["1804-09", -44]}, ("between", 1), "year_before_one"),
        ({"at": "2021-02-30"}, ("at",), "no_date"),
    ],
)
def test_a_moment_that_is_no_time_is_refused(
    when: dict[str, Any], path: KeyPath, code: str
) -> None:
    (error,) = errors(Moment, known(**when))

    assert (error["loc"], error["type"]) == (path, code)


@pytest.mark.parametrize(("words", "taken"), [(1, True), (25, True), (26, False)])
def test_a_quotation_has_at_most_25_words(words: int, taken: bool) -> None:
    said = {"text": {"en": "Short.", "ru": "слово " * words}, "by": {"en": "Her"}, "source": "a"}

    if taken:
        assert Quote.model_validate(said).source == "a"
    else:
        assert [e["type"] for e in errors(Quote, said)] == ["quote_too_long"]


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
    assert [e["type"] for e in errors(Claim, known(sauce="a"))] == ["extra_forbidden"]


def test_a_claim_can_not_be_changed() -> None:
    claim = Claim.model_validate(known())

    with pytest.raises(ValidationError) as caught:
        claim.basis = Basis.REPORTED  # type: ignore[misc]

    assert [error["type"] for error in caught.value.errors()] == ["frozen_instance"]


@pytest.mark.parametrize(
    ("model", "names", "symbol"),
    [
        (Duration, ["w", "week", "weeks"], "w"),
        (Duration, ["h", "hr", "hrs", "hour", "hours"], "h"),
        (Duration, ["s", "sec", "seconds"], "s"),
        (Duration, ["y", "year", "years"], "y"),
        (Distance, ["nmi", "nm", "NM", "nautical miles"], "nmi"),
        (Distance, ["km", "kilometres", "kilometers"], "km"),
        (Speed, ["km/h", "kmh"], "km/h"),
    ],
)
def test_a_unit_may_be_written_as_people_write_it(
    model: type[Duration | Distance | Speed], names: list[str], symbol: str
) -> None:
    units = [model.model_validate(known(value=1, unit=name)).unit for name in names]

    assert set(units) == {symbol}


def test_a_century_is_one_in_every_unit_that_people_write() -> None:
    # 100 years of 365.25 days are 5,217.86 weeks.
    assert Duration.model_validate(known(value=5_217, unit="weeks")).unit == "w"
    faults = errors(Duration, known(value=5_218, unit="weeks"))

    assert [fault["type"] for fault in faults] == ["over_a_century"]
