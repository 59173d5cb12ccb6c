"""The base map that lies beside a journey: read, checked, and made into layers.

The file has ``land``, ``lakes``, ``borders`` with rivers among them, and
``places``, each as features of GeoJSON, and perhaps a picture of the hills, the
``relief``. What is said of whose they are stands here, so that no file can say
it otherwise. Names of countries, waters and islands, and hills elsewhere, are
those that the project ships.
"""

from __future__ import annotations

import io
import json
from base64 import b64decode
from functools import lru_cache
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from journey.basemap.layers import Layer, Layers, shipped
from journey.basemap.relief import LEVELS, Relief
from journey.errors import KeyPath

NAME = "basemap.json"  # of the file in a journey's folder
LIMIT = 4 * 2**20  # bytes of it
VERSION: Literal[2] = 2  # 1 had borders of another source
POINTS = 200_000  # of all its lines at the most
TALL = 4_000  # pixels of a picture from its top to its bottom, at the most

Longitude = Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)]
Latitude = Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)]
Turned = Annotated[float, Field(ge=-720, le=720, allow_inf_nan=False)]  # round the earth
Position = tuple[Longitude, Latitude]
Ring = Annotated[list[Position], Field(min_length=4)]
Line = Annotated[list[Position], Field(min_length=2)]
Code = Annotated[str, Field(pattern=r"^(?:[A-Z]{2}|  )$")]
Name = Annotated[str, Field(min_length=1, max_length=200)]

GSHHG = {
    "attribution": "Coastline and rivers: GSHHG (Wessel & Smith 1996), LGPL-3.0-or-later.",
    "link": "https://www.soest.hawaii.edu/pwessel/gshhg/",
}
OSM = {
    "attribution": "Borders: © OpenStreetMap contributors, ODbL 1.0.",
    "link": "https://www.openstreetmap.org/copyright",
}
GEONAMES = {
    "attribution": "Place names: GeoNames, CC BY 4.0.",
    "link": "https://www.geonames.org",
}
# Whose each layer is; the rivers, which are told with the borders, are whose the land is.
WHOSE = {"land": GSHHG, "lakes": GSHHG, "borders": OSM, "places": GEONAMES}


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


class Areas(_Strict):
    """Outlines, each with what is left out of it."""

    type: Literal["MultiPolygon"]
    coordinates: list[Annotated[list[Ring], Field(min_length=1)]]


class Lines(_Strict):
    """Borders or rivers."""

    type: Literal["MultiLineString"]
    coordinates: list[Line]


class Spot(_Strict):
    """The point of a place."""

    type: Literal["Point"]
    coordinates: Position


class About(_Strict):
    """What a border or a river is: ``sides`` are the countries left and right of each line."""

    kind: Literal["border", "river"]
    sides: list[tuple[Code, Code]] | None = None


class Named(_Strict):
    """A place: its names by language, and the zoom from which there is room for them."""

    names: dict[Annotated[str, Field(max_length=12)], Name]
    kind: Literal["capital", "city", "town", "village", "sea", "river"]
    zoom: Annotated[float, Field(ge=0, le=24)]
    country: Code = "  "

    @model_validator(mode="after")
    def _english(self) -> Named:
        if "en" not in self.names:
            raise ValueError("a name in English is missing")
        return self


class Nothing(_Strict):
    """Areas have no properties."""


class Holders(_Strict):
    """Whose each area is, all of it: two letters each, or spaces where it has several or none."""

    countries: Annotated[str, Field(pattern=r"^(?:[A-Z]{2}|  )*$")] = ""


class _Shaped(_Strict):
    type: Literal["Feature"]
    geometry: Areas


class Area(_Shaped):
    """A feature of areas."""

    properties: Nothing


class Land(_Shaped):
    """A feature of land, perhaps with the countries of its areas."""

    properties: Holders

    @model_validator(mode="after")
    def _held(self) -> Land:
        told = self.properties.countries
        if told and len(told) != 2 * len(self.geometry.coordinates):
            raise ValueError("countries are not as many as areas")
        return self


class Drawn(_Strict):
    """A feature of borders or of rivers."""

    type: Literal["Feature"]
    properties: About
    geometry: Lines

    @model_validator(mode="after")
    def _sided(self) -> Drawn:
        sides = self.properties.sides
        if sides is not None and len(sides) != len(self.geometry.coordinates):
            raise ValueError("sides are not as many as lines")
        return self


