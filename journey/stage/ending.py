"""What the stage tells at the end of the journey."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from journey.stage.statement import statement
from journey.track.track import Track
from journey.words.ending import ending as told
from journey.words.wording import Wording


def ending(track: Track, wording: Wording) -> dict[str, Any]:
    """Where one has arrived, the whole of it, and what came next, as plain data.

    ``pictures`` is None where the journey names none; its address leaves the
    page, and its ``note`` says so.
    """
    found = told(track, wording)
    pictures = None
    if found.shown:
        host = urlsplit(found.shown.url).hostname or ""
        pictures = {
            "said": found.pictures,
            "by": found.shown.label,
            "url": found.shown.url,
            "note": wording.say("ending.leaves", host=host.removeprefix("www.")),
        }
    others = wording.listing(found.others)
    return {
        "arrived": {
            **statement(found.arrived),
            "said": wording.say("ending.arrived", place=found.arrived.said),
        },
        "others": wording.say("map.others", others=others) if others else "",
        "when": found.when and statement(found.when),
        "totals": [statement(total) for total in found.totals],
        "after": [statement(claim) for claim in found.after],
        "pictures": pictures,
    }
