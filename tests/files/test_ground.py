"""A journey is drawn on the base map beside it, and on the shipped one where that can't be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from journey import Track, load
from journey.__main__ import main
from journey.files.check import check
from journey.files.read import GROUND
from journey.pages.story import page
from journey.words.credited import credited
from journey.words.wording import Wording
from tests.basemap.packages import installed, lent
from tests.basemap.test_own import packed, told
from tests.conftest import leg, place
from tests.shelves import put

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A journey from one side of a made-up island to the other."""
    places = [place("a", 50.0, 9.5), place("b", 50.5, 10.5)]
    return put(tmp_path / "journeys", "isle", places=places, legs=[leg("a", "b")])


def test_a_map_that_can_not_be_read_is_advice_and_keeps_no_journey_from_loading(
    folder: Path,
) -> None:
    (folder / GROUND).write_bytes(b"{")

    (advice,) = check(folder).complaints

    assert (advice.code, advice.file, advice.is_advice) == (
        "base_map_misread", str(folder / GROUND), True
    )  # fmt: skip
    assert load(folder).ground == b""


def test_a_map_that_can_be_read_goes_with_the_journey(folder: Path) -> None:
    (folder / GROUND).write_bytes(packed(told()))

    assert load(folder).ground == packed(told())
    assert check(folder).complaints == []


def test_the_story_page_is_drawn_on_it_and_says_whose_it_is(folder: Path) -> None:
    shipped = page(Track.of(load(folder)), Wording("en")).decode()
    (folder / GROUND).write_bytes(packed(told()))

    made = page(Track.of(load(folder)), Wording("en")).decode()

    own, of_all = (str(credited(Wording("en"), own=own)) for own in (True, False))
    assert (own in made, of_all in made, own in shipped) == (True, False, False)


def test_the_command_puts_it_into_the_folder(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lent(installed(tmp_path / "packages"), monkeypatch)

    assert main(["basemap", str(folder)]) == 0

    assert load(folder).ground == (folder / GROUND).read_bytes()
    assert sorted(file.name for file in folder.iterdir()) == [GROUND, "journey.yaml"]


def test_the_command_writes_nothing_where_no_map_can_be_cut(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    lent(installed(tmp_path / "packages"), monkeypatch)
    monkeypatch.setattr("journey.basemap.detail.MOST", 100)
    (folder / GROUND).write_bytes(packed(told()))

    assert main(["basemap", str(folder)]) == 1

    assert json.loads((folder / GROUND).read_bytes()) == told()
    assert "Traceback" not in capsys.readouterr().err
