from __future__ import annotations

from pathlib import Path

import pytest

from journey.errors import Code, Complaint
from journey.files.arrangement import LIMIT, SHELF, Arrangement, arrangement
from journey.files.folder import arranged, by_name
from tests.shelves import put

FULL = b"opens: tea\norder: [tea, silk]\n"


def test_it_says_which_journey_opens_and_which_come_first() -> None:
    found = arrangement(FULL)

    assert (found.opens, found.order, found.complaints) == ("tea", ("tea", "silk"), ())


@pytest.mark.parametrize("content", [b"", b"# Nothing yet.\n", b"{}"])
def test_where_nothing_is_said_nothing_is_wrong(content: bytes) -> None:
    assert arrangement(content)[:3] == Arrangement()[:3]


@pytest.mark.parametrize(
    ("content", "line", "code"),
    [
        (b"opens: Tea House", 1, "no_id"),
        (b"opens: [tea]", 1, "no_id"),
        (b"order: tea", 1, "no_list"),
        (b"order:\n  - tea\n  - 7", 3, "no_id"),
        (b"order:\n  - tea\n  - tea", 3, "journey_twice"),
        (b"# All.\nopen: tea", 2, "unknown_key"),
        (b"- tea", 1, "no_group"),
        (b"opens: \xff", 1, "no_utf8"),
        (b" " * (LIMIT + 1), 0, "file_too_large"),
        (b"order: [" * 50, 1, "too_deep"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(content: bytes, line: int, code: Code) -> None:
    (found,) = arrangement(content).complaints

    assert (found.file, found.line, found.code) == (SHELF, line, code)


def test_a_misspelt_key_is_told_with_the_one_that_is_meant() -> None:
    (found,) = arrangement(b"ordr: [tea]").complaints

    assert found.figures["near"] == "order"


def test_what_can_not_be_had_is_told_as_that() -> None:
    told = Complaint(SHELF, 0, (), "link_leads_out")

    assert arrangement(told).complaints == (told,)


def test_names_of_no_journey_are_told_where_they_stand() -> None:
    found = arrangement(FULL).astray({"tee", "silk"})

    assert [(one.line, one.path, one.figures["near"]) for one in found] == [
        (1, ("opens",), "tee"),
        (2, ("order", 0), "tee"),
    ]


def test_the_journeys_of_a_folder_come_in_its_order(tmp_path: Path) -> None:
    for name in ("silk", "tea", "amber"):
        put(tmp_path, name)
    (tmp_path / SHELF).write_bytes(b"order: [tea, lost]")

    assert list(by_name(tmp_path)) == ["tea", "amber", "silk"]


def test_a_pipe_in_its_place_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / SHELF).mkdir()

    assert [one.code for one in arranged(tmp_path).complaints] == ["no_file"]
