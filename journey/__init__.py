"""Journeys told truthfully: what is known, how, and where the traveller was.

>>> from journey import Track, load
>>> track = Track.of(load("data/journeys/handcar-2021"))
>>> len(track.legs)
4
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journey.errors import JourneyError, JourneyFileError, JourneyNotFoundError
    from journey.exports.giving import story_page, to_csv, to_geojson, to_gpx, to_kml
    from journey.files.folder import load
    from journey.importers.reading import read
    from journey.model.journey import Journey
    from journey.pages.alone import StageMap, stage_map
    from journey.track.track import Track

__all__ = [
    "Journey",
    "JourneyError",
    "JourneyFileError",
    "JourneyNotFoundError",
    "StageMap",
    "Track",
    "load",
    "read",
    "stage_map",
    "story_page",
    "to_csv",
    "to_geojson",
    "to_gpx",
    "to_kml",
]
_ERRORS = "journey.errors"
_ALONE = "journey.pages.alone"
_GIVING = "journey.exports.giving"
_HOMES = {
    "Journey": "journey.model.journey",
    "JourneyError": _ERRORS,
    "JourneyFileError": _ERRORS,
    "JourneyNotFoundError": _ERRORS,
    "StageMap": _ALONE,
    "Track": "journey.track.track",
    "load": "journey.files.folder",
    "read": "journey.importers.reading",
    "stage_map": _ALONE,
    "story_page": _GIVING,
    "to_csv": _GIVING,
    "to_geojson": _GIVING,
    "to_gpx": _GIVING,
    "to_kml": _GIVING,
}

# Who checks types would take every name for one that the package has.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """What the package offers, loaded when it is first asked for.

        Loading takes half a second, in which a command could not yet be stopped
        without a traceback: its own code comes only after the package's.
        """
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_HOMES[name]), name)

    def __dir__() -> list[str]:
        """The names that it offers, which an editor or a notebook completes."""
        return sorted({*globals(), *__all__})
