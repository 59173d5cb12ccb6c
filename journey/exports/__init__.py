"""The formats in which a journey can be taken along."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from journey.exports.page import page
from journey.track import Track
from journey.wording import Wording


class Format(NamedTuple):
    """A format: how its files' names end, its media type, the key of its label, and its maker."""

    suffix: str
    kind: str
    label: str
    make: Callable[[Track, Wording], bytes]


FORMATS = {each.suffix: each for each in (Format("html", "text/html", "format.html", page),)}
