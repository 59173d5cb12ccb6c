"""Links to a moment, written and read in a real Chromium."""

from __future__ import annotations

import re
from base64 import b64decode
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import FrameLocator, Page, Route, expect
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from journey.words.wording import Wording
from tests.browsing import (
    NAMED,
    controls,
    count_messages,
    idle,
    inside,
    open_stage,
    rest,
    stage,
    until,
)
from tests.dashboard.test_in_browser import PIXEL, choose_tiles
from tests.serving import Server

ENGLISH = Wording("en")
KOREAN_TITLE = "수레를 밀고 집으로"

pytestmark = pytest.mark.browser


def pressed(frame: FrameLocator, name: str) -> None:
    """That button is the one that is pressed."""
    button = frame.get_by_role("button", name=name, exact=True)
    expect(button).to_have_attribute("aria-pressed", "true")


def test_a_moment_survives_a_reload(page: Page, server: Server) -> None:
    frame = open_stage(page, server.url)
    controls(frame)
    frame.get_by_role("button", name=ENGLISH.say("play.truth")).click()
    frame.locator(".jm-stage").focus()
    page.keyboard.press("3")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("0")
    expect(page).to_have_url(f"{server.url}?leg=bus-to-vladivostok&at=0&pacing=truth&view=whole")

    page.reload()

    frame.locator("[data-named]").wait_for(state="attached")
    expect(frame.locator(".jm-card h2")).to_have_text("By bus to Vladivostok")
    # 34 hours and a half, of which none is told to the minute.
    expect(frame.locator(".jm-clock")).to_contain_text(ENGLISH.measure(35, "h"))
    pressed(frame, "True time")
    pressed(frame, "Whole route")


def test_a_moment_typed_by_hand_is_shown(page: Page, server: Server) -> None:
    frame = open_stage(page, f"{server.url}?leg=train&at=50&pacing=truth&view=39.5,127,9")

    expect(frame.locator(".jm-clock")).to_contain_text(ENGLISH.measure(16, "h"))
    assert inside(page).evaluate("() => [map.getCenter().lat, map.getZoom()]") == [
        pytest.approx(39.5, abs=0.01),
        9,
    ]


@pytest.mark.parametrize(
    "nonsense",
    ["leg=nowhere&at=50", "at=50", "leg=%00&view=1,2", "pacing=fast&view=99,0,5", "leg=<b>&at=1e9"],
)
def test_nonsense_falls_back_to_the_start(page: Page, server: Server, nonsense: str) -> None:
    frame = open_stage(page, f"{server.url}?{nonsense}")

    expect(frame.locator(".jm-card")).to_be_hidden()
    pressed(frame, "Whole route")
    controls(frame)
    pressed(frame, "Story")


def test_back_and_forward_go_from_pick_to_pick(page: Page, server: Server) -> None:
    frame = open_stage(page, server.url)
    for number in (0, 2):
        frame.locator(".jm-segment").nth(number).click()
    title = frame.locator(".jm-card h2")
    expect(page).to_have_url(f"{server.url}?leg=handcar")

    page.go_back()
    expect(title).to_have_text("By train up the east coast")
    expect(page.locator(".leg.chosen h3")).to_have_text("By train up the east coast")
    page.go_back()
    expect(frame.locator(".jm-card")).to_be_hidden()
    expect(page.locator(".leg.chosen")).to_have_count(0)
    expect(page).to_have_url(server.url)
    page.go_forward()

    expect(title).to_have_text("By train up the east coast")


def test_two_quick_picks_are_two_steps_back(page: Page, server: Server) -> None:
    frame = open_stage(page, server.url)
    idle(page)
    before = page.evaluate("history.length")

    frame.locator("body").evaluate(
        """() => {
            const all = document.querySelectorAll(".jm-segment");
            all[0].click();
            setTimeout(() => all[2].click(), 0);
        }"""
    )
    expect(page.locator(".leg.chosen h3")).to_have_text("By handcar over the Tumen")
    expect(page).to_have_url(f"{server.url}?leg=handcar")
    idle(page)

    assert page.evaluate("history.length") == before + 2


def test_two_quick_steps_back_end_where_they_lead(page: Page, server: Server) -> None:
    frame = open_stage(page, server.url)
    for number, leg in enumerate(["train", "bus-to-border", "handcar"]):
        frame.locator(".jm-segment").nth(number).click()
        expect(page).to_have_url(f"{server.url}?leg={leg}")
        idle(page)

    page.evaluate("() => { history.back(); setTimeout(() => history.back(), 60); }")
    expect(page).to_have_url(f"{server.url}?leg=train")
    expect(page.locator(".leg.chosen h3")).to_have_text("By train up the east coast")
    idle(page)
    rest(page)

    expect(frame.locator(".jm-card h2")).to_have_text("By train up the east coast")
    expect(page).to_have_url(f"{server.url}?leg=train")


