"""How large on the dashboard is what can be pressed."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browsing import DESK, PHONE, TARGETS, inside, open_stage
from tests.conftest import Viewer
from tests.serving import Server

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("size", "least"), [(DESK, 24), (PHONE, 44)])
def test_what_is_pressed_is_large_enough_for_what_presses_it(
    viewer: Viewer, server: Server, size: tuple[int, int], least: int
) -> None:
    touch = {"has_touch": True, "is_mobile": True} if least == 44 else {}
    page = viewer(viewport={"width": size[0], "height": size[1]}, **touch).new_page()
    open_stage(page, f"{server.url}?leg=handcar")
    expect(page.locator(".folds")).to_be_visible()

    for frame in (page.main_frame, inside(page)):
        frame.evaluate(
            "document.querySelectorAll('details').forEach((one) => { one.open = true; })"
        )
        assert frame.evaluate(TARGETS, least) == []
