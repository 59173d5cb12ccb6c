"""What a browser does to come to the large parts of the page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from journey.words.wording import Wording
from tests.browsing import NAMED, stage
from tests.serving import Server

pytestmark = pytest.mark.browser


def test_a_part_that_does_not_come_is_asked_for_again(page: Page, server: Server) -> None:
    asked = list[str]()

    def stumble(route: Route) -> None:
        asked.append(route.request.url)
        if asked.count(route.request.url) == 1:
            route.abort()
        else:
            route.continue_()

    page.route("**/assets/parts/**", stumble)
    page.goto(server.url)

    expect(page.locator("article.leg")).to_have_count(4)
    expect(page.locator(".folds")).to_be_attached()
    assert len(asked) == 4


def test_where_a_part_never_comes_the_page_says_so_and_the_map_goes_on(
    page: Page, server: Server
) -> None:
    page.route("**/assets/parts/**", lambda route: route.fulfill(status=502, body="<p>No</p>"))
    page.goto(server.url)

    said = page.get_by_role("alert").filter(has_text=Wording("en").say("page.part_failed"))
    expect(said).to_have_count(2)
    expect(stage(page).locator(NAMED)).to_be_attached()


def test_a_pick_has_no_part_sent_again(page: Page, server: Server) -> None:
    asked = list[str]()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(server.url)
    for leg in ("train", "handcar"):
        page.locator(f"[data-leg={leg}]").first.click()
        expect(page.locator(f".chosen [data-leg={leg}]").first).to_be_attached()

    assert len([url for url in asked if "/assets/parts/" in url]) == 2
