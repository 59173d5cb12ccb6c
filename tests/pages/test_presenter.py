"""Presenting the shipped journey and odd ones in a real Chromium, from disk and server."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from journey import Journey, Track
from journey.pages.story import page as story_page
from journey.words.wording import Wording
from tests.browsing import play_on, rest
from tests.conftest import Data, Viewer, amount, guessed, leg, taught, told, track
from tests.pages.test_cards import poisoned
from tests.pages.test_story import NASTY
from tests.pages.test_story_browser import Watched, drawn, watching
from tests.serving import Server

pytestmark = pytest.mark.browser

ROOM, HALL = (1024, 768), (1920, 1080)
ENGLISH = Wording("en")
AXE = {"resultTypes": ["violations"]}


# Points of the step's legs that are out of view, whether the words stand off the map, and how high
# their letters are, as a part of the screen.
COVERED = """() => {
  const {map} = L.journey;
  const [box, strip, slide] = ['#stage', '.jm-strip', '.cl-slide']
    .map((name) => document.querySelector(name).getBoundingClientRect());
  const [told, taught] = ['told', 'taught']
    .map((id) => JSON.parse(document.getElementById(id).textContent));
  const number = parseInt(document.querySelector('.cl-where').textContent.slice(5));
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


@pytest.fixture
def context(viewer: Viewer) -> BrowserContext:
    return in_room(viewer)


def in_room(viewer: Viewer, **options: Any) -> BrowserContext:
    """A context on a screen as in a classroom."""
    return watching(viewer(viewport={"width": ROOM[0], "height": ROOM[1]}, **options))


@pytest.fixture
def lesson(context: BrowserContext, file: Path) -> Watched:
    """The shipped journey from a disk, without a network, being presented."""
    found = Watched(context, file.as_uri())
    present(found.page)
    return found


def present(page: Page) -> None:
    page.keyboard.press("p")
    expect(page.locator(".cl-slide")).to_be_visible()


def at(page: Page, number: int) -> None:
    expect(page.locator(".cl-where")).to_contain_text(f"Step {number} of ")


def go(page: Page, number: int) -> None:
    for digit in str(number):
        page.keyboard.press(digit)
    page.keyboard.press("Enter")
    at(page, number)


def small(tmp_path: Path, **changes: Any) -> str:
    """The address of the page of a small journey with that teaching."""
    legs = [
        leg("a", "b", duration=amount(2, "h"), distance=amount(120, "km")),
        leg("b", "c"),
    ]
    path = tmp_path / "small.html"
    path.write_bytes(story_page(track(legs=legs, teaching=taught(**changes)), ENGLISH))
    return path.as_uri()


def step(kind: str, **more: Any) -> Data:
    return {"kind": kind, "minutes": 1, "text": {"en": f"A {kind}."}, **more}


def from_disk(context: BrowserContext, file: Path, server: Server) -> Watched:
    return Watched(context, file.as_uri())


def from_server(context: BrowserContext, file: Path, server: Server) -> Watched:
    page = context.new_page()
    page.goto(f"{server.url}story/handcar-2021?lang=en")
    drawn(page)
    found = Watched.__new__(Watched)
    found.page, found.asked, found.errors = page, [], []
    page.on("request", lambda request: found.asked.append(request.url))
    page.on("console", lambda m: found.errors.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: found.errors.append(str(error)))
    context.set_offline(True)
    return found


@pytest.mark.parametrize("opened", [from_disk, from_server])
def test_a_lesson_runs_from_start_to_end_by_one_key_in_two_windows(
    context: BrowserContext,
    file: Path,
    server: Server,
    handcar: Track,
    opened: Callable[..., Watched],
) -> None:
    found = opened(context, file, server)
    teaching = handcar.journey.teaching
    assert teaching
    page, steps = found.page, teaching.steps
    present(page)
    with context.expect_page() as popup:
        page.keyboard.press("n")
    notes = popup.value

    for number, planned in enumerate(steps, 1):
        at(page, number)
        expect(page.locator(".cl-sentence")).to_have_text(ENGLISH.pick(planned.text))
        expect(notes.locator("strong").first).to_have_text(f"Step {number} of {len(steps)}")
        if planned.notes:
            expect(notes.locator("body")).to_contain_text(ENGLISH.pick(planned.notes))
        if planned.question:
            expect(page.locator(".cl-strong").get_by_text("Show the answer")).to_be_visible()
            page.keyboard.press("PageDown")
            expect(page.locator(".cl-slide")).to_contain_text(
                ENGLISH.pick(teaching.question(planned.question).answer)
            )
            at(page, number)
        page.keyboard.press("PageDown")

    at(page, len(steps))
    expect(page.locator(".cl-sources")).to_contain_text("The Moscow Times")
    assert (found.asked if opened is from_server else []) == []
    assert found.errors == []
    assert page.evaluate("forbidden") == []
    page.keyboard.press("Escape")
    expect(page.locator(".cl-slide")).to_have_count(0)
    assert notes.is_closed()


@pytest.mark.parametrize("focus", [".cl-slider", ".cl-field", ".cl-add", "#stage", ".jm-segment"])
def test_keys_lead_on_and_back_wherever_the_focus_is(lesson: Watched, focus: str) -> None:
    page = lesson.page
    # Each on a question of its own, for the first press shows the answer.
    for key, number in {"ArrowRight": 3, "ArrowDown": 5, "PageDown": 10, " ": 12}.items():
        go(page, number)

        page.locator(focus).first.focus()
        page.keyboard.press(key)
        expect(page.locator(".cl-said")).to_be_visible()
        at(page, number)
        page.keyboard.press(key)

        at(page, number + 1)
        page.locator(".jm-segment").first.focus()
        page.keyboard.press("PageUp")
        at(page, number)


@pytest.mark.parametrize("key", ["ArrowLeft", "ArrowUp", "PageUp", "Backspace"])
def test_keys_lead_back(lesson: Watched, key: str) -> None:
    go(lesson.page, 4)

    lesson.page.keyboard.press(key)

    at(lesson.page, 3)


def test_home_end_and_enter_do_as_they_say(lesson: Watched) -> None:
    page = lesson.page

    page.keyboard.press("Enter")
    at(page, 2)
    page.keyboard.press("End")
    at(page, 18)
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

    page.get_by_role("button", name="Show the answer").click()

    expect(time).to_be_visible()


def test_a_moment_plays_until_it_is_there_and_waits(lesson: Watched) -> None:
    page = lesson.page
    go(page, 3)
    page.keyboard.press("r")
    page.keyboard.press("ArrowRight")

    play_on(page, 15)

    assert page.evaluate("L.journey.map.journey.moment().part") == 0.38


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


def test_nonsense_is_told_and_loses_nothing(lesson: Watched) -> None:
    page = lesson.page
    go(page, 3)
    field = page.locator(".cl-field")
    field.fill("30")
    field.press("Enter")
    expect(page.locator(".cl-guess")).to_contain_text("Guesses: 1")

    for text in ("many", "", "<img src=x onerror=alert(1)>", "-3", "99999"):
        field.fill(text)
        page.get_by_role("button", name="Add this guess").click()
        said = "too far off the scale" if text in ("-3", "99999") else "is no number"
        expect(page.locator(".cl-message")).to_contain_text(said)
        expect(page.locator(".cl-message")).to_contain_text("guesses so far")

    expect(page.locator(".cl-guess")).to_contain_text("Guesses: 1")
    expect(page.locator(".cl-mark")).to_have_count(1)
    at(page, 3)


def test_guesses_come_by_slider_by_number_and_by_hands_and_stay(lesson: Watched) -> None:
    page = lesson.page
    go(page, 3)
    page.locator(".cl-slider").fill("20")
    page.get_by_role("button", name="Add this guess").click()
    page.get_by_role("button", name="One hand for 30 hrs to 45 hrs").click(click_count=2)
    page.locator(".cl-slider").focus()
    page.keyboard.press("+")
    expect(page.locator(".cl-field")).to_have_value("21")

    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowRight")

    expect(page.locator(".cl-guess")).to_contain_text("Guesses: 3")
    expect(page.locator(".cl-mark")).to_have_count(1)
    expect(page.locator(".cl-column")).to_have_count(1)


def test_the_answer_has_its_basis_and_a_range_is_a_range(lesson: Watched) -> None:
    page = lesson.page
    for number, said, word in (
        (3, "32 hrs", "reported"), (5, "25 km/h", "derived"), (10, "more than 1,000 m", "reported"),
        (12, "more than 1 km/h", "assumed"), (16, "4–5 hrs", "assumed"),
    ):  # fmt: skip
        go(page, number)
        page.keyboard.press("r")

        fact = page.locator(".cl-said")
        expect(fact.locator("strong")).to_have_text(said)
        expect(fact.locator(f".jm-mark-{word}")).to_be_visible()
        expect(fact).to_contain_text(word)
        drawn_as = page.locator(".cl-answer")
        expect(drawn_as).to_have_count(1)
        arms = str(drawn_as.get_attribute("d")).count("M")
        assert arms == {"more than 1,000 m": 3, "more than 1 km/h": 3, "4–5 hrs": 3}.get(said, 1)


@pytest.mark.parametrize(
    ("of", "unit", "on_map"),
    [("duration", "h", 0), ("distance", "km", 2), ("speed", "km/h", 0), ("direction", "deg", 2)],
)
def test_each_kind_of_guess_is_drawn_beside_its_answer(
    context: BrowserContext, tmp_path: Path, of: str, unit: str, on_map: int
) -> None:
    question = guessed(of, unit, leg="a-b", high=360 if of == "direction" else 100)
    url = small(
        tmp_path, questions=[question],
        steps=[step("question", question=f"guess-{of}", leg="a-b")],
    )  # fmt: skip
    found = Watched(context, url)
    present(found.page)
    found.page.locator(".cl-field").fill("45")
    found.page.locator(".cl-field").press("Enter")

    found.page.keyboard.press("ArrowRight")

    expect(found.page.locator(".cl-mark, .cl-ray")).to_have_count(1)
    expect(found.page.locator(".cl-answer")).to_have_count(1)
    expect(found.page.locator(".cl-onmap")).to_have_count(on_map)
    found.page.keyboard.press("ArrowRight")
    assert found.quiet(url)


def test_what_nobody_knows_is_said_to_be_so(context: BrowserContext, tmp_path: Path) -> None:
    question = guessed("duration", "h", leg="b-c")
    url = small(tmp_path, questions=[question], steps=[step("question", question="guess-duration")])
    found = Watched(context, url)
    present(found.page)

    found.page.keyboard.press("ArrowRight")

    expect(found.page.locator(".cl-said")).to_have_text("Nobody knows.")
    assert found.quiet(url)


def notes_of(context: BrowserContext, page: Page) -> Page:
    with context.expect_page() as popup:
        page.keyboard.press("n")
    popup.value.locator(".cl-teacher").wait_for()
    return popup.value


def test_either_window_steers_both(context: BrowserContext, lesson: Watched) -> None:
    page = lesson.page
    go(page, 2)
    notes = notes_of(context, page)
    expect(notes.locator("body")).to_contain_text("Passenger trains to Russia had stopped")
    expect(notes.locator("body")).to_contain_text("Your guess: how long by train?")

    notes.keyboard.press("PageDown")
    at(page, 3)
    expect(notes.locator(".cl-said")).to_contain_text("32 hrs")
    notes.get_by_role("button", name="Back").click()
    at(page, 2)
    notes.get_by_role("button", name="Black").click()

    expect(page.locator(".cl-black")).to_be_visible()
    page.clock.run_for(61_000)
    expect(notes.locator(".cl-time")).to_have_text(re.compile(r"^[1-9]\d*:\d\d "))
    found = Axe().run(notes)
    assert found.violations_count == 0, found.generate_report()
    assert (
        notes.evaluate("getComputedStyle(document.querySelector('.cl-teacher')).maxWidth")
        == "960px"
    )
    assert (lesson.errors, page.evaluate("forbidden")) == ([], [])


def test_closing_the_notes_harms_nothing_and_they_open_again(
    context: BrowserContext, lesson: Watched
) -> None:
    notes_of(context, lesson.page).close()
    lesson.page.keyboard.press("ArrowRight")
    at(lesson.page, 2)
    rest(lesson.page)

    again = notes_of(context, lesson.page)

    expect(again.locator("strong").first).to_have_text("Step 2 of 18")
    assert lesson.errors == []


def test_notes_that_are_loaded_anew_close_and_can_be_opened_again(
    context: BrowserContext, lesson: Watched
) -> None:
    notes = notes_of(context, lesson.page)

    with notes.expect_event("close"):
        notes.evaluate("setTimeout(() => location.reload(), 0)")

    notes_of(context, lesson.page)
    assert lesson.errors == []


@pytest.mark.parametrize("end", ["reload", "close"])
def test_the_notes_go_with_the_page_that_opened_them(
    context: BrowserContext, lesson: Watched, end: str
) -> None:
    notes = notes_of(context, lesson.page)
    with notes.expect_event("close"):
        getattr(lesson.page, end)()

    assert notes.is_closed()
    if end == "reload":
        drawn(lesson.page)
        present(lesson.page)
        notes_of(context, lesson.page)
    assert lesson.errors == []


@pytest.mark.parametrize("open_", ["() => null", "() => { throw new Error('no'); }"])
def test_where_no_window_opens_the_notes_stand_in_a_panel_that_says_so(
    context: BrowserContext, file: Path, open_: str
) -> None:
    context.add_init_script(f"window.open = {open_}")
    found = Watched(context, file.as_uri())
    present(found.page)

    found.page.keyboard.press("n")

    panel = found.page.locator(".cl-panel")
    expect(panel).to_contain_text("let no second window open")
    found.page.keyboard.press("ArrowRight")
    expect(panel).to_contain_text("Passenger trains to Russia had stopped")
    found.page.keyboard.press("n")
    expect(panel).to_have_count(0)
    assert found.quiet(file.as_uri())


def test_a_companion_runs_on_the_same_clock_and_has_its_line(lesson: Watched) -> None:
    page = lesson.page
    go(page, 9)
    page.keyboard.press("c")
    page.get_by_role("button", name="On foot").click()
    expect(page.locator(".cl-told")).to_have_text("On foot: 0 km of 1 km")

    # Half of half an hour at 5 km/h are 1.25 km, more than the kilometre of the way.
    page.evaluate("L.journey.map.journey.seek('handcar', 0.2)")

    expect(page.locator(".cl-told")).to_have_text("On foot: 0.5 km of 1 km")
    expect(page.locator(".cl-ghost-dot")).to_be_visible()
    expect(page.locator(".jm-beside path")).to_have_count(1)
    expect(page.locator(".cl-compare")).to_contain_text("The time is not known.")
    page.keyboard.press("c")
    expect(page.locator(".cl-ghost, .jm-beside path, .cl-compare")).to_have_count(0)
    assert lesson.errors == []


def test_it_compares_without_presenting_too(context: BrowserContext, file: Path) -> None:
    found = Watched(context, file.as_uri())
    found.page.get_by_role("button", name="Compare").click()
    found.page.get_by_role("button", name="By bicycle").click()

    found.page.evaluate("L.journey.map.journey.seek('train', 0.5)")

    expect(found.page.locator(".cl-told")).to_have_text("By bicycle: 240 km of 1,115.9 km")
    found.page.get_by_role("button", name="Close").last.click()
    assert found.quiet(file.as_uri())


def test_leaving_gives_the_page_back_as_it_was(lesson: Watched) -> None:
    page = lesson.page
    go(page, 9)
    page.keyboard.press("l")
    page.keyboard.press("Escape")

    expect(page.locator("h1").first).to_be_visible()
    expect(page.get_by_role("button", name="Present")).to_be_focused()
    assert page.evaluate("document.documentElement.className") == ""
    page.locator("#stage").focus()
    page.keyboard.press("1")
    expect(page.locator(".jm-card h2")).to_have_text("By train up the east coast")


def test_it_fills_the_screen_and_leaves_with_it(context: BrowserContext, file: Path) -> None:
    page = Watched(context, file.as_uri()).page
    page.get_by_role("button", name="Present").click()
    expect(page.locator("html:fullscreen")).to_have_count(1)

    page.evaluate("document.exitFullscreen()")

    expect(page.locator(".cl-slide")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_on_any_kind_of_step(
    viewer: Viewer, file: Path, scheme: str
) -> None:
    page = Watched(in_room(viewer, color_scheme=scheme), file.as_uri()).page
    present(page)
    found = {}

    for number in (1, 2, 3, 4, 10, 13, 18):
        go(page, number)
        rest(page)
        found[f"{number}"] = Axe().run(page, options=AXE)
        page.keyboard.press("r")
        found[f"{number}, answered"] = Axe().run(page, options=AXE)
    go(page, 4)
    page.keyboard.press("c")
    page.get_by_role("button", name="On foot").click()
    found["compared"] = Axe().run(page, options=AXE)

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
    context: BrowserContext, tmp_path: Path, changes: Data, steps: int
) -> None:
    url = small(tmp_path, **changes)
    found = Watched(context, url)
    present(found.page)

    found.page.keyboard.press("End")
    at(found.page, steps)
    found.page.keyboard.press("ArrowRight")
    found.page.keyboard.press("ArrowRight")
    found.page.keyboard.press("c")
    at(found.page, steps)

    found.page.keyboard.press("Escape")
    assert found.quiet(url)


def test_a_lesson_without_steps_has_no_button_to_present(
    context: BrowserContext, tmp_path: Path
) -> None:
    url = small(tmp_path, steps=[])
    found = Watched(context, url)

    found.page.keyboard.press("p")

    expect(found.page.get_by_role("button", name="Present")).to_have_count(0)
    assert found.quiet(url)


def test_a_journey_without_teaching_is_as_it_was(context: BrowserContext, tmp_path: Path) -> None:
    path = tmp_path / "plain.html"
    path.write_bytes(story_page(Track.of(Journey.model_validate(told())), ENGLISH))
    found = Watched(context, path.as_uri())

    found.page.keyboard.press("p")
    found.page.keyboard.press("c")

    expect(found.page.locator(".cl-tools, .cl-slide, .cl-compare")).to_have_count(0)
    assert b"cl-slide" not in path.read_bytes()
    assert found.quiet(path.as_uri())


@pytest.mark.parametrize("text", NASTY)
def test_hostile_text_stays_text(context: BrowserContext, tmp_path: Path, text: str) -> None:
    steps = [
        step("title"), step("approach", leg="a-b", notes={"en": "x"}),
        step("question", question="guess-distance"), step("closing"),
    ]  # fmt: skip
    evil = Track.of(Journey.model_validate(poisoned(told(teaching=taught(steps=steps)), text)))
    path = tmp_path / "evil.html"
    path.write_bytes(story_page(evil, ENGLISH))
    found = Watched(context, path.as_uri())
    present(found.page)
    notes = notes_of(context, found.page)

    for _ in range(5):
        expect(found.page.locator(".cl-sentence")).to_have_text(text)
        found.page.keyboard.press("ArrowRight")
    found.page.keyboard.press("c")

    assert notes.evaluate("document.querySelectorAll('img, script, b').length") == 0
    assert found.quiet(path.as_uri())


def test_the_handout_is_linked_only_where_there_is_one(
    context: BrowserContext, file: Path, server: Server
) -> None:
    expect(Watched(context, file.as_uri()).page.get_by_role("link", name="Handout")).to_have_count(
        0
    )
    context.set_offline(False)
    page = context.new_page()
    page.goto(f"{server.url}story/handcar-2021?lang=en")

    page.locator(".cl-tools").get_by_role("link", name="Handout").click()

    expect(page).to_have_url(f"{server.url}story/handcar-2021/handout?lang=en")
    expect(page.get_by_text("Key to the questions").first).to_be_visible()
