"""The story page in a real Chromium, from a disk and from the server."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from journey import Journey, Track
from journey.pages.story import page as story_page
from journey.server.sharing import embed
from journey.stage.faces import faces
from journey.words.wording import Wording
from tests.browsing import controls, play_out, rest, until
from tests.conftest import Viewer
from tests.pages.test_cards import FULL, poisoned
from tests.pages.test_story import NASTY
from tests.serving import Server

ENGLISH = Wording("en")

pytestmark = pytest.mark.browser

SIZES = [(1440, 900), (1024, 768), (390, 844)]
# Counts what the Content-Security-Policy forbade.
WATCH = """
window.forbidden = [];
document.addEventListener("securitypolicyviolation", (e) => forbidden.push(e.violatedDirective));
window.alert = () => forbidden.push("alert");
"""


@pytest.fixture
def context(viewer: Viewer) -> BrowserContext:
    return watching(viewer())


def watching(context: BrowserContext) -> BrowserContext:
    """The same, with a count of what the page's policy forbade."""
    context.add_init_script(WATCH)
    return context


class Watched:
    """A page that is opened without a network, and what it asked for and complained of."""

    def __init__(self, context: BrowserContext, url: str) -> None:
        context.set_offline(True)
        self.page = context.new_page()
        self.asked: list[str] = []
        self.errors: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda m: self.errors.append(m.text) if m.type == "error" else None)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.goto(url)
        drawn(self.page)

    def quiet(self, url: str) -> bool:
        """Whether only the page itself was asked for, and nothing went wrong."""
        asked = [a for a in self.asked if a != url and not a.startswith("data:")]
        return (asked, self.errors, self.page.evaluate("forbidden")) == ([], [], [])


def drawn(page: Page) -> None:
    page.locator("[data-named]").wait_for(state="attached")


def test_it_is_set_in_the_faces_that_it_brings(context: BrowserContext, file: Path) -> None:
    page = Watched(context, file.as_uri()).page

    # Those of the first screen: text and what is strong in it, titles, and names of water.
    until(page, "[...document.fonts].filter(({ status }) => status === 'loaded').length >= 4")

    worn = page.evaluate(
        "[...document.fonts].filter(({ status }) => status === 'loaded')"
        ".map(({ family, weight, style }) => [family.replaceAll('\"', ''), weight, style].join())"
    )
    assert set(worn) == {",".join(map(str, face.look)) for face in faces()}


def test_names_are_measured_anew_when_faces_arrive(context: BrowserContext, file: Path) -> None:
    page = Watched(context, file.as_uri()).page

    said = page.evaluate(
        """() => {
          const said = [];
          const { fire } = L.Map.prototype;
          L.Map.prototype.fire = function (type, ...more) {
            said.push(type);
            return fire.call(this, type, ...more);
          };
          document.fonts.dispatchEvent(new Event("loadingdone"));
          return said;
        }"""
    )

    assert "journey:type" in said


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_draws_from_a_disk_and_asks_for_nothing(
    viewer: Viewer, file: Path, size: tuple[int, int], scheme: str
) -> None:
    around = {"width": size[0], "height": size[1]}

    found = Watched(watching(viewer(viewport=around, color_scheme=scheme)), file.as_uri())

    expect(found.page.locator(".jm-segment")).to_have_count(4)
    expect(found.page.locator("#stage")).to_have_attribute("data-theme", scheme)
    assert found.quiet(file.as_uri())
    assert found.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_it_plays_to_its_end(context: BrowserContext, file: Path) -> None:
    found = Watched(context, file.as_uri())
    controls(found.page)
    found.page.get_by_label(ENGLISH.say("play.speed")).select_option("4")
    found.page.get_by_role("button", name=ENGLISH.say("play.truth")).click()

    found.page.get_by_role("button", name=ENGLISH.say("play.play"), exact=True).click()

    play_out(found.page, found.page)

    clock = found.page.locator(".jm-clock")
    expect(clock).to_contain_text("1,115 km of more than 1,115 km")
    found.page.get_by_role("button", name=ENGLISH.say("play.play"), exact=True).wait_for()
    assert found.quiet(file.as_uri())


def test_the_stage_fills_the_first_screen(context: BrowserContext, file: Path) -> None:
    found = Watched(context, file.as_uri())

    for width, height in SIZES:
        found.page.set_viewport_size({"width": width, "height": height})
        box = found.page.locator("#stage").bounding_box()
        assert box is not None
        assert box["width"] == pytest.approx(width, abs=16)
        assert box["y"] + box["height"] == pytest.approx(height, abs=1)
        assert box["y"] < 100


