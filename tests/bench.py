"""Measures the dashboard beside a bare page with one map, in one run: ``make bench``.

Times are medians over pairs of runs, one of each in turn, so that the ratio
holds when the machine's speed drifts.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from tests.chromium import ARGUMENTS, installed
from tests.server import PROJECT, Server, serve

PAIRS = 9
SESSIONS = 12
QUIET = 400  # milliseconds without a message after which a rerun counts as over
DRAWN = "[data-drawn]"


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
    """From asking for a rerun to its last message, in ms: the median of some."""
    page = opened(browser, server)
    session = page.context.new_cdp_session(page)
    seen: list[tuple[str, float]] = []
    for way in ("Sent", "Received"):
        session.on(f"Network.webSocketFrame{way}", _noted(seen, way))
    session.send("Network.enable")
    page.wait_for_timeout(1_500)
    times = []
    for _ in range(PAIRS):
        seen.clear()
        page.keyboard.press("r")
        page.wait_for_timeout(QUIET)
        asked = [at for way, at in seen if way == "Sent"]
        answered = [at for way, at in seen if way == "Received"]
        if asked and answered:
            times.append((answered[-1] - asked[0]) * 1_000)
    page.context.close()
    return median(times)


def _noted(seen: list[tuple[str, float]], way: str) -> Callable[[dict[str, Any]], None]:
    return lambda event: seen.append((way, event["timestamp"]))


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
    first = opened(browser, server)
    before = server.memory()
    pages = [opened(browser, server) for _ in range(SESSIONS)]
    grown = server.memory() - before
    for page in (first, *pages):
        page.context.close()
    return grown / SESSIONS


def pairs(measure: Callable[[Browser, Server], float], browser: Browser, ours: Server,
          bare: Server, count: int = PAIRS) -> tuple[float, float, float]:
    """The medians of ours and of the bare page, and of their ratio pair by pair."""
    measure(browser, ours), measure(browser, bare)
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
        show("navigation to route drawn", pairs(draw_time, browser, ours, bare), "ms", "1.25")
        show("rerun on the server", pairs(rerun_time, browser, ours, bare, 3), "ms", "1.5")
        show("first visit fetches", pairs(bytes_sent, browser, ours, bare, 1), "KB", "")
        show("memory of a session", pairs(session_memory, browser, ours, bare, 1), "MB", "")
        browser.close()


if __name__ == "__main__":
    main()
