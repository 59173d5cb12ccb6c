"""Waits on the stage, in a real Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from journey.pages.story import page as page_of
from journey.words.wording import Wording
from tests.browsing import DESK, NAMED, PHONE, across, until
from tests.conftest import amount, known, leg, place, track

ENGLISH = Wording("en")

pytestmark = pytest.mark.browser

# Two hours by train, three nights of waiting, and three hours by bus with one of them at a stop.
HOURS = {"way": 2, "wait": 69, "on": 1, "stop": 1, "last": 1}
WHOLE = sum(HOURS.values())


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The story page of a journey with waits at an end and at a stop."""
    places = [place("a", 0, 0), place("b", 0, 1), place("inn", 0, 1.5), place("c", 0, 2)]
    wait = known(place="b", dwell=amount(HOURS["wait"], "h"))
    stop = known(place="inn", dwell=amount(HOURS["stop"], "h"))
    legs = [
        leg(
            "a",
            "b",
            mode="train",
            departs=[known(at="2024-06-01T10:00+02:00")],
            duration=amount(HOURS["way"], "h"),
            to=wait,
        ),
        leg("b", "c", duration=amount(3, "h"), stops=[stop]),
    ]
    file = tmp_path_factory.mktemp("waits") / "story.html"
    file.write_bytes(page_of(track(places=places, legs=legs), ENGLISH))
    found = browser.new_page(viewport={"width": DESK[0], "height": DESK[1]})
    found.goto(file.as_uri())
    found.locator(NAMED).wait_for(state="attached")
    # The card tells what the page's text tells where the map fills the screen.
    found.evaluate("L.journey.map.journey.stage.act(L.journey.actions.fill, true)")
    yield found
    found.close()


def seek(page: Page, leg: int, part: float) -> None:
    """Go to a part, 0 to 1, of the time of a leg."""
    page.evaluate(
        """async ([leg, part]) => {
            const { stage } = L.journey.map.journey;
            stage.act(L.journey.actions.seek, {leg, part});
            await Promise.resolve();
            stage.paint();
        }""",
        [leg, part],
    )


def told(where: str, hours: int) -> str:
    return ENGLISH.say("wait.at", time=ENGLISH.measure(hours, "h"), place=where)


def test_a_wait_between_legs_has_a_block_that_says_how_long(page: Page) -> None:
    block = page.locator(".jm-wait-block")

    assert block.all_text_contents() == [ENGLISH.measure(HOURS["wait"], "h").replace(" ", "\xa0")]
    assert (block.get_attribute("aria-label") or "").startswith(told("B", HOURS["wait"]))
    ((left, right),) = across(page, ".jm-wait-block")
    first, second = across(page, ".jm-segment")
    assert first[1] <= left < right <= second[0]


def test_waits_are_gaps_of_true_width_in_the_bar(page: Page) -> None:
    gaps = across(page, ".jm-wait")

    # From the second to the 71st of 74 hours, and the middle one of the last three.
    hours = [(2, 71), (72, 73)]
    expected = [pytest.approx((a / WHOLE, b / WHOLE), abs=2e-3) for a, b in hours]
    assert [tuple(gap) for gap in gaps] == expected


def test_while_nobody_moves_the_clock_the_slider_and_the_voice_say_so(page: Page) -> None:
    for leg_, part, where, hours in [(0, 0.5, "B", HOURS["wait"]), (1, 0.5, "Inn", HOURS["stop"])]:
        seek(page, leg_, part)

        wait = told(where, hours)
        assert wait in page.locator(".jm-clock").inner_text()
        assert wait in (page.locator(".jm-true").get_attribute("aria-valuetext") or "")
        assert page.get_by_role("status").inner_text() == wait
    seek(page, 1, 0.2)
    assert "Inn" not in page.locator(".jm-clock").inner_text()


