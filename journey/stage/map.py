"""The track as one Folium map, with the stage inside the map's own element."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import folium
from folium.template import Template

from journey.stage.bundle import Files
from journey.stage.wire import wire
from journey.track import Track
from journey.wording import Wording


class Stage(folium.MacroElement):
    """Base map, route, strip, cards and legend on the map that it is added to.

    ``data`` is what :func:`journey.stage.wire.wire` returns, and ``base`` the
    addresses of the base map's files by layer.
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
            L.journey.stage({{ this._parent.get_name() }}, {{ this.data|tojson }},
                {{ this.base|tojson }});
        {% endmacro %}
        """
    )

    def __init__(self, data: Mapping[str, Any], base: Mapping[str, Any]) -> None:
        super().__init__()
        self.data, self.base = data, base


class Chosen(folium.FeatureGroup):
    """Tells the stage which leg is chosen; adds nothing to the map."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = L.featureGroup();
            {{ this._parent.get_name() }}.journey.goTo({{ this.leg|tojson }});
        {% endmacro %}
        """
    )

    def __init__(self, leg: str | None) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "FeatureGroup"
        self.leg = leg


def draw_map(track: Track, wording: Wording, files: Files) -> folium.Map:
    """The stage of ``track``, its files at the addresses in ``files``."""
    return of_data(wire(track, wording), files)


def of_data(data: Mapping[str, Any], files: Files) -> folium.Map:
    """The stage of what :func:`wire` returned, for those who keep that."""
    (south, west), (north, east) = data["bounds"]
    chart = folium.Map(
        location=[(south + north) / 2, (west + east) / 2], zoom_start=6, tiles=None,
        zoom_control=False, control_scale=False, attribution_control=True,
        zoom_snap=0.25, zoom_delta=1, wheel_px_per_zoom_level=120, max_zoom=18, min_zoom=2,
        prefer_canvas=True, fade_animation=False,
    )  # fmt: skip
    chart.default_js = list(files.scripts)
    chart.default_css = list(files.styles)
    chart.add_child(Stage(data, files.base))
    return chart
