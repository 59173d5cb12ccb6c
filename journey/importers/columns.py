"""The columns of a table, by the names that people and programs give them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from itertools import islice
from typing import Literal
from unicodedata import category, normalize

Kind = Literal[
    "lat", "lon", "both", "name", "date", "time", "arrives", "departs", "height", "mode", "text",
    "zone", "offset", "north", "east",
]  # fmt: skip

# English, German, French, Spanish, Italian, Russian and Korean, and what GPS programs write.
_NAMES: dict[Kind, str] = {
    "lat": "lat latitude latdeg latdd decimallatitude gpslat gpslatitude latitudens stoplat "
    "shapeptlat y ycoord breite breitengrad latitud latitudine широта 위도",
    "lon": "lon lng long longitude lonlng londeg longdd decimallongitude gpslon gpslong "
    "gpslongitude longitudeew stoplon shapeptlon x xcoord länge laenge längengrad laengengrad "
    "longitud longitudine долгота 경도",
    "both": "latlon latlng latlong coordinates coordinate coords gps position koordinaten "
    "coordonnées coordenadas coordinate координаты 좌표",
    "name": "name place placename station stationname stop stopname halt location city town title "
    "label ort ortsname bahnhof haltestelle nom lieu gare arrêt nombre lugar estación parada nome "
    "luogo stazione fermata название имя место станция остановка город пункт 이름 역 역명 장소 "
    "지명 정류장",
    "date": "date lcldate day datum tag jour fecha día data giorno дата день 날짜 일자",
    "time": "time lcltime timestamp datetime dateandtime when utc utctime timeutc datetimeutc "
    "gpstime zeit uhrzeit zeitpunkt heure horodatage dateheure hora fechahora ora время датавремя "
    "датаивремя 시간 시각 일시",
    "arrives": "arrive arrives arrival arrivaltime arr arrivalat ankunft an arrivée llegada arrivo "
    "прибытие приезд 도착 도착시각 도착시간",
    "departs": "depart departs departure departuretime dep departureat abfahrt ab départ salida "
    "partenza отправление отъезд 출발 출발시각 출발시간",
    "height": "ele elev elevation alt altitude height z gpsalt gpsaltitude höhe hoehe altura "
    "altitud altitudine quota высота 고도 높이",
    "mode": "mode transport by vehicle transportmode activity type verkehrsmittel moyen medio "
    "mezzo транспорт видтранспорта 교통수단 이동수단",
    "text": "text description desc note notes comment comments remark remarks bemerkung "
    "beschreibung notiz remarque descripción nota descrizione note описание примечание заметка "
    "설명 메모 비고",
    "zone": "zone timezone tz stoptimezone zeitzone fuseau fuseauhoraire zonahoraria fusoorario "
    "часовойпояс 시간대 표준시간대",
    "offset": "utcofst utcoffset",
    # Loggers write in a column of its own on which side of the equator, or of Greenwich.
    "north": "ns latref latituderef gpslatituderef",
    "east": "ew lonref lngref longituderef gpslongituderef",
}
_DELIMITERS = ",;\t|"
_ABOVE = 20  # rows among which the one with the names is looked for
_START = 65_536  # characters in which it is
_UNIT = re.compile(r"[(\[].*?[)\]]")
_FEET = re.compile(r"(^|[^a-z])(ft|feet)([^a-z]|$)")


def _plain(name: str) -> str:
    """The name without marks, spaces, units and signs, in small letters."""
    bare = normalize("NFKD", _UNIT.sub("", name).casefold())
    return "".join(c for c in bare if c.isalnum() and category(c) != "Mn")


_KINDS: dict[str, Kind] = {
    _plain(name): kind for kind, names in _NAMES.items() for name in names.split()
}


@dataclass(frozen=True)
class Header:
    """The row of names: what stands between cells, the rows above it, the columns by kind.

    ``others`` are the names of the columns that are of no kind.
    """

    delimiter: str
    above: int
    columns: dict[Kind, int]
    others: tuple[str, ...]
    feet: bool = False

    @property
    def places(self) -> bool:
        """Whether its columns say where something is."""
        return "both" in self.columns or {"lat", "lon"} <= self.columns.keys()


def header(text: str) -> Header | None:
    """The row of names near the start of the text that says most, or None where none says where.

    >>> header("Ort;Breite;Länge").columns
    {'name': 0, 'lat': 1, 'lon': 2}
    """
    found = [
        head
        for delimiter in _DELIMITERS
        for index, row in enumerate(_first(text, delimiter))
        if (head := _header(row, delimiter, index)).places
    ]
    return max(found, key=lambda head: len(head.columns), default=None)


def tabular(text: str) -> bool:
    """Whether the first rows have several cells, whatever these are called."""
    return any(len(row) > 1 for sign in _DELIMITERS for row in islice(_first(text, sign), 2))


def _first(text: str, delimiter: str) -> Iterator[list[str]]:
    reader = csv.reader(StringIO(text[:_START], newline=None), delimiter=delimiter)
    try:
        yield from islice(reader, _ABOVE)
    except csv.Error:
        return


def _header(row: list[str], delimiter: str, above: int) -> Header:
    columns: dict[Kind, int] = {}
    others: list[str] = []
    for index, name in enumerate(row):
        kind = _KINDS.get(_plain(name[:80]))
        if kind and kind not in columns:
            columns[kind] = index
        elif name.strip():
            others.append(name.strip()[:40])
    high = row[columns["height"]].lower()[:80] if "height" in columns else ""
    return Header(delimiter, above, columns, tuple(others), bool(_FEET.search(high)))
