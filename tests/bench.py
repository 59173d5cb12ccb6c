"""Measures the dashboard beside a bare page with one map, in one run: ``make bench``.

Times are medians over pairs of runs, one of each in turn, so that the ratio
holds when the machine's speed drifts.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from tests.browsing import DRAWN
from tests.chromium import ARGUMENTS, installed
from tests.serving import PROJECT, Server, serve

PAIRS = 9
SESSIONS = 12
RERUNS, PAUSE = 25, 250  # reruns of one measurement, and ms from one to the next


def frame_drawn(page: Page) -> None:
    """Wait until base map and route are on screen."""
    page.frame_locator("iframe[title*=folium]").locator(DRAWN).wait_for(state="attached")


def opened(browser: Browser, server: Server) -> Page:
    """A page of a new viewer, drawn."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.goto(server.url, wait_until="commit")
    frame_drawn(page)
    return page


def draw_time(browser: Browser, server: Server) -> float:
    """From navigation to the route being drawn, in ms."""
    start = time.perf_counter()
    page = opened(browser, server)
    taken = time.perf_counter() - start
    page.context.close()
    return taken * 1_000


def rerun_time(browser: Browser, server: Server) -> float:
    """What a rerun costs the server, in ms of its processor time: the mean of some.

    Processor time leaves out what the network waits for, which on one machine
    is mostly the pause until a small packet is acknowledged.
    """
    page = opened(browser, server)
    page.wait_for_timeout(1_500)
    before = server.busy()
    for _ in range(RERUNS):
        page.keyboard.press("r")
        page.wait_for_timeout(PAUSE)
    taken = server.busy() - before
    page.context.close()
    return taken / RERUNS * 1_000


def bytes_sent(browser: Browser, server: Server) -> float:
    """What a first visit fetches, over HTTP and WebSocket, in KB."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    sizes: list[float] = []
    session = context.new_cdp_session(page)
    _count(session, sizes)
    page.goto(server.url)
    frame_drawn(page)
    page.wait_for_timeout(1_000)
    context.close()
    return sum(sizes) / 1_024


def _count(session: CDPSession, sizes: list[float]) -> None:
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    session.on(
        "Network.webSocketFrameReceived",
        lambda event: sizes.append(len(event["response"]["payloadData"]) * 3 / 4),
    )
    session.send("Network.enable")


def session_memory(browser: Browser, server: Server) -> float:
    """What the server grows by for each viewer, in MB."""
    before = server.memory()
    pages = [opened(browser, server) for _ in range(SESSIONS)]
    grown = server.memory() - before
    for page in pages:
        page.context.close()
    return grown / SESSIONS


def pairs(
    measure: Callable[[Browser, Server], float],
    browser: Browser,
    ours: Server,
    bare: Server,
    count: int,
) -> tuple[float, float, float]:
    """The medians of ours and of the bare page, and of their ratio pair by pair."""
    taken = [(measure(browser, ours), measure(browser, bare)) for _ in range(count)]
    own, other = zip(*taken, strict=True)
    return median(own), median(other), median(a / b for a, b in taken if b)


def show(title: str, figures: tuple[float, float, float], unit: str, limit: str) -> None:
    """Print one measurement as a row."""
    own, other, ratio = figures
    print(f"{title:<34}{own:>10.1f}{other:>10.1f} {unit:<3}{ratio:>8.2f}   {limit}", flush=True)


def main() -> None:
    """Run every measurement and print it."""
    with (
        serve() as ours,
        serve(PROJECT / "tests" / "bare" / "app.py") as bare,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=installed(), args=ARGUMENTS)
        print(f"{'':<34}{'dashboard':>10}{'bare':>10}    {'ratio':>8}   limit")
        show("first visit fetches", pairs(bytes_sent, browser, ours, bare, 1), "KB", "")
        show("memory a session adds", pairs(session_memory, browser, ours, bare, 1), "MB", "")
        show(
            "navigation to route drawn", pairs(draw_time, browser, ours, bare, PAIRS), "ms", "1.25"
        )
        show("rerun on the server", pairs(rerun_time, browser, ours, bare, 3), "ms", "1.5")
        browser.close()


if __name__ == "__main__":
    main()
