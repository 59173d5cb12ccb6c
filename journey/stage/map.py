"""The track as one Folium map, with the stage inside the map's own element."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import folium
from folium.template import Template

from journey.stage.bundle import OPTIONS, Files


class Stage(folium.MacroElement):
    """Base map, route, strip, cards and legend on the map that it is added to.

    ``data`` is what :func:`journey.stage.wire.wire` returns, or a name of that
    where the page's script brings it along. A map is taken for another one only
    if its script differs, so the name has to tell contents apart.
    """

    _name = "Stage"
    _template = Template(
        """
        {% macro header(this, kwargs) %}
            <style>html, body, #root, #parent, .float-child { height: 100%; margin: 0; }
            #{{ this._parent.get_name() }} { height: 100% !important; width: 100% !important; }
            </style>
        {% endmacro %}
        {% macro script(this, kwargs) %}
            {%- if this.data is string %}
            /* {{ this.data }} */ L.journey.open({{ this._parent.get_name() }});
            {%- else %}
            L.journey.open({{ this._parent.get_name() }}, {{ this.data|tojson }});
            {%- endif %}
        {% endmacro %}
        """
    )

    def __init__(self, data: Mapping[str, Any] | str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.data = data


class Chosen(folium.FeatureGroup):
    """Tells the stage which leg is chosen; adds nothing to the map.

    ``count`` is the number of picks that the stage had sent when the page chose:
    a stage that has sent more by then knows better.
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = L.featureGroup();
            {{ this._parent.get_name() }}.journey.goTo(
                {{ this.leg|tojson }}, {{ this.count|tojson }});
        {% endmacro %}
        """
    )

    def __init__(self, leg: str | None, count: int = 0) -> None:
        super().__init__()
        self._name = "FeatureGroup"
        self.leg, self.count = leg, count


def stage_map(data: Mapping[str, Any] | str, files: Files) -> folium.Map:
    """The stage of ``data`` as :class:`Stage` takes it, its files at the addresses in ``files``."""
    chart = folium.Map(location=[0, 0], zoom_start=3, tiles=None, control_scale=False)
    chart.options.update(OPTIONS)
    chart.default_js = [("stage", files.script)]
    chart.default_css = [("stage", files.style)]
    chart.add_child(Stage(data))
    return chart
