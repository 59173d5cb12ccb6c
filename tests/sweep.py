"""Looks at every view of the product for what keeps people from using it: ``make sweep``.

Each view is looked at in every language, light and dark, on a desk and a phone, in colours of
the viewer's own and without; the main ones also in 320 px of width and in letters twice as
large. What axe finds is told, by WCAG 2.2 up to AA and by its best practices, and so are words
that are cut off. Arguments narrow it, and those of one kind add up: ``python -m tests.sweep
ru ko dark 390 forced story/handcar``. With ``1/2`` it is the first half of that, for one of
two processes.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby, product
from operator import itemgetter
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import Any, Literal, NamedTuple, TypeAlias

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, BrowserContext, Error, Frame, Page, sync_playwright

from journey import Track, load, stage_map
from journey.exports.index import index
from journey.shipped import data_folder
from journey.words.wording import Wording
from tests.browsing import DESK, NAMED, PHONE, rested
from tests.chromium import ARGUMENTS, installed
from tests.serving import Server, serve
from tests.shelves import put
from tests.views import BROKEN, DOORS, JOURNEYS, Door, newest, stage_of

Theme: TypeAlias = Literal["light", "dark"]
Colours: TypeAlias = Literal["forced", "own"]
Letters: TypeAlias = Literal["large", "usual"]

LANGUAGES = ("en", "ru", "ko")
NARROW = (320, 640)
PATIENCE, QUICK = 60_000, 15_000  # ms for a page that has to come, and for what is done on it
INSIDE = AXE_SCRIPT + Path(__file__).with_suffix(".js").read_text("utf-8")
# The legs on the timeline are as wide as they last, and chosen elsewhere, too (2.5.8, equivalent).
AS_LONG = "jm-segment"
# How far the page scrolls sideways, which nobody should have to (1.4.10), and words that are cut
# off and told in full nowhere else: neither in what unfolds, nor in a button's name, nor beside it.
CUT = """() => {
  const all = [...document.querySelectorAll("body *")];
  const words = (one) => one.textContent.trim();
  const cut = all.filter((one) => one.scrollWidth - one.clientWidth > 1 && one.clientWidth > 1
    && /hidden|clip/.test(getComputedStyle(one).overflowX)
    && [...one.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim())
    && one.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && !one.closest("summary, button[aria-label]"));
  const whole = new Set(all.filter((one) => !cut.includes(one)).map(words));
  const wide = document.documentElement.scrollWidth - innerWidth;
  return [...cut.map(words).filter((text) => !whole.has(text)).map((text) => `cut: ${text}`),
    ...(wide > 1 ? [`scrolls sideways by ${wide} px`] : [])];
}"""
LARGE = "document.documentElement.style.fontSize = '200%'"


class Look(NamedTuple):
    """How a view is looked at; colours may be forced, and letters twice as large."""

    language: str
    size: tuple[int, int]
    letters: Letters
    theme: Theme
    colours: Colours

    @property
    def words(self) -> tuple[str, ...]:
        """What an argument can name of it."""
        return (self.language, str(self.size[0]), self.letters, self.theme, self.colours)


# Each but one step from the one before, so that a page has little to draw anew.
_DRESSES: list[tuple[Theme, Colours]] = [
    ("light", "own"),
    ("dark", "own"),
    ("dark", "forced"),
    ("light", "forced"),
]
USUAL = [
    Look(language, size, "usual", theme, colours)
    for language, size, (theme, colours) in product(LANGUAGES, (DESK, PHONE), _DRESSES)
]
_TIGHT: list[tuple[tuple[int, int], Letters]] = [
    (NARROW, "usual"),
    (DESK, "large"),
    (PHONE, "large"),
]
# With little room for the words.
TIGHT = [
    Look(language, size, letters, "light", "own")
    for language in LANGUAGES
    for size, letters in _TIGHT
]
# A view, how it was looked at, and what was found.
Run: TypeAlias = tuple[str, Look, list[str]]
KINDS = [set(words) for words in zip(*(look.words for look in (*USUAL, *TIGHT)), strict=True)]


def wanted(words: Sequence[str]) -> list[tuple[Door, list[Look]]]:
    """The doors with how they are looked at, narrowed by words: of a look, or parts of names.

    >>> [(door, looks)] = wanted(["ru", "dark", "390", "forced", "usual", "list/none"])
    >>> door.name, [look.words for look in looks]
    ('list/none', [('ru', '390', 'usual', 'dark', 'forced')])
    """
    kinds = [kind.intersection(words) or kind for kind in KINDS]
    names = [word for word in words if not any(word in kind for kind in KINDS)]
    found = [
        (door, [look for look in (*USUAL, *(TIGHT if door.main else ())) if _is_of(look, kinds)])
        for door in DOORS
        if not names or any(name in door.name for name in names)
    ]
    return [(door, looks) for door, looks in found if looks]


def _is_of(look: Look, kinds: Iterable[set[str]]) -> bool:
    return all(word in kind for word, kind in zip(look.words, kinds, strict=True))


def openings(words: Sequence[str]) -> list[tuple[Door, list[Look]]]:
    """What is opened for these words: a door, for its looks alike in language, size and letters.

    >>> [(_, looks)] = openings(["ko", "dark", "own", "list/none", "2/2"])
    >>> [look.words for look in looks]
    [('ko', '390', 'usual', 'dark', 'own')]
    """
    shares = [word for word in words if re.fullmatch(r"\d+/\d+", word)]
    found = [
        (door, [*alike])
        for door, looks in wanted([word for word in words if word not in shares])
        for _, alike in groupby(looks, key=itemgetter(0, 1, 2))
    ]
    which, of = map(int, shares[0].split("/")) if shares else (1, 1)
    return found[which - 1 :: of]


def found_in(
    seen: Page | Frame, look: Look, *, whole: bool = True, every: bool = True
) -> list[str]:
    """What axe finds there and, where there is little room, which words are cut off.

    Unless the ``whole`` of it is looked at it is what changed since the last time in the same
    theme and colours, and unless it is for ``every`` rule it is for those of colours.
    """
    found = seen.evaluate(
        "([dress, how]) => sweep.found(dress, how)",
        [f"{look.theme} {look.colours}", {"whole": whole, "all": every}],
    )
    broken = [
        (one["id"], node)
        for one in found
        for node in one["nodes"]
        if one["id"] != "target-size" or AS_LONG not in node["html"]
    ]
    cut: list[str] = seen.evaluate(CUT) if look in TIGHT else []
    return [
        *(f"{rule}: {node['html'][:160]!r}: {_why(node)}" for rule, node in broken),
        *cut,
    ]


def _why(node: dict[str, Any]) -> str:
    checks = (check for kind in ("any", "all", "none") for check in node[kind])
    return "; ".join(check["message"] for check in checks)


def dress(seen: Page | Frame, look: Look) -> None:
    """Show it in the look's theme, colours and letters."""
    page = seen.page if isinstance(seen, Frame) else seen
    page.emulate_media(
        color_scheme=look.theme, forced_colors="active" if look.colours == "forced" else "none"
    )
    if look.letters == "large":
        seen.evaluate(LARGE)
        rested(page)
    if not seen.evaluate("'sweep' in window"):
        seen.evaluate(INSIDE)
    seen.evaluate("theme => sweep.dressed(theme)", look.theme)


