from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from playwright.sync_api import Page

from journey.dashboard import content
from journey.exports.formats import FORMATS
from journey.server import journeys, stories
from journey.server.sharing import kilobytes
from journey.words.wording import Wording
from tests.conftest import HANDCAR


def test_the_page_waits_for_no_file_and_tells_their_sizes_once_they_are_known(
    background: ThreadPoolExecutor,
) -> None:
    edition, free = journeys.edition(HANDCAR), Event()
    background.submit(free.wait, 60)

    first = content.rest(edition, "en").plain.decode()
    free.set()
    background.submit(lambda: None).result()  # What was to be made before it has been made.
    second = content.rest(edition, "en").plain.decode()

    sizes = {form: len(stories.export(edition, "en", form).plain) for form in FORMATS}
    assert [first.count(kilobytes(size, Wording("en"))) for size in sizes.values()] == [0] * 5
    assert all(kilobytes(size, Wording("en")) in second for size in sizes.values())


def test_only_a_journey_with_teaching_has_a_part_for_teachers(tmp_path: Path) -> None:
    plain = shutil.copytree(HANDCAR, tmp_path / "handcar-2021")
    (plain / "teaching.yaml").unlink()

    parts = [
        content.rest(journeys.edition(folder), "en").plain.decode().count("/sheet?lang=en")
        for folder in (HANDCAR, plain)
    ]

    assert parts[0] > parts[1] == 0


@pytest.mark.browser
def test_in_a_page_that_runs_from_right_to_left_the_diagram_does_not(page: Page) -> None:
    drawn = content.told(journeys.edition(HANDCAR), "en").plain.decode()
    page.set_content(f'<html dir="rtl">{content.style()}{drawn}')

    runs = page.locator(".hh.distance, .diagram").evaluate_all(
        "all => all.map(e => getComputedStyle(e).direction)"
    )

    assert runs == ["rtl", "ltr"]
