"""The measuring itself: what is known to be bad has to be found."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.stage.measures import (
    MEASURES,
    Data,
    contrast,
    covered,
    covering,
    faint,
    hidden,
    lost,
    names,
    outside,
    read,
)

SQUARE = [(0, 0), (10, 0), (10, 10), (0, 10)]
DIAMOND = [(5, -2), (12, 5), (5, 12), (-2, 5)]  # half of what is in its upright box

STAGE = """
<style>
  body { margin: 0 }
  #stage { position: relative; width: 300px; height: 200px; background: #ffffff; overflow: hidden }
  #stage canvas, #stage div { position: absolute; left: 0; top: 0 }
  .jm-label { font: 16px/20px sans-serif; white-space: nowrap }
</style>
<div id="stage" class="jm-stage">
  <div class="leaflet-pane leaflet-map-pane">
    <div class="leaflet-pane leaflet-base-pane" style="z-index: 200">
      <canvas width="300" height="200"></canvas>
    </div>
    <div class="leaflet-pane" style="z-index: 640">%s</div>
  </div>
  %s
</div>
"""
BOX = '<div class="box" style="background: #eee; left: 90px; width: 80px; height: 60px"></div>'
# What a stage tells of itself, as far as it is asked; a point in degrees is one in pixels.
STUB = """
([ends, ink]) => {
  const themes = {light: {border: "#000000"}};
  const data = {ends, themes, modes: {train: {light: ink}}};
  window.L = {journey: {map: {
    getContainer: () => document.getElementById("stage"),
    getCenter: () => ({lng: 0}),
    latLngToContainerPoint: ([y, x]) => ({x, y}),
    containerPointToLatLng: ([x, y]) => ({lat: y, lng: x}),
    journey: {stage: {tale: {data}, now: () => ({theme: "light"})}},
  }}};
}
"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    opened = browser.new_page()
    opened.add_init_script(MEASURES.read_text("utf-8"))
    opened.goto("about:blank")
    return opened


def shown(
    page: Page, words: str = "", panels: str = "", paint: str = "", **ends: tuple[int, int]
) -> Data:
    """What is measured of a white stage with those words and panels, once it is painted on."""
    page.set_content(STAGE % (words, panels))
    at = [{"name": name, "at": spot, "outer": True} for name, spot in ends.items()]
    page.evaluate(STUB, [at, "#27408b"])
    page.evaluate(
        "paint => new Function('c', paint)(document.querySelector('canvas').getContext('2d'))",
        paint,
    )
    found: Data = page.evaluate("measures()")
    return found


def label(text: str, x: int = 20, y: int = 20, style: str = "") -> str:
    """A word on the map, at a place in px."""
    return f'<div class="jm-label" style="left: {x}px; top: {y}px; {style}">{text}</div>'


def filled(colour: str, x: int = 0, wide: int = 300) -> str:
    """Paints a part of the ground, from ``x`` on so many px wide."""
    return f"c.fillStyle = '{colour}'; c.fillRect({x}, 0, {wide}, 200);"


@pytest.mark.parametrize(
    ("colour", "ratio"),
    # As WebAIM's contrast checker tells them.
    [((0, 0, 0), 21), ((118, 118, 118), 4.54), ((119, 119, 119), 4.48), ((255, 0, 0), 4.0)],
)
def test_contrast_is_that_of_wcag(colour: tuple[int, int, int], ratio: float) -> None:
    assert contrast(colour, (255, 255, 255)) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize(
    ("other", "depth"),
    [
        ([(10, 0), (20, 0), (20, 10), (10, 10)], 0),
        ([(7, 8), (20, 8), (20, 30), (7, 30)], 2),
        ([(30, 0), (40, 0), (40, 10), (30, 10)], -20),
    ],
)
def test_boxes_are_as_deep_over_each_other_as_they_share(
    other: list[tuple[int, int]], depth: float
) -> None:
    assert covered(SQUARE, other) == pytest.approx(depth)


def test_a_turned_box_covers_no_corner_that_it_does_not_reach() -> None:
    corner = [(-2, -2), (0, -2), (0, 0), (-2, 0)]

    assert covered(DIAMOND, SQUARE) > 5
    assert covered(DIAMOND, corner) < 0


@pytest.mark.browser
@pytest.mark.parametrize(
    ("style", "ratio"),
    [
        ("color: #808080", 1),
        ("color: #000000", 5.32),
        ("color: #000000; opacity: 0.5", 2.63),
        # A halo of white parts grey from grey; a blurred shadow does not count.
        ("color: #666; paint-order: stroke; -webkit-text-stroke: 4px #fff", 5.74),
        ("color: #666; text-shadow: 0 0 4px #fff", 1.45),
        ("color: #666; -webkit-text-stroke: 4px #fff", 1.45),
    ],
)
def test_a_word_on_grey_is_as_clear_as_its_colours(page: Page, style: str, ratio: float) -> None:
    seen = shown(page, label("Grey", style=style), paint=filled("#808080"))

    (word,) = seen["words"]

    assert read(word) == pytest.approx(ratio, abs=0.05)
    assert len(faint(seen["words"])) == (ratio < 4.5)


