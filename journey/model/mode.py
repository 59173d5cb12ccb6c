"""How people move."""

from __future__ import annotations

from enum import StrEnum


class Mode(StrEnum):
    """Means of transport of a leg."""

    TRAIN = "train"
    BUS = "bus"
    HANDCAR = "handcar"
    WALK = "walk"
    SHIP = "ship"
    PLANE = "plane"
    CAR = "car"
    BICYCLE = "bicycle"
    HORSE = "horse"
    OTHER = "other"