def test_a_legs_title_shows_it_on_the_map(context: BrowserContext, file: Path) -> None:
    page = Watched(context, file.as_uri()).page
    page.locator(".jm-segment").nth(2).click()
    page.keyboard.press("1")
    page.get_by_role("link", name=ENGLISH.say("page.evidence")).click()
    page.locator("#text summary", has_text=ENGLISH.say("page.legs")).first.click()

    page.locator("#text [data-leg=handcar]").first.click()

    expect(page.locator("[data-told]")).to_have_class("mode-handcar")
    expect(page.locator("#stage")).to_be_in_viewport(ratio=0.9)


def test_the_map_is_the_dashboards_near_the_route(context: BrowserContext, file: Path) -> None:
    page = Watched(context, file.as_uri()).page

    names = page.locator(".jm-label:visible").all_inner_texts()

    assert {"Pyongyang", "Rajin", "Vladivostok", "NORTH KOREA"} <= set(names)


@pytest.mark.parametrize("text", NASTY)
def test_hostile_text_runs_nothing(context: BrowserContext, tmp_path: Path, text: str) -> None:
    evil = Track.of(Journey.model_validate(poisoned(FULL, text)))
    file = tmp_path / "evil.html"
    file.write_bytes(story_page(evil, Wording("en")))

    found = Watched(context, file.as_uri())
    found.page.locator(".jm-segment").first.click()
    rest(found.page)

    assert found.quiet(file.as_uri())
    assert found.page.title() == text
    assert "49" not in found.page.locator("h1").inner_text()


def test_without_scripts_the_story_can_be_read(viewer: Viewer, file: Path) -> None:
    page = viewer(java_script_enabled=False).new_page()

    page.goto(file.as_uri())

    expect(page.locator("#stage svg").first).to_be_visible()
    for words in ("By train up the east coast", ENGLISH.say("legs.unknown"), "Sources", "GSHHG"):
        expect(page.get_by_text(words).first).to_be_visible()


def test_it_runs_no_script_that_is_not_its_own(context: BrowserContext, tmp_path: Path) -> None:
    evil = tmp_path / "evil.html"
    html = story_page(Track.of(Journey.model_validate(FULL)), Wording("en"))
    evil.write_bytes(html.replace(b"</main>", b"<script>window.ran = 1</script></main>"))

    page = Watched(context, evil.as_uri()).page

    assert page.evaluate("window.ran") is None
    assert page.evaluate("forbidden") == ["script-src-elem"]


@pytest.mark.parametrize("style", ["display: none", "width: 20px"])
def test_a_frame_that_has_no_size_at_first_draws_when_it_is_seen(
    context: BrowserContext, file: Path, style: str
) -> None:
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
    hidden = file.with_name("outer.html")
    hidden.write_text(f'<iframe src="{file.name}" style="{style}" width=800 height=600>')
    page.goto(hidden.as_uri())
    rest(page)
    expect(page.frame_locator("iframe").locator("[data-drawn]")).to_have_count(0)

    page.locator("iframe").evaluate("(frame) => frame.removeAttribute('style')")

    page.frame_locator("iframe").locator("[data-drawn]").wait_for(state="attached")
    assert errors == []


def test_from_the_server_it_draws_under_the_servers_policy_too(
    context: BrowserContext, server: Server
) -> None:
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)

    page.goto(f"{server.url}story/handcar-2021")
    drawn(page)

    assert errors == []
    assert page.evaluate("forbidden") == []


def test_another_site_shows_it_in_a_frame(
    context: BrowserContext, server: Server, tmp_path: Path
) -> None:
    outer = tmp_path / "outer.html"
    outer.write_text(embed(f"{server.url}story/handcar-2021?lang=en", "Home"), "utf-8")
    page = context.new_page()

    page.goto(outer.as_uri())

    page.frame_locator("iframe").locator("[data-drawn]").wait_for(state="attached")


def test_the_dashboard_hands_it_out(context: BrowserContext, server: Server) -> None:
    page = context.new_page()
    page.goto(server.url)
    page.locator("summary", has_text=ENGLISH.say("sharing.title")).click()

    with page.expect_download() as started:
        page.get_by_role("link", name=ENGLISH.say("export.html")).click()

    assert started.value.suggested_filename == "handcar-2021.html"
    assert Path(started.value.path()).read_bytes().startswith(b"<!doctype html>")


def test_the_dashboard_tells_how_to_embed_it(context: BrowserContext, server: Server) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(server.url)
    page.locator("summary", has_text=ENGLISH.say("sharing.title")).click()

    page.get_by_role("button", name=ENGLISH.say("sharing.copy"), exact=True).click()

    expect(page.get_by_role("button", name=ENGLISH.say("sharing.copied"))).to_be_visible()
    copied = str(page.evaluate("navigator.clipboard.readText()"))
    assert copied.startswith(f'<iframe src="{server.url}story/handcar-2021?lang=en"')
    until(page, "document.querySelector('.take img').naturalWidth > 100")
