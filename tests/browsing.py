"""The stage as the browser tests find it in the dashboard."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain, combinations
from pathlib import Path
from time import monotonic
from typing import Any

from playwright.sync_api import (
    Browser,
    BrowserContext,
    CDPSession,
    Frame,
    FrameLocator,
    Page,
    expect,
)

from journey.stage.bundle import STATIC, closure
from journey.words.wording import Wording

ENGLISH = Wording("en")

PATIENCE = 120_000  # milliseconds; a busy machine is no fault
expect.set_options(timeout=PATIENCE)
DRAWN = "[data-drawn]"  # on the map once base map, route and the journey's words are on screen
NAMED = "[data-named]"  # once the names of the base map have their places, too
# What is pressed and is met in fewer pixels each way than it is called with: its size and words.
TARGETS = Path(__file__).with_name("targets.js").read_text("utf-8")
DESK, TABLET, PHONE = (1440, 900), (1024, 768), (390, 844)


def scripted(browser: Browser, *scripts: Path, leaflet: str = "{journey: {}}") -> Page:
    """A page with nothing but those scripts, on what they take for Leaflet."""
    page = browser.new_page()
    page.evaluate(f"window.L = {leaflet}")
    for script in scripts:
        page.add_script_tag(content=script.read_text("utf-8"))
    return page


def of_stage(*names: str) -> list[Path]:
    """The stage's own scripts of those names, each after all that it needs."""
    paths = [next(STATIC.rglob(f"{name}.js")).relative_to(STATIC) for name in names]
    wanted = (closure(path.with_suffix("").as_posix(), STATIC) for path in paths)
    return list(dict.fromkeys(chain.from_iterable(wanted)))


def stage(page: Page) -> FrameLocator:
    """The frame that holds the map."""
    return page.frame_locator("iframe[src*=folium]")


def open_stage(page: Page, url: str) -> FrameLocator:
    """Go there and wait until base map, route and all names are on screen."""
    page.goto(url)
    frame = stage(page)
    frame.locator(NAMED).wait_for(state="attached")
    return frame


def inside(page: Page) -> Frame:
    """The same frame, for scripts."""
    return next(frame for frame in page.frames if "folium" in frame.url)


def clocked(context: BrowserContext, address: str) -> Page:
    """A new page of the context, there and with all names, whose clock a test puts forward."""
    context.set_default_timeout(PATIENCE)
    context.clock.install()
    page = context.new_page()
    page.goto(address)
    page.locator(NAMED).wait_for(state="attached")
    return page


def across(page: Page, kind: str) -> list[tuple[float, float]]:
    """From where to where the elements of that class reach, as shares of the timeline's bar."""
    found: list[list[float]] = page.evaluate(
        """(kind) => {
            const whole = document.querySelector('.jm-true').getBoundingClientRect();
            return [...document.querySelectorAll(kind)].map((one) => {
                const { left, right } = one.getBoundingClientRect();
                return [(left - whole.left) / whole.width, (right - whole.left) / whole.width];
            });
        }""",
        kind,
    )
    return [(left, right) for left, right in found]


def controls(frame: FrameLocator | Page) -> None:
    """Show pacing, speed and what unfolds the diagram, which are quiet until they are wanted."""
    if not frame.get_by_role("button", name=ENGLISH.say("strip.diagram")).is_visible():
        frame.get_by_role("button", name=ENGLISH.say("play.controls")).click()


def until(page: Page | Frame, holds: str | Callable[[Any], bool], arg: Any = None) -> None:
    """Wait until that holds of ``arg``, an expression or a function in the page, or one here.

    A story page's policy lets nothing inside it read code from text, as
    Playwright's own waiting does once it has to ask again.
    """
    end = monotonic() + PATIENCE / 1000
    while not (holds(arg) if callable(holds) else page.evaluate(holds, arg)):
        assert monotonic() < end, holds
        page.wait_for_timeout(50)


def rest(page: Page, seconds: float = 4) -> None:
    """Let the page do what is due in so many seconds of its own clock, frame by frame."""
    page.clock.run_for(round(seconds * 1000))


def rested(page: Page) -> None:
    """Wait until the map has come to rest and its words, a frame later, have their places."""
    page.evaluate("new Promise((done) => setTimeout(() => requestAnimationFrame(done), 500))")


def play_on(page: Page, seconds: float) -> None:
    """Put the page's clock forward so many seconds, in frames as long as the player takes."""
    for _ in range(round(seconds * 10)):
        page.clock.fast_forward(100)


def play_out(page: Page, frame: FrameLocator | Page) -> None:
    """Put the page's clock forward until what plays has ended."""
    frame.get_by_role("button", name=ENGLISH.say("play.pause")).wait_for()
    for _ in range(100):
        if frame.get_by_role("button", name=ENGLISH.say("play.play"), exact=True).count():
            return
        play_on(page, 1)
    raise AssertionError("it plays without an end")


def in_sight(page: Page, **kinds: str) -> dict[str, list[Any]]:
    """What is to be seen of each kind, a selector: its ``text``, and x, y, w and h in pixels."""
    found: dict[str, list[Any]] = page.evaluate(
        """(kinds) => Object.fromEntries(Object.entries(kinds).map(([kind, css]) => [
            kind,
            [...document.querySelectorAll(css)]
                .filter((one) => one.checkVisibility({ visibilityProperty: true }))
                .map((one) => {
                    const { x, y, width: w, height: h } = one.getBoundingClientRect();
                    const text = one.innerText?.replace(/\\s+/g, " ").toUpperCase();
                    return { text, x, y, w, h };
                }),
        ]))""",
        kinds,
    )
    return found


def touching(boxes: list[tuple[str, dict[str, float]]], slack: float = 0) -> list[tuple[str, str]]:
    """Which of those boxes cover each other by more than ``slack``, in pixels."""
    return [
        (name, other)
        for (name, a), (other, b) in combinations(boxes, 2)
        if min(a["right"], b["right"]) - max(a["left"], b["left"]) > slack
        and min(a["bottom"], b["bottom"]) - max(a["top"], b["top"]) > slack
    ]


def idle(page: Page) -> None:
    """Wait until the server runs nothing for this page."""
    app = page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-script-state", "notRunning")


def count_messages(page: Page, way: str = "Sent") -> list[Any]:
    """A list that every message from the page to the server is added to from now on.

    Where ``way`` is "Received", those from the server to the page.
    """
    passed: list[Any] = []
    session: CDPSession = page.context.new_cdp_session(page)
    session.on(f"Network.webSocketFrame{way}", lambda event: passed.append(event))
    session.send("Network.enable")
    return passed
