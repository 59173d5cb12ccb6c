"""What a screen reader is told of each view: names, in their order, and states."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from journey import Track
from journey.pages.story import page as story
from journey.words.wording import Wording
from tests.browsing import clocked, rest
from tests.conftest import Viewer
from tests.golden import holds
from tests.pages.presenting import do, go, present

pytestmark = pytest.mark.browser

# Roles of the accessibility tree that are led to, or that can be operated.
LANDMARKS = {"main", "region", "navigation", "heading", "image"}
OPERATED = {
    "button", "checkbox", "combobox", "DisclosureTriangle", "link", "radio", "slider", "spinbutton",
    "textbox",
}  # fmt: skip
STATES = ("pressed", "expanded", "checked", "disabled")


def told(node: dict[str, Any]) -> str:
    """Role, name and states of what a screen reader is told; all but the main part has a name."""
    role, name = node["role"]["value"], node.get("name", {}).get("value", "")
    having = {one["name"]: one["value"].get("value") for one in node.get("properties", [])}
    states = [f"{key}={having[key]}".lower() for key in STATES if key in having]
    level = f" {having['level']}" if role == "heading" else ""
    assert name.strip() or role == "main", node
    return " ".join([f"{role}{level}:", name.strip(), *(f"[{one}]" for one in states)])


def outline(page: Page) -> Iterator[str]:
    """All landmarks and all that can be operated, in the order in which they are read."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    by = {node["nodeId"]: node for node in nodes}

    def walk(node: dict[str, Any]) -> Iterator[str]:
        if not node["ignored"] and node["role"]["value"] in LANDMARKS | OPERATED:
            yield told(node)
        for child in node.get("childIds", []):
            if child in by:
                yield from walk(by[child])

    return walk(nodes[0])


def test_names_their_order_and_states_are_those_that_stand_in_a_file(
    viewer: Viewer, file: Path
) -> None:
    context = viewer(reduced_motion="reduce", viewport={"width": 1440, "height": 900})
    page = clocked(context, f"{file.as_uri()}#leg=handcar&at=30")
    found = {}

    def hear(view: str) -> None:
        rest(page, 1)
        found[view] = list(outline(page))

    hear("a leg")
    do(page, "unfold", "help")
    hear("keys")
    page.keyboard.press("Escape")
    page.keyboard.press("c")
    hear("compared")
    page.keyboard.press("c")
    present(page)
    go(page, 3)
    hear("asked")
    page.keyboard.press("r")
    hear("answered")

    first = found["a leg"]
    seen = {view: [line for line in lines if lines is first or line not in first]
            for view, lines in found.items()}  # fmt: skip
    holds("heard", "en", "\n".join("\n".join([f"== {key}", *seen[key]]) for key in seen))


def test_speeds_are_numbers_as_the_language_writes_them(
    viewer: Viewer, handcar: Track, tmp_path: Path
) -> None:
    file = tmp_path / "ru.html"
    file.write_bytes(story(handcar, Wording("ru")))

    page = clocked(viewer(), f"{file.as_uri()}#leg=handcar")

    assert page.locator(".jm-speed option").all_text_contents() == ["0,5×", "1×", "2×", "4×"]


def test_of_what_unfolds_no_sign_is_heard(viewer: Viewer, file: Path) -> None:
    page = clocked(viewer(), file.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    rest(page, 1)

    heard = list(outline(page))

    assert "DisclosureTriangle: The Moscow Times and 3 more [expanded=true]" in heard
