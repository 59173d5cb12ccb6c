"""IGC files of flight recorders: fixes in UTC, a letter at the start of each line.

After the FAI's Technical Specification for GNSS Flight Recorders, appendix A:
a B record has the time of day, latitude and longitude in minutes of arc to the
thousandth, whether the height was fixed (A) or not (V), and heights in m by
pressure and above the ellipsoid.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from math import nan

from journey.importers.content import Content
from journey.importers.found import Drawn, Found, Story
from journey.importers.objects import left
from journey.importers.plain import name
from journey.importers.points import degrees, metres

_FIX = re.compile(
    r"B(\d{2})(\d{2})(\d{2})(\d{2})(\d{5})([NS])(\d{3})(\d{5})([EW])([AV])(-?\d{4,5})(-?\d{4,5})"
)
_DATE = re.compile(r"H[FOP]DTE(?:DATE:)?\s*(\d{2})(\d{2})(\d{2})", re.IGNORECASE)
_SAID = re.compile(r"H[FOP](PLT|GTY)[^:]*:(.*)", re.IGNORECASE)
_HEAD = re.compile(rb"\xef?\xbb?\xbf?A[A-Z0-9]{3}")
# What recorders write where nobody has told them anything.
_UNSAID = {"none", "not set", "unset", "unknown", "nkn", "nil", "n/a", "default", "undefined"}
_HALF = 12 * 3_600  # s; who goes back by more has passed midnight


def looks(content: Content) -> bool:
    """Whether it begins as such a file does, and has a fix or the date in its head."""
    found = _HEAD.match(content.head)
    return bool(found) and bool(re.search(rb"^(HFDTE|B\d{6}\d{7}[NS])", content.head, re.MULTILINE))


def read(content: Content) -> Found:
    """The flight of an IGC file, as one line."""
    lines = content.text.splitlines()
    said = {found[1].upper(): found[2] for line in lines if (found := _SAID.match(line))}
    drawn = _drawn(lines, _day(lines), content)
    glider, pilot = (_told(said.get(key, ""), content) for key in ("GTY", "PLT"))
    content.unused["C"] += sum(line.startswith("C") for line in lines)  # a task, not a flight
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
    drawn, passed, before, by_pressure = Drawn(), 0, -1.0, 0
    start = datetime.combine(day, time(), UTC).timestamp() if day else nan
    for line in lines:
        if not line.startswith("B"):
            continue
        found = _FIX.match(line)
        if not found:
            content.note("positions_odd")
            continue
        hours, minutes, secs = map(int, found.groups()[:3])
        clock = float(timedelta(hours=hours, minutes=minutes, seconds=secs).total_seconds())
        passed += before - clock > _HALF
        before = clock
        point = degrees(_angle(found, 4), _angle(found, 7), content)
        if point is None:
            continue
        content.count()
        fixed = found[10] == "A" and int(found[12]) != 0
        by_pressure += not fixed
        height = metres(found[12] if fixed else found[11], content)
        drawn.add(*point, height, start + passed * 86_400 + clock)
    content.note("heights_by_pressure", by_pressure)
    content.note("heights_above_ellipsoid", len(drawn) - by_pressure)
    content.note("times_without_day", int(bool(len(drawn)) and day is None))
    return drawn


def _angle(found: re.Match[str], first: int) -> float:
    """Degrees of an angle in degrees and thousandths of a minute, with its direction."""
    size = int(found[first]) + int(found[first + 1]) / 60_000
    return -size if found[first + 2] in "SW" else size
