"""The timeline of many legs in a real Chromium: chapters, of which the one that is told is open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from journey.pages.story import page as page_of
from journey.words.wording import Wording
from tests.browsing import DESK, PHONE, across, of_stage, scripted
from tests.conftest import amount, known, leg, place, track
from tests.stage.test_strip import act, opened, shifted

pytestmark = pytest.mark.browser

DAYS, EACH = 4, 10  # legs of an hour, one after another
MODES = ["walk", "train", "bus"]
OPEN = ".jm-chapter.jm-open"
NAME = 'document.querySelectorAll(".jm-chapter-head b:not(.jm-short)")[i].textContent = name'


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    noon = datetime.fromisoformat("2021-05-03T08:00+00:00")
    legs = [
        leg(
            f"p{i}",
            f"p{i + 1}",
            mode=MODES[i % 3],
            duration=amount(1, "h"),
            departs=[known(at=(noon + timedelta(days=i // EACH, hours=i % EACH)).isoformat())],
        )
        for i in range(DAYS * EACH)
    ]
    places = [place(f"p{i}", 0, i / 10, zone="Etc/UTC") for i in range(len(legs) + 1)]
    made = tmp_path_factory.mktemp("chapters") / "story.html"
    made.write_bytes(page_of(track(places=places, legs=legs), Wording("en")))
    return made


@pytest.fixture(scope="module")
def page(browser: Browser, file: Path) -> Iterator[Page]:
    found = opened(browser, file)
    yield found
    found.close()


def chosen(page: Page) -> int | None:
    """The index of the leg that is chosen."""
    found = page.evaluate("L.journey.map.journey.stage.now().leg")
    return None if found is None else int(found)


def test_at_first_none_is_open_and_all_are_alike(page: Page) -> None:
    act(page, "escape")

    expect(page.locator(OPEN)).to_have_count(0)
    expect(page.locator(".jm-chapter b:not(.jm-short)")).to_have_text(
        ["Mon 3", "Tue 4", "Wed 5", "Thu 6"]
    )
    assert [right for _, right in across(page, ".jm-chapter")] == pytest.approx(
        [1 / 4, 2 / 4, 3 / 4, 1], abs=0.004
    )


def test_a_chapter_opens_at_its_first_leg_and_its_legs_can_be_picked(page: Page) -> None:
    act(page, "escape")

    page.locator(".jm-chapter").nth(1).locator(".jm-chapter-legs").click()
    assert chosen(page) == EACH
    expect(page.locator(OPEN)).to_contain_text("Tue 4")
    page.get_by_role("button", name="P12 – P13").click()

    assert chosen(page) == 12
    expect(page.locator(".jm-chapter-leg[aria-pressed=true]")).to_have_count(1)
    expect(page.locator(".jm-chapter-leg")).to_have_count(EACH)


def test_the_keyboard_opens_one_and_reaches_the_leg_that_is_chosen(page: Page) -> None:
    act(page, "escape")

    page.locator(".jm-chapter-head").nth(2).press("Enter")
    expect(page.locator(".jm-chapter-leg.jm-chosen")).to_be_visible()
    page.keyboard.press("Tab")

    assert chosen(page) == 2 * EACH
    expect(page.locator(".jm-chapter-leg:focus")).to_have_attribute("aria-pressed", "true")


def test_the_one_that_is_told_is_open_with_the_cursor_in_its_leg(page: Page) -> None:
    act(page, "seek", {"leg": 25, "part": 0.5})

    expect(page.locator(OPEN)).to_contain_text("Wed 5")
    needle, button = page.evaluate(
        """() => {
            const one = (name) => document.querySelector(name);
            const [, x] = one(".jm-cursor path").getAttribute("d").match(/^M([\\d.]+)/);
            const { left } = one(".jm-rows").getBoundingClientRect();
            const leg = one(".jm-chapter-leg.jm-chosen").getBoundingClientRect();
            return [Number(x) + left, leg.left + leg.width / 2];
        }"""
    )
    assert needle == pytest.approx(button, abs=2)


def test_whoever_drags_along_them_is_where_the_pointer_is_and_nothing_moves_under_it(
    page: Page,
) -> None:
    act(page, "seek", {"leg": 2, "part": 0})
    box = page.locator(".jm-chapter").nth(3).bounding_box()
    assert box

    page.mouse.move(box["x"] - 100, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 10, steps=5)
    held = page.locator(OPEN).inner_text()
    there = chosen(page)
    page.mouse.up()

    assert "Mon\xa03" in held
    assert there is not None
    assert abs(there - 35) <= 1
    expect(page.locator(OPEN)).to_contain_text("Thu 6")


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_heads_and_legs_are_high_enough_to_press(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    act(page, "seek", {"leg": 2, "part": 0})

    heights = page.locator(f"{OPEN} button").evaluate_all(
        "(all) => all.map((one) => one.getBoundingClientRect().height)"
    )

    page.set_viewport_size({"width": DESK[0], "height": DESK[1]})
    assert len(heights) > 1
    assert min(heights) >= 24


def test_in_true_time_chapters_are_where_their_legs_are(page: Page) -> None:
    act(page, "pace", "truth")
    shifted(page)
    found = across(page, ".jm-chapter")
    act(page, "pace", "story")
    shifted(page)

    # Ten hours from eight o'clock on each of four days, which are 82 hours in all.
    assert [one for ends in found for one in ends] == pytest.approx(
        [n / 82 for start in (0, 24, 48, 72) for n in (start, start + 10)], abs=0.005
    )


def test_in_true_time_one_that_is_too_narrow_to_press_is_passed_over(
    browser: Browser, file: Path
) -> None:
    page, found = opened(browser, file), list[list[bool]]()
    page.set_viewport_size({"width": 220, "height": 800})
    for pace in ("truth", "story"):
        act(page, "pace", pace)
        shifted(page)
        found.append(page.locator(".jm-chapter").evaluate_all("all => all.map((e) => e.inert)"))
    page.close()

    assert found == [[True] * DAYS, [False] * DAYS]


def test_a_time_that_is_a_secret_is_not_told_of_a_chapter(page: Page) -> None:
    hush = """(hushed) => {
        const { stage } = L.journey.map.journey;
        stage.act(() => ({ hushed }));
        stage.paint();
    }"""
    page.evaluate(hush, [3])
    said = page.locator(".jm-chapter-head span").first.is_visible()
    page.evaluate(hush, [])

    assert not said
    expect(page.locator(".jm-chapter-head span").first).to_be_visible()


@pytest.mark.parametrize("width", [DESK[0], PHONE[0], 320])
@pytest.mark.parametrize("at", [None, 15])
def test_no_sign_and_no_word_is_cut(page: Page, width: int, at: int | None) -> None:
    before = page.viewport_size
    assert before
    act(page, "escape" if at is None else "seek", *([] if at is None else [{"leg": at, "part": 0}]))
    page.set_viewport_size({"width": width, "height": before["height"]})
    cut = page.evaluate(
        """() => [...document.querySelectorAll(".jm-chapter")].flatMap((chapter) => {
            const { left, right, bottom } = chapter.getBoundingClientRect();
            const parts = [...chapter.querySelectorAll(".jm-icon, b, .jm-chapter-head span")];
            return parts.filter((one) => {
                const box = one.getBoundingClientRect();
                const shown = getComputedStyle(one).visibility === "visible" && box.width;
                const wide = box.left < left - 1 || box.right > right + 1;
                return shown && box.top < bottom && (wide || box.bottom > bottom + 1);
            }).map((one) => one.outerHTML.slice(0, 80));
        })"""
    )
    page.set_viewport_size(before)

    assert cut == []


def test_a_name_that_has_no_room_gives_way_to_the_shorter_one(page: Page) -> None:
    act(page, "escape")
    seen = """(name) => [...document.querySelectorAll(".jm-chapter-head")].map((head) => {
        if (name) head.querySelector("b:not(.jm-short)").textContent = name;
        const { left, top } = head.getBoundingClientRect();
        return document.elementFromPoint(left + 12, top + 10).textContent;
    })"""
    before = page.evaluate(seen)
    after = page.evaluate(
        seen, "Up from the river to the mountains, and down from there to the sea"
    )
    for i, name in enumerate(before):
        page.evaluate("([i, name]) => { " + NAME + " }", [i, name])

    assert before == ["Mon\xa03", "Tue\xa04", "Wed\xa05", "Thu\xa06"]
    assert after == ["3", "4", "5", "6"]


def test_each_leg_of_a_chapter_is_alike_and_the_open_one_is_wider(browser: Browser) -> None:
    page = scripted(browser, *of_stage("spread"))

    shares = page.evaluate("L.journey.spread([0, 2, 6], 9, 1, 1000).shares")
    even = page.evaluate("L.journey.spread([0, 2, 6], 9, null, 1000).shares")

    assert shares == pytest.approx([0.1] * 2 + [0.6 / 4] * 4 + [0.2 / 3] * 3)
    assert even == pytest.approx([1 / 6] * 2 + [1 / 12] * 4 + [1 / 9] * 3)
    page.close()


def test_where_there_is_no_room_the_shut_ones_keep_their_least(browser: Browser) -> None:
    page = scripted(browser, *of_stage("spread"))

    shares = page.evaluate("L.journey.spread([0, 9, 18, 27, 36], 45, 2, 160).shares")

    assert shares[0] * 9 * 160 == pytest.approx(18)
    page.close()
