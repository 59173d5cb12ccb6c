"""The first journey that somebody begins with."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from journey import load
from journey.errors import JourneyError, NotBegunError
from journey.files.beginning import begin, first
from journey.files.check import check
from journey.files.read import STORY
from journey.model.claims import Basis


# Names that YAML would take for a number, a flag, nothing, a day and a clock time.
@pytest.mark.parametrize("name", ["my-trip", "2021", "1e5", "0x10", "yes", "null", "2021-02-25"])
def test_it_loads_under_the_name_of_its_folder_without_a_complaint(
    name: str, tmp_path: Path
) -> None:
    file = begin(tmp_path / "shelf" / name)

    assert file == tmp_path / "shelf" / name / STORY
    assert check(file.parent).complaints == []
    assert load(file.parent).id == name


def test_it_has_17_lines_and_shows_a_basis_given_once_and_one_of_its_own(tmp_path: Path) -> None:
    journey = load(begin(tmp_path / "a").parent)

    assert len(first("a").splitlines()) == 17
    assert {claim.basis for claim in journey.places} == {Basis.REPORTED}
    assert journey.legs[1].duration[0].basis is Basis.ASSUMED


def test_an_empty_folder_is_taken_and_a_link_to_one(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")

    begin(tmp_path / "link")

    assert load(tmp_path / "link").id == "link"


def stray(root: Path) -> dict[str, Path]:
    """Paths at which no journey can begin."""
    (root / "file").write_text("kept", "utf-8")
    (root / "held").mkdir()
    (root / "held" / "notes.txt").write_text("kept", "utf-8")
    (root / "dangling").symlink_to("nowhere")
    (root / "pipe-held").mkdir()
    os.mkfifo(root / "pipe-held" / STORY)
    return {
        "file": root / "file",
        "held": root / "held",
        "dangling": root / "dangling",
        "pipe": root / "pipe-held",
        "in-a-file": root / "file" / "a",
        "capitals": root / "My Trip",
        "dots": root / "..",
        "half": root / "a\udcff",
        "long": root / ("a" * 65),
        "hidden": root / ".a",
        "deep": root / "/".join(["b" * 60] * 100),
        "root": Path("/"),
        "nul": root / "a\0b",
    }


@pytest.mark.parametrize(
    "kind",
    ["file", "held", "dangling", "pipe", "in-a-file", "capitals", "dots", "half", "long", "hidden",
     "deep", "root", "nul"],
)  # fmt: skip
def test_where_none_can_begin_a_sentence_says_so_and_nothing_changes(
    kind: str, tmp_path: Path
) -> None:
    path = stray(tmp_path)[kind]
    before = sorted(tmp_path.rglob("*"))

    with pytest.raises(JourneyError) as caught:
        begin(path)

    assert str(caught.value).isprintable()
    assert "; " in str(caught.value)
    assert sorted(tmp_path.rglob("*")) == before
    assert (tmp_path / "held" / "notes.txt").read_text("utf-8") == "kept"


def test_a_name_that_is_no_id_is_told_with_one_that_is(tmp_path: Path) -> None:
    with pytest.raises(NotBegunError, match="my-trip-2"):
        begin(tmp_path / "My Trip 2!")


def test_what_comes_into_being_meanwhile_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "listdir", lambda _: [])
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / STORY).write_text("kept", "utf-8")

    with pytest.raises(NotBegunError):
        begin(tmp_path / "a")

    assert (tmp_path / "a" / STORY).read_text("utf-8") == "kept"


def test_a_full_disk_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(JourneyError, match="No space left"):
        begin(tmp_path / "a")

    assert list((tmp_path / "a").iterdir()) == []
