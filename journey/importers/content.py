"""The content of one file that is to be imported, as the readers of all formats ask for it.

It is hostile until proved otherwise: nothing is read whole before its size is
known, and no XML may name what lies elsewhere.
"""

from __future__ import annotations

import codecs
import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import tzinfo
from functools import cached_property, lru_cache
from io import BytesIO
from typing import Any, BinaryIO, TypeVar

from lxml import etree

from journey.errors import Code, Complaint, Figure, JourneyFileError
from journey.files.route import MAX_POINTS
from journey.files.verdict import refused
from journey.importers.found import Remark, Told
from journey.importers.moments import NoZoneError, seconds

T = TypeVar("T")
# The most of one file that is read, and of one that has to be taken as a whole, in bytes.
LARGEST, WHOLE = 1 << 30, 128 << 20
# A journey has no more places, and half as many legs.
MAX_PLACES = MAX_LINES = 20_000
# What GeoJSON calls these.
_PLACE, _LINE = '"Point"', '"LineString"'
# The points of an area, of which there may be millions, and of which none is read.
_AREA = re.compile(
    r'("type"\s*:\s*"(?:Multi)?Polygon"\s*,\s*"coordinates"\s*:\s*)\[[][\d\s,.eE+-]{1000,}]'
)
# The same where it is said after them that it is one, which few do: that is looked for first.
_SAID_AFTER = re.compile(r']\s*,\s*"type"\s*:\s*"(?:Multi)?Polygon"')
_AREA_AFTER = re.compile(
    r'("coordinates"\s*:\s*)\[[][\d\s,.eE+-]{1000,}+(?<=[\s,])("type"\s*:\s*"(?:Multi)?Polygon")'
)
# What may stand before the first sign of a text: a mark of its encoding, spaces.
_BEFORE = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
HEAD = 65_536  # bytes by which a format is told
# XML is read piece by piece; what it names stays unread.
SAFE = {
    "resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False,
    "remove_comments": True, "remove_pis": True, "remove_blank_text": True,
}  # fmt: skip
_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
# Which of four bytes are zero where the letters are Latin.
_ZEROS: dict[tuple[bool, ...], str] = {
    (False, True, False, True): "UTF-16LE",
    (True, False, True, False): "UTF-16BE",
    (False, True, True, True): "UTF-32LE",
    (True, True, True, False): "UTF-32BE",
}


def _ignore(_: int) -> None:
    """Let nobody watch."""


@dataclass(frozen=True)
class How:
    """How files are to be read.

    ``zone`` is that of times which name none, ``encoding`` that of texts that
    are no UTF-8, and ``watch`` is told how many bytes were read.
    """

    zone: tzinfo | None = None
    encoding: str = ""
    watch: Callable[[int], None] = _ignore


class _Watched:
    """A stream that tells how much of it was read."""

    def __init__(self, stream: BinaryIO, watch: Callable[[int], None]) -> None:
        self._stream, self._watch = stream, watch

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._watch(len(data))
        return data