def test_the_first_and_the_last_date_stand_at_the_ends_of_the_bar(page: Page) -> None:
    page.evaluate(
        """() => {
            const { stage } = L.journey.map.journey;
            stage.act(() => ({at: null}));
            stage.paint();
        }"""
    )

    # From ten in the morning of the 1st of June 74 hours lead to noon of the 4th.
    dates = [text.strip() for text in page.locator(".jm-dates > span").all_text_contents()]

    assert dates == ["1\xa0Jun\xa02024", "4\xa0Jun\xa02024"]
    (first, _), (_, last) = across(page, ".jm-dates > span")
    assert (first, last) == pytest.approx((0, 1), abs=2e-3)


def test_the_card_tells_what_is_known_of_a_stop(page: Page) -> None:
    seek(page, 1, 0)

    card = page.get_by_role("complementary", name=ENGLISH.say("card.aria"))
    (stop,) = card.locator(".jm-card-stops > li").all()
    assert "Inn" in stop.inner_text()
    assert ENGLISH.measure(HOURS["stop"], "h") in stop.inner_text()


def test_a_click_on_the_block_leads_to_where_the_wait_begins(page: Page) -> None:
    page.locator(".jm-wait-block").click()

    moment = page.evaluate("L.journey.map.journey.moment()")
    assert moment == {"leg": 0, "part": pytest.approx(2 / 71, abs=1e-6)}


def test_the_legend_tells_what_a_dotted_line_is(page: Page) -> None:
    assert ENGLISH.say("wait.name") in page.locator(".jm-legend li").all_text_contents()


def test_on_a_phone_the_block_still_says_how_long(page: Page) -> None:
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})

    until(
        page,
        """[...document.querySelectorAll(".jm-wait-block span")]
            .map((words) => [words, words.closest(".jm-wait-block")])
            .map((all) => all.map((one) => one.getBoundingClientRect()))
            .some(([words, { width, height }]) => (
                words.width && words.width <= width && words.height <= height
            ))""",
    )
    page.set_viewport_size({"width": DESK[0], "height": DESK[1]})


def test_on_a_phone_the_words_of_a_wait_are_not_cut(page: Page) -> None:
    page.set_viewport_size({"width": PHONE[0] - 70, "height": PHONE[1]})
    seek(page, 0, 0.5)

    line = page.locator(".jm-clock > div").first
    page.evaluate(
        "document.querySelector('.jm-clock-way').textContent += ' of a long name'.repeat(3)"
    )
    room = line.evaluate("(one) => [one.scrollWidth, one.clientWidth, one.clientHeight]")
    seek(page, 1, 0.2)
    assert room[0] <= room[1]
    assert room[2] > line.evaluate("(one) => one.clientHeight")
    page.set_viewport_size({"width": DESK[0], "height": DESK[1]})


def test_a_mark_stands_on_the_line_on_which_its_figure_ends(page: Page) -> None:
    seek(page, 0, 0.5)

    card = page.get_by_role("complementary", name=ENGLISH.say("card.aria"))
    lines = card.locator("dd").evaluate_all(
        """(all) => all.map((one) => {
          const words = document.createRange();
          words.selectNodeContents(one.querySelector('.jm-kept'));
          return [words.getClientRects(), one.querySelector('.jm-mark').getClientRects()]
            .map((boxes) => boxes[0].bottom);
        })"""
    )
    assert lines
    assert all(abs(words - mark) < 8 for words, mark in lines)


