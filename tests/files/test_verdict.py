from __future__ import annotations

from typing import Any, get_args
from unittest.mock import Mock

import pytest
from pydantic import ValidationError
from pydantic_core.core_schema import ErrorType

from journey.errors import Code, Complaint, KeyPath
from journey.files import verdict
from journey.files.document import Document
from journey.files.route import Route
from journey.files.verdict import MOST, complaints_of, refused
from journey.model.journey import Journey
from tests.conftest import Data, amount, known, leg, place, told


def found(data: Data) -> list[Complaint]:
    """The complaints about a journey's data."""
    with pytest.raises(ValidationError) as caught:
        Journey.model_validate(data)
    document = Document(data=data, file="journey.yaml")
    return list(complaints_of(caught.value, document, Route("route.geojson")))


def of_first_leg(**more: Any) -> Data:
    return told(legs=[leg("a", "b", **more), leg("b", "c")])


@pytest.mark.parametrize(
    ("data", "path", "code", "figures"),
    [
        (told(legs=[{**leg("a", "c"), "id": None}]), ("legs", 0, "id"), "nothing", {}),
        (told(title="Home"), ("title",), "no_texts", {"text": "Home"}),
        (told(title=["x"]), ("title",), "no_texts", {"text": "…"}),
        (told(legs=5), ("legs",), "no_list", {}),
        (told(languages=[]), ("languages",), "too_few", {"limit": 1}),
        (of_first_leg(duration=[None]), ("legs", 0, "duration", 0), "no_group", {}),
        (
            of_first_leg(departs="+1 08:15"),
            ("legs", 0, "departs"),
            "no_group",
            {"near": "{at: +1 08:15}"},
        ),
        (
            of_first_leg(stops=["b"]),
            ("legs", 0, "stops", 0),
            "no_group",
            {"near": "{place: b}"},
        ),
        (of_first_leg(duration="a, b}"), ("legs", 0, "duration"), "no_group", {}),
        (
            of_first_leg(shpe=1),
            ("legs", 0, "shpe"),
            "unknown_key",
            {"name": "shpe", "near": "shape"},
        ),
        (of_first_leg(x=1), ("legs", 0, "x"), "unknown_key", {"name": "x", "near": ""}),
        (
            of_first_leg(stops=[known(place="b", km=2e9)]),
            ("legs", 0, "stops", 0, "km"),
            "too_large",
            {"value": "2000000000.0", "limit": 1e9},
        ),
        (
            of_first_leg(duration=[known(value="long", unit="h")]),
            ("legs", 0, "duration", 0, "value"),
            "no_number",
            {"value": "'long'"},
        ),
        (
            of_first_leg(duration=[known(range=[1], unit="h")]),
            ("legs", 0, "duration", 0, "range", 1),
            "missing_half",
            {},
        ),
        (
            told(story=[{"id": "a", "title": {"en": "A"}, "claims": [], "disagree": None}]),
            ("story", 0, "disagree"),
            "no_flag",
            {},
        ),
    ],
)
def test_a_fault_has_our_code_and_its_figures(
    data: Data, path: KeyPath, code: str, figures: Data
) -> None:
    complaint = next(complaint for complaint in found(data) if complaint.path == path)

    assert (complaint.code, complaint.figures) == (code, figures)


def test_a_choice_is_told_with_all_that_may_be_chosen() -> None:
    (complaint,) = found(of_first_leg(duration=amount(1, "moon")))

    assert complaint.code == "unknown_choice"
    units = ("s", "min", "h", "d", "w", "y")
    assert complaint.figures == {"value": "'moon'", "choices": units, "near": ""}


@pytest.mark.parametrize("said", ["Train", "trian", " train "])
def test_a_choice_is_told_with_the_one_that_it_may_be(said: str) -> None:
    (complaint,) = found(of_first_leg(mode=said))

    assert complaint.figures["near"] == "train"


@pytest.mark.parametrize("unit", ["month", "months", "Months"])
def test_months_are_told_to_be_no_unit(unit: str) -> None:
    (complaint,) = found(of_first_leg(duration=[known(about=3, unit=unit)]))

    assert (complaint.code, complaint.figures) == ("month_as_unit", {"value": f"'{unit}'"})


@pytest.mark.parametrize("said", [["train", "walk"], "train, walk", "train/walk"])
def test_two_modes_are_told_as_that(said: object) -> None:
    (complaint,) = found(of_first_leg(mode=said))

    assert (complaint.code, complaint.figures) == ("several_modes", {"modes": ("train", "walk")})


def test_a_number_with_a_comma_is_told_as_that() -> None:
    (complaint,) = found(of_first_leg(duration=[known(value="30,5", unit="h")]))

    assert (complaint.code, complaint.figures) == ("decimal_comma", {"value": "'30,5'"})


@pytest.mark.parametrize("lat", ["47°22'N", "47.37 N", "47 22 10"])
def test_degrees_with_minutes_or_letters_are_told_as_that(lat: str) -> None:
    places = [{**place("a", 0, 0), "lat": lat}, place("b", 0, 1), place("c", 0, 2)]

    (complaint,) = found(told(places=places))

    assert (complaint.path, complaint.code) == (("places", 0, "lat"), "degree_no_number")


