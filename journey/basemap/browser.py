"""The base map as the browser gets it: with a journey, and with nothing left to fetch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from journey.basemap import credits, layers
from journey.basemap.generalised import generalised
from journey.geo.geometry import Point


def basemap(route: Sequence[Point], language: str) -> dict[str, Any]:
    """The layers around ``route``, whose data they are, and the maps to be had online.

    The route is points ``(lat, lon)`` in degrees. The result is ready for JSON;
    its ``bbox`` is that of the region at which land is cut, its ``countries`` the
    names in ``language``, or in English, by two-letter code.
    """
    base = layers.shipped()
    around = generalised(base, route, language)
    countries = {code: said.get(language, said["en"]) for code, said in base.countries().items()}
    return {**credits.about(), "bbox": base.bbox, "countries": countries, "layers": around}