def test_a_card_picked_is_one_step_back(page: Page, server: Server) -> None:
    frame = open_stage(page, f"{server.url}?leg=train&at=50&pacing=truth")
    idle(page)
    before = page.evaluate("history.length")

    page.get_by_role("button", name="By handcar over the Tumen").click()
    expect(page).to_have_url(re.compile("leg=handcar"))
    idle(page)
    rest(page)
    after = page.evaluate("history.length")
    page.go_back()

    expect(frame.locator(".jm-card h2")).to_have_text("By train up the east coast")
    expect(page.locator(".leg.chosen h3")).to_have_text("By train up the east coast")
    expect(page).to_have_url(re.compile("leg=train&at=50&pacing=truth"))
    assert after == before + 1


def test_a_card_picked_before_the_map_is_drawn_wins_over_the_link(
    page: Page, server: Server
) -> None:
    held: list[Route] = []
    page.route("**/stage.*.css", lambda route: held.append(route))
    with page.expect_request("**/stage.*.css"):
        page.goto(f"{server.url}?leg=train&at=50&pacing=truth")
    page.get_by_role("button", name="By handcar over the Tumen").click()
    inside(page).evaluate(
        """() => new Promise((told) => {
            const leg = () => window.map?.journey?.stage.now().leg;
            const look = () => leg() === 2 ? told() : setTimeout(look, 20);
            look();
        })"""
    )

    for route in held:
        route.continue_()
    frame = stage(page)
    frame.locator(NAMED).wait_for(state="attached")
    rest(page)

    expect(frame.locator(".jm-card h2")).to_have_text("By handcar over the Tumen")
    expect(page).to_have_url(f"{server.url}?leg=handcar&pacing=truth")


def test_a_link_to_no_leg_is_put_right(page: Page, server: Server) -> None:
    open_stage(page, f"{server.url}?leg=nonsense&other=1")

    rest(page)

    expect(page).to_have_url(f"{server.url}?other=1")


def test_a_view_that_the_viewer_chose_is_in_the_link(page: Page, server: Server) -> None:
    frame = open_stage(page, server.url)
    frame.get_by_role("button", name=ENGLISH.say("map.zoom_in")).click()

    expect(page).to_have_url(re.compile(r"\?view=4\d\.\d+,12\d\.\d+,[\d.]+$"))


def test_a_card_picked_after_playing_wins_over_the_moment_played(
    page: Page, server: Server
) -> None:
    frame = open_stage(page, server.url)
    frame.get_by_role("button", name=ENGLISH.say("play.play"), exact=True).click()
    for _ in range(2):
        frame.get_by_role("button", name=ENGLISH.say("play.next")).click()
    frame.get_by_role("button", name=ENGLISH.say("play.pause")).click()
    expect(page).to_have_url(re.compile("leg=handcar&at="))

    page.get_by_role("button", name="By bus to the border").click()

    expect(frame.locator(".jm-card h2")).to_have_text("By bus to the border")
    expect(page.locator(".leg.chosen h3")).to_have_text("By bus to the border")
    expect(page).to_have_url(re.compile(r"\?leg=bus-to-border(&at=0)?$"))


def test_a_card_of_the_leg_that_was_played_is_picked_not_taken_back(
    page: Page, server: Server
) -> None:
    frame = open_stage(page, server.url)
    frame.locator(".jm-play").focus()
    page.keyboard.press("1")
    expect(page.locator(".leg.chosen h3")).to_have_text("By train up the east coast")

    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(f"{server.url}?leg=bus-to-border&at=0")
    page.get_by_role("button", name="By bus to the border").click()

    expect(page.locator(".leg.chosen h3")).to_have_text("By bus to the border")
    expect(frame.locator(".jm-card h2")).to_have_text("By bus to the border")


def test_picks_cost_a_run_of_the_fragment_each_and_no_full_run(page: Page, server: Server) -> None:
    frame = open_stage(page, server.url)
    idle(page)
    sent = count_messages(page)

    for number, leg in enumerate(["train", "bus-to-border", "handcar", "bus-to-vladivostok"]):
        frame.locator(".jm-segment").nth(number).click()
        expect(page).to_have_url(f"{server.url}?leg={leg}")
        # The address tells the leg before the server knows it.
        until(page, lambda asked: len(runs(sent)) == asked, number + 1)
        idle(page)

    assert len(runs(sent)) == 4
    assert [run for run in runs(sent) if not run.rerun_script.fragment_id] == []


def test_another_language_costs_one_run_of_the_page_and_what_is_told_in_it_alone(
    page: Page, server: Server
) -> None:
    frame = open_stage(page, f"{server.url}?leg=train&at=50&pacing=truth")
    idle(page)
    frame.locator("body").evaluate("document.body.dataset.kept = 'yes'")
    sent, asked = count_messages(page), list[str]()
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))

    page.locator("a[hreflang=ko]").press("Enter")
    frame.locator("html[lang=ko] [data-named]").wait_for(state="attached")
    expect(page).to_have_url(re.compile("leg=train&at=50&pacing=truth"))
    idle(page)

    assert [run.rerun_script.fragment_id for run in runs(sent)] == [""]
    told = ("/journeys/handcar-2021", "/parts/legs/handcar-2021", "/parts/rest/handcar-2021")
    assert sorted(path.rpartition("/ko.")[0] for path in asked) == [f"/assets{one}" for one in told]
    assert frame.locator("body").get_attribute("data-kept") == "yes"
    assert inside(page).evaluate("() => map.journey.moment()") == {"leg": 0, "part": 0.5}


