"""Guesses of a class, and the answers beside them, in a real Chromium."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from journey import Track, load
from journey.exports.formats import FORMATS
from journey.words.answers import answer, span
from tests.browsing import clocked, rest, until
from tests.conftest import HANDCAR, Viewer, guessed
from tests.pages.presenting import ENGLISH, act, at, go, present, small, step, steps_of, words
from tests.pages.test_names_browser import meet
from tests.pages.test_story_browser import Watched

pytestmark = pytest.mark.browser


def counted(page: Page, number: int) -> None:
    expect(page.locator("[data-guesses]")).to_have_attribute("data-guesses", str(number))


def test_nonsense_is_told_and_loses_nothing(lesson: Watched) -> None:
    page = lesson.page
    go(page, 3)
    field, message = page.locator(".cl-field"), page.locator(".cl-message")
    field.fill("30")
    field.press("Enter")
    counted(page, 1)

    for text in ("many", "", "<img src=x onerror=alert(1)>", "-3", "99999", "1e12"):
        field.fill(text)
        act(page, "add").click()
        fault = "class.guess_off" if text in ("-3", "99999", "1e12") else "class.guess_unread"
        expect(message).to_have_attribute("data-fault", fault)
        expect(message).not_to_be_empty()
        expect(field).to_have_attribute("aria-invalid", "true")

    counted(page, 1)
    expect(page.locator(".cl-mark")).to_have_count(1)
    at(page, 3)


def test_guesses_come_by_slider_by_number_and_by_hands_and_stay(lesson: Watched) -> None:
    page = lesson.page
    go(page, 3)
    page.locator(".cl-slider").fill("20")
    act(page, "add").click()
    act(page, "raise").nth(2).click(click_count=2)
    page.locator(".cl-count").nth(0).fill("12")
    page.locator(".cl-count").nth(0).press("Enter")

    words(page).focus()
    go(page, 4)
    go(page, 3)

    counted(page, 15)
    expect(page.locator(".cl-mark")).to_have_count(1)
    bars = [bar.get_attribute("data-count") for bar in act(page, "raise").all()]
    assert bars == ["12", "1", "2", "0", "0"]
    act(page, "undo").click()
    counted(page, 14)


def centre(page: Page, selector: str) -> float:
    """Where the middle of an element is, in pixels from the left of the window."""
    box = page.locator(selector).bounding_box()
    assert box
    return box["x"] + box["width"] / 2


@pytest.mark.parametrize("width", [1920, 390])
def test_the_slider_is_the_axis(lesson: Watched, width: int) -> None:
    page = lesson.page
    page.set_viewport_size({"width": width, "height": 1080})
    go(page, 3)
    slider = page.locator(".cl-slider")
    line = page.locator(".cl-line").bounding_box()
    zero, forty = (centre(page, f".cl-ticks [data-value='{at}']") for at in (0, 40))
    assert line

    # A finger where the axis has 36: nine tenths of the way from 0 to 40.
    page.mouse.click(zero + 0.9 * (forty - zero), line["y"] + line["height"] / 2)

    expect(slider).to_have_value("36")
    act(page, "add").click()
    at = centre(page, ".cl-mark") - line["x"]
    assert at == pytest.approx(line["width"] * 36 / 72, abs=1)
    assert zero == pytest.approx(line["x"], abs=1)


def state(page: Page) -> tuple[str, str | None, bool]:
    """What the field says, what the slider says to who hears it, and whether its thumb is seen."""
    slider = page.locator(".cl-slider")
    seen = slider.evaluate("(one) => !one.classList.contains('cl-empty')")
    return page.locator(".cl-field").input_value(), slider.get_attribute("aria-valuetext"), seen


def test_a_guess_starts_empty_and_is_empty_again_once_it_is_added(lesson: Watched) -> None:
    page = lesson.page
    go(page, 3)
    none = ("", ENGLISH.say("class.unguessed"), False)
    assert state(page) == none

    page.locator(".cl-slider").focus()
    page.keyboard.press("+")
    assert state(page) == ("1", "1 hour", True)
    act(page, "add").click()

    assert state(page) == none
    line = page.locator(".cl-line").bounding_box()
    assert line
    # Where it stands anyway, though nobody saw it.
    page.mouse.click(line["x"], line["y"] + line["height"] / 2)
    assert state(page) == ("0", "0 hours", True)


def test_answer_middle_and_nearest_stand_on_scale_and_map(lesson: Watched) -> None:
    page = lesson.page
    go(page, 3)
    for number in ("20", "30", "60"):
        page.locator(".cl-field").fill(number)
        page.locator(".cl-field").press("Enter")

    act(page, "reveal").click()

    rows = page.locator("[data-mark]")
    assert [row.get_attribute("data-mark") for row in rows.all()] == ["answer", "middle", "nearest"]
    assert ["32" in rows.nth(0).inner_text(), "30" in rows.nth(1).inner_text()] == [True, True]
    # The median is the nearest here: they stand at one place of the map, beside the answer.
    expect(page.locator(".cl-worded")).to_have_count(2)
    line = page.locator(".cl-line").bounding_box()
    assert line
    known = centre(page, ".cl-answer") - line["x"]
    assert known == pytest.approx(line["width"] * 32 / 72, abs=1.5)


# Words and pins of flags, and names, on the map, with their boxes in pixels of the window.
WRITTEN = """() => [
  ...document.querySelectorAll(".cl-worded .cl-flag-text, .cl-worded .cl-pin"),
  ...document.querySelectorAll("#stage .jm-label"),
].filter((one) => one.checkVisibility({ visibilityProperty: true })).map((one) => {
  const { x, y, width: w, height: h } = one.getBoundingClientRect();
  return { flag: one.parentElement.matches(".cl-flag"), of: one.parentElement.className,
    text: one.innerText, x, y, w, h };
})"""


@pytest.mark.parametrize("size", [(390, 844), (320, 640), (1024, 768)])
def test_flags_of_the_answer_cover_no_name_and_not_each_other(
    viewer: Viewer, file: Path, size: tuple[int, int]
) -> None:
    context = viewer(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce")
    page = clocked(context, file.as_uri())
    present(page)
    go(page, 3)
    for number in ("12", "30", "48", "20"):
        page.locator(".cl-field").fill(number)
        page.locator(".cl-field").press("Enter")

    act(page, "reveal").click()
    rest(page, 2)

    found = page.evaluate(WRITTEN)
    flags = [one for one in found if one["flag"]]
    covered = [
        (a["text"], b["text"])
        for a, b in combinations(found, 2)
        if a["flag"] and a["of"] != b["of"] and meet(a, b)
    ]
    assert len(flags) == 6
    assert len(found) > 10
    assert covered == []
    assert all(0 <= one["x"] <= size[0] - one["w"] for one in flags)


def test_the_last_mark_of_the_scale_has_room_for_its_unit(viewer: Viewer, tmp_path: Path) -> None:
    far = Track.of(load(HANDCAR.with_name("nellie-bly-1889")))
    file = tmp_path / "far.html"
    file.write_bytes(FORMATS["html"].make(far, ENGLISH))
    page = Watched(viewer(), file.as_uri()).page
    present(page)
    go(page, 3)

    mark = page.locator(".cl-ticks > :last-child")
    expect(mark).to_have_text("10,000 km")
    box = mark.bounding_box()

    assert box
    assert box["x"] + box["width"] <= 1440


def test_a_hundred_guesses_leave_the_scale_as_it_is(lesson: Watched) -> None:
    page = lesson.page
    go(page, 3)
    ticks = page.locator(".cl-ticks").inner_text()

    page.evaluate(
        """() => { const field = document.querySelector(".cl-field");
          for (let i = 0; i < 100; i += 1) { field.value = i < 98 ? i % 70 : 1000 + i;
            document.querySelector("[data-act=add]").click(); } }"""
    )

    counted(page, 100)
    expect(page.locator("[data-beyond]")).to_have_attribute("data-beyond", "2")
    assert page.locator(".cl-ticks").inner_text() == ticks
    bars = [int(str(bar.get_attribute("data-count"))) for bar in act(page, "raise").all()]
    assert sum(bars) == 98
    assert page.locator(".cl-slide").evaluate("(one) => one.scrollWidth <= one.clientWidth")


def test_no_slide_asks_twice(lesson: Watched, handcar: Track) -> None:
    page = lesson.page

    for number, (told, question) in enumerate(steps_of(handcar), 1):
        if not question:
            continue
        go(page, number)

        expect(words(page).locator("h1")).to_have_text(question.text["en"])
        expect(words(page)).not_to_contain_text(told.text["en"])


@pytest.mark.parametrize("size", [(390, 844), (320, 640)])
def test_on_a_phone_the_map_and_what_shows_the_answer_are_seen(
    lesson: Watched, size: tuple[int, int]
) -> None:
    page = lesson.page
    page.set_viewport_size({"width": size[0], "height": size[1]})

    for number in (3, 7):
        go(page, number)

        shown = act(page, "reveal").bounding_box()
        stage, bar = page.locator("#stage").bounding_box(), page.locator(".cl-bar").bounding_box()
        assert shown
        assert stage
        assert bar
        assert shown["y"] + shown["height"] <= bar["y"]
        assert stage["height"] >= 0.3 * size[1]
        expect(page.locator(".jm-strip")).to_be_hidden()


def test_the_end_has_a_line_a_leg_and_the_sources_behind_a_button(
    lesson: Watched, handcar: Track
) -> None:
    page = lesson.page
    page.keyboard.press("End")
    button = act(page, "sources")

    expect(page.locator(".cl-told-by li")).to_have_count(len(handcar.legs))
    expect(page.locator(".cl-all")).to_be_hidden()
    expect(button).to_have_attribute("aria-expanded", "false")
    button.click()

    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".cl-all a").first).to_be_visible()


def test_where_nothing_names_a_source_no_list_of_them_is_offered(
    room: BrowserContext, tmp_path: Path
) -> None:
    page = Watched(room, small(tmp_path, steps=[step("closing")])).page

    present(page)

    expect(page.locator(".cl-told-by li")).to_have_count(2)
    expect(act(page, "sources")).to_have_count(0)


def test_the_answer_has_its_basis_and_a_range_is_a_range(lesson: Watched, handcar: Track) -> None:
    page, steps = lesson.page, steps_of(handcar)
    for number, basis in ((3, "reported"), (5, "derived"), (10, "reported"), (13, "assumed"),
                          (17, "assumed")):  # fmt: skip
        go(page, number)
        page.keyboard.press("r")

        question = steps[number - 1][1]
        assert question
        known, stands = span(question, handcar), answer(question, handcar, ENGLISH)
        assert known
        assert stands
        fact = words(page).locator("[data-basis]")
        expect(fact).to_have_attribute("data-basis", basis)
        expect(fact.locator("strong")).to_have_text(stands.said)
        expect(fact.locator(f".jm-mark-{basis}")).to_be_visible()
        drawn = page.locator(".cl-scale .cl-answer")
        expect(drawn).to_have_count(1)
        ends = [drawn.get_attribute(f"data-{end}") for end in ("least", "most")]
        assert float(str(ends[0])) == pytest.approx(known.low), number
        most = float(ends[1]) if ends[1] else None
        assert most == (None if known.high is None else pytest.approx(known.high)), number


@pytest.mark.parametrize(
    ("of", "unit", "on_map"),
    [("duration", "h", 1), ("distance", "km", 3), ("speed", "km/h", 3), ("direction", "deg", 2)],
)
def test_each_kind_of_guess_is_drawn_beside_its_answer(
    room: BrowserContext, tmp_path: Path, of: str, unit: str, on_map: int
) -> None:
    question = guessed(of, unit, leg="a-b", high=360 if of == "direction" else 100)
    url = small(
        tmp_path, questions=[question],
        steps=[step("question", question=f"guess-{of}", leg="a-b")],
    )  # fmt: skip
    found = Watched(room, url)
    present(found.page)
    found.page.locator(".cl-field").fill("45")
    found.page.locator(".cl-field").press("Enter")

    found.page.keyboard.press("PageDown")

    expect(found.page.locator(".cl-mark, .cl-ray")).to_have_count(1)
    expect(found.page.locator(".cl-scale .cl-answer")).to_have_count(1)
    expect(found.page.locator(".cl-onmap")).to_have_count(on_map)
    found.page.keyboard.press("Escape")
    expect(found.page.locator(".cl-onmap")).to_have_count(0)
    assert found.quiet(url)


# Places the words of the map, which tells the sizes of what they keep clear of, in pixels.
PLACED = """() => {
  const { map } = L.journey;
  window.taken = [];
  map.on("journey:placed", ({ taken }) => { window.taken = taken.map(({ w, h }) => [w, h]); });
  map.fire("journey:type");
}"""


def test_an_arrow_takes_no_more_of_the_map_than_itself(
    room: BrowserContext, tmp_path: Path
) -> None:
    question = guessed("direction", "deg", leg="a-b", high=360)
    url = small(
        tmp_path, questions=[question], steps=[step("question", question="guess-direction")]
    )
    page = Watched(room, url).page
    present(page)
    page.keyboard.press("r")
    expect(page.locator(".cl-arrow")).to_have_count(1)

    page.evaluate(PLACED)

    until(page, "taken.length")
    taken = page.evaluate("taken.filter(([w, h]) => w && h)")
    # Its words, and beads along its line; a box around all of it would be 300 pixels each way.
    assert [12, 12] in taken
    assert max(min(size) for size in taken) < 150


def test_a_direction_is_guessed_on_the_compass_itself(room: BrowserContext, tmp_path: Path) -> None:
    question = guessed("direction", "deg", leg="a-b", high=360, step=5)
    url = small(
        tmp_path, questions=[question], steps=[step("question", question="guess-direction")]
    )
    page = Watched(room, url).page
    present(page)
    rose = page.locator(".cl-rose").bounding_box()
    assert rose

    # A finger to the right of the middle, in the east.
    page.mouse.click(rose["x"] + 0.9 * rose["width"], rose["y"] + rose["height"] / 2)

    assert state(page) == ("90", "90 degrees", True)
    expect(page.locator(".cl-needle")).to_have_count(1)
    act(page, "raise").first.click()
    counted(page, 1)


def test_what_nobody_knows_has_no_figure_and_no_basis(room: BrowserContext, tmp_path: Path) -> None:
    question = guessed("duration", "h", leg="b-c")
    url = small(tmp_path, questions=[question], steps=[step("question", question="guess-duration")])
    found = Watched(room, url)
    present(found.page)

    found.page.keyboard.press("PageDown")

    expect(found.page.locator(".cl-said")).not_to_be_empty()
    expect(words(found.page).locator("[data-basis], .cl-answer")).to_have_count(0)
    assert found.quiet(url)
