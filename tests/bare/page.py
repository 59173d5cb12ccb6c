"""One st_folium map with one line, its scripts from this server as there is no internet."""

import folium
import streamlit as st
from folium.template import Template
from streamlit_folium import st_folium


class Drawn(folium.MacroElement):
    """Says when the line is on screen, as the stage does."""

    _template = Template("""
        {% macro script(this, kwargs) %}
            requestAnimationFrame(() => setTimeout(() => {
                {{ this._parent.get_name() }}.getContainer().dataset.drawn = "true";
            }, 0));
        {% endmacro %}
        """)


st.set_page_config(layout="wide")
chart = folium.Map(location=[41, 128], zoom_start=6, tiles=None)
chart.default_js = [("leaflet", "../../assets/leaflet/leaflet.js")]
chart.default_css = [("leaflet", "../../assets/leaflet/leaflet.css")]
folium.PolyLine([(39.00, 125.74), (42.25, 130.29)]).add_to(chart)  # type: ignore[no-untyped-call]
chart.add_child(Drawn())  # type: ignore[no-untyped-call]
st_folium(chart, height=700, use_container_width=True, returned_objects=[])
