"""The base map as the browser gets it: with a journey, and with nothing left to fetch."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from journey.basemap import credits, layers
from journey.basemap.generalised import generalised
from journey.basemap.layers import Layers
from journey.geo.geometry import Point


def basemap(
    route: Sequence[Point],
    language: str,
    base: Layers | None = None,
    taken: Collection[str] = (),
) -> dict[str, Any]:
    """The layers around ``route``, whose data they are, and the maps to be had online.

    They are those of ``base``, or those that the project ships, without the names
    that are ``taken``.

    The route is points ``(lat, lon)`` in degrees. The result is ready for JSON;
    its ``bbox`` is that of the region at which land is cut, its ``countries`` the
    names in ``language``, or in English, by two-letter code, its ``relief`` the
    picture of the hills, or None.
    """
    base = base or layers.shipped()
    hills = base.reliefs.around(route)
    return {
        **credits.about(),
        "bbox": base.bbox,
        "detail": base.detail,
        "countries": {c: said.get(language, said["en"]) for c, said in base.countries().items()},
        "layers": generalised(base, route, language, taken),
        "relief": hills and {**hills.told(), "data": hills.packed()},
    }


def names(base: Mapping[str, Any]) -> dict[str, Any]:
    """What of a base map is not the same in another language: countries and places."""
    named = {name: layer for name, layer in base["layers"].items() if "points" in layer}
    return {"countries": base["countries"], "layers": named}


def without_world(base: Mapping[str, Any], url: str) -> dict[str, Any]:
    """The same base map, with the address of the world's relief in the place of its picture."""
    world, told = layers.shipped().reliefs.world, base["relief"]
    if world is None or told is None or told["bounds"] != world.bounds:
        return dict(base)
    return {**base, "relief": {**world.told(), "url": url}}