@pytest.mark.browser
@pytest.mark.parametrize(("stripe", "clear"), [(1, True), (4, False)])
def test_a_twentieth_of_the_ground_makes_a_word_faint(page: Page, stripe: int, clear: bool) -> None:
    word = label("<b style='display: inline-block; width: 50px'>Wide</b>", style="width: 50px")

    seen = shown(page, word, paint=filled("#ffffff") + filled("#111111", 22, stripe))

    assert (faint(seen["words"]) == []) is clear


@pytest.mark.browser
def test_a_turned_word_stands_on_what_lies_under_it_alone(page: Page) -> None:
    word = label("A long name that is turned", 60, 90, "color: #000; rotate: 0deg; transform: %s")

    seen = [
        shown(page, word % f"rotate({angle}deg)", paint=filled("#fff") + filled("#111", 40, 40))
        for angle in (0, 90)
    ]

    assert [len(faint(found["words"])) for found in seen] == [1, 0]


@pytest.mark.browser
def test_a_word_on_a_panel_stands_on_what_the_panel_lets_through(page: Page) -> None:
    panel = '<div style="background: rgb(255 255 255 / %s); color: #777; width: 90px">Said</div>'

    opaque, thin = (shown(page, "", panel % a, filled("#000"))["words"] for a in (1, 0.5))

    assert read(opaque[0]) == pytest.approx(4.48, abs=0.01)
    assert read(thin[0]) == pytest.approx(contrast((119,) * 3, (128,) * 3), abs=0.02)


@pytest.mark.browser
@pytest.mark.parametrize("edged", [False, True])
def test_a_word_written_on_the_ground_stands_on_what_was_there(page: Page, edged: bool) -> None:
    edge = "c.strokeStyle = '#fff'; c.lineWidth = 3; c.strokeText('42', 30, 50);" if edged else ""
    write = f"c.font = '12px sans-serif'; {edge} c.fillStyle = '#666'; c.fillText('42', 30, 50);"

    (word,) = shown(page, paint=filled("#808080") + write)["words"]

    assert word["text"] == "42"
    assert read(word) == pytest.approx(5.74 if edged else 1.45, abs=0.05)


@pytest.mark.browser
def test_names_and_panels_that_cover_each_other_are_found(page: Page) -> None:
    words = label("One", 20, 20) + label("Two", 30, 25) + label("Three", 20, 60) + label("Four", 80)

    seen = shown(page, words, BOX)

    assert names(seen) == ["One", "Two", "Three", "Four"]
    assert [found.split(" by ")[0] for found in covering(seen["solids"])] == [
        "'jm-label One' and 'jm-label Two'",
        "'jm-label Four' and 'box'",
    ]


@pytest.mark.browser
@pytest.mark.parametrize(("margin", "read"), [(0, []), (12, ["Tall"])])
def test_words_within_the_margin_of_what_clips_them_are_read(
    page: Page, margin: int, read: list[str]
) -> None:
    clipped = f"font: 20px/8px serif; overflow: clip; overflow-clip-margin: {margin}px"
    word = f'<div class="jm-label" style="position: absolute; top: 40px; {clipped}">Tall</div>'

    seen = shown(page, word)

    assert names(seen) == read


@pytest.mark.browser
def test_what_is_cut_off_or_under_a_panel_is_found(page: Page) -> None:
    dot = '<i class="jm-dot" style="position: absolute; width: 4px; height: 4px; left: %dpx"></i>'
    words = label("Start") + label("Cut off here", 280, 150) + dot % 100 + dot % 200

    seen = shown(page, words, BOX, Start=(30, 95), End=(196, 40))

    assert outside(seen) == ["jm-label Cut off here"]
    assert len(hidden(seen)) == 1
    assert lost(seen) == [
        "the ring of Start is under 'box'",
        "End is not named",
        "the ring of End is beyond the map",
    ]


@pytest.mark.browser
@pytest.mark.parametrize(
    ("ground", "casing", "clear"),
    [("#ffffff", "", True), ("#803030", "", False), ("#803030", "#f9f6ef", True)],
)
def test_a_line_stands_out_by_its_ground_or_its_casing(
    page: Page, ground: str, casing: str, clear: bool
) -> None:
    line = filled(casing, 97, 11) if casing else ""

    seen = shown(page, paint=filled(ground) + line + filled("#27408b", 100, 5))

    found = seen["lines"]["train"]
    assert found["pixels"] > 500
    assert (found["worst"] >= 3) is clear


@pytest.mark.browser
def test_land_and_sea_are_told_apart(page: Page) -> None:
    seen = shown(page, paint=filled("#f6f2e9", 0, 150))

    assert seen["middle"][0] == pytest.approx([246, 242, 233])
    assert seen["sea"][0] == pytest.approx([255, 255, 255])
    assert max(lon for _, lon in seen["ashore"]) == pytest.approx(150, abs=5)
    assert len(seen["ashore"]) == pytest.approx(seen["free"] / 2, rel=0.05)
