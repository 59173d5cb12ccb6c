"""Pages in a language that runs from right to left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from journey.pages.story import page
from journey.stage import bundle
from journey.words import catalogue
from journey.words.wording import Wording
from tests.conftest import track
from tests.pseudo import LEFTWARD, LONG, catalogues


@pytest.fixture
def languages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The languages of no people."""
    monkeypatch.setattr(catalogue, "CATALOGUES", catalogues(tmp_path / "catalogues"))
    for kept in (catalogue.sound, catalogue.catalogue):
        kept.cache_clear()
    yield
    for kept in (catalogue.sound, catalogue.catalogue):
        kept.cache_clear()


def test_a_page_runs_as_the_words_of_the_interface_do(languages: None) -> None:
    made = {code: page(track(), Wording(code)).decode() for code in (LONG, LEFTWARD)}

    assert f'<html lang="{LONG}">' in made[LONG]
    assert f'<html lang="{LEFTWARD}" dir="rtl">' in made[LEFTWARD]


def test_only_such_a_page_wears_the_sheet_for_it(languages: None) -> None:
    made = {code: page(track(), Wording(code)).decode() for code in (LONG, LEFTWARD)}

    assert [bundle.leftward_style() in made[code] for code in (LONG, LEFTWARD)] == [False, True]


def test_a_title_that_runs_from_right_to_left_does_not_turn_its_page() -> None:
    made = page(track(title={"en": "رحلة"}), Wording("en")).decode()

    assert '<html lang="en">' in made
    assert '<h1 lang="en" dir="rtl">رحلة</h1>' in made
