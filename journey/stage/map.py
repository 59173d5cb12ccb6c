"""The track as one Folium map, with the stage inside the map's own element."""

from __future__ import annotations

from copy import copy
from functools import lru_cache
from typing import Any

import folium
from folium.template import Template

from journey.stage.bundle import OPTIONS, Addresses


class Stage(folium.MacroElement):
    """Base map, route, strip, cards and legend on the map that it is added to.

    The page's script brings along what it shows.
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
            L.journey.dashboard.open({{ this._parent.get_name() }});
        {% endmacro %}
        """
    )


class Told(folium.FeatureGroup):
    """Tells the stage which leg is chosen, and the language of all of it; adds nothing to the map.

    It is a call in the shape of a group of features: of what the frame takes
    without drawing the map anew, only groups may run code of their own, and the
    others can but move the view.

    ``count`` is the number of picks that the stage had sent when the page chose:
    a stage that has sent more by then knows better. Of the ``addresses`` the
    stage asks for the words, where they are in another language than it is;
    ``missing`` is what it says where they do not come.
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = L.featureGroup();
            L.journey.dashboard.hear({{ this._parent.get_name() }},
                {{ this.leg|tojson }}, {{ this.count|tojson }},
                {{ this.language|tojson }}, {{ this.words|tojson }}, {{ this.missing|tojson }});
        {% endmacro %}
        """
    )

    def __init__(self, leg: str | None, count: int, addresses: Addresses, missing: str) -> None:
        super().__init__()
        self._name = "FeatureGroup"
        self.leg, self.count = leg, count
        self.language, self.words, self.missing = addresses.language, addresses.words, missing

    def render(self, **kwargs: Any) -> str:
        """Nothing: the frame runs the script alone, and no page is made of the map again."""
        return ""


class _Rendered(folium.Map):
    """A map that is rendered once: that takes longer than all else that shows it."""

    done = False

    def render(self, **kwargs: Any) -> str:
        if not self.done:
            super().render(**kwargs)  # type: ignore[no-untyped-call]
            self.done = True
        return ""


@lru_cache(64)
def _rendered(addresses: Addresses) -> _Rendered:
    """The map with all that it brings into its page. Nobody else may change it.

    Streamlit's frame draws a map anew only if the code that makes it differs,
    and the script it loads is no part of that code. So what tells contents apart
    is an option of the map as well. It is the same in all languages, for in
    another one the stage needs other words alone.
    """
    chart = _Rendered(location=[0, 0], zoom_start=3, tiles=None, control_scale=False)
    chart.options.update(OPTIONS, version=addresses.version)
    chart.default_js = [("stage", addresses.script)]
    chart.default_css = [("stage", addresses.style)]
    chart.add_child(Stage())  # type: ignore[no-untyped-call]
    chart.render()
    return chart


def framed_map(addresses: Addresses) -> folium.Map:
    """The stage, its files at the ``addresses``; what is added to it is added to no other."""
    drawn = _rendered(addresses)
    chart, page = copy(drawn), copy(drawn.get_root())
    assert isinstance(page, folium.Figure)
    page.script = folium.Element()
    chart._children, chart._parent = drawn._children.copy(), page
    return chart
