"""Journeys told truthfully: what is known, how, and where the traveller was.

>>> from journey import Track, load
>>> track = Track.of(load("data/journeys/handcar-2021"))
>>> len(track.legs)
4
"""

from journey.errors import JourneyError, JourneyFileError, JourneyNotFoundError
from journey.files.folder import load
from journey.model.journey import Journey
from journey.track.track import Track

__all__ = ["Journey", "JourneyError", "JourneyFileError", "JourneyNotFoundError", "Track", "load"]
