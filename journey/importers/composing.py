"""The files of a journey from what was found in others: places, legs, claims, and remarks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from journey.errors import Code, Complaint
from journey.files.read import LIMITS, ROUTE, STORY
from journey.files.schema import HEAD
from journey.files.verdict import refused
from journey.geo.geometry import DEGREE, Point, step
from journey.importers.drawing import route
from journey.importers.found import Found, Line, Remark, Told
from journey.importers.guessing import ASHORE, by_speed, guessed, named, over_sea
from journey.importers.holding import Brought, holding
from journey.importers.manuscript import manuscript
from journey.importers.mending import mended
from journey.importers.pieces import Piece, apart_in_time, by_time
from journey.importers.places import Ids, Places
from journey.importers.splitting import STAY, Why, gaps, least, legs, numbered
from journey.importers.visiting import Hop, by_clock, hops, texts, timed, written
from journey.importers.zones import finder
from journey.model.claims import TEXT_LIMIT
from journey.model.mode import Mode
from journey.model.version import FORMAT
from journey.words.wording import Wording

# So far apart, in km, one leg may end and the next start at one place.
_SAME = 0.5
_GAP = 44 * 60.0  # s of a gap in a recording that is told
_MOST = 10_000  # legs of a journey
_SPLIT: dict[Why, Told] = {
    "stay": "split_at_stays", "night": "split_at_nights", "apart": "split_apart",
    "end": "stays_at_ends",
}  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    """What the journey is to be: its id, language, zone (where no other is known), stays in s."""

    id: str
    language: str = "en"
    zone: str | None = None
    stay: float = STAY


def composed(found: Sequence[Found], wanted: Wanted) -> Brought:
    """The journey that the files tell.

    Raises :class:`JourneyFileError` where none can be made of them.
    """
    made = _Composer([mended(one) for one in found], wanted)
    made.compose()
    data = made.journey()
    story = (HEAD + manuscript(data)).encode()
    if len(story) > LIMITS[STORY]:
        made.refuse(len(made.legs), len(made.legs) * LIMITS[STORY] // len(story))
    files = {STORY: story}
    if made.shapes:
        files[ROUTE] = route(made.shapes)
    return Brought(files, made.told(), holding(data, made.shapes, made.files))


class _Composer:
    """The journey as far as it is made."""

    def __init__(self, found: Sequence[Found], wanted: Wanted) -> None:
        self.found, self.wanted = found, wanted
        self.wording = Wording(wanted.language)
        self.places = Places(
            (spot for one in found for spot in one.spots), wanted.language, finder(wanted.zone)
        )
        self.legs: list[dict[str, Any]] = []
        self.files: list[str] = []  # from which each leg comes
        self.shapes: dict[str, Line] = {}
        self.sources = _sources(found)
        self._ids = Ids()
        self.remarks: list[Remark] = []
        self._counts: Counter[tuple[str, Told]] = Counter()

    def compose(self) -> None:
        """Make all legs; raise where there are none."""
        parts = self._parts()
        lines = [part.line for part in parts if isinstance(part, Piece)]
        if (count := least(lines, 3 * _SAME)) > _MOST:
            self.refuse(count, _MOST)
        for part in parts:
            if isinstance(part, Hop):
                self._visited(part)
            else:
                self._recorded(part)
            if len(self.legs) > _MOST:
                self.refuse(len(self.legs), _MOST)
        if not self.legs:
            raise refused([Complaint(one.file, 0, (), _nothing(one)) for one in self.found])

    def refuse(self, count: int, limit: int) -> None:
        """Raise for at least so many legs, of which so many could be taken."""
        figures = {"legs": count, "limit": limit}
        raise refused([Complaint(self.found[0].file, 0, (), "import_too_many_legs", figures)])

    def _parts(self) -> list[Piece | Hop]:
        """What legs are made of, in the order in which it was travelled."""
        found: list[list[Piece | Hop]] = [[piece] for piece in self._pieces()]
        any_line = bool(found)
        for one in self.found:
            if one.ordered or not any_line:
                if len(one.spots) > 2 * _MOST:
                    self.refuse(len(one.spots) - 1, _MOST)
                made, remarks = hops(one, self.places.zone_of)
                found += [[*made]] if made else []
                self.remarks += remarks
                if made and not one.ordered:
                    self._note(one.file, "spots_in_order", len(made) + 1)
        starts = [next((p.begins for p in parts if p.begins is not None), None) for parts in found]
        known = [start for start in starts if start is not None]
        if len(known) == len(found):
            order = sorted(range(len(found)), key=known.__getitem__)
            found = [found[index] for index in order]
        return [part for parts in found for part in parts]

    def _pieces(self) -> list[Piece]:
        """The lines of all legs."""
        found: list[Piece] = []
        for one in self.found:
            for line in one.lines:
                if line.ends:
                    found.append(Piece(one.file, line))
                    continue
                pieces, cuts = legs(line, self.wanted.stay)
                found += (Piece(one.file, piece) for piece in numbered(pieces))
                for cut in cuts:
                    self._note(one.file, _SPLIT[cut.why])
                self._note(one.file, "lines_still", not (pieces or cuts))
        kept, left = apart_in_time(by_time(found))
        for piece in left:
            self._note(piece.file, "lines_at_once")
        return kept

    def _recorded(self, piece: Piece) -> None:
        """A leg along a line."""
        line, own = piece.line, self._own(piece.file)
        first, last = line.point(0), line.point(len(line) - 1)
        moments: dict[str, Any] = {}
        if line.ends:
            start = self.places.named(line.ends.start, first, **own)
            end = self.places.named(line.ends.end, last, **own)
            line, moments = timed(line, line.ends)
        else:
            start = self._here(first) or self.places.at(first, **own)
            if self.legs:
                start = self._joined(start, piece.file)
            end = self.places.at(last, **own)
        key = self._ids.new(line.key or line.name, f"leg-{len(self.legs) + 1}")
        mode, unknown = self._mode(piece)
        self._note(piece.file, "gaps_kept", gaps(line, _GAP))
        text = {"text": self._text(line.text)} if line.text else {}
        name = line.name or self._between(start, end)
        passed = [self.places.of(index, **own) for index in self.places.along(line)]
        between = [{"place": place} for place in passed if place not in (start, end)]
        stops = {"stops": between} if between else {}
        self._add(
            piece.file,
            {"id": key, "mode": mode.value, "name": self._text(name), "from": {"place": start},
             "to": {"place": end}, **own, **moments, **stops, "shape": {}, **text, **unknown}
        )  # fmt: skip
        self.shapes[key] = line

    def _visited(self, hop: Hop) -> None:
        """A leg from a spot to the next, the shortest way."""
        assert hop.start.point
        assert hop.end.point
        own = self._own(hop.file)
        start = self.places.named(hop.start.place, hop.start.point, **own)
        end = self.places.named(hop.end.place, hop.end.point, **own)
        if start == end and not hop.end.place:
            self._note(hop.file, "places_alike")
            return
        if self.legs:
            start = self._here(hop.start.point) or self._joined(start, hop.file)
        mode, unknown = self._of_hop(hop, (self.places.zone(start), self.places.zone(end)))
        told = "\n\n".join(texts(hop))[:TEXT_LIMIT]
        moments = {
            key: {"at": written(when)}
            for key, when in (("departs", hop.departs), ("arrives", hop.arrives))
            if when is not None
        }
        self._add(
            hop.file,
            {"id": self._ids.new(hop.end.key or hop.end.leg, f"leg-{len(self.legs) + 1}"),
             "mode": mode.value, "name": self._text(hop.end.leg or self._between(start, end)),
             "from": {"place": start}, "to": {"place": end}, **own, **moments,
             **({"text": self._text(told)} if told else {}), **unknown}
        )  # fmt: skip

    def _add(self, file: str, leg: dict[str, Any]) -> None:
        self.legs.append(leg)
        self.files.append(file)

    def _of_hop(self, hop: Hop, zones: tuple[str, str]) -> tuple[Mode, dict[str, Any]]:
        """How a leg between two spots was travelled, and what nobody knows of that."""
        if told := named(hop.end.mode):
            return told, {}
        speed = hop.speed(zones)
        if speed is None:
            return Mode.OTHER, {"unknown": [self._text(self.wording.say("import.mode_unknown"))]}
        self._note(hop.file, "modes_assumed")
        text = self.wording.say("import.mode_assumed", speed=self.wording.measure(speed, "km/h"))
        return by_speed(speed), {"unknown": [self._text(text)]}

    def _here(self, point: Point) -> str:
        """The place where the leg before ended, if that is here; else nothing."""
        before = str(self.legs[-1]["to"]["place"]) if self.legs else ""
        ended = self.places.point(before) if before else point
        # What is farther north or south need not be measured.
        near = abs(ended[0] - point[0]) * DEGREE <= 2 * _SAME
        return before if near and step(ended, point) <= _SAME else ""

    def _joined(self, start: str, file: str) -> str:
        """The start, to which a leg leads from where the one before ended, if that is elsewhere."""
        before = str(self.legs[-1]["to"]["place"])
        if before == start:
            return start
        km = step(self.places.point(before), self.places.point(start))
        reason = self.wording.say("import.way_assumed", km=self.wording.measure(km, "km"))
        self._add(
            file,
            {"id": self._ids.new("", f"leg-{len(self.legs) + 1}"), "mode": Mode.OTHER.value,
             "name": self._text(self._between(before, start)), "from": {"place": before},
             "to": {"place": start}, "basis": "assumed", "reason": self._text(reason)}
        )  # fmt: skip
        self._note(file, "legs_assumed")
        return start

    def _mode(self, piece: Piece) -> tuple[Mode, dict[str, Any]]:
        """How the leg was travelled, and what nobody knows of that."""
        told, found = named(piece.line.mode), guessed(piece.line)
        # A flight recorder also runs on the way up to where one starts.
        afoot = told is Mode.PLANE and found is not None and found[0] is Mode.WALK
        if told and not afoot:
            return told, {}
        if found is None:
            text = self.wording.say("import.mode_unknown")
            return Mode.OTHER, {"unknown": [self._text(text)]}
        mode, speed = found
        afloat = mode in ASHORE and over_sea(piece.line)
        self._note(piece.file, "modes_assumed")
        key = "import.mode_afloat" if afloat else "import.mode_assumed"
        text = self.wording.say(key, speed=self.wording.measure(speed, "km/h"))
        mode = Mode.BOAT if afloat else mode
        return mode, {"unknown": [self._text(text)]}

    def journey(self) -> dict[str, Any]:
        """The journey as its file has it."""
        stories = [one.story for one in self.found]
        files = self.wording.listing([one.file for one in self.found])
        title = next((one.title for one in stories if one.title), "") or self._only()
        summary = next((one.text for one in stories if one.text), "")
        summary = summary or self.wording.say("import.summary", files=files)
        sources = [self._source(one, key) for one, key in self.sources.items()]
        only = {"source": sources[0]["id"]} if len(sources) == 1 else {}
        return {
            "format": FORMAT, "id": self.wanted.id, "languages": [self.wanted.language],
            "title": self._text(title or self.wanted.id), "summary": self._text(summary),
            "basis": "reported", **only,
            "sources": sources, "places": self.places.all, "legs": self.legs,
        }  # fmt: skip

    def _only(self) -> str:
        """The name of the one line that there is; else nothing."""
        names = [line.name for one in self.found for line in one.lines]
        return names[0] if len(names) == 1 else ""

    def _source(self, file: str, key: str) -> dict[str, Any]:
        story = next(one.story for one in self.found if one.file == file)
        author = {"author": story.author} if story.author else {}
        publisher = self.wording.say("import.unpublished")
        return {"id": key, "title": file, **author, "publisher": publisher}

    def told(self) -> list[Remark]:
        """All remarks, those of the files first."""
        minutes = {"minutes": self.wording.number(self.wanted.stay / 60)}
        own = [
            Remark(file, code, count, minutes if code == "split_at_stays" else {})
            for (file, code), count in self._counts.items()
        ]
        left = [spot.name for spot in self.places.unused()]
        file = self.found[0].file
        if left:
            own.append(Remark(file, "spots_unused", len(left), {"names": tuple(left[:5])}))
        without = sum("zone" not in place for place in self.places.all)
        if without and any(not np.isnan(line.times).all() for line in self.shapes.values()):
            own.append(Remark(file, "zones_unknown", without))
        elif without and any(by_clock(leg) for leg in self.legs):
            own.append(Remark(file, "clocks_of_one_zone", without))
        return [*(remark for one in self.found for remark in one.remarks), *self.remarks, *own]

    def _note(self, file: str, code: Told, count: int = 1) -> None:
        if count:
            self._counts[file, code] += count

    def _own(self, file: str) -> dict[str, str]:
        """What a claim from that file says itself, where there are several."""
        return {"source": self.sources[file]} if len(self.sources) > 1 else {}

    def _between(self, start: str, end: str) -> str:
        key, name = "opening.back" if start == end else "import.leg", self.places.name
        return self.wording.say(key, start=name(start), end=name(end))

    def _text(self, text: str) -> dict[str, str]:
        return {self.wanted.language: text}


def _nothing(one: Found) -> Code:
    """What keeps the file from leading anywhere."""
    noted = {remark.code for remark in one.remarks}
    nowhere = one.spots and all(spot.point in (None, (0, 0)) for spot in one.spots)
    at_zero = "positions_at_zero" in noted or (nowhere and any(spot.point for spot in one.spots))
    return "import_at_zero" if at_zero else "import_nothing"


def _sources(found: Sequence[Found]) -> dict[str, str]:
    """The ids of the sources, by the names of their files."""
    ids = Ids()
    return {one.file: ids.new(one.file.rpartition(".")[0] or one.file, "file") for one in found}
