from __future__ import annotations

import pytest

from journey.files.advice.chapters import chapters
from journey.model.journey import CHAPTERS
from tests.conftest import leg, place, track


def doubts(count: int) -> list[tuple[object, ...]]:
    """Path and code of each doubt about a journey in which so many of 20 legs begin a chapter."""
    places = [place(f"p{i}", 0, i / 100) for i in range(21)]
    named = [{"begins": {"en": f"Part {i}"}} if i < count else {} for i in range(20)]
    legs = [leg(f"p{i}", f"p{i + 1}", **more) for i, more in enumerate(named)]
    return [(*fault.path, fault.code) for fault in chapters(track(places=places, legs=legs))]


def test_one_chapter_alone_is_doubted() -> None:
    assert doubts(1) == [("legs", 0, "begins", "chapter_alone")]


def test_the_first_chapter_that_has_no_room_is_doubted() -> None:
    assert doubts(CHAPTERS + 2) == [("legs", CHAPTERS, "begins", "chapters_too_many")]


@pytest.mark.parametrize("count", [0, 2, CHAPTERS])
def test_nobody_doubts_chapters_that_have_room(count: int) -> None:
    assert doubts(count) == []
