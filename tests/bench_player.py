"""Measures the player: frames while it plays and flies, its size, and what a scrub and a loop cost.

``--minutes 10`` also plays in a loop for so long and compares the memory.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from gzip import compress
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from journey import Track, load
from journey.pages.story import page
from journey.stage import bundle
from journey.track.thin import Thinned
from journey.words.wording import Wording
from tests.bench_rows import Row, paired, show
from tests.bench_story import large
from tests.browsing import DESK, DRAWN
from tests.chromium import ARGUMENTS, installed
from tests.conftest import HANDCAR

# What draws and colours the base map under the player.
BASEMAP = {"unpack", "theme", "canvas", "mercator", "relief", "shapes", "basemap", "tiles"}
SECONDS = 40  # of playing that are looked at
ALL = 150  # the same where all legs are played through: it ends before
PACINGS = {"story": 0, "true time": 1}

# The times between frames, in ms, of a flight to what is seen from near and back, until the map
# has come to rest.
FLIGHT = """async () => {
  const {stage} = L.journey.map.journey;
  const gaps = [];
  const flown = (to) => new Promise((resolve) => {
    stage.act(L.journey.actions.aim, to);
    let [last, still] = [0, 0];
    const look = (now) => {
      if (last) gaps.push(now - last);
      last = now;
      still = stage.now().flight || gaps.length < 10 ? 0 : still + 1;
      if (still < 30) requestAnimationFrame(look); else resolve();
    };
    requestAnimationFrame(look);
  });
  await flown('close');
  await flown('whole');
  return gaps;
}"""

# The times between frames, in ms, from the click on Play on, until it ends.
FRAMES = """async ([seconds, pacing]) => {
  document.querySelectorAll('.jm-pacings button')[pacing].click();
  const gaps = [];
  let last = performance.now();
  const end = last + seconds * 1000;
  document.querySelector('.jm-play').click();
  await new Promise((resolve) => {
    const look = (now) => {
      gaps.push(now - last);
      last = now;
      const {playing} = L.journey.map.journey.stage.now();
      if (now < end && (playing || gaps.length < 10)) requestAnimationFrame(look); else resolve();
    };
    requestAnimationFrame(look);
  });
  return gaps.slice(1);
}"""

# The longest time, in ms, from a move of the pointer on the slider to the frame that shows it.
SCRUB = """async () => {
  const bar = document.querySelector('.jm-true');
  const {left, width, top} = bar.getBoundingClientRect();
  const at = () => document.querySelector('.jm-cursor path').getAttribute('d');
  const send = (kind, share) => bar.dispatchEvent(new PointerEvent(kind,
    {clientX: left + share * width, clientY: top + 2, pointerId: 1, bubbles: true}));
  bar.setPointerCapture = () => {};
  send('pointerdown', 0);
  let longest = 0;
  for (let k = 1; k <= 60; k += 1) {
    const before = at();
    await new Promise(requestAnimationFrame);
    const start = performance.now();
    send('pointermove', k / 60);
    if (at() === before) return Infinity;
    longest = Math.max(longest, performance.now() - start);
  }
  send('pointerup', 1);
  return longest;
}"""

LOOP = """() => {
  const button = document.querySelector('.jm-play');
  document.querySelector('.jm-speed').value = '4';
  document.querySelector('.jm-speed').dispatchEvent(new Event('change'));
  button.click();
  L.journey.map.journey.stage.watch('tell', ({playing}) => playing, (playing) => {
    if (!playing) setTimeout(() => button.click(), 50);
  });
}"""


def packed(files: Iterable[Path]) -> float:
    """The size of those scripts and of the style sheet as they are sent, gzipped, in KB."""
    texts = [file.read_text("utf-8") for file in files]
    scripts = bundle.smaller_script("\n".join(texts)).encode()
    return sum(len(compress(part, 9)) for part in (scripts, bundle.style())) / 1_024


def opened(browser: Browser, file: Path) -> Page:
    """The page of a journey, drawn."""
    window = browser.new_page(viewport={"width": DESK[0], "height": DESK[1]})
    window.goto(file.as_uri())
    window.locator(DRAWN).wait_for(state="attached")
    window.wait_for_timeout(1_000)
    return window


def evenly(name: str, found: list[float]) -> Iterator[Row]:
    """How even the times between frames are, in ms."""
    gaps = sorted(found)
    late = sum(gap > 50.5 for gap in gaps)
    within = gaps[int(len(gaps) * 0.95)]
    yield Row(f"{name}: 95 of 100 frames within", f"{within:.1f} ms", wanted="17 ms")
    yield Row(f"{name}: frames over 50 ms", f"{late}, the longest {gaps[-1]:.0f} ms", wanted="none")


def frames(browser: Browser, name: str, file: Path, seconds: int = SECONDS) -> Iterator[Row]:
    """How evenly the journey plays, for so many seconds at the most."""
    for pacing, number in PACINGS.items():
        window = opened(browser, file)
        yield from evenly(f"{name}, {pacing}", window.evaluate(FRAMES, [seconds, number]))
        window.close()


def flights(browser: Browser, name: str, file: Path) -> Iterator[Row]:
    """How evenly the camera flies to what is seen from near, and back."""
    window = opened(browser, file)
    yield from evenly(f"{name}, there and back", window.evaluate(FLIGHT))
    window.close()


def heap(window: Page) -> float:
    """The memory of the page's scripts after the garbage is gone, in MB."""
    session = window.context.new_cdp_session(window)
    session.send("HeapProfiler.collectGarbage")
    used = session.send("Runtime.getHeapUsage")["usedSize"]
    session.detach()
    return float(used) / 2**20


