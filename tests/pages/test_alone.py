"""The stage as a map of folium that stands alone."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import folium
import pytest
from folium.plugins import Fullscreen
from playwright.sync_api import Browser, Page, expect

from journey import StageMap, Track, stage_map
from journey.errors import UnknownNameError
from tests.browsing import ENGLISH, NAMED
from tests.conftest import leg, track
from tests.exported import hostile


@pytest.fixture(scope="module")
def layered(handcar: Track) -> StageMap:
    """The shipped journey with layers of somebody else's on its map."""
    chart = stage_map(handcar, "en")
    group = folium.FeatureGroup("Mine").add_to(chart)
    folium.Marker((40, 127), popup="<b>Popped</b>", icon=folium.Icon("red")).add_to(group)
    late = folium.Popup("<i>Late</i>", lazy=True)
    folium.CircleMarker((41, 127), radius=9, tooltip="Round", popup=late).add_to(group)
    line = {"type": "LineString", "coordinates": [[126, 38], [128, 42]]}
    found = {"type": "Feature", "properties": {"kind": "<u>Ridge</u>"}, "geometry": line}
    ahead = folium.GeoJson(
        {"type": "FeatureCollection", "features": [found]},
        name="Line",
        popup=folium.GeoJsonPopup(["kind"], ["What"]),
        tooltip=folium.GeoJsonTooltip(["kind"]),
    )
    chart.add_child(ahead)
    chart.keep_in_front(ahead)
    folium.LayerControl(collapsed=False).add_to(chart)
    return chart


def test_the_page_of_a_map_names_no_script_or_style_sheet_elsewhere(layered: StageMap) -> None:
    linked = re.compile(r"<(?:script|link)[^>]+(?:src|href)=")

    assert linked.findall(layered.get_root().render()) == []
    assert linked.findall(folium.Map().get_root().render())


def test_a_map_brings_its_scripts_once_however_often_it_is_shown(layered: StageMap) -> None:
    first, again = layered.get_root().render(), layered.get_root().render()

    assert first.count(".AwesomeMarkers=") == again.count(".AwesomeMarkers=") == 1


def test_a_map_is_told_in_the_journeys_first_language_or_in_one_that_is_asked_for() -> None:
    found = track(legs=[leg("a", "b")])

    assert '"language":"en"' in stage_map(found).get_root().render()
    assert '"language":"ko"' in stage_map(found, "ko").get_root().render()
    with pytest.raises(UnknownNameError):
        stage_map(found, "tlh")


def test_a_text_of_the_journey_is_text_in_the_page_of_its_map() -> None:
    page = stage_map(hostile("{{ 7*7 }} {% if %} </script></title><b>")).get_root().render()

    assert "<b>" not in page
    assert '"title":"{{ 7*7 }} {% if %} ' in page


def test_a_notebook_gets_a_frame_of_no_origin_as_tall_as_its_figure_says() -> None:
    chart = stage_map(track(legs=[leg("a", "b")]))
    chart._figure().height = "321px"

    frame = chart._repr_html_()

    assert "allow-same-origin" not in frame
    assert re.search(r'sandbox="allow-scripts[ "]', frame)
    assert "height:321px" in frame
    assert html.unescape(frame).count("<iframe") == 1


@pytest.fixture(scope="module")
def notebook(
    layered: StageMap, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """A page with the map in a cell, in a browser that is offline."""
    file: Path = tmp_path_factory.mktemp("notebook") / "cell.html"
    frame = layered._repr_html_()
    file.write_text(f"<!doctype html><meta charset=utf-8><body style=width:960px>{frame}", "utf-8")
    context = browser.new_context(offline=True)
    page = context.new_page()
    errors: list[object] = []
    page.on("pageerror", lambda error: errors.append(error))
    page.on("requestfailed", lambda request: errors.append(request.url))
    page.goto(file.as_uri())
    page.frames[1].locator(NAMED).wait_for(state="attached")
    yield page
    assert errors == []
    context.close()


@pytest.mark.browser
def test_layers_show_and_open_beside_the_stage_in_a_notebook(notebook: Page) -> None:
    frame = notebook.frames[1]

    frame.locator(".leaflet-marker-icon[src^='data:']").dispatch_event("click")

    expect(frame.locator(".leaflet-popup b")).to_have_text("Popped")
    assert frame.locator(".leaflet-overlay-pane path").count() == 2
    expect(frame.locator(".leaflet-control-layers-overlays label")).to_have_text(["Mine", "Line"])


@pytest.mark.browser
@pytest.mark.parametrize(
    ("drawn", "tip", "said", "popup", "told"),
    [
        (0, "", "Round", "i", "Late"),
        (1, " td", "Ridge", "tr", re.compile(r"What\s*Ridge")),
    ],
    ids=["a popup that is made late", "the features of a GeoJSON"],
)
def test_tooltips_and_popups_open_beside_the_stage(
    notebook: Page, drawn: int, tip: str, said: str, popup: str, told: str | re.Pattern[str]
) -> None:
    frame = notebook.frames[1]
    path = frame.locator(".leaflet-overlay-pane path").nth(drawn)

    path.dispatch_event("mouseover")
    expect(frame.locator(f".leaflet-tooltip:not(.jm-tip){tip}")).to_have_text(said)
    path.dispatch_event("click")

    expect(frame.locator(f".leaflet-popup {popup}")).to_have_text(told)


@pytest.mark.browser
def test_a_plugin_that_cannot_be_fetched_leaves_the_stage_and_what_was_added_before(
    handcar: Track, browser: Browser, tmp_path: Path
) -> None:
    chart = stage_map(handcar, "en")
    folium.CircleMarker((41, 127)).add_to(chart)
    Fullscreen().add_to(chart)  # type: ignore[no-untyped-call]
    chart.save(tmp_path / "map.html")
    page = browser.new_context(offline=True).new_page()

    page.goto((tmp_path / "map.html").as_uri())

    page.locator(NAMED).wait_for(state="attached")
    assert page.locator(".leaflet-overlay-pane path").count() == 1
    page.context.close()


@pytest.mark.browser
def test_a_map_in_a_notebook_plays(notebook: Page) -> None:
    frame = notebook.frames[1]

    frame.get_by_role("button", name=ENGLISH.say("opening.start")).click()

    frame.get_by_role("button", name=ENGLISH.say("play.pause")).wait_for()
    assert frame.evaluate("document.documentElement.lang") == "en"
