"""Reading along: the text beside the map and the moment move each other, in a real Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from journey import Track
from journey.pages.story import page as story_page
from journey.words.telling import telling
from journey.words.wording import Wording
from tests.browsing import DESK, NAMED, PATIENCE, PHONE, until
from tests.conftest import leg, place, track

ENGLISH = Wording("en")
PLAY = ENGLISH.say("play.play")

pytestmark = pytest.mark.browser

STAGE = "L.journey.map.journey.stage"
# Puts the page where the step of that index is told, so many pixels farther.
SCROLL = """([index, more]) => {
  const list = document.getElementById("told");
  const line = parseFloat(getComputedStyle(list).paddingTop) - 150;
  scrollTo(0, list.children[index].getBoundingClientRect().top + scrollY - line + more);
}"""


# From the top of the window to what is told, in pixels.
ABOVE = "document.querySelector('[data-told] p').getBoundingClientRect().top"


@pytest.fixture(scope="module")
def shared(browser: Browser, file: Path) -> Iterator[Page]:
    """A story page at a desk, for a viewer who wants no motion."""
    with opened(browser, file) as page:
        yield page


class opened:
    """A page of that file in a context of its own."""

    def __init__(self, browser: Browser, file: Path, **options: Any) -> None:
        around = {"viewport": {"width": 1440, "height": 900}, "reduced_motion": "reduce"}
        # What a test waits for is told as text, which the page's own policy forbids.
        self.context = browser.new_context(**{**around, "bypass_csp": True, **options})
        self.context.set_default_timeout(PATIENCE)
        self.file = file

    def __enter__(self) -> Page:
        page = self.context.new_page()
        page.goto(self.file.as_uri())
        if page.evaluate("Boolean(window.L)"):
            page.locator(NAMED).wait_for(state="attached")
        return page

    def __exit__(self, *_: object) -> None:
        self.context.close()


@pytest.fixture
def page(shared: Page) -> Page:
    """The same, at the start of the story."""
    shared.set_viewport_size({"width": 1440, "height": 900})
    # A key that was pressed before may still move the page.
    until(shared, f"scrollTo(0, 0), scrollY === 0 && {STAGE}.now().at === null")
    return shared


def scroll(page: Page, index: int, more: float = 0) -> None:
    """To where that step is told, and so many pixels farther."""
    page.evaluate(SCROLL, [index, more])
    until(page, f"{STAGE}.view().step === {index}")


def told(page: Page, asked: str = "at") -> Any:
    return page.evaluate(f"{STAGE}.now().{asked}")


def is_seen(page: Page, index: int) -> bool:
    """Whether the step is seen through the gap in the stage."""
    return bool(
        page.evaluate(
            f"""(index) => {{
              const {{ x, y, w, h }} = {STAGE}.now().text;
              const item = document.getElementById("told").children[index];
              const r = item.querySelector("p").getBoundingClientRect();
              const top = document.elementFromPoint(r.left + 5, r.top + 5);
              return r.left >= x && r.right <= x + w && r.bottom <= y + h && item.contains(top);
            }}""",
            index,
        )
    )


def test_the_story_opens_with_the_map_alone(page: Page) -> None:
    assert told(page, "text") is None
    assert told(page, "over") == "opening"


def test_whoever_scrolls_reads_along(page: Page) -> None:
    page.mouse.move(900, 300)
    page.mouse.wheel(0, 300)

    until(page, f"{STAGE}.now().by === 'read'")
    assert told(page, "text.w") == 440
    assert is_seen(page, 0)


def test_the_moment_moves_with_the_text_continuously_and_back(page: Page) -> None:
    parts = []
    for more in (0, 60, 117, 180, 117, 60):
        scroll(page, 0, more)
        until(page, f"Math.abs({STAGE}.now().at.part - {0.39 * more / 234}) < 0.005")
        parts.append(told(page)["part"])

    # The second step is told at 0.39 of the ride, a quarter of the screen below: 26 % of 900.
    assert parts[:4] == sorted(parts[:4])
    assert parts[2] == pytest.approx(0.195, abs=0.005)
    assert parts[4:] == [pytest.approx(part, abs=0.005) for part in (parts[2], parts[1])]


def test_the_camera_goes_along_and_the_number_of_the_step_is_told(page: Page) -> None:
    scroll(page, 5)

    assert told(page, "aim.to") == "close"
    expect(page.locator("#count")).to_have_text(
        ENGLISH.say("telling.of", number=6, count=9), use_inner_text=True
    )
    expect(page.locator("[aria-current=step]")).to_have_count(1)


def test_the_end_of_the_text_is_the_end_of_the_story(page: Page) -> None:
    page.evaluate("scrollTo(0, 1e6)")

    until(page, f"{STAGE}.now().over === 'end'")
    assert told(page) == {"leg": 3, "part": 1}
    expect(page.locator("#text")).to_be_in_viewport()


def test_who_scrolls_back_to_the_top_sees_the_opening(page: Page) -> None:
    scroll(page, 3)

    page.evaluate("scrollTo(0, 0)")

    until(page, f"{STAGE}.now().over === 'opening'")
    assert told(page, "text") is None


@pytest.mark.parametrize(("index", "step"), [(2, 4), (0, 0), (3, 7)])
def test_a_leg_that_is_picked_brings_its_text(page: Page, index: int, step: int) -> None:
    scroll(page, 2)

    page.locator(".jm-segment").nth(index).click()

    until(page, f"{STAGE}.view().step === {step}")
    until(page, "document.querySelector('[data-told]').offsetTop > 0")
    page.wait_for_timeout(0)
    assert is_seen(page, step)
    assert told(page, "by") in ("pick", "scrub")


def test_keys_of_the_stage_bring_the_text(page: Page) -> None:
    scroll(page, 1)
    # Who came to the map by keyboard moves that instead.
    page.locator("[aria-current=step]").click()
    page.locator("#stage").focus()

    page.keyboard.press("ArrowRight")

    until(page, f"{STAGE}.view().step === 2")
    assert is_seen(page, 2)


def test_keys_of_the_page_scroll_it(page: Page) -> None:
    page.evaluate("document.activeElement.blur()")

    page.keyboard.press("PageDown")

    until(page, f"{STAGE}.now().by === 'read' && scrollY > 300")


def test_playing_carries_the_text_until_the_reader_takes_hold(page: Page) -> None:
    scroll(page, 0)
    before = page.evaluate("scrollY")
    page.get_by_role("button", name=PLAY, exact=True).click()
    until(page, f"scrollY > {before}")
    assert told(page, "playing")
    assert told(page, "by") == "play"

    page.mouse.move(200, 300)
    page.mouse.wheel(0, 240)

    until(page, f"{STAGE}.now().by === 'read'")
    assert not told(page, "playing")
    until(page, f"scrollY > {before + 100}")


@pytest.mark.parametrize("size", [(320, 640), (390, 844), (844, 390)])
def test_the_longest_sentence_is_wholly_in_sight_until_its_time_is_nearly_over(
    page: Page, handcar: Track, size: tuple[int, int]
) -> None:
    steps = telling(handcar, ENGLISH)
    longest = max(range(len(steps)), key=lambda index: len(steps[index].text))
    page.set_viewport_size({"width": size[0], "height": size[1]})
    until(page, f"L.journey.map.getSize().y === {size[1]}")
    scroll(page, longest)

    for more in (5, 60, 125):
        scroll(page, longest, more)

        assert is_seen(page, longest)
        assert page.evaluate(f"{ABOVE} >= {STAGE}.now().text.y")


@pytest.mark.parametrize("size", [(820, 1180), (390, 844), (844, 390), (1024, 768)])
def test_a_window_that_is_turned_keeps_the_step(page: Page, size: tuple[int, int]) -> None:
    scroll(page, 5, 20)

    page.set_viewport_size({"width": size[0], "height": size[1]})
    until(page, f"{STAGE}.now().text.w !== 440")

    assert page.evaluate(f"{STAGE}.view().step") == 5
    assert is_seen(page, 5)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_presenting_fills_the_screen_and_gives_the_text_back(page: Page) -> None:
    scroll(page, 5)
    page.evaluate("document.activeElement.blur()")

    page.keyboard.press("p")
    until(page, f"{STAGE}.now().text === null")
    expect(page.locator("#told")).to_be_hidden()
    page.keyboard.press("Escape")

    # Whoever leaves reads on where the lesson was begun.
    until(page, f"{STAGE}.now().text !== null && {STAGE}.view().step === 5")
    assert is_seen(page, 5)


def test_a_title_in_the_table_leads_to_the_leg_on_the_map(page: Page) -> None:
    page.get_by_role("link", name=ENGLISH.say("page.evidence")).click()
    page.locator("summary", has_text=ENGLISH.say("page.legs")).click()

    page.locator("[data-leg=handcar]").first.click()

    until(page, f"{STAGE}.view().step === 4")
    assert is_seen(page, 4)
    expect(page.locator("#stage")).to_be_in_viewport(ratio=0.6)


def test_a_link_to_a_moment_opens_at_its_text(browser: Browser, file: Path) -> None:
    with opened(browser, file) as page:
        page.goto(f"{file.as_uri()}#leg=handcar&at=50")
        page.reload()
        page.locator(NAMED).wait_for(state="attached")
        until(page, f"{STAGE}.now().text && scrollY > 0")

        assert told(page) == {"leg": 2, "part": 0.5}
        assert is_seen(page, 5)


# The names on the map that lie in the gap through which the text is read.
UNDER = """() => {
  const seen = document.querySelector(".gap").getBoundingClientRect();
  return [...document.querySelectorAll(".jm-label")].filter((one) => {
    const { left, right, top, bottom } = one.getBoundingClientRect();
    return getComputedStyle(one).visibility === "visible"
      && left < seen.right && right > seen.left && top < seen.bottom && bottom > seen.top;
  }).map(({ textContent }) => textContent);
}"""


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_no_name_of_the_map_is_written_where_the_text_is_read(
    browser: Browser, file: Path, size: tuple[int, int]
) -> None:
    with opened(browser, file, viewport={"width": size[0], "height": size[1]}) as page:
        page.goto(f"{file.as_uri()}#leg=handcar")
        page.reload()
        page.locator(NAMED).wait_for(state="attached")
        until(page, f"{STAGE}.now().text && scrollY > 0")

        page.locator(".jm-label.jm-end:visible").first.wait_for()
        assert page.evaluate(UNDER) == []


def test_a_step_back_leads_to_the_leg_and_its_text(browser: Browser, file: Path) -> None:
    with opened(browser, file, reduced_motion="no-preference") as page:
        for leg in (1, 3):
            page.keyboard.press(str(leg + 1))
            until(page, f"{STAGE}.now().leg === {leg} && scrollY > 300 * {leg}")
        page.keyboard.press(" ")
        until(page, f"{STAGE}.now().at?.part > 0")

        page.go_back()

        until(page, f"{STAGE}.now().leg !== 3")
        page.wait_for_timeout(300)  # in which a browser would scroll back
        assert told(page) == {"leg": 1, "part": 0}
        assert told(page, "by") == "link"


def test_a_long_title_leaves_the_steps_in_sight(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "long.html"
    file.write_bytes(story_page(track(title={"en": "W" * 200}), ENGLISH))

    with opened(browser, file) as page:
        scroll(page, 1)

        assert is_seen(page, 1)


def test_it_reads_and_plays_where_the_browser_has_neither_observers_nor_storage(
    browser: Browser, file: Path
) -> None:
    lacking = opened(browser, file)
    lacking.context.add_init_script(
        "delete window.ResizeObserver; delete window.IntersectionObserver;"
        "for (const name of ['localStorage', 'sessionStorage'])"
        " Object.defineProperty(window, name, {get() { throw new Error('no storage'); }});"
    )
    with lacking as page:
        scroll(page, 3)
        page.set_viewport_size({"width": 390, "height": 844})
        until(page, f"{STAGE}.now().text.y > 0")
        assert is_seen(page, 3)
        page.get_by_role("button", name=PLAY, exact=True).click()
        until(page, f"{STAGE}.now().by === 'play'")


def many(folder: Path, **changes: Any) -> Path:
    """The page of a journey of 120 legs, in that folder."""
    places = [place(f"p{i}", 0, i / 100) for i in range(121)]
    legs = [leg(f"p{i}", f"p{i + 1}", **changes) for i in range(120)]
    file = folder / "many.html"
    file.write_bytes(story_page(track(places=places, legs=legs), ENGLISH))
    return file


def test_a_hundred_legs_without_a_text_are_read_along(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, many(tmp_path)) as page:
        scroll(page, 77, 5)

        assert told(page)["leg"] == 77
        assert is_seen(page, 77)


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_many_legs_stand_close_and_the_rest_of_a_text_unfolds_where_it_is_told(
    browser: Browser, tmp_path: Path, size: tuple[int, int]
) -> None:
    text = {"en": "They went on in the morning, as on each day.\n\nIn the evening they rested."}
    around = {"width": size[0], "height": size[1]}

    with opened(browser, many(tmp_path, text=text), viewport=around) as page:
        # As much as a step is high that has two lines, a fact and what unfolds the rest.
        assert page.evaluate("document.getElementById('told').offsetHeight") < 120 * 170
        scroll(page, 77, 5)
        rest = page.locator("[data-told] details")
        expect(page.locator("#told summary:visible")).to_have_count(1)
        expect(rest.locator("div")).to_be_hidden()

        rest.locator("summary").click()

        expect(rest.locator("div")).to_be_visible()
        assert is_seen(page, 77)
        scroll(page, 100, 5)
        assert is_seen(page, 100)


@pytest.mark.parametrize("plain", ["print", "no script"])
def test_without_scripts_and_on_paper_nothing_of_many_legs_is_folded(
    browser: Browser, tmp_path: Path, plain: str
) -> None:
    file = many(tmp_path, text={"en": "They went on.\n\nIn the evening they rested."})

    with opened(browser, file, java_script_enabled=plain == "print") as page:
        if plain == "print":
            page.emulate_media(media="print")
            page.evaluate("dispatchEvent(new Event('beforeprint'))")

        for said in ("They went on.", "In the evening they rested."):
            expect(page.locator("#told").get_by_text(said).nth(77)).to_be_visible()
        expect(page.locator("#told summary:visible")).to_have_count(0)


@pytest.mark.parametrize("plain", ["print", "no script"])
def test_without_scripts_and_on_paper_all_is_told_once(
    browser: Browser, file: Path, handcar: Track, plain: str
) -> None:
    with opened(browser, file, java_script_enabled=plain == "print") as page:
        if plain == "print":
            page.emulate_media(media="print")
            page.evaluate("dispatchEvent(new Event('beforeprint'))")

        assert page.locator("h1:visible").count() == 1
        for step in telling(handcar, ENGLISH):
            expect(page.locator("#told").get_by_text(step.text, exact=True)).to_be_visible()
        for source in handcar.journey.sources[:3]:
            expect(page.locator("#text").get_by_text(source.title).first).to_be_visible()
