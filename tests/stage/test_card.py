"""The card of a leg on a phone, and what the stage says of itself on a screen that is touched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from journey import Track
from journey.words.wording import Wording
from tests.browsing import clocked, rest

ENGLISH = Wording("en")

pytestmark = pytest.mark.browser

PHONES = [(390, 844), (320, 640)]
AT = """([leg, part]) => {
  const { stage } = L.journey.map.journey;
  const { actions, first } = L.journey;
  stage.act(() => ({ playing: false, over: null, open: first.open }));
  stage.act(actions.fill, true); // The page's own text is not read then.
  stage.act(actions.seek, { leg, part });
  stage.act(actions.back);
  stage.paint();
}"""
VIEW = """() => {
  const { map } = L.journey;
  const { lat, lng } = map.getCenter();
  return [lat, lng, map.getZoom(), getComputedStyle(map.getPane("mapPane")).transform];
}"""


@pytest.fixture(scope="module")
def story(browser: Browser, file: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    width, height = request.param
    context = browser.new_context(
        viewport={"width": width, "height": height},
        has_touch=True,
        is_mobile=True,
        reduced_motion="reduce",
    )
    yield clocked(context, file.as_uri())
    context.close()


on_phones = pytest.mark.parametrize(
    "story", PHONES, indirect=True, ids=[f"{w}x{h}" for w, h in PHONES], scope="module"
)


def told(page: Page, leg: int, part: float) -> Locator:
    """The card, while that part of the leg is told, and nothing else is open."""
    page.evaluate(AT, [leg, part])
    rest(page)
    return page.locator(".jm-card")


def more(page: Page) -> Locator:
    """The button that shows all of the card, whatever it says."""
    return page.locator(".jm-card [aria-expanded]")


def steps(handcar: Track, leg: int) -> list[str]:
    """The sentences that are told of a leg, in order, as the journey's files have them."""
    teaching = handcar.journey.teaching
    assert teaching
    key = handcar.legs[leg].leg.id
    return [
        step.text["en"]
        for step in teaching.steps
        if step.leg == key and step.kind in ("approach", "moment")
    ]


@on_phones
def test_folded_it_is_the_sentence_told_and_no_more(story: Page, handcar: Track) -> None:
    first, *_, last = steps(handcar, 2)

    for part, sentence in ((0.1, first), (0.5, last)):
        card = told(story, 2, part)
        expect(card.get_by_text(sentence, exact=True)).to_be_visible()
        expect(card.locator(".jm-icon")).to_be_visible()
        expect(more(story)).to_be_visible()
        assert not card.locator("dl").first.is_visible()


@on_phones
def test_it_is_as_high_for_every_sentence_and_none_is_cut(story: Page) -> None:
    heights = set()
    for leg in range(4):
        for part in (0, 0.97):
            card = told(story, leg, part)
            heights.add(card.evaluate("(card) => card.offsetHeight"))
            room = card.locator(".jm-told").evaluate("(p) => p.clientHeight - p.scrollHeight")
            assert room >= 0, (leg, part)

    assert len(heights) == 1


@on_phones
def test_more_opens_over_a_map_that_does_not_move(story: Page) -> None:
    card = told(story, 2, 0.5)
    before, low = story.evaluate(VIEW), card.evaluate("(card) => card.offsetHeight")

    more(story).tap()
    rest(story)

    assert card.evaluate("(card) => card.offsetHeight") > low
    assert story.evaluate(VIEW) == before
    more(story).tap()
    rest(story)
    assert story.evaluate(VIEW) == before


@on_phones
def test_unfolded_it_scrolls_inside_and_nothing_lies_over_it(story: Page) -> None:
    card = told(story, 2, 0.5)
    more(story).tap()
    rest(story, 0.5)

    card.evaluate("(card) => card.scrollTo(0, 1e6)")

    assert card.evaluate("(card) => card.scrollTop") > 0
    hidden: list[Any] = card.evaluate(
        """(card) => {
            const { left, right, top, bottom } = card.getBoundingClientRect();
            const spots = [];
            for (let y = top + 4; y < bottom - 2; y += 8)
              for (let x = left + 4; x < right; x += 8) spots.push(document.elementFromPoint(x, y));
            return spots.filter((one) => !card.contains(one)).map((one) => one.className);
        }"""
    )
    assert hidden == []


@on_phones
def test_to_read_more_the_story_stands_still_and_going_on_it_folds(story: Page) -> None:
    told(story, 2, 0.5)
    story.locator(".jm-play").tap()
    rest(story, 0.2)
    state = (
        "() => { const s = L.journey.map.journey.stage.now(); return [s.playing, s.open.more]; }"
    )

    more(story).tap()
    assert story.evaluate(state) == [False, True]
    assert more(story).evaluate("(button) => button === document.activeElement")
    story.locator(".jm-play").tap()

    assert story.evaluate(state) == [True, False]


@on_phones
def test_escape_folds_it_before_it_closes(story: Page) -> None:
    card = told(story, 2, 0.5)
    more(story).tap()

    story.keyboard.press("Escape")
    expect(more(story)).to_have_attribute("aria-expanded", "false")
    expect(card).to_be_visible()
    story.keyboard.press("Escape")

    rest(story, 0.5)
    expect(card).to_be_hidden()


@on_phones
@pytest.mark.parametrize("leg", [0, 2])
def test_the_maps_credits_can_be_read_and_pressed_below_all_of_it(story: Page, leg: int) -> None:
    told(story, leg, 0.5)

    more(story).tap()
    rest(story, 0.5)

    met = story.locator(".leaflet-control-attribution a").evaluate_all(
        """(links) => links.map((link) => {
            const { x, y, width, height } = link.getBoundingClientRect();
            return link === document.elementFromPoint(x + width / 2, y + height / 2);
        })"""
    )
    assert met
    assert all(met)


@on_phones
def test_a_sentence_that_is_longer_than_its_card_is_reached_by_keys(story: Page) -> None:
    longer = """(more) => {
        for (const step of L.journey.map.journey.stage.tale.steps) {
            if (step.leg === 1) step.text = more ? step.text + more : step.text.split("#")[0];
        }
    }"""
    story.evaluate(longer, "# and on" * 60)
    told(story, 0, 0.5)
    said = told(story, 1, 0.5).locator("p").nth(1)

    try:
        expect(said).to_contain_text("and on")
        expect(said).to_have_attribute("tabindex", "0")
    finally:
        story.evaluate(longer, "")


@on_phones
def test_it_gives_way_to_the_text_of_the_page(story: Page) -> None:
    card = told(story, 2, 0.5)
    expect(card).to_be_visible()

    story.evaluate(
        """() => {
            const { stage } = L.journey.map.journey;
            stage.act(L.journey.actions.lay, { x: 0, y: 300, w: 320, h: 100 });
            stage.paint();
        }"""
    )

    expect(card).to_be_hidden()


@on_phones
def test_on_a_screen_that_is_touched_help_tells_what_fingers_do(story: Page) -> None:
    told(story, 2, 0.5)
    story.evaluate(
        """() => {
            const { stage } = L.journey.map.journey;
            stage.act(L.journey.actions.unfold, "help", true);
            stage.paint();
        }"""
    )

    help_ = story.get_by_role("dialog", name=ENGLISH.say("help.fingers"))

    expect(help_.get_by_text(ENGLISH.say("help.move"))).to_be_visible()
    assert help_.get_by_text(ENGLISH.say("help.play")).count() == 0
    box = help_.bounding_box()
    assert box
    assert story.viewport_size
    assert box["y"] + box["height"] <= story.viewport_size["height"]