@pytest.mark.parametrize(
    ("ground", "near"),
    [({}, ""), ({"source": "x"}, "basis: reported"), ({"reason": {"en": "R"}}, "basis: assumed")],
)
def test_a_missing_basis_is_told_with_what_it_asks_for(ground: Data, near: str) -> None:
    claim = {"value": 1, "unit": "h", **ground}

    missing = [c for c in found(of_first_leg(duration=[claim])) if c.code != "unknown_source"]

    assert [(c.path[-1], c.code, c.figures) for c in missing] == [
        ("basis", "missing_basis", {"near": near})
    ]


@pytest.mark.parametrize(
    ("zone", "near"),
    [
        ("Europe/Zürich", "Europe/Zurich"),
        ("zurich", "Europe/Zurich"),
        ("America/New York", "America/New_York"),
        ("Nowhere", ""),
    ],
)
def test_a_zone_is_told_as_it_is_written_with_the_one_it_may_be(zone: str, near: str) -> None:
    places = [place("a", 0, 0, zone=zone), place("b", 0, 1), place("c", 0, 2)]

    (complaint,) = found(told(places=places))

    assert complaint.figures == {"zone": f"'{zone}'", "near": near}


@pytest.mark.parametrize(("code", "short"), [("ger", "de"), ("deu", "de"), ("jpn", "ja")])
def test_a_code_of_three_letters_is_told_with_the_one_of_two(code: str, short: str) -> None:
    # ISO 639-2 has codes of three letters, also for languages that ISO 639-1 gives two.
    (complaint,) = found(told(title={"en": "Home", code: "Home"}))

    assert (complaint.path, complaint.code) == (("title", code), "other_language_code")
    assert complaint.figures["near"] == short


def test_a_language_without_a_code_of_two_letters_keeps_its_three() -> None:
    assert Journey.model_validate(told(title={"en": "Home", "gsw": "Hei"})).title["gsw"] == "Hei"


def test_a_long_value_is_cut() -> None:
    (complaint,) = found(of_first_leg(mode="x" * 10_000))

    assert len(str(complaint.figures["value"])) < 100


@pytest.mark.parametrize(
    ("leg_data", "path", "code"),
    [
        ({"duration": known(value="long", unit="h")}, ("duration", "value"), "no_number"),
        ({"duration": known(value=1, unt="h")}, ("duration", "unt"), "unknown_key"),
        ({"departs": {"at": "2021-02-25"}}, ("departs", "basis"), "missing_basis"),
        ({"arrives": known(at="soon")}, ("arrives", "at"), "no_date"),
        ({"duration": 5}, ("duration",), "no_group"),
        ({"departs": "2021-02-25"}, ("departs",), "no_group"),
        (
            {"stops": [known(place="b", arrives=known(att="2021-02-25"))]},
            ("stops", 0, "arrives", "att"), "unknown_key",
        ),
        ({"stops": [known(place="b", departs="soon")]}, ("stops", 0, "departs"), "no_date"),
        ({"to": known(place="b", dwell=known(value=-1, unit="h"))}, ("to", "dwell", "value"),
         "negative"),
    ],
)  # fmt: skip
def test_a_fault_of_a_claim_without_a_list_is_told_where_it_stands(
    leg_data: Data, path: KeyPath, code: str
) -> None:
    faults = found(of_first_leg(**leg_data))

    assert [(complaint.path, complaint.code) for complaint in faults] == [
        (("legs", 0, *path), code)
    ]


def test_a_key_misspelt_in_a_claim_without_a_list_is_known_by_its_likeness() -> None:
    (complaint,) = found(of_first_leg(stops=[known(place="b", arrives=known(att="2021-02-25"))]))

    assert complaint.figures == {"name": "att", "near": "at"}


def test_a_key_misspelt_is_not_told_as_missing_as_well() -> None:
    part = place("a", 0, 0)
    part["lta"] = part.pop("lat")

    faults = found(told(places=[part, place("b", 0, 1), place("c", 0, 2)]))

    assert [(c.path, c.code) for c in faults] == [(("places", 0, "lta"), "unknown_key")]


def test_what_could_stand_in_a_group_is_looked_up_once_for_all_keys_that_are_not_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    free = Mock(wraps=verdict._free)
    monkeypatch.setattr(verdict, "_free", free)

    faults = found(of_first_leg(**{f"q{n}": n for n in range(9)}))

    assert (len(faults), free.call_count) == (9, 1)


def test_our_codes_are_no_types_of_pydantic() -> None:
    assert set(get_args(Code)) & set(get_args(ErrorType)) == set()


def test_complaints_are_told_once_each_by_file_line_and_path() -> None:
    later, first = Complaint("b", 1, (), "nothing"), Complaint("a", 2, ("x",), "no_id")

    error = refused([later, first, later])

    assert error.complaints == (first, later)
    assert len(str(error).splitlines()) == 2


def test_more_complaints_than_anybody_reads_are_counted() -> None:
    error = refused(Complaint("a", line, (), "nothing") for line in range(1, MOST + 2))

    assert [complaint.line for complaint in error.complaints] == list(range(MOST + 1))
    assert (error.complaints[0].code, error.complaints[0].figures) == (
        "more_faults",
        {"limit": MOST},
    )