def test_the_page_says_that_it_is_in_another_language_and_back_is_the_one_before(
    page: Page, server: Server
) -> None:
    open_stage(page, f"{server.url}?lang=en")
    idle(page)

    page.locator("a[hreflang=ko]").press("Enter")

    expect(page).to_have_title(KOREAN_TITLE)
    expect(page.locator("html")).to_have_attribute("lang", "ko")
    expect(page.get_by_role("status").get_by_text("언어: 한국어")).to_be_attached()
    expect(page.locator("a[hreflang=en]")).to_be_focused()
    expect(stage(page).locator("html")).to_have_attribute("lang", "ko")
    assert inside(page).title() == Wording("ko").say("map.aria", title=KOREAN_TITLE)
    page.go_back()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(stage(page).locator("html")).to_have_attribute("lang", "en")


def test_a_story_that_plays_goes_on_in_another_language(page: Page, server: Server) -> None:
    frame = open_stage(page, server.url)
    frame.get_by_role("button", name=ENGLISH.say("play.play"), exact=True).click()

    page.locator("a[hreflang=ru]").click()

    expect(frame.locator("html")).to_have_attribute("lang", "ru")
    assert inside(page).evaluate("() => map.journey.stage.now().playing")


def test_places_have_their_names_in_another_language_as_if_opened_in_it(
    page: Page, server: Server
) -> None:
    frame = open_stage(page, f"{server.url}?lang=ru&leg=handcar&at=40")

    page.locator("a[hreflang=ko]").press("Enter")
    frame.locator("html[lang=ko] [data-named]").wait_for(state="attached")

    expect(frame.get_by_text("세 나라 국경이 만나는 곳", exact=True)).to_be_visible()


def test_an_online_map_stays_in_another_language(page: Page, server: Server) -> None:
    tiles = {"body": PIXEL, "content_type": "image/png"}
    page.route("https://tile.openstreetmap.org/**", lambda route: route.fulfill(**tiles))
    frame = open_stage(page, f"{server.url}?lang=en")
    choose_tiles(frame)

    page.locator("a[hreflang=ko]").press("Enter")
    frame.locator("html[lang=ko] [data-named]").wait_for(state="attached")

    expect(frame.locator(".jm-online")).not_to_have_value("")


def test_words_that_do_not_come_are_told_and_asked_for_again_at_the_next_pick(
    page: Page, server: Server
) -> None:
    frame = open_stage(page, f"{server.url}?lang=en")
    idle(page)
    page.route("**/assets/journeys/*/ko.*.json", lambda route: route.fulfill(status=404, body="{}"))
    page.locator("a[hreflang=ko]").click()
    expect(frame.get_by_role("alert")).to_have_text(Wording("ko").say("page.words_failed"))
    page.unroute_all()

    page.locator("article button[data-leg=handcar]").click()

    expect(frame.locator("html")).to_have_attribute("lang", "ko")
    expect(frame.locator(".jm-card h2")).to_have_text("궤도 수레로 두만강을 건너")
    expect(frame.get_by_role("alert")).to_have_count(0)


def runs(sent: list[dict[str, dict[str, str]]]) -> list[BackMsg]:
    """The messages of those that ask the server to run the script."""
    return [told for told in map(decoded, sent) if told.WhichOneof("type") == "rerun_script"]


def decoded(event: dict[str, dict[str, str]]) -> BackMsg:
    """The message that the page sent to the server."""
    message = BackMsg()
    message.ParseFromString(b64decode(event["response"]["payloadData"]))
    return message


def test_the_page_is_referred_to_nothing_that_it_may_have_dropped(
    page: Page, server: Server
) -> None:
    frame = open_stage(page, f"{server.url}?leg=train")
    frame.locator(".jm-segment").nth(2).click()
    expect(page.locator(".leg.chosen h3")).to_have_text("By handcar over the Tumen")
    idle(page)
    received = count_messages(page, "Received")

    page.go_back()
    expect(page.locator(".leg.chosen h3")).to_have_text("By train up the east coast")
    idle(page)

    kinds = {told(event).WhichOneof("type") for event in received}
    assert "delta" in kinds
    assert "ref_hash" not in kinds


def told(event: dict[str, dict[str, str]]) -> ForwardMsg:
    """The message that the server sent to the page."""
    message = ForwardMsg()
    message.ParseFromString(b64decode(event["response"]["payloadData"]))
    return message


def test_language_and_journey_stay_in_the_link(page: Page, server: Server) -> None:
    frame = open_stage(page, f"{server.url}?lang=en&other=1")

    frame.locator(".jm-segment").nth(2).click()

    expect(page).to_have_url(f"{server.url}?lang=en&other=1&leg=handcar")
