from __future__ import annotations

import json

import folium
import pytest
from streamlit_folium import _get_feature_group_string, _get_map_string

from journey.stage.bundle import Addresses
from journey.stage.map import Told, framed_map


def addresses(version: str = "1", language: str = "en") -> Addresses:
    """Where the stage of that version lies in that language."""
    stem = f"../../assets/journeys/a/{language}.{version}"
    return Addresses(
        f"{stem}.js", "../../assets/stage/stage.css", f"{stem}.json", language, version
    )


def shown(version: str = "1", language: str = "en") -> folium.Map:
    """The stage of that version in that language."""
    return framed_map(addresses(version, language))


def code(chart: folium.Map) -> str:
    """What the frame runs to draw the map, as it tells maps apart."""
    return str(_get_map_string(chart))


def test_a_map_is_told_apart_by_what_it_shows_and_not_by_its_language() -> None:
    assert code(shown()) == code(shown())
    assert code(shown()) != code(shown("2"))
    assert code(shown()) == code(shown(language="ko"))


def test_the_map_opens_the_stage_once_and_loads_nothing_else() -> None:
    chart = shown()

    assert code(chart).count("L.journey.dashboard.open(") == 1
    assert [url for _, url in chart.default_js] == ["../../assets/journeys/a/en.1.js"]
    assert [url for _, url in chart.default_css] == ["../../assets/stage/stage.css"]


@pytest.mark.parametrize("leg", ["train", None, "</script>"])
def test_a_choice_is_a_call_and_does_not_draw_the_map_anew(leg: str | None) -> None:
    chart = shown()
    before = code(chart)

    call = _get_feature_group_string(Told(leg, 3, addresses(), "Missing."), chart)

    told = call.partition(".dashboard.hear(map_div,")[2].partition(");")[0]
    words = "../../assets/journeys/a/en.1.json"
    assert json.loads(f"[{told}]") == [leg, 3, "en", words, "Missing."]
    assert "</script>" not in call
    assert code(shown()) == before
