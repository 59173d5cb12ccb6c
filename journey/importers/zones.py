"""In which time zone a point lies: as a package knows it, where that is installed."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any
from zoneinfo import available_timezones

from journey.geo.geometry import Point

_PACKAGE = "timezonefinder"  # of the extra ``basemap``


def zone(name: str) -> str:
    """The name of a zone that a file gives, or nothing where there is none of that name."""
    return name if name in _known() else ""


@cache
def _known() -> set[str]:
    return available_timezones()


def finder(given: str | None) -> Callable[[Point], str | None]:
    """What tells the zone of a point; that which is ``given`` where nobody knows better."""
    try:
        found: Any = import_module(_PACKAGE).TimezoneFinder()
    except ImportError:
        return lambda _: given
    known = _known()

    @cache
    def there(point: Point) -> str | None:
        name = found.timezone_at(lat=point[0], lng=point[1])
        return name if name in known and not name.startswith("Etc/") else given

    return there
