"""A journey whose ids are names that JavaScript gives a meaning, in a real Chromium."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from journey import Journey
from tests.browsing import controls, idle, open_stage
from tests.conftest import Data, amount, asked, guessed, leg, place, taught, told
from tests.pages.presenting import ENGLISH, act, go, present, step
from tests.serving import Server, serve

pytestmark = pytest.mark.browser

# What objects, lists, promises, functions, documents and windows have by these names.
NAMES = [
    "constructor", "then", "length", "name", "item", "key", "get", "has", "prototype", "body",
    "forms", "top",
]  # fmt: skip


def named() -> Data:
    """A journey with a leg, a place and a question of each of those names, and one place more."""
    ends = [*NAMES, "self"]
    legs = [
        {**leg(*pair, duration=amount(1, "h")), "id": name, "name": {"en": name}}
        for name, pair in zip(NAMES, pairwise(ends), strict=True)
    ]
    questions = [guessed("duration", "h", leg=NAMES[0]), *(asked() for _ in NAMES[1:])]
    lesson = taught(
        questions=[{**one, "id": id} for one, id in zip(questions, NAMES, strict=True)],
        steps=[step("title"), *(step("question", question=id, leg=id) for id in NAMES)],
        vocabulary=[{"place": id, "text": {"en": "A place."}} for id in NAMES],
    )
    published = {"publisher": "A paper", "published": "2021-02-25"}
    return told(
        id=NAMES[0],
        places=[place(id, 0, east) for east, id in enumerate(ends)],
        legs=legs,
        sources=[{"id": id, "title": id, **published} for id in NAMES],
        story=[
            {"id": id, "title": {"en": id}, "claims": [claimed(id)]} for id in NAMES
        ],
        close_up={"leg": NAMES[0], "name": {"en": "From near"}},
        teaching=lesson,
    )  # fmt: skip


def claimed(source: str) -> Data:
    return {"basis": "reported", "source": source, "text": {"en": "It is said."}}


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of that journey."""
    Journey.model_validate(named())  # It has no faults.
    root: Path = tmp_path_factory.mktemp("names")
    (root / NAMES[0]).mkdir()
    (root / NAMES[0] / "journey.yaml").write_text(json.dumps(named()), "utf-8")
    with serve(JOURNEYS=str(root)) as running:
        yield running


def complaints(page: Page) -> list[str]:
    """What the page and its frames complain of, from now on."""
    found: list[str] = []
    page.on("console", lambda m: found.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


def test_the_dashboard_draws_and_picks_legs_of_such_names(page: Page, odd: Server) -> None:
    found = complaints(page)
    frame = open_stage(page, f"{odd.url}?leg={NAMES[0]}")
    title = frame.locator(".jm-card h2")
    expect(title).to_have_text(NAMES[0])

    for number, name in enumerate(NAMES):
        expect(page.locator(f".distance [data-of={name}] path").first).to_be_attached()
        if number:
            frame.locator(".jm-segment").nth(number).click()
        expect(title).to_have_text(name)
        expect(page.locator(".distance [data-of].chosen")).to_have_attribute("data-of", name)
        expect(page.locator("[data-leg][aria-pressed=true]")).to_have_attribute("data-leg", name)
        expect(page).to_have_url(f"{odd.url}?leg={name}")
    page.locator(f"[data-leg={NAMES[0]}]").click()
    expect(title).to_have_text(NAMES[0])
    idle(page)

    assert found == []


def test_the_story_page_follows_links_to_legs_of_such_names(page: Page, odd: Server) -> None:
    found = complaints(page)
    page.goto(f"{odd.url}story/{NAMES[0]}#leg={NAMES[-1]}&at=50")
    page.locator("[data-named]").wait_for(state="attached")
    controls(page)
    page.get_by_role("button", name=ENGLISH.say("strip.diagram")).click()

    for name in NAMES:
        page.evaluate("(leg) => { location.hash = `leg=${leg}`; }", name)
        expect(page.locator(".jm-card h2")).to_have_text(name)
        expect(page.locator(f"[data-of={name}] path").first).to_be_attached()

    assert found == []


def test_a_lesson_counts_guesses_at_questions_of_such_names(page: Page, odd: Server) -> None:
    found = complaints(page)
    page.goto(f"{odd.url}story/{NAMES[0]}")
    page.locator("[data-named]").wait_for(state="attached")
    present(page)

    go(page, 2)
    page.locator(".cl-field").fill("30")
    act(page, "add").click()
    expect(page.locator("[data-guesses]")).to_have_attribute("data-guesses", "1")
    for number in range(3, len(NAMES) + 2):
        go(page, number)

    assert found == []
