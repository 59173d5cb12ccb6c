"""Journeys told truthfully: what is known, how, and where the traveller was.

>>> from journey import Track, load
>>> track = Track.of(load("data/journeys/handcar-2021"))
>>> len(track.legs)
4
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from journey.errors import JourneyError, JourneyFileError, JourneyNotFoundError
    from journey.files.folder import load
    from journey.model.journey import Journey
    from journey.track.track import Track

__all__ = ["Journey", "JourneyError", "JourneyFileError", "JourneyNotFoundError", "Track", "load"]
_ERRORS = "journey.errors"
_HOMES = {
    "Journey": "journey.model.journey",
    "JourneyError": _ERRORS,
    "JourneyFileError": _ERRORS,
    "JourneyNotFoundError": _ERRORS,
    "Track": "journey.track.track",
    "load": "journey.files.folder",
}


def __getattr__(name: str) -> Any:
    """What the package offers, loaded when it is first asked for.

    Loading takes half a second, in which a command could not yet be stopped
    without a traceback: its own code comes only after the package's.
    """
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
