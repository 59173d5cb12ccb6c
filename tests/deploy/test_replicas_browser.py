"""Viewers whose server is killed, or drained and ended, while they read."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.attacks.raw import ask
from tests.browsing import PATIENCE, inside, open_stage, until
from tests.deploy.replicas import HAPROXY, Replicas, replicas
from tests.deploy.travellers import Arrival
from tests.deploy.travelling import LEGS, Travellers, link, travelling

pytestmark = pytest.mark.skipif(HAPROXY is None, reason="HAProxy is not installed")

PLAIN, REAL = 57, 3  # viewers without a browser, and in one


@pytest.fixture
def behind(tmp_path: Path) -> Iterator[Replicas]:
    with replicas(tmp_path) as found:
        yield found


@pytest.fixture
def travellers(behind: Replicas) -> Iterator[Travellers]:
    with travelling(behind.url, PLAIN) as found:
        yield found


def test_each_server_tells_its_numbers_and_the_proxy_none_of_them(behind: Replicas) -> None:
    direct = {ask(server, "/_stcore/metrics").status for server in behind.servers.values()}

    assert direct == {200}
    assert behind.asked("/_stcore/metrics")[0] == 403


def seated(page: Page) -> str:
    """The server that the page's viewer is with."""
    (found,) = [one for one in page.context.cookies() if one["name"] == "server"]
    return found["value"]


def come(browser: Browser, behind: Replicas, number: int) -> Page:
    """A viewer in a browser of their own, who has the page drawn."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.set_default_timeout(PATIENCE)
    open_stage(page, f"{behind.url}?{link(number)}")
    page.evaluate("window.stayed = true")
    return page


def state(page: Page) -> tuple[object, ...]:
    """What a viewer sees: leg, moment and language, on a page that was not loaded anew."""
    stage = inside(page).evaluate("(({ leg, at }) => [leg, at])(map.journey.stage.now())")
    return page.url, stage, page.evaluate("[document.documentElement.lang, window.stayed]")


def connected(page: Page) -> None:
    """Wait until the page is with a server again, and nothing lies over it."""
    expect(page.get_by_test_id("stApp")).to_have_attribute(
        "data-test-connection-state", "CONNECTED"
    )
    expect(page.get_by_role("dialog")).to_have_count(0)


def lost(behind: Replicas, name: str, pages: list[Page]) -> None:
    """Wait until HAProxy knows that the server is gone, and every page has another."""
    until(pages[0], lambda _: name not in behind.up())
    for page in pages:
        until(page, lambda one: seated(one) != name, page)
        connected(page)


def same(before: dict[int, Arrival], now: list[Arrival]) -> None:
    """All who came again look at what they looked at, without a fault."""
    assert [one.fault for one in now if one.fault] == []
    looked = {(one.viewer, before[one.viewer].leg, before[one.viewer].language) for one in now}
    assert {(one.viewer, one.leg, one.language) for one in now} == looked


def test_who_loses_a_server_goes_on_at_another_where_they_were(
    behind: Replicas, travellers: Travellers, browser: Browser
) -> None:
    travellers.arrive(PLAIN)
    pages = [come(browser, behind, number) for number in range(REAL)]
    states = [state(page) for page in pages]
    killed, drained = seated(pages[0]), next(n for n in "abc" if n != seated(pages[0]))
    assert {one.leg for one in travellers.last.values()} == set(LEGS)

    before, gone = dict(travellers.last), travellers.with_server(killed)
    os.kill(behind.servers[killed].pid, signal.SIGKILL)
    lost(behind, killed, pages)
    came = travellers.arrive(len(gone))

    assert {one.viewer for one in came} == gone
    same(before, came)
    assert [state(page) for page in pages] == states

    behind.command(f"set server dashboard/{drained} state drain")
    new = {behind.asked()[1] for _ in range(6)}
    before, gone = dict(travellers.last), travellers.with_server(drained)
    os.kill(behind.servers[drained].pid, signal.SIGTERM)
    lost(behind, drained, pages)
    came = travellers.arrive(len(gone))

    assert f"server={drained}" not in new
    assert {one.viewer for one in came} == gone
    same(before, came)
    assert [state(page) for page in pages] == states
