from __future__ import annotations

from pathlib import Path

import pytest

from journey.errors import JourneyNotFoundError
from journey.files.check import check
from journey.files.folder import load
from tests.conftest import HANDCAR, leg, place
from tests.shelves import put


def test_in_the_shipped_journey_nothing_is_wrong_or_unlikely() -> None:
    found = check(HANDCAR)

    assert (found.complaints, found.journey) == ([], load(HANDCAR))


def test_advice_stands_with_its_line_among_the_faults_and_keeps_no_journey_from_loading(
    tmp_path: Path,
) -> None:
    folder = put(
        tmp_path, "zero", places=[place("a", 50, 8), place("b", 0, 0)], legs=[leg("a", "b")]
    )

    found = check(folder)

    assert (found.faults, found.advice) == (0, 1)
    (advice,) = found.complaints
    assert (advice.is_advice, advice.code, advice.file) == (
        True, "place_at_zero", str(folder / "journey.yaml")
    )  # fmt: skip
    assert load(folder).id == "zero"


def test_a_leg_that_leads_to_a_journey_that_does_not_lie_beside_is_doubted(tmp_path: Path) -> None:
    names = ("there", "ther", "away")
    see = [{"journey": name, "text": {"en": "The same way"}} for name in names]
    put(tmp_path, "there", legs=[leg("a", "b")])

    found = check(put(tmp_path, "here", legs=[leg("a", "b", see=see)])).complaints

    doubted = [one for one in found if one.code == "journey_not_beside"]
    assert [(one.path[-2], one.figures["near"]) for one in doubted] == [(1, "there"), (2, "")]


def test_faults_are_the_same_as_those_of_loading(tmp_path: Path) -> None:
    found = check(put(tmp_path, "spoilt", legs=[leg("a", "x")]))

    assert [complaint.code for complaint in found.complaints] == ["unknown_place"]
    assert (found.journey, found.faults, found.advice) == (None, 1, 0)


@pytest.mark.parametrize(
    "name", ["teaching.yml", "Route.json", "TEACHING.YAML", "route.geojson.txt"]
)
def test_a_file_is_told_that_is_passed_over_for_its_name(tmp_path: Path, name: str) -> None:
    folder = put(tmp_path, "good", legs=[leg("a", "b"), leg("b", "c")])
    (folder / name).write_text("{}", "utf-8")
    (folder / "notes.yaml").write_text("{}", "utf-8")

    passed = [c for c in check(folder).complaints if c.code == "file_passed_over"]

    assert [(c.file, c.line) for c in passed] == [(str(folder / name), 0)]


def test_where_no_journey_is_there_is_nothing_to_check(tmp_path: Path) -> None:
    with pytest.raises(JourneyNotFoundError):
        check(tmp_path)
