"""Pages of another site that frame, open and command the pages of this server."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Frame, Page, Route

from journey.server.listener import LISTENER
from tests.attacks.raw import ask
from tests.browsing import ENGLISH, NAMED, PATIENCE, open_stage
from tests.serving import Server

COMPONENT = "component/streamlit_folium.st_folium/index.html"
STORY = "story/handcar-2021"

# What makes the component run a script, by its own protocol.
COMMAND = """{
  isStreamlitMessage: true, type: "streamlit:render", disabled: false, theme: {}, dfs: [],
  args: {script: "window.taken = true; var map_div = L0;", html: "", header: "", height: 100,
    js_links: [], css_links: [], returned_objects: [], default: "{}", feature_group: "",
    layer_control: "", zoom: null, center: null, return_on_hover: false, pixelated: false},
}"""
# Counts what a window hears, before any script of its page can stop it.
EAR = 'window.heard = 0; addEventListener("message", () => { window.heard += 1; }, true);'
# Keeps what the policy of a page has stopped.
WATCH = """window.violations = [];
addEventListener("securitypolicyviolation", (e) => { violations.push(e.effectiveDirective); });"""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A viewer of both sites, whose windows count what they hear."""
    opened = browser.new_context()
    opened.set_default_timeout(PATIENCE)
    opened.add_init_script(EAR)
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A window of that viewer."""
    return context.new_page()


def framed(page: Page, address: str) -> Frame:
    """The frame of the foreign page at that address, once something is in it."""
    with page.expect_event("framenavigated", lambda frame: frame != page.main_frame):
        page.evaluate(
            """(address) => new Promise((done) => {
              const frame = document.createElement("iframe");
              frame.onload = done;
              frame.src = address;
              document.body.append(frame);
            })""",
            address,
        )
    return page.frames[1]


def opened(page: Page, address: str) -> Page:
    """The window that the foreign page opened at that address, and holds."""
    with page.expect_popup() as popup:
        page.evaluate("(address) => { window.held = open(address); }", address)
    popup.value.wait_for_load_state()
    return popup.value


def bare(context: BrowserContext, *, listener: bool) -> None:
    """Take from the component's page its headers, and what listens first if that is wanted."""

    def strip(route: Route) -> None:
        text = route.fetch().text()
        page = text if listener else text.replace(LISTENER.decode(), "")
        route.fulfill(body=page, content_type="text/html")

    context.route(f"**/{COMPONENT}", strip)


def obeys(page: Page, target: Page | Frame, name: str) -> bool:
    """Whether the target runs the script that the foreign page sends to the window of that name."""
    target.wait_for_function("window.heard !== undefined && !!window.initComponent")
    before = target.evaluate("window.heard")
    page.evaluate(f'{name}.postMessage({COMMAND}, "*")')
    target.wait_for_function("(before) => window.heard > before", arg=before)
    return bool(target.evaluate("window.taken === true"))


@pytest.mark.parametrize("listener", [False, True])
def test_a_component_obeys_no_foreign_page_that_frames_it(
    server: Server, foreign: str, page: Page, listener: bool
) -> None:
    bare(page.context, listener=listener)
    page.goto(foreign)

    frame = framed(page, server.url + COMPONENT)

    assert obeys(page, frame, "frames[0]") is not listener


@pytest.mark.parametrize("listener", [False, True])
def test_a_component_obeys_no_foreign_page_that_opened_it(
    server: Server, foreign: str, page: Page, listener: bool
) -> None:
    bare(page.context, listener=listener)
    page.goto(foreign)

    assert obeys(page, opened(page, server.url + COMPONENT), "held") is not listener


@pytest.mark.parametrize("path", ["", "stories", COMPONENT, "oembed", "stories.json", "story/a/b"])
def test_a_foreign_page_frames_nothing_but_stories(
    server: Server, foreign: str, page: Page, path: str
) -> None:
    page.goto(foreign)

    assert framed(page, server.url + path).url.startswith("chrome-error:")


def test_a_foreign_page_may_frame_a_story(server: Server, foreign: str, page: Page) -> None:
    page.goto(foreign)

    frame = framed(page, server.url + STORY)

    assert frame.url == server.url + STORY
    frame.locator(NAMED).wait_for(state="attached")


@pytest.mark.parametrize("path", ["", "stories", COMPONENT])
def test_a_foreign_page_loses_hold_of_what_it_opens(
    server: Server, foreign: str, page: Page, path: str
) -> None:
    page.goto(foreign)

    opened(page, server.url + path)

    page.wait_for_function("window.held.closed")


def test_no_page_of_another_site_steers_the_dashboard(server: Server) -> None:
    told = ask(server, "/_stcore/host-config")

    assert json.loads(told.body)["allowedOrigins"] == []


def test_the_dashboard_asks_for_nothing_that_is_refused(server: Server, page: Page) -> None:
    refused, elsewhere = [], []
    page.on("response", lambda got: refused.append(got.url) if got.status >= 400 else None)
    page.on("request", lambda sent: elsewhere.append(sent.url))
    page.add_init_script(WATCH)

    open_stage(page, server.url)

    assert refused == []
    assert [url for url in elsewhere if not url.startswith((server.url, "data:", "blob:"))] == []
    assert [frame.evaluate("window.violations") for frame in page.frames] == [[], []]


def test_nothing_that_a_viewer_does_is_stopped_by_the_policy(server: Server, page: Page) -> None:
    page.add_init_script(WATCH)
    page.route("https://tile.openstreetmap.org/**", lambda _: None)
    frame = open_stage(page, server.url)

    page.locator("[data-leg]").first.click()
    frame.locator(".jm-card").wait_for()
    frame.get_by_text(ENGLISH.say("map.legend"), exact=True).click()
    frame.get_by_label(ENGLISH.say("map.online")).select_option(label="OpenStreetMap")
    frame.locator(".leaflet-tile").first.wait_for(state="attached")
    frame.get_by_label(ENGLISH.say("map.online")).select_option("")
    frame.locator(".leaflet-tile").first.wait_for(state="detached")

    assert [part.evaluate("window.violations") for part in page.frames] == [[], []]


def test_what_gets_into_the_dashboards_page_runs_no_script(server: Server, page: Page) -> None:
    page.add_init_script(WATCH)
    open_stage(page, server.url)

    page.evaluate(
        """document.body.insertAdjacentHTML("beforeend",
          '<img src="data:," onerror="window.taken = true">')"""
    )
    page.wait_for_function("window.violations.includes('script-src-attr')")

    assert page.evaluate("window.taken") is None


def test_the_listener_comes_before_every_script_of_the_component(server: Server) -> None:
    page = ask(server, f"/{COMPONENT}")

    assert page.body.count(LISTENER) == 1
    assert page.body.index(LISTENER) < page.body.index(b"<script defer")
    assert int(page.one("content-length")) == len(page.body)
    again = ask(server, f"/{COMPONENT}", f"If-None-Match: {page.one('etag')}")
    assert (again.status, again.body) == (304, b"")
