"""Measures the story page: its size, how soon it is drawn, and how many a server sends.

All ratios are taken in one run, from pairs of measurements in turn.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from gzip import compress
from math import cos, pi, sin
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright

from journey import Journey, Track, load
from journey.pages.story import page
from journey.words.wording import Wording
from tests.bare.leaflet import page as bare_page
from tests.bench_dashboard import draw_time, rerun_time, sight_time
from tests.bench_rows import Row, in_turn, paired, show
from tests.browsing import DRAWN
from tests.chromium import ARGUMENTS, installed
from tests.conftest import HANDCAR, Data, amount, known, leg, place, told
from tests.serving import PROJECT, Server, serve

PAIRS = 9
CLIENTS, ASKED = 64, 60  # connections at a time, and requests of each
LEGS, POINTS = 1_000, 1_000  # of a journey that is large, and points of each leg
LONG, USUAL = (
    (10_000, 100),
    (100, 100),
)  # the same of one of very many legs, and of one as people tell
STORY = "story/handcar-2021?lang=en"


def large(points: int = POINTS, count: int = LEGS) -> Track:
    """The track of a journey of so many legs with so many points each."""
    return Track.of(Journey.model_validate(large_data(points, count)))


def large_data(points: int = POINTS, count: int = LEGS) -> Data:
    """The data of that journey, whose legs differ in time and in length."""
    chance, line = random.Random(1), []
    lat, lon, course = 40.0, 10.0, 0.0
    for _ in range(count * (points - 1) + 1):
        course += chance.gauss(0, 0.05) + (pi if abs(lat) > 60 else 0)
        lat, lon = lat + 0.0003 * cos(course), lon + 0.0004 * sin(course)
        line.append((min(max(lat, -70.0), 70.0), (lon + 180) % 360 - 180))
    turns = range(0, len(line), points - 1)
    places = [place(f"p{i}", *line[at]) for i, at in enumerate(turns)]
    legs = [
        leg(
            f"p{i}", f"p{i + 1}", mode=("train", "bus", "walk", "ship")[i % 4],
            duration=amount(i % 97 + 1, "min"), distance=amount(i % 89 + 40, "km"),
            shape=known(line=line[at : at + points]),
        )
        for i, at in enumerate(turns[:-1])
    ]  # fmt: skip
    return told(id="large", places=places, legs=legs)


def opening(browser: Browser, url: str) -> float:
    """From navigation to the route being drawn, in ms."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, bypass_csp=True)
    opened = context.new_page()
    start = time.perf_counter()
    opened.goto(url, wait_until="commit")
    # A locator looks into every element of the page for others inside, again and again.
    opened.wait_for_function(f"document.querySelector('{DRAWN}')")
    taken = time.perf_counter() - start
    context.close()
    return taken * 1_000


async def _ask(url: str, waits: list[float]) -> None:
    """Ask for the page over one connection, again and again."""
    where = urlsplit(url)
    reader, writer = await asyncio.open_connection(where.hostname, where.port, limit=2**20)
    head = f"GET {where.path}?{where.query} HTTP/1.1\r\nHost: {where.netloc}\r\n"
    for _ in range(ASKED):
        start = time.perf_counter()
        writer.write(f"{head}Accept-Encoding: gzip\r\n\r\n".encode())
        told = (await reader.readuntil(b"\r\n\r\n")).lower()
        size = told.partition(b"content-length:")[2].partition(b"\r")[0]
        await reader.readexactly(int(size))
        waits.append(time.perf_counter() - start)
    writer.close()


def served(url: str) -> tuple[float, float]:
    """Answers a second, and the 99th percentile of their time in ms, with many connections."""

    async def run() -> tuple[float, float]:
        waits: list[float] = []
        start = time.perf_counter()
        await asyncio.gather(*(_ask(url, waits) for _ in range(CLIENTS)))
        taken = time.perf_counter() - start
        return len(waits) / taken, sorted(waits)[int(len(waits) * 0.99)] * 1_000

    # Playwright's own loop runs in this thread.
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, run()).result()


def sizes(title: str, content: bytes, wanted: str, packed: str) -> Iterator[Row]:
    """How large a page is, plain and packed."""
    yield Row(title, f"{len(content) / 1_000:,.0f} kB", wanted=wanted)
    size = len(compress(content, 9)) / 1_000
    yield Row(f"{title}, packed by gzip", f"{size:,.0f} kB", wanted=packed)


def load_test(browser: Browser, ours: Server) -> Iterator[Row]:
    """What the server sends in a second, beside the runs of the dashboard's page."""
    served(ours.url + STORY)
    runs = 1_000 / rerun_time(browser, ours)
    rates, slowest = zip(*(served(ours.url + STORY) for _ in range(5)), strict=True)
    yield paired("story pages a second, beside runs of the dashboard",
                 [(rate, runs) for rate in rates], "", "100")  # fmt: skip
    yield Row("99th percentile with 64 connections", f"{median(slowest):.0f} ms",
              spread=f"{min(slowest):.0f} to {max(slowest):.0f} ms", wanted="50 ms")  # fmt: skip


def rows() -> Iterator[Row]:
    """Every measurement of the story page."""
    handcar = Track.of(load(HANDCAR))
    tracks = {"story": handcar, "large": large(), "long": large(LONG[1], LONG[0]),
              "usual": large(USUAL[1], USUAL[0])}  # fmt: skip
    route = [point for part in handcar.legs for point in part.line]
    english = Wording("en")
    with (
        TemporaryDirectory() as folder,
        serve() as ours,
        serve(PROJECT / "tests" / "bare" / "app.py") as bare,
        sync_playwright() as playwright,
    ):
        files = {name: Path(folder) / f"{name}.html" for name in (*tracks, "bare")}
        for name, track in tracks.items():
            files[name].write_bytes(page(track, english))
        files["bare"].write_text(bare_page(route), "utf-8")
        browser = playwright.chromium.launch(executable_path=installed(), args=ARGUMENTS)

        def drawn(name: str) -> float:
            return opening(browser, files[name].as_uri())

        yield from sizes("story page", files["story"].read_bytes(), "800 kB", "300 kB")
        yield from sizes(
            "story page of 1,000,000 points", files["large"].read_bytes(), "3,000 kB", ""
        )
        yield from sizes("story page of 10,000 legs", files["long"].read_bytes(), "12,000 kB", "")
        yield in_turn("story page: first sight, beside a bare page with st_folium",
                lambda: sight_time(browser, ours.url + STORY),
                lambda: draw_time(browser, bare), PAIRS, "0.17")  # fmt: skip
        yield in_turn("story page: drawn, beside the same",
                lambda: opening(browser, ours.url + STORY),
                lambda: draw_time(browser, bare), PAIRS, "0.45")  # fmt: skip
        yield in_turn("story page: drawn from a file, beside bare Leaflet",
                lambda: drawn("story"), lambda: drawn("bare"), PAIRS, "1.5")  # fmt: skip
        yield in_turn("story page: of 1,000,000 points, beside 1,000",
                lambda: drawn("large"), lambda: drawn("story"), 5, "1.5")  # fmt: skip
        yield in_turn("story page: of 10,000 legs and 1,000,000 points, beside 100 and 10,000",
                lambda: drawn("long"), lambda: drawn("usual"), 5, "1.5")  # fmt: skip
        yield from load_test(browser, ours)
        browser.close()


if __name__ == "__main__":
    show(rows())