class Content:
    """One file: its name, a stream of its bytes, and how it is to be read."""

    def __init__(self, name: str, stream: BinaryIO, how: How | None = None) -> None:
        self.name, self.stream, self.how = name, stream, how or How()
        self._notes: Counter[tuple[Told, tuple[tuple[str, Figure], ...]]] = Counter()
        self.points = self.places = self.lines = 0
        # Positions that there can be only with their latitude in place of their longitude.
        self.swapped = 0
        # Parts of it by name that a journey has no place for.
        self.unused: Counter[str] = Counter()

    def refusal(self, line: int, code: Code, **figures: Figure) -> JourneyFileError:
        """The error that nothing of the file is taken, for a fault on that line."""
        return refused([Complaint(self.name, line, (), code, figures)])

    def note(self, code: Told, count: int = 1, **figures: Figure) -> None:
        """Remember what was repaired or left out."""
        if count:
            self._notes[code, tuple(figures.items())] += count

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What was noted so far."""
        return tuple(
            Remark(self.name, code, count, dict(figures))
            for (code, figures), count in self._notes.items()
        )

    def timed(self, read: Callable[[str, tzinfo | None], T], text: str, line: int = 0) -> T:
        """What ``read`` makes of a time; raises where neither it nor anybody else says a zone."""
        try:
            return read(text, self.how.zone)
        except NoZoneError as error:
            raise self.no_zone(text, line) from error

    def no_zone(self, text: str, line: int = 0) -> JourneyFileError:
        """The error that nobody has said whose clock a time is of."""
        return self.refusal(line, "import_no_zone", value=text[:40])

    def seconds(self, text: str, line: int = 0) -> float:
        """The instant in s since 1970; NaN where the text tells none, which is noted."""
        try:
            # Of a million times nearly all are sound.
            found = seconds(text, self.how.zone)
        except NoZoneError as error:
            raise self.no_zone(text, line) from error
        if found != found:
            self.note("times_odd")
        return found

    def count(self, more: int = 1) -> None:
        """Count so many more points; raise where there are more than a journey may have."""
        self.points += more
        if self.points > MAX_POINTS:
            raise self.refusal(0, "import_too_many_points", limit=MAX_POINTS)

    def count_place(self) -> None:
        """The same for named places, of which no journey needs nearly as many."""
        self.places += 1
        if self.places > MAX_PLACES:
            raise self.refusal(0, "import_too_many_places", limit=MAX_PLACES)

    def count_line(self, more: int = 1) -> None:
        """The same for lines, each of which is at least a leg."""
        self.lines += more
        if self.lines > MAX_LINES:
            raise self.refusal(0, "import_too_many_lines", limit=MAX_LINES)

    @cached_property
    def suffix(self) -> str:
        """What the name ends in, in small letters, without the dot."""
        return os.path.splitext(self.name)[1].lower().removeprefix(".")

    @cached_property
    def size(self) -> int:
        """How many bytes it has; raises where these are too many."""
        size = self.stream.seek(0, os.SEEK_END)
        if size > LARGEST:
            raise self.refusal(0, "import_too_large", limit=LARGEST >> 20)
        return size

    @cached_property
    def head(self) -> bytes:
        """The first of its bytes."""
        self.stream.seek(0)
        return self.stream.read(HEAD)

    @cached_property
    def start(self) -> str:
        """The first of its text, with a sign for each byte that is none."""
        marked = _marked(self.head)
        try:
            return self.head.decode(marked or self.how.encoding or "utf-8", "replace")
        except LookupError:
            return self.head.decode("utf-8", "replace")

    @cached_property
    def root(self) -> str:
        """The name of the first element, if it is XML, without its namespace; else nothing."""
        if not self.head.lstrip(_BEFORE).startswith(b"<"):
            return ""
        try:
            first = next(iter(self._parsed(BytesIO(self.head), ("start",), None)), None)
        except (etree.XMLSyntaxError, LookupError):
            return ""
        return local(first[1].tag) if first else ""

    @property
    def begins_late(self) -> bool:
        """Whether what stands before the first element of XML is longer than it need be."""
        first = self.head.lstrip(_BEFORE)
        return (
            len(self.head) < self.size
            and first.startswith((b"<?", b"<!"))
            and not re.search(rb"<[A-Za-z_]", first)
        )

    def elements(self, *names: str) -> Iterator[Any]:
        """Each element of one of these names once it is read, whatever its namespace.

        Where the file breaks off, an error of lxml is raised, after all that
        stands before.
        """
        if self.size and self.stream.seek(0) == 0:
            self._refuse_entities()
            watched = _Watched(self.stream, self.how.watch)
            try:
                events = self._parsed(watched, ("end",), [f"{{*}}{name}" for name in names])
                yield from (element for _, element in events)
            except LookupError as error:
                raise self.refusal(0, "import_encoding", encoding=self.how.encoding) from error

    def _refuse_entities(self) -> None:
        """Raise where the file declares entities, by which a small one can become a large one."""
        for _, first in self._parsed(BytesIO(self.head), ("start",), None):
            inside = first.getroottree().docinfo.internalDTD
            if inside is not None and any(True for _ in inside.iterentities()):
                raise self.refusal(1, "import_entities")
            return

    def _parsed(self, stream: Any, events: tuple[str, ...], names: list[str] | None) -> Any:
        # libxml sees no mark of UTF-32, and knows UTF-16LE by that name alone.
        told = "utf-32" if _marked(self.head) == "utf-32" else self.how.encoding
        chosen = {"encoding": re.sub("-(?=[lb]e$)", "", told.lower())} if told else {}
        return etree.iterparse(stream, events=events, tag=names, **SAFE, **chosen)

    @cached_property
    def text(self) -> str:
        """All of it as text: by its mark, as UTF-8, or in the encoding that was named."""
        if self.size > WHOLE:
            raise self.refusal(0, "import_too_large", limit=WHOLE >> 20)
        self.stream.seek(0)
        raw = self.stream.read()
        self.how.watch(len(raw))
        try:
            return raw.decode(_marked(raw) or self.how.encoding or "utf-8")
        except LookupError as error:
            raise self.refusal(0, "import_encoding", encoding=self.how.encoding) from error
        except UnicodeDecodeError as error:
            line = raw[: error.start].count(b"\n") + 1
            raise self.refusal(line, "import_no_utf8") from error

    @cached_property
    def data(self) -> Any:
        """What it holds as JSON, or None where it is none."""
        if self.head.lstrip(_BEFORE)[:1] not in (b"{", b"["):
            return None
        # A hundred megabytes are counted at once, and read in seconds. Not every one need
        # be a place or a way.
        if self.text.count(_PLACE) > 2 * MAX_PLACES:
            raise self.refusal(0, "import_too_many_places", limit=MAX_PLACES)
        if self.text.count(_LINE) > 2 * MAX_LINES:
            raise self.refusal(0, "import_too_many_lines", limit=MAX_LINES)
        try:
            text = _AREA.sub(r"\1[]", self.text)
            if _SAID_AFTER.search(text):
                text = _AREA_AFTER.sub(r"\1[],\2", text)
            return json.loads(text)
        except (ValueError, RecursionError):
            return None


def unmarked(raw: bytes) -> str:
    """UTF-16 or UTF-32, where only the zeros in the bytes tell that they are that; else nothing.

    >>> unmarked("<gpx>".encode("utf-16-le")), unmarked(b"<gpx>")
    ('UTF-16LE', '')
    """
    parts = [raw[:400][start::4] for start in range(4)]
    zeros = tuple(bool(part) and part.count(0) > len(part) * 0.9 for part in parts)
    return _ZEROS.get(zeros, "") if not _marked(raw) else ""


def _marked(raw: bytes) -> str:
    """The encoding that a mark at the start tells, or nothing."""
    return next((name for mark, name in _MARKS.items() if raw.startswith(mark)), "")


@lru_cache(maxsize=1_000)
def local(tag: Any) -> str:
    """The name of an element without its namespace.

    >>> local("{http://www.topografix.com/GPX/1/1}trkpt")
    'trkpt'
    """
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