class Place(_Strict):
    """A feature of a place."""

    type: Literal["Feature"]
    properties: Named
    geometry: Spot


class Told(_Strict):
    """The layers of the file."""

    land: Annotated[list[Land], Field(min_length=1)]
    lakes: list[Area] = []
    borders: list[Drawn] = []
    places: Annotated[list[Place], Field(max_length=5_000)] = []


class Hills(_Strict):
    """A picture of the hills as WebP in base64: west, south, east and north, pixels to a degree."""

    bounds: tuple[Turned, Latitude, Turned, Latitude]
    pixels: Annotated[float, Field(ge=1, le=60, allow_inf_nan=False)]
    data: Annotated[str, Field(max_length=400_000)]

    @model_validator(mode="after")
    def _drawn(self) -> Hills:
        # Loaded only here, for few journeys have such a picture.
        from PIL import Image

        west, south, east, north = self.bounds
        if not (west < east <= west + 360 and south < north):
            raise ValueError("the bounds are none")
        try:
            with Image.open(io.BytesIO(self.image), formats=["WEBP"]) as picture:
                if picture.width != round((east - west) * self.pixels) or picture.height > TALL:
                    raise ValueError("the picture is of another size")
                picture.load()
        except OSError as error:
            raise ValueError("the picture can't be read") from error
        return self

    @property
    def image(self) -> bytes:
        """The WebP."""
        return b64decode(self.data, validate=True)


class Own(_Strict):
    """The whole file."""

    version: Literal[2]
    layers: Told
    relief: Hills | None = None

    @property
    def points(self) -> int:
        """How many points its lines have."""
        areas = (f.geometry.coordinates for f in (*self.layers.land, *self.layers.lakes))
        lines = (f.geometry.coordinates for f in self.layers.borders)
        return sum(len(ring) for found in areas for area in found for ring in area) + sum(
            len(line) for found in lines for line in found
        )


@lru_cache(maxsize=4)
def own(content: bytes) -> Layers | KeyPath:
    """The layers of such a file, or the keys that lead to what can't be read in it.

    There are none where it is no JSON, or too large.
    """
    if len(content) > LIMIT:
        return ()
    try:
        told = Own.model_validate_json(content)
    except ValidationError as error:
        return error.errors()[0]["loc"]
    if told.points > POINTS:
        return ("layers",)
    return _layers(json.loads(content)["layers"], told.relief)


def under(content: bytes) -> Layers:
    """The layers to draw a journey on: of its own file, or those shipped where it has none."""
    found = own(content) if content else ()
    return shipped() if isinstance(found, tuple) else found


def _layers(told: dict[str, list[Layer]], hills: Hills | None) -> Layers:
    world = shipped()
    told = {**told, "places": _named(told["places"], world)}
    by_name: dict[str, Layer] = {
        name: {**WHOSE[name], "features": features} for name, features in told.items() if features
    }
    # All of the world is in it, so that it is cut at the edges of that alone.
    by_name["land"]["bbox"] = [-180, -90, 180, 90]
    by_name["world_places"] = {
        **world.by_name["world_places"],
        "features": [*_countries(world, "places"), *_countries(world, "world_places")],
    }
    by_name["waters"] = world.by_name["waters"]
    made = Layers.of(by_name, world)
    if hills:
        near = Relief(hills.image, hills.bounds, LEVELS, hills.pixels)
        made.reliefs = made.reliefs._replace(region=near)
    return made


def _named(places: list[Layer], world: Layers) -> list[Layer]:
    """The places but capitals, each also by the names that the project ships of it.

    What cuts the file knows one name of a town, and every map has all capitals.
    """
    shipped_ones = [
        feature["properties"]
        for name in ("places", "world_places")
        for feature in world.by_name[name]["features"]
    ]
    known = {_which(about): about for about in shipped_ones}
    found = []
    for place in places:
        about = place["properties"]
        same = known.get(_which(about), {"names": {}, "kind": ""})
        if same["kind"] != "capital":
            names = {**same["names"], **about["names"]}
            found.append({**place, "properties": {**about, "names": names}})
    return found


def _which(about: dict[str, Any]) -> tuple[str, str]:
    return about["names"]["en"], about.get("country", "  ")


def _countries(world: Layers, name: str) -> list[dict[str, Any]]:
    """Countries, capitals and waters, which every map has."""
    kinds = ("country", "capital", "sea")
    features = world.by_name[name]["features"]
    return [feature for feature in features if feature["properties"]["kind"] in kinds]