def looped(browser: Browser, file: Path, minutes: int) -> Row:
    """The memory after one minute of playing in a loop, and after all."""
    window = opened(browser, file)
    window.evaluate(LOOP)
    window.wait_for_timeout(60_000)
    first = heap(window)
    window.wait_for_timeout((minutes - 1) * 60_000)
    last = heap(window)
    window.close()
    return paired(f"memory after {minutes} minutes, beside one", [(last, first)], "MB", "1.00")


def unthinned(track: Track) -> bytes:
    """The story page of all fixes there are."""
    module = sys.modules[page.__module__]
    usual, module.thin = module.thin, lambda whole: Thinned(whole, 0.0)  # type: ignore[attr-defined]
    try:
        return page(track, Wording("en"))
    finally:
        module.thin = usual  # type: ignore[attr-defined]


def rows(minutes: int = 0) -> Iterator[Row]:
    """Every measurement of the player, which also plays in a loop for so long."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        handcar, big = Path(folder) / "handcar.html", Path(folder) / "large.html"
        handcar.write_bytes(page(Track.of(load(HANDCAR)), Wording("en")))
        big.write_bytes(unthinned(large(points=100)))
        browser = playwright.chromium.launch(executable_path=installed(), args=ARGUMENTS)
        scripts = bundle.scripts()
        player = packed(file for file in scripts if file.stem not in BASEMAP)
        yield Row("player's scripts and styles, packed by gzip", f"{player:.1f} KB", wanted="30 KB")
        yield Row("the same with what draws the base map", f"{packed(scripts):.1f} KB")
        yield from flights(browser, "handcar", handcar)
        yield from frames(browser, "handcar", handcar, ALL)
        yield from frames(browser, "1,000 legs, 100,000 fixes", big)
        window = opened(browser, handcar)
        drawn = f"{window.evaluate(SCRUB):.1f} ms"
        yield Row("a scrub is drawn after, at the most", drawn, wanted="16.7 ms")
        window.close()
        if minutes:
            yield looped(browser, handcar, minutes)
        browser.close()


def asked() -> int:
    """For how many minutes the command line asks to play in a loop."""
    options = ArgumentParser(description=__doc__)
    options.add_argument("--minutes", type=int, default=0, help="play in a loop for so long")
    return int(options.parse_args().minutes)


if __name__ == "__main__":
    show(rows(asked()))
