"""Pages with little room: in longer words, from right to left, and in letters set wider."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from journey import Track
from journey.pages.story import page as story_page
from journey.words import catalogue
from journey.words.wording import Wording
from tests.browsing import PATIENCE, clocked, rest
from tests.pseudo import LEFTWARD, LONG, catalogues, spoken

pytestmark = pytest.mark.browser

CUT = Path(__file__).with_name("cut.js").read_text("utf-8")
SIZES = [(1440, 900), (1024, 768), (390, 844), (320, 640), (320, 256)]
# Ends once all that minds a size has heard of it, whatever the page's clock says.
LAID_OUT = """new Promise((done) => {
    new ResizeObserver((_, watching) => { watching.disconnect(); done(); }).observe(document.body);
})"""
# What a reader may set (WCAG 2.2, 1.4.12).
WIDER = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; }
* { word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""


@pytest.fixture(scope="module")
def files(handcar: Track, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The addresses of the story page, by language."""
    folder = tmp_path_factory.mktemp("narrow")
    told = Track.of(spoken(handcar.journey))
    found = {code: folder / f"{code}.html" for code in ("en", LONG, LEFTWARD)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogue, "CATALOGUES", catalogues(folder / "catalogues"))
        catalogue.sound.cache_clear()
        for code, file in found.items():
            file.write_bytes(story_page(told, Wording(code)))
    catalogue.sound.cache_clear()
    return {code: file.as_uri() for code, file in found.items()}


def show(story: Page, view: str) -> None:
    """Go there: by the address, or by keys."""
    if view.startswith("#"):
        story.evaluate("(view) => { location.hash = view; }", view)
    else:
        story.keyboard.type(view)


def cut(story: Page, size: tuple[int, int]) -> list[str]:
    """What can not be read in a window of that size."""
    story.set_viewport_size({"width": size[0], "height": size[1]})
    story.evaluate(LAID_OUT)
    rest(story, 2)
    found: list[str] = story.evaluate(CUT)
    return found


def cuts(
    story: Page, views: Iterable[str], sizes: Iterable[tuple[int, int]]
) -> dict[str, list[str]]:
    """What is cut or overlaps in these views at these sizes, where anything is."""
    found: dict[str, list[str]] = {}
    for view in views:
        show(story, view)
        found |= {f"{view}, {size}": cut(story, size) for size in sizes}
    return {where: what for where, what in found.items() if what}


@pytest.mark.parametrize("code", ["en", LONG, LEFTWARD])
def test_nothing_is_cut_and_nothing_overlaps_at_any_size(
    browser: Browser, files: dict[str, str], code: str
) -> None:
    context = browser.new_context(reduced_motion="reduce", bypass_csp=True)
    story = clocked(context, files[code])
    if code == "en":
        story.add_style_tag(content=WIDER)
    found = cuts(story, ("#view=whole", "#leg=handcar&at=50", "p3\n", "r"), SIZES)

    context.close()
    assert found == {}


def test_nothing_is_cut_where_letters_are_twice_as_large(
    browser: Browser, files: dict[str, str]
) -> None:
    context = browser.new_context(reduced_motion="reduce", bypass_csp=True)
    story = clocked(context, files["en"])
    story.add_style_tag(content="html { font-size: 200%; }")
    found = cuts(story, ("#view=whole", "p3\n", "r"), (SIZES[0], SIZES[2]))

    context.close()
    assert found == {}


def test_the_clocks_of_both_sides_are_there_in_letters_set_wider(
    browser: Browser, files: dict[str, str]
) -> None:
    context = browser.new_context(
        reduced_motion="reduce", bypass_csp=True, viewport={"width": 1440, "height": 900}
    )
    story = clocked(context, f"{files['en']}#leg=handcar&at=100")
    story.add_style_tag(content=WIDER)
    rest(story, 2)
    local = story.locator(".jm-local")
    boxes = [clock.bounding_box() for clock in (local, *local.locator("> span").all())]
    ends = [box["y"] + box["height"] for box in boxes if box]

    context.close()
    assert len(ends) == 4  # with the mark of how they are known
    assert max(ends) <= min(ends[0], 900)


def test_where_words_run_from_right_to_left_the_text_stands_on_the_right_and_time_on_the_left(
    browser: Browser, files: dict[str, str]
) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(PATIENCE)
    page = clocked(context, f"{files[LEFTWARD]}#leg=handcar&at=50")
    rest(page, 2)

    right, first, last = page.evaluate(
        """[document.querySelector("#told"), ...document.querySelectorAll(".jm-segment")]
            .map((one) => one.getBoundingClientRect())
            .map(({ left, right }, i) => (i ? left : right)).filter((_, i) => i !== 2 && i !== 3)"""
    )
    context.close()
    assert right == 1440
    assert first < last
