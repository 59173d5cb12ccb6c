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

    ``data`` is what :func:`journey.stage.wire.wire` returns, or the address
    where the browser finds that as JSON; ``base`` is what the base map is made
    of, where the page's script does not bring that along.
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
            L.journey.open({{ this._parent.get_name() }}, {{ this.data|tojson }}
                {%- if this.base %}, {{ this.base|tojson }}{% endif %});
        {% endmacro %}
        """
    )

    def __init__(self, data: Mapping[str, Any] | str, base: Mapping[str, Any] | None) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.data, self.base = data, base


class Chosen(folium.FeatureGroup):
    """Tells the stage which leg is chosen; adds nothing to the map."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = L.featureGroup();
            L.journey.goTo({{ this._parent.get_name() }}, {{ this.leg|tojson }});
        {% endmacro %}
        """
    )

    def __init__(self, leg: str | None) -> None:
        super().__init__()
        self._name = "FeatureGroup"
        self.leg = leg


def draw_map(track: Track, wording: Wording, files: Files) -> folium.Map:
    """The stage of ``track`` with its data inside, its files at the addresses in ``files``."""
    return at_address(wire(track, wording), files)


def at_address(data: Mapping[str, Any] | str, files: Files) -> folium.Map:
    """The stage of what :func:`wire` returned, or of the address where that is."""
    chart = folium.Map(
        location=[0, 0],
        zoom_start=3,
        tiles=None,
        zoom_control=False,
        control_scale=False,
        zoom_snap=0.25,
        wheel_px_per_zoom_level=120,
        max_zoom=18,
        min_zoom=2,
        fade_animation=False,
    )
    chart.default_js = list(files.scripts)
    chart.default_css = list(files.styles)
    chart.add_child(Stage(data, files.base))
    return chart
