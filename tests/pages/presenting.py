"""How tests present a journey: by keys, and by the names of what can be done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Locator, Page, expect

from journey.model.question import Question
from journey.model.teaching import Step
from journey.pages.story import page as story_page
from journey.track.track import Track
from journey.words.wording import Wording
from tests.conftest import Data, Viewer, amount, leg, taught, track
from tests.pages.test_story_browser import Watched, drawn, watching
from tests.serving import Server

ROOM, HALL = (1024, 768), (1920, 1080)
ENGLISH = Wording("en")


def in_room(viewer: Viewer, **options: Any) -> BrowserContext:
    """A context on a screen as in a classroom."""
    return watching(viewer(viewport={"width": ROOM[0], "height": ROOM[1]}, **options))


# Opens the page of the shipped journey in a context: from its file, or from a server.
Opener = Callable[[BrowserContext, Path, Server], Watched]


def from_disk(context: BrowserContext, file: Path, server: Server) -> Watched:
    return Watched(context, file.as_uri())


def from_server(context: BrowserContext, file: Path, server: Server) -> Watched:
    """What it asks for is counted from when it is drawn; then it has no network."""
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


def words(page: Page) -> Locator:
    """What stands beside the map while it presents."""
    return page.locator("section[data-step]")


def act(page: Page, name: str) -> Locator:
    """The buttons that do what has that name."""
    return page.locator(f"[data-act={name}]")


def do(page: Page, name: str, *more: Any) -> None:
    """Do to the stage what has that name, as its own buttons do."""
    page.evaluate(
        "([name, more]) => L.journey.map.journey.stage.act(L.journey.actions[name], ...more)",
        [name, list(more)],
    )


def unfold(page: Page) -> None:
    """Show what the page offers besides the story."""
    page.locator("#tools > button:visible").first.click()


def present(page: Page) -> None:
    page.keyboard.press("p")
    expect(words(page)).to_be_visible()


def at(page: Page, number: int) -> None:
    expect(page.locator("[data-step]")).to_have_attribute("data-step", str(number))


def go(page: Page, number: int) -> None:
    for digit in str(number):
        page.keyboard.press(digit)
    page.keyboard.press("Enter")
    at(page, number)


def guess(page: Page, number: float) -> None:
    """Tell a number for what is asked."""
    page.locator(".cl-field").fill(str(number))
    act(page, "add").click()


def notes_of(context: BrowserContext, page: Page) -> Page:
    """The window of the notes, which it opens."""
    with context.expect_page() as popup:
        page.keyboard.press("n")
    popup.value.locator("[data-step]").wait_for()
    return popup.value


def step(kind: str, **more: Any) -> Data:
    return {"kind": kind, "minutes": 1, "text": {"en": f"A {kind}."}, **more}


def small(tmp_path: Path, **changes: Any) -> str:
    """The address of the page of a small journey with that teaching."""
    legs = [
        leg("a", "b", duration=amount(2, "h"), distance=amount(120, "km")),
        leg("b", "c"),
    ]
    path = tmp_path / "small.html"
    path.write_bytes(story_page(track(legs=legs, teaching=taught(**changes)), ENGLISH))
    return path.as_uri()


def steps_of(of: Track) -> list[tuple[Step, Question | None]]:
    """The steps of a journey's lesson, each with its question."""
    teaching = of.journey.teaching
    assert teaching
    return [
        (one, teaching.question(one.question) if one.question else None) for one in teaching.steps
    ]
