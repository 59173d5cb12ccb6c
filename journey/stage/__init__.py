"""The stage: one Folium map that holds everything a viewer needs."""
