"""IGC files of flight recorders: fixes in UTC, a letter at the start of each line.

After the FAI's Technical Specification for GNSS Flight Recorders, appendix A:
a B record has the time of day, latitude and longitude in minutes of arc to the
thousandth, whether the height was fixed (A) or not (V), and heights in m by
pressure and above the ellipsoid.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from math import nan
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from journey.files.heights import HIGHEST, LOWEST
from journey.importers.content import Content
from journey.importers.found import Drawn, Floats, Found, Story
from journey.importers.objects import left
from journey.importers.plain import name
from journey.importers.points import metres

_FIX = re.compile(
    r"^B(\d{2})(\d{2})(\d{2})(\d{2})(\d{5})([NS])(\d{3})(\d{5})([EW])([AV])(-?\d{4,5})(-?\d{4,5})",
    re.ASCII | re.MULTILINE,
)
_DATE = re.compile(r"H[FOP]DTE(?:DATE:)?\s*(\d{2})(\d{2})(\d{2})", re.IGNORECASE)
_SAID = re.compile(r"H[FOP](PLT|GTY)[^:]*:(.*)", re.IGNORECASE)
_HEAD = re.compile(rb"\xef?\xbb?\xbf?A[A-Z0-9]{3}")
# What recorders write where nobody has told them anything.
_UNSAID = {"none", "not set", "unset", "unknown", "nkn", "nil", "n/a", "default", "undefined"}
# Columns of the fixes, in the order in which these have them.
_Columns = list[tuple[str, ...]]
_MANY = 20_000  # fixes
_HALF = 12 * 3_600  # s; who goes back by more has passed midnight


def looks(content: Content) -> bool:
    """Whether it begins as such a file does, and has a fix or the date in its head."""
    found = _HEAD.match(content.head)
    return bool(found) and bool(re.search(rb"^(HFDTE|B\d{6}\d{7}[NS])", content.head, re.MULTILINE))


def read(content: Content) -> Found:
    """The flight of an IGC file, as one line."""
    lines = content.text.splitlines()
    others = [line for line in lines if not line.startswith("B")]
    said = {found[1].upper(): found[2] for line in others if (found := _SAID.match(line))}
    drawn = _drawn(lines, _day(others), content)
    glider, pilot = (_told(said.get(key, ""), content) for key in ("GTY", "PLT"))
    content.unused["C"] += sum(line.startswith("C") for line in others)  # a task, not a flight
    left(content)
    return Found(
        content.name, (drawn.line(glider, mode="plane" if len(drawn) else ""),),
        story=Story(author=pilot), remarks=content.remarks,
    )  # fmt: skip


def _told(text: str, content: Content) -> str:
    """The name, or nothing where the text says that there is none."""
    found = name(text, content)
    return "" if found.casefold() in _UNSAID else found


def _day(lines: list[str]) -> date | None:
    """The day of the first fix, in UTC."""
    for line in lines:
        if found := _DATE.match(line):
            day, month, year = map(int, found.groups())
            try:
                # The specification is of 1994.
                return date(year + (1900 if year >= 80 else 2000), month, day)
            except ValueError:
                return None
    return None


def _drawn(lines: list[str], day: date | None, content: Content) -> Drawn:
    fixes = [line for line in lines if line.startswith("B")]
    start = datetime.combine(day, time(), UTC).timestamp() if day else nan
    drawn, by_pressure, last = Drawn(), 0, _Clock(0.0, 0.0)
    # Many at once, in half of the time that one after another takes.
    for first in range(0, len(fixes), _MANY):
        some = fixes[first : first + _MANY]
        rows = _FIX.findall("\n".join(some))
        content.note("positions_odd", len(some) - len(rows))
        if not rows:
            continue
        columns = [*zip(*rows, strict=True)]
        lats, lons = _angles(columns, 3), _angles(columns, 6)
        sound = (np.abs(lats) <= 90) & (np.abs(lons) <= 180)
        content.note("positions_odd", int((~sound).sum()))
        content.count(int(sound.sum()))
        height, more = _heights(columns, sound, content)
        times, last = _times(columns, last)
        drawn.extend(lats[sound].tolist(), lons[sound].tolist(), height,
                     (start + times[sound]).tolist())  # fmt: skip
        by_pressure += more
    content.note("heights_by_pressure", by_pressure)
    content.note("heights_above_ellipsoid", len(drawn) - by_pressure)
    content.note("times_without_day", int(bool(len(drawn)) and day is None))
    return drawn


class _Clock(NamedTuple):
    """What a recorder's clock showed, in s since midnight, and days that passed, in s."""

    shown: float
    passed: float


def _times(columns: _Columns, last: _Clock) -> tuple[Floats, _Clock]:
    """Seconds from the midnight before the first fix; and the clock at the last of these."""
    hours, minutes, secs = map(_numbers, columns[:3])
    shown = 3_600 * hours + 60 * minutes + secs
    midnights = np.diff(shown, prepend=last.shown) < -_HALF
    passed = last.passed + 86_400 * np.cumsum(midnights)
    return shown + passed, _Clock(float(shown[-1]), float(passed[-1]))


def _heights(
    columns: _Columns, sound: NDArray[np.bool_], content: Content
) -> tuple[list[float], int]:
    """Heights in m of the fixes that are sound, and how many are by pressure."""
    by_pressure, above = _numbers(columns[10])[sound], _numbers(columns[11])[sound]
    fixed = np.fromiter(map("A".__eq__, columns[9]), bool, len(sound))[sound] & (above != 0)
    found = np.where(fixed, above, by_pressure)
    odd = ~((found >= LOWEST) & (found <= HIGHEST))
    found[odd] = [metres(height, content) for height in found[odd].tolist()]
    return found.tolist(), int((~fixed).sum())


def _angles(columns: _Columns, first: int) -> Floats:
    """Degrees of angles in degrees and thousandths of a minute, with their directions."""
    size = _numbers(columns[first]) + _numbers(columns[first + 1]) / 60_000
    back = np.fromiter(map("SW".__contains__, columns[first + 2]), bool, len(size))
    return np.where(back, -size, size)


def _numbers(texts: tuple[str, ...]) -> Floats:
    return np.fromiter(map(int, texts), float, len(texts))
