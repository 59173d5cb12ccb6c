"""The journeys that the server offers, and the editions of their files.

Nothing here belongs to a viewer, so every replica of the server has the same.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar, TypeVarTuple

from journey.errors import JourneyError, NotReadError, plain
from journey.files.folder import by_name, contents, name_of, translated, version
from journey.files.read import LIMITS, Files, read
from journey.server.cache import CACHE, weight
from journey.shipped import data_folder
from journey.track.track import Track

LOG = logging.getLogger(__name__)

ROOT = data_folder("journeys")

# Seconds for which what a look at the disk has found is taken to be so still. A
# page of the server takes milliseconds, and on a network's disk a look may take
# as many; who has changed a file will not reload sooner.
LOOK = 1.0
# Seconds after which files are read again although their times and sizes are as
# they were: a change that keeps both is missed for that long at the most.
REREAD = 5.0
REMIND = 60.0  # seconds after which the log says again that an old version is shown
EXPANSION = 8  # bytes of a track for each byte of its files, measured with 1,000 to 200,000 fixes

Rest = TypeVarTuple("Rest")
R = TypeVar("R")


@dataclass(frozen=True)
class Edition:
    """The files of a journey as they stood at one moment.

    ``version`` is a hash of them, so that name and version tell all that is made of them apart.
    """

    name: str
    version: str
    files: Files

    @property
    def key(self) -> tuple[str, str]:
        """What all that is made of it is kept by."""
        return self.name, self.version

    @property
    def track(self) -> Track:
        """Its track; raises :class:`journey.errors.JourneyFileError` where there are faults."""
        return CACHE.get(("track", self.key), self._track, weigh=lambda _: EXPANSION * self.size)

    def _track(self) -> Track:
        return Track.of(read(self.files, self.name))

    @property
    def fault(self) -> str:
        """What is wrong with it first, in a line, or "" where it can be shown."""
        return CACHE.get(("fault", self.key), self._fault)

    def _fault(self) -> str:
        try:
            _ = self.track
        except JourneyError as error:
            return _in_a_line(error)
        return ""

    @property
    def size(self) -> int:
        """Bytes of its files."""
        return weight(self.files)


def root() -> Path:
    """Where the journeys lie: the project's own folder, or what JOURNEYS names."""
    return Path(os.environ.get("JOURNEYS") or ROOT)


def folders(here: Path | None = None) -> dict[str, Path]:
    """The folders of all journeys by name, in or at ``here`` or else the root."""
    try:
        return by_name(here or root())
    except NotReadError:
        return {}  # The dashboard tells why.


def edition(folder: Path) -> Edition:
    """The journey's files as they are now, or as they were last without faults.

    Files that break while they are served, that are half written or go take
    nothing from those who look at the journey; the log says so. Where no version
    could be shown yet, it is the one with the faults.

    Raises :class:`journey.errors.JourneyNotFoundError` where there is none any more.
    """
    return CACHE.get(("edition", folder), partial(_edition, folder), weigh=_nothing, seconds=LOOK)


async def fetch(folder: Path) -> Edition:
    """The same for coroutines."""
    look = partial(_edition, folder)
    return await CACHE.fetch(("edition", folder), look, weigh=_nothing, seconds=LOOK)


def lasting(folder: Path) -> Edition | None:
    """The last version without faults that somebody looked at, if it is kept still."""
    found: Edition | None = CACHE.peek(("sound", folder))
    return found


def _edition(folder: Path) -> Edition:
    last = lasting(folder)
    try:
        found = newest(folder)
    except JourneyError as error:
        if last is None:
            raise
        return _instead(folder, last, _in_a_line(error))
    if found.fault:
        return _instead(folder, last, found.fault) if last else found
    return CACHE.get(
        ("sound", folder), lambda: found, weigh=lambda one: one.size, stamp=found.version
    )


def _instead(folder: Path, last: Edition, fault: str) -> Edition:
    """The last sound version, which the log tells of every now and then."""

    def tell() -> str:
        LOG.warning("%s: shown as it was last without faults. Now: %s", plain(str(folder)), fault)
        return fault

    CACHE.get(("instead", folder), tell, seconds=REMIND, stamp=(last.version, fault))
    return last


def _in_a_line(error: JourneyError) -> str:
    return plain(str(error).partition("\n")[0])


def newest(folder: Path) -> Edition:
    """The files as they are now, whatever is in them: read anew where a look says so."""
    return CACHE.get(
        ("read", folder),
        partial(_read, folder),
        weigh=lambda found: found.size,
        seconds=REREAD,
        stamp=signature(folder),
    )


def _read(folder: Path) -> Edition:
    files = contents(folder)
    return Edition(name_of(folder), version(files), files)


class Stat(NamedTuple):
    """What a look at a file tells: times of its content and of itself, in ns, size and number."""

    modified: int
    changed: int
    size: int
    number: int


Signature = tuple[Stat, ...]
NOWHERE = Stat(0, 0, -1, 0)


def signature(folder: Path) -> Signature:
    """What a look at each file tells: cheap, and as good as its content.

    What can't be looked at is as good as not there; reading it tells why.
    """
    return tuple(_stat(f"{folder}{os.sep}{name}") for name in (*LIMITS, *translated(folder)))


def _stat(file: str) -> Stat:
    try:
        found = os.stat(file)
    except (OSError, ValueError):
        return NOWHERE
    return Stat(found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)


def _nothing(_: Edition) -> int:
    """What an edition weighs that is kept elsewhere already."""
    return 0


class Kept(Generic[*Rest, R]):
    """Keeps what a function makes of an edition and what else it takes, by their content."""

    def __init__(self, make: Callable[[Edition, *Rest], R]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def _key(self, edition: Edition, rest: tuple[*Rest]) -> tuple[object, ...]:
        return self._make, edition.key, rest

    def __call__(self, edition: Edition, *rest: *Rest) -> R:
        return CACHE.get(self._key(edition, rest), partial(self._make, edition, *rest))

    async def fetch(self, edition: Edition, *rest: *Rest) -> R:
        """The same for a coroutine."""
        return await CACHE.fetch(self._key(edition, rest), partial(self._make, edition, *rest))

    def later(self, executor: Executor, edition: Edition, *rest: *Rest) -> R | None:
        """The same, or None while ``executor`` still makes it."""
        make = partial(self._make, edition, *rest)
        return CACHE.later(self._key(edition, rest), make, executor)
