"""Presenting the shipped journey and odd ones in a real Chromium, from disk and server."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Locator, Page, expect

from journey import Journey, Track
from journey.pages.story import page as story_page
from journey.prints.prints import PRINTS
from tests.browsing import play_on, rest, until
from tests.conftest import Data, Viewer, taught, told
from tests.golden import holds, lines
from tests.pages.presenting import (
    ENGLISH,
    HALL,
    ROOM,
    act,
    at,
    do,
    go,
    in_room,
    notes_of,
    present,
    small,
    step,
    steps_of,
    unfold,
    words,
)
from tests.pages.test_cards import poisoned
from tests.pages.test_story import NASTY
from tests.pages.test_story_browser import Watched
from tests.serving import Server

pytestmark = pytest.mark.browser

AXE = {"resultTypes": ["violations"]}
# Points of the step's legs that are out of view, whether the words stand off the map, and how high
# their letters are, as a part of the screen.
COVERED = """() => {
  const {map} = L.journey;
  const [box, strip, slide] = ['#stage', '.jm-strip', 'section[data-step]']
    .map((name) => document.querySelector(name).getBoundingClientRect());
  const [told, taught] = ['journey-data', 'lesson-data']
    .map((id) => JSON.parse(document.getElementById(id).textContent));
  const number = Number(document.querySelector('section[data-step]').dataset.step);
  const step = taught.classroom.steps[number - 1];
  const legs = told.journey.legs.filter(({id}) => !step.leg || id === step.leg);
  const points = legs.map(L.journey.unpack.leg).flatMap((leg) => leg.points);
  const [width, height] = [box.width, box.height - strip.height];
  const off = points.map((point) => map.latLngToContainerPoint(point))
    .filter(({x, y}) => x < 0 || y < 0 || x > width || y > height);
  const style = getComputedStyle(document.querySelector('.cl-sentence'));
  return [off.length, slide.left >= box.right - 1 || slide.top >= box.bottom - 1,
    parseFloat(style.fontSize) / innerHeight];
}"""
MOMENT = "L.journey.map.journey.stage.view().moment.part"


def test_a_lesson_runs_from_start_to_end_by_one_key_in_two_windows(
    room: BrowserContext, either: Watched, handcar: Track
) -> None:
    page, steps = either.page, steps_of(handcar)
    present(page)
    notes = notes_of(room, page)

    for number, (planned, question) in enumerate(steps, 1):
        at(page, number)
        at(notes, number)
        asked = question.text if question else planned.text
        expect(page.locator(".cl-sentence")).to_have_text(ENGLISH.pick(asked))
        if planned.notes:
            expect(notes.locator("body")).to_contain_text(ENGLISH.pick(planned.notes))
        if question:
            expect(act(page, "reveal")).to_be_visible()
            page.keyboard.press("PageDown")
            expect(words(page)).to_contain_text(ENGLISH.pick(question.answer))
            at(page, number)
        page.keyboard.press("PageDown")

    at(page, len(steps))
    expect(page.locator(".cl-all li")).to_have_count(len(handcar.journey.sources))
    assert [url for url in either.asked if url.startswith("http")] == []
    assert (either.errors, page.evaluate("forbidden")) == ([], [])
    with notes.expect_event("close"):
        page.keyboard.press("Escape")
    expect(words(page)).to_have_count(0)


@pytest.mark.parametrize("focus", ["section[data-step]", "#stage"])
def test_keys_lead_on_where_the_focus_has_no_use_for_them(lesson: Watched, focus: str) -> None:
    page = lesson.page
    # Each on a question of its own, for the first press shows the answer.
    for key, number in {"ArrowRight": 3, "ArrowDown": 5, "PageDown": 10, " ": 13}.items():
        go(page, number)

        page.locator(focus).first.focus()
        page.keyboard.press(key)
        expect(words(page)).to_have_attribute("data-told", "true")
        at(page, number)
        page.keyboard.press(key)

        at(page, number + 1)


@pytest.mark.parametrize("focus", [".cl-field", ".cl-add", "[data-act=on]", ".jm-segment"])
def test_the_keys_of_a_clicker_lead_from_fields_and_buttons_too(
    lesson: Watched, focus: str
) -> None:
    page = lesson.page
    go(page, 3)
    page.locator(focus).first.focus()

    page.keyboard.press("PageDown")
    expect(words(page)).to_have_attribute("data-told", "true")
    page.locator(".jm-segment").first.focus()
    page.keyboard.press("PageUp")

    at(page, 2)


def test_keys_lead_back(lesson: Watched) -> None:
    for key in ("ArrowLeft", "ArrowUp", "PageUp", "Backspace"):
        go(lesson.page, 4)

        lesson.page.keyboard.press(key)

        at(lesson.page, 3)


def test_home_end_and_enter_do_as_they_say(lesson: Watched, handcar: Track) -> None:
    page = lesson.page

    page.keyboard.press("Enter")
    at(page, 2)
    page.keyboard.press("End")
    at(page, len(steps_of(handcar)))
    page.keyboard.press("Home")
    at(page, 1)


def test_a_number_of_no_step_leads_nowhere(lesson: Watched) -> None:
    page = lesson.page
    go(page, 4)

    for key in ("9", "9", "Enter"):
        page.keyboard.press(key)
    rest(page)

    at(page, 4)
    page.keyboard.press("Enter")
    at(page, 5)


def test_letters_are_told_by_their_place_where_they_are_not_latin(lesson: Watched) -> None:
    lesson.page.evaluate(
        "dispatchEvent(new KeyboardEvent('keydown', {key: 'и', code: 'KeyB', cancelable: true}))"
    )

    expect(lesson.page.locator(".cl-black")).to_be_visible()


@pytest.mark.parametrize("key", ["b", "."])
def test_the_screen_goes_black_and_back_on_the_same_step(lesson: Watched, key: str) -> None:
    page = lesson.page
    go(page, 4)
    page.keyboard.press(key)
    black = page.locator(".cl-black").bounding_box()

    page.keyboard.press("ArrowRight")

    assert black == {"x": 0, "y": 0, "width": ROOM[0], "height": ROOM[1]}
    expect(page.locator(".cl-black")).to_have_count(0)
    at(page, 4)


def test_every_button_of_the_bar_does_what_its_key_does(lesson: Watched) -> None:
    page = lesson.page
    page.keyboard.press("End")
    page.keyboard.press("Home")

    act(page, "on").click()
    at(page, 2)
    act(page, "back").click()
    at(page, 1)
    act(page, "black").click()
    page.locator(".cl-black").click()
    expect(page.locator(".cl-black")).to_have_count(0)
    act(page, "leave").click()

    expect(words(page)).to_have_count(0)


@pytest.mark.parametrize("size", [ROOM, HALL])
def test_the_words_cover_nothing_of_the_way_and_all_of_it_is_in_view(
    lesson: Watched, size: tuple[int, int]
) -> None:
    page = lesson.page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    for number in (1, 2, 3, 9, 10, 14, 16, 18):
        go(page, number)
        rest(page)

        found = page.evaluate(COVERED)

        assert found[:2] == [0, True], number
        assert found[2] >= 0.03


def test_the_time_stays_a_secret_until_it_was_asked(lesson: Watched) -> None:
    page, time = lesson.page, lesson.page.locator(".jm-segment-time").first
    expect(time).to_be_hidden()
    go(page, 3)
    expect(time).to_be_hidden()

    act(page, "reveal").click()

    expect(time).to_be_visible()


HEARD = """() => { const {legs} = L.journey.map.journey.stage.tale;
  return legs.map((leg) => [leg.brief, leg.facts.find(({key}) => key === "duration")?.said]); }"""


def heard(page: Page) -> str:
    """All that a screen reader is told of the page."""
    found = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    parts = [
        node.get(key, {}) for node in found["nodes"] for key in ("name", "value", "description")
    ]
    return " | ".join(str(part.get("value", "")) for part in parts)


def test_a_secret_time_is_not_heard_before_it_is_told(lesson: Watched, handcar: Track) -> None:
    page = lesson.page
    times = page.evaluate(HEARD)
    asked = {
        next(i for i, leg in enumerate(handcar.legs) if leg.leg.id == question.leg): number
        for number, (_, question) in enumerate(steps_of(handcar), 1)
        if question and question.of == "duration"
    }
    assert len(asked) == 2

    for number in range(1, max(asked.values()) + 1):
        go(page, number)
        rest(page)
        said = heard(page)
        for leg, shown in asked.items():
            assert number > shown or not any(time in said for time in times[leg]), (number, leg)
        page.keyboard.press("r")

    rest(page)
    assert times[0][0] in heard(page)


def test_a_way_that_is_asked_for_does_not_stand_on_the_map_before(lesson: Watched) -> None:
    words_of = lesson.page.locator(".jm-words")
    expect(words_of.first).to_be_visible()

    # The ministry's words, "more than a kilometre", are what step 10 asks for.
    expect(words_of.filter(has_text="1 km")).to_have_count(0)
    lesson.page.keyboard.press("Escape")
    expect(words_of.filter(has_text="1 km")).to_have_count(1)


def test_a_moment_plays_until_it_is_there_and_waits(lesson: Watched, handcar: Track) -> None:
    page, (moment, _) = lesson.page, steps_of(handcar)[3]
    go(page, 3)
    page.keyboard.press("r")
    page.keyboard.press("ArrowRight")

    play_on(page, 1)
    assert 0 < page.evaluate(MOMENT) < (moment.at or 0)
    play_on(page, 15)

    assert page.evaluate(MOMENT) == moment.at


def test_a_moment_that_is_called_is_shown_at_once(lesson: Watched, handcar: Track) -> None:
    go(lesson.page, 4)
    rest(lesson.page)

    assert lesson.page.evaluate(MOMENT) == steps_of(handcar)[3][0].at


def test_whoever_stops_a_moment_on_its_way_stops_it_there(lesson: Watched) -> None:
    page = lesson.page
    go(page, 3)
    page.keyboard.press("r")
    page.keyboard.press("ArrowRight")
    play_on(page, 1)

    do(page, "pause")
    there = page.evaluate(MOMENT)
    play_on(page, 5)

    assert 0 < page.evaluate(MOMENT) == there < 0.38


def test_steps_pressed_fast_end_at_the_right_view(lesson: Watched) -> None:
    page = lesson.page
    go(page, 9)
    for key in ("End", "Home", "PageDown", "Home"):
        page.keyboard.press(key)
        rest(page, 0.06)
    rest(page)

    seen = page.evaluate("L.journey.map.getBounds().contains([[39.03, 125.7], [43.1, 131.9]])")

    assert seen
    assert page.evaluate("L.journey.map.getZoom()") < 8


def test_leaving_gives_the_page_back_as_it_was(room: BrowserContext, file: Path) -> None:
    page = Watched(room, file.as_uri()).page
    html = "document.documentElement.getAttributeNames().map((n) => [n, "
    html += "document.documentElement.getAttribute(n)]).filter(([, value]) => value)"
    before = page.evaluate(html)
    present(page)
    go(page, 9)
    page.keyboard.press("l")
    assert page.evaluate(html) != before

    page.keyboard.press("Escape")

    expect(page.locator("h1").first).to_be_visible()
    expect(page.locator("#tools :focus")).to_be_visible()
    assert page.evaluate(html) == before
    until(page, "!history.state?.lesson")  # the stage goes back to where the lesson was begun
    rest(page)
    page.locator("#stage").focus()
    page.keyboard.press("1")
    expect(page.locator(".jm-segment").first).to_have_attribute("aria-pressed", "true")


def test_it_fills_the_screen_and_leaves_with_it(room: BrowserContext, file: Path) -> None:
    page = Watched(room, file.as_uri()).page
    unfold(page)
    act(page, "present").click()
    expect(page.locator("html:fullscreen")).to_have_count(1)

    page.evaluate("document.exitFullscreen()")

    expect(words(page)).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_on_any_kind_of_step(
    viewer: Viewer, file: Path, scheme: str
) -> None:
    page = Watched(in_room(viewer, color_scheme=scheme), file.as_uri()).page
    present(page)
    found = {}

    for number in (1, 2, 3, 4, 10, 14, 19):
        go(page, number)
        rest(page)
        found[f"{number}"] = Axe().run(page, options=AXE)
        page.keyboard.press("r")
        found[f"{number}, answered"] = Axe().run(page, options=AXE)
    go(page, 4)
    page.keyboard.press("c")
    expect(act(page, "shut")).to_be_visible()
    found["compared"] = Axe().run(page, options=AXE)
    page.set_viewport_size({"width": 390, "height": 844})
    found["compared on a phone"] = Axe().run(page, options=AXE)

    assert {n: one.generate_report() for n, one in found.items() if one.violations_count} == {}


@pytest.mark.parametrize(
    ("changes", "steps"),
    [
        ({"questions": [], "steps": [step("title"), step("closing")], "compare": []}, 2),
        ({"steps": [step("question", question="guess-distance")]}, 1),
        ({"steps": [step("moment", leg="b-c", at=0.5, notes={"en": "Say it."})]}, 1),
        ({"steps": [step("title"), *[step("approach", leg="a-b")] * 99]}, 100),
    ],
)
def test_odd_lessons_run_too(
    room: BrowserContext, tmp_path: Path, changes: Data, steps: int
) -> None:
    url = small(tmp_path, **changes)
    found = Watched(room, url)
    present(found.page)

    found.page.keyboard.press("End")
    at(found.page, steps)
    found.page.keyboard.press("ArrowRight")
    found.page.keyboard.press("ArrowRight")
    found.page.keyboard.press("c")
    at(found.page, steps)

    found.page.keyboard.press("Escape")
    expect(words(found.page)).to_have_count(0)
    assert found.quiet(url)


def test_a_lesson_without_steps_has_no_button_to_present(
    room: BrowserContext, tmp_path: Path
) -> None:
    url = small(tmp_path, steps=[])
    found = Watched(room, url)
    unfold(found.page)
    expect(act(found.page, "compare")).to_be_visible()

    found.page.keyboard.press("p")
    rest(found.page)

    expect(act(found.page, "present")).to_have_count(0)
    expect(words(found.page)).to_have_count(0)
    assert found.quiet(url)


def test_a_journey_without_teaching_is_as_it_was(room: BrowserContext, tmp_path: Path) -> None:
    path = tmp_path / "plain.html"
    path.write_bytes(story_page(Track.of(Journey.model_validate(told())), ENGLISH))
    found = Watched(room, path.as_uri())

    found.page.keyboard.press("p")
    found.page.keyboard.press("c")
    rest(found.page)

    expect(found.page.locator("[data-act], [data-step]")).to_have_count(0)
    assert b"cl-slide" not in path.read_bytes()
    assert found.quiet(path.as_uri())


@pytest.mark.parametrize("text", NASTY)
def test_hostile_text_stays_text(room: BrowserContext, tmp_path: Path, text: str) -> None:
    steps = [
        step("title"), step("approach", leg="a-b", notes={"en": "x"}),
        step("question", question="guess-distance"), step("closing"),
    ]  # fmt: skip
    evil = Track.of(Journey.model_validate(poisoned(told(teaching=taught(steps=steps)), text)))
    path = tmp_path / "evil.html"
    path.write_bytes(story_page(evil, ENGLISH))
    found = Watched(room, path.as_uri())
    present(found.page)
    notes = notes_of(room, found.page)

    for _ in range(5):
        expect(found.page.locator(".cl-sentence")).to_have_text(text)
        found.page.keyboard.press("ArrowRight")
    found.page.keyboard.press("c")
    expect(act(found.page, "shut")).to_be_visible()

    # Beside what is shown, the window has the scripts of the page, and none that it does not have.
    assert notes.evaluate("document.querySelectorAll('img, b, main script').length") == 0
    run = "[...document.scripts].filter(({type}) => !type).map(({textContent}) => textContent)"
    assert notes.evaluate(run) == found.page.evaluate(run)
    assert found.quiet(path.as_uri())


def test_the_handout_is_linked_only_where_there_is_one(
    room: BrowserContext, file: Path, server: Server
) -> None:
    def link(page: Page) -> Locator:
        unfold(page)
        expect(act(page, "present")).to_be_visible()
        return page.get_by_role("navigation").get_by_role("link", name=ENGLISH.say("class.handout"))

    expect(link(Watched(room, file.as_uri()).page)).to_have_count(0)
    room.set_offline(False)
    page = room.new_page()
    page.goto(f"{server.url}story/handcar-2021?lang=en")

    link(page).click()

    expect(page).to_have_url(f"{server.url}story/handcar-2021/sheet?lang=en")


def test_the_prints_are_offered_to_teachers_only_where_they_are(
    either: Watched, server: Server
) -> None:
    page = either.page
    served = page.url.startswith(server.url)
    unfold(page)
    expect(act(page, "present")).to_be_visible()

    links = page.locator(".teachers .prints a")
    seen = [link.is_visible() for link in links.all()]

    assert seen == [served] * len(PRINTS)
    if served:
        there = [f"{server.url}story/handcar-2021/{name}?lang=en" for name in PRINTS]
        assert links.evaluate_all("(all) => all.map(({href}) => href)") == there


def test_a_lesson_says_what_its_file_holds(room: BrowserContext, tmp_path: Path) -> None:
    steps = [
        step("title"), step("approach", leg="a-b", notes={"en": "Say it."}),
        step("question", question="guess-distance"), step("question", question="why"),
        step("closing"),
    ]  # fmt: skip
    page = Watched(room, small(tmp_path, steps=steps)).page
    said = [page.locator("nav:has([data-act=present])").inner_html()]
    present(page)
    notes = notes_of(room, page)
    for number in range(1, len(steps) + 1):
        go(page, number)
        at(notes, number)
        said += [words(page).inner_html(), notes.locator(".cl-notes-body").inner_html()]
        page.keyboard.press("r")
        said += [words(page).inner_html()] if steps[number - 1].get("question") else []
    said.append(page.locator("nav:has([data-act=leave])").inner_html())
    page.keyboard.press("c")
    expect(act(page, "shut")).to_be_visible()
    said.append(page.locator("section:has([data-act=shut])").inner_html())

    holds("presented", "en", lines("".join(said)))
