"""How a leg was travelled: as the file says, else as its speed makes likely."""

from __future__ import annotations

import re

import numpy as np

from journey.basemap.layers import shipped
from journey.importers.found import Floats, Line
from journey.model.mode import Mode

# In the other languages in which the columns of a table may be named.
_ABROAD = {
    Mode.TRAIN: "zug bahn eisenbahn tren treno поезд поездом 기차 열차",
    Mode.TRAM: "straßenbahn strassenbahn tranvía трамвай 전차",
    Mode.UNDERGROUND: "u-bahn métro metropolitana метро 지하철",
    Mode.BUS: "autobus autobús автобус 버스",
    Mode.CAR: "auto wagen pkw voiture coche автомобиль машина такси 자동차 택시",
    Mode.BICYCLE: "fahrrad rad vélo bicicleta bici велосипед 자전거",
    Mode.WALK: "fuß fuss pied pie piedi пешком 도보 걷기",
    Mode.SHIP: "schiff bateau barco nave корабль пароход теплоход 배 선박",
    Mode.FERRY: "fähre faehre traghetto паром 페리 여객선",
    Mode.PLANE: "flugzeug flug avion avión aereo самолёт самолет 비행기",
    Mode.HORSE: "pferd cheval caballo cavallo лошадь верхом 말",
}

# Words that programs and people write for a mode, and the parts of them.
_WORDS: dict[str, Mode] = {
    **{mode.value: mode for mode in Mode},
    **dict.fromkeys(("walking", "hiking", "hike", "running", "run", "foot", "pedestrian",
                     "trekking", "trail", "on_foot", "jogging", "jog", "nordicwalking",
                     "mountaineering", "climbing", "snowshoe"), Mode.WALK),
    **dict.fromkeys(("cycling", "biking", "bike", "ride", "velo", "mtb", "roadbike", "racebike",
                     "citybike", "touringbicycle", "virtualride"), Mode.BICYCLE),
    **dict.fromkeys(("driving", "drive", "automobile", "vehicle", "taxi", "motorcycling",
                     "motorcycle"), Mode.CAR),
    **dict.fromkeys(("rail", "railway"), Mode.TRAIN),
    **dict.fromkeys(("subway", "metro"), Mode.UNDERGROUND),
    **dict.fromkeys(("flight", "flying", "airplane", "aeroplane", "aircraft", "glider", "gliding",
                     "paragliding", "air"), Mode.PLANE),
    **dict.fromkeys(("sailing", "sail", "motorboat", "yacht", "rowing"), Mode.BOAT),
    **dict.fromkeys(("kayak", "kayaking", "canoeing", "paddling"), Mode.CANOE),
    **dict.fromkeys(("skiing", "snowboarding", "skitour", "snowboard"), Mode.SKI),
    **dict.fromkeys(("swim", "swimming", "surfing", "kitesurfing", "windsurfing", "skating",
                     "skate", "skaten", "skateboarding"), Mode.OTHER),
    "coach": Mode.BUS, "steamer": Mode.SHIP, "steamship": Mode.SHIP, "vessel": Mode.SHIP,
    "horseback": Mode.HORSE, "camel": Mode.RIDING, "carriage": Mode.OTHER,
    **dict.fromkeys(("gondola", "cablecar", "funicular"), Mode.CABLE_CAR),
    "boating": Mode.BOAT, "snowshoeing": Mode.WALK, "sledding": Mode.SLEDGE,
    **{word: mode for mode, words in _ABROAD.items() for word in words.split()},
}  # fmt: skip
# Up to which speed, in km/h, somebody most likely goes by it: of the usual speed, and of
# one that is passed for a twentieth of the time.
_SPEEDS = (
    (Mode.WALK, 7.0, 12.0), (Mode.BICYCLE, 28.0, 55.0), (Mode.CAR, 150.0, 220.0),
    (Mode.TRAIN, 330.0, 380.0),
)  # fmt: skip
_FASTER = Mode.PLANE
# What such a speed means on land, and is that of a boat at sea.
ASHORE = {Mode.WALK, Mode.BICYCLE, Mode.CAR}
# Slower than this is standing, in km/h.
_STANDING = 1.0
_SPAN = 30.0  # s over which a speed is taken, for positions of receivers tremble
# A way is judged by so many of its points; it is long from so many degrees on, and at sea so
# many degrees from the coast, which is true to 4 km.
_LOOKED, _WIDE, _OFF = 9, 0.1, 0.04
_DEGREE = 111.2  # km of a great circle


def named(text: str) -> Mode | None:
    """The mode that a file names in its own words, None where it names none.

    >>> named("Road cycling"), named("open_water_swimming"), named("9")
    (<Mode.BICYCLE: 'bicycle'>, <Mode.OTHER: 'other'>, None)
    """
    if text.lower() in _WORDS:
        return _WORDS[text.lower()]
    words = re.findall(r"[^\W\d_]+(?:-car)?", text.lower())
    return next((_WORDS[word] for word in words if word in _WORDS), None)


def guessed(line: Line) -> tuple[Mode, float] | None:
    """The mode that the speed makes likely, with the usual speed in km/h; None without times."""
    speeds = _speeds(line)
    if not len(speeds):
        return None
    usual, high = float(np.median(speeds)), float(np.percentile(speeds, 95))
    return by_speed(usual, high), usual


def over_sea(line: Line) -> bool:
    """Whether most of a long line leads so far from any land that only a boat goes there.

    What is shorter may lie on an island that the shipped map is too coarse for.
    """
    wide = max(float(np.ptp(line.lats)), float(np.ptp(line.lons)))
    if not _WIDE <= wide < 180:
        return False
    some = np.linspace(0, len(line) - 1, _LOOKED).astype(int).tolist()
    out = sum(shipped().at_sea(line.point(index), _OFF) for index in some)
    return 2 * out > len(some)


def by_speed(usual: float, high: float = 0.0) -> Mode:
    """The mode that makes so many km/h, as a rule and at its fastest.

    >>> by_speed(4.5, 6.0).value, by_speed(800.0).value
    ('walk', 'plane')
    """
    fitting = (mode for mode, one, other in _SPEEDS if usual <= one and high <= other)
    return next(fitting, _FASTER)


def _speeds(line: Line) -> Floats:
    """The speeds in km/h while somebody moved, over half a minute each or longer."""
    known = np.flatnonzero(~np.isnan(line.times))
    if len(known) < 2:
        return np.zeros(0)
    times = line.times[known]
    chosen = known[np.unique(np.floor((times - times[0]) / _SPAN), return_index=True)[1]]
    chosen = np.unique([*chosen, known[-1]])
    lats, lons = line.lats[chosen], line.lons[chosen]
    east = (np.diff(lons) + 180) % 360 - 180
    run = east * np.cos(np.radians(lats[:-1]))
    km = np.hypot(np.diff(lats), run) * _DEGREE
    passed = np.diff(line.times[chosen])
    speeds = km[passed > 0] * 3_600 / passed[passed > 0]
    moving: Floats = speeds[speeds >= _STANDING]
    return moving
