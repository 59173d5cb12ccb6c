"""What is begun and ended, run in a browser without a map."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import of_stage, scripted

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return scripted(browser, *of_stage("part"))


# A stage with nothing but a scope, and what it takes to count calls.
STAGE = """
const scope = L.journey.scope();
const stage = {...scope, watch: () => () => seen.push("unwatched"), put: () => () => {}};
const seen = [];
const box = new EventTarget();
const press = () => box.dispatchEvent(new Event("click"));
"""


def run(page: Page, script: str) -> Any:
    return page.evaluate(f"async () => {{ {STAGE} {script}; return seen; }}")


def test_what_was_begun_last_ends_first(page: Page) -> None:
    seen = run(page, "[1, 2, 3].forEach((n) => scope.add(() => seen.push(n))); scope.remove();")

    assert seen == [3, 2, 1]


def test_it_ends_once_however_it_ends(page: Page) -> None:
    seen = run(page, "const end = scope.add(() => seen.push(1)); end(); end(); scope.remove();")

    assert seen == [1]


def test_what_fails_to_end_keeps_no_other_from_it(page: Page) -> None:
    seen = run(
        page,
        """addEventListener("error", (event) => { event.preventDefault(); seen.push("reported"); },
            {once: true});
        scope.add(() => seen.push("first")); scope.add(() => { throw new Error("no"); });
        scope.remove();""",
    )

    assert seen == ["reported", "first"]


def test_it_listens_to_elements_until_it_is_removed(page: Page) -> None:
    seen = run(
        page,
        """scope.on(box, "click keydown", (event) => seen.push(event.type));
        press(); box.dispatchEvent(new Event("keydown")); scope.remove(); press();""",
    )

    assert seen == ["click", "keydown"]


def test_it_listens_to_another_window(page: Page) -> None:
    seen = run(
        page,
        """const frame = document.body.appendChild(document.createElement("iframe"));
        const other = frame.contentWindow;
        scope.on(other, "popstate", () => seen.push("heard"));
        other.dispatchEvent(new Event("popstate")); scope.remove();
        other.dispatchEvent(new Event("popstate")); frame.remove();""",
    )

    assert seen == ["heard"]


def test_a_timer_rings_once_and_not_after_its_end(page: Page) -> None:
    seen = run(
        page,
        """const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
        scope.after(1, () => seen.push("rung")); scope.after(1, () => seen.push("called off"))();
        await wait(20);
        scope.after(1, () => seen.push("late")); scope.remove();
        await wait(20);""",
    )

    assert seen == ["rung"]


def test_a_part_ends_with_all_that_it_began_and_with_its_own_parts(page: Page) -> None:
    seen = run(
        page,
        """const inner = (stage) => { stage.add(() => seen.push("inner")); };
        const outer = (stage, name) => {
          stage.on(box, "click", () => seen.push("heard"));
          stage.watch("paint", () => 0, () => {});
          stage.part(inner);
          return {name};
        };
        const made = L.journey.part(stage, outer, "outer");
        seen.push(made.name); press(); made.remove(); press(); scope.remove();""",
    )

    assert seen == ["outer", "heard", "inner", "unwatched"]


def test_a_part_that_fails_is_undone_as_far_as_it_came(page: Page) -> None:
    seen = run(
        page,
        """const broken = (stage) => {
          stage.add(() => seen.push("undone"));
          throw new Error("no");
        };
        try { L.journey.part(stage, broken); } catch (error) { seen.push(error.message); }""",
    )

    assert seen == ["undone", "no"]
