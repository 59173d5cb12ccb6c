"""Measures the dashboard beside a bare page with one map, in one run: ``make bench``.

Times are medians over pairs of runs, one of each in turn, so that the ratio
holds when the machine's speed drifts. First sight is the end of the first frame
that has the sketch of the route in it, or the first paint with any content where
that is later. The bare page has no sketch: there it is the drawing.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from tests.bench_rows import Row, paired, show
from tests.browsing import DRAWN
from tests.chromium import ARGUMENTS, installed
from tests.serving import PROJECT, Server, serve

Measure = Callable[[Browser, Server], float]

PAIRS = 9
SESSIONS = 12
RERUNS, PAUSE = 25, 250  # reruns of one measurement, and ms from one to the next


# Notes when the route was first seen, in ms of the clock, on the page itself.
SIGHT = """(() => {
  const painted = (framed) => {
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    if (!paint) return requestAnimationFrame(() => painted(framed));
    const seen = performance.timeOrigin + Math.max(framed, paint.startTime);
    document.documentElement.dataset.sight = seen;
  };
  const look = () => {
    if (!document.querySelector(".jm-sketch svg")?.getBoundingClientRect().width) {
      return requestAnimationFrame(look);
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => painted(performance.now());
    port2.postMessage(null);
  };
  requestAnimationFrame(look);
})()"""


def sight_time(browser: Browser, url: str) -> float:
    """From navigation to the first sight of the route, in ms."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.add_init_script(SIGHT)
    start = time.time() * 1_000
    page.goto(url, wait_until="commit")
    seen = float(page.locator("html[data-sight]").get_attribute("data-sight") or 0)
    page.context.close()
    return seen - start


def frame_drawn(page: Page) -> None:
    """Wait until base map and route are on screen."""
    page.frame_locator("iframe[src*=folium]").locator(DRAWN).wait_for(state="attached")


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


def rows() -> Iterator[Row]:
    """Every measurement of the dashboard beside the bare page."""
    with (
        serve() as ours,
        serve(PROJECT / "tests" / "bare" / "app.py") as bare,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=installed(), args=ARGUMENTS)

        def beside(measure: Measure, count: int) -> list[tuple[float, float]]:
            return [(measure(browser, ours), measure(browser, bare)) for _ in range(count)]

        def first(browser: Browser, server: Server) -> float:
            seen = server is ours
            return sight_time(browser, ours.url) if seen else draw_time(browser, bare)

        yield paired("dashboard: first visit fetches", beside(bytes_sent, 1), "KB")
        yield paired("dashboard: memory a session adds", beside(session_memory, 1), "MB")
        yield paired("dashboard: first sight of the route", beside(first, PAIRS), "ms", "0.40")
        yield paired("dashboard: route drawn", beside(draw_time, PAIRS), "ms", "1.20")
        yield paired("dashboard: rerun on the server", beside(rerun_time, 3), "ms", "1.15")
        browser.close()


if __name__ == "__main__":
    show(rows())
