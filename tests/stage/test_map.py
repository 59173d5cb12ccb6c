from __future__ import annotations

import json

import folium
import pytest
from streamlit_folium import _get_feature_group_string, _get_map_string

from journey.stage.bundle import Addresses
from journey.stage.map import Chosen, stage_map


def shown(script: str = "../../assets/journeys/a/en.1.js") -> folium.Map:
    """The stage with that script."""
    return stage_map(Addresses(script, "../../assets/stage/stage.css"))


def code(chart: folium.Map) -> str:
    """What the frame runs to draw the map, as it tells maps apart."""
    return str(_get_map_string(chart))


def test_a_map_is_told_apart_by_the_script_it_loads() -> None:
    assert code(shown()) == code(shown())
    assert code(shown()) != code(shown("../../assets/journeys/a/en.2.js"))


def test_the_map_opens_the_stage_once_and_loads_nothing_else() -> None:
    chart = shown()

    assert code(chart).count("L.journey.open(") == 1
    assert [url for _, url in chart.default_js] == ["../../assets/journeys/a/en.1.js"]
    assert [url for _, url in chart.default_css] == ["../../assets/stage/stage.css"]


@pytest.mark.parametrize("leg", ["train", None, "</script>"])
def test_a_choice_is_a_call_and_does_not_draw_the_map_anew(leg: str | None) -> None:
    chart = shown()
    before = code(chart)

    call = _get_feature_group_string(Chosen(leg, 3), chart)

    told = call.partition(".journey.goTo(")[2].partition(");")[0]
    assert json.loads(f"[{told}]") == [leg, 3]
    assert "</script>" not in call
    assert code(shown()) == before
