"""The one state of the stage, run in a browser without a map."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import of_stage, scripted

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return scripted(browser, *of_stage("store"))


# A store of {a, b}, awake, and an action that sets what it is given.
STORE = """
const put = (state, view, changes) => changes;
const store = L.journey.store({a: 1, b: 1}, (state) => ({sum: state.a + state.b}));
store.wake();
const frame = () => new Promise(requestAnimationFrame);
const seen = [];
"""


def run(page: Page, script: str) -> Any:
    return page.evaluate(f"async () => {{ {STORE} {script}; return seen; }}")


@pytest.mark.parametrize("phase", ["tell", "paint"])
def test_who_watches_is_told_once_and_then_of_what_it_picked(page: Page, phase: str) -> None:
    seen = run(
        page,
        f"""store.watch("{phase}", ({{a}}) => a, (now, before) => seen.push([now, before ?? null]));
        await frame(); await frame();
        store.act(put, {{b: 5}}); await frame(); await frame();
        store.act(put, {{a: 2}}); await frame(); await frame();""",
    )

    assert seen == [[1, None], [2, 1]]


def test_those_who_tell_need_no_frame_and_those_who_paint_wait_for_one(page: Page) -> None:
    seen = run(
        page,
        """for (const phase of ["tell", "paint"])
            store.watch(phase, ({a}) => a, (now) => seen.push([phase, now]));
        await frame(); await frame();
        seen.length = 0;
        store.act(put, {a: 2}); seen.push("acted"); await null; await null; seen.push("soon");
        await frame(); await frame();""",
    )

    assert seen == ["acted", ["tell", 2], "soon", ["paint", 2]]


def test_it_paints_at_once_where_it_must(page: Page) -> None:
    seen = run(
        page,
        """store.watch("paint", ({a}) => a, (now) => seen.push(now));
        store.act(put, {a: 2}); store.paint();""",
    )

    assert seen == [2]


def test_those_who_paint_do_so_in_the_order_in_which_they_came(page: Page) -> None:
    seen = run(
        page,
        """for (const name of ["first", "second", "third"])
            store.watch("paint", ({a}) => a, () => seen.push(name));
        store.paint();""",
    )

    assert seen == ["first", "second", "third"]


def test_several_acts_are_painted_as_one(page: Page) -> None:
    seen = run(
        page,
        """store.watch("paint", ({a}) => a, (now) => seen.push(now));
        [2, 3, 4].forEach((a) => store.act(put, {a}));
        await frame(); await frame();""",
    )

    assert seen == [4]


def test_a_state_is_frozen_and_its_view_made_once(page: Page) -> None:
    seen = run(
        page,
        """const view = store.view();
        store.act(put, {a: 1});
        seen.push(Object.isFrozen(store.now()), store.view() === view, store.view().sum);
        store.act(put, {a: 4});
        seen.push(store.view() === view, store.view().sum);""",
    )

    assert seen == [True, True, 2, False, 5]


def test_an_action_that_fails_changes_nothing(page: Page) -> None:
    seen = run(
        page,
        """const before = store.now();
        const fail = () => { throw new Error("no"); };
        try { store.act(fail); } catch (error) { seen.push(error.message); }
        seen.push(store.now() === before);""",
    )

    assert seen == ["no", True]


def test_who_fails_while_painting_keeps_no_other_from_it_and_nobody_acts_there(page: Page) -> None:
    seen = run(
        page,
        """addEventListener("error", (event) => { event.preventDefault(); seen.push("reported"); },
            {once: true});
        store.watch("paint", ({a}) => a, () => store.act(put, {b: 9}));
        store.watch("paint", ({a}) => a, () => seen.push("painted"));
        store.paint(); seen.push(store.now().b);""",
    )

    assert seen == ["reported", "painted", 1]


def test_who_has_stopped_watching_is_told_no_more(page: Page) -> None:
    seen = run(
        page,
        """const stop = store.watch("paint", ({a}) => a, (now) => seen.push(now));
        store.paint(); stop(); store.act(put, {a: 2}); store.paint();""",
    )

    assert seen == [1]


def test_nobody_is_told_before_it_wakes_or_after_it_is_removed(page: Page) -> None:
    seen = run(
        page,
        """const other = L.journey.store({a: 1, b: 1}, () => ({}));
        other.watch("paint", ({a}) => a, (now) => seen.push(now));
        other.act(put, {a: 2}); other.paint(); await frame(); await frame(); seen.push("awake");
        other.wake();
        other.remove(); other.act(put, {a: 3}); other.paint(); await frame(); await frame();""",
    )

    assert seen == ["awake", 2]
