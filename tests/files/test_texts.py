from __future__ import annotations

from pathlib import Path

import pytest

from journey.errors import dotted
from journey.files.folder import contents, load, misnamed
from journey.files.read import reading
from tests.files.test_read import TOLD, complaints, write


def beside(root: Path, text: str, name: str = "journey.de.yaml") -> Path:
    """A journey with a file of texts beside it."""
    folder = write(root)
    (folder / name).write_text(text, "utf-8")
    return folder


def test_texts_beside_a_journey_stand_in_it_and_their_language_is_one_of_its_own(
    tmp_path: Path,
) -> None:
    told = "title: Eine Reise\nlegs: {second: {name: Mit dem Bus}}\nplaces: {1: {name: Ah}}\n"

    found = load(beside(tmp_path, told))

    assert found.languages == ("en", "ru", "de")
    assert found.title == {"en": "A trip", "de": "Eine Reise"}
    assert (found.legs[1].name["de"], found.places[0].name["de"]) == ("Mit dem Bus", "Ah")


def test_a_text_that_an_alias_repeats_is_translated_once(tmp_path: Path) -> None:
    folder = beside(tmp_path, "legs: {first: {shape: {reason: Nach Augenmaß.}}}")

    second = load(folder).legs[1]

    assert second.duration[0].reason == {"en": "By eye.", "de": "Nach Augenmaß."}
    assert second.stops[0].reason == second.duration[0].reason


def test_a_stop_is_named_by_its_place(tmp_path: Path) -> None:
    folder = beside(tmp_path, "legs: {second: {stops: {b: {reason: Dort.}}}}")

    found = load(folder).legs[1]

    assert found.stops[0].reason == {"en": "By eye.", "de": "Dort."}


@pytest.mark.parametrize(
    ("told", "line", "path", "code"),
    [
        ("title: {de: Reise}", 1, "title", "no_words"),
        ("\n\ntitle: '" + 5_000 * "a" + "'", 3, "title", "text_too_long"),
        ("Eine Reise", 1, "", "texts_without_keys"),
    ],
)
def test_what_can_be_no_text_is_told_with_its_line(
    told: str, line: int, path: str, code: str, tmp_path: Path
) -> None:
    (found,) = complaints(beside(tmp_path, told))

    assert (Path(found.file).name, found.line, dotted(found.path), found.code) == (
        "journey.de.yaml", line, path, code,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("told", "line", "path"),
    [
        ("\ntitel: Eine Reise", 2, "titel"),
        ("legs:\n  third: {name: x}", 2, "legs.third"),
        ("id: reise", 1, "id"),
        ("places: [{name: Ah}]", 1, "places"),
    ],
)
def test_a_text_whose_source_is_gone_keeps_no_journey_from_being_shown(
    told: str, line: int, path: str, tmp_path: Path
) -> None:
    found = reading(contents(beside(tmp_path, told)))

    assert found.journey
    assert [(one.line, dotted(one.path), one.code) for one in found.passed] == [
        (line, path, "no_such_text")
    ]
    assert found.complaints == []


def test_a_text_that_the_journey_has_itself_is_told_as_a_second_one(tmp_path: Path) -> None:
    (found,) = reading(contents(beside(tmp_path, "title: Home", "journey.en.yaml"))).passed

    assert (found.code, found.figures) == ("text_twice", {"file": "journey.yaml"})


@pytest.mark.parametrize("told", ["", "title: ''\nlegs: {first: {name: }}"])
def test_what_is_still_to_be_translated_declares_no_language(told: str, tmp_path: Path) -> None:
    assert load(beside(tmp_path, told)).languages == ("en", "ru")


def test_texts_of_the_teaching_have_a_file_of_their_own_too() -> None:
    story = f"{TOLD}teaching:\n  content_note: {{en: Mind this.}}\n"
    files = {"journey.yaml": story.encode(), "teaching.de.yaml": b"content_note: Achtung.\n"}

    found = reading(files).document.data

    assert found["teaching"]["content_note"] == {"en": "Mind this.", "de": "Achtung."}


def test_the_files_of_texts_are_among_the_contents_by_their_names(tmp_path: Path) -> None:
    folder = beside(tmp_path, "", "journey.pt-BR.yaml")
    (folder / "journey.DE.yaml").write_text("")

    assert "journey.pt-BR.yaml" in contents(folder)
    assert [c.figures["name"] for c in misnamed(folder)] == ["journey.de.yaml"]
