"""What the sweep looks at, and that it sees what is wrong there."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from journey import load
from journey.shipped import data_folder
from tests.sweep import INSIDE, LANGUAGES, TIGHT, USUAL, Look, dress, found_in, wanted
from tests.views import DOORS, HANDCAR, JOURNEYS


def test_every_shipped_journey_has_its_doors() -> None:
    shipped = {folder.name for folder in data_folder("journeys").iterdir() if folder.is_dir()}

    assert set(JOURNEYS) == shipped
    assert {
        name for name in shipped if any(f"story/{name}" == door.name for door in DOORS)
    } == shipped


def test_every_language_of_the_shipped_journeys_is_looked_at() -> None:
    assert {
        code for name in JOURNEYS for code in load(data_folder("journeys") / name).languages
    } == set(LANGUAGES)


def test_every_kind_of_step_is_presented() -> None:
    teaching = load(data_folder("journeys") / HANDCAR).teaching
    assert teaching
    (lesson,) = (door for door in DOORS if door.name == f"presented/{HANDCAR}")
    numbers = [int(view.name.split()[1]) for view in lesson.views if view.name[-1].isdigit()]

    kinds = {teaching.steps[0].kind, *(teaching.steps[number - 1].kind for number in numbers)}

    assert kinds == {step.kind for step in teaching.steps}


def test_without_a_word_every_door_is_looked_at_in_every_look() -> None:
    found = wanted([])

    assert [door for door, _ in found] == list(DOORS)
    assert all(looks == [*USUAL, *(TIGHT if door.main else ())] for door, looks in found)


def test_words_of_one_kind_add_up_and_those_of_another_narrow() -> None:
    found = wanted(["ru", "ko", "dark", "list"])

    assert {door.name for door, _ in found} == {"list", "list/none"}
    assert {(look.language, look.theme) for _, looks in found for look in looks} == {
        ("ru", "dark"),
        ("ko", "dark"),
    }


# Words that fade in one dress alone.
FADING = """<!doctype html><html lang="en"><title>A</title><style>
:root { color-scheme: light dark; }
body { background: Canvas; }
@media (prefers-color-scheme: dark) and (forced-colors: none) { #dark { color: #333; } }
@media (prefers-color-scheme: light) and (forced-colors: none) { #light { color: #ddd; } }
@media (forced-colors: active) {
  #forced { forced-color-adjust: none; color: #777; background: #888; }
}
</style><main><h1>A</h1><p id="dark">Dark</p><p id="light">Light</p><p id="forced">Forced</p>
<div id="late"></div></main></html>"""
DRESSES = USUAL[:4]


@pytest.fixture
def faded(browser: Browser) -> Page:
    found = browser.new_page()
    found.set_content(FADING)
    return found


def seen(page: Page, looks: list[Look], *, whole: bool = False) -> list[set[str]]:
    """What is found in each look, the first of which is for every rule: rules with an id."""
    told = []
    for n, look in enumerate(looks):
        dress(page, look)
        found = found_in(page, look, whole=whole and not n, every=not n)
        told.append({one.split(">")[0] for one in found})
    return told


def contrast(of: str) -> set[str]:
    return {f'color-contrast: \'<p id="{of}"'}


@pytest.mark.browser
def test_words_that_fade_in_one_dress_are_found_in_that_one(faded: Page) -> None:
    light, dark, dark_forced, light_forced = seen(faded, DRESSES, whole=True)

    assert light == contrast("light")
    assert dark == contrast("dark")
    assert dark_forced == light_forced == contrast("forced")


@pytest.mark.browser
def test_what_comes_with_a_later_view_is_looked_at_and_the_rest_not_again(faded: Page) -> None:
    seen(faded, DRESSES, whole=True)
    faded.evaluate(
        "document.querySelector('#late').innerHTML = `<button></button>"
        "<p id='grey' style='color: #767676; background: #888'>Grey</p>`"
    )

    light, *others = seen(faded, DRESSES)

    assert {one.split()[0] for one in light} == {"button-name:", "color-contrast:"}
    assert not any(contrast("light") & one for one in (light, *others))
    assert ["grey" in "".join(one) for one in others] == [True, False, False]


@pytest.mark.browser
def test_a_target_is_small_that_is_so_where_all_of_it_is_in_sight(page: Page) -> None:
    box = "<div tabindex=0 style='height: 164px; overflow: auto'><p style='height: 105px'>A"
    cut = "<button id=cut style='height: 40px'>B</button>"
    page.set_content(
        f"<html lang=en><title>A</title><main><h1>A</h1>{box}</p>{cut}"
        "<p style='height: 90px'>C</p><button id=low style='height: 9px'>D</button>"
        "<button id=by style='height: 9px; display: block'>E</button>"
        "<button style='position: sticky; bottom: 0; height: 44px; width: 100%'>F</button></main>"
    )

    (found,) = seen(page, DRESSES[:1], whole=True)

    assert {one.split()[2] for one in found} == {'id="low"', 'id="by"'}
    assert page.locator("[tabindex]").evaluate("e => e.scrollTop") == 0


@pytest.mark.browser
def test_the_rules_that_colours_decide_are_those_that_axe_calls_so(faded: Page) -> None:
    faded.evaluate(INSIDE)

    hued = faded.evaluate("axe.getRules(['cat.color']).map(({ ruleId }) => ruleId)")
    assert set(hued) - {"color-contrast-enhanced"} == set(faded.evaluate("sweep.HUED"))