def test_with_many_waits_the_times_of_legs_are_told_in_full(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    places = [place(str(n), 0, n) for n in range(9)]
    wait = amount(70, "min")
    legs = [
        leg(str(n), str(n + 1), duration=amount(130, "min"), to=known(place=str(n + 1), dwell=wait))
        for n in range(8)
    ]
    file = tmp_path_factory.mktemp("many") / "story.html"
    file.write_bytes(page_of(track(places=places, legs=legs), ENGLISH))
    found = browser.new_page(viewport={"width": DESK[0], "height": DESK[1]})
    found.goto(file.as_uri())
    found.locator(NAMED).wait_for(state="attached")

    cut = found.locator(".jm-segment-time").evaluate_all(
        "(all) => all.map((one) => one.scrollWidth - one.clientWidth)"
    )
    assert cut == [0] * len(legs)
    signs = found.locator(".jm-wait-block").evaluate_all(
        "(all) => all.map(({ children }) => [...children]"
        ".filter((part) => part.getBoundingClientRect().width).length)"
    )
    assert signs == [1] * len(legs)
    found.close()


def test_a_figure_without_room_is_told_in_fewer_letters_or_not_at_all(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    # 12 hours and 40 minutes, of which "12 hours 4..." would read as another time.
    places, lasts = [place(str(n), 0, n) for n in range(10)], amount(760, "min")
    legs = [
        leg(str(n), str(n + 1), duration=lasts, to=known(place=str(n + 1), dwell=lasts))
        for n in range(9)
    ]
    file = tmp_path_factory.mktemp("tight") / "story.html"
    file.write_bytes(page_of(track(places=places, legs=legs), ENGLISH))
    found = browser.new_page(viewport={"width": 960, "height": 700})
    found.goto(file.as_uri())
    found.locator(NAMED).wait_for(state="attached")

    found.evaluate(
        """() => {
            const times = [...document.querySelectorAll(".jm-segment-time")];
            times.forEach(({ style }) => { style.letterSpacing = "1.6px"; });
            L.journey.map.fire("journey:type");
        }"""
    )

    times, waits = found.locator(".jm-segment-time"), found.locator(".jm-wait-block")
    short = ENGLISH.narrowed().span(760 * 60).replace(" h", "\u00a0h").replace(" min", "\u00a0min")
    assert times.all_text_contents() == [short] * 9
    assert set(waits.all_text_contents()) <= {short, ""}
    assert times.evaluate_all("(all) => all.every((one) => one.scrollWidth <= one.clientWidth)")
    found.close()


def test_a_wait_too_narrow_to_press_is_no_button(browser: Browser, tmp_path: Path) -> None:
    places, wait = [place(str(n), 0, n) for n in range(6)], amount(14, "min")
    legs = [
        leg(str(n), str(n + 1), duration=amount(3, "h"), to=known(place=str(n + 1), dwell=wait))
        for n in range(5)
    ]
    file = tmp_path / "story.html"
    file.write_bytes(page_of(track(places=places, legs=legs), ENGLISH))
    found = browser.new_page(viewport={"width": DESK[0], "height": DESK[1]})
    found.goto(file.as_uri())
    found.locator(NAMED).wait_for(state="attached")
    buttons = "() => [...document.querySelectorAll('.jm-wait-block')].filter(({inert}) => !inert)"

    wide = found.evaluate(f"({buttons})().map((one) => one.offsetWidth)")
    found.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})

    assert len(wide) == 5
    assert min(wide) >= 24
    until(found, f"!({buttons})().length")
    found.close()


def test_a_time_of_many_words_stands_whole_in_its_block_or_not_at_all(
    browser: Browser, tmp_path: Path
) -> None:
    longest = [known(less_than=831, unit="min")]
    places = [place(f"p{i}", 0, i) for i in range(19)]
    legs = [leg(f"p{i}", f"p{i + 1}", duration=longest) | {"id": f"l{i}"} for i in range(18)]
    file = tmp_path / "story.html"
    file.write_bytes(page_of(track(places=places, legs=legs), ENGLISH))
    found = browser.new_page(viewport={"width": DESK[0], "height": DESK[1]})
    found.goto(file.as_uri())
    found.locator(NAMED).wait_for(state="attached")

    over = found.locator(".jm-segment").evaluate_all(
        """(all) => all.map((block) => {
            const words = block.querySelector(".jm-segment-time");
            const [box, time] = [block, words].map((one) => one.getBoundingClientRect());
            return Math.max(box.top - time.top, time.bottom - box.bottom);
        })"""
    )
    assert max(over) <= 1
    found.close()
