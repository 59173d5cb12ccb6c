"""Whose the base map's data is, and the maps to be had online."""

from __future__ import annotations

from typing import Any

import xyzservices.providers as xyz

ATTRIBUTION = (
    "Coastline: GSHHG (Wessel & Smith 1996), LGPL-3.0-or-later. "
    'Borders and border rivers: <a href="https://www.openstreetmap.org/copyright">'
    "© OpenStreetMap contributors</a>, ODbL 1.0. Place names: GeoNames, CC BY 4.0; Unicode CLDR."
)
PROVIDERS = (xyz.OpenStreetMap.Mapnik, xyz.OpenTopoMap, xyz.Esri.WorldImagery)


def about() -> dict[str, Any]:
    """Whose the data is, and the online maps, ready for JSON."""
    return {
        "attribution": ATTRIBUTION,
        "providers": [_provider(provider) for provider in PROVIDERS],
    }


def _provider(provider: Any) -> dict[str, Any]:
    return {
        "name": provider.name.partition(".")[0],
        "url": provider.build_url(),
        "attribution": provider.html_attribution,
        "maxZoom": provider.get("max_zoom", 17),
    }


def hosts() -> list[str]:
    """Where tiles may come from, if the viewer asks for them."""
    return ["https://" + provider.build_url().split("/")[2] for provider in PROVIDERS]
