"""Every view of the product as data: where it is opened, and what is done to come to it.

The views of a door follow one another on one page, each from where the last one left it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from playwright.sync_api import Frame, Page

from journey.prints.prints import PRINTS
from journey.server.sharing import embed
from tests.browsing import NAMED

Deed: TypeAlias = Callable[[Page], object]

BROKEN = "broken"  # the journey with a fault that the sweep puts on the shelf
FOLDS = ".folds"  # the dashboard, once all of it is there
STEP = "section[data-step]"  # what is presented
# Unfolds all that is folded below that element, or folds it.
FOLD = """([css, open]) => document.querySelectorAll(`${css} details`).forEach((one) => {
  one.open = open;
})"""


def stage_of(page: Page) -> Frame:
    """Where the map is: the dashboard has it in a frame."""
    return next((frame for frame in page.frames if "folium" in frame.url), page.main_frame)


def newest(page: Page) -> Page:
    """The window that was opened last."""
    return page.context.pages[-1]


class View(NamedTuple):
    """What is looked at after these deeds, which is ``inside`` of the page."""

    name: str
    deeds: tuple[Deed, ...] = ()
    inside: Callable[[Page], Page | Frame] = newest


class Door(NamedTuple):
    """An address, what is there once it is open, and the views on it.

    ``main`` says that they are looked at with little room and in large letters, too.
    """

    name: str
    address: str
    drawn: str
    views: tuple[View, ...] = (View("opened"),)
    main: bool = False


def click(css: str, *, last: bool = False, may: bool = False) -> Deed:
    """Press the first of those that can be seen in the map's document, or the ``last``.

    One that ``may`` be there is not missed: a screen of another size may not have it.
    """

    def press(page: Page) -> None:
        found = stage_of(page).locator(f"{css}:visible")
        if found.count() or not may:
            (found.last if last else found.first).evaluate("e => e.click()")

    return press


def on_page(css: str) -> Deed:
    """Press what the page itself has first of those."""
    return lambda page: page.locator(css).first.evaluate("e => e.click()")


def key(*keys: str) -> Deed:
    """Press keys on the map."""

    def press(page: Page) -> None:
        for one in keys:
            stage_of(page).locator(".jm-stage").press(one)

    return press


def typed(keys: str) -> Deed:
    """Press keys on the page, as who presents does; ``\\n`` is Enter."""
    return lambda page: page.keyboard.type(keys)


def folded(css: str, *, is_open: bool) -> Deed:
    """Unfold all below that element, or fold it."""
    return lambda page: page.evaluate(FOLD, [css, is_open])


def controls(page: Page) -> None:
    """Show pacing and speed, which are quiet until they are wanted."""
    if not stage_of(page).locator(".jm-unfold").is_visible():
        click(".jm-controls")(page)


def arrives(page: Page) -> None:
    """Play the last hundredth in true time, until the end is told."""
    key("End")(page)
    stage_of(page).locator(".jm-true").press("ArrowLeft")
    click(".jm-play")(page)
    stage_of(page).locator(".jm-ending").wait_for()


def online(page: Page) -> object:
    """Ask for a map from elsewhere, which does not come where there is no network."""
    return stage_of(page).locator(".jm-online").select_option(index=1)


def scrolled(to: str) -> Deed:
    """Go on reading to the ``start`` or the ``end`` of the page."""
    return lambda page: page.evaluate(
        "to => document.body.scrollIntoView({block: to, behavior: 'instant'})", to
    )


def framed(page: Page) -> None:
    """Put the page into a frame of another one, as it is given away for that."""
    words = f"<!doctype html><html lang=en><title>A</title><main><h1>A</h1>{embed(page.url, 'B')}"
    page.set_content(words)
    page.frame_locator("iframe").locator(NAMED).wait_for(state="attached")


def typed_escape(page: Page) -> None:
    """Shut what is unfolded."""
    page.keyboard.press("Escape")


def stage(legs: int) -> tuple[View, ...]:
    """The views of the stage, of a journey with so many legs."""
    told = (
        View("opening"),
        *(View(f"leg {i}", (key(str(i)),)) for i in range(1, min(legs, 9) + 1)),
        View("card", (click(".jm-card .jm-more", may=True),)),
        View("near", (click(".jm-ladder button", last=True),)),
        View("moved", (key("Escape", "Escape", "+", "+"),)),
        View("controls", (key("0"), controls)),
        View("diagram", (click(".jm-unfold"),)),
        View("legend", (controls, click(".jm-unfold"), key("0"), click(".jm-legend summary"))),
        View("no tiles", (online,)),
        View("help", (click(".jm-legend summary"), key("?"))),
        View("true time", (key("Escape"), controls, click(".jm-pacings button", last=True))),
        View("end", (arrives,)),
        View("whole", (key("Escape", "0"),)),
    )
    return tuple(view._replace(inside=stage_of) for view in told)


TOLD = (
    View("unfolded", (folded("#text", is_open=True), scrolled("end"))),
    View("tools", (folded("#text", is_open=False), scrolled("start"), on_page("#tools > button"))),
    View("compared", (typed("c"),)),
    View("compared near", (click(".cl-pick[data-act=near]", last=True),)),
    View("home", (click("[data-act=home]"),)),
    View("home laid", (click("[data-act=pick]"), click(".cl-cross"))),
)


def slides(*numbers: int, questions: tuple[int, ...]) -> tuple[View, ...]:
    """The steps of those numbers, with questions answered, and what the presenter has besides."""
    shown = [View(f"step {n}", (typed(f"{n}\n"),)) for n in numbers]
    asked = [
        view
        for n in questions
        for view in (
            View(f"question {n}", (typed(f"{n}\n"),)),
            View(f"answer {n}", (typed("r"),)),
        )
    ]
    return (View("first"), *shown, *asked)


PRESENTED = (
    View("compared", (typed("4\nc"),)),
    View("larger", (typed("c"), on_page("[data-act=large]"))),
    View("no such step", (typed("99\n"),)),
    View("dark", (on_page("[data-act=black]"),)),
)


def notes(page: Page) -> None:
    """Open the window of the notes."""
    with page.expect_popup() as popup:
        page.keyboard.press("n")
    popup.value.locator("[data-step]").wait_for()


BELOW = (
    View("top"),
    View("summary", (folded(".st-key-top", is_open=True),)),
    View("sources", (on_page(".leg-by-leg > * button"),)),
    View("unfolded", (folded("", is_open=True),)),
    View("folded and chosen", (folded("", is_open=False), on_page(".leg [data-leg]"))),
    View("journeys", (on_page(".stSelectbox button"),)),
    View("menu", (typed_escape, on_page("[data-testid=stMainMenu] button"))),
)


def _of(name: str, legs: int, *, main: bool = False) -> tuple[Door, ...]:
    """The doors of a journey: its story page, its part of the dashboard, its prints."""
    told, board = (
        f"{{server}}story/{name}?lang={{lang}}",
        f"{{server}}?journey={name}&lang={{lang}}",
    )
    return (
        Door(f"story/{name}", told, NAMED, (*stage(legs), *TOLD), main),
        Door(f"page/{name}", board, FOLDS, BELOW, main),
        Door(f"board/{name}", board, FOLDS, stage(legs), main),
        *(
            Door(f"{one}/{name}", f"{{server}}story/{name}/{one}?lang={{lang}}", "main", main=main)
            for one in PRINTS
        ),
    )


def _lesson(name: str, steps: tuple[View, ...]) -> tuple[Door, ...]:
    """The doors to what a class sees of a journey."""
    told = f"{{server}}story/{name}?lang={{lang}}"
    return (
        Door(f"pupils/{name}", f"{told}#pupil=1", NAMED),
        Door(f"presented/{name}", f"{told}#step=1", STEP, steps),
        Door(f"notes/{name}", f"{told}#step=3", STEP, (View("question", (notes,)),)),
        Door(f"framed/{name}", told, NAMED, (View("frame", (framed,)),)),
    )


JOURNEYS = HANDCAR, TRAIN, WORLD = "handcar-2021", "armoured-train-2019", "nellie-bly-1889"
DOORS = (
    *_of(HANDCAR, 4, main=True),
    *_lesson(HANDCAR, (*slides(2, 4, 9, 19, questions=(3, 7, 10, 14, 17)), *PRESENTED)),
    *_of(TRAIN, 6),
    *_lesson(TRAIN, slides(2, 4, 12, questions=(5, 10))),
    *_of(WORLD, 9),
    *_lesson(WORLD, slides(2, 5, 15, questions=(3, 9, 10, 12))),
    Door("list", "{server}stories?lang={lang}", "main", main=True),
    Door("list/none", "{server}story/none?lang={lang}", "main"),
    Door("entrance", "{server}?journey=&lang={lang}", ".entrance", main=True),
    Door("entrance/none", "{server}?journey=none&lang={lang}", ".entrance"),
    Door("faults", f"{{server}}?journey={BROKEN}&lang={{lang}}", "[role=alert]", main=True),
    Door("files", "{files}/index.{lang}.html", "main", main=True),
    Door("map", "{files}/map.{lang}.html", NAMED),
)
