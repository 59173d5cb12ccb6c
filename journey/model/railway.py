"""How a railway and its bridge are drawn where the map is seen from near, on screen and on paper.

Sizes are pixels of the screen at full size; on a narrow screen, and on paper,
all of them are ``smaller`` times as large.
"""

from __future__ import annotations

# The modes that ride on rails.
RAILED = frozenset({"train", "handcar"})

# A pixel is at most so many metres where rails are drawn.
NEAR = 4.0

SIZES: dict[str, float] = {
    "near": NEAR,
    "smaller": 0.8,
    # Between the middles of the two rails; a rail that was travelled, and one that was not yet,
    # which is also pale.
    "gauge": 8.4,
    "rail": 2.9,
    "rest": 2.1,
    "pale": 0.55,
    # A sleeper across the rails and along them, and from one to the next.
    "sleeper": 14.0,
    "thick": 2.6,
    "every": 9.5,
    # The deck between its parapets; piers along it and out of it, and from one to the next;
    # wing walls, along and out; and a bar where a border crosses, beyond each parapet.
    "deck": 26.0,
    "parapet": 1.7,
    "pier": 6.0,
    "reach": 7.0,
    "span": 46.0,
    "wing": 9.0,
    "bar": 10.0,
    # The least length at which a bridge is drawn.
    "least": 40.0,
    # The ring about a point, and the dot in it.
    "ring": 6.0,
    "dot": 2.0,
}