def opened(context: BrowserContext, door: Door, address: str) -> Page:
    """The page behind the door, once all of it is there."""
    page = context.new_page()
    page.goto(address)
    page.locator(door.drawn).first.wait_for(state="attached")
    stage = stage_of(page)
    if stage is not page.main_frame:
        stage.locator(NAMED).wait_for(state="attached")
    page.set_default_timeout(QUICK)
    return page


def swept(
    context: BrowserContext, door: Door, address: str, looks: Sequence[Look]
) -> Iterator[Run]:
    """What is found on the views of a door, in looks alike in language, size and letters.

    Each view is first seen as the one before it was last, and then for every rule; the whole
    of the first and of the last view, and of the others what changed.
    """
    ends = {0, len(door.views) - 1}
    page = opened(context, door, address)
    for i, view in enumerate(door.views):
        name, look = f"{door.name}: {view.name}", looks[0]
        try:
            for deed in view.deeds:
                deed(page)
            seen = view.inside(page)
            rested(newest(page))
            for n, look in enumerate(reversed(looks) if i % 2 else looks):
                dress(seen, look)
                yield name, look, found_in(seen, look, whole=not n and i in ends, every=not n)
        except Error as error:
            yield name, look, [f"not seen: {error.message.splitlines()[0]}"]


@contextmanager
def shelf() -> Iterator[Path]:
    """A folder with the shipped journeys and a faulty one, and ``files`` with what is exported."""
    with TemporaryDirectory() as name:
        journeys = copytree(data_folder("journeys"), Path(name) / "journeys")
        tracks = [Track.of(load(journeys / one)) for one in JOURNEYS]
        put(journeys, BROKEN, legs=[])
        files = Path(name) / "files"
        files.mkdir()
        for code in LANGUAGES:
            (files / f"index.{code}.html").write_bytes(index(tracks, Wording(code)))
            stage_map(tracks[0], code).save(files / f"map.{code}.html")
        yield Path(name)


def runs(browser: Browser, server: Server, folder: Path, words: Sequence[str]) -> Iterator[Run]:
    """What is found on all views that are wanted, in each of their looks."""
    files = (folder / "files").as_uri()
    for door, looks in openings(words):
        language, (width, height) = looks[0][:2]
        small = width < DESK[0]
        context = browser.new_context(
            viewport={"width": width, "height": height},
            reduced_motion="reduce",
            has_touch=small,
            is_mobile=small,
            bypass_csp=True,
        )
        context.set_default_timeout(PATIENCE)
        address = door.address.format(lang=language, files=files, server=server.url)
        yield from swept(context, door, address, looks)
        context.close()


def main(words: Sequence[str]) -> int:
    """Print what is found on each view; 1 where anything is."""
    count = amiss = 0
    with (
        shelf() as folder,
        serve(JOURNEYS=str(folder / "journeys")) as server,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=installed(), args=ARGUMENTS)
        for view, look, found in runs(browser, server, folder, words):
            count, amiss = count + 1, amiss + len(found)
            said = f"{len(found)} found" if found else "nothing"
            print(*look.words, f"{view}: {said}", flush=True)
            for one in found:
                print(f"    {one}", flush=True)
        browser.close()
    print(f"{count} runs, {amiss} found")
    return 1 if amiss or not count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
