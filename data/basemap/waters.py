"""Names of waters and islands that routes touch, the world over, from a table by hand."""

from math import ceil, cos, log2, radians

from places import Place, read, spoken

#: Pixels that a sea or a strait is wide on a web map where there is room for its name.
SEA, STRAIT = 130.0, 24.0
#: Pixels of a letter of an island's name, and beside the name.
LETTER, ROOM = 7.0, 10.0
#: The zooms from which a name shows, at the least and at the most.
ZOOMS = {"sea": (3, 7), "strait": (6, 11), "island": (4, 11)}
#: Kilometres around the equator (WGS 84), and pixels that it is long at zoom 0.
AROUND, TILE = 40_075.0, 256.0


def labels() -> list[tuple[Place, float]]:
    """The rows of the table, each with how wide it is, in km."""
    return [(label(row), float(row["width"])) for row in read("waters.csv")]


def label(row: dict[str, str]) -> Place:
    """The label of a row; straits are drawn as the seas are."""
    lat, lon, wide = float(row["lat"]), float(row["lon"]), float(row["width"])
    kind, names = row["kind"], spoken(row)
    room = {"sea": SEA, "strait": STRAIT, "island": LETTER * len(names["en"]) + ROOM}[kind]
    zoom = ceil(log2(room / wide * AROUND * cos(radians(lat)) / TILE))
    least, most = ZOOMS[kind]
    shown = "sea" if kind == "strait" else kind
    return Place(shown, "", lat, lon, None, min(max(zoom, least), most), names, True)
